"""Addresses of clauses, and keys that a `todo` excuses."""

import pytest

from hpdirective.drafting.tree import draft
from hpdirective.library import Library
from hpdirective.model.directive import Directive
from hpdirective.reading import Read, read
from hpdirective.source import yaml

TOP = "format: 1\nkind: directive\nid: a\nnumber: b\nissued: 2024-01-01\nyear: 2024\nissuer: c\nsha256: d\nhead: [e]\n"
PARTS = "parts: [{id: I, sections: [{id: I.1, paragraphs: [{id: I.1.1, clauses: [%s]}]}]}]\n"
CLAUSE = "{id: I.1.1.1, text: x, kind: deliver, title: {vi: x}%s}"


def directive(text: str) -> Read[Directive]:
    return read(yaml.read("d.yaml", text.encode()), Directive, 0)


def missing(text: str) -> list[tuple[object, ...]]:
    faults = directive(text).faults
    assert {fault.code for fault in faults} <= {"missing-data-key"}
    return [fault.path for fault in faults]


def test_key_that_todo_names_may_be_missing() -> None:
    whole = TOP + "title: {vi: x, en: x}\n"
    title = ("parts", 0, "sections", 0, "paragraphs", 0, "clauses", 0, "title", "en")
    assert missing(whole + PARTS % (CLAUSE % "")) == [title]
    assert missing(whole + PARTS % (CLAUSE % ", todo: [title]")) == []
    assert missing(whole + PARTS % (CLAUSE % ", todo: [assign]")) == [title]


def test_todo_of_the_whole_does_not_reach_a_clause() -> None:
    text = TOP.replace("number: b\n", "") + PARTS % (CLAUSE % ", todo: [title]")
    assert missing(text) == [("number",), ("title",)]
    assert missing(text + "todo: [number, title]\n") == []
    plain = TOP + "todo: [title]\n" + PARTS % (CLAUSE % "")
    assert len(missing(plain)) == 1


def test_labels_and_headings_may_be_missing() -> None:
    text = TOP + "title: {vi: x, en: x}\n" + PARTS % (CLAUSE % ", todo: [title]")
    stated = directive(text)
    assert stated.faults == ()
    assert stated.value is not None
    assert stated.value.parts[0].label == ""


ADDRESSES = [
    ("1. Rà soát.", "I.1.1.1", "mục 1", "section 1"),
    ("1. Sở Y tế:\na) Rà soát.\n- Báo cáo.\n- Tổng kết.", "I.1.3.1", "mục 1, điểm a, gạch đầu dòng thứ hai", "section 1, point a, dash 2"),
    ("Điều 2. Nhiệm vụ\n1. Rà soát.\na) Báo cáo.", "I.2.2.1", "điểm a, Điều 2", "Điều 2, point a"),
    ("A. CHUNG\nI. Y TẾ\n1. Rà soát.", "A.1.1.1", "điểm 1, mục I, phần A", "part A, section I, point 1"),
    ("Chương II QUY ĐỊNH\nĐiều 3. Nhiệm vụ\n- Rà soát.", "II.3.1.1", "Chương II, Điều 3, gạch đầu dòng thứ nhất", "Chương II, Điều 3, dash 1"),
    ("Phần thứ hai\nY TẾ\nI. Chung\n1. Rà soát.", "II.1.1.1", "điểm 1, mục I, phần II", "part II, section I, point 1"),
    ("Rà soát hồ sơ.", "I.1.1.1", "đoạn thứ nhất", "paragraph 1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id", "vi", "en"), ADDRESSES)
def test_addresses(text: str, id: str, vi: str, en: str, library: Library) -> None:
    drafted = draft(text, library.units).directive
    said = drafted.address(drafted.clauses[id])
    assert (said.vi, said.en) == (vi, en)
