"""Coverage against a second, naive count over the raw plan; it never rises when something is taken away."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.coverage import Coverage, State
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.conftest import TODAY
from tests.plans import clean_plan, owed, write

LIBRARY = disk.open_library()
SOME = ["SoKHDT", "SoTTTT", "HuyenCatHai", "VPUBND", "QuanKienAn", "SoNNPTNT"]


def covered(plan: dict[str, Any], library: Library = LIBRARY) -> Coverage:
    return measure([examined(plan)], library, Settings(), TODAY, library.units.by_id[plan["unit"]])


def examined(plan: dict[str, Any], file: str = "plan.yaml") -> Examined:
    return examine(yaml.read(file, write(plan).encode()), LIBRARY, Settings(), TODAY)


def naive(plan: dict[str, Any]) -> int:
    """Count covered duties the simple way: an action in time cites it, and the plan's own keys are there."""
    duties = {d.id: d for d in owed(plan["unit"], LIBRARY) if d.role == "lead"}
    cited = {a["tasks"][0] for a in plan["actions"]}
    keys = [
        "organisation" in plan
    ] * 5  # III.1.1 and the general sentence of III.2; III.1.3 stays unknown
    keys += [plan["document"]["issued"] == "10/02/2023", "objectives" in plan]
    if plan["unit"] != "VPUBND":
        keys.append("sent_to" in plan["document"] and plan["document"]["sent_on"] == "10/02/2023")
    return len(cited & set(duties)) + sum(keys)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_coverage_agrees_with_a_naive_count(data: st.DataObject) -> None:
    plan = clean_plan(data.draw(st.sampled_from(SOME)), LIBRARY)
    dropped = data.draw(
        st.sets(st.integers(0, len(plan["actions"]) - 1), max_size=len(plan["actions"]) - 1)
    )
    plan["actions"] = [a for n, a in enumerate(plan["actions"]) if n not in dropped]
    if data.draw(st.booleans()):
        del plan["organisation"]
    if data.draw(st.booleans()):
        plan["document"]["issued"] = "16/02/2023"
        plan["document"]["sent_on"] = "16/02/2023"
    coverage = covered(plan)
    assert coverage.totals.covered == naive(plan)
    states = coverage.totals
    assert states.required == sum(getattr(states, state) for state in State)
    assert sum(t.required for _, t in coverage.by_section) == states.required
    assert sum(t.required for t in coverage.by_basis.values()) == states.required


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_coverage_never_rises_when_something_is_taken_away(data: st.DataObject) -> None:
    plan = clean_plan(data.draw(st.sampled_from(SOME)), LIBRARY)
    before = covered(plan).totals.covered
    action = data.draw(st.sampled_from(plan["actions"]))
    key = data.draw(st.sampled_from(sorted(action)))
    del action[key]
    assert covered(plan).totals.covered <= before


def answered(unit: str, task: str, **promised: str) -> State:
    """Give the state of one duty of a clean plan whose promise for it is another."""
    plan = clean_plan(unit, LIBRARY)
    action = next(a for a in plan["actions"] if a["tasks"] == [task])
    action["indicators"][0].update(promised)
    return next(d.state for d in covered(plan).duties if d.task == task and d.unit == unit)


RANK, PCI, TRAFFIC = ("SoTTTT", "II.4.5.1"), ("SoKHDT", "II.3.3.2"), ("SoGTVT", "II.8.2.4")
COMMUNES = ("HuyenCatHai", "II.4.4.1")
STARTED = ("SoKHDT", "II.3.4.3")
CASES = ("SoTC", "II.7.3.3")
PARKS, KEY_PROJECTS = ("QuanHongBang", "II.4.2.4"), ("SoKHDT", "II.3.4.2")


