"""Columns in code points against those of an editor."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.editor.page import open_page
from hpdirective.editor.positions import Encoding, Point, Position, Ruler, units
from hpdirective.source.place import Span

NFD = unicodedata.normalize("NFD", "Sở Tài chính")


@pytest.mark.parametrize("encoding", Encoding)
def test_units_are_those_that_the_encoding_needs(encoding: Encoding) -> None:
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    for text in ("", "abc", "Sở Tài chính", NFD, "😀", "a😀ế"):
        raw = text.encode(encoding + ("-le" if width > 1 else ""))
        assert units(text, encoding) == len(raw) // width


@pytest.mark.parametrize(
    ("line", "column", "character"),
    [
        ("lead: Sở Tài chính", 10, 9),
        (f"lead: {NFD}", 6 + len(NFD) + 1, 6 + len(NFD)),
        ("a: 😀 b", 6, 6),
        ("😀😀😀", 4, 6),
    ],
)
def test_columns_both_ways(line: str, column: int, character: int) -> None:
    ruler = Ruler(("x", line))
    found = ruler.range(Span(2, column, 2, column))
    assert found.start == Position(1, character)
    assert ruler.point(Position(1, character)) == Point(2, column)


def test_a_point_that_is_not_in_the_text_is_taken_to_the_nearest() -> None:
    ruler = Ruler(("a😀b", "c"))
    assert ruler.point(Position(0, 2)) == Point(1, 2)  # inside the letter
    assert ruler.point(Position(0, 99)) == Point(1, 4)
    assert ruler.point(Position(9, 0)) == Point(2, 2)
    assert Ruler(()).point(Position(3, 3)) == Point(1, 1)
    assert ruler.range(Span(7, 1, 7, 2)).start == Position(1, 1)


def test_a_byte_order_mark_counts_for_the_editor_alone() -> None:
    page = open_page("plan.yaml", "\ufeffunit: SoTC\n")
    ruler = page.ruler(Encoding.UTF16)
    assert page.text == "unit: SoTC\n"
    assert ruler.range(Span(1, 7, 1, 11)).start == Position(0, 7)
    assert ruler.point(Position(0, 7)) == Point(1, 7)
    assert ruler.point(Position(1, 0)) == Point(2, 1)


@given(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])),
    st.integers(0, 50),
)
def test_there_and_back(line: str, at: int) -> None:
    column = min(at, len(line)) + 1
    for encoding in Encoding:
        ruler = Ruler((line,), encoding)
        assert ruler.point(ruler.range(Span(1, column, 1, column)).start) == Point(1, column)


def test_halves_of_letters_keep_the_columns() -> None:
    assert open_page("plan.yaml", "a: \ud83d b\r\nc\rd").lines == ("a: \ufffd b", "c", "d")
