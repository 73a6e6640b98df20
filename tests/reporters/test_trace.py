"""Traces of the examples against their golden files; the JSON shape; lines folded to a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from hpdirective.checking import examine
from hpdirective.library import Library, open_document
from hpdirective.reporters.trace import REPORTERS
from hpdirective.reporters.wrapping import folded
from hpdirective.settings import Settings
from hpdirective.tracing.back import trace_line
from hpdirective.tracing.forward import View, trace_clauses
from hpdirective.tracing.line import line_at
from hpdirective.tracing.values import Trace
from hpdirective.words import Lang
from tests.conftest import TODAY, Golden

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/trace"
PLANS = [f"examples/plans/{name}.yaml" for name in ("HuyenCatHai", "SoKHDT", "SoTTTT", "minimal")]


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # reports name files as seen from here


def trace(query: str, library: Library) -> Trace:
    """Trace as the command does: an id over all examples, or of one unit after `@`; a line of a plan by itself."""
    id, _, unit = query.partition("@")
    file, _, number = query.rpartition(":")
    documents = {name: open_document(Path(name)) for name in ([file] if file else PLANS)}
    examined = (examine(d, library, Settings(), TODAY) for d in documents.values())
    view = View(library, Settings(), TODAY, tuple(examined))
    if file:
        return trace_line(view, line_at(query, documents[file], int(number)))
    clauses = library.directive.under(id)
    return trace_clauses(view, query, clauses, library.units.by_id[unit] if unit else None)


@pytest.mark.parametrize(
    ("format", "lang"), [("text", Lang.VI), ("text", Lang.EN), ("json", Lang.EN)]
)
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("II.7.3.3", "clause"),
        ("II.4.4@HuyenCatHai", "paragraph-of-a-unit"),
        ("I.3.1.2", "focus"),
        ("II.8.3.6", "restricted"),
        ("III.1.2.1", "key"),
        ("examples/plans/SoKHDT.yaml:42", "line"),
        ("examples/plans/HuyenCatHai.yaml:55", "line-with-findings"),
        ("examples/plans/SoTTTT.yaml:8", "line-of-a-key"),
        ("examples/plans/SoKHDT.yaml:47", "blank-line"),
        ("examples/plans/minimal.yaml:7", "line-of-the-unit"),
        ("examples/faults/unknown-task.yaml:29", "unknown-task"),
    ],
)
def test_trace_equals_its_golden_file(
    query: str, name: str, format: str, lang: Lang, library: Library, golden: Golden
) -> None:
    text = REPORTERS[format](trace(query, library), library.units, lang)
    golden(GOLDEN / f"{name}.{lang}.{'txt' if format == 'text' else format}", text)


def keys(found: list[dict[str, Any]]) -> set[str]:
    return {name for one in found for name in one}


CLAUSE = {
    "id", "part", "section", "paragraph", "kind", "text", "title", "met_by", "assignments", "due",
    "start", "items", "open", "indicators", "references", "mentions", "horizons", "marks", "restricted",
    "realised_by", "address", "in_paragraph", "state", "answers", "uncounted", "realised",
}  # fmt: skip
ANSWER = {
    "unit", "group", "role", "basis", "source", "reason", "scope", "met_by", "due", "submits",
    "plan", "state", "reasons", "actions", "keys", "claims", "findings",
}  # fmt: skip
REMARK = {"rule", "name", "severity", "file", "line", "column", "message"}
AT = {
    "file", "line", "column", "what", "line_is", "path", "text", "unit", "group", "action", "entry",
    "claim", "near", "findings", "instead",
}  # fmt: skip


def test_json_keeps_its_shape(library: Library) -> None:
    found = [
        json.loads(REPORTERS["json"](trace(query, library), library.units, Lang.EN))
        for query in ("I", "II", "III", "examples/plans/HuyenCatHai.yaml:55", "examples/plans/SoKHDT.yaml:47")
    ]  # fmt: skip
    for one in found:
        assert list(one) == [
            "format", "tool", "directive", "as_of", "lang", "settings", "query", "unit", "at", "clauses",
            "plans", "looked_in", "not_run",
        ]  # fmt: skip
        assert one["format"] == "hpd-trace/1"
    clauses = [clause for one in found for clause in one["clauses"]]
    assert all(set(clause) == CLAUSE for clause in clauses)
    assert keys([c["in_paragraph"] for c in clauses]) == {"text", "start", "end"}
    for clause in clauses:
        where = clause["in_paragraph"]
        assert where["text"][where["start"] : where["end"]] == clause["text"]
    through = [one for clause in clauses for one in clause["realised"]]
    assert keys(through) == {"id", "address", "answers"}
    answers = [answer for clause in (*clauses, *through) for answer in clause["answers"]]
    assert all(set(answer) == ANSWER for answer in answers)
    assert keys([x for a in answers for x in a["actions"]]) == {
        "file",
        "line",
        "id",
        "title",
        "restricted",
    }
    assert keys([x for a in answers for x in a["keys"]]) == {"met_by", "key", "file", "line"}
    assert keys([x for a in answers for x in a["reasons"]]) == {"rule", "message", "file", "line"}
    assert all(set(x) == REMARK for a in answers for x in a["findings"])
    assert [set(one["at"]) for one in found if one["at"]] == [AT, AT]
    action, blank = (one["at"] for one in found if one["at"])
    assert action["action"] == "A2"
    assert set(action["entry"]) == {
        "what",
        "path",
        "line",
        "end_line",
        "id",
        "title",
        "restricted",
        "tasks",
    }
    assert keys(action["entry"]["tasks"]) == {"text", "line", "clauses", "given"}
    assert (blank["what"], blank["line_is"], blank["entry"]) == ("nothing", "blank", None)
    assert [entry["id"] for entry in blank["near"]] == ["A1", "A2"]


@pytest.mark.parametrize("width", [40, 72, 100, 200])
def test_folding_loses_no_word_and_keeps_to_the_width(width: int, library: Library) -> None:
    found = trace("II.7.3.3", library)
    whole = REPORTERS["text"](found, library.units, Lang.VI)
    narrow = REPORTERS["text"](found, library.units, Lang.VI, width)
    assert narrow.split() == whole.split()
    longest = max(map(len, whole.split()))
    assert all(len(line) <= max(width, longest + 10) for line in narrow.splitlines())


def test_folded_lines_hang_under_their_beginning() -> None:
    assert folded(["    - một hai ba bốn năm sáu bảy tám chín mười mười một"], 40) == [
        "    - một hai ba bốn năm sáu bảy tám",
        "      chín mười mười một",
    ]
    quoted = "   12 | " + "x " * 60
    assert folded([quoted], 40) == [quoted]
    assert folded(["x " * 60], None) == ["x " * 60]


def test_marks_are_others_where_the_text_uses_them(library: Library) -> None:
    from msgspec.structs import replace

    found = trace("II.7.3.3", library)
    (clause,) = found.clauses
    text = f"«{clause.paragraph[1:]}"
    shown = replace(found, clauses=(replace(clause, paragraph=text),))
    said = REPORTERS["text"](shown, library.units, Lang.VI)
    assert "⟦Phấn đấu tỷ lệ" in said
