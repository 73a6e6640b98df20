"""What rules share: demands said in words, hints, and what an annex or a paper may change."""

from decimal import Decimal

import pytest

from hpdirective.library import Library
from hpdirective.model.approval import is_issuers
from hpdirective.model.target import Op, Target, Trend
from hpdirective.rules.check import demand, did_you_mean, is_name, name_a_paper, not_the_issuers
from hpdirective.source.document import Fault
from hpdirective.words import Lang, Text

DEMANDS = [
    (Op.MORE, "%", "lớn hơn 8,5%", "more than 8.5%"),
    (Op.AT_LEAST, "xã", "ít nhất 8,5 xã", "at least 8.5 xã"),
    (Op.EQUAL, None, "đúng 8,5", "exactly 8.5"),
    (Op.AT_MOST, "%", "không quá 8,5%", "at most 8.5%"),
    (Op.LESS, "xã", "nhỏ hơn 8,5 xã", "less than 8.5 xã"),
    (Op.RANGE, "%", "từ 8,5% đến 9,5%", "from 8.5% to 9.5%"),
]


@pytest.mark.parametrize(("op", "unit", "vi", "en"), DEMANDS)
def test_demands_in_words(op: Op, unit: str | None, vi: str, en: str) -> None:
    high = Decimal("9.5") if op is Op.RANGE else None
    said = demand(Target("", op, Decimal("8.5"), high, unit))
    assert (said.vi, said.en) == (vi, en)


def test_trends_in_words() -> None:
    assert demand(Target("", None, None, None, None, Trend.UP)) == Text(vi="tăng", en="a rise")
    assert demand(Target("", None, None, None, None, Trend.DOWN)) == Text(vi="giảm", en="a fall")
    assert demand(Target("", None, None, None, None)) == Text("", "")
    assert demand(Target("", Op.AT_LEAST, None, None, "xã")) == Text("", "")  # a row without value


def test_units_that_may_be_meant(library: Library) -> None:
    assert did_you_mean(library.units, ()) == Text("", "")
    one = did_you_mean(library.units, ("SoYT",))
    assert one == Text(vi="; gần nhất là “Sở Y tế”", en=", did you mean “Sở Y tế”?")
    two = did_you_mean(library.units, ("SoYT", "SoTC"))
    assert two.said(Lang.VI) == "; gần nhất là “Sở Y tế” hoặc “Sở Tài chính”"
    assert two.said(Lang.EN) == ", did you mean “Sở Y tế” or “Sở Tài chính”?"


def test_paper_of_another_body() -> None:
    city = "Ủy ban nhân dân thành phố Hải Phòng"
    assert not_the_issuers("Sở Y tế", city) == Text(
        vi="“Sở Y tế” chưa cho thấy là văn bản của UBND thành phố",
        en="“Sở Y tế” is not seen to be a paper of the city's People's Committee",
    )
    for none in (None, ""):
        assert not_the_issuers(none, city).vi == "chưa nêu văn bản của UBND thành phố"


@pytest.mark.parametrize(
    ("issuer", "example"),
    [
        ("Ủy ban nhân dân thành phố Hải Phòng", "Công văn 150/UBND-TH của UBND thành phố"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Quảng Hà", "Công văn 150/UBND-TH của UBND tỉnh"),
        ("UBND phường Hòa Lạc", "Công văn 150/UBND-TH của UBND phường"),
        ("Thủ tướng Chính phủ", "Công văn của Thủ tướng Chính phủ"),
    ],
)
def test_the_paper_that_is_asked_for_would_be_taken(issuer: str, example: str) -> None:
    said = name_a_paper(issuer)
    assert f"“approved_by: {example}”" in said.vi
    assert f"“approved_by: {example}”" in said.en
    assert is_issuers(example, issuer, own_symbol=True)


def test_names_are_keys_and_what_is_looked_up() -> None:
    assert is_name(Fault("odd-letters", ("actions", 0, "tasks", 1)))
    assert is_name(Fault("odd-letters", ("actions", 0, "indicators", 0, "id")))
    assert is_name(Fault("odd-letters", ("actions", 0, "title"), key=True))
    assert not is_name(Fault("odd-letters", ("actions", 0, "title")))
    assert not is_name(Fault("odd-letters", ("actions", 0, "indicators", 0, "baseline")))
    assert not is_name(Fault("odd-letters", (0,)))
    assert not is_name(Fault("odd-letters", ()))
