"""Completion where a writer stands in a plan, most of them half-typed."""

import unicodedata

import pytest

from hpdirective import answering
from hpdirective.editor.bench import Bench
from hpdirective.editor.completing import Completion
from hpdirective.editor.keys import LEVELS
from hpdirective.model.plan import (
    Action,
    Contest,
    Extension,
    Milestone,
    Paper,
    Plan,
    Promised,
    Relation,
    Waiver,
)
from hpdirective.source.edit import apply
from tests.editor.conftest import Typed

HEAD = "unit: HuyenCatHai\nactions:\n  - id: A1\n    tasks:\n      - II.4.4.1\n"
MODELS = (Plan, Paper, Relation, Action, Milestone, Promised, Waiver, Extension, Contest)


def ids(text: str, typed: Typed) -> list[str]:
    return [one.choice.id for one in offered(text, typed)]


def offered(text: str, typed: Typed) -> tuple[Completion, ...]:
    sheet, at = typed(text)
    return sheet.completions(at)


def written(text: str, id: str, typed: Typed) -> str:
    """Give the text with a completion taken."""
    one = next(one for one in offered(text, typed) if one.choice.id == id)
    return apply(text.replace("▮", ""), [one.edit])


def test_every_key_of_a_plan_is_described_at_its_level() -> None:
    found = [tuple(level) for level in LEVELS.values()]
    assert found == [tuple(model.model_fields) for model in MODELS]


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("▮", ["format", "directive", "unit", "actions"], ["id", "tasks"]),
        ("unit: SoTC\n▮\nactions:\n", ["directive", "waivers"], ["unit", "actions"]),
        ("document:\n  ▮\nunit: x\n", ["number", "issued", "sent_to"], ["unit"]),
        (HEAD + "    ▮\n    due: x\n", ["title", "steps"], ["id", "tasks", "due"]),
        (HEAD + "  - ▮", ["id", "tasks", "title", "due"], []),
        (HEAD + "    milestones:\n      - ▮", ["what", "due"], ["id"]),
        (HEAD + "    indicators:\n      - id: x\n        ▮", ["target", "baseline"], ["id"]),
        ("extensions:\n  - ▮", ["task", "to", "approved_by"], ["until"]),
        ("actions:\n- id: A1\n  ▮\n- id: A2\n  title: x\n", ["title", "tasks"], ["id"]),
        ('title: a: b: [\nactions:\n  - id: "x\n    ti▮', ["title"], ["id", "tasks"]),
    ],
)
def test_keys_that_are_not_there_yet(
    text: str, there: list[str], absent: list[str], typed: Typed
) -> None:
    found = ids(text, typed)
    assert not set(absent) & set(found)
    assert set(there) <= set(found)


@pytest.mark.parametrize(
    ("text", "id", "after"),
    [
        ("un▮", "unit", "unit: "),
        (HEAD + "    due▮: x\n", "due", HEAD + "    due: x\n"),
        (HEAD + "    ste▮", "steps", HEAD + "    steps:"),
        (HEAD + "  ▮", "title", HEAD + "  - title: "),
        ("unit:▮", "SoTC", "unit: SoTC"),
        ("unit: sở tài▮", "SoTC", "unit: SoTC"),
        ("unit: so tai▮ # x", "SoTC", "unit: SoTC # x"),
        ('unit: "SoT▮"', "SoTC", 'unit: "SoTC"'),
        (HEAD + "      ▮", "II.4.4.2", HEAD + "      - II.4.4.2"),
        (HEAD + "    support: [SoTC, ▮]", "SoXD", HEAD + "    support: [SoTC, SoXD]"),
    ],
)
def test_what_is_taken_is_written_as_yaml_wants_it(
    text: str, id: str, after: str, typed: Typed
) -> None:
    assert written(text, id, typed) == after


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_found_in_any_spelling(form: str, typed: Typed) -> None:
    words = unicodedata.normalize(form, "Sở Kế hoạch")  # type: ignore[arg-type]
    assert ids(f"unit: {words}▮", typed) == ["SoKHDT"]
    assert ids("waivers:\n  - task: NÔNG THÔN MỚI KIỂU▮", typed) == ["II.4.4.1", "II.4.4.2"]


def test_own_duties_come_first_and_all_tasks_follow(typed: Typed, bench: Bench) -> None:
    found = offered(HEAD + "      - ▮\n    title: a: b\n", typed)
    directive, units = bench.library.directive, bench.library.units
    unit = units.by_id["HuyenCatHai"]
    duties = answering.duties(directive, units, unit, submitted=True)
    lead = [duty.id for duty in duties if duty.required]
    assert [one.choice.id for one in found[: len(lead)]] == lead
    binding = {clause.id for clause in directive.clauses.values() if clause.binding}
    assert {one.choice.id for one in found} == binding
    first = found[0].choice
    assert first.detail == directive.clauses[first.id].name.vi
    assert directive.clauses[first.id].text[:20] in first.documentation
    assert [one.rank for one in found] == sorted(one.rank for one in found)


def test_indicators_and_items_are_those_of_the_tasks_cited(typed: Typed, bench: Bench) -> None:
    indicators = HEAD + "    indicators:\n      - id: ▮"
    assert ids(indicators, typed) == ["xa-ntm-chuyen-tiep"]
    clause = next(c for c in bench.library.directive.clauses.values() if c.items)
    for tasks in (f"[{clause.id}]", f"\n      - {clause.id} # x", f'"{clause.id}"'):
        text = f"actions:\n  - id: A1\n    items:\n      - ▮\n    tasks: {tasks}\n  - tasks: II.4.4.1\n"
        assert ids(text, typed) == [item.id for item in clause.items]
    assert ids("actions:\n  - id: A1\n    indicators:\n      - id: ▮", typed) == []


@pytest.mark.parametrize(
    "text",
    [
        "# un▮",
        HEAD + "    title: # ▮",
        HEAD + "    steps: |\n      abc\n      ▮",
        HEAD + "    title: ▮",
        HEAD + "    steps:\n      - ▮",
        "kind: unit\n▮",
    ],
)
def test_nothing_is_offered_where_words_are_free(text: str, typed: Typed) -> None:
    assert ids(text, typed) == []
