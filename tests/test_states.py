"""States where the truth is easily overstated: keys that could not be read, doubled keys, papers that may not hold."""

from typing import Any

import pytest

from hpdirective.answering import duties
from hpdirective.checking import Examined, check, examine, terms
from hpdirective.coverage import State
from hpdirective.finding import SuppressedBy, Suppression
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.reporters import assessment
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write


def examined(text: str, library: Library) -> Examined:
    return examine(yaml.read("plan.yaml", text.encode()), library, Settings(), TODAY)


def states(text: str, library: Library) -> dict[str, State]:
    unit = library.units.by_id["SoXD"]
    measured = measure([examined(text, library)], library, Settings(), TODAY, unit)
    return {s.task: s.state for s in measured.duties if s.role == "lead"}


def plan_text(library: Library) -> str:
    return write(clean_plan("SoXD", library))


@pytest.mark.parametrize(
    ("old", "new", "tasks"),
    [
        ("issued: 10/02/2023", "issued: 30/02/2023", ["III.1.2.1"]),
        ("issued: 10/02/2023", "isued: 10/02/2023", ["III.1.2.1"]),
        ("  issued: 10/02/2023", "  issued: 10/02/2023\n  issued: 20/02/2023", ["III.1.2.1"]),
        ("sent_to:", "send_to:", ["III.1.2.3"]),
        ("sent_on: 10/02/2023", "sent_on: 30/02/2023", ["III.1.2.3"]),
        ("objectives:", "objectifs:", ["III.1.2.2"]),
        ("organisation:", "organization:", ["III.1.1.1", "III.1.1.4", "III.2.1.1"]),
    ],
)
def test_keys_of_the_plan_that_could_not_be_read_cover_nothing(
    old: str, new: str, tasks: list[str], library: Library
) -> None:
    text = plan_text(library)
    assert {states(text, library)[task] for task in tasks} == {State.COVERED}
    after = states(text.replace(old, new, 1), library)
    assert State.COVERED not in {after[task] for task in tasks}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  number: 15/KH-SXD\n", ""),
        ("number: 15/KH-SXD", "number: /KH-SXD"),
        ("number: 15/KH-SXD", "number: Dự thảo lần 2"),
        ("number: 15/KH-SXD", "number: 15/KH-SXD (DỰ THẢO)"),
        ("issued: 10/02/2023", "issued: 10/02/2022"),
    ],
)
def test_a_draft_and_a_paper_older_than_the_directive_are_not_issued_in_time(
    old: str, new: str, library: Library
) -> None:
    text = plan_text(library)
    assert old in text
    before, after = states(text, library), states(text.replace(old, new, 1), library)
    assert {task for task in before if before[task] != after[task]} == {"III.1.2.1"}
    assert after["III.1.2.1"] is State.PARTIAL


def test_doubled_tasks_are_not_believed(library: Library) -> None:
    text = plan_text(library).replace(
        "  tasks:\n  - II.4.1.2\n", "  tasks:\n  - II.4.1.2\n  tasks:\n  - II.4.1.3\n", 1
    )
    assert states(text, library)["II.4.1.2"] is not State.COVERED


def with_papers(library: Library, key: str, entry: dict[str, Any], *, drop: bool) -> str:
    plan = clean_plan("SoXD", library)
    if drop:
        plan["actions"] = [a for a in plan["actions"] if a["tasks"] != ["II.5.1.3"]]
    plan[key] = [
        {"task": "II.5.1.3", "reason": "x", **entry}
        if key == "waivers"
        else {"task": "II.5.1.3", **entry}
    ]
    return write(plan)


def test_waiver_that_could_not_be_read_leaves_the_duty_unknown(library: Library) -> None:
    entry = {"approved_by": "150/UBND-TH", "until": "31/02/2023"}
    assert (
        states(with_papers(library, "waivers", entry, drop=True), library)["II.5.1.3"]
        is State.UNKNOWN
    )


