"""The report of a city as a site of static pages: relative links, no network, whole without JavaScript."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters import html
from hpdirective.reporters.envelope import TOOL
from hpdirective.reporters.html import Desk, file_of, harmless
from hpdirective.reporters.site import (
    directive as text,
)
from hpdirective.reporters.site import (
    evidence,
    findings,
    matrix,
    overview,
    tables,
    unit,
)
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text, say

MARK = "hpd-report.json"
STATIC = ("style.css", "filter.js")
# What a browser may load: the site's own style and script. Nothing written inside a page is run.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
)
Words = Mapping[str, Text]
_MENU: tuple[tuple[str, Words], ...] = (
    ("index.html", overview.WORDS),
    ("directive.html", text.WORDS),
    ("matrix.html", matrix.WORDS),
    ("findings.html", findings.WORDS),
    ("tables.html", tables.WORDS),
    ("evidence.html", evidence.WORDS),
)


def render(
    survey: Survey, directive: Directive, units: Units, lang: Lang, mark: str
) -> dict[str, bytes]:
    """Make every file of the site, by its name: the pages, their style and script, and the mark of the report."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("hpdirective.reporters.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    desk = Desk(survey, directive, units, lang)
    frame = _frame(desk)
    made = {}
    for name, template, words, page in _pages(desk, mark):
        every = {**html.WORDS, **FRAME, **words}
        said = SimpleNamespace(**{key: word.said(lang) for key, word in every.items()})
        root = "../" * name.count("/")
        found = environment.get_template(template).render(
            **frame, name=name, root=root, w=said, page=page
        )
        made[name] = harmless(found).encode()
    made |= {name: _static(name) for name in STATIC}
    made[MARK] = f"{mark}\n".encode()
    return made


def _pages(desk: Desk, mark: str) -> Iterator[tuple[str, str, Words, Any]]:
    """Give each page: its file, its template, its words and its values."""
    yield "index.html", "overview.html", overview.WORDS, overview.prepare(desk)
    yield "directive.html", "directive.html", text.WORDS, text.prepare(desk)
    yield "matrix.html", "matrix.html", matrix.WORDS, matrix.prepare(desk)
    yield "findings.html", "findings.html", findings.WORDS, findings.prepare(desk)
    yield "tables.html", "tables.html", tables.WORDS, tables.prepare(desk)
    yield "evidence.html", "evidence.html", evidence.WORDS, evidence.prepare(desk, mark)
    for row in desk.survey.coverage.by_unit:
        yield file_of(row.unit), "unit.html", unit.WORDS, unit.prepare(row, desk)


def _frame(desk: Desk) -> dict[str, Any]:
    """Give what stands on every page."""
    directive, lang = desk.directive, desk.lang
    day, number = say(directive.issued, lang), directive.numbered
    return {
        "lang": str(lang),
        "tongue": ""
        if lang is Lang.VI
        else "vi",  # of what stands in Vietnamese on a page that does not
        "policy": POLICY,
        "issuer": directive.issuer,
        "subject": desk.said(Text(vi=f"{number.vi} ngày {day}", en=f"{number.en} of {day}")),
        "menu": [(file, words["title"].said(lang)) for file, words in _MENU],
        "tool": f"{TOOL['name']} {TOOL['version']}",
        "as_of": say(desk.survey.terms.as_of, lang),
        "evidence": desk.survey.evidence[:12],
    }


def _static(name: str) -> bytes:
    return files("hpdirective.reporters.site").joinpath("templates", name).read_bytes()


FRAME = {
    "skip": Text(vi="Đến nội dung chính", en="Skip to the content"),
    "menu": Text(vi="Các trang", en="Pages"),
    "as_of": Text(vi="Tính đến ngày", en="As of"),
    "digest": Text(vi="Mã kiểm chứng", en="Evidence"),
    "made_by": Text(vi="Lập bằng", en="Made by"),
    "to_evidence": Text(vi="Căn cứ của báo cáo", en="What this report rests on"),
}
