"""Fixes: each where it should be and nowhere else, nothing promised changed, nothing left for a second run."""

import re
import time
import unicodedata
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hpdirective import library as disk
from hpdirective.fixing import Fixed, fix
from hpdirective.library import Library
from hpdirective.model.plan import Plan
from hpdirective.reading import read
from hpdirective.source import yaml
from tests.plans import clean_plan, write

HEAD = "format: 1\ndirective: hai-phong/2023/02-CT-UBND\nunit: SoKHDT\n"


def fixed(text: str | bytes, library: Library) -> Fixed:
    raw = text if isinstance(text, bytes) else text.encode()
    once = fix("plan.yaml", raw, library)
    assert fix("plan.yaml", once.mended, library).mended == once.mended, (
        "a second run changes more"
    )
    return once


def action(body: str) -> str:
    """Give a plan of one action that holds these lines."""
    lines = dedent(body).strip("\n").splitlines()
    return f"{HEAD}actions:\n  - id: A1\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # signs that YAML wants
        ("title: Rà soát: dự án  # rõ", 'title: "Rà soát: dự án"  # rõ'),
        ("result: >85% dự án", 'result: ">85% dự án"'),
        ('title: "Đẩy mạnh" chuyển đổi', 'title: "\\"Đẩy mạnh\\" chuyển đổi"'),
        ("title:Rà soát", "title: Rà soát"),
        ("steps:\n  - Giao ban: ngày 25 # họp", 'steps:\n  - "Giao ban: ngày 25" # họp'),
        ("steps:\n  - # 1 rà soát", 'steps:\n  - "# 1 rà soát"'),
        ("steps:\n  * rà soát", 'steps:\n  - "rà soát"'),
        ("steps:\n  -rà soát\n  – làm", "steps:\n  - rà soát\n  - làm"),
        ("tasks: - II.3.4.2", "tasks: II.3.4.2"),
        ("steps:\n  - một\n    - hai\n  - ba", "steps:\n  - một\n  - hai\n  - ba"),
        ("support: [SoTC, SoXD", "support: [SoTC, SoXD]"),
        (
            "start 02/2023\nmilestones:\n  - what: x\n    start: 1",
            "start: 02/2023\nmilestones:\n  - what: x\n    start: 1",
        ),
        # keys
        ("titel: x", "title: x"),
        ("'titel': x", "'title': x"),
        ("deadline: 11/2023", "due: 11/2023"),
        (
            "milestone:\n  - what: x\n    deu: 11/2023",
            "milestones:\n  - what: x\n    due: 11/2023",
        ),
        # units, tasks
        ("lead: Sở KH&ĐT", "lead: SoKHDT"),
        ("support: [Sở Tài chính, 'SXD', sotttt] # ba", "support: [SoTC, 'SoXD', SoTTTT] # ba"),
        ("support:\n  - các quận, huyện", "support:\n  - quan-huyen"),
        ("tasks: ii.3.4.2.", "tasks: II.3.4.2"),
        # days
        ("due: 2023-11-15", "due: 15/11/2023"),
        ("due: 5.6.2023", "due: 05/06/2023"),
        ('due: "ngày 15 tháng 11 năm 2023"', 'due: "15/11/2023"'),
        # letters
        ("id: А1", "id: A1"),  # a Cyrillic А
        ("result: Báo\u200b cáo", "result: Báo cáo"),
        (
            "steps:\n  - |\n    Báo\u200b cáo\n    quý\u00a0I\n  - x",
            "steps:\n  - |\n    Báo cáo\n    quý I\n  - x",
        ),
        (f"result: {unicodedata.normalize('NFD', 'Báo cáo quý')}", "result: Báo cáo quý"),
    ],
)
def test_a_fix_touches_its_stretch_alone(before: str, after: str, library: Library) -> None:
    text, wanted = action(before), action(after)
    if before.startswith("id:"):
        text, wanted = (t.replace("  - id: A1\n    id:", "  - id:") for t in (text, wanted))
    assert fixed(text, library).after == wanted