def test_papers_that_do_not_hold_stand_against_the_duty(library: Library) -> None:
    waiver = with_papers(library, "waivers", {"approved_by": "21/SXD-VP"}, drop=False)
    assert states(waiver, library)["II.5.1.3"] is State.PARTIAL
    extension = with_papers(
        library, "extensions", {"to": "30/6/2024", "approved_by": "21/SXD-VP"}, drop=False
    )
    assert states(extension, library)["II.5.1.3"] is State.PARTIAL


def test_extension_moves_the_day_of_issue(library: Library) -> None:
    text = plan_text(library).replace("10/02/2023", "20/02/2023")
    assert states(text, library)["III.1.2.1"] is State.PARTIAL
    text += "extensions:\n- task: III.1.2.1\n  to: 21/02/2023\n  approved_by: 150/UBND-TH\n"
    assert states(text, library)["III.1.2.1"] is State.COVERED


def test_focus_is_not_covered_where_nobody_answers_what_realises_it(library: Library) -> None:
    plan = examine(
        yaml.read("tc.yaml", write(clean_plan("SoTC", library)).encode()),
        library,
        Settings(),
        TODAY,
    )
    city = measure([plan], library, Settings(), TODAY)
    assert next(s for s in city.duties if s.task == "I.3.1.1").state is State.PARTIAL


def test_plan_of_nobody_is_said_not_to_count(library: Library) -> None:
    text = plan_text(library).replace("unit: SoXD", "unit: Sơ Xây dựng")
    one = examined(text, library)
    assert [(f.rule.id, "Sở Xây dựng" in f.message(Lang.VI)) for f in one.checked.findings] == [
        ("HPD303", True)
    ]
    measured = measure([one], library, Settings(), TODAY, library.units.by_id["SoXD"])
    assert ("plan.yaml", "unreadable") in [(gap.file, gap.reason) for gap in measured.not_run]


def test_one_bad_target_falls_on_its_own_task(library: Library) -> None:
    plan = clean_plan("SoKHDT", library)
    first = next(a for a in plan["actions"] if a["tasks"] == ["II.3.4.2"])
    first["tasks"].append("II.3.4.1")
    first["indicators"][0]["target"] = "Đạt mức cao"
    one = examined(write(plan), library)
    measured = measure([one], library, Settings(), TODAY, library.units.by_id["SoKHDT"])
    found = {s.task: s.state for s in measured.duties if s.role == "lead"}
    assert (found["II.3.4.2"], found["II.3.4.1"]) == (State.PARTIAL, State.COVERED)


def test_what_a_waiver_takes_away_is_counted_apart(library: Library) -> None:
    held = {"approved_by": "150/UBND-TH", "reason": "Chuyển chủ đầu tư"}
    gone = examined(with_papers(library, "waivers", held, drop=True), library).checked.findings
    assert [(f.rule.name, f.task, f.suppressed) for f in gone] == [
        (
            "function-duty-missing",
            "II.5.1.3",
            Suppression(SuppressedBy.WAIVER, "Chuyển chủ đầu tư"),
        )
    ]
    text = with_papers(library, "waivers", held, drop=False)
    late = text.replace("due: 31/12/2023", "due: 31/12/2024").replace("- II.5.1.3", "- ii.5.1.3")
    found = examined(late, library).checked.findings
    assert {f.task for f in found if f.suppressed} == {"II.5.1.3"}
    assert "III.1.4.1" in {f.task for f in found if not f.suppressed}


