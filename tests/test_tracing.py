"""A trace loses nothing on the way there and back, and says no state but the one that measuring gives."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.coverage import State
from hpdirective.library import open_document
from hpdirective.measuring import measure
from hpdirective.model.directive import Clause, Kind
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.source.document import Document
from hpdirective.source.standing import LineKind
from hpdirective.tracing.back import trace_line
from hpdirective.tracing.forward import View, trace_clauses
from hpdirective.tracing.line import line_at
from hpdirective.tracing.values import Trace, TracedClause, What, Why
from tests.conftest import TODAY
from tests.plans import clean_plan, write

LIBRARY = disk.open_library()
CLAUSES = list(LIBRARY.directive.clauses.values())
ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples/plans").glob("*.yaml"))
SENDERS = ["SoKHDT", "SoTTTT", "HuyenCatHai", "VPUBND", "QuanKienAn", "SoNNPTNT", "CATP", "BCHQS"]
each_clause = pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)


def document(file: str, text: str) -> Document:
    return yaml.read(file, text.encode())


def examined(file: str, text: str) -> Examined:
    return examine(document(file, text), LIBRARY, Settings(), TODAY)


def view(texts: dict[str, str], *, include_restricted: bool = False) -> View:
    plans = tuple(examined(file, text) for file, text in texts.items())
    return View(LIBRARY, Settings(), TODAY, plans, include_restricted=include_restricted)


def forward(over: View, clause: Clause) -> TracedClause:
    (found,) = trace_clauses(over, clause.id, [clause]).clauses
    return found


def back(over: View, file: str, text: str, line: int, column: int | None = None) -> Trace:
    query = f"{file}:{line}"
    return trace_line(over, line_at(query, document(file, text), line, column))


@cache
def clean_text(unit: str) -> str:
    return write(clean_plan(unit, LIBRARY))


def lines_of_actions(text: str) -> dict[str, range]:
    """Find the lines of each action in a plan as `write` writes it, the naive way."""
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines, 1) if line.startswith("- id: ")]
    end = next(n for n, line in enumerate(lines, 1) if line.startswith("organisation:"))
    stops = [*starts[1:], end]
    return {
        lines[a - 1].removeprefix("- id: "): range(a, b)
        for a, b in zip(starts, stops, strict=True)
    }


# --- forward


@each_clause
def test_paragraph_is_whole_and_the_clause_is_marked_in_it(clause: Clause) -> None:
    found = forward(view({}), clause)
    paragraph = next(p for p in LIBRARY.directive.paragraphs if p.id == clause.paragraph)
    assert found.paragraph == " ".join(c.text for c in paragraph.clauses)
    assert found.paragraph[found.start : found.end] == clause.text
    assert found.address == LIBRARY.directive.address(clause)


@pytest.fixture(scope="module")
def city() -> View:
    """Give a city with the examples, one late plan of a unit, and one that names nobody."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in EXAMPLES}
    texts["cu.yaml"] = clean_text("SoKHDT").replace("issued: 10/02/2023", "issued: 01/02/2023", 1)
    texts["ai.yaml"] = clean_text("SoXD").replace("unit: SoXD", "unit: Sở Hỏa tinh")
    texts["catp.yaml"] = clean_text("CATP")
    texts["hong.yaml"] = "unit: SoYT\nx: [a,\nb: c\n"
    return view(texts)


@each_clause
def test_states_and_actions_are_those_of_measuring(clause: Clause, city: View) -> None:
    coverage = measure(city.examined, LIBRARY, Settings(), TODAY)
    wanted = {
        d.unit: (d.state, d.role, d.basis, [(a.file, a.line, a.id) for a in d.actions])
        for d in coverage.duties
        if d.task == clause.id and d.unit
    }
    found = forward(city, clause)
    given = {
        d.duty.unit: (
            d.state,
            str(d.duty.role),
            str(d.duty.basis),
            [(a.file, a.line, a.id) for a in d.actions],
        )
        for d in found.duties
    }
    assert {unit: given[unit] for unit in wanted} == wanted
    others = set(given) - set(wanted)  # who need not send a plan, and did not
    assert all(LIBRARY.units.by_id[unit].submits != "required" for unit in others)
    assert all(d.plan is None for d in found.duties if d.duty.unit in others)
    focus = next((d for d in coverage.duties if d.task == clause.id and d.unit is None), None)
    assert found.state == (focus.state if focus else None)


