"""Dates, targets and the format of a plan: what each may hold, and what is said of what it may not hold, in the directive's own year."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.model.plan import Plan, reason_of, target_for
from hpdirective.model.target import TargetFault, UnreadableTarget
from hpdirective.reading import BLANK, Read, read
from hpdirective.source import yaml
from hpdirective.words import Lang, say
from tests.conftest import CheckText, Golden
from tests.rules.test_examples import told

GOLDEN = Path(__file__).parents[1] / "golden/model"
YEAR = 2031  # no directive of the tests has it


def plan(text: str) -> Read[Plan]:
    return read(yaml.read("plan.yaml", text.encode()), Plan, YEAR)


def quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n") + '"'


DAYS = [
    ("10/02/2031", date(2031, 2, 10)),
    ("10/02", date(2031, 2, 10)),
    ("ngày 10 tháng 02 năm 2030", date(2030, 2, 10)),
    ("Hải Phòng, ngày 10 tháng 02 năm 2031", date(2031, 2, 10)),
    ("Thủy Nguyên,   ngày 10/02/2031", date(2031, 2, 10)),
    ("trong ngày 10/02/2031", date(2031, 2, 10)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_of_a_paper(text: str, day: date) -> None:
    stated = plan(f"document: {{issued: {quoted(text)}}}\n")
    assert stated.faults == ()
    assert stated.value is not None
    assert stated.value.document is not None
    assert stated.value.document.issued == day


# What is no day, no deadline, no target, no format.
CELLS = [
    *(f"document: {{issued: {quoted(text)}}}" for text in (
        "tháng 2/2031", "Quý I", "2031", "Thường xuyên", "từ 01/02 đến 10/02/2031", "hằng quý",
        "ngày 10/02 hằng năm", "sau khi được phê duyệt", "trước ngày 10/02/2031", "31/02/2031", "10/02/31", "sớm",
        "10/02/2031 và 11/02/2031", "10/02/2031 – 01/02/2031", "trong ngày 10/02/2031 nếu được giao",
        "Hải Phòng, ngày", "a, ngày 10/02/2031",
    )),
    "document: {sent_on: [a, b]}",
    *(f"actions: [{{due: {quoted(text)}}}]" for text in (
        "sớm", "31/02", "Quý V", "10/02/31", "30/6; 30/9", "30/9 – 30/6", "30/6, dự kiến lùi", "…/…",
    )),
    "actions: [{due: {a: b, c: d}}]",
    *(f"actions: [{{indicators: [{{id: a, target: {quoted(text)}}}]}}]" for text in (
        "cao", "12%; 15%", "15 – 12%", "12% nếu có vốn", "1.2.3,4%", "85% (năm 2032)", "đạt 12% vào năm 2035, 2040",
    )),
    "format: 2",
    "format: [1]",
]  # fmt: skip


def test_what_cannot_be_read_is_told_for_the_year_of_the_directive(golden: Golden) -> None:
    said = []
    for text in CELLS:
        said.append(f"# {text}\n")
        stated = plan(f"{text}\n")
        for fault in stated.faults:
            said.append(f"{fault.code or '-'} {'.'.join(map(str, fault.path))}\n")
            for name, fact in fault.facts.items():
                said.append(f"  {name}: {say(fact, Lang.VI)}\n")
                if say(fact, Lang.EN) != say(fact, Lang.VI):
                    said.append(f"  {' ' * len(name)}  {say(fact, Lang.EN)}\n")
    golden(GOLDEN / "plan-cells.txt", "".join(said))


def test_what_cannot_be_read_is_told_to_the_people(check_text: CheckText, golden: Golden) -> None:
    said = []
    for text in CELLS:
        found = check_text(f"{text}\n", filled=True).checked.findings
        said += [
            f"# {text}\n",
            *(told(f) for f in found if f.rule.family == 2 or "kind" in f.facts),
        ]
    golden(GOLDEN / "plan-findings.txt", "".join(said))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("năm 2031: 85%", "85"),
        ("đến hết năm 2031 đạt 85%", "85"),
        ("85% (kế hoạch năm 2031)", "85"),
        ("85% (2031)", "85"),
        ("85% (đến 31/12/2031)", "85"),
        ("cả năm đạt 85%", "85"),
        ("tăng 85% so với năm 2030", "85"),
        ("trên 2032 người", "2032"),
        ("2040 (năm 2031)", "2040"),
        ("85%", "85"),
    ],
)
def test_targets_of_this_year(text: str, value: str) -> None:
    assert target_for(text, YEAR).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("năm 2032: 85%", "2032"),
        ("85% (năm 2035)", "2035"),
        ("2040 người (năm 2035)", "2035"),
        ("85% (năm 2030)", "2030"),
        ("năm 2030 đạt 85%", "2030"),
        ("đến năm 2035: 85%", "2035"),
        ("85% vào năm 2035", "2035"),
        ("85% (giai đoạn 2031-2035)", "2031-2035"),
        ("giai đoạn 2031 - 2035 đạt 85%", "2031-2035"),
        ("85% (2030)", "2030"),
        ("Tỷ lệ hộ nghèo năm 2030: 1%", "2030"),
        ("85% (đến 31/12/2032)", "2032"),
        ("tăng (năm 2030)", "2030"),
    ],
)
def test_a_target_of_another_year_promises_nothing_for_this_one(text: str, year: str) -> None:
    with pytest.raises(UnreadableTarget) as caught:
        target_for(text, YEAR)
    assert (caught.value.reason, caught.value.rest) == (TargetFault.OTHER_YEAR, year)
    said = reason_of(caught.value, text)
    assert year in said.vi
    assert year in said.en


def test_the_parts_of_a_cell_with_several_targets_are_named() -> None:
    text = "85% đúng hạn; 90% trước hạn"
    with pytest.raises(UnreadableTarget) as caught:
        target_for(text, YEAR)
    said = reason_of(caught.value, text)
    assert said.vi.endswith(": “85% đúng hạn”, “90%”")
    assert said.en.endswith(": “85% đúng hạn”, “90%”")


def test_a_change_from_a_later_year_promises_nothing() -> None:
    with pytest.raises(UnreadableTarget) as caught:
        target_for("tăng 12% so với năm 2040", YEAR)
    assert (caught.value.reason, caught.value.rest) == (TargetFault.PART_UNREAD, "2040")


def test_a_trend_towards_a_later_year_is_still_a_trend() -> None:
    target = target_for("tăng so với năm 2032", YEAR)
    assert (target.value, str(target.trend)) == (None, "up")


@given(
    st.from_regex(re.compile(BLANK.pattern, BLANK.flags), fullmatch=True),
    st.text(" \n\t\u00a0", max_size=2),
)
def test_a_value_that_only_holds_the_place_of_one_is_empty(said: str, space: str) -> None:
    text = json.dumps(f"{space}{said}{space}", ensure_ascii=False)
    found = plan(f"unit: {text}\nactions:\n  - title: {text}\n").value
    assert found is not None
    assert (found.unit, found.actions[0].title) == (None, None)
