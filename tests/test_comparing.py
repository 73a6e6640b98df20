"""A measurement against an earlier one, and one that is confined to a part."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.checking import examine
from hpdirective.choices import Sort
from hpdirective.comparing import compare
from hpdirective.coverage import Coverage, Part, State
from hpdirective.disk import NotUsable
from hpdirective.library import Library
from hpdirective.measuring import WHOLE, measure
from hpdirective.reporters import coverage
from hpdirective.reporters.view import View, listed
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write

UNIT = "SoXD"


def measured(
    plan: dict[str, Any] | None, library: Library, part: Part = WHOLE, whole: bool = False
) -> Coverage:
    plans = (
        [examine(yaml.read("p.yaml", write(plan).encode()), library, Settings(), TODAY)]
        if plan
        else []
    )
    unit = None if whole else library.units.by_id[UNIT]
    return measure(plans, library, Settings(), TODAY, unit, (), part)


def as_json(found: Coverage, library: Library) -> str:
    return coverage.json.render(found, library.directive, library.units, Lang.VI)


def without(plan: dict[str, Any], task: str) -> dict[str, Any]:
    return {**plan, "actions": [a for a in plan["actions"] if a["tasks"] != [task]]}


def test_gained_and_lost_duties_are_named(library: Library) -> None:
    plan = clean_plan(UNIT, library)
    before = as_json(measured(without(plan, "II.4.1.2"), library), library)
    found = compare(measured(without(plan, "II.5.1.3"), library), "old.json", before)
    assert [(c.task, c.before, c.after) for c in found.gained] == [
        ("II.4.1.2", State.MISSING, State.COVERED)
    ]
    assert [(c.task, c.before, c.after) for c in found.lost] == [
        ("II.5.1.3", State.COVERED, State.MISSING)
    ]
    same = compare(measured(plan, library), "old.json", as_json(measured(plan, library), library))
    assert same.changes == ()


def test_the_report_keeps_its_shape(library: Library) -> None:
    before = measured(clean_plan(UNIT, library), library)
    after = measured(without(clean_plan(UNIT, library), "II.5.1.3"), library)
    since = compare(after, "old.json", as_json(before, library))
    for lang in Lang:
        shelf = library.directive, library.units
        said = json.loads(coverage.json.render(after, *shelf, lang, View(compared=since)))
        text = (files("hpdirective") / "schemas/comparison.json").read_text(encoding="utf-8")
        Draft7Validator(json.loads(text)).validate(said)
        assert [change["task"] for change in said["lost"]] == ["II.5.1.3"]


def test_only_what_both_measured_is_compared(library: Library) -> None:
    plan = clean_plan(UNIT, library)
    city = as_json(measured(plan, library, whole=True), library)
    assert compare(measured(plan, library), "city.json", city).changes == ()
    one = as_json(measured(None, library), library)
    found = compare(measured(plan, library, whole=True), "one.json", one)
    assert {change.unit for change in found.changes} == {UNIT}
    part = compare(measured(plan, library, Part(section="II.4")), "one.json", one)
    assert {change.task[:4] for change in part.changes} == {"II.4"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "hpd-coverage/1"}',
        '{"format": "hpd-findings/1", "tasks": []}',
        "\x00",
        "[" * 2000,
        '{"a":' * 50_000,
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_report_is_refused(text: str, library: Library) -> None:
    with pytest.raises(NotUsable, match=r"old\.json"):
        compare(measured(None, library), "old.json", text)


def test_a_report_on_another_directive_is_refused(library: Library) -> None:
    said = json.loads(as_json(measured(None, library), library))
    said["directive"]["id"] = "x/2022/01-CT"
    with pytest.raises(NotUsable, match="2022"):
        compare(measured(None, library), "old.json", json.dumps(said))


def test_a_part_has_its_own_base(library: Library) -> None:
    plan = without(clean_plan(UNIT, library), "II.4.1.2")
    whole, part = measured(plan, library), measured(plan, library, Part(section="II.4"))
    by_section = dict(whole.by_section)
    assert part.totals == by_section["II.4"]
    basis = measured(plan, library, Part(basis="function"))
    assert basis.totals == whole.by_basis["function"]
    both = measured(plan, library, Part("function", "II.4"))
    assert 0 < both.totals.required < part.totals.required
    text = coverage.text.render(both, library.directive, library.units, Lang.VI)
    assert "(chỉ tính II.4; chỉ tính căn cứ: theo chức năng, nhiệm vụ)" in text.splitlines()[0]


def test_duties_are_listed_as_wanted(library: Library) -> None:
    found = measured(without(clean_plan(UNIT, library), "II.4.1.2"), library)
    every = listed(found, library.directive, View())
    assert len(every) == found.totals.required
    gaps = listed(found, library.directive, View(gaps_only=True))
    assert len(gaps) == found.totals.required - found.totals.covered
    states = [d.state for d in listed(found, library.directive, View(sort=Sort.STATE))]
    assert states[0] is State.MISSING
    assert states[-1] is State.COVERED
    first = listed(found, library.directive, View(sort=Sort.DEADLINE))[0]
    assert first.task == "III.1.2.1"  # before 15/02
