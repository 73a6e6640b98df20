"""What is said of the word under the pointer, and where it leads."""

import re
import unicodedata

import pytest

from hpdirective.editor import markdown
from hpdirective.editor.bench import Bench
from tests.editor.conftest import Typed

ACTION = "unit: HuyenCatHai\nactions:\n  - id: A1\n    "


def said(text: str, typed: Typed) -> str:
    sheet, at = typed(text)
    found = sheet.hover(at)
    return found.text if found else ""


@pytest.mark.parametrize(
    "tasks",
    [
        "tasks: II.4▮.4.1",
        "tasks: [II.1.1.1, ii.4.4.1▮]",
        "tasks:\n      - ▮II.4.4.1.",
        'tasks: "II.4.4.▮1',
    ],
)
def test_a_task_is_said_whole(tasks: str, typed: Typed) -> None:
    text = said(ACTION + tasks, typed)
    for words in (
        "Phần II, mục 4, gạch đầu dòng thứ tư",
        "> “Hoàn thành xây dựng 35 xã nông thôn mới kiểu mẫu",
        "đến hết ngày 31/12/2023",
        "xa-ntm-chuyen-tiep",
        "UBND huyện Cát Hải (HuyenCatHai): chủ trì, nêu tên địa bàn",
    ):
        assert words in text


def test_a_paragraph_is_said_clause_by_clause(typed: Typed, bench: Bench) -> None:
    clauses = bench.library.directive.expand("II.4.4")
    text = said("waivers:\n  - task: II.4.▮4\n", typed)
    assert text.count("\n---\n") == len(clauses) - 1


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_units_are_said_with_their_ids(form: str, typed: Typed) -> None:
    name = unicodedata.normalize(form, "Sở Tài chính")  # type: ignore[arg-type]
    assert "**Sở Tài chính** (SoTC)" in said(f"unit: {name}▮", typed)
    both = said(f"{ACTION}lead: ▮{name} và Sở Xây dựng", typed)
    assert "(SoTC)" in both
    assert "(SoXD)" in both
    assert "HuyenCatHai" in said(f"{ACTION}support:\n      - các quận, ▮huyện", typed)


def test_a_division_is_said_with_the_unit_that_it_names(typed: Typed) -> None:
    text = said(f"{ACTION}lead: Phòng ▮Nội vụ quận Lê Chân", typed)
    assert text == ("Phòng Nội vụ quận Lê Chân: bộ phận của **UBND quận Lê Chân** (QuanLeChan)")
    assert "đơn vị lập kế hoạch" in said(f"{ACTION}lead: Phòng ▮Nội vụ", typed)


def test_a_rule_in_a_comment_has_its_title(typed: Typed) -> None:
    text = "unit: 😀 # hpd: ignore[HPD4▮04, late-due-date] vì"
    assert "HPD404" in said(text, typed)
    assert "HPD403" in said(text.replace("▮", "").replace("late-", "lat▮e-"), typed)
    assert said("# HPD4▮04", typed) == ""


def test_keys_and_indicators_are_explained(typed: Typed) -> None:
    assert said(ACTION + "d▮ue: x", typed) == "**due**: Thời hạn hoàn thành"
    assert "xã" in said(ACTION + "indicators:\n      - id: xa-ntm-chuyen▮-tiep", typed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "▮",
        ACTION + "title: II.4.4▮.1",
        ACTION + "tasks: II.99▮.9",
        "kind: unit\nid: So▮TC\n",
        "unit: xyz▮ # x",
    ],
)
def test_nothing_is_said_of_other_words(text: str, typed: Typed) -> None:
    assert said(text if "▮" in text else "▮", typed) == ""


def test_words_of_the_data_never_become_marks(typed: Typed) -> None:
    evil = "a [x](http://e) <img src=x> **b** `c` | ~~d~~ &amp; \\ \n# e\x1b[2J\u202e"
    text = markdown.escaped(evil)
    assert "\n" not in text
    assert not re.search(r"(?<!\\)[\[\]<>`*|~&]|[\x1b\u202e]", text)
    assert markdown.plain(text) == "a [x](http://e) <img src=x> **b** `c` | ~~d~~ &amp; \\ # e[2J"
    division = said(f"{ACTION}lead: Phòng <b>*x*</b>▮", typed)
    assert "<b>" not in division.replace("\\<b", "")


def test_definitions_lead_to_the_data(typed: Typed, bench: Bench) -> None:
    sheet, at = typed(ACTION + "tasks: II.4.4.▮1")
    [there] = sheet.definitions(at)
    assert there.document.file.endswith("directive_2023.yaml")
    line = there.document.line(there.span.line)
    assert line[there.span.column - 1 : there.span.end_column - 1].strip("\"'") == "II.4.4.1"
    sheet, at = typed(ACTION + "support:\n      - Sở Tài chính, các quận▮, huyện")
    files = [found.document.file.rpartition("/")[2] for found in sheet.definitions(at)]
    assert files[0] == "SoTC.yaml"
    assert files[-1] == "groups.yaml"
    assert (bench.locate(there.document.file) or "").startswith("file:///")
    sheet, at = typed(ACTION + "title: II.4.4▮.1")
    assert sheet.definitions(at) == ()
