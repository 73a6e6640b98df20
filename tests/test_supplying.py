"""Annexes taken in: what they make checkable, what they leave unknown, what is refused. The annexes are invented."""

import copy
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hpdirective import disk
from hpdirective import library as shelves
from hpdirective.checking import Examined, check, examine, terms
from hpdirective.coverage import State
from hpdirective.disk import NotUsable
from hpdirective.finding import NotRunReason
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.model.annex import press_rows
from hpdirective.model.annex import supplied as taken_in
from hpdirective.model.directive import Annex
from hpdirective.reporters import assessment, coverage, tasks
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.supplying import supply
from hpdirective.words import Lang
from tests.annexes import DIRECTIVE, annex, pressed, row, supplied, whole
from tests.conftest import TODAY
from tests.plans import clean_plan, write

LIBRARY = shelves.open_library()
FOLLOW, REACH = "III.1.3.1", "III.1.3.2"
Plan = dict[str, Any]


def plan(*promises: dict[str, str], tasks: tuple[str, ...] = (FOLLOW, REACH)) -> Plan:
    """Make a clean plan of Sở Tài chính whose last action promises indicators."""
    made = clean_plan("SoTC", LIBRARY)
    action = {
        "id": "P1",
        "tasks": list(tasks),
        "title": "Theo dõi và phấn đấu đạt các chỉ tiêu",
        "objective": "Đạt chỉ tiêu",
        "steps": ["Theo dõi hằng quý"],
        "start": "02/2023",
        "due": "Thường xuyên",
        "lead": "Phòng Ngân sách",
        "support": ["Cục Thuế"],
        "result": "Báo cáo quý",
        "indicators": list(promises),
    }
    if promises:
        made["actions"].append(action)
    return made


def promise(id: str, target: str, **more: str) -> dict[str, str]:
    return {"id": id, "target": target, **more}


def examined(made: Plan, shelf: Library) -> Examined:
    return examine(yaml.read("plan.yaml", write(made).encode()), shelf, Settings(), TODAY)


def found(made: Plan, shelf: Library) -> list[tuple[str, str | None]]:
    return [(f.rule.id, f.task) for f in examined(made, shelf).checked.findings]


def states(made: Plan, shelf: Library) -> tuple[State, State]:
    unit = shelf.units.by_id["SoTC"]
    measured = measure([examined(made, shelf)], shelf, Settings(), TODAY, unit)
    by_task = {s.task: s.state for s in measured.duties if s.role == "lead"}
    return by_task[FOLLOW], by_task[REACH]


def gaps(made: Plan, shelf: Library) -> list[str]:
    not_run = examined(made, shelf).checked.not_run
    assert all(gap.reason is NotRunReason.ANNEX_MISSING for gap in not_run)
    return [gap.message.vi for gap in not_run]


COVERED = (State.COVERED, State.COVERED)
PARTIAL = (State.PARTIAL, State.PARTIAL)
UNKNOWN = (State.UNKNOWN, State.UNKNOWN)


def test_without_annexes_nothing_of_them_is_judged(library: Library) -> None:
    assert states(plan(), library) == UNKNOWN
    assert found(plan(), library) == []
    assert len(gaps(plan(), library)) == 2


def test_all_annexes_whole_make_the_duty_checkable(library: Library) -> None:
    shelf = whole(library, row("thu", "100", "tỷ đồng", units=["SoTC"]))
    kept = plan(promise("thu", "105 tỷ đồng"))
    assert found(kept, shelf) == []
    assert gaps(kept, shelf) == []
    assert states(kept, shelf) == COVERED


def test_one_annex_that_lacks_leaves_it_unknown(library: Library) -> None:
    shelf = supplied(library, annex("PL1"), annex("PL3"))
    assert states(plan(), shelf) == UNKNOWN
    assert gaps(plan(), shelf) == [
        f"Chưa có Phụ lục số 2, nên chưa đối chiếu được nhiệm vụ {id}" for id in (FOLLOW, REACH)
    ]


