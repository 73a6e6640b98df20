"""Several plans of one unit: which counts, what an amendment changes, and when the first one came."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from hpdirective.checking import check, terms
from hpdirective.coverage import Coverage, DutyState, State
from hpdirective.finding import NotRunReason, Standing
from hpdirective.gathering import City, chains, gather
from hpdirective.measuring import measure
from hpdirective.model.plan import number_key
from hpdirective.settings import Settings
from hpdirective.surveying import Verdict, survey
from tests.cities import LIBRARY, Change, action, city, plan_of
from tests.conftest import TODAY

ROSTER = Settings(roster=True)
UNIT = LIBRARY.units.by_id["SoYT"]
TASK = "II.5.2.7"
Plan = dict[str, Any]


def numbered(number: str, issued: str = "10/02/2023", **relation: str) -> Callable[[Plan], None]:
    """Give a plan another number and day, and say how it stands to an earlier one."""

    def change(plan: Plan) -> None:
        plan["document"] |= {"number": number, "issued": issued, "sent_on": issued}
        if relation:
            plan["document"]["relation"] = relation

    return change


def worse(plan: Plan) -> None:
    """Take the result of an action away."""
    del action(plan, TASK)["result"]


def both(*changes: Callable[[Plan], Any]) -> Callable[[Plan], None]:
    def change(plan: Plan) -> None:
        for one in changes:
            one(plan)

    return change


def only(*tasks: str) -> Callable[[Plan], None]:
    """Leave of a plan the actions on some tasks, and nothing that a whole plan has."""

    def change(plan: Plan) -> None:
        plan["actions"] = [a for a in plan["actions"] if a["tasks"][0] in tasks]
        del plan["objectives"], plan["organisation"]

    return change


def measured(changes: dict[str, Change]) -> Coverage:
    return measure(city(changes), LIBRARY, ROSTER, TODAY, UNIT)


def gathered(changes: dict[str, Change]) -> City:
    return gather(city(changes), LIBRARY, ROSTER, TODAY)


def found(changes: dict[str, Change], file: str) -> set[str]:
    """Give the ids of the rules that a file breaks."""
    said = check(city(changes), terms(LIBRARY.directive, ROSTER, TODAY), ROSTER)
    return {f.rule.id for f in said.findings if f.place.file == file}


def state(coverage: Coverage, task: str = TASK) -> DutyState:
    return next(one for one in coverage.duties if one.task == task)


def row(changes: dict[str, Change]) -> Any:
    return next(row for row in gathered(changes).roster.rows if row.unit.id == "SoYT")


FIRST = numbered("63/KH-SYT")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("63/KH-SYT", "63/kh-syt"),
        ("Kế hoạch số 63/KH-SYT ngày 30/01/2023", "63/kh-syt"),
        ("63/KH-SYT ngày 30/01/2023", "63/kh-syt"),
        ("số 63 / KH–SYT.", "63/kh-syt"),
        ("ngày 30/01/2023 số 63/KH-SYT", "63/kh-syt"),
        ("63/2023/KH-SYT", "63/2023/kh-syt"),
        ("“63/KH-SYT”", "63/kh-syt"),
        ("163/KH-SYT", "163/kh-syt"),
        ("15/KH-SKHĐT", "15/kh-skhđt"),
        ("không số", "khôngsố"),
    ],
)
def test_numbers_are_compared_however_they_are_written(text: str, key: str) -> None:
    assert number_key(text) == key


@pytest.mark.parametrize(
    "issued", ["10/02/2023", "10/05/2023", "01/02/2023", "", "30/02/2023"], ids=str
)
def test_a_plan_that_another_replaces_never_counts(issued: str) -> None:
    new = both(numbered("70/KH-SYT", issued, replaces="Kế hoạch số 63/KH-SYT"), worse)
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": new}
    coverage = measured(changes)
    assert coverage.by_unit[0].plan == "SoYT-2.yaml"
    assert state(coverage).state is State.PARTIAL
    assert "HPD701" not in found(changes, "SoYT.yaml") | found(changes, "SoYT-2.yaml")


def test_plans_that_replace_one_another_in_a_row_or_a_circle() -> None:
    second, third = (
        numbered("70/KH-SYT", "10/03/2023", replaces="63/KH-SYT"),
        numbered("80/KH-SYT", "10/04/2023", replaces="70/KH-SYT"),
    )
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": second, "SoYT/3": third}
    chain = chains(city(changes))["SoYT"]
    assert chain.plan.checked.file == "SoYT-3.yaml"
    assert chain.first
    assert chain.first.checked.file == "SoYT.yaml"
    assert all("HPD701" not in found(changes, f"SoYT{n}.yaml") for n in ("", "-2", "-3"))
    circle = {**changes, "SoYT": numbered("63/KH-SYT", replaces="80/KH-SYT")}
    assert chains(city(circle))["SoYT"].plan.checked.file == "SoYT-3.yaml"
    itself = {"SoYT": numbered("63/KH-SYT", replaces="63/KH-SYT")}
    assert chains(city(itself))["SoYT"].plan.checked.file == "SoYT.yaml"


def test_a_later_replacement_makes_no_unit_late() -> None:
    new = numbered("70/KH-SYT", "10/05/2023", replaces="63/KH-SYT")
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": new}
    assert found(changes, "SoYT-2.yaml") & {"HPD401", "HPD402", "HPD409"} == set()
    assert row(changes).standing is Standing.IN_TIME
    assert (row(changes).number, row(changes).file) == ("63/KH-SYT", "SoYT-2.yaml")
    coverage = measured(changes)
    assert coverage.totals == measured({"SoYT": FIRST}).totals
    assert {gap.reason for gap in coverage.not_run} >= {NotRunReason.EARLIER_PLAN}


def test_a_first_plan_that_was_late_stays_late() -> None:
    changes: dict[str, Change] = {
        "SoYT": numbered("63/KH-SYT", "20/02/2023"),
        "SoYT/2": numbered("70/KH-SYT", "22/02/2023", replaces="63/KH-SYT"),
    }
    assert row(changes).standing is Standing.LATE
    issued = LIBRARY.directive.clause("plan.issued")
    assert issued
    assert state(measured(changes), issued.id).state is State.PARTIAL


def test_a_plan_of_which_the_first_is_not_there_is_not_known_to_be_in_time() -> None:
    new = numbered("70/KH-SYT", "10/05/2023", replaces="63/KH-SYT")
    changes: dict[str, Change] = {"SoYT": None, "SoYT/2": new}
    assert row(changes).standing is Standing.FIRST_MISSING
    issued = LIBRARY.directive.clause("plan.issued")
    assert issued
    coverage = measured(changes)
    assert state(coverage, issued.id).state is State.UNKNOWN
    assert state(coverage).state is State.COVERED  # it stands for itself in all else


def test_one_that_cannot_be_read_leaves_open_what_counts() -> None:
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": "unit: SoYT\n\t: {["}
    assert {s.state for s in measured(changes).duties if s.unit} == {State.UNKNOWN}
    assert row(changes).standing is Standing.UNREADABLE


AMENDING = numbered("45/KH-SYT", "10/05/2023", amends="63/KH-SYT")


@pytest.mark.parametrize("how", ["amends", "corrects"])
@pytest.mark.parametrize("issued", ["10/02/2023", "10/05/2023"])
def test_an_amendment_is_not_blamed_for_what_it_does_not_change(how: str, issued: str) -> None:
    part = both(numbered("45/KH-SYT", issued, **{how: "63/KH-SYT"}), only(TASK))
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": part}
    blamed = found(changes, "SoYT-2.yaml")
    assert {id for id in blamed if id[:4] in ("HPD2", "HPD3", "HPD4", "HPD7")} <= {"HPD312"}
    assert measured(changes).totals == measured({"SoYT": FIRST}).totals
    assert gathered(changes).roster.rows == tuple(
        one if one.unit.id != "SoYT" else row(changes)
        for one in gathered({"SoYT": FIRST}).roster.rows
    )
    assert row(changes).standing is Standing.IN_TIME
    assert row(changes).amended_by == ("SoYT-2.yaml",)
    nobody = {f.task for f in gathered(changes).between if f.rule.id == "HPD703"}
    assert nobody == {f.task for f in gathered({"SoYT": FIRST}).between if f.rule.id == "HPD703"}


def test_what_an_amendment_states_anew_it_answers_for() -> None:
    part = both(AMENDING, only(TASK), worse)
    coverage = measured({"SoYT": FIRST, "SoYT/2": part})
    assert state(coverage).state is State.PARTIAL
    assert {reason.file for reason in state(coverage).reasons} == {"SoYT-2.yaml"}
    better = both(AMENDING, only(TASK))
    assert state(measured({"SoYT": both(FIRST, worse), "SoYT/2": better})).state is State.COVERED


def test_what_an_amendment_changes_in_part_is_not_taken_for_covered() -> None:
    def twice(plan: Plan) -> None:
        again = copy.deepcopy(action(plan, TASK)) | {"id": "X9"}
        del again["result"]
        plan["actions"].append(again)

    part = both(AMENDING, only(TASK))
    changes: dict[str, Change] = {"SoYT": both(FIRST, twice), "SoYT/2": part}
    assert state(measured({"SoYT": both(FIRST, twice)})).state is State.PARTIAL
    assert state(measured(changes)).state is State.UNKNOWN


def test_an_extension_by_amendment_leaves_the_duty_open() -> None:
    def extended(plan: Plan) -> None:
        plan["actions"] = []
        plan["extensions"] = [
            {"task": TASK, "to": "31/03/2024", "approved_by": "Công văn số 12/UBND-VX"}
        ]

    changes: dict[str, Change] = {
        "SoYT": both(FIRST, worse),
        "SoYT/2": both(AMENDING, only(), extended),
    }
    assert state(measured(changes)).state is State.UNKNOWN


def test_an_amendment_to_a_plan_that_was_replaced_is_void() -> None:
    new = numbered("70/KH-SYT", "10/06/2023", replaces="63/KH-SYT")
    part = both(AMENDING, only(TASK), worse)
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": part, "SoYT/3": new}
    assert chains(city(changes))["SoYT"].amendments == ()
    assert state(measured(changes)).state is State.COVERED


def test_an_amendment_alone_says_nothing_for_sure() -> None:
    coverage = measured({"SoYT": None, "SoYT/2": both(AMENDING, only(TASK))})
    assert {one.state for one in coverage.duties if one.unit} == {State.UNKNOWN}
    assert coverage.totals.covered == 0


def test_figures_of_a_report_hold_for_amended_plans() -> None:
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": both(AMENDING, only(TASK), worse)}
    made = survey(city(changes), LIBRARY, ROSTER, TODAY)
    (said,) = (s for s in made.coverage.duties if s.task == TASK and s.unit == "SoYT")
    assert {c.file for c in made.answers(said)} == {"SoYT-2.yaml"}


def test_an_indicator_is_that_of_the_amendment_that_states_it_anew() -> None:
    task = "II.7.3.3"

    def weaker(plan: Plan) -> None:
        action(plan, task)["indicators"][0]["target"] = "60%"

    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": both(AMENDING, only(task), weaker)}
    made = survey(city(changes), LIBRARY, ROSTER, TODAY)
    (row,) = (r for r in made.indicators if r.unit == "SoYT" and r.clause.id == task)
    assert (row.promised, row.verdict, row.file) == ("60%", Verdict.NOT_MET, "SoYT-2.yaml")


def test_the_plan_of_a_unit_is_clean_whatever_it_is_called() -> None:
    """A whole plan that names no other is judged as ever."""
    assert "HPD401" in found({"SoYT": numbered("63/KH-SYT", "20/02/2023")}, "SoYT.yaml")
    assert "relation" not in plan_of("SoYT", FIRST)


def astray(
    changes: dict[str, Change], settings: Settings = ROSTER
) -> list[tuple[str | None, int]]:
    """Give file and line of each number that names no plan which is there."""
    said = check(city(changes), terms(LIBRARY.directive, settings, TODAY), settings)
    return [
        (f.place.file, f.place.span.line if f.place.span else 0)
        for f in said.between
        if f.rule.id == "HPD709"
    ]


@pytest.mark.parametrize("how", ["replaces", "amends", "corrects"])
def test_an_earlier_plan_that_is_not_there_is_told_at_its_number(how: str) -> None:
    new = numbered("70/KH-SYT", "10/05/2023", **{how: "Kế hoạch số 36/KH-SYT"})
    line = plan_of("SoYT", new).splitlines().index(f"    {how}: Kế hoạch số 36/KH-SYT") + 1
    changes: dict[str, Change] = {"SoYT": FIRST, "SoYT/2": new}
    assert astray(changes) == [("SoYT-2.yaml", line)]
    assert "HPD701" not in found(changes, "SoYT-2.yaml")
    assert astray(changes, Settings()) == [
        ("SoYT-2.yaml", line)
    ]  # another plan of the unit is there
    alone: dict[str, Change] = {"SoYT": None, "SoYT/2": new}
    assert astray(alone) == [("SoYT-2.yaml", line)]
    assert astray(alone, Settings()) == []  # nobody says that the unit's other plans are given


def test_an_earlier_plan_may_be_the_one_that_cannot_be_read() -> None:
    new = numbered("70/KH-SYT", "10/05/2023", replaces="36/KH-SYT")
    broken = "unit: SoYT\n\t: {["
    assert astray({"SoYT": broken, "SoYT/2": new}) == []
    assert astray({"SoYT": None, "SoYT/2": new, "SoXD/2": "\t: {["}) == []
    assert astray({"SoYT": None, "SoYT/2": new, "SoXD/2": "unit: SoXD\n\t: {["}) != []
    assert astray({"SoYT": lambda plan: plan["document"].pop("number"), "SoYT/2": new}) == []


def test_a_plan_named_by_no_number_that_is_there_changes_nothing_for_sure() -> None:
    loose = both(numbered("45/KH-SYT", "10/05/2023", amends="36/KH-SYT"), only(TASK))
    coverage = measured({"SoYT": both(FIRST, worse), "SoYT/2": loose})
    assert state(coverage).state is State.UNKNOWN
    assert coverage.totals.covered == measured({"SoYT": both(FIRST, worse)}).totals.covered
    again = both(numbered("46/KH-SYT", "10/06/2023", corrects="45/KH-SYT"), only(TASK))
    first = both(AMENDING, only(TASK), worse)
    assert (
        state(measured({"SoYT": FIRST, "SoYT/2": first, "SoYT/3": again})).state is State.COVERED
    )


@pytest.mark.parametrize("how", ["replaces", "amends"])
def test_a_plan_that_names_itself_is_judged_as_one_that_names_none(how: str) -> None:
    late = numbered("63/KH-SYT", "20/02/2023", **{how: "số 63/KH-SYT"})
    assert {"HPD343", "HPD401"} <= found({"SoYT": late}, "SoYT.yaml")
    assert (
        measured({"SoYT": late}).totals
        == measured({"SoYT": numbered("63/KH-SYT", "20/02/2023")}).totals
    )
