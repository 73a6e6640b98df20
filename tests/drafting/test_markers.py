"""What a line starts with."""

import pytest

from hpdirective.drafting.markers import Style, find, roman, roman_value


@pytest.mark.parametrize(
    ("text", "style", "number", "label"),
    [
        ("I. TRỌNG TÂM", Style.ROMAN, 1, "I."),
        ("I- MỤC TIÊU", Style.ROMAN, 1, "I-"),
        ("IV - NHIỆM VỤ", Style.ROMAN, 4, "IV -"),
        ("II", Style.ROMAN, 2, "II"),
        ("**II. MỤC TIÊU**", Style.ROMAN, 2, "**II."),
        ("A. TÌNH HÌNH", Style.LETTER, 1, "A."),
        ("C. NỘI DUNG", Style.LETTER, 3, "C."),
        ("Phần thứ nhất", Style.PART, 1, "Phần thứ nhất"),
        ("PHẦN II: NHIỆM VỤ", Style.PART, 2, "PHẦN II:"),
        ("Chương III QUY ĐỊNH CHUNG", Style.CHAPTER, 3, "Chương III"),
        ("Mục 2. Nhiệm vụ", Style.TITLE, 2, "Mục 2."),
        ("Điều 12. Phê duyệt", Style.ARTICLE, 12, "Điều 12."),
        ("1. Sở Y tế", Style.ARABIC, 1, "1."),
        ("01. Sở Y tế", Style.ARABIC, 1, "01."),
        ("2) Sở Y tế", Style.ARABIC, 2, "2)"),
        ("3/ Sở Y tế", Style.ARABIC, 3, "3/"),
        ("**4.** Sở Y tế", Style.ARABIC, 4, "**4.**"),
        ("1.2. tăng cường", Style.TWO, 2, "1.2."),
        ("1.2 Tăng cường", Style.TWO, 2, "1.2"),
        ("II.1.2 Tăng cường", Style.TWO, 2, "II.1.2"),
        ("1.2.3. Tăng cường", Style.THREE, 3, "1.2.3."),
        ("đ) tăng cường", Style.SMALL, 5, "đ)"),
        ("a. Tăng cường", Style.SMALL, 1, "a."),
        ("(2) Tăng cường", Style.ROUND, 2, "(2)"),
        ("- xây dựng", Style.DASH, 0, "-"),
        ("– xây dựng", Style.DASH, 0, "–"),
        ("+ xây dựng", Style.PLUS, 0, "+"),
        ("• xây dựng", Style.BULLET, 0, "•"),
        ("\u200b1. Sở Y tế", Style.ARABIC, 1, "\u200b1."),
    ],
)
def test_labels(text: str, style: Style, number: int, label: str) -> None:
    found = find(text)
    assert found is not None
    assert (found.style, found.number, found.label) == (style, number, label)
    assert " ".join(filter(None, (found.label, found.rest))) == text


@pytest.mark.parametrize(
    "text", ["1.Sở Y tế", "-Lưu: VT", "a)Tổ chức", "I.MỤC ĐÍCH", "+Triển khai"]
)
def test_label_with_no_space_after_it_stays_in_the_text(text: str) -> None:
    found = find(text)
    assert found is not None
    assert (found.label, found.rest) == ("", text)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 lần bình quân",
        "2.000 tỷ đồng",
        "15-NQ/TW ngày",
        "05/CT-TTg ngày",
        "15/3/2024",
        "I-ốt",
        "V-League",
        "-5%",
        "---------",
        "v.v. và",
        "2024. Triển khai",
        "5 - 7 ngày",
        "Điều 5 của Luật Đất đai",
        "Mục 1 Chương II Nghị định",
        "Phần mềm quản lý",
        "Phần I đã nêu",
        "Chương trình hành động",
        "Nguyễn Văn A",
        "",
    ],
)
def test_no_labels(text: str) -> None:
    assert find(text) is None


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 20, 39)] == ["I", "IV", "IX", "XIV", "XX", "XXXIX"]
    assert all(roman_value(roman(n)) == n for n in range(1, 40))
    assert roman_value("CT") == 0