@pytest.mark.parametrize(
    "body",
    [
        "due: Quý IV/2023",
        "due: trước ngày 15/11/2023",
        "due: đến hết ngày 15-11-2023",
        "due: cuối năm 2023",
        "due: 11/2023",
        "due: 15/11",
        "due: 31/02/2023",
        "due: 15-11-2023 hoặc 16-11-2023",
        "lead: Giám đốc Sở Tài chính",
        "lead: Phòng Tổng hợp",
        "support: Sở Tài chính, Sở Xây dựng",
        "support: Sở Tài chánh",
        "target: 85%",  # a key that stands elsewhere is misplaced, not misspelt
        "title: x\ntitel: y",
        "titel: x\ntilte: y",
        "note: x",
        "support:\n  - SoTC\n  - result: Báo cáo",  # a key beside the list, not an entry of it
        "indicators:\n  - {id: x, target: 85,1%}",
        "steps:\n  - Đề nghị - giao: hai việc: một",
        "steps:\n  - |\n    Giao ban: ngày 25",
        "due: >-\n  2023-11-15",
        "support: [UBND các quận, huyện]",
        'steps: [Làm sạch dữ liệu "đúng, đủ, sạch, sống"]',
        "result: Бorис",  # a name in another script
    ],
)
def test_what_is_not_sure_is_left(body: str, library: Library) -> None:
    text = action(body)
    result = fixed(text, library)
    if "Đề nghị" not in body:
        assert result.after == text, result.fixes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- tasks: II.3.4.2\n  title: x\n", "- id: A1\n  tasks: II.3.4.2\n  title: x\n"),
        ("- title: x\n- id: A1\n  title: y\n", "- id: A2\n  title: x\n- id: A1\n  title: y\n"),
        ("- id: V05\n  title: y\n- title: x\n", "- id: V05\n  title: y\n- id: V2\n  title: x\n"),
        ("-\n  # một\n  title: x\n", "-\n  # một\n  id: A1\n  title: x\n"),
        ("- {title: x}\n", "- {id: A1, title: x}\n"),
        ("- title: x\n  id:  # trống\n", "- title: x\n  id: A1  # trống\n"),
        ("- title: x\n  id: ~\n", "- title: x\n  id: A1\n"),
        ('- title: x\n  id: ""\n', "- title: x\n  id: A1\n"),
        ("- idd: B1\n  title: x\n", "- id: B1\n  title: x\n"),
    ],
)
def test_actions_without_an_id_get_one(before: str, after: str, library: Library) -> None:
    assert fixed(f"{HEAD}actions:\n{before}", library).after == f"{HEAD}actions:\n{after}"


def test_odd_spaces_that_indent_a_line(library: Library) -> None:
    text = action("title: x")
    assert fixed(text.replace("    title", "  \u00a0\u00a0title"), library).after == text


def test_names_of_directive_and_unit(library: Library) -> None:
    text = "directive: 02/CT-UBND ngày 19 tháng 01 năm 2023\nunit: Sở Kế hoạch & Đầu tư\n"
    after = "directive: hai-phong/2023/02-CT-UBND\nunit: SoKHDT\n"
    assert fixed(text, library).after == after
    alone = "directive: 02/CT-UBND\nunit: SoKHDT\n"  # used again every year: the author must say
    assert fixed(alone, library).after == alone


def test_bytes_keep_their_mark_and_line_ends(library: Library) -> None:
    text = action("title: Rà soát: x\ndue: 2023-11-15").replace("\n", "\r\n")
    result = fixed(b"\xef\xbb\xbf" + text.encode(), library)
    wanted = action('title: "Rà soát: x"\ndue: 15/11/2023').replace("\n", "\r\n")
    assert result.mended == b"\xef\xbb\xbf" + wanted.encode()
    without = fixed(text.replace("  - id: A1\r\n    title", "  - title").encode(), library)
    assert b"  - id: A1\r\n    title" in without.mended


def test_windows_1258_becomes_utf_8(library: Library) -> None:
    raw = b"".join(
        _cp1258(char) for char in unicodedata.normalize("NFC", action("title: Đô thị mới, dự án"))
    )
    result = fixed(raw, library)
    assert result.mended.decode() == action("title: Đô thị mới, dự án")
    assert [f.rule for f in result.fixes] == ["windows-1258"]


