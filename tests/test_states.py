"""States where the truth is easily overstated: keys that could not be read, doubled keys, papers that may not hold."""

from typing import Any

import pytest

from hpdirective.checking import Examined, examine
from hpdirective.coverage import State
from hpdirective.finding import SuppressedBy, Suppression
from hpdirective.library import Library
from hpdirective.measuring import measure
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
