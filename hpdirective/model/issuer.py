"""The body that issued a directive, as messages and readers call it: a committee by its level, any other by its name."""

from hpdirective.patterns import pattern
from hpdirective.words import Text, fold

_COMMITTEE = pattern(
    r"(?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?P<level>thành phố|tỉnh|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu)(?!\w)"
)
_LEVELS = {
    "thành phố": "city",
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "town",
    "thị trấn": "township",
    "phường": "ward",
    "xã": "commune",
    "đặc khu": "special zone",
}


def level_of(issuer: str) -> str:
    """Give the level of the committee that an issuer is ("thành phố", "tỉnh", …); empty where it is no committee."""
    said = _COMMITTEE.match(fold(issuer))
    return said["level"] if said else ""


def called(issuer: str) -> Text:
    """Give the issuer as its own papers call it: "UBND tỉnh"; one that is no committee by its whole name."""
    level = level_of(issuer)
    if not level:
        return Text(vi=issuer, en=issuer)
    return Text(vi=f"UBND {level}", en=f"the {_LEVELS[level]}'s People's Committee")


def in_full(issuer: str) -> str:
    """Give the issuer as plans call it: "Ủy ban nhân dân tỉnh"; one that is no committee by its whole name."""
    level = level_of(issuer)
    return f"Ủy ban nhân dân {level}" if level else issuer


def whole(issuer: str) -> Text:
    """Give what all its units are together: "toàn tỉnh"."""
    level = level_of(issuer)
    if not level:
        return Text(vi="tất cả đơn vị", en="all units")
    return Text(vi=f"toàn {level}", en=f"the whole {_LEVELS[level]}")