def _cp1258(char: str) -> bytes:
    """Write a letter as windows-1258 does: a base and a mark where it has no sign of its own."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        for mark in "\u0300\u0301\u0303\u0309\u0323":
            parts = unicodedata.normalize("NFD", char)
            if mark in parts:
                base = unicodedata.normalize("NFC", parts.replace(mark, ""))
                return base.encode("cp1258") + mark.encode("cp1258")
        raise


def test_what_is_no_plan_or_cannot_be_read_stays(library: Library) -> None:
    for raw, readable in (
        (b"\xff\xfea\x00", False),
        (b"", False),
        (b"kind: unit\nid: x\nunit: S\xe1\xbb\x9f T\xc3\xa0i ch\xc3\xadnh\n", True),
        (b"- a\n- b\n", False),
    ):
        result = fixed(raw, library)
        assert (result.mended, result.fixes, result.readable) == (raw, (), readable)


def test_a_clean_plan_of_every_unit_needs_no_fix_but_ids_of_units(library: Library) -> None:
    for unit in ("SoKHDT", "HuyenCatHai", "CATP"):
        text = write(clean_plan(unit, library))
        assert fixed(text, library).after == text.replace("- Sở Tài chính\n", "- SoTC\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: >5\n" * 8_000,
        "ac=ions:\n  - id: A1\n" + "a: >5\n" * 1_500,  # one fix that does harm among many
    ],
)
def test_many_faults_take_time_in_line_with_their_number(text: str, library: Library) -> None:
    start = time.process_time()
    assert len(fix("plan.yaml", text.encode(), library).fixes) == text.count(">")
    assert time.process_time() - start < 15


DAMAGES = (
    ("  title: ", "  titel: "),
    ("  title: ", "  title:"),
    ("  due: 31/12/2023", "  due: 2023-12-31"),
    ("  due: ", "  deadline: "),
    ("Báo cáo", "Báo\u00a0cáo"),
    ("Sở Tài chính", "sở tài chính"),
    ("  result: Báo cáo", "  result: Báo cáo: đủ"),
    ("  lead: Phòng", "  lead: 'Phòng"),
    ("  - Xây dựng", "  * Xây dựng"),
    ("  - Xây dựng", "\t- Xây dựng"),
    ("target: ", "target: >"),
    ("- id: ", "- ID: "),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DAMAGES), st.integers(0, 12)), max_size=8))
def test_no_fix_changes_a_promise_or_an_untouched_line(
    damages: list[tuple[tuple[str, str], int]],
) -> None:
    library = LIBRARY
    text = TEXT
    for (old, new), which in damages:
        places = [m.start() for m in re.finditer(re.escape(old), text)]
        if places:
            at = places[which % len(places)]
            text = text[:at] + new + text[at + len(old) :]
    result = fixed(text, library)
    assert _promised(result.after) >= _promised(text)
    touched = {fix.edit.span.line for fix in result.fixes}
    lines, after = text.splitlines(), result.after.splitlines()
    if len(lines) == len(after):
        assert {
            n for n, pair in enumerate(zip(lines, after, strict=True), 1) if pair[0] != pair[1]
        } <= touched


LIBRARY = disk.open_library()
TEXT = write(clean_plan("SoGTVT", LIBRARY))


def _promised(text: str) -> set[tuple[object, ...]]:
    plan = read(yaml.read("plan.yaml", text.encode()), Plan, 2023).value
    if plan is None:
        return set()
    dues = {("due", n, a.due.end) for n, a in enumerate(plan.actions) if a.due}
    return dues | {
        ("target", n, p.id, p.target.op, p.target.value)
        for n, a in enumerate(plan.actions)
        for p in a.indicators
        if p.target
    }


@pytest.mark.parametrize(
    "text",
    [
        "document:\n  relation:\n    amended: 12/KH-SKHĐT\n",
        "document:\n  relation:\n    replaced: 12/KH-SKHĐT\n",
        "actions:\n  - id: A1\n    indicators:\n      - id: du-an-hoan-thanh\n        value: 8 dự án\n",
    ],
)
def test_a_key_that_may_say_the_reverse_is_left_to_its_writer(text: str, library: Library) -> None:
    assert fixed(HEAD + text, library).mended.decode() == HEAD + text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("isued", "issued"),
        ("sent_onn", "sent_on"),
        ("muc_phan_dau", "target"),
        ("amend", "amends"),
    ],
)
def test_a_key_that_is_surely_meant_is_mended(wrong: str, right: str, library: Library) -> None:
    held = {
        "target": "actions:\n  - id: A1\n    indicators:\n      - id: x\n        {}: 8 dự án\n",
        "amends": "document:\n  relation:\n    {}: 12/KH-SKHĐT\n",
    }
    text = HEAD + held.get(right, "document:\n  {}: 10/02/2023\n")
    assert fixed(text.format(wrong), library).mended.decode() == text.format(right)
