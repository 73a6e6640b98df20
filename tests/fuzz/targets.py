"""The readers that bytes are thrown at: a target takes bytes, and raises only where a reader is at fault.

A reader may refuse: with its own error, or with findings. It may not fail in another way, tell one thing twice differently, or point
past the end of what it read. Corpus tests, hypothesis and atheris all call these same functions.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from hpdirective import baselining, disk, fixing
from hpdirective import library as shelves
from hpdirective.catalogue import ALL
from hpdirective.checking import Examined, check, examine, terms
from hpdirective.disk import NotUsable
from hpdirective.drafting import tree
from hpdirective.finding import Assessment
from hpdirective.gathering import without_city
from hpdirective.library import Library
from hpdirective.model.official import normal, rebuilt
from hpdirective.model.period import UnreadablePeriod, read_period
from hpdirective.model.target import UnreadableTarget, meets, read_target
from hpdirective.packing import Unreadable, pack, unpack
from hpdirective.reporters import assessment, config
from hpdirective.settings import Settings, SettingsError, read_settings
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.edit import apply
from hpdirective.source.encoding import lines, typed
from hpdirective.source.place import Span
from hpdirective.words import Lang, harmless
from tests.conftest import TODAY

SETTINGS = Settings()
RULES = tuple(one.RULE for one in ALL)
Target = Callable[[bytes], None]


@cache
def library() -> Library:
    return shelves.open_library()


def _examined(raw: bytes) -> Examined:
    return examine(yaml.read("plan.yaml", raw), library(), SETTINGS, TODAY)


def _assessed(found: Examined) -> Assessment:
    whole = check([found], terms(library().directive, SETTINGS, TODAY), SETTINGS)
    return without_city(whole, [found], SETTINGS)


# --- files of YAML


def document(raw: bytes) -> None:
    """Read and examine a file: all places lie within it, twice gives the same, and what was found outlives packing."""
    read = yaml.read("plan.yaml", raw)
    assert yaml.read("plan.yaml", raw) == read, "read twice, read differently"
    for span in _spans(read):
        _within(span, read)
    found = examine(read, library(), SETTINGS, TODAY)
    assert _examined(raw).checked == found.checked, "examined twice, found differently"
    for finding in found.checked.findings:
        if finding.place.span:
            _within(finding.place.span, read)
    kept = Examined(found.checked, sent=found.sent, asked=found.asked)
    assert unpack(pack(kept)) == kept, "packing changed what was found"


def _spans(read: Document) -> Iterable[Span]:
    yield from read.keys.values()
    yield from read.values.values()
    yield from (fault.span for fault in read.faults if fault.span)
    yield from (fault.cure.span for fault in read.faults if fault.cure)


def _within(span: Span, read: Document) -> None:
    """Hold a place to the lines of its file; one may end just past the end of a line, where something is missing."""
    assert 1 <= span.line <= span.end_line <= max(1, len(read.lines)), (span, len(read.lines))
    assert (span.line, span.column) <= (span.end_line, span.end_column), span
    assert 1 <= span.column <= len(read.line(span.line)) + 1, (span, read.line(span.line))
    assert span.end_column <= len(read.line(span.end_line)) + 2, (span, read.line(span.end_line))


def reports(raw: bytes) -> None:
    """Write every report on a file: none holds what a terminal or a CI server obeys, and each parses."""
    whole = _assessed(_examined(raw))
    for lang in Lang:
        for name, render in assessment.REPORTERS.items():
            _parses(name, _unobeyed(name, render(whole, lang)))


def _unobeyed(name: str, rendered: str) -> str:
    """Give a report as it is written out, which holds nothing that a terminal obeys."""
    text = harmless(rendered)
    odd = {char for char in set(text) if unicodedata.category(char) in ("Cc", "Cs")}
    assert odd <= {"\n", "\t", "\r"}, (name, odd)
    return text


def _parses(name: str, text: str) -> None:
    match name:
        case "json" | "sarif" | "gitlab":
            json.loads(text)
        case "jsonl":
            for line in text.split("\n"):
                assert not line or json.loads(line), line
        case "junit":
            ElementTree.fromstring(text)
        case "github":
            commands = [line for line in text.splitlines() if line.startswith(("::", "##["))]
            ours = ("::error ", "::warning ", "::notice ")
            assert all(line.startswith(ours) for line in commands), commands


def mending(raw: bytes) -> None:
    """Mend a file: once is enough, and each fix that an editor offers can be made alone."""
    once = fixing.fix("plan.yaml", raw, library())
    again = fixing.fix("plan.yaml", once.mended, library())
    assert again.mended == once.mended, "mended twice, mended further"
    text = typed(raw)
    if text is not None:
        every = range(1, len(lines(text)) + 1)
        document = yaml.read("plan.yaml", text.encode())
        for one in fixing.offers(fixing.candidates(document, text, library(), Limits()), every):
            assert apply(text, [one.edit]) != text, one


def baseline(raw: bytes) -> None:
    """Open a list of findings on record and hold an example against it."""
    with suppress(NotUsable):
        known = shelves.open_baseline(_written("known.yaml", raw), library().directive)
        whole = baselining.without(_assessed(_late()), known, SETTINGS)
        _unobeyed("text", assessment.REPORTERS["text"](whole, Lang.VI))


@cache
def _late() -> Examined:
    rule = next(rule for rule in RULES if rule.id == "HPD403")
    return _examined(str(rule.bad).encode())


# --- cells


def period(raw: bytes) -> None:
    """Read words as a time: it starts before it ends, and reads back from its own words."""
    text = raw.decode("utf-8", "replace")
    with suppress(UnreadablePeriod):
        read = read_period(text, library().directive.year)
        assert read.text == text
        assert not (read.start and read.end) or read.start <= read.end, read
        assert read.start or read.end or read.standing or read.condition, read


def target(raw: bytes) -> None:
    """Read words as a target: its ends are numbers in order, and it meets itself."""
    text = raw.decode("utf-8", "replace")
    with suppress(UnreadableTarget):
        read = read_target(text)
        assert read.text == text
        assert all(end is None or end.is_finite() for end in (read.value, read.high)), read
        assert read.value is None or read.high is None or read.value <= read.high, read
        if not read.ambiguous:
            assert meets(read, read), read


# --- other files


def settings(raw: bytes) -> None:
    """Read settings, by either name of their file, and print them."""
    for name in (disk.SETTINGS_FILE, "pyproject.toml"):
        with suppress(SettingsError):
            found = disk.find_settings(Path(_written(name, raw)).parent)
            given = Settings(**read_settings(found.table, RULES))
            assert given.bounds.bytes > 0
            for form, render in config.REPORTERS.items():
                text = _unobeyed(form, render(given, str(found.path), found.table, Lang.VI))
                _parses(form, text)


def cached(raw: bytes) -> None:
    """Read an entry of the cache: what is taken for one can be written again, and is the same."""
    with suppress(Unreadable):
        found = unpack(raw)
        assert unpack(pack(found)) == found, "packing changed what was found"


def draft(raw: bytes) -> None:
    """Draft a tree from a text: it holds every word."""
    with suppress(NotUsable):
        text = shelves.open_official(Path(_written("official.txt", raw)))
        assert rebuilt(tree.draft(text, library().units).directive) == normal(text)


@cache
def _folder() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="hpd-fuzz-")


def _written(name: str, raw: bytes) -> str:
    """Write bytes where a reader that takes a path finds them, and no other file of ours."""
    path = Path(_folder().name) / name
    for other in path.parent.iterdir():
        other.unlink()
    path.write_bytes(raw)
    return str(path)


TARGETS: dict[str, Target] = {
    one.__name__: one
    for one in (
        document,
        reports,
        mending,
        baseline,
        period,
        target,
        settings,
        cached,
        draft,
    )
}
