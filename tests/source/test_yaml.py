"""The reader: every fault at its place, in our words, and nothing else lost."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from hpdirective.model.located import as_cells, as_list
from hpdirective.model.plan import Action, Paper, Plan
from hpdirective.source import building, yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.place import Span
from hpdirective.source.slips import LISTS


def read(text: str | bytes, limits: Limits | None = None) -> Document:
    return yaml.read("x.yaml", text if isinstance(text, bytes) else text.encode(), limits)


def seen(document: Document) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in document.faults if f.span]


ONE_FAULT = [
    # text, data, (code, line, column)
    (
        "a: 1\ntarget: >85%\nb: 2\n",
        {"a": "1", "target": ">85%", "b": "2"},
        ("unquoted-value", 2, 9),
    ),
    ("t: >= 85\nb: 2\n", {"t": ">= 85", "b": "2"}, ("unquoted-value", 1, 4)),
    ("title: Rà soát: x\nb: 1\n", {"title": "Rà soát: x", "b": "1"}, ("unquoted-colon", 1, 15)),
    (
        "s:\n  - Giao ban: 8h: thứ hai\n",
        {"s": ["Giao ban: 8h: thứ hai"]},
        ("unquoted-colon", 2, 17),
    ),
    (
        't: "Đẩy mạnh" chuyển\nb: 1\n',
        {"t": '"Đẩy mạnh" chuyển', "b": "1"},
        ("text-after-quote", 1, 15),
    ),
    ("t: 'a' b # ghi chú\n", {"t": "'a' b"}, ("text-after-quote", 1, 8)),
    ("t: *abc def\n", {"t": "*abc def"}, ("unquoted-value", 1, 4)),
    ("t: *\n", {"t": "*"}, ("unquoted-value", 1, 4)),
    ("t: & abc\n", {"t": "& abc"}, ("unquoted-value", 1, 4)),
    ("t: % abc\n", {"t": "% abc"}, ("unquoted-value", 1, 4)),
    ("t: @abc\n", {"t": "@abc"}, ("unquoted-value", 1, 4)),
    ("t: `abc\n", {"t": "`abc"}, ("unquoted-value", 1, 4)),
    ("t: - abc\nb: 1\n", {"t": "abc", "b": "1"}, ("unquoted-value", 1, 4)),
    ("t: [a, b\nb: 1\n", {"t": ["a", "b"], "b": "1"}, ("unclosed-bracket", 1, 4)),
    ("t: {a: 1\nb: 1\nc: 2\n", {"t": {"a": "1"}, "b": "1", "c": "2"}, ("unclosed-bracket", 1, 4)),
    ("steps:\n  -a\n  - b\n", {"steps": ["a", "b"]}, ("entry-without-dash", 2, 3)),
    ("s:\n  - a\n  -b\n", {"s": ["a", "b"]}, ("entry-without-dash", 3, 3)),
    ("steps:\n  – a\n  - b\n", {"steps": ["a", "b"]}, ("entry-without-dash", 2, 3)),
    ("steps:\n  a\n  - b\n", {"steps": ["a", "b"]}, ("entry-without-dash", 2, 3)),
    ("s:\n  - a\n  b\n", {"s": ["a", "b"]}, ("entry-without-dash", 3, 3)),
    (
        "s:\n  - i: 1\n    t: 2\n  -i: 3\n    t: 4\n",
        {"s": [{"i": "1", "t": "2"}, {"i": "3", "t": "4"}]},
        ("entry-without-dash", 4, 3),
    ),
    (
        "s:\n  - i: 1\n    t: 2\n    i: 3\n    t: 4\n",
        {"s": [{"i": "1", "t": "2"}, {"i": "3", "t": "4"}]},
        ("entry-without-dash", 4, 5),
    ),
    (
        "s:\n  - i: 1\n    t: 2\n  - u: 3\n    v: 4\n",
        {"s": [{"i": "1", "t": "2", "u": "3", "v": "4"}]},
        ("stray-dash", 4, 3),
    ),
    (
        "o:\n  - i: 1\n    t: x\n  d: y\n    r: z\n  - i: 2\n",
        {"o": [{"i": "1", "t": "x", "d": "y", "r": "z"}, {"i": "2"}]},
        ("bad-indentation", 4, 3),
    ),
    (
        "o:\n  - i: 1\n    t: x\n      d: y\n    r: z\n",
        {"o": [{"i": "1", "t": "x", "d": "y", "r": "z"}]},
        ("bad-indentation", 4, 7),
    ),
    (
        "o:\n  - i: 1\n    s:\n      - x\n    - y\n    r: z\n",
        {"o": [{"i": "1", "s": ["x", "y"], "r": "z"}]},
        ("bad-indentation", 5, 5),
    ),
    (
        "o:\n    i: 1\n    t: x\n  - i: 2\n    t: y\n",
        {"o": [{"i": "1", "t": "x"}, {"i": "2", "t": "y"}]},
        ("entry-without-dash", 2, 5),
    ),
    ("o:\n  - i: 1\n    t: x\n    - i: 2\n      t: y\n", None, ("bad-indentation", 4, 5)),
    (
        "o:\n  - i: 1\n    s:\n    - x\n    - i: 2\n    s:\n    - y\n",
        {"o": [{"i": "1", "s": ["x"]}, {"i": "2", "s": ["y"]}]},
        ("bad-indentation", 5, 5),
    ),
    (
        "o:\n  - i: 1\n  -\n    t: x\n  - i: 2\n    t: y\n",
        {"o": [{"i": "1", "t": "x"}, {"i": "2", "t": "y"}]},
        ("stray-dash", 3, 3),
    ),
    ('t: abc"\nb: 1\n', {"t": 'abc"', "b": "1"}, ("unclosed-quote", 1, 7)),
    ("a:\n    b: 1\n     c: 2\n", {"a": {"b": "1", "c": "2"}}, ("bad-indentation", 3, 6)),
    (
        "a:\n    b: 1\n b: 2\nc: 3\n",
        {"a": {"b": "1"}, "b": "2", "c": "3"},
        ("bad-indentation", 3, 2),
    ),
    (
        "start 2\nb:\n  - start: 1\n",
        {"start": "2", "b": [{"start": "1"}]},
        ("missing-colon", 1, 1),
    ),
    ("due： 2\nb: 1\n", {"due": "2", "b": "1"}, ("missing-colon", 1, 1)),
    ("t: #Rà soát\nb: 1 # ghi chú\n", {"t": "#Rà soát", "b": "1"}, ("unquoted-value", 1, 4)),
    (
        "t: Tháo gỡ #1 vướng mắc\nb: 1\n",
        {"t": "Tháo gỡ #1 vướng mắc", "b": "1"},
        ("unquoted-value", 1, 4),
    ),
    (
        "t: Uû ban nh©n d©n thµnh phè\n"
        + "b: Ủy ban nhân dân thành phố chỉ đạo các sở, ngành, địa phương khẩn trương xây dựng kế hoạch\n"
        * 1
        + "c: Ủy ban\n",
        {
            "t": None,
            "b": "Ủy ban nhân dân thành phố chỉ đạo các sở, ngành, địa phương khẩn trương xây dựng kế hoạch",
            "c": "Ủy ban",
        },
        ("legacy-font-text", 1, 4),
    ),
    ("t: [a] b\nc: 1\n", {"t": "[a] b", "c": "1"}, ("unquoted-value", 1, 4)),
    ("s:\n  - [I] b\n  - c\n", {"s": ["[I] b", "c"]}, ("unquoted-value", 2, 5)),
    (
        't: "abc\nb: 1\nc: "x"\nd: 1\n',
        {"t": "abc", "b": "1", "c": "x", "d": "1"},
        ("unclosed-quote", 1, 4),
    ),
    ('t: "abc\nb: 1\n', {"t": "abc", "b": "1"}, ("unclosed-quote", 1, 4)),
    ('s:\n  - "abc\n  - d\n', {"s": ["abc", "d"]}, ("unclosed-quote", 2, 5)),
    ('t: "D:\\Kế"\n', {"t": "D:\\Kế"}, ("bad-escape", 1, 7)),
    ('t: "a\\uffff b"\n', {"t": "a\uffff b"}, ("control-character", 1, 4)),
    ('t: "a\\ufffe b"\n', {"t": "a\ufffe b"}, ("control-character", 1, 4)),
    ("k:v\nb: 1\n", {"k": "v", "b": "1"}, ("missing-space", 1, 2)),
    ("a: 1\nk:v\nb: 2\n", {"a": "1", "k": "v", "b": "2"}, ("missing-space", 2, 2)),
    ("a: 1\nk:\u00a0v\nb: 2\n", {"a": "1", "k": "v", "b": "2"}, ("odd-space-behind-sign", 2, 3)),
    (
        "a: 1\nk :\u00a0%v\nb: 2\n",
        {"a": "1", "k": "%v", "b": "2"},
        ("odd-space-behind-sign", 2, 4),
    ),
    ("k:\u202f\u00a0 v # c\nb: 1\n", {"k": "v", "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("k:\u00a0\n  - v\nb: 1\n", {"k": ["v"], "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("k:\u00a0\n  v: 1\n", {"k": {"v": "1"}}, ("odd-space-behind-sign", 1, 3)),
    ("k:\n  v:\u00a01\n", {"k": {"v": "1"}}, ("odd-space-behind-sign", 2, 5)),
    (
        "k:\n  v:\u3000\n    - 1\n    - 2\n",
        {"k": {"v": ["1", "2"]}},
        ("odd-space-behind-sign", 2, 5),
    ),
    ("k:\n  - v:\u202f1\n", {"k": [{"v": "1"}]}, ("odd-space-behind-sign", 2, 7)),
    (
        "a:\n  - k:\u00a0v\n    l: 1\n",
        {"a": [{"k": "v", "l": "1"}]},
        ("odd-space-behind-sign", 2, 7),
    ),
    ('k:\u00a0"v"\nb: 1\n', {"k": "v", "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("a:\n  -\u00a0II.3\n  - II.4\n", {"a": ["II.3", "II.4"]}, ("odd-space-behind-sign", 2, 4)),
    ("a:\n  -\u200bx\n  - y\n", {"a": ["x", "y"]}, ("odd-space-behind-sign", 2, 4)),
    (
        "a:\n  -\u00a0i: 1\n    d: x\n",
        {"a": [{"i": "1", "d": "x"}]},
        ("odd-space-behind-sign", 2, 4),
    ),
    ("k:\u00a0[II.7]\nb: 1\n", {"k": ["II.7"], "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("k:\u00a0|\n  x y\nb: 1\n", {"k": "x y\n", "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ('b: 1\nk:\u00a0"x" y\n', {"b": "1", "k": '"x" y'}, ("odd-space-behind-sign", 2, 3)),
    ("b: 1\nk:\u00a0x #1 y\n", {"b": "1", "k": "x #1 y"}, ("odd-space-behind-sign", 2, 3)),
    ("k:\u00a0x: y\nb: 1\n", {"k": "x: y", "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("k:\u00a0\n- x\n- y\nb: 1\n", {"k": ["x", "y"], "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ('k: [x "y, z", t]\n', {"k": ['x "y', 'z"', "t"]}, ("comma-splits-value", 1, 11)),
    ("k: 1\ndue\u00a0:\u00a0v\n", {"k": "1", "due": "v"}, ("odd-space-behind-sign", 2, 4)),
    ("k:\u00a0# c\nb: 1\n", {"k": None, "b": "1"}, ("odd-space-behind-sign", 1, 3)),
    ("b: 1\nk:\u00a0v # c's\n", {"b": "1", "k": "v"}, ("odd-space-behind-sign", 2, 3)),
    # what only looks like it
    ("steps:\n  - a: 1\n  - b: 2\n", {"steps": [{"a": "1"}, {"b": "2"}]}, None),
    ("a: b c\n   k:\u00a0v\nb: 1\n", {"a": "b c k:\u00a0v", "b": "1"}, ("odd-letters", 1, 4)),
    ("steps:\n  - k:\u00a0v\n", {"steps": ["k:\u00a0v"]}, ("odd-letters", 2, 5)),
    ("a: 1\nlạc\nb: 2\n", {"a": "1", "b": "2"}, ("missing-colon", 2, 1)),
    ("a:\n\tb: 1\n", {"a": {"b": "1"}}, ("tab-indentation", 2, 1)),
    ("a:\n  b: 1\n\tc: 1\n", {"a": {"b": "1", "c": "1"}}, ("tab-indentation", 3, 1)),
    ("a:\n  -\tb\n  - c\n", {"a": ["b", "c"]}, ("tab-indentation", 2, 4)),
    ("t: >5\nb: 1\n", {"t": ">5", "b": "1"}, ("unquoted-value", 1, 4)),
    ("t: >0\nb: 1\n", {"t": ">0", "b": "1"}, ("unquoted-value", 1, 4)),
    ("t: |\nb: 1\n", {"t": "|", "b": "1"}, ("unquoted-value", 1, 4)),
    ('s:\n  - "C:\\users\\kh"\n', {"s": ["C:\\users\\kh"]}, ("bad-escape", 2, 8)),
    ("s:\n  * a\n  - b\n", {"s": ["a", "b"]}, ("unquoted-value", 2, 3)),
    ("s:\n  - # Hoàn thành\n  - b\n", {"s": ["# Hoàn thành", "b"]}, ("unquoted-value", 2, 5)),
    ("s:\n  - ! a\n", {"s": [None]}, ("anchor-alias-or-tag", 2, 5)),
    ("&a s: b\n", {"s": "b"}, ("anchor-alias-or-tag", 1, 1)),
    (
        "document\n  number: 1\nb: 2\n",
        {"document": {"number": "1"}, "b": "2"},
        ("missing-colon", 1, 1),
    ),
    (
        "a:\n  k: 1\n  steps\n    - x\nb: 2\n",
        {"a": {"k": "1", "steps": ["x"]}, "b": "2"},
        ("missing-colon", 3, 3),
    ),
    ("s: b\ns:\n  x: &a b\n", {"s": "b"}, None),
    ("a: 1\na: 2\n", {"a": "1"}, ("duplicate-key", 2, 1)),
    ("a: &x b\n", {"a": None}, ("anchor-alias-or-tag", 1, 4)),
    ("a: !!int 3\n", {"a": None}, ("anchor-alias-or-tag", 1, 4)),
    ("a: {target: 85,1%}\n", {"a": {"target": None}}, ("comma-splits-value", 1, 13)),
    ("a: [85,1%, b]\n", {"a": [None, "b"]}, ("comma-splits-value", 1, 5)),
    ("a: {t: Sở A, Sở B, c: d}\n", {"a": {"t": None, "c": "d"}}, ("comma-splits-value", 1, 8)),
    ("s:\n- a\n - b\n", {"s": ["a", "b"]}, ("swallowed-item", 3, 2)),
    ("a: 1\n---\nb: 2\n", {"a": "1"}, ("several-documents", 2, 1)),
    ("? [a]\n: b\nc: d\n", {"c": "d"}, ("bad-key", 1, 3)),
    ("~: b\nc: d\n", {"c": "d"}, ("bad-key", 1, 1)),
    ("a: b\0c\nd: e\n", {"a": "b c", "d": "e"}, ("control-character", 1, 5)),
    ('a: "x\\ty\\0"\n', {"a": "x\ty\0"}, ("control-character", 1, 4)),
    ("а: 1\n", {"a": "1"}, ("odd-letters", 1, 1)),
]


def test_the_keys_of_lists_are_those_of_the_models() -> None:
    fields = [field for model in (Plan, Paper, Action) for field in model.model_fields.items()]
    assert {name for name, field in fields if {as_list, as_cells} & set(_readers(field))} == LISTS


def _readers(field: FieldInfo) -> list[object]:
    return [getattr(one, "func", None) for one in field.metadata]


@pytest.mark.parametrize(("text", "data", "fault"), ONE_FAULT)
def test_fault_is_found_at_its_place_and_the_rest_is_read(
    text: str, data: object, fault: tuple[str, int, int] | None
) -> None:
    document = read(text)
    if fault is not None:  # else the faults are others' business: the text once broke the reader
        assert seen(document) == [fault]
    assert document.data == data


LOST = [
    ("", ("empty-file", 1, 1)),
    ("# chỉ có ghi chú\n", ("empty-file", 1, 1)),
    ("- a\n- b\n", ("not-a-mapping", 1, 1)),
    ("chữ\n", ("not-a-mapping", 1, 1)),
    ("a:\n  b: 1\n c: 2\n", ("bad-indentation", 3, 2)),
    ("- a: 1\n    - b: 2\n", ("bad-indentation", 2, 5)),
    ("a: 1\n...\nb: 2\n", ("several-documents", 2, 1)),
    ("  a: 1\nb: 2\n", ("yaml-syntax", 2, 1)),
    ("s:\n  - Thực hiện\n    sau: rà soát\n", ("unquoted-colon", 3, 8)),
    ("a: " + "[" * 50 + "]" * 50 + "\n", ("too-deep", 1, 43)),
    ("\xff\xfea\0".encode("latin-1"), ("not-utf-8", 1, 1)),
    ("a: b\n".encode("utf-16-le"), ("not-utf-8", 1, 1)),
    ("a: b\n".encode("utf-32"), ("not-utf-8", 1, 1)),
    (b"a: b\nc: \xff\x9d\n", ("not-utf-8", 2, 4)),
    ("a: Uû ban nh©n d©n thµnh phè\n", ("legacy-font-text", 1, 4)),
    ("a: Uyû ban nhaân daân thaønh phoá\n", ("legacy-font-text", 1, 4)),
    (bytes(range(32)) * 4, ("control-character", 1, 1)),
    (b"PK\x03\x04\x14\x00\xff", ("office-file", 1, 1)),  # .docx, .xlsx
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("office-file", 1, 1)),  # .doc, .xls
    (b"%PDF-1.7\n%\xe2\xe3", ("office-file", 1, 1)),
    (b"{\\rtf1\\ansi", ("office-file", 1, 1)),
]


@pytest.mark.parametrize(("text", "fault"), LOST)
def test_what_cannot_be_read_is_one_fault(text: str | bytes, fault: tuple[str, int, int]) -> None:
    document = read(text)
    assert seen(document) == [fault]
    assert document.data is None


def test_of_a_file_of_an_office_no_line_is_shown() -> None:
    assert read(b"PK\x03\x04\x14\x00\xff" * 500).lines == ()


def test_a_line_of_a_text_is_no_key_for_the_sake_of_a_broken_line_below() -> None:
    for text in ("t: |\n  a\n  b:\u00a0c\nd: >5\n", 't: "a\n  b:\u00a0c"\nd: >5\n'):
        assert {f.code for f in read(text).faults} == {"unquoted-value", "odd-letters"}


_GOOD = """\
unit: SoTC
document:
  number: 1/KH
  issued: 10/02/2023
