"""Parts, sections and paragraphs of texts of many shapes."""

import pytest

from hpdirective.drafting.layout import Layout, lay_out
from hpdirective.library import Library
from hpdirective.model.official import normal
from tests.drafting import texts


def words(layout: Layout) -> str:
    found = [*layout.head]
    for part in layout.parts:
        found += [part.label, part.heading]
        for section in part.sections:
            found += [section.label, section.heading]
            found += [text for p in section.paragraphs for text in (p.label, p.text)]
    return " ".join(filter(None, (*found, *layout.tail)))


def outline(text: str) -> dict[str, str]:
    """Give labels and headings of parts and sections by id."""
    layout = lay_out(text)
    parts = {part.id: f"{part.label} {part.heading}".strip() for part in layout.parts}
    sections = {
        s.id: f"{s.label} {s.heading}".strip() for part in layout.parts for s in part.sections
    }
    return {**parts, **sections}


def labels(text: str, section: str) -> list[tuple[str, str]]:
    found = (s for part in lay_out(text).parts for s in part.sections if s.id == section)
    return [(p.id.rpartition(".")[2], p.label) for s in found for p in s.paragraphs]


@pytest.mark.parametrize("text", texts.SHAPES.values(), ids=list(texts.SHAPES))
def test_every_word_is_kept_in_order(text: str) -> None:
    assert words(lay_out(text)) == normal(text)


def test_shipped_directive_comes_out_with_its_ids(library: Library) -> None:
    directive = library.directive
    layout = lay_out(texts.printed(directive))
    assert [part.id for part in layout.parts] == [part.id for part in directive.parts]
    assert [(s.id, s.label, s.heading) for part in layout.parts for s in part.sections] == [
        (s.id, s.label, s.heading) for s in directive.sections
    ]
    assert [
        (p.id, p.label) for part in layout.parts for s in part.sections for p in s.paragraphs
    ] == [(p.id, p.label) for p in directive.paragraphs]
    assert layout.head == directive.head
    assert layout.tail == directive.tail


def test_directive_without_parts() -> None:
    assert outline(texts.PROVINCE) == {
        "I": "",
        "I.1": "1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thành phố:",
        "I.2": "2. Sở Kế hoạch và Đầu tư",
        "I.3": "3. Sở Tài chính:",
        "I.4": "4.",
    }
    assert labels(texts.PROVINCE, "I.1") == [("1", "a)"), ("2", "b)"), ("3", "c)")]
    assert labels(texts.PROVINCE, "I.2") == [("1", "-"), ("2", "-")]
    assert labels(texts.PROVINCE, "I.4") == [("1", ""), ("2", "")]


def test_articles_are_sections_and_points_paragraphs() -> None:
    assert outline(texts.RESOLUTION) == {
        "I": "",
        "I.1": "Điều 1. Mục tiêu và chỉ tiêu chủ yếu",
        "I.2": "Điều 2. Nhiệm vụ, giải pháp",
        "I.3": "Điều 3. Tổ chức thực hiện",
    }
    assert labels(texts.RESOLUTION, "I.1") == [("1", "1."), ("2", "2."), ("3", "a)"), ("4", "b)")]
    assert lay_out(texts.RESOLUTION).tail[:3] == ("CHỦ TỊCH", "Trần Thị Cúc", "PHỤ LỤC I")


def test_article_that_holds_roman_numbers_is_a_part() -> None:
    text = "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Quy hoạch với nội dung sau:\n\nI. Quan điểm\n\n1. Phù hợp.\n\nII. Mục tiêu\n\n1. Hoàn thành.\n\nĐiều 2. Hiệu lực từ ngày ký."
    assert outline(text) == {
        "I": "Điều 1. Phê duyệt Quy hoạch với nội dung sau:",
        "I.1": "I. Quan điểm",
        "I.2": "II. Mục tiêu",
        "II": "Điều 2.",
        "II.1": "",
    }


def test_heading_that_runs_on_is_parted_from_its_text() -> None:
    found = outline(texts.PROGRAMME)
    assert found["I.2"] == "2- Mục tiêu đến năm 2030"
    assert found["II.1"] == "1- Về tuyên truyền:"
    assert found["II.2"] == "2-"


def test_plan_after_the_decision_that_issues_it_is_the_body() -> None:
    assert list(outline(texts.DECISION)) == ["I", "II", "I.1", "II.1", "II.2"]
    assert outline(texts.DECISION)["II"] == "PHẦN THỨ HAI NHIỆM VỤ"
    assert lay_out(texts.DECISION).tail == ()


def test_labels_without_a_space_number_all_the_same() -> None:
    assert list(outline(texts.GLUED)) == ["I", "II", "I.1", "I.2", "II.1", "II.2"]
    assert labels(texts.GLUED, "II.1") == [("1", ""), ("2", "")]


def test_letter_has_its_addressees_in_the_head() -> None:
    layout = lay_out(texts.LETTER)
    assert layout.head[-3:] == ("Kính gửi:", "- UBND các quận, huyện;", "- Các chủ đầu tư.")
    assert labels(texts.LETTER, "I.1") == [("1", ""), ("2", "")]


def test_text_without_structure_is_one_paragraph() -> None:
    layout = lay_out(texts.PLAIN)
    assert [
        (p.id, p.text) for part in layout.parts for s in part.sections for p in s.paragraphs
    ] == [("I.1.1", texts.PLAIN)]


def test_what_stands_before_the_first_number_is_0() -> None:
    text = "I. MỤC TIÊU\n\nCác sở tập trung.\n\n1. Về y tế\n\nTriển khai đồng bộ.\n\n- Hoàn thành.\n\n- Báo cáo."
    assert list(outline(text)) == ["I", "I.0", "I.1"]
    assert labels(text, "I.1") == [("0", ""), ("1", "-"), ("2", "-")]


def test_sections_that_count_on_through_the_parts_keep_their_numbers() -> None:
    text = "I. MỤC TIÊU\n1. Hoàn thành.\n2. Triển khai.\nII. NHIỆM VỤ\n3. Báo cáo.\n5. Rà soát.\n1. Tổ chức."
    assert list(outline(text)) == ["I", "II", "I.1", "I.2", "II.3", "II.5", "II.6"]


def test_parts_with_one_number_get_ids_of_their_own() -> None:
    text = "I. MỤC TIÊU\nHoàn thành.\nI. NHIỆM VỤ\nTriển khai.\nII. TỔ CHỨC\nBáo cáo."
    assert [part.id for part in lay_out(text).parts] == ["I", "II", "III"]


def test_letters_over_roman_numbers() -> None:
    text = "A. TÌNH HÌNH\nI. KẾT QUẢ\n1. Đạt được.\nB. NHIỆM VỤ\nI. CHUNG\n1. Triển khai.\nC. TỔ CHỨC\nBáo cáo."
    assert list(outline(text)) == ["A", "B", "C", "A.1", "B.1", "C.1"]


def test_dated_lead_in_is_a_clause_and_no_heading() -> None:
    text = "1. Sở Y tế hoàn thành trước ngày 15/3/2024 các việc sau:\n- Rà soát.\n- Báo cáo.\n2. Sở Tài chính:\n- Cấp vốn."
    found = outline(text)
    assert (found["I.1"], found["I.2"]) == ("1.", "2. Sở Tài chính:")
    assert labels(text, "I.1") == [("0", ""), ("1", "-"), ("2", "-")]