IDLE = [
    ("HPD340", "waivers", {"approved_by": "150/UBND-TH", "reason": None}),
    ("HPD340", "waivers", {}),
    ("HPD340", "waivers", {"approved_by": "21/SXD-VP"}),
    ("HPD340", "waivers", {"approved_by": "Tờ trình 12/TTr-SXD gửi UBND thành phố"}),
    ("HPD340", "waivers", {"approved_by": "150/UBND-TH", "until": "28/02/2023"}),
    ("HPD340", "waivers", {"approved_by": "150/UBND-TH", "until": "Thường xuyên"}),
    ("HPD340", "waivers", {"approved_by": "150/UBND-TH", "task": "II.8.2.1"}),
    ("HPD414", "extensions", {"to": "30/6/2024"}),
    ("HPD414", "extensions", {"to": "30/6/2024", "approved_by": "21/SXD-VP"}),
    ("HPD414", "extensions", {"to": "30/6/2024", "approved_by": "UBND thành phố chưa đồng ý"}),
    ("HPD414", "extensions", {"approved_by": "150/UBND-TH"}),
    ("HPD414", "extensions", {"to": "Thường xuyên", "approved_by": "150/UBND-TH"}),
    ("HPD414", "extensions", {"to": "30/6/2023", "approved_by": "150/UBND-TH"}),
    ("HPD342", "contests", {"reason": "x", "owner": "Sở Xây dựng"}),
    ("HPD342", "contests", {"reason": "x", "owner": "SoXD"}),
    ("HPD342", "contests", {"reason": "x", "owner": "Văn phòng Sở Xây dựng"}),
    ("HPD342", "contests", {"reason": "x", "task": "II.8.2.1", "owner": "Sở Y tế"}),
    ("HPD341", "contests", {"reason": "x", "task": "III.1.4.1", "owner": "Sở Y tế"}),
]


@pytest.mark.parametrize(("rule", "key", "entry"), IDLE, ids=map(str, range(len(IDLE))))
def test_what_is_said_to_have_no_effect_has_none(
    rule: str, key: str, entry: dict[str, Any], library: Library
) -> None:
    text = with_papers(library, key, entry, drop=True)
    one = examined(text, library)
    assert [f.rule.id for f in one.checked.findings if f.path[:1] == (key,)] == [rule]
    unit = library.units.by_id["SoXD"]
    measured = measure([one], library, Settings(), TODAY, unit)
    found = {s.task: s for s in measured.duties}
    assert not {s.state for s in found.values()} & {State.WAIVED, State.CONTESTED}
    assert found["II.5.1.3"].state is State.MISSING
    assert found["II.5.1.3"].reasons
    idle = key == "contests" or entry.get("task")  # what is refused for its own sake says so alone
    rules = {reason.rule for reason in found["II.5.1.3"].reasons}
    assert rule in rules or (idle and "HPD322" in rules)


@pytest.mark.parametrize(
    ("key", "entry", "state"),
    [
        ("waivers", {"approved_by": "150/UBND-TH"}, State.WAIVED),
        ("contests", {"reason": "x", "owner": "Sở Y tế"}, State.CONTESTED),
        ("contests", {"reason": "x"}, State.CONTESTED),
    ],
)
def test_what_nothing_is_said_of_has_its_effect(
    key: str, entry: dict[str, Any], state: State, library: Library
) -> None:
    text = with_papers(library, key, entry, drop=True)
    assert states(text, library)["II.5.1.3"] is state
    found = examined(text, library).checked.findings
    assert [f.rule.id for f in found if f.path[:1] == (key,)] == []


def test_a_task_that_the_unit_only_supports_cannot_be_contested(library: Library) -> None:
    unit = library.units.by_id["SoXD"]
    helped = next(d for d in duties(library.directive, library.units, unit) if not d.required)
    entry = {"task": helped.id, "reason": "x", "owner": "Sở Y tế"}
    one = examined(with_papers(library, "contests", entry, drop=False), library)
    assert [f.rule.id for f in one.checked.findings] == ["HPD342"]
    measured = measure([one], library, Settings(), TODAY, unit)
    assert State.CONTESTED not in {s.state for s in measured.duties}


