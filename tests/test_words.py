"""How facts are said, and the match keys of names."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.words import Lang, Named, Text, bare, fill, fold, nearest, say, shorten, unquoted


def test_facts_are_said_in_each_language() -> None:
    day, number = date(2024, 1, 15), Decimal("1234.5")
    assert (say(day, Lang.VI), say(day, Lang.EN)) == ("15/01/2024", "2024-01-15")
    assert (say(number, Lang.VI), say(number, Lang.EN)) == ("1.234,5", "1,234.5")
    assert say(Named("X", Text("Sở X", "Dept X")), Lang.EN) == "Dept X"
    assert say(("a", day), Lang.VI) == "a, 15/01/2024"
    assert say(None, Lang.VI) == ""


def test_a_very_long_word_of_a_plan_does_not_flood_the_sentence() -> None:
    said = fill(Text("“{x}”", "“{x}”"), {"x": "a" * 5000}, Lang.VI)
    assert len(said) < 220


def test_holes_in_a_plans_words_are_not_filled() -> None:
    assert fill(Text("{x}", "{x}"), {"x": "{task} {0} %s"}, Lang.VI) == "{task} {0} %s"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thủy Nguyên", "Thuỷ Nguyên"),
        ("Văn hóa", "Văn hoá"),
        ("Sở KH&ĐT", "sở kh và đt"),
        ("Sở  Y tế.", "SỞ Y TẾ"),
        ("các quận, huyện", "Các quận huyện"),
        ("Lao động - Thương binh", "Lao động – Thương binh"),
        ("khỏe", "khoẻ"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_have_different_keys() -> None:
    assert fold("Sở Y tế") != fold("Sở Tế")
    assert fold("quý") == "quý"  # after q the u is no vowel
    assert bare("Đồ Sơn") == "do son"


@given(st.text(max_size=60))
def test_keys_are_stable(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert bare(bare(text)) == bare(text)


@given(st.text(max_size=200), st.integers(1, 100))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= max(width + 1, len(text) if len(text) <= width else 0)


def test_nearest_words() -> None:
    assert nearest("objectvies", ["objectives", "actions"]) == ("objectives",)
    assert nearest("zzz", ["objectives"]) == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“II.7.3.3”", "II.7.3.3"),
        (" ‘ II.7.3.3 ’ ", "II.7.3.3"),
        ('"A1"', "A1"),
        ("'A1'", "A1"),
        ("A1", "A1"),
        ("“A1", "“A1"),
        ("“A1’", "“A1’"),
        ("“A” và “B”", "“A” và “B”"),
        ("“”", "“”"),
        ("“Sở” Y tế", "“Sở” Y tế"),
    ],
)
def test_quotation_marks_go_where_they_stand_around_the_whole(text: str, plain: str) -> None:
    assert unquoted(text) == plain