def test_incomplete_annex_says_how_far_it_goes(library: Library) -> None:
    part = annex("PL1", *(pressed(f"p{n}") for n in range(6)), complete="no")
    shelf = supplied(library, part, annex("PL2"), annex("PL3"))
    assert gaps(plan(), shelf)[0] == (
        "Phụ lục số 1 mới có 6 chỉ tiêu theo nguồn báo chí, chưa đầy đủ, nên chưa đối chiếu được nhiệm vụ III.1.3.1"
    )
    mixed = annex("PL1", row("mot"), pressed("hai"), complete="no")
    said = gaps(plan(), supplied(library, mixed))[1]
    assert said.startswith("Chưa có Phụ lục số 2, Phụ lục số 3; Phụ lục số 1 mới có 2 chỉ tiêu, ")
    assert "trong đó 1 theo nguồn báo chí, chưa đầy đủ, nên chưa" in said
    official = annex("PL1", row("mot"), complete="no")
    assert "mới có 1 chỉ tiêu, chưa đầy đủ" in gaps(plan(), supplied(library, official))[0]
    assert states(plan(), supplied(library, official)) == UNKNOWN


# ---- official rows are indicators of the clauses that need the annex ------------------------------


def test_weaker_target_is_held_against_each_duty_cited(library: Library) -> None:
    shelf = whole(library, row("thu", "100", "tỷ đồng", units=["SoTC"]))
    weak = plan(promise("thu", "90 tỷ đồng"))
    assert found(weak, shelf) == [("HPD502", FOLLOW), ("HPD502", REACH)]
    assert states(weak, shelf) == PARTIAL
    only = plan(promise("thu", "90 tỷ đồng"), tasks=(REACH,))
    assert found(only, shelf) == [("HPD502", REACH)]
    assert states(only, shelf) == (State.COVERED, State.PARTIAL)


def test_wrong_measure_and_money_in_another_unit(library: Library) -> None:
    shelf = whole(library, row("thu", "100", "tỷ đồng", units=["SoTC"]))
    assert ("HPD503", REACH) in found(plan(promise("thu", "110%")), shelf)
    assert found(plan(promise("thu", "100.000 triệu đồng")), shelf) == []


def test_unit_that_owes_a_row_is_asked_for_it(library: Library) -> None:
    shelf = whole(library, row("thu", units=["SoTC"]))
    missing = [("HPD501", FOLLOW), ("HPD501", REACH)]
    assert found(plan(), shelf) == missing  # answered by "organisation" alone
    assert states(plan(), shelf) == PARTIAL
    place = examined(plan(), shelf).checked.findings[0]
    assert place.path == ("organisation",)
    other = whole(library, row("thu", units=["SoYT"]))
    assert found(plan(), other) == []
    assert states(plan(), other) == COVERED


def test_promise_under_one_of_the_duties_answers_for_both(library: Library) -> None:
    shelf = whole(library, row("thu", "10", units=["SoTC"]))
    assert found(plan(promise("thu", "11%"), tasks=(REACH,)), shelf) == []
    elsewhere = found(plan(promise("thu", "11%"), tasks=("II.3.1.2",)), shelf)
    assert ("HPD313", None) in elsewhere
    assert ("HPD501", REACH) in elsewhere


def test_row_of_nobody_blames_nobody_but_a_promise_on_it_is_held(library: Library) -> None:
    shelf = whole(library, row("thu"))
    assert found(plan(), shelf) == []
    assert states(plan(), shelf) == COVERED
    weak = found(plan(promise("thu", "9%"), tasks=(REACH,)), shelf)
    assert weak == [("HPD502", REACH)]


def test_official_row_is_held_while_the_annex_is_not_whole(library: Library) -> None:
    shelf = supplied(library, annex("PL1", row("thu"), complete="no"))
    weak = plan(promise("thu", "9%"))
    assert found(weak, shelf) == [("HPD502", FOLLOW), ("HPD502", REACH)]
    assert states(weak, shelf) == PARTIAL
    assert states(plan(promise("thu", "10%")), shelf) == UNKNOWN


@pytest.mark.parametrize("text", [None, "Đạt mức tiên tiến"])
def test_missing_value_is_neither_pass_nor_fail(text: str | None, library: Library) -> None:
    blank = row("thu", target=None, text=text, units=["SoTC"])
    shelf = whole(library, blank)
    for made in (plan(), plan(promise("thu", "1%"))):
        assert found(made, shelf) == []
        assert states(made, shelf) == UNKNOWN
    assert gaps(plan(), shelf)[0] == (
        "Phụ lục số 1 chưa có mức so sánh được của chỉ tiêu “Chỉ tiêu thu”, nên chưa đối chiếu được nhiệm vụ III.1.3.1"
    )
    assert states(plan(), whole(library, blank | {"units": ["SoYT"]})) == COVERED


