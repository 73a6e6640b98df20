"""How the body that issued a directive is called: by its level, or by its name."""

import pytest

from hpdirective.model.issuer import called, in_full, level_of, whole
from hpdirective.words import Text


@pytest.mark.parametrize(
    ("issuer", "level", "name", "all_units"),
    [
        ("Ủy ban nhân dân thành phố Hải Phòng", "thành phố", ("UBND thành phố", "the city's People's Committee"), ("toàn thành phố", "the whole city")),
        ("Chủ tịch Uỷ ban nhân dân tỉnh Quảng Hà", "tỉnh", ("UBND tỉnh", "the province's People's Committee"), ("toàn tỉnh", "the whole province")),
        ("UBND Phường Hòa Lạc", "phường", ("UBND phường", "the ward's People's Committee"), ("toàn phường", "the whole ward")),
        ("UBND thị xã Kinh Môn", "thị xã", ("UBND thị xã", "the town's People's Committee"), ("toàn thị xã", "the whole town")),
        ("Thủ tướng Chính phủ", "", ("Thủ tướng Chính phủ",) * 2, ("tất cả đơn vị", "all units")),
        ("Tỉnh ủy Quảng Hà", "", ("Tỉnh ủy Quảng Hà",) * 2, ("tất cả đơn vị", "all units")),
        ("", "", ("", ""), ("tất cả đơn vị", "all units")),
    ],
)  # fmt: skip
def test_an_issuer(
    issuer: str, level: str, name: tuple[str, str], all_units: tuple[str, str]
) -> None:
    assert level_of(issuer) == level
    assert called(issuer) == Text(*name)
    assert whole(issuer) == Text(*all_units)
    assert in_full(issuer) == name[0].replace("UBND", "Ủy ban nhân dân")
