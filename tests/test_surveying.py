"""What every report of a city shows, against the raw plans; and what must stay out of it."""

from typing import Any

import pytest

from hpdirective.reporters.evidence import mark
from hpdirective.settings import Settings
from hpdirective.surveying import Survey, Verdict, survey
from hpdirective.words import Lang
from tests.cities import LIBRARY, Change, action, city, without
from tests.conftest import TODAY

SECRET = "Hầm chỉ huy số 7"


def surveyed(changes: dict[str, Change], **options: Any) -> Survey:
    settings = Settings(roster=True, **options)
    return survey(city(changes, settings), LIBRARY, settings, TODAY)


def verdicts(made: Survey, unit: str) -> dict[str, Verdict]:
    return {row.clause.id: row.verdict for row in made.indicators if row.unit == unit}


def test_a_promise_is_held_against_what_is_asked() -> None:
    def weaker(plan: dict[str, Any]) -> None:
        action(plan, "II.7.3.3")["indicators"][0]["target"] = "85%"

    made = surveyed({"SoTC": weaker, "SoYT": without("II.7.3.3")})
    assert verdicts(made, "SoKHDT")["II.7.3.3"] is Verdict.MET
    assert verdicts(made, "SoTC")["II.7.3.3"] is Verdict.NOT_MET
    assert verdicts(made, "SoYT")["II.7.3.3"] is Verdict.MISSING


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (None, Verdict.NO_PLAN),
        ("unit: SoTC\n\t: {[", Verdict.UNKNOWN),
        (lambda plan: plan.update(directive="hai-phong/2022/02-CT-UBND"), Verdict.MISSING),
    ],
)
def test_without_a_plan_to_hold_nothing_is_met(change: Change, verdict: Verdict) -> None:
    assert set(verdicts(surveyed({"SoTC": change}), "SoTC").values()) == {verdict}


def test_a_paper_of_its_own_stands_for_an_indicator() -> None:
    def apart(plan: dict[str, Any]) -> None:
        one = action(plan, "II.8.3.2")
        for key in ("title", "steps", "due", "result", "indicators"):
            one.pop(key, None)
        one["reference"] = "kế hoạch riêng số 12/KH"

    made = surveyed({"QuanHongBang": apart})
    assert verdicts(made, "QuanHongBang")["II.8.3.2"] is Verdict.BY_REFERENCE


def test_what_is_contested_is_set_aside() -> None:
    def contest(plan: dict[str, Any]) -> None:
        without("II.4.4.1")(plan)
        plan["contests"] = [
            {"task": "II.4.4.1", "reason": "Không có xã nào", "owner": "Sở Xây dựng"}
        ]

    made = surveyed({"HuyenAnLao": contest})
    assert verdicts(made, "HuyenAnLao")["II.4.4.1"] is Verdict.SET_ASIDE


def test_who_only_adds_up_need_promise_nothing() -> None:
    made = surveyed({"SoNNPTNT": None})
    assert "II.4.4.1" not in verdicts(made, "SoNNPTNT")
    assert "II.4.4.1" in verdicts(made, "HuyenAnLao")


def test_each_unit_leads_its_own_part_by_its_own_day() -> None:
    made = surveyed({"SoTNMT": lambda plan: action(plan, "II.6.3.7").update(due="30/06/2023")})
    assert [f for f in made.findings if f.rule.id == "HPD707"] == []


CLAIMS: dict[str, dict[str, Any]] = {
    "waivers": {"reason": f"{SECRET} a", "approved_by": f"{SECRET} b", "until": f"{SECRET} c"},
    "extensions": {"to": f"{SECRET} d", "approved_by": f"{SECRET} e"},
    "contests": {"reason": f"{SECRET} f", "owner": f"{SECRET} g", "document": f"{SECRET} h"},
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_words_of_claims_on_restricted_tasks_stay_out(claim: str) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan[claim] = [{"task": "II.8.3.5", **CLAIMS[claim]}]

    made = surveyed({"QuanLeChan": change})
    found = [f for f in made.findings if f.place.file == "QuanLeChan.yaml"]
    assert found
    assert SECRET not in repr([(f.facts, f.place.line, f.path, f.message(Lang.VI)) for f in found])
    shown = surveyed({"QuanLeChan": change}, include_restricted=True)
    assert SECRET in repr(shown.findings)


def test_days_and_keys_of_restricted_tasks_stay_out() -> None:
    def change(plan: dict[str, Any]) -> None:
        one = action(plan, "II.8.3.5")
        one |= {"due": "17/09/2024", SECRET: "x", "support": ["Sở Tư pháp"]}

    made = surveyed({"QuanNgoQuyen": change})
    found = [f for f in made.findings if f.unit == "QuanNgoQuyen"]
    said = repr([(f.facts, f.path, f.named, f.message(Lang.VI), f.help(Lang.EN)) for f in found])
    assert "17/09/2024" not in said
    assert "2024, 9, 17" not in said
    assert SECRET not in said
    tasks = {t for f in found if f.rule.id == "HPD705" for t in f.facts["tasks"]}  # type: ignore[union-attr]
    assert "II.8.3.5" not in tasks


def test_the_mark_has_room_where_files_keep_it() -> None:
    assert len(mark(surveyed({}), Lang.VI, "letters")) < 255