def test_a_rise_is_not_held_against_a_level(library: Library) -> None:
    shelf = whole(library, row("grdp", "12.7", units=["SoTC"]))
    made = plan(promise("grdp", "tăng 13%"), tasks=(REACH,))
    assert found(made, shelf) == []
    assert states(made, shelf) == (State.COVERED, State.UNKNOWN)
    (gap,) = examined(made, shelf).checked.not_run
    assert gap.message.vi == (
        "Mức phấn đấu “tăng 13%” nêu mức tăng hoặc giảm, nên chưa đối chiếu được với yêu cầu “12,7 %” của nhiệm vụ III.1.3.2; đề nghị ghi mức cần đạt"
    )


def test_trend_asks_for_a_baseline(library: Library) -> None:
    up = row("par", target=None, text="tăng", trend="up", unit=None, units=["SoTC"])
    shelf = whole(library, up)
    assert found(plan(promise("par", "85%"), tasks=(REACH,)), shelf) == [("HPD506", REACH)]
    better = promise("par", "86%", baseline="85%")
    assert found(plan(better), shelf) == []
    worse = promise("par", "84%", baseline="85%")
    assert ("HPD507", REACH) in found(plan(worse), shelf)


def test_shares_of_a_total(library: Library) -> None:
    total = row(
        "thu", "100", "tỷ đồng", scope="total", shares={"SoTC": "40"}, units=["SoTC", "SoYT"]
    )
    shelf = whole(library, total)
    assert found(plan(promise("thu", "40 tỷ đồng")), shelf) == []
    assert ("HPD502", REACH) in found(plan(promise("thu", "39 tỷ đồng")), shelf)
    assert ("HPD505", REACH) in found(plan(promise("thu", "101 tỷ đồng")), shelf)
    unknown = whole(library, {key: v for key, v in total.items() if key != "shares"})
    assert found(plan(promise("thu", "1 tỷ đồng")), unknown) == []  # the share is not known
    alone = whole(library, {**total, "shares": None, "units": ["SoTC"]})
    assert ("HPD502", REACH) in found(plan(promise("thu", "99 tỷ đồng")), alone)


def test_total_that_is_a_range_is_exceeded_above_its_end(library: Library) -> None:
    ranged = row(
        "grdp",
        text="12,7%-13%",
        scope="total",
        target={"op": "range", "value": "12.7", "high": "13"},
    )
    shelf = whole(library, ranged)
    assert found(plan(promise("grdp", "12,9%")), shelf) == []
    assert ("HPD505", REACH) in found(plan(promise("grdp", "13,1%")), shelf)


def test_parts_of_one_plan_add_up_once(library: Library) -> None:
    shelf = whole(library, row("xa", "10", "xã", scope="total", units=["SoTC"]))
    made = plan(promise("xa", "4 xã"))
    second = {**copy.deepcopy(made["actions"][-1]), "id": "P2"}
    made["actions"].append(second | {"indicators": [promise("xa", "5 xã")]})
    assert ("HPD502", REACH) in found(made, shelf)  # 4 + 5, not twice that for two duties
    made["actions"][-1]["indicators"] = [promise("xa", "6 xã")]
    assert found(made, shelf) == []


def test_doubtful_promises_count_for_the_duties_of_their_action(library: Library) -> None:
    shelf = whole(library, row("thu", units=["SoTC"]))
    for target, rule in (("", "HPD504"), ("1.234%", "HPD224"), ("Đạt mức cao", "HPD223")):
        made = plan(promise("thu", target))
        assert {rule for rule, _ in found(made, shelf)} == {rule}
        assert states(made, shelf) == PARTIAL


# ---- the press binds nobody -----------------------------------------------------------------------


def press(library: Library, *rows: dict[str, Any]) -> Library:
    return supplied(library, annex("PL1", *rows, complete="no"))


def test_promise_unlike_the_press_is_an_information_and_changes_no_state(library: Library) -> None:
    row_ = pressed("grdp", text="12,7%-13%", target={"op": "range", "value": "12.7", "high": "13"})
    shelf = press(library, row_)
    low, same = plan(promise("grdp", "12%")), plan(promise("grdp", "12,7%-13%"))
    assert found(low, shelf) == [("HPD508", None)]
    assert found(same, shelf) == []
    assert states(low, shelf) == states(same, shelf) == states(plan(), library) == UNKNOWN
    (said,) = examined(low, shelf).checked.findings
    assert said.severity == "info"
    assert "báo chí (bao.example, 01/02/2023), không phải của Chỉ thị" in said.message(Lang.VI)
    assert said.citation is None
    raised = Settings(severity={"HPD508": said.rule.severity.ERROR})
    one = examine(yaml.read("p.yaml", write(low).encode()), shelf, raised, TODAY)
    measured = measure([one], shelf, raised, TODAY, shelf.units.by_id["SoTC"])
    assert {s.state for s in measured.duties if s.task in (FOLLOW, REACH)} == {State.UNKNOWN}