@each_clause
def test_every_row_is_given_to_its_units(clause: Clause) -> None:
    found = forward(view({}), clause)
    named = {row.unit for row in clause.assign if row.unit}
    for row in clause.assign:
        named.update(LIBRARY.units.members(row.group or ""))
    assert {d.duty.unit for d in found.duties} == named
    assert len(found.duties) == len(named)


def test_every_action_that_names_a_clause_is_told_of_once(city: View) -> None:
    """Whoever reads all clauses has met every action of every plan that could be read, under each clause that it names."""
    met: dict[tuple[str, str], list[tuple[str, int | None]]] = {}
    for clause in CLAUSES:
        found = forward(city, clause)
        places = [(a.file, a.line) for d in found.duties for a in d.actions]
        places += [(u.file, u.line) for u in found.uncounted if u.what == "action"]
        assert len(places) == len(set(places)), clause.id
        for place in places:
            met.setdefault((place[0], clause.id), []).append(place)
    for one in city.examined:
        plan = one.context.plan if one.context else None
        for action in plan.actions if plan else ():
            for cell in action.tasks:
                assert (one.checked.file, cell.text) in met or cell.text.count(".") == 2


def test_why_a_place_does_not_count(city: View) -> None:
    found = forward(city, LIBRARY.directive.clauses["II.3.4.2"])
    assert [(u.file, u.why, u.instead) for u in found.uncounted] == [
        ("cu.yaml", Why.OTHER_PLAN, "SoKHDT.yaml")
    ]
    found = forward(city, LIBRARY.directive.clauses["II.4.1.2"])
    assert ("ai.yaml", Why.UNKNOWN_UNIT) in [(u.file, u.why) for u in found.uncounted]


def changed(unit: str, change: Callable[[dict[str, Any]], None]) -> str:
    plan = clean_plan(unit, LIBRARY)
    change(plan)
    return write(plan)


@pytest.mark.parametrize(
    ("task", "why"),
    [("II.5.2.1", Why.NOT_GIVEN), ("III.1.2.1", Why.NOT_BY_ACTION), ("I.1.1.1", Why.NOT_GIVEN)],
)
def test_action_on_a_task_that_it_cannot_answer(task: str, why: Why) -> None:
    text = changed("SoKHDT", lambda plan: plan["actions"][0]["tasks"].append(task))
    over = view({"a.yaml": text})
    found = forward(over, LIBRARY.directive.clauses[task])
    (place,) = found.uncounted
    assert (place.what, place.id, place.unit, place.why) == ("action", "A1", "SoKHDT", why)
    assert all(a.id != "A1" for d in found.duties for a in d.actions)
    trace = back(over, "a.yaml", text, place.line or 0)
    assert trace.at is not None
    assert trace.at.entry is not None
    assert trace.at.entry.tasks[-1].text == task
    assert [u.why for c in trace.clauses if c.clause.id == task for u in c.uncounted] == [why]


def test_plan_for_another_directive_answers_nothing() -> None:
    text = changed("SoTC", lambda plan: plan.update(directive="02/CT-UBND ngày 14/01/2022"))
    over = view({"a.yaml": text})
    found = forward(over, LIBRARY.directive.clauses["II.3.1.1"])
    assert {u.why for u in found.uncounted} == {Why.OTHER_DIRECTIVE}
    (state,) = [d for d in found.duties if d.duty.unit == "SoTC"]
    assert (state.state, state.actions, state.plan) == (State.MISSING, (), "a.yaml")
    assert [reason.rule for reason in state.reasons] == ["HPD308"]


def test_keys_of_the_plan_answer_with_their_lines() -> None:
    text = clean_text("SoXD")
    lines = text.splitlines()
    found = {
        id: next(
            d
            for d in forward(view({"a.yaml": text}), LIBRARY.directive.clauses[id]).duties
            if d.duty.unit == "SoXD"
        )
        for id in ("III.1.2.1", "III.1.2.2", "III.1.2.3", "III.1.1.1")
    }
    said = {id: [(".".join(map(str, k.path)), k.line) for k in d.keys] for id, d in found.items()}

    def line(start: str) -> int:
        return next(n for n, text in enumerate(lines, 1) if text.startswith(start))

    assert said == {
        "III.1.2.1": [("document.issued", line("  issued:"))],
        "III.1.2.2": [("objectives", line("objectives:")), ("actions", line("actions:"))],
        "III.1.2.3": [
            ("document.sent_to", line("  sent_to:")),
            ("document.sent_on", line("  sent_on:")),
        ],
        "III.1.1.1": [("organisation", line("organisation:"))],
    }


