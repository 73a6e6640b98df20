"""All findings that count, in the order of files and lines, to be filtered and searched."""

from msgspec import Struct

from hpdirective.choices import Severity
from hpdirective.finding import Finding
from hpdirective.reporters.html import Desk, Found, Sign, found_of, severity_of
from hpdirective.reporters.labels import SUPPRESSIONS
from hpdirective.words import Text


class Choice(Struct, frozen=True):
    """One value by which findings are filtered, and how many have it."""

    value: str
    words: str
    count: int


class Row(Struct, frozen=True):
    """A finding with the values by which it is filtered."""

    found: Found
    unit: str


class Page(Struct, frozen=True):
    rows: tuple[Row, ...]
    weights: tuple[tuple[Sign, int], ...]
    severities: tuple[Choice, ...]
    rules: tuple[Choice, ...]
    units: tuple[Choice, ...]
    suppressed: tuple[tuple[str, int], ...]


def prepare(desk: Desk) -> Page:
    """Prepare the values of the page."""
    found = sorted(desk.survey.findings, key=_order)
    weights = tuple(
        (severity_of(s, desk.lang), sum(1 for f in found if f.severity is s)) for s in Severity
    )
    rules = {f.rule.id: f.rule.name for f in found}
    units = sorted({f.unit for f in found if f.unit})
    hidden = desk.survey.assessment.suppressed
    return Page(
        rows=tuple(Row(found_of(f, desk), f.unit or "") for f in found),
        weights=weights,
        severities=tuple(Choice(sign.key, sign.words, count) for sign, count in weights),
        rules=tuple(
            Choice(id, f"{id} {rules[id]}", sum(1 for f in found if f.rule.id == id))
            for id in sorted(rules)
        ),
        units=tuple(
            Choice(id, desk.name(id), sum(1 for f in found if f.unit == id)) for id in units
        ),
        suppressed=tuple((desk.said(SUPPRESSIONS[by]), count) for by, count in hidden.items()),
    )


def _order(finding: Finding) -> tuple[str, int, int, str]:
    span = finding.place.span
    line, column = (span.line, span.column) if span else (0, 0)
    return (finding.place.file or "", line, column, finding.rule.id)


WORDS = {
    "title": Text(vi="Phát hiện", en="Findings"),
    "heading": Text(vi="Phát hiện trong các kế hoạch", en="Findings"),
    "caption": Text(
        vi="Các phát hiện được tính, theo tệp và dòng", en="Findings that count, by file and line"
    ),
    "filter": Text(vi="Lọc và tìm", en="Filter and search"),
    "any": Text(vi="tất cả", en="all"),
    "search": Text(vi="Tìm trong nội dung", en="Search the text"),
    "clear": Text(vi="Bỏ lọc", en="Clear"),
    "shown": Text(vi="Đang hiển thị {n}/{all} phát hiện", en="{n} of {all} findings shown"),
    "suppressed": Text(vi="Không tính", en="Not counted"),
    "where": Text(vi="Vị trí", en="Place"),
}
