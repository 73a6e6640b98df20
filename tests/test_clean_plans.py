"""Every unit can be satisfied: a plan made plainly from its duties is clean, and coverage counts it so."""

import random

import pytest

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.coverage import State
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.conftest import TODAY
from tests.plans import clean_plan, owed, write

UNITS = [u.id for u in disk.open_library().units if u.submits in ("required", "requested")]
each_unit = pytest.mark.parametrize("unit", UNITS)


def examined(text: str, library: Library) -> Examined:
    return examine(yaml.read("plan.yaml", text.encode()), library, Settings(), TODAY)


@each_unit
def test_clean_plan_has_no_findings(unit: str, library: Library) -> None:
    checked = examined(write(clean_plan(unit, library)), library).checked
    assert [(f.rule.id, f.path, dict(f.facts)) for f in checked.findings] == []


@each_unit
def test_clean_plan_covers_all_but_the_annexes(unit: str, library: Library) -> None:
    plan = examined(write(clean_plan(unit, library)), library)
    coverage = measure([plan], library, Settings(), TODAY, library.units.by_id[unit])
    left = {s.task for s in coverage.duties if s.role == "lead" and s.state is not State.COVERED}
    assert left == {"III.1.3.1", "III.1.3.2"}
    assert coverage.totals.covered == coverage.totals.required - 2
    assert coverage.totals.unknown == 2


@each_unit
def test_each_action_dropped_is_one_duty_missing(unit: str, library: Library) -> None:
    """Dropping an action costs just the duty that it answers: the finding says so, and so does the state."""
    given = owed(unit, library)
    duty = random.Random(unit).choice(given)
    plan = clean_plan(unit, library)
    plan["actions"] = [a for a in plan["actions"] if a["tasks"] != [duty.id]]
    one = examined(write(plan), library)
    rules = {
        ("named", "lead"): "HPD320",
        ("all", "lead"): "HPD321",
        ("function", "lead"): "HPD322",
        ("place", "lead"): "HPD323",
        ("reading", "lead"): "HPD324",
        ("named", "support"): "HPD325",
    }
    assert [(f.rule.id, f.task) for f in one.checked.findings] == [
        (rules[str(duty.basis), str(duty.role)], duty.id)
    ]
    coverage = measure([one], library, Settings(), TODAY, library.units.by_id[unit])
    state = next(s for s in coverage.duties if s.task == duty.id and s.unit == unit)
    assert state.state is State.MISSING
