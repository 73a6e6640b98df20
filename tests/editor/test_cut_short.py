"""Whole plans cut short where their writer may be just now: what stood there is offered, and nothing breaks."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hpdirective.editor.bench import Bench, open_sheet
from hpdirective.editor.positions import Encoding, Point, Position

ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted((ROOT / "examples" / "plans").glob("*.yaml"))
TEXT = (ROOT / "examples" / "faults" / "weaker-target.yaml").read_text(encoding="utf-8")
WORD = re.compile(r"^ +(?:- )?(?:id: |tasks: )?(?P<id>[IVX]+\.[\d.]+|[a-z-]{8,}|[A-Z]\w+)$")


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_what_stood_there_is_offered(file: Path, bench: Bench) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    known = {*bench.library.directive.clauses, *bench.library.directive.indicators}
    known |= set(bench.library.units.by_id)
    places = [(n, found) for n, line in enumerate(lines) if (found := WORD.match(line))]
    places = [(n, found) for n, found in places if found["id"] in known]
    assert places
    for number, found in places[:: max(1, len(places) // 12)]:
        start = found.start("id")
        above, rest = lines[:number], lines[number + 1 :]
        for after in ([], rest):
            text = "\n".join([*above, lines[number][:start], *after])
            offered = open_sheet(bench, "x.yaml", text).completions(Point(number + 1, start + 1))
            assert found["id"] in [one.choice.id for one in offered], (number + 1, found["id"])


@settings(deadline=None, max_examples=30)
@given(
    st.integers(0, len(TEXT)),
    st.sampled_from(["", "- ", ": ", '"', "[", "{", "\t", "| ", "# ", "😀", "\r"]),
)
def test_nothing_breaks_wherever_a_text_ends(bench: Bench, at: int, typed: str) -> None:
    for text in (TEXT[:at] + typed, TEXT[:at] + typed + TEXT[at:]):
        sheet = open_sheet(bench, "x.yaml", text)
        before = re.split(r"\r\n|\n|\r", TEXT[:at] + typed)
        here = Point(len(before), len(before[-1]) + 1)
        for one in sheet.completions(here):
            span = one.edit.span
            assert (span.line, span.end_line, span.end_column) == (
                here.line,
                here.line,
                here.column,
            )
            assert span.column <= here.column
        sheet.hover(here)
        sheet.definitions(here)
    ruler = sheet.page.ruler(Encoding.UTF16)
    for found in sheet.diagnostics():
        place = ruler.range(found.span)
        assert Position(0, 0) <= place.start <= place.end
        assert place.end.line < len(sheet.page.lines)
