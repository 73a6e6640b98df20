"""Whose approval the words of a waiver or extension are: the city's where every part says so, else nobody's."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.model.approval import is_issuers

ISSUER = "Ủy ban nhân dân thành phố Hải Phòng"

OF_THE_CITY = [
    "UBND thành phố",
    "Ủy ban nhân dân thành phố Hải Phòng",
    "UBND TP. Hải Phòng",
    "UBND TP",
    "UBND TP.HP",
    "Uỷ ban nhân dân TP Hải Phòng",
    "ubnd thành phố hải phòng",
    "UBND Hải Phòng",
    "Chủ tịch UBND thành phố",
    "Chủ tịch thành phố",
    "Phó Chủ tịch UBND thành phố",
    "Chủ tịch UBND thành phố đồng ý ngày 01/6/2023",
    "Chủ tịch UBND thành phố Nguyễn Văn An đồng ý tại cuộc họp ngày 01/6/2023",
    "Đồng chí Nguyễn Văn An - Chủ tịch UBND thành phố",
    "Công văn 150/UBND-TH của UBND thành phố",
    "Công văn số 150/UBND-TH ngày 01/6/2023 của Ủy ban nhân dân thành phố",
    "Công văn số 150/UBND-TH, ngày 01 tháng 6 năm 2023, của UBND TP Hải Phòng",
    "Văn bản số 1234/UBND-XD2 ngày 01/6/2023 của Chủ tịch UBND thành phố",
    "QĐ số 12/QĐ-UBND ngày 01/6/2023 của UBND thành phố",
    "Quyết định 12/QĐ-UBND - UBND thành phố",
    "Quyết định số 12/2023/QĐ-UBND của UBND thành phố Hải Phòng",
    "Quyết định số 12/QĐ-CT ngày 01/6/2023 của Chủ tịch UBND thành phố",
    "Quyết định số 150 ngày 01/6/2023 của UBND thành phố",
    "Thông báo kết luận số 45/TB-UBND của Chủ tịch UBND thành phố",
    "Thông báo số 45/TB-VP của Văn phòng UBND thành phố về kết luận của Chủ tịch UBND thành phố",
    "Kết luận của Chủ tịch UBND thành phố tại cuộc họp nghe báo cáo tiến độ ngày 01/6/2023",
    "Ý kiến chỉ đạo của lãnh đạo UBND thành phố tại Công văn 150/UBND-TH",
    "UBND thành phố tại Công văn 150/UBND-TH",
    "UBND thành phố theo Công văn số 150/UBND-TH ngày 01/6/2023",
    "UBND thành phố (Công văn 150/UBND-TH ngày 01/6/2023)",
    "UBND thành phố Công văn 150/UBND-TH",
    "UBND thành phố đã đồng ý tại Công văn 150/UBND-TH ngày 01/6/2023",
    "UBND TP cho phép không thực hiện tại văn bản số 150/UBND-TH",
    "Được UBND thành phố chấp thuận tại Công văn 150/UBND-TH",
    "UBND thành phố đồng ý với đề nghị của Sở Kế hoạch và Đầu tư tại Công văn số 21/SKHĐT-TH",
    "Công văn 150/UBND-TH của UBND thành phố trả lời Công văn số 21/SKHĐT-TH",
    "Công văn 150/UBND-TH của UBND thành phố gửi Sở Kế hoạch và Đầu tư",
    "Công văn 150/UBND-TH của UBND thành phố gửi UBND huyện Cát Hải",
    "Quyết định 12/QĐ-UBND của UBND thành phố về việc gia hạn công trình chưa có mặt bằng",
    "Theo đề nghị của Sở Tài chính tại Tờ trình 12/TTr-STC, UBND thành phố đồng ý tại Công văn 150/UBND-TH",
    "Chủ tịch UBND thành phố đồng ý cho UBND huyện Cát Hải gia hạn tại Công văn 150/UBND-TH",
    "Cấp phê duyệt: UBND thành phố",
    "PCT UBND thành phố",
    "UBND TP - CV 150/UBND-TH ngày 01/6",
    "Văn bản chấp thuận số 150/UBND-TH ngày 01/6/2023 của UBND thành phố",
    "Công điện số 05/CĐ-UBND của Chủ tịch UBND thành phố",
    "Chủ tịch UBND thành phố (bút phê ngày 01/6/2023)",
]
BY_THE_NUMBER = [
    "150/UBND-TH",
    "150/UBND - TH",
    "Số 150/UBND-TH",
    "Công văn 150/UBND-TH ngày 01/6/2023",
    "Công văn số: 150/UBND-TH, ngày 01/6/2023",
    "CV 150/UBND-TH",
    "12/QĐ-UBND",
    "QĐ số 12/QĐ–UBND ngày 01/6/2023 của UBND",
    "Thông báo kết luận số 45/TB-UBND",
    "Công văn 150/UBND-TH của Chủ tịch UBND",
    "Công văn 150/UBND-TH về việc gia hạn tiến độ",
    "Công văn 150/UBND-TH (bản sao kèm theo)",
]
OF_NO_CITY = [
    "",
    "một văn bản",
    "Tờ trình số 12/TTr-STC gửi UBND thành phố",
    "Tờ trình số 12/TTr-UBND của UBND thành phố",
    "12/TTr-UBND",
    "45/BC-UBND",
    "UBND thành phố không đồng ý tại Công văn 150/UBND-TH",
    "Công văn 150/UBND-TH về việc không chấp thuận gia hạn",
    "Công văn 150/UBND-TH của UBND thành phố, đang chờ ý kiến",
    "UBND thành phố đang chờ ý kiến",
    "UBND thành phố chưa đồng ý",
    "UBND thành phố xem xét",
    "UBND thành phố sẽ đồng ý tại Công văn 150/UBND-TH",
    "UBND thành phố trả lời không đồng ý tại Công văn 150/UBND-TH",
    "Đề nghị UBND thành phố xem xét",
    "Kính trình UBND thành phố",
    "Đã báo cáo UBND thành phố",
    "Xin ý kiến UBND thành phố",
    "Chờ UBND thành phố ban hành Công văn 150/UBND-TH",
    "Dự thảo Công văn 150/UBND-TH của UBND thành phố",
    "Công văn 150/UBND-TH của UBND thành phố về việc đề nghị báo cáo",
    "Văn bản số 150/SKHĐT-TH gửi UBND TP",
    "Văn bản số 150/SKHĐT-TH của UBND thành phố",
    "Văn bản số 150/UBND-TH gửi UBND TP",
    "21/SKHĐT-TH",
    "21/SKHĐT",
    "Giám đốc Sở",
    "Giám đốc Sở (thừa ủy quyền của UBND thành phố)",
    "Giám đốc Sở, theo UBND thành phố",
    "Văn phòng UBND thành phố",
    "Công văn số 15/VP-TH của Văn phòng UBND thành phố",
    "Phòng Nội chính của UBND thành phố",
    "Công văn 150/UBND-TH của UBND quận Lê Chân",
    "Công văn 150/UBND-TH (quận Lê Chân)",
    "Công văn 150/UBND-TH quận Lê Chân",
    "Công văn 150/UBND-TH của Sở Tài chính",
    "15/UBND-VX, UBND xã An Hòa",
    "15/UBND-VX, UBND xã An Hòa, UBND thành phố",
    "UBND tỉnh Hải Dương, Công văn 150/UBND-TH",
    "UBND tỉnh Hải Dương",
    "UBND thành phố Hà Nội",
    "ubnd thành phố hà nội",
    "UBND TP. Hồ Chí Minh tại Công văn 150/UBND-TH",
    "UBND thành phố Hải Dương",
    "Chủ tịch UBND huyện Cát Hải",
    "Thừa lệnh Chủ tịch UBND thành phố",
    "Chỉ thị 02/CT-UBND ngày 19/01/2023 của UBND thành phố",
    "02/CT-UBND",
    "Nghị quyết 12/NQ-HĐND của HĐND thành phố",
    "Cuộc họp với UBND thành phố",
    "Tờ trình 15/TTr-UBND của UBND quận gửi UBND thành phố",
    "UBND thành phố yêu cầu thực hiện đúng hạn",
    "UBND thành phố quyết định giữ nguyên thời hạn",
    "Công văn của đơn vị, UBND thành phố",
    "Công văn 150/UBND-TH yêu cầu thực hiện đúng thời hạn",
    "Không có văn bản của UBND thành phố",
]


@pytest.mark.parametrize("own_symbol", [False, True])
@pytest.mark.parametrize("text", OF_THE_CITY)
def test_what_the_city_grants_is_taken(text: str, own_symbol: bool) -> None:
    assert is_issuers(text, ISSUER, own_symbol=own_symbol)


@pytest.mark.parametrize("text", BY_THE_NUMBER)
def test_a_number_alone_is_the_citys_where_the_unit_has_a_symbol_of_its_own(text: str) -> None:
    assert is_issuers(text, ISSUER, own_symbol=False)
    assert not is_issuers(text, ISSUER, own_symbol=True)


@pytest.mark.parametrize("own_symbol", [False, True])
@pytest.mark.parametrize("text", OF_NO_CITY)
def test_what_asks_or_is_anothers_or_is_unsure_is_refused(text: str, own_symbol: bool) -> None:
    assert not is_issuers(text, ISSUER, own_symbol=own_symbol)


def test_the_city_is_the_one_that_issued_the_directive() -> None:
    assert is_issuers("UBND thành phố An Vân", "UBND thành phố An Vân", own_symbol=True)
    assert not is_issuers("UBND thành phố An Vân", ISSUER, own_symbol=True)


PROVINCE = "Ủy ban nhân dân tỉnh Quảng Hà"


@pytest.mark.parametrize(
    ("text", "issuer", "grants"),
    [
        ("UBND tỉnh", PROVINCE, True),
        ("Chủ tịch tỉnh", PROVINCE, True),
        ("UBND tỉnh Quảng Hà", f"Chủ tịch {PROVINCE}", True),
        ("Công văn số 150/UBND-TH ngày 01/6/2024 của Chủ tịch UBND tỉnh Quảng Hà", PROVINCE, True),
        ("Thông báo số 45/TB-VP của Văn phòng UBND tỉnh về kết luận của Chủ tịch UBND tỉnh", PROVINCE, True),
        ("Quyết định 12/QĐ-UBND của UBND thành phố Hà An theo đề nghị của UBND tỉnh", PROVINCE, False),
        ("UBND thành phố", PROVINCE, False),
        ("UBND thành phố Quảng Hà", PROVINCE, False),  # the town of that name lies below
        ("UBND TP Quảng Hà", PROVINCE, False),
        ("UBND tỉnh Quảng Ninh", PROVINCE, False),
        ("UBND huyện", PROVINCE, False),
        ("UBND huyện", "Ủy ban nhân dân huyện Yên Phú", True),
        ("Quyết định của UBND huyện Yên Phú", "UBND huyện Yên Phú", True),
        ("UBND xã Yên Phú", "UBND huyện Yên Phú", False),
        ("UBND phường", "Ủy ban nhân dân phường Hòa Lạc", True),
        ("UBND thành phố", "Ủy ban nhân dân phường Hòa Lạc", False),
        ("Chủ tịch UBND đặc khu Cát Hải", "Ủy ban nhân dân đặc khu Cát Hải", True),
        ("UBND tỉnh", "Ủy ban nhân dân thành phố Hải Phòng", False),
        ("Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ", "Thủ tướng Chính phủ", False),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", True),
        ("Giám đốc Sở Y tế", "Sở Y tế", False),  # of whom it is not known that they grant
        ("UBND thành phố", "Thủ tướng Chính phủ", False),
    ],
)  # fmt: skip
def test_a_committee_of_another_level_grants_what_it_issued(
    text: str, issuer: str, grants: bool
) -> None:
    assert is_issuers(text, issuer, own_symbol=True) is grants
    assert is_issuers(text, issuer, own_symbol=False) is grants


def test_a_number_alone_is_no_paper_of_a_body_that_is_no_committee() -> None:
    assert is_issuers("Công văn 150/UBND-TH", PROVINCE, own_symbol=False)
    assert not is_issuers("Công văn 150/UBND-TH", "Thủ tướng Chính phủ", own_symbol=False)


@pytest.mark.parametrize("denial", ["không đồng ý", "chờ", "từ chối", "dự thảo", "chưa ký"])
@given(text=st.sampled_from(OF_THE_CITY + BY_THE_NUMBER), before=st.booleans())
def test_no_denial_is_overheard(denial: str, text: str, before: bool) -> None:
    said = f"{denial} {text}" if before else f"{text}; {denial}"
    assert not is_issuers(said, ISSUER, own_symbol=False)


@given(text=st.sampled_from(OF_NO_CITY), more=st.sampled_from(OF_NO_CITY))
def test_two_that_grant_nothing_grant_nothing_together(text: str, more: str) -> None:
    assert not is_issuers(f"{text}; {more}", ISSUER, own_symbol=False)


@pytest.mark.parametrize("word", ["chủ tịch ", "số ", "UBND ", "1/", "của UBND thành phố ", "- "])
def test_a_long_text_is_read_at_once(word: str) -> None:
    start = time.process_time()
    for length in (450, 50_000):
        is_issuers(f"{word * length}"[:length] + "!", ISSUER, own_symbol=False)
    assert time.process_time() - start < 1
