"""Number, date, issuer, signer and title."""

from datetime import date

import pytest

from hpdirective.drafting.header import Header, read_header
from hpdirective.drafting.layout import lay_out
from hpdirective.library import Library
from tests.drafting import texts


def header(text: str) -> Header:
    return read_header(lay_out(text))


def test_shipped_directive(library: Library) -> None:
    directive = library.directive
    found = header(texts.printed(directive))
    assert found.unsure == frozenset()
    assert (found.id, found.number, found.issued) == (
        directive.id,
        directive.number,
        directive.issued,
    )
    assert (found.issuer, found.signer, found.year) == (directive.issuer, directive.signer, 2023)
    assert found.title
    assert directive.title
    assert found.title.casefold() == directive.title.vi.casefold()


@pytest.mark.parametrize(
    ("text", "id", "issued", "issuer", "signer"),
    [
        (texts.PROVINCE, "binh-an/2024/15-CT-UBND", date(2024, 3, 5), "Ủy ban nhân dân tỉnh Bình An", "Nguyễn Văn Bình"),
        (texts.RESOLUTION, "binh-an/2023/123-NQ-HDND", date(2023, 12, 8), "Hội đồng nhân dân tỉnh Bình An", "Trần Thị Cúc"),
        (texts.PROGRAMME, "binh-an/2024/08-CTr-TU", date(2024, 4, 15), "Tỉnh ủy Bình An", "Lê Văn Dũng"),
        (texts.DECISION, "song-thao/2024/789-QD-UBND", date(2024, 1, 12), "Ủy ban nhân dân huyện Sông Thao", "Hoàng Văn Em"),
        (texts.LETTER, "bien-xanh/2024/1234-SXD-QLN", date(2024, 6, 7), "Sở Xây dựng", "Đỗ Văn Giang"),
        (texts.GLUED, None, None, "Sở Y tế", "Vũ Thị Phương"),
        (texts.PLAIN, None, None, None, None),
    ],
    ids=["province", "resolution", "programme", "decision", "letter", "glued", "plain"],
)  # fmt: skip
def test_headers_of_many_shapes(
    text: str, id: str | None, issued: date | None, issuer: str | None, signer: str | None
) -> None:
    found = header(text)
    assert (found.id, found.issued, found.issuer, found.signer) == (id, issued, issuer, signer)


def test_year_is_that_of_the_title() -> None:
    found = header(texts.RESOLUTION)
    assert (found.year, found.issued and found.issued.year) == (2024, 2023)
    assert found.title == "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2024"


def test_title_in_capitals_is_written_small_but_for_names() -> None:
    text = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\nSố: 1/CT-UBND\nCHỈ THỊ\nVỀ PHÒNG, CHỐNG DỊCH COVID-19 TẠI BÌNH AN NĂM 2024\n\nDịch COVID-19 tại tỉnh Bình An còn phức tạp.\n\n1. Tổ chức tiêm chủng."
    assert header(text).title == "Chỉ thị về phòng, chống dịch COVID-19 tại Bình An năm 2024"


def test_broken_header_of_a_web_page() -> None:
    text = "ỦY\nBAN NHÂN DÂN\nTHÀNH PHỐ BIỂN XANH\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố:\n77/KH-UBND\n|\nBiển\nXanh, ngày 18 tháng 8 năm 2020\n|\nKẾ HOẠCH\nTHỰC HIỆN ĐỀ ÁN\nThực hiện Quyết định số 99/QĐ-TTg\nngày 03/10/2019:\nI. MỤC TIÊU\n1. Hoàn thành."
    found = header(text)
    assert (found.id, found.issued) == ("bien-xanh/2020/77-KH-UBND", date(2020, 8, 18))
    assert found.issuer == "Ủy ban nhân dân thành phố Biển Xanh"


def test_blank_number_and_date_are_left_to_decide() -> None:
    text = "UỶ BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH AN Độc lập - Tự do - Hạnh phúc\nSố: /CT-UBND Bình An, ngày tháng năm 2022\nCHỈ THỊ\nXây dựng kế hoạch năm 2023\n\n1. Tổ chức.\n2. Báo cáo."
    found = header(text)
    assert (found.number, found.issued, found.id) == ("/CT-UBND", None, None)
    assert {"number", "issued"} <= found.unsure
    assert found.issuer == "Uỷ ban nhân dân tỉnh Bình An"


def test_prime_minister_is_no_place() -> None:
    text = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 14/CT-TTg\nHà Nội, ngày 02 tháng 5 năm 2024\nCHỈ THỊ\nVề tín dụng năm 2024\n1. Điều hành.\nTHỦ TƯỚNG\nPhạm Văn Minh"
    assert header(text).id == "thu-tuong-chinh-phu/2024/14-CT-TTg"


def test_number_of_a_recital_is_not_the_number() -> None:
    text = "KẾ HOẠCH\nTriển khai năm 2024\n\nThực hiện Nghị quyết số 01/NQ-CP ngày 05/01/2024, ban hành kế hoạch:\n\nI. MỤC TIÊU\n1. Hoàn thành."
    found = header(text)
    assert (found.number, found.issued) == (None, None)


def test_impossible_date_is_none() -> None:
    assert (
        header(
            "Số: 1/CT-UBND\nHà Nội, ngày 31 tháng 02 năm 2024\nCHỈ THỊ\nVề y tế\n1. Làm."
        ).issued
        is None
    )


def test_title_of_a_letter_ends_where_its_place_and_day_stand() -> None:
    text = """\
ỦY BAN NHÂN DÂN
PHƯỜNG HÒA LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 128/UBND-VP
V/v tăng cường nền nếp công vụ sau kỳ nghỉ Tết

Hòa Lạc, ngày 26 tháng 02 năm 2026

Kính gửi: Các đơn vị trực thuộc

Các đơn vị chấp hành nghiêm giờ giấc làm việc.
"""
    title = header(text).title
    assert title == "Công văn về việc tăng cường nền nếp công vụ sau kỳ nghỉ Tết"


def test_name_of_the_signer_in_a_column_that_ran_together() -> None:
    text = "Số: 1/CT-UBND\nCHỈ THỊ\nVề y tế năm 2024\n1. Tổ chức.\n2. Báo cáo./.\nNơi nhận: KT. CHỦ TỊCH\n- Các sở; PHÓ CHỦ TỊCH\n- Lưu: VT. TS. Lê Minh Quý"
    assert header(text).signer == "Lê Minh Quý"


def test_signer_is_not_taken_from_the_receivers() -> None:
    text = "CHỈ THỊ\nVề y tế năm 2024\n1. Tổ chức.\n2. Báo cáo./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH"
    assert header(text).signer is None
