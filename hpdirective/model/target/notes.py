"""Notes and names beside a value, that change nothing of it."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import takewhile

from msgspec.structs import replace

from hpdirective.model.target.measures import counts_wholes
from hpdirective.model.target.values import Op, Target, TargetFault, UnreadableTarget
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
    r"|năm (?:19|20)[0-9]{2} chuyển (?:sang|tiếp)"
    r"|chuyển tiếp(?: (?:của )?(?:năm )?(?:19|20)[0-9]{2})?"
)

_LISTED = pattern("^(?:bao )?gồm:? ")
# After one of these a name is not simply one of the things that are counted.
_NARROWING = TURNS | {"phần", "chỉ", "tùy", "tuỳ", "dự"}
_AND = pattern(r", và | ?[,;] ?| và ")
_OPEN = pattern(r"(?:[,;]? ?\.{3}|[,;]? v\.? ?v\.?)$")  # a list that goes on


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


def between(shown: Target, share: Decimal) -> Target | None:
    """Give a share that is shown rounded ("95% (18/19 đơn)") as all that it may be; None where it is not that one."""
    value = shown.value
    if value is None or shown.op is not Op.EQUAL or shown.trend:
        return None
    place = Decimal(1).scaleb(int(value.as_tuple().exponent))
    if abs(share - value) * 2 > min(place, Decimal(1)):
        return None
    low = min(value, share.quantize(_FINE, ROUND_FLOOR))
    return replace(
        shown, op=Op.RANGE, value=low, high=max(value, share.quantize(_FINE, ROUND_CEILING))
    )


_FINE = Decimal("0.01")


def only_tells(note: str, target: Target) -> bool:
    """Tell whether a note only says which of the things that are counted are meant, or since when they wait.

    Half as many names or fewer may be the places where these lie. Raises UnreadableTarget where a list denies the number.
    """
    if not counts_wholes(target.unit) or target.value is None:
        return False
    if _CARRIED.fullmatch(note.strip().lower()):
        return True
    said = _LISTED.sub("", note.strip("; "))
    goes_on = bool(_OPEN.search(said))
    names = _AND.split(_OPEN.sub("", said).strip())
    whole = len(names) == target.value and not goes_on
    unsure = target.text.isupper() or note.split()[0].lower() in _NARROWING
    if unsure or not all(_proper(name, numbered=whole) for name in names):
        return False
    fewer = len(names) < target.value
    nearly = len(names) * 2 > target.value and target.op is Op.EQUAL and not goes_on
    if whole or (fewer and not (nearly and not all(map(_PLACE.match, names)))):
        return True
    raise UnreadableTarget(TargetFault.LIST_DIFFERS, note.strip())


_PLACE = pattern("(?:huyện|quận) ")


def _proper(words: str, *, numbered: bool) -> bool:
    """Tell whether words are a name, perhaps behind what it is the name of: "công viên An Biên"; or numbered: "Tràng Duệ 3"."""
    lower = list(takewhile(str.islower, words.split()))
    name = words.split()[len(lower) :]
    if numbered and len(name) > 1 and name[-1].isdecimal():
        name = name[:-1]
    return (
        len(lower) <= 3
        and _NARROWING.isdisjoint(lower)
        and bool(name)
        and all(
            (word[0].isupper() and word.isalpha()) or (numbered and word == "-") for word in name
        )
    )