@pytest.mark.parametrize(
    ("target", "differs"),
    [("7,3 triệu lượt", True), ("trên 7,3 triệu lượt", False), ("8 triệu lượt", False), ("9%", False)],
)  # fmt: skip
def test_more_than_is_strictly_more(target: str, differs: bool, library: Library) -> None:
    visitors = pressed(
        "khach", text="trên 7,3 triệu lượt", target={"op": ">", "value": "7.3"}, unit="triệu lượt"
    )
    shelf = press(library, visitors)
    assert found(plan(promise("khach", target)), shelf) == ([("HPD508", None)] if differs else [])


def test_press_rows_are_no_indicators_of_any_clause(library: Library) -> None:
    shelf = press(library, pressed("grdp", units=["SoTC"]))
    assert "grdp" not in shelf.directive.indicators
    assert [r.id for r in press_rows(shelf.directive)] == ["grdp"]
    assert found(plan(), shelf) == []
    clauses = tuple(shelf.directive.clauses.values())
    before = tasks.json.render(clauses, library.directive, library.units, Lang.VI)
    assert "grdp" not in before
    whole_clause = shelf.directive.clauses[REACH]
    shown = tasks.text.show(whole_clause, shelf.directive, shelf.units, Lang.VI)
    assert "Báo chí nêu: grdp: Chỉ tiêu grdp: ít nhất 10% (“10 %”); nguồn: bao.example" in shown
    assert "không phải của Chỉ thị" in shown


def test_example_changes_nothing_for_plans_that_do_not_name_its_rows(library: Library) -> None:
    examples = disk.data_folder().parent / "examples"
    shelf = supply(library, shelves.open_annexes([str(examples / "annexes")]))
    for name in ("SoKHDT", "SoTTTT", "HuyenCatHai", "minimal"):
        document = shelves.open_document(examples / f"plans/{name}.yaml")
        with_it, without = (examine(document, one, Settings(), TODAY) for one in (shelf, library))
        assert with_it.checked.findings == without.checked.findings
        unit = library.units.by_id[without.checked.unit or ""]
        assert (
            measure([with_it], shelf, Settings(), TODAY, unit).totals
            == measure([without], library, Settings(), TODAY, unit).totals
        )


# ---- an id that may stand in an annex that is not there -------------------------------------------


def test_id_that_may_stand_in_a_missing_annex_is_not_blamed(library: Library) -> None:
    assert found(plan(promise("grdp-2023", "13%")), library) == []
    assert states(plan(promise("grdp-2023", "13%")), library) == UNKNOWN
    slip = plan(promise("giai-quyet-khieu-nai-to-cap", "90%"))
    assert ("HPD306", None) in found(slip, library)
    elsewhere = plan(promise("grdp-2023", "13%"), tasks=("II.3.1.2",))
    assert ("HPD306", None) in found(elsewhere, library)
    assert ("HPD306", None) in found(plan(promise("grdp-2023", "13%")), whole(library))


# ---- the tree -------------------------------------------------------------------------------------


def test_library_without_annexes_stays_as_it_was(library: Library) -> None:
    before = dict(library.directive.indicators)
    shelf = whole(library, row("thu"))
    assert [c.id for c in shelf.directive.holders["thu"]] == [FOLLOW, REACH]
    assert library.directive.indicators == before
    assert "thu" not in library.directive.indicators
    assert shelf.directive.clauses.keys() == library.directive.clauses.keys()
    assert [a.id for a in taken_in(shelf.directive)] == ["PL1", "PL2", "PL3"]
    assert supply(library, []) == library
    assert [c.text for c in shelf.directive.clauses.values()] == [
        c.text for c in library.directive.clauses.values()
    ]


