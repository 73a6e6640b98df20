"""Notes and names beside a value, that change nothing of it."""

from decimal import Decimal
from itertools import takewhile

from hpdirective.model.target.measures import counts_wholes
from hpdirective.model.target.values import Target
from hpdirective.model.target.wording import TURNS
from hpdirective.patterns import pattern

NOTE = pattern(r" ?\(([^()]+)\)")

_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip

_DIGIT = "|".join(_DIGITS)
_IN_LETTERS = pattern(rf"(?:(?P<ten>mười)|(?P<tens>{_DIGIT}) mươi)?(?: ?\b(?P<one>{_DIGIT}))?")
_PART_OF = pattern(r"([0-9]{1,6})/([0-9]{1,6})(?: [^\W\d_]+){0,4}")

_CARRIED = pattern(
    r"(?:(?:được )?chuyển tiếp )?từ (?:năm )?(?:19|20)[0-9]{2}(?: (?:chuyển )?(?:sang|tiếp))?"
    r"|chuyển tiếp(?: (?:của )?(?:năm )?(?:19|20)[0-9]{2})?"
)

_LISTED = pattern("^(?:bao )?gồm:? ")
# After one of these a name is not simply one of the things that are counted.
_NARROWING = TURNS | {"phần", "chỉ", "tùy", "tuỳ", "dự"}
_AND = pattern(r", và |[,;] ?| và ")


def in_letters(words: str) -> int | None:
    """Give a number below a hundred that is written out: "hai mươi mốt" is 21."""
    m = _IN_LETTERS.fullmatch(words.strip().lower().removesuffix("phần trăm").strip())
    if m is None or not words.strip():
        return None
    tens = 10 if m["ten"] else 10 * _DIGITS.get(m["tens"] or "", 0)
    return tens + _DIGITS.get(m["one"] or "", 0)


def share_of(words: str) -> Decimal | None:
    """Give a share as a percentage: "17/20 xã" is 85."""
    m = _PART_OF.fullmatch(words.strip())
    if m is None or not 0 < int(m[1]) <= int(m[2]):
        return None
    return Decimal(100 * int(m[1])) / int(m[2])


def only_tells(note: str, target: Target) -> bool:
    """Tell whether a note only says which of the things that are counted are meant, or since when they wait."""
    if not counts_wholes(target.unit) or target.value is None:
        return False
    if _CARRIED.fullmatch(note.strip().lower()):
        return True
    names = _AND.split(_LISTED.sub("", note.strip()))
    unsure = target.text.isupper() or note.split()[0].lower() in _NARROWING
    return not unsure and len(names) <= target.value and all(map(_proper, names))


def _proper(words: str) -> bool:
    """Tell whether words are a name, perhaps behind what it is the name of: "công viên An Biên"."""
    lower = list(takewhile(str.islower, words.split()))
    name = words.split()[len(lower) :]
    return (
        len(lower) <= 3
        and _NARROWING.isdisjoint(lower)
        and bool(name)
        and all(word[0].isupper() and word.isalpha() for word in name)
    )