def test_claims_are_told_of_with_their_effect() -> None:
    def claim(plan: dict[str, Any]) -> None:
        plan["waivers"] = [
            {"task": "II.3.4.3", "reason": "Chuyển", "approved_by": "150/UBND-TH"},
            {"task": "II.3.4.3", "reason": "Lần hai", "approved_by": "151/UBND-TH"},
            {"task": "II.3.4.2", "reason": "Tự miễn", "approved_by": "21/SKHĐT"},
        ]
        plan["contests"] = [{"task": "II.2.1.2", "reason": "Thuộc Sở Công Thương"}]
        plan["extensions"] = [{"task": "II.3.4.2", "to": "30/6/2024", "approved_by": "9/UBND-TH"}]

    text = changed("SoKHDT", claim)
    over = view({"a.yaml": text})

    def claims(id: str) -> list[tuple[str, bool, str | None, str | None]]:
        found = forward(over, LIBRARY.directive.clauses[id])
        (mine,) = [d for d in found.duties if d.duty.unit == "SoKHDT"]
        return [(c.what, c.holds, c.reason, c.document) for c in mine.claims]

    assert claims("II.3.4.3") == [
        ("waiver", True, "Chuyển", "150/UBND-TH"),
        ("waiver", False, "Lần hai", "151/UBND-TH"),
    ]
    assert claims("II.3.4.2") == [
        ("waiver", False, "Tự miễn", "21/SKHĐT"),
        ("extension", True, None, "9/UBND-TH"),
    ]
    assert claims("II.2.1.2") == [("contest", True, "Thuộc Sở Công Thương", None)]
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "Lần hai" in words)
    trace = back(over, "a.yaml", text, line)
    assert trace.at is not None
    assert trace.at.what is What.WAIVER
    assert trace.at.claim is not None
    assert not trace.at.claim.holds
    assert [c.clause.id for c in trace.clauses] == ["II.3.4.3"]


def test_part_one_leads_to_what_realises_it(city: View) -> None:
    clause = LIBRARY.directive.clauses["I.3.1.2"]
    found = forward(city, clause)
    assert [c.clause.id for c in found.realised] == list(clause.realised_by)
    assert any(
        a.file == "SoKHDT.yaml" for c in found.realised for d in c.duties for a in d.actions
    )


def test_unreadable_and_nameless_plans_are_listed(city: View) -> None:
    trace = trace_clauses(city, "x", [CLAUSES[0]])
    assert [gap.file for gap in trace.unread] == ["ai.yaml", "hong.yaml"]
    narrowed = trace_clauses(city, "x", [CLAUSES[0]], LIBRARY.units.by_id["SoTC"])
    assert [gap.file for gap in narrowed.unread] == ["ai.yaml"]


def test_unit_narrows(city: View) -> None:
    unit = LIBRARY.units.by_id["SoTTTT"]
    trace = trace_clauses(city, "x", CLAUSES, unit)
    assert {d.duty.unit for c in trace.clauses for d in c.duties} == {"SoTTTT"}
    assert {u.unit for c in trace.clauses for u in c.uncounted} <= {"SoTTTT"}
    measured = measure(city.examined, LIBRARY, Settings(), TODAY, unit)
    foci = {d.task: d.state for d in measured.duties if d.unit is None}
    assert {c.clause.id: c.state for c in trace.clauses if c.state} == foci
    assert any(c.clause.kind is Kind.ORIENT for c in trace.clauses)


# --- there and back