def test_reports_tell_which_annexes_they_rest_on(library: Library) -> None:
    def digest(shelf: Library) -> str:
        return terms(shelf.directive, Settings(), TODAY).settings

    one, other = whole(library, row("thu")), whole(library, row("thu", "11"))
    assert digest(library) == Settings().digest
    assert len({digest(library), digest(one), digest(other)}) == 3
    parts = [annex(f"PL{n}") for n in (1, 2, 3)]
    assert digest(supplied(library, *parts)) == digest(supplied(library, *reversed(parts)))
    report = check([examined(plan(), one)], terms(one.directive, Settings(), TODAY), Settings())
    said = json.loads(assessment.REPORTERS["json"](report, Lang.VI))
    assert said["settings"]["sha256"] == digest(one)
    assert set(said["settings"]) == {"before_day", "fail_on", "sha256"}


def test_people_see_which_annexes_coverage_rests_on(library: Library) -> None:
    shelf = supplied(library, annex("PL1", row("mot"), pressed("hai"), complete="no"))
    unit = shelf.units.by_id["SoTC"]
    measured = measure([examined(plan(), shelf)], shelf, Settings(), TODAY, unit)
    text = coverage.text.render(measured, shelf.directive, shelf.units, Lang.VI)
    assert "Phụ lục kèm theo: Phụ lục số 1 (2 chỉ tiêu, trong đó 1 theo nguồn báo chí)" in text


# ---- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annexes", "said"),
    [
        ([annex() | {"directive": "02/CT-UBND"}], "cần ghi mã, hoặc số kèm ngày"),
        ([annex() | {"directive": "02/CT-UBND ngày 14/01/2022"}], "năm khác"),
        ([annex() | {"directive": "05/CT-UBND ngày 19/01/2023"}], "chỉ thị khác"),
        ([annex("PL9")], "không có phụ lục “PL9”; có: PL1, PL2, PL3"),
        ([annex("PL1"), annex("PL1")], "phụ lục PL1 đã có ở “PL1.yaml”"),
        ([annex("PL1", row("a")), annex("PL2", row("a"))], "mã chỉ tiêu “a” đã dùng ở “PL1.yaml”"),
        ([annex("PL1", row("a"), row("a"))], "tệp phụ lục có lỗi: PL1.yaml"),
        ([annex("PL1", row("du-an-hoan-thanh"))], "đã dùng ở nhiệm vụ II.3.4.2"),
        ([annex("PL1", row("a", units=["SoTCC"]))], "“SoTCC”, không có trong danh mục; gần nhất"),
        (
            [annex("PL1", row("a", scope="total", shares={"SoX": "1"}))],
            "“SoX”, không có trong danh mục",
        ),
        ([clean_plan("SoTC", LIBRARY)], "không phải tệp phụ lục"),
        ([annex() | {"complete": None}], "tệp phụ lục có lỗi"),
        ([annex() | {"format": "2"}], "tệp phụ lục có lỗi"),
        ([annex("PL1", pressed("a"))], "tệp phụ lục có lỗi"),  # whole, though from the press
    ],
)
def test_annex_that_cannot_be_used_is_refused(
    annexes: list[dict[str, Any]], said: str, library: Library
) -> None:
    with pytest.raises(NotUsable) as refused:
        supplied(library, *annexes)
    assert said in refused.value.text.vi
    assert refused.value.text.en


def test_directive_may_be_named_by_number_and_date(library: Library) -> None:
    named = annex() | {"directive": "02/CT-UBND ngày 19 tháng 01 năm 2023"}
    assert taken_in(supplied(library, named).directive)[0].file.directive != DIRECTIVE


def test_annex_that_no_task_needs_is_refused(library: Library) -> None:
    more = Annex.model_construct(id="PL4", title=library.directive.annexes[0].title)
    wider = library.directive.model_copy(update={"annexes": (*library.directive.annexes, more)})
    with pytest.raises(NotUsable, match="no task of the directive needs annex PL4"):
        supplied(replace(library, directive=wider), annex("PL4"))


TEXT = write(annex("PL1", row("mot"), pressed("hai"), complete="no"))


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(0, len(TEXT)),
    cut=st.integers(0, 60),
    put=st.text(st.sampled_from("\n\t:-#'\"[]{}&*!%>|?,@ \0aă0\ufeff\u202e"), max_size=6),
)
def test_a_damaged_file_is_refused_or_taken_never_more(at: int, cut: int, put: str) -> None:
    damaged = (TEXT[:at] + put + TEXT[at + cut :]).encode()
    document = yaml.read("annex.yaml", damaged)
    looked = examine(document, LIBRARY, Settings(), TODAY).checked
    shelf = None
    with suppress(NotUsable):
        shelf = supply(LIBRARY, [document])
    if shelf is not None:
        assert all(f.severity != "error" for f in looked.findings)
        assert states(plan(), shelf) == UNKNOWN