def test_a_paragraph_is_waived_beside_a_part_of_it(library: Library) -> None:
    plan = clean_plan("SoKHDT", library)
    plan["actions"] = [a for a in plan["actions"] if a["tasks"][0][:6] != "II.3.4"]
    held = {"reason": "x", "approved_by": "150/UBND-TH"}
    plan["waivers"] = [{"task": "II.3.4.2", **held}, {"task": "II.3.4", **held}]
    one = examined(write(plan), library)
    unit = library.units.by_id["SoKHDT"]
    measured = measure([one], library, Settings(), TODAY, unit)
    waived = [s.task for s in measured.duties if s.state is State.WAIVED]
    assert waived[:2] == ["II.3.4.1", "II.3.4.2"]
    assert [f.rule.id for f in one.checked.findings if not f.suppressed] == []


@pytest.mark.parametrize(
    ("unit", "lead", "led"),
    [
        ("SoNV", "Thanh tra Sở Tài chính", False),
        ("SoNV", "Văn phòng Sở Tài chính", False),
        ("SoNV", "Phòng Nội vụ quận Lê Chân", False),
        ("SoNV", "Phòng Ngân sách (Sở Tài chính)", False),
        ("SoNV", "Chi cục Thuế quận Lê Chân", False),
        ("SoNV", "Thanh tra Sở Nội vụ", True),
        ("SoNV", "Văn phòng Sở", True),
        ("SoNV", "Phòng Cải cách hành chính", True),
        ("SoNV", "Phòng Cải cách hành chính; Phòng Ngân sách Sở Tài chính", True),
    ],
)
def test_a_division_of_another_unit_is_no_lead_of_the_plans_own(
    unit: str, lead: str, led: bool, library: Library
) -> None:
    plan = clean_plan(unit, library)
    next(a for a in plan["actions"] if a["tasks"] == ["II.7.2.1"])["lead"] = lead
    one = examined(write(plan), library)
    found = [f.rule.id for f in one.checked.findings]
    assert ("HPD316" in found) is not led
    measured = measure([one], library, Settings(), TODAY, library.units.by_id[unit])
    state = next(s.state for s in measured.duties if s.task == "II.7.2.1")
    assert (state is State.COVERED) is (found == [])


def test_what_is_counted_of_another_kind_is_said_in_the_text(library: Library) -> None:
    plan = clean_plan("HuyenCatHai", library)
    action = next(a for a in plan["actions"] if a["tasks"] == ["II.4.4.1"])
    action["indicators"][0]["target"] = "05 xã nông thôn mới nâng cao"
    one = examined(write(plan), library)
    assert one.checked.findings == ()
    report = check([one], terms(library.directive, Settings(), TODAY), Settings())
    for lang, name in ((Lang.VI, "nông thôn mới kiểu mẫu"), (Lang.EN, "model communes")):
        said = assessment.REPORTERS["text"](report, lang).splitlines()
        (line,) = [line for line in said if "05 xã nông thôn mới nâng cao" in line]
        assert "II.4.4.1" in line
        assert name in line


@pytest.mark.parametrize("target", ["giảm 86%", "tăng 90%"])
def test_what_is_not_known_for_a_rise_is_said_in_the_text(target: str, library: Library) -> None:
    plan = clean_plan("SoXD", library)
    action = next(a for a in plan["actions"] if a["tasks"] == ["II.7.3.3"])
    action["indicators"][0]["target"] = target
    one = examined(write(plan), library)
    report = check([one], terms(library.directive, Settings(), TODAY), Settings())
    said = [
        line
        for line in assessment.REPORTERS["text"](report, Lang.VI).splitlines()
        if target in line
    ]
    assert len(said) == 1
    assert "II.7.3.3; đề nghị ghi mức cần đạt" in said[0]
    unit = library.units.by_id["SoXD"]
    measured = measure([one], library, Settings(), TODAY, unit)
    (state,) = [s for s in measured.duties if s.task == "II.7.3.3"]
    assert state.state is State.UNKNOWN
