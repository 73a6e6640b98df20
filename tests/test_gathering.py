"""A city's roster and what its plans break together, against what the raw plans say."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hpdirective.checking import check, terms
from hpdirective.choices import BeforeDay
from hpdirective.coverage import State
from hpdirective.finding import NotRunReason, Roster, Standing, SuppressedBy
from hpdirective.gathering import City, gather, with_city, without_city
from hpdirective.measuring import measure
from hpdirective.settings import Settings
from tests.cities import LIBRARY, REQUIRED, Change, action, city, plan_of, without
from tests.conftest import TODAY

ROSTER = Settings(roster=True)


def gathered(changes: dict[str, Change], today: date = TODAY, settings: Settings = ROSTER) -> City:
    return gather(city(changes, settings, today), LIBRARY, settings, today)


def standings(roster: Roster) -> dict[str, Standing]:
    return {
        row.unit.id: row.standing for row in roster.rows if row.standing is not Standing.IN_TIME
    }


def dated(issued: str, sent: str | None = None) -> Any:
    def change(plan: dict[str, Any]) -> None:
        plan["document"] |= {"issued": issued, "sent_on": sent or issued}

    return change


def found(made: City, rule: str) -> list[tuple[str | None, str | None]]:
    """Give unit and task of what a rule finds."""
    return [(f.unit, f.task) for f in made.between if f.rule.id == rule]


def test_a_clean_city_has_every_unit_in_time() -> None:
    made = gathered({})
    assert standings(made.roster) == {}
    assert [row.unit.id for row in made.roster.rows] == REQUIRED
    assert (made.roster.count(), made.roster.count(Standing.IN_TIME)) == (35, 35)
    assert made.roster.before == date(2023, 2, 15)
    serious = {f.rule.id for f in made.between} - {"HPD705", "HPD706"}
    assert serious == set()  # clean plans promise the least share, and name partners at will


def test_the_roster_says_how_each_plan_stands() -> None:
    other = plan_of("SoDL", lambda plan: plan.update(directive="hai-phong/2022/02-CT-UBND"))
    made = gathered(
        {
            "SoTC": None,
            "SoYT": dated("15/02/2023"),
            "SoXD": dated("16/02/2023"),
            "SoTP": dated("14/02/2023", "15/02/2023"),
            "SoDL": other,
            "SoNV": "unit: SoNV\n\t: {[",
            "SoNgV": lambda plan: plan["document"].pop("issued"),
            "CATP": lambda plan: None,
            "SoCT/2": lambda plan: plan["document"].update(
                number="16/KH-SCT", issued="12/02/2023"
            ),
        }
    )
    assert standings(made.roster) == {
        "SoTC": Standing.NOT_SENT,
        "SoYT": Standing.ON_THE_DAY,
        "SoXD": Standing.LATE,
        "SoDL": Standing.OTHER_DIRECTIVE,
        "SoNV": Standing.UNREADABLE,
        "SoNgV": Standing.UNDATED,
    }
    rows = {row.unit.id: row for row in made.roster.rows}
    assert {unit for unit, row in rows.items() if row.sent_late} == {"SoYT", "SoXD", "SoTP"}
    assert {unit for unit, row in rows.items() if row.outside} == {"CATP"}
    assert made.roster.count() == 35
    assert (rows["SoCT"].file, rows["SoCT"].others) == ("SoCT-2.yaml", ("SoCT.yaml",))
    assert (rows["SoXD"].number, rows["SoXD"].issued) == ("15/KH-SXD", date(2023, 2, 16))
    assert found(made, "HPD702") == [("SoTC", None)]
    not_sent = next(f for f in made.between if f.rule.id == "HPD702")
    assert not_sent.citation is not None
    assert not_sent.citation.clause == "III.1.2.1"


@pytest.mark.parametrize(
    ("reading", "standing"),
    [("warning", Standing.ON_THE_DAY), ("error", Standing.LATE), ("ok", Standing.IN_TIME)],
)
def test_the_day_itself_counts_as_the_setting_says(reading: str, standing: Standing) -> None:
    settings = Settings(roster=True, before_day=BeforeDay(reading))
    made = gathered({"SoYT": dated("15/02/2023")}, settings=settings)
    assert standings(made.roster).get("SoYT", Standing.IN_TIME) is standing


@pytest.mark.parametrize(
    ("today", "reading", "standing"),
    [
        ("2023-02-14", "warning", Standing.NOT_DUE),
        ("2023-02-15", "warning", Standing.NOT_DUE),
        ("2023-02-15", "error", Standing.NOT_SENT),
        ("2023-02-16", "warning", Standing.NOT_SENT),
        ("2023-02-16", "ok", Standing.NOT_SENT),
    ],
)
def test_a_plan_is_missing_only_when_its_day_is_over(
    today: str, reading: str, standing: Standing
) -> None:
    settings = Settings(roster=True, before_day=BeforeDay(reading))
    made = gathered({"SoTC": None}, date.fromisoformat(today), settings)
    assert standings(made.roster)["SoTC"] is standing
    assert (found(made, "HPD702") != []) == (standing is Standing.NOT_SENT)
    told = [gap.task for gap in made.not_run if gap.rule == "HPD703"]
    assert ("II.3.1.1" in told) == (standing is Standing.NOT_DUE), told


def test_a_plan_for_another_directive_is_no_missing_plan_but_takes_no_task() -> None:
    made = gathered({"SoVHTT": lambda p: p.update(directive="hai-phong/2022/02-CT-UBND")})
    assert found(made, "HPD702") == []
    assert (None, "II.5.5.1") in found(made, "HPD703")


def test_tasks_nobody_takes_are_those_that_coverage_has_as_missing_or_contested() -> None:
    choice = random.Random(7)
    for _ in range(6):
        changes: dict[str, Change] = {}
        for unit in choice.sample(REQUIRED, 6):
            changes[unit] = choice.choice(
                [
                    None,
                    _some_actions(choice),
                    _a_contest,
                    _a_waiver,
                    "unit: " + unit + "\n- [",
                    lambda plan: plan.update(directive="hai-phong/2022/02-CT-UBND"),
                ]
            )
        plans = city(changes)
        made = gather(plans, LIBRARY, ROSTER, TODAY)
        coverage = measure(plans, LIBRARY, ROSTER, TODAY)
        states: dict[str, set[State]] = {}
        for duty in coverage.duties:
            if duty.role == "lead" and LIBRARY.directive.clauses[duty.task].binding:
                states.setdefault(duty.task, set()).add(duty.state)
        expected = {
            task for task, held in states.items() if held <= {State.MISSING, State.CONTESTED}
        }
        assert {task for _, task in found(made, "HPD703")} == expected, changes


def _some_actions(choice: random.Random) -> Any:
    keep = choice.random()
    return lambda plan: plan.update(
        actions=[a for a in plan["actions"] if random.Random(a["id"]).random() < keep]
        or plan["actions"][:1]
    )


def _a_contest(plan: dict[str, Any]) -> None:
    first = plan["actions"].pop(0)
    plan["contests"] = [
        {"task": first["tasks"][0], "reason": "Không thuộc chức năng", "owner": "SoKHDT"}
    ]


def _a_waiver(plan: dict[str, Any]) -> None:
    first = plan["actions"].pop(0)
    plan["waivers"] = [
        {
            "task": first["tasks"][0],
            "reason": "Chưa bố trí được vốn",
            "approved_by": "Công văn 150/UBND-TH của UBND thành phố",
        }
    ]


def test_a_partner_of_the_directive_or_who_adds_up_is_no_second_lead() -> None:
    for unit, task in (("SoTTTT", "II.1.1.1"), ("SoNNPTNT", "II.4.4.1")):
        made = gathered({unit: _also(task)})
        assert found(made, "HPD704") == [], (unit, task)


def _also(task: str, **keys: Any) -> Any:
    def change(plan: dict[str, Any]) -> None:
        extra = {**plan["actions"][0], "id": "X1", "tasks": [task], "due": "Thường xuyên", **keys}
        for key in ("items", "indicators"):
            extra.pop(key, None)
        plan["actions"].append(extra)

    return change


def test_a_stranger_that_leads_a_task_of_one_lead_is_a_second_lead() -> None:
    made = gathered({"SoKHDT": _also("II.2.1.6", lead="Phòng Tổng hợp")})
    assert found(made, "HPD704") == [("SoKHDT", "II.2.1.6")]
    (one,) = [f for f in made.between if f.rule.id == "HPD704"]
    assert one.place.file == "SoKHDT.yaml"
    assert one.place.line.strip() == "lead: Phòng Tổng hợp"
    made = gathered({"SoKHDT": _also("II.2.1.6", lead="Sở Công Thương")})
    assert found(made, "HPD704") == []


def test_two_strangers_without_the_lead_are_told_once() -> None:
    lead = {"lead": "Phòng Tổng hợp"}
    made = gathered(
        {
            "SoCT": without("II.2.1.6"),
            "SoKHDT": _also("II.2.1.6", **lead),
            "SoTC": _also("II.2.1.6", **lead),
        }
    )
    assert found(made, "HPD704") == [("SoTC", "II.2.1.6")]


def test_one_lead_of_several_tasks_is_one_finding() -> None:
    def change(plan: dict[str, Any]) -> None:
        _also("II.2.1.6", lead="Phòng Tổng hợp")(plan)
        plan["actions"][-1]["tasks"].append("II.2.1.7")

    made = gathered({"SoKHDT": change})
    (one,) = [f for f in made.between if f.rule.id == "HPD704"]
    assert one.tasks == ("II.2.1.6", "II.2.1.7")


def test_different_days_for_one_shared_task() -> None:
    made = gathered(
        {
            "SoCT": lambda plan: action(plan, "II.2.1.6").update(due="30/11/2023"),
            "SoKHDT": _also("II.2.1.6", lead="Sở Công Thương", due="31/12/2023"),
            "SoTC": _also("II.2.1.6", lead="Sở Công Thương", due="30/11/2023"),
            "SoXD": _also("II.2.1.6", lead="Sở Công Thương", due="Thường xuyên"),
        }
    )
    assert found(made, "HPD707") == [("SoKHDT", "II.2.1.6")]


def test_each_district_has_its_own_day() -> None:
    made = gathered({"HuyenCatHai": lambda p: action(p, "II.4.4.1").update(due="30/06/2023")})
    assert found(made, "HPD707") == []


def test_parts_are_added_up_without_who_adds_them_up() -> None:
    shares = {"HuyenAnDuong": 6, "HuyenAnLao": 6, "HuyenKienThuy": 6, "HuyenThuyNguyen": 6}
    shares |= {"HuyenTienLang": 3, "HuyenVinhBao": 3}

    def promise(count: int) -> Any:
        def change(plan: dict[str, Any]) -> None:
            one = action(plan, "II.4.4.1")
            one["indicators"] = [{"id": "xa-ntm-chuyen-tiep", "target": f"{count} xã"}]

        return change

    changes: dict[str, Change] = {unit: promise(count) for unit, count in shares.items()}
    made = gathered(changes)
    (total,) = [s for s in made.sums if s.clause.id == "II.4.4.1"]
    assert (total.total, total.gap) == (Decimal(35), None)
    assert total.enough
    assert (None, "II.4.4.1") not in found(made, "HPD706")
    assert "SoNNPTNT" not in {part.duty.unit for part in total.parts}
    made = gathered({**changes, "HuyenVinhBao": promise(2)})
    (one,) = [f for f in made.between if f.rule.id == "HPD706" and f.task == "II.4.4.1"]
    assert "cộng lại 34 xã" in one.sentence.vi
    assert "UBND huyện Cát Hải: 5" in one.sentence.vi


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (None, NotRunReason.PLAN_MISSING),
        ("unit: HuyenAnLao\n- [", NotRunReason.UNREADABLE),
        (
            lambda plan: action(plan, "II.4.4.1").update(
                indicators=[{"id": "xa-ntm-chuyen-tiep", "target": "nhiều xã"}]
            ),
            NotRunReason.UNREADABLE,
        ),
        (
            lambda plan: action(plan, "II.4.4.1").update(
                indicators=[{"id": "xa-ntm-chuyen-tiep", "target": "6 xã nông thôn mới nâng cao"}]
            ),
            NotRunReason.UNREADABLE,
        ),
        (_a_contest, NotRunReason.CONTESTED),
    ],
)
def test_parts_are_not_added_up_where_one_is_not_known(
    change: Change, reason: NotRunReason
) -> None:
    if change is _a_contest:

        def change(plan: dict[str, Any]) -> None:
            without("II.4.4.1")(plan)
            plan["contests"] = [
                {"task": "II.4.4.1", "reason": "Không có xã nào", "owner": "Sở Xây dựng"}
            ]

    made = gathered({"HuyenAnLao": change})
    gaps = [gap for gap in made.not_run if gap.rule == "HPD706" and gap.task == "II.4.4.1"]
    assert [gap.reason for gap in gaps] == [reason]
    assert "UBND huyện An Lão" in gaps[0].message.vi
    assert (None, "II.4.4.1") not in found(made, "HPD706")


def test_a_partner_is_told_once_for_all_the_tasks_that_it_does_not_know() -> None:
    made = gathered({})
    pairs = [(f.unit, f.facts["partner"]) for f in made.between if f.rule.id == "HPD705"]
    assert len(pairs) == len(set(map(str, pairs)))


def test_a_unit_is_a_partner_where_a_division_of_it_is_named() -> None:
    def asked(partner: str) -> list[object]:
        def change(plan: dict[str, Any]) -> None:
            for one in plan["actions"]:
                one["support"] = [partner]

        made = gathered({"SoKHDT": change})
        told = [f for f in made.between if f.rule.id == "HPD705" and f.unit == "SoKHDT"]
        return [(str(f.facts["partner"]), f.facts["tasks"]) for f in told]

    assert asked("Phòng Quản lý thương mại - Sở Công Thương") == asked("Sở Công Thương") != []
    assert asked("Phòng Tổng hợp - Sở Kế hoạch và Đầu tư") == asked("Phòng Tổng hợp") == []


def test_a_comment_in_the_plan_leaves_out_what_stands_there() -> None:
    text = plan_of("SoKHDT", _also("II.2.1.6", lead="Phòng Tổng hợp"))
    last = text.rindex("lead: Phòng Tổng hợp")
    end = last + len("lead: Phòng Tổng hợp")
    marked = text[:end] + " # hpd: ignore[HPD704] hai đơn vị đã thống nhất" + text[end:]
    plans = city({"SoKHDT": marked})
    (one,) = [f for f in gather(plans, LIBRARY, ROSTER, TODAY).between if f.rule.id == "HPD704"]
    assert one.suppressed is not None
    assert one.suppressed.by is SuppressedBy.IGNORE
    own = next(p for p in plans if p.checked.unit == "SoKHDT").checked
    assert "HPD133" not in {
        f.rule.id for f in own.findings
    }  # whether it is needed one plan cannot tell


def test_an_assessment_says_whether_the_plans_were_taken_for_a_city() -> None:
    plans = city({"SoTC": None})
    found = check(plans, terms(LIBRARY.directive, ROSTER, TODAY), ROSTER)
    whole = with_city(found, gather(plans, LIBRARY, ROSTER, TODAY))
    assert whole.roster is not None
    assert "HPD702" in {f.rule.id for f in whole.between}
    alone = without_city(found, plans, Settings())
    assert {gap.rule for gap in alone.not_run} == {f"HPD70{n}" for n in range(2, 9)}
    assert {gap.reason for gap in alone.not_run} == {NotRunReason.NO_ROSTER}
    assert alone.roster is None


def test_rules_left_out_by_the_settings_say_nothing() -> None:
    settings = Settings(roster=True, ignore=("HPD7",))
    made = gathered({"SoTC": None, "HuyenAnLao": None}, settings=settings)
    assert (made.between, made.not_run) == ((), ())


def test_an_empty_city_misses_every_plan() -> None:
    made = gather([], LIBRARY, ROSTER, TODAY)
    assert made.roster.count(Standing.NOT_SENT) == 35
    assert len(found(made, "HPD702")) == 35
    assert {gap.rule for gap in made.not_run} == {"HPD706"}
