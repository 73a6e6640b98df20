"""Units of measure: which are the same, which are money, which have no parts; and the numbers before them."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from hpdirective.model.target.values import TargetFault, UnreadableTarget
from hpdirective.patterns import pattern


def same_measure(a: str | None, b: str | None) -> bool:
    """Tell whether two units of measure agree; one left out agrees with any.

    Money agrees in every unit. A unit agrees with the same unit told at more length ("xã", "xã
    nông thôn mới"), but not with a rate or a scale of it ("xã/huyện", "điểm %", "triệu lượt"); a
    plan is of one year, so that "%/năm" is "%".
    """
    if not a or not b:
        return True
    one, other = unit_key(a), unit_key(b)
    if one.isascii() or other.isascii():  # typed without any marks
        one, other = bare(one), bare(other)
    if one == other or {unit_key(one), unit_key(other)} <= MONEY.keys():
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    told = long[: len(short)] == short and len(long) > len(short)
    return told and " ".join(short) not in _SCALES and long[len(short)][0].isalpha()


def is_rank(unit: str | None) -> bool:
    """Tell whether a unit counts places in a ranking, where the smaller number is the better."""
    return unit_key(unit or "") in _RANKS


def is_step(unit: str | None) -> bool:
    """Tell whether a unit may count steps in a ranking: "tăng 2 bậc", "tăng 2 hạng"."""
    return unit_key(unit or "") in STEPS


def counts_wholes(unit: str | None) -> bool:
    """Tell whether there are no parts of a unit: a project or a commune, never a percentage or an area."""
    measure = unit_key(unit or "")
    return "/" not in measure and f"{measure} ".startswith(_WHOLES)


_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def _tone_last(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        (tones if char in _TONES else letters).append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


def toned(words: str) -> str:
    """Give words with each tone after its word: "hòa" and "hoà" are one."""
    return " ".join(map(_tone_last, words.split()))


_POWERS = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9, "nghìn tỷ đồng": 12}
_SHORT_MONEY = {unit.removesuffix(" đồng"): unit for unit in list(_POWERS)[2:]}
SCALE_WORDS = ("nghìn", "vạn", "triệu", "tỷ", "nghìn tỷ")
_RANK_WORDS = ("hạng", "thứ hạng", "vị trí")
MONEY = {toned(unit): power for unit, power in _POWERS.items()}
_SCALES = set(map(toned, SCALE_WORDS))
_RANKS = set(map(toned, _RANK_WORDS))
STEPS = {toned("bậc"), *_RANKS}

_SYNONYMS = {
    "tỉ": "tỷ", "ngàn": "nghìn", "sỹ": "sĩ", "đ": "đồng", "vnđ": "đồng", "vnd": "đồng",
    "trđ": "triệu đồng", "trd": "triệu đồng", "da": "dự án", "kcn": "khu công nghiệp",
    "ccn": "cụm công nghiệp",
}  # fmt: skip

FILLERS = {"số", "các", "tổng"}


def bare(word: str) -> str:
    """Give a word without its marks: "Đạt" is "Dat"."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in letters if not unicodedata.combining(char))


# Units with a meaning of their own, by their right spelling and with no marks.
_NAMED_UNITS = (*_POWERS, *SCALE_WORDS, *_RANK_WORDS, "bậc")
_PLAIN = {**{bare(unit): unit for unit in _NAMED_UNITS}, **{unit: unit for unit in _NAMED_UNITS}}
_PER_YEAR = pattern(r" ?/ ?n[ăa]m$")
WORD = pattern(r"[^\W\d_]+")


@lru_cache(maxsize=1024)
def unit_key(unit: str) -> str:
    """Give the key by which units are compared."""
    text = " ".join(unicodedata.normalize("NFC", unit).lower().split())
    text = _PER_YEAR.sub("", re.sub("ph[ầa]n tr[ăa]m", "%", text))
    text = re.sub(r"% ?/ ?(?=(?:tổng )?số )", "%", text).replace("%", " % ")
    text = re.sub(r"(?<!%) ?/ ?", "/", text).replace("/ ", "/")
    text = re.sub(r"\btr\. ?đ\b", "trđ", text)
    words = WORD.sub(lambda m: _SYNONYMS.get(m[0], m[0]), text).split()
    if words[:1] == ["%"]:
        words = [word for word in words if word not in FILLERS]
        if words[1:3] in (["kế", "hoạch"], ["dự", "toán"], ["chỉ", "tiêu"]):
            words[:2] = [f"%{words[1]}"]  # a share of a plan is no share of a whole
    plain = " ".join(words)
    plain = _PLAIN.get(plain, plain)
    return toned(_SHORT_MONEY.get(plain, plain))


_HEADS = (
    "người", "lao động", "hộ", "căn", "lượt", "khách", "doanh nghiệp", "hồ sơ", "học sinh",
    "sinh viên",
)  # fmt: skip

_THINGS = (
    "dự án", "xã", "phường", "thị trấn", "huyện", "quận", "thôn", "công viên", "công trình",
    "khu công nghiệp", "cụm công nghiệp", "trường", "lớp", "trạm", "bệnh viện", "cơ sở",
    "cơ quan", "đơn vị", "hợp tác xã", "mô hình", "sản phẩm", "đề án", "văn bản", "nghị quyết",
    "hội nghị", "cuộc", "vụ", "thủ tục", "nhiệm vụ",
)  # fmt: skip


def _openings(*nouns: str) -> tuple[str, ...]:
    return tuple(f"{toned(noun)} " for noun in nouns)


# These come whole or by the thousand, so that a point can only group: "15.000 lao động".
_COUNTED = _openings("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", *_HEADS)
# Of these there are no parts, so that more than 7 is at least 8.
_WHOLES = _openings(*_HEADS, *_THINGS)

PARTED = {
    "ha", "m", "m2", "m3", "km", "km2", "kg", "tạ", "tấn", "tan", "lít", "lit", "mw", "kw", "kwh", "gb", "tb",
    "đồng", "dong", "vnđ", "vnd", "tr", "trđ", "trd", "nghìn", "nghin", "ngàn", "ngan", "vạn", "van",
    "triệu", "trieu", "tỷ", "tỉ", "ty", "ti",
}  # fmt: skip
"""Units of which there are parts: "5/8 ha" is less than one."""


def is_counted(unit: str | None) -> bool:
    """Tell whether a unit comes whole or by the thousand."""
    return unit is not None and "/" not in unit and f"{unit_key(unit)} ".startswith(_COUNTED)


NUMBER = r"[0-9]+(?:[.,_][0-9]+)*"
YEAR = r"(?:19|20)[0-9]{2}"
_VIETNAMESE = pattern(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:([._])[0-9]{3})(?:\1[0-9]{3})*)(?:,[0-9]+)?")
# One or two digits after a point, or three after nothing, cannot be a group of thousands.
_ENGLISH_DECIMAL = pattern(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]{3}")
# Each is a thousand to some and a decimal to others: "42,500 tỷ đồng" as well as "42.500".
_TWO_WAYS = pattern(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def number_of(digits: str, unit: str | None) -> Decimal | None:
    """Give the value of a number as Vietnamese and English hands write it, or None where it reads two ways.

    Raises UnreadableTarget.
    """
    if len(digits) <= 24:
        if _TWO_WAYS.fullmatch(digits) and not ("." in digits and is_counted(unit)):
            return None
        if _ENGLISH_DECIMAL.fullmatch(digits):
            return Decimal(digits)
        if _VIETNAMESE.fullmatch(digits):
            return Decimal(digits.replace(".", "").replace("_", "").replace(",", "."))
    raise UnreadableTarget(TargetFault.BAD_NUMBER, digits.replace("_", " "))