@st.composite
def cities(draw: st.DrawFn) -> dict[str, str]:
    """Draw a few plans: clean ones with actions dropped, paragraphs in place of clauses, and tasks that are not the unit's."""
    texts = {}
    for number, unit in enumerate(
        draw(st.lists(st.sampled_from(SENDERS), min_size=1, max_size=3))
    ):
        plan = clean_plan(unit, LIBRARY)
        actions = plan["actions"]
        dropped = draw(st.sets(st.integers(0, len(actions) - 1), max_size=len(actions) // 2))
        plan["actions"] = [a for n, a in enumerate(actions) if n not in dropped]
        some = st.integers(0, len(plan["actions"]) - 1)
        for at in draw(st.sets(some, max_size=4)):
            action = plan["actions"][at]
            whole = draw(st.sampled_from(["paragraph", "more", "typed"]))
            if whole == "paragraph":
                action["tasks"] = [action["tasks"][0].rpartition(".")[0]]
            elif whole == "more":
                action["tasks"].append(draw(st.sampled_from(CLAUSES)).id)
            else:
                action["tasks"] = [f" {action['tasks'][0].lower()}. "]
        plan["document"]["issued"] = draw(st.sampled_from(["09/02/2023", "10/02/2023"]))
        texts[f"{number}-{unit}.yaml"] = write(plan)
    return texts


slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(cities(), st.data())
def test_what_is_found_forward_is_found_again_backward(
    texts: dict[str, str], data: st.DataObject
) -> None:
    over = view(texts)
    clause = data.draw(st.sampled_from(CLAUSES))
    found = forward(over, clause)
    for duty in found.duties:
        for action in duty.actions:
            trace = back(over, action.file, texts[action.file], action.line or 0)
            assert trace.at is not None
            assert trace.at.entry is not None
            assert (trace.at.what, trace.at.entry.id) == (What.ACTION, action.id)
            (same,) = [c for c in trace.clauses if c.clause.id == clause.id]
            assert [(d.duty.unit, d.state, d.actions) for d in same.duties] == [
                (duty.duty.unit, duty.state, duty.actions)
            ]
        for key in duty.keys:
            trace = back(over, key.file, texts[key.file], key.line or 0)
            assert clause.id in [c.clause.id for c in trace.clauses]
    for place in found.uncounted:
        trace = back(over, place.file, texts[place.file], place.line or 0)
        (same,) = [c for c in trace.clauses if c.clause.id == clause.id]
        assert place in same.uncounted


@slow
@given(cities(), st.data())
def test_every_line_of_an_action_leads_to_its_tasks_and_there_again(
    texts: dict[str, str], data: st.DataObject
) -> None:
    over = view(texts)
    file = data.draw(st.sampled_from(sorted(texts)))
    text = texts[file]
    unit = file.partition("-")[2].removesuffix(".yaml")
    runs = lines_of_actions(text)
    id = data.draw(st.sampled_from(sorted(runs)))
    raw = next(a for a in document(file, text).data["actions"] if a["id"] == id)  # type: ignore[index]
    mine = {c.id for c in CLAUSES if over.duties(LIBRARY.units.by_id[unit]).get(c.id)}
    wanted: dict[str, None] = {}
    for words in raw["tasks"]:
        name = words.strip().strip(".").upper()
        inside = [c.id for c in CLAUSES if c.id == name or c.paragraph == name]
        wanted.update(dict.fromkeys([i for i in inside if i in mine] or inside))
    for line in runs[id]:
        trace = back(over, file, text, line)
        assert trace.at is not None
        assert trace.at.entry is not None
        assert (trace.at.what, trace.at.entry.id) == (What.ACTION, id)
        assert (trace.at.entry.line, trace.at.entry.end_line) == (runs[id][0], runs[id][-1])
        assert [c.clause.id for c in trace.clauses] == list(wanted)
    for clause_id in wanted:
        found = forward(over, LIBRARY.directive.clauses[clause_id])
        places = [(a.file, a.line) for d in found.duties for a in d.actions]
        places += [(u.file, u.line) for u in found.uncounted]
        assert (file, runs[id][0]) in places


# --- backward


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_line_of_an_example_says_something(file: Path) -> None:
    opened = open_document(file)
    over = View(LIBRARY, Settings(), TODAY, (examine(opened, LIBRARY, Settings(), TODAY),))
    text = file.read_text(encoding="utf-8")
    inside: dict[str | None, list[int]] = {}
    for number, words in enumerate(text.splitlines(), 1):
        trace = trace_line(over, line_at("x", opened, number))
        assert trace.at is not None
        if trace.at.what is What.ACTION:
            assert trace.at.entry is not None
            inside.setdefault(trace.at.entry.id, []).append(number)
        elif trace.at.what is What.NOTHING:
            assert trace.at.line_kind in (LineKind.BLANK, LineKind.COMMENT)
            assert not words.strip() or words.strip().startswith("#")
            assert trace.at.near
    for numbers in inside.values():  # an action is one stretch, without holes
        assert numbers == list(range(numbers[0], numbers[-1] + 1))


def test_findings_that_touch_a_line_are_told_of() -> None:
    text = clean_text("SoKHDT").replace("due: 31/12/2023", "due: 31/03/2024", 1)
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "31/03/2024" in words)
    trace = back(view({"a.yaml": text}), "a.yaml", text, line)
    assert trace.at is not None
    assert [(r.rule, r.line) for r in trace.at.findings] == [("HPD404", line)]
    (clause,) = trace.clauses
    (duty,) = clause.duties
    assert duty.state is State.PARTIAL
    assert [(r.rule, r.line) for r in duty.findings] == [("HPD404", line)]
    assert [(r.rule, r.line) for r in duty.reasons] == [("HPD404", line)]


def test_line_of_the_directive_is_its_clause() -> None:
    path = ROOT / "data/directive_2023.yaml"
    opened = open_document(path)
    over = view({"a.yaml": clean_text("SoKHDT")})
    current = None
    ids = set(LIBRARY.directive.clauses)
    for number, words in enumerate(opened.lines, 1):
        found = words.strip().removeprefix("- id: ")
        if words == "tail:":
            break
        if words.strip().startswith("- id: ") and found in ids:
            current = found
        elif words.strip().startswith("- id: ") and found.count(".") < 3 and "-" not in found:
            current = None  # a part, a section or a paragraph begins
        if current and number % 23 == 0 and words.strip():
            trace = trace_line(over, line_at("x", opened, number))
            assert trace.at is not None
            assert trace.at.what is What.CLAUSE, number
            assert [c.clause.id for c in trace.clauses] == [current]


@pytest.mark.parametrize(
    ("words", "what", "ids"),
    [
        ("  - id: I\n", What.PART, ["I.1.1.1", "I.6.1.3"]),
        ("      - id: II.4\n", What.SECTION, ["II.4.1.1", "II.4.5.9"]),
        ("          - id: II.4.4\n", What.PARAGRAPH, ["II.4.4.1", "II.4.4.2"]),
        ("topics: ", What.KEY, ["III.1.2.1", "III.1.4.2"]),
        ("  - id: PL1", What.KEY, ["III.1.3.1", "III.1.3.2"]),
        ("head:\n", What.KEY, []),
        ("# Directive", What.NOTHING, []),
    ],
)
def test_other_lines_of_the_directive(words: str, what: What, ids: list[str]) -> None:
    opened = open_document(ROOT / "data/directive_2023.yaml")
    text = "\n".join(opened.lines)
    number = text[: text.index(words)].count("\n") + 1
    trace = trace_line(view({}), line_at("x", opened, number))
    assert trace.at is not None
    assert trace.at.what is what
    found = [c.clause.id for c in trace.clauses]
    assert (found[:1] + found[-1:] if ids else found) == ids
    if not ids:
        assert [entry.id for entry in trace.at.near] == ["I.1.1.1"]


def test_lines_of_units_and_groups() -> None:
    over = view({"a.yaml": clean_text("SoTP")})
    unit = open_document(ROOT / "data/units/SoTP.yaml")
    for number in (1, 3, 5):
        trace = trace_line(over, line_at("x", unit, number))
        assert trace.at is not None
        assert (trace.at.what, trace.at.unit) == (What.UNIT, "SoTP")
        assert [c.clause.id for c in trace.clauses] == list(
            over.duties(LIBRARY.units.by_id["SoTP"])
        )
        assert {d.duty.unit for c in trace.clauses for d in c.duties} == {"SoTP"}
    groups = open_document(ROOT / "data/groups.yaml")
    head = groups.lines.index("  - id: all") + 1
    trace = trace_line(over, line_at("x", groups, head))
    assert trace.at is not None
    assert (trace.at.what, trace.at.group) == (What.GROUP, "all")
    assert all(any(r.group == "all" for r in c.clause.assign) for c in trace.clauses)
    assert trace.clauses
    member = groups.lines.index("      - SoTP") + 1
    trace = trace_line(over, line_at("x", groups, member))
    assert trace.at is not None
    assert (trace.at.what, trace.at.unit, trace.at.group) == (What.UNIT, "SoTP", "all")
    first = trace_line(over, line_at("x", groups, 1))
    assert first.at is not None
    assert (first.at.what, [e.id for e in first.at.near]) == (What.KEY, ["all"])


def test_plan_that_does_not_count_says_which_does() -> None:
    texts = {
        "cu.yaml": clean_text("SoTP").replace("issued: 10/02/2023", "issued: 01/02/2023", 1),
        "moi.yaml": clean_text("SoTP"),
    }
    over = view(texts)
    line = lines_of_actions(texts["cu.yaml"])["A1"][0]
    trace = back(over, "cu.yaml", texts["cu.yaml"], line)
    assert trace.at is not None
    assert trace.at.instead == "moi.yaml"
    (clause,) = trace.clauses
    assert [u.why for u in clause.uncounted] == [Why.OTHER_PLAN]
    assert [a.file for d in clause.duties for a in d.actions] == ["moi.yaml"]


def test_actions_on_one_line_are_told_apart_by_the_column() -> None:
    text = "unit: SoTP\nactions: [{id: A1, tasks: II.7.4.1}, {id: A2, tasks: II.7.4.2}]\n"
    over = view({"a.yaml": text})
    whole = back(over, "a.yaml", text, 2)
    assert whole.at is not None
    assert (whole.at.what, [e.id for e in whole.at.near]) == (What.SEVERAL, ["A1", "A2"])
    column = text.splitlines()[1].index("A2") + 1
    second = back(over, "a.yaml", text, 2, column)
    assert [c.clause.id for c in second.clauses] == ["II.7.4.2"]


# --- restricted clauses

SECRET = "bí mật"
RESTRICTED = f"""\
directive: hai-phong/2023/02-CT-UBND
unit: SoTNMT
actions:
  - id: A1
    tasks:
      - II.8.3.6
    title: {SECRET} 1
    steps:
      - {SECRET} 2: ngày 25
      # {SECRET} 3
    due: {SECRET} 4
    lead: Sở {SECRET}
    result: {SECRET} 5
    {SECRET}: 6
  - id: A2
    tasks: II.8.3.6; II.8.3.5
    title: {SECRET} 7
  - id: A3
    tasks:
      - II.8.3.6
    tasks:
      - II.8.3.6
    title: {SECRET} 8
  - id: A4
    tasks:
      - II.8
    title: {SECRET} 9
waivers:
  - task: II.8.3.6
    reason: {SECRET} 10
    approved_by: {SECRET} 11
---
actions:
  - tasks: II.8.3.6
    title: {SECRET} 12
"""


def said(trace: Trace) -> str:
    """Say a trace in every format and language."""
    from hpdirective.reporters.trace import REPORTERS
    from hpdirective.words import Lang

    return "".join(
        render(trace, LIBRARY.units, lang) for render in REPORTERS.values() for lang in Lang
    )


def test_words_of_restricted_answers_never_show() -> None:
    over = view({"a.yaml": RESTRICTED})
    for clause in CLAUSES:
        assert SECRET not in said(trace_clauses(over, clause.id, [clause]))
    for number in range(1, len(RESTRICTED.splitlines()) + 1):
        assert SECRET not in said(back(over, "a.yaml", RESTRICTED, number)), number


def test_words_of_restricted_answers_show_on_request_and_count_all_the_same() -> None:
    over = view({"a.yaml": RESTRICTED}, include_restricted=True)
    clause = LIBRARY.directive.clauses["II.8.3.6"]
    assert SECRET in said(trace_clauses(over, clause.id, [clause]))
    open_, shut = (
        forward(view({"a.yaml": RESTRICTED}, include_restricted=shown), clause)
        for shown in (True, False)
    )
    for one, other in zip(open_.duties, shut.duties, strict=True):
        assert (one.state, [(a.file, a.line, a.id) for a in one.actions]) == (
            other.state,
            [(a.file, a.line, a.id) for a in other.actions],
        )
    (mine,) = [d for d in shut.duties if d.duty.unit == "SoTNMT"]
    assert [(a.id, a.title, a.restricted) for a in mine.actions] == [("A1", None, True)]


@pytest.mark.parametrize(
    "text",
    [
        f"unit: SoTNMT\na: [{SECRET},\nactions:\n  - tasks: II.8.3.6\n    title: {SECRET}\n",
        f"kind: {SECRET}\nactions:\n  - tasks: II.8.3.6\n    title: {SECRET}\n",
    ],
)
def test_restricted_words_of_an_unreadable_plan_never_show(text: str) -> None:
    over = view({"a.yaml": text})
    assert over.contexts == {}
    for number in range(1, 6):
        assert SECRET not in said(back(over, "a.yaml", text, number))