@pytest.mark.parametrize(
    ("duty", "target", "state"),
    [
        (RANK, "tăng 2 bậc", State.COVERED),
        (RANK, "cải thiện thứ hạng", State.COVERED),
        (RANK, "giảm", State.UNKNOWN),  # the standing, or the number of it?
        (RANK, "tăng", State.UNKNOWN),
        (RANK, "giảm 2 bậc", State.PARTIAL),
        (RANK, "giảm 2 hạng", State.PARTIAL),
        (RANK, "tăng 0,05 điểm", State.PARTIAL),
        (PCI, "tăng", State.COVERED),
        (PCI, "giảm thứ hạng", State.PARTIAL),
        (TRAFFIC, "giảm 5%", State.COVERED),
        (TRAFFIC, "giảm 0%", State.PARTIAL),
        (TRAFFIC, "giảm tối đa 5%", State.PARTIAL),
        (TRAFFIC, "tăng 2 bậc", State.UNKNOWN),
        (COMMUNES, "trên 4 xã", State.COVERED),
        (COMMUNES, "trên 3 xã", State.PARTIAL),
        (COMMUNES, "5 xã/năm", State.COVERED),
        (COMMUNES, "05 xã (chuyển tiếp từ năm 2022)", State.COVERED),
        (COMMUNES, "05 xã (chuyển tiếp từ năm 2024)", State.PARTIAL),
        (COMMUNES, "05 (trong 7) xã", State.PARTIAL),
        (CASES, "100%", State.COVERED),
        (CASES, "90-100%", State.COVERED),
        (CASES, "tối thiểu 90%", State.COVERED),
        (CASES, "185%", State.PARTIAL),
        (CASES, "100,1%", State.PARTIAL),
        (CASES, "trên 100%", State.PARTIAL),
        (CASES, "90-110%", State.PARTIAL),
        (CASES, "185", State.PARTIAL),
        (COMMUNES, "05 xã nông thôn mới kiểu mẫu", State.COVERED),
        (COMMUNES, "05 xã đạt chuẩn NTM kiểu mẫu", State.COVERED),
        (COMMUNES, "05 xã hoàn thành", State.COVERED),
        (COMMUNES, "05 xã nông thôn mới nâng cao", State.UNKNOWN),
        (COMMUNES, "05 xã đạt chuẩn nông thôn mới nâng cao", State.UNKNOWN),
        (COMMUNES, "05 xã NTM nâng cao", State.UNKNOWN),
        (COMMUNES, "05 xa NTM nang cao", State.UNKNOWN),
        (COMMUNES, "05 xã chuyển tiếp nông thôn mới kiểu mẫu", State.COVERED),
        (COMMUNES, "05 XÃ NÔNG THÔN MỚI NÂNG CAO", State.UNKNOWN),
        (COMMUNES, "04 xã nông thôn mới nâng cao", State.PARTIAL),
        (CASES, "100% đơn thuộc thẩm quyền được giải quyết đúng hạn", State.COVERED),
        (CASES, "Trên 85% (năm 2022: 82%)", State.COVERED),
        (CASES, "Trên 85% (năm 2023: 82%)", State.PARTIAL),
        (KEY_PROJECTS, "Khởi công 08 dự án", State.UNKNOWN),
        (KEY_PROJECTS, "08 dự án khởi công", State.UNKNOWN),
        (KEY_PROJECTS, "08 dự án hoàn thành thủ tục", State.UNKNOWN),
        (KEY_PROJECTS, "Số dự án hoàn thành: 08", State.COVERED),
        (KEY_PROJECTS, "Số dự án khởi công: 08", State.PARTIAL),
        (STARTED, "Khởi công 10 dự án", State.COVERED),
        (STARTED, "10 dự án hoàn thành", State.UNKNOWN),
        (COMMUNES, "05 xã hoàn thành hồ sơ", State.UNKNOWN),
        (COMMUNES, "05 xã đang triển khai", State.UNKNOWN),
        (COMMUNES, "05 xã đủ điều kiện trình công nhận", State.UNKNOWN),
        (COMMUNES, "Hoàn thành 05 xã", State.COVERED),
        (COMMUNES, "Số xã NTM kiểu mẫu: 05", State.COVERED),
        (PARKS, "21 công viên hoàn thành đúng tiến độ", State.COVERED),
        (PARKS, "21 công viên hoàn thành", State.COVERED),
        (PARKS, "21 công viên xây dựng mới", State.COVERED),
        (PARKS, "21 công viên hoàn thành xây dựng", State.COVERED),
        (PARKS, "21 công viên hoàn thành cải tạo", State.UNKNOWN),
        (KEY_PROJECTS, "08 dự án giao thông trọng điểm", State.COVERED),
        (KEY_PROJECTS, "08 dự án hoàn thành nghiệm thu", State.COVERED),
        (COMMUNES, "05 xã (năm 2023)", State.COVERED),
        (COMMUNES, "05 xã (năm 2022)", State.PARTIAL),
        (COMMUNES, "đến năm 2025: 05 xã", State.PARTIAL),
        (COMMUNES, "05 xã (giai đoạn 2021-2025)", State.PARTIAL),
        (TRAFFIC, "giảm từ 5% đến 10% số vụ", State.COVERED),
        (TRAFFIC, "giảm 5-10% cả 3 tiêu chí", State.COVERED),
        (TRAFFIC, "Tai nạn giao thông giảm 5%", State.COVERED),
        (TRAFFIC, "Tỷ lệ thất nghiệp giảm 5%", State.PARTIAL),  # of something else
    ],
)
def test_state_follows_from_what_is_promised(
    duty: tuple[str, str], target: str, state: State
) -> None:
    assert answered(*duty, target=target) is state