objectives:
  - Đúng hạn
  - Đủ nội dung
actions:
  - id: A1
    tasks:
      - II.1.1.1
      - II.1.1.2
    title: Rà soát danh mục
    due: "30/6/2023"
  - id: A2
    tasks: [II.1.1.3]
    steps:
      - Lập danh mục
"""
_GAPS = [found.end() - 1 for found in re.finditer(": |- ", _GOOD)]


@given(
    st.lists(
        st.tuples(st.sampled_from(_GAPS), st.sampled_from("\u00a0\u1680\u2003\u202f\u205f\u3000")),
        min_size=1,
    )
)
def test_odd_spaces_behind_signs_lose_nothing(changes: list[tuple[int, str]]) -> None:
    text = list(_GOOD)
    for at, odd in changes:
        text[at] = odd
    document = read("".join(text))
    assert document.data == read(_GOOD).data
    lines = sorted({_GOOD.count("\n", 0, at) + 1 for at, _ in changes})
    assert sorted(f.span.line for f in document.faults if f.span) == lines
    assert {f.code for f in document.faults} == {"odd-space-behind-sign"}


def test_several_broken_lines_are_all_found() -> None:
    text = 'a: >85%\nb: x: y\nc: "m" n\nd: ok\nd: again\ne: {t: 1,5}\n'
    document = read(text)
    assert sorted(seen(document), key=lambda f: f[1]) == [
        ("unquoted-value", 1, 4),
        ("unquoted-colon", 2, 5),
        ("text-after-quote", 3, 8),
        ("duplicate-key", 5, 1),
        ("comma-splits-value", 6, 8),
    ]
    assert document.data == {"a": ">85%", "b": "x: y", "c": '"m" n', "d": "ok", "e": {"t": None}}


def test_the_second_value_of_a_key_takes_no_place_of_the_first() -> None:
    document = read("a:\n  - b: 1\na:\n  - c: 2\n")
    assert document.values["a", 0] == Span(2, 5, 2, 6)


def test_a_value_that_ends_on_a_mended_line_ends_within_it() -> None:
    document = read(":2\n- :")  # the last line is quoted in memory, which makes it longer
    assert document.values[()] == Span(1, 1, 2, 4)


def test_what_stands_at_the_end_of_a_file_without_a_last_line_end_lies_in_its_last_line() -> None:
    assert read("---").values[()] == Span(1, 4, 1, 4)


def test_an_empty_value_after_a_mended_key_stands_at_the_end_of_its_line() -> None:
    document = read("due:\n  a: 1\n  due")
    assert document.values["due", "due"] == Span(3, 6, 3, 6)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_bom_change_no_place(end: str, mark: str) -> None:
    document = read((mark + end.join(["a: 1", "b:", "  - x", "  - y: z", ""])).encode())
    assert document.faults == ()
    span = document.span(("b", 1, "y"))
    assert span is not None
    assert (span.line, span.column, span.end_column) == (4, 8, 9)
    assert document.line(4) == "  - y: z"


def test_other_breaks_are_no_lines() -> None:
    document = read("a: x\u2028y\u0085z\nb: 1\n")
    span = document.span(("b",))
    assert span is not None
    assert span.line == 2


def test_windows_1258_is_read_with_a_warning() -> None:
    text = "a: Hoàn thành nhiệm vụ\nb: Đẩy mạnh\n"
    raw = unicodedata.normalize("NFD", text).encode("cp1258", "ignore")
    raw = (
        text.replace("ệ", "ê\u0323")
        .replace("ụ", "u\u0323")
        .replace("ẩ", "â\u0309")
        .replace("ạ", "a\u0323")
        .encode("cp1258")
    )
    document = read(raw)
    assert [f.code for f in document.faults] == ["windows-1258"]
    assert document.data == {"a": "Hoàn thành nhiệm vụ", "b": "Đẩy mạnh"}


def test_limits_are_faults() -> None:
    assert seen(read("a: 1\n", Limits(bytes=3))) == [("too-large", 1, 1)]
    assert seen(read("a: [1, 2, 3, 4]\n", Limits(nodes=4))) == [("too-many-nodes", 1, 8)]


def test_scalars_stay_text() -> None:
    text = "a: no\nb: 3.10\nc: 12:30\nd: 010\ne: 2023-02-30\nf: =\ng: 1_000\nh: ~\ni: ''\n"
    data = read(text).data
    assert data == {
        "a": "no", "b": "3.10", "c": "12:30", "d": "010", "e": "2023-02-30", "f": "=", "g": "1_000", "h": None, "i": "",
    }  # fmt: skip


def test_keys_and_values_become_nfc() -> None:
    document = read(unicodedata.normalize("NFD", "nhiệm_vụ: Hòa\n"))
    assert document.data == {"nhiệm_vụ": "Hòa"}
    assert {f.code for f in document.faults} == {"odd-letters"}


def test_block_scalars_and_long_values_are_read_whole() -> None:
    document = read('a: |\n  một\n  hai\nb: >\n  một\n  hai\nc: một\n  hai\nd: "một\n  hai"\n')
    assert document.faults == ()
    assert document.data == {"a": "một\nhai\n", "b": "một hai\n", "c": "một hai", "d": "một hai"}


PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20
)
DATA = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(PLAIN.filter(str.strip), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(PLAIN.filter(str.strip), DATA, min_size=1, max_size=5))
def test_what_a_yaml_library_writes_is_read_back(data: dict[str, object]) -> None:
    text = pyyaml.safe_dump(data, allow_unicode=True, default_flow_style=False, sort_keys=False)
    document = read(text)
    keys = [building._INVISIBLE.sub("", unicodedata.normalize("NFC", k)).strip() for k in data]
    if len(set(keys)) == len(keys) and "duplicate-key" not in {f.code for f in document.faults}:
        assert document.data is None or list(document.data) == keys


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        PLAIN.filter(str.strip),
        min_size=1,
        max_size=8,
    )
)
def test_every_value_stands_where_its_place_says(data: dict[str, str]) -> None:
    text = "".join(
        f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in data.items()
    )
    document = read(text)
    if any(fault.code == "legacy-font-text" for fault in document.faults):
        return  # letters that only an old font would draw
    assert document.data is not None
    for number, (key, value) in enumerate(data.items(), 1):
        span = document.span((key,))
        assert span is not None
        assert span.line == number
        raw = document.line(number)[span.column - 1 : span.end_column - 1]
        assert unicodedata.normalize("NFC", raw[1:-1].replace("''", "'")) == unicodedata.normalize(
            "NFC", value
        )


@settings(max_examples=300, deadline=2000)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    document = read(raw)
    for fault in document.faults:
        assert fault.span is not None
        assert 1 <= fault.span.line <= max(1, len(document.lines))


@settings(max_examples=300, deadline=2000)
@given(
    st.lists(
        st.sampled_from([*"abđ:-#'\"[]{}|>&*!%@`?,~ \t\n", ": ", "- ", "\n  ", "\n- ", "key: "]),
        max_size=60,
    ).map("".join)
)
def test_no_yaml_like_text_breaks_the_reader(text: str) -> None:
    read(text)


def test_hostile_corpus(request: pytest.FixtureRequest) -> None:
    """Every file of the corpus is read without an exception, each in good time."""
    for file in sorted((Path(str(request.config.rootpath)) / "examples/faults").glob("*.yaml")):
        read(file.read_bytes())
