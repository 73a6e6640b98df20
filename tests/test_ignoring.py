"""Comments that leave findings out: on the line or the line above, with a reason, never more than they name."""

import time

import pytest

from hpdirective.checking import Examined, check, examine, terms
from hpdirective.coverage import State
from hpdirective.finding import Finding
from hpdirective.ignoring import ignores
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.reporters import assessment
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write

LATE = "  due: 01/01/2024"


def plan(library: Library, line: str = LATE) -> str:
    """Give a plan whose first dated action is a day late by the year, with `line` as its due date."""
    text = write(clean_plan("SoKHDT", library))
    assert "  due: 31/12/2023" in text
    return text.replace("  due: 31/12/2023", line, 1)


def examined(text: str, library: Library) -> Examined:
    return examine(yaml.read("plan.yaml", text.encode()), library, Settings(), TODAY)


def said(text: str, library: Library) -> list[tuple[str, str | None]]:
    def why(finding: Finding) -> str | None:
        return finding.suppressed.reason if finding.suppressed else None

    return [(f.rule.id, why(f)) for f in examined(text, library).checked.findings]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{LATE} # hpd: ignore[HPD404] đã báo cáo", [("HPD404", "đã báo cáo")]),
        (f"{LATE} # hpd: ignore[late-for-the-year] đã báo cáo", [("HPD404", "đã báo cáo")]),
        (
            f"{LATE} # HPD:ignore[hpd404,HPD502]: đã báo cáo",
            [("HPD404", "đã báo cáo"), ("HPD133", None)],
        ),
        (f"  # hpd: ignore[HPD404] đã báo cáo\n\n  # và\n{LATE}", [("HPD404", "đã báo cáo")]),
        (f"{LATE} # hpd: ignore[HPD404]", [("HPD404", None), ("HPD131", None)]),
        (f"{LATE} # hpd: ignore HPD404 đã báo cáo", [("HPD404", None), ("HPD131", None)]),
        (f"{LATE} # hpd: ignore[] đã báo cáo", [("HPD404", None), ("HPD131", None)]),
        (f"{LATE} # hpd: ignore[HPD999] đã báo cáo", [("HPD404", None), ("HPD132", None)]),
        (f"{LATE} # hpd: ignore[HPD403] đã báo cáo", [("HPD404", None), ("HPD133", None)]),
        ("  due: 31/12/2023 # hpd: ignore[HPD404] đã báo cáo", [("HPD133", None)]),
        (LATE, [("HPD404", None)]),
    ],
)
def test_what_a_comment_leaves_out(
    line: str, expected: list[tuple[str, str | None]], library: Library
) -> None:
    assert said(plan(library, line), library) == expected


@pytest.mark.parametrize(
    "text",
    [
        "document:\n  bases:\n" + "    - x # hpd: ignore[HPD404] x\n" * 4000,
        "a: 1 # hpd: ignore[HPD404] x\n" * 4000,
        "# hpd: ignore[HPD404] x\n" * 4000 + "a: 1\n",
        "objectives: |\n" + "  x # hpd: ignore[HPD404] x\n" * 4000,
    ],
    ids=["entries", "keys", "above", "block"],
)
def test_many_comments_are_read_at_once(text: str) -> None:
    document = yaml.read("plan.yaml", text.encode())
    begun = time.process_time()
    found = ignores(document)
    assert time.process_time() - begun < 2
    assert len(found) == (0 if "|" in text else 4000)


def test_inside_a_value_it_is_text(library: Library) -> None:
    for title in (
        '"Việc # hpd: ignore[HPD404] lý do"',
        "|\n    Việc\n    # hpd: ignore[HPD404] lý do",
    ):
        text = plan(library).replace("title: Việc A1\n", f"title: {title}\n", 1)
        assert "hpd: ignore" in text
        assert ("HPD404", None) in said(text, library)
        assert not {"HPD131", "HPD132", "HPD133"} & {id for id, _ in said(text, library)}


def test_nothing_becomes_covered_and_nothing_fails(library: Library) -> None:
    text = plan(library, f"{LATE} # hpd: ignore[HPD404] đã báo cáo")
    one = examined(text, library)
    task = next(f.task for f in one.checked.findings)
    states = {
        d.task: d.state
        for d in measure([one], library, Settings(), TODAY).duties
        if d.unit == "SoKHDT"
    }
    assert states[task or ""] is State.PARTIAL
    report = check([one], terms(library.directive, Settings(), TODAY), Settings())
    assert (sum(report.suppressed.values()), [f for f in report.findings if not f.suppressed]) == (
        1,
        [],
    )
    shown = assessment.REPORTERS["text"](report, Lang.VI)
    assert "HPD404" not in shown
    assert "không tính: 1 bỏ qua có lý do" in shown