@pytest.mark.parametrize(
    ("baseline", "target", "state"),
    [
        ("hạng 1", "Giữ vững vị trí thứ 1", State.COVERED),
        ("hạng 1", "hạng 2", State.PARTIAL),
        ("hạng 3", "hạng 2", State.COVERED),
        ("hạng 3", "hạng 3", State.PARTIAL),
        ("hạng 3", "70,5", State.PARTIAL),
    ],
)
def test_state_follows_from_the_baseline(baseline: str, target: str, state: State) -> None:
    assert answered(*PCI, baseline=baseline, target=target) is state


def test_percent_is_rounded_down() -> None:
    plan = clean_plan("SoKHDT", LIBRARY)
    totals = covered(plan).totals
    assert (totals.covered, totals.required) == (33, 35)
    assert str(totals.percent) == "94.2"


def test_no_plan_is_missing_and_unreadable_is_unknown() -> None:
    unit = LIBRARY.units.by_id["SoTC"]
    none = measure([], LIBRARY, Settings(), TODAY, unit)
    assert none.totals.missing == none.totals.required > 0
    assert [gap.reason for gap in none.not_run] == ["plan-missing"]
    broken = examine(
        yaml.read("x.yaml", b"unit: SoTC\nx: [a,\nb: c\n"), LIBRARY, Settings(), TODAY
    )
    unknown = measure([broken], LIBRARY, Settings(), TODAY, unit)
    assert unknown.totals.unknown == unknown.totals.required


def test_plan_for_another_directive_covers_nothing() -> None:
    plan = clean_plan("SoTC", LIBRARY)
    plan["directive"] = "02/CT-UBND ngày 14/01/2022"
    coverage = covered(plan)
    assert coverage.totals.missing == coverage.totals.required
    assert {r.rule for s in coverage.duties if s.role == "lead" for r in s.reasons} == {"HPD308"}


def test_the_plan_issued_last_counts() -> None:
    old, new = clean_plan("SoTC", LIBRARY), clean_plan("SoTC", LIBRARY)
    old["document"]["issued"] = "01/02/2023"
    new["actions"] = new["actions"][:3]
    unit = LIBRARY.units.by_id["SoTC"]
    coverage = measure(
        [examined(new, "b.yaml"), examined(old, "a.yaml")], LIBRARY, Settings(), TODAY, unit
    )
    assert coverage.by_unit[0].plan == "b.yaml"


def test_waived_and_contested_stay_in_the_base() -> None:
    plan = clean_plan("SoKHDT", LIBRARY)
    plan["actions"] = [a for a in plan["actions"] if a["tasks"][0] not in ("II.3.4.3", "II.2.1.2")]
    plan["waivers"] = [
        {"task": "II.3.4.3", "reason": "Chuyển chủ đầu tư", "approved_by": "150/UBND-TH"}
    ]
    plan["contests"] = [{"task": "II.2.1.2", "reason": "Thuộc Sở Công Thương", "owner": "SoCT"}]
    totals = covered(plan).totals
    assert (totals.waived, totals.contested, totals.required) == (1, 1, 35)
    plan["waivers"][0]["until"] = "31/01/2023"
    assert covered(plan).totals.waived == 0


def test_unreadable_citations_leave_uncited_duties_unknown() -> None:
    plan = clean_plan("SoKHDT", LIBRARY)
    plan["actions"][0]["tasks"] = {"a": {"b": "c"}}
    totals = covered(plan).totals
    assert totals.missing == 0
    assert totals.unknown == 3


def test_a_misspelt_document_leaves_what_it_holds_unknown() -> None:
    plan = clean_plan("SoKHDT", LIBRARY)
    plan = {"documents" if key == "document" else key: value for key, value in plan.items()}
    totals = covered(plan).totals
    assert (totals.missing, totals.unknown) == (0, 4)


def test_city_has_a_row_for_every_unit_that_must_submit() -> None:
    sent = [examined(clean_plan(unit, LIBRARY), f"{unit}.yaml") for unit in ("SoTC", "CATP")]
    city = measure(sent, LIBRARY, Settings(), TODAY)
    required = [u for u in LIBRARY.units if u.submits == "required"]
    assert len(city.by_unit) == len(required) + 1
    inside = [row for row in city.by_unit if row.unit != "CATP"]
    assert city.totals.required == sum(row.totals.required for row in inside)
    assert {row.unit for row in city.by_unit if row.plan} == {"SoTC", "CATP"}


def test_foci_follow_what_realises_them() -> None:
    city = measure(
        [
            examined(clean_plan(u.id, LIBRARY), f"{u.id}.yaml")
            for u in LIBRARY.units
            if u.submits in ("required", "requested")
        ],
        LIBRARY,
        Settings(),
        TODAY,
    )
    foci = [s for s in city.duties if s.unit is None]
    assert {s.state for s in foci} == {State.COVERED}
    none = measure([], LIBRARY, Settings(), TODAY)
    assert {s.state for s in none.duties if s.unit is None} == {State.MISSING}
