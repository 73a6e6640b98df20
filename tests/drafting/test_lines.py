"""Lines into blocks."""

import unicodedata

from hpdirective.drafting.lines import blocks, read_lines, width_of
from hpdirective.drafting.reflow import reflow
from hpdirective.model.official import normal
from tests.drafting.texts import PROVINCE


def joined(text: str) -> list[tuple[str, str]]:
    lines = read_lines(text)
    return [(block.label, block.text) for block in blocks(lines, width_of(lines))]


def test_lines_are_the_normal_form() -> None:
    text = "a\u00a0 b\r\n-----\r\n\r\n\tc\u2028d"
    assert " ".join(line.text for line in read_lines(text)) == normal(text) == "a b c d"


def test_columns_become_cells() -> None:
    first = read_lines(PROVINCE)[0]
    assert first.cells == ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_broken_lines_are_joined() -> None:
    found = joined(PROVINCE)
    text = dict(found)
    assert text["b)"].endswith("chậm tiến độ (nếu có; trừ bất khả kháng).")
    assert ("", "Yêu cầu các đơn vị nghiêm túc thực hiện Chỉ thị này./.") in found


def test_dash_of_a_broken_word_is_no_label() -> None:
    assert any("phát triển kinh tế - xã hội" in text for _, text in joined(PROVINCE))


def test_number_of_a_page_does_not_part_a_sentence() -> None:
    assert any("hằng tháng và 2 khi có yêu cầu." in text for _, text in joined(PROVINCE))


def test_broken_number_is_no_label() -> None:
    text = "1. Tổ chức đánh giá tình hình ước thực hiện kế hoạch và dự toán trong năm\n20. Nội dung đánh giá phải đầy đủ, thực chất, chính xác các kết quả đạt\nđược trong năm."
    assert [label for label, _ in joined(text)] == ["1."]


def test_heading_stands_alone_without_an_empty_line() -> None:
    text = "I. MỤC TIÊU\n1. Mục tiêu chung\nTăng cường xây dựng văn hóa ứng xử trong trường học, tạo chuyển biến căn bản\nvề ứng xử văn hóa.\n2. Mục tiêu cụ thể\nHoàn thành."
    assert joined(text)[1:3] == [
        ("1.", "Mục tiêu chung"),
        (
            "",
            "Tăng cường xây dựng văn hóa ứng xử trong trường học, tạo chuyển biến căn bản về ứng xử văn hóa.",
        ),
    ]


def test_label_alone_on_its_line_takes_the_next() -> None:
    assert joined("Điều 1.\nNay phê duyệt đề cương.\nĐiều 2.\nGiao Sở Y tế.") == [
        ("Điều 1.", "Nay phê duyệt đề cương."),
        ("Điều 2.", "Giao Sở Y tế."),
    ]


def test_decomposed_letters_are_composed() -> None:
    text = unicodedata.normalize("NFD", "1. Đẩy mạnh cải cách")
    assert joined(text) == [("1.", "Đẩy mạnh cải cách")]


def test_one_long_line_gets_its_lines_back() -> None:
    items = " ".join(f"{n}. Sở Y tế triển khai nhiệm vụ thứ {'x' * 200}." for n in range(1, 20))
    text = f"Số: 1/CT-UBND CHỈ THỊ VỀ Y TẾ Năm 2024, yêu cầu: I. NHIỆM VỤ CHUNG {items} Nơi nhận: - Lưu: VT."
    lines = read_lines(text)
    assert " ".join(line.text for line in lines) == normal(text)
    assert [
        line.marker.number for line in lines if line.marker and line.marker.label[0].isdigit()
    ] == [*range(1, 20)]
    assert reflow("ngắn 1. Sở") == "ngắn 1. Sở"
