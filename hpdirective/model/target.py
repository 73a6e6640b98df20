"""Promised and required values of indicators, read from the words of a plan, and compared.

One road: the text is cleaned, its known words become a plain key of the same length ("Trên 85%" →
"tren 85%"), and the key must be one of the few sentences below. Whatever is not, is refused.
"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import islice, takewhile
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.patterns import laid_out, pattern, where


class Op(StrEnum):
    """How a value bounds what it allows."""

    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"


class Trend(StrEnum):
    """Which way a number, or the word for it, is to go."""

    UP = "up"
    DOWN = "down"


class TargetFault(StrEnum):
    """Why a text was not read as a target."""

    EMPTY = "empty"
    NO_NUMBER = "no-number"
    SEVERAL_TARGETS = "several-targets"
    BACKWARDS = "backwards"
    PART_UNREAD = "part-unread"
    BAD_NUMBER = "bad-number"
    OTHER_YEAR = "other-year"


class Target(Struct, frozen=True):
    """A promised or required value of an indicator.

    `unit` is the unit of measure as written ("%", "xã", "tỷ đồng"; "hạng" for a rank, "bậc" for a
    step in one). A bare trend has no `op` and no `value`; an `ambiguous` number (1.234 or 1,234: a
    thousand or a decimal?) has an `op` and no `value`. `high` is the upper end of a range. `of` holds
    the words before the value that name what is measured ("tỷ lệ hộ nghèo giảm 1%"); `years` are the
    first and the last that the words say the value is of.
    """

    text: str
    op: Op | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    trend: Trend | None = None
    ambiguous: bool = False
    of: str | None = None
    years: tuple[int, int] | None = None


class UnreadableTarget(ValueError):
    """A text that cannot surely be read as a target; `rest` holds the words not understood."""

    def __init__(self, reason: TargetFault, rest: str = "") -> None:
        super().__init__(reason, rest)
        self.reason = reason
        self.rest = rest

    def __str__(self) -> str:
        return f"{self.reason}: {self.rest}" if self.rest else str(self.reason)


def read_target(text: str, year: int | None = None) -> Target:
    """Read a target as officials write it: "trên 85%", "từ 35 xã trở lên", "12,7%-13%", "tăng".

    Numbers are Vietnamese: "." groups thousands, "," starts the decimals. A year beside the value
    ("năm 2023: 85%") only says when; a note in brackets is not kept that says the same again ("08 (tám) dự án"), or which things are counted ("02 công viên (An Biên, Tam Bạc)"),
    or what a year before `year` reached. Raises UnreadableTarget where the reading is not sure: nothing is guessed, no word dropped.
    """
    if len(text) > _LONGEST:
        raise UnreadableTarget(TargetFault.PART_UNREAD, text[:_LONGEST])
    return _read(text, year)


def meets(promise: Target, required: Target) -> bool | None:
    """Tell whether all that a promise allows is allowed; None where the two cannot be compared.

    Values are compared as intervals, money in any unit; of what is counted in wholes, more than 7 is
    at least 8. A bare trend is met by the same trend, unless the promise allows no change at all; a
    plain value says nothing of a trend, for that depends on the baseline. A trend never shows that a
    level is reached; "tăng 13%" may be the level of a growth or a step, so it is not judged where it
    would reach as a level.
    """
    if required.trend:
        same = _goes_as_asked(promise, required)
        if not same or (required.value is None and not required.ambiguous):
            return same
    elif promise.trend:
        if promise.value is None and not promise.ambiguous:
            return False
        return None if meets(replace(promise, trend=None), required) is not False else False
    if not same_measure(promise.unit, required.unit):
        return None
    whole = counts_wholes(promise.unit) or counts_wholes(required.unit)
    inner = _interval(scaled(promise, required.unit), whole=whole)
    outer = _interval(required, whole=whole)
    if inner is None or outer is None:
        return None
    # The second of each pair says whether the end itself is left out; that makes an end tighter.
    return inner.low >= outer.low and inner.high <= outer.high


def same_measure(a: str | None, b: str | None) -> bool:
    """Tell whether two units of measure agree; one left out agrees with any.

    Money agrees in every unit. A unit agrees with the same unit told at more length ("xã", "xã
    nông thôn mới"), but not with a rate or a scale of it ("xã/huyện", "điểm %", "triệu lượt"); a
    plan is of one year, so that "%/năm" is "%".
    """
    if not a or not b:
        return True
    one, other = _measure(a), _measure(b)
    if one.isascii() or other.isascii():  # typed without any marks
        one, other = _bare(one), _bare(other)
    if one == other or {_measure(one), _measure(other)} <= _MONEY.keys():
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    told = long[: len(short)] == short and len(long) > len(short)
    return told and " ".join(short) not in _SCALES and long[len(short)][0].isalpha()


def scaled(target: Target, unit: str | None) -> Target:
    """Bring an amount of money to another unit: 1 tỷ đồng = 1000 triệu đồng; else unchanged."""
    if target.unit is None or unit is None or target.value is None:
        return target
    here, there = _MONEY.get(_measure(target.unit)), _MONEY.get(_measure(unit))
    if here is None or there is None or here == there:
        return target
    shift = here - there
    high = None if target.high is None else target.high.scaleb(shift)
    return replace(target, value=target.value.scaleb(shift), high=high, unit=unit)


def is_rank(unit: str | None) -> bool:
    """Tell whether a unit counts places in a ranking, where the smaller number is the better."""
    return _measure(unit or "") in _RANKS


def is_step(unit: str | None) -> bool:
    """Tell whether a unit may count steps in a ranking: "tăng 2 bậc", "tăng 2 hạng"."""
    return _measure(unit or "") in _STEPS


def counts_wholes(unit: str | None) -> bool:
    """Tell whether there are no parts of a unit: a project or a commune, never a percentage or an area."""
    measure = _measure(unit or "")
    return "/" not in measure and f"{measure} ".startswith(_WHOLES)


def fits(target: Target, unit: str | None) -> bool:
    """Tell whether a value may count in a unit; a number with a fraction is no rank."""
    fraction = target.value is not None and target.value % 1 != 0
    return same_measure(target.unit, unit) and not (fraction and is_rank(unit))


def least(target: Target) -> Decimal | None:
    """Give the number that a promise reaches at least, the next one where more than a number of wholes is promised."""
    if target.value is not None and target.op is Op.MORE and counts_wholes(target.unit):
        return Decimal(floor(target.value) + 1)
    return target.value


def stands_still(change: Target) -> bool:
    """Tell whether a promised change may be none at all: "tăng 0%", "giảm tối đa 5%"."""
    interval = _interval(change, whole=False)
    return change.trend is not None and interval is not None and interval.low <= (0, 0)


# ---- comparing ----------------------------------------------------------------------------------


class _Interval(Struct, frozen=True):
    """What a target allows; of each end, the value and how far the end itself is left out."""

    low: tuple[Decimal, int]
    high: tuple[Decimal, int]


_INFINITY = Decimal("Infinity")


def _interval(target: Target, *, whole: bool) -> _Interval | None:
    if target.value is None:
        return None
    value, bottom, top = target.value, (-_INFINITY, 0), (_INFINITY, 0)
    match target.op:
        case Op.MORE if whole:
            return _Interval((Decimal(floor(value) + 1), 0), top)
        case Op.LESS if whole:
            return _Interval(bottom, (Decimal(ceil(value) - 1), 0))
        case Op.MORE:
            return _Interval((value, 1), top)
        case Op.AT_LEAST:
            return _Interval((value, 0), top)
        case Op.EQUAL:
            return _Interval((value, 0), (value, 0))
        case Op.RANGE if target.high is not None:
            return _Interval((value, 0), (target.high, 0))
        case Op.AT_MOST:
            return _Interval(bottom, (value, 0))
        case Op.LESS:
            return _Interval(bottom, (value, -1))
        case _:
            return None


_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def _tone_last(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        (tones if char in _TONES else letters).append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


def _toned(words: str) -> str:
    """Give words with each tone after its word: "hòa" and "hoà" are one."""
    return " ".join(map(_tone_last, words.split()))


_POWERS = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9, "nghìn tỷ đồng": 12}
_SHORT_MONEY = {unit.removesuffix(" đồng"): unit for unit in list(_POWERS)[2:]}
_SCALE_WORDS = ("nghìn", "vạn", "triệu", "tỷ", "nghìn tỷ")
_RANK_WORDS = ("hạng", "thứ hạng", "vị trí")
_MONEY = {_toned(unit): power for unit, power in _POWERS.items()}
_SCALES = set(map(_toned, _SCALE_WORDS))
_RANKS = set(map(_toned, _RANK_WORDS))
_STEPS = {_toned("bậc"), *_RANKS}


def _goes_as_asked(promise: Target, required: Target) -> bool | None:
    """Compare two trends: a rise in a ranking betters a rank and makes its number smaller, a fall never does."""
    ranked = required.op is None and is_rank(required.unit)
    steps = is_step(promise.unit)
    if promise.trend is None or (ranked and promise.unit and not steps):
        return None
    if stands_still(promise):
        return False
    if promise.text and "cai thien" in _key(_clean(promise.text)):
        return True  # "cải thiện" is the way that was asked for, whichever that is
    if steps:
        if ranked or required.trend is Trend.UP:
            return promise.trend is Trend.UP
        return None  # an amount is to fall: in which ranking is the step?
    if ranked:
        return None  # "giảm": the standing, or the number of it?
    return promise.trend is required.trend


_SYNONYMS = {
    "tỉ": "tỷ", "ngàn": "nghìn", "sỹ": "sĩ", "đ": "đồng", "vnđ": "đồng", "vnd": "đồng",
    "trđ": "triệu đồng", "trd": "triệu đồng", "da": "dự án", "kcn": "khu công nghiệp",
    "ccn": "cụm công nghiệp",
}  # fmt: skip
_FILLERS = {"số", "các", "tổng"}


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in letters if not unicodedata.combining(char))


# Units with a meaning of their own, by their right spelling and with no marks.
_NAMED_UNITS = (*_POWERS, *_SCALE_WORDS, *_RANK_WORDS, "bậc")
_PLAIN = {**{_bare(unit): unit for unit in _NAMED_UNITS}, **{unit: unit for unit in _NAMED_UNITS}}


_PER_YEAR = pattern(r" ?/ ?n[ăa]m$")


@lru_cache(maxsize=1024)
def _measure(unit: str) -> str:
    """Give the key by which units are compared."""
    text = " ".join(unicodedata.normalize("NFC", unit).lower().split())
    text = _PER_YEAR.sub("", re.sub("ph[ầa]n tr[ăa]m", "%", text))
    text = re.sub(r"% ?/ ?(?=(?:tổng )?số )", "%", text).replace("%", " % ")
    text = re.sub(r"(?<!%) ?/ ?", "/", text).replace("/ ", "/")
    text = re.sub(r"\btr\. ?đ\b", "trđ", text)
    words = _WORD.sub(lambda m: _SYNONYMS.get(m[0], m[0]), text).split()
    if words[:1] == ["%"]:
        words = [word for word in words if word not in _FILLERS]
        if words[1:3] in (["kế", "hoạch"], ["dự", "toán"], ["chỉ", "tiêu"]):
            words[:2] = [f"%{words[1]}"]  # a share of a plan is no share of a whole
    plain = " ".join(words)
    plain = _PLAIN.get(plain, plain)
    return _toned(_SHORT_MONEY.get(plain, plain))


# ---- words --------------------------------------------------------------------------------------

# A cell that is longer tells a story, not a value; the bound also keeps every pattern quick.
_LONGEST = 600

_PHRASES = {
    Op.AT_LEAST: (
        "tối thiểu", "ít nhất", "không dưới", "không thấp hơn", "không ít hơn", "không nhỏ hơn",
        "không kém", "đạt và vượt", "đạt hoặc vượt", "lớn hơn hoặc bằng", "cao hơn hoặc bằng",
        "bằng hoặc cao hơn", "bằng hoặc lớn hơn", "đạt hoặc cao hơn", ">=", "> =", "=>", "= >",
    ),
    Op.AT_MOST: (
        "tối đa", "không quá", "không vượt quá", "không vượt", "không cao hơn", "không lớn hơn",
        "không nhiều hơn", "không trên", "nhỏ hơn hoặc bằng", "thấp hơn hoặc bằng", "<=", "< =",
        "=<", "= <",
    ),
    # No bare "vượt": "vượt 5%" goes 5% beyond a plan, "vượt mức 85%" beyond 85%.
    Op.MORE: ("vượt trên", "vượt mức", "trên", "lớn hơn", "cao hơn", "nhiều hơn", "hơn", ">"),
    Op.LESS: ("dưới", "thấp hơn", "nhỏ hơn", "ít hơn", "<"),
}  # fmt: skip
_TRENDS = {"tăng thêm": Trend.UP, "tăng": Trend.UP, "cải thiện": Trend.UP, "+": Trend.UP,
           "nâng": Trend.UP, "giảm thêm": Trend.DOWN, "giảm": Trend.DOWN,
           "kéo giảm": Trend.DOWN}  # fmt: skip
_OTHER_WORDS = (
    "phấn đấu đạt bằng là hoàn thành duy trì giữ vững bảo đảm tỷ tỉ lệ số lượng chỉ tiêu mục có"
    " mức từ đến tới trở lên xuống hoặc so với cùng kỳ năm trước ngoái nằm trong thuộc top tốp"
    " nhóm xếp đứng thứ hạng vị trí bậc cả nước toàn quốc tỉnh thành phố địa phương dẫn đầu và còn"
)
# Without its mark each of these may as well be another word: "thu", "hang".
_MARKED_ONLY = {"thứ", "hạng", "vị", "xếp", "đứng", "còn"}
# What is done to so many: it says nothing of how many.
_VERBS = (
    "khởi công", "thành lập", "thành lập mới", "xây dựng", "xây dựng mới", "cải tạo", "tổ chức",
    "ban hành", "trồng", "trồng mới", "thu hút", "giải ngân", "giải quyết", "khởi công mới",
    "đạt chuẩn", "công nhận", "toàn bộ", "tất cả", "cả", "đủ", "ở mức", "khống chế", "kiểm soát",
)  # fmt: skip
# Words that turn what stands before them: after one of these a unit is no longer just a unit.
_TURNING = (
    "và hoặc hay trước sau trong ngoài đến tới vào từ so với theo tăng giảm không chưa chậm còn"
    " khoảng gần trên dưới tại ở do của nếu khi mỗi lên xuống trở hơn kém quá nhưng riêng gồm"
    " thuộc để là bằng trừ kể tính nhất cùng vượt hằng cuối quý"
)
_TURNS = frozenset(_TURNING.split())


_KNOWN = {
    word
    for phrase in (*(p for group in _PHRASES.values() for p in group), *_TRENDS, _OTHER_WORDS)
    for word in phrase.split()
    if word.isalpha()
}
_LEXICON = {word: _bare(word) for word in _KNOWN} | {"kì": "ky", "trồng": "trồng"}
_UNMARKED = {_bare(word) for word in _KNOWN - _MARKED_ONLY}
_LOOKALIKES = {_bare(word) for word in _KNOWN}
_OPS = {_bare(phrase): op for op, phrases in _PHRASES.items() for phrase in phrases}
_WAYS = {_bare(phrase): trend for phrase, trend in _TRENDS.items()}

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, ord("÷")], "-")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    **dict.fromkeys(map(ord, "≥⩾≧"), ">="),
    **dict.fromkeys(map(ord, "≤⩽≦"), "<="),
    ord("…"): "...",
}
_CHARACTERS = {**_INVISIBLE, **_DASHES, **_FULL_WIDTH, **_SIGNS}
# Two lines that each start with a dash are a list, never the two ends of a range.
_BULLET = pattern(r"\n\s*[-+*•]\s")
_FIRST_BULLET = pattern(
    r"^(?:[-*•] +(?=\w)|\+ +(?=[^\W\d_])|(?:[0-9]{1,2}[.)]|[a-zđA-ZĐ]\)) +(?=[^\W\d_]|[<>=]))"
)
_STOPS = " .,;“”\"'*!"
_STAR = pattern(r"(?<=[\w%]) ?\(\*+\)$")  # of a footnote
# Only one space of one line groups thousands: a tab or a line break stands between two cells.
_GROUPS = pattern(r"(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])")
_WORD = pattern(r"[^\W\d_]+")


def _clean(text: str) -> str:
    minus = text.lstrip().startswith(("\u2212", "÷"))  # a sign of its own, never a bullet
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS)).strip()
    text = _GROUPS.sub(lambda m: re.sub(r"\s", "_", m[0]), text)
    text = " ".join(_BULLET.sub(" ; ", text).split()).lstrip("“\"'").replace("%%", "%")
    core = _STAR.sub("", text.rstrip(_STOPS)).rstrip(_STOPS)
    stops = text[len(core) :]
    # Three stops say that something is left out, and "85," may be cut short.
    closed = "..." not in stops and not (stops[:1] == "," and core[-1:].isdigit())
    text = core if closed else text
    text = text if minus else _FIRST_BULLET.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text


def _key(clean: str) -> str:
    """Give the plain key of a cleaned text, character for character as long."""
    unmarked = re.split("[0-9]", clean, maxsplit=1)[0].isascii()

    def known(m: re.Match[str]) -> str:
        word = m[0].lower()
        if word in _LEXICON:
            return _LEXICON[word]
        if word in _LOOKALIKES and not (unmarked and word in _UNMARKED):
            return "§" * len(word)  # "Thu 500" is no "Thứ 500"
        return word if len(word) == len(m[0]) else m[0]

    return _WORD.sub(known, clean)


# ---- numbers ------------------------------------------------------------------------------------

_NUMBER = r"[0-9]+(?:[.,_][0-9]+)*"
_VIETNAMESE = pattern(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:([._])[0-9]{3})(?:\1[0-9]{3})*)(?:,[0-9]+)?")
# One or two digits after a point, or three after nothing, cannot be a group of thousands.
_ENGLISH_DECIMAL = pattern(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]{3}")
# Each is a thousand to some and a decimal to others: "42,500 tỷ đồng" as well as "42.500".
_TWO_WAYS = pattern(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
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
    return tuple(f"{_toned(noun)} " for noun in nouns)


# These come whole or by the thousand, so that a point can only group: "15.000 lao động".
_COUNTED = _openings("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", *_HEADS)
# Of these there are no parts, so that more than 7 is at least 8.
_WHOLES = _openings(*_HEADS, *_THINGS)


def _counted(unit: str | None) -> bool:
    return unit is not None and "/" not in unit and f"{_measure(unit)} ".startswith(_COUNTED)


def _number(digits: str, unit: str | None) -> Decimal | None:
    """Give the value of a number, or None where it reads two ways."""
    if len(digits) <= 24:
        if _TWO_WAYS.fullmatch(digits) and not ("." in digits and _counted(unit)):
            return None
        if _ENGLISH_DECIMAL.fullmatch(digits):
            return Decimal(digits)
        if _VIETNAMESE.fullmatch(digits):
            return Decimal(digits.replace(".", "").replace("_", "").replace(",", "."))
    raise UnreadableTarget(TargetFault.BAD_NUMBER, digits.replace("_", " "))


# ---- sentences ----------------------------------------------------------------------------------


def _one_of(phrases: dict[str, Op] | dict[str, Trend]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_LEAD = (
    r"(?:(?:phan dau|dat|bang|la|hoan thanh|duy tri|giu vung|bao dam|dam bao|t[yỷỉi] le|so luong"
    r"|chi tieu|muc tieu|muc|co|=(?! ?[<>])|:"
    rf"|{'|'.join(map(_key, _VERBS))}) ?)*"
)
# "giảm còn 5%" says where it ends, "giảm 5%" how far it goes.
_LEVEL = r"(?:giam (?:xuong )?con|giam xuong|con|tang len) (?:muc )?"
# Square and cubic metres and "per ten thousand inhabitants" are the units that hold a digit.
_UNIT = (
    r"(?:\b[kdc]?m[23]\b|[^0-9;,()<>=~+]|, (?=[^\W\d_]))*?"
    r"(?:/ ?(?:1 vạn|100|1\.?000|10\.?000|100\.?000) (?:dân|người)(?: dân)?)?"
)
# Of traffic accidents: the number of them, of the dead and of the injured.
_ALL = r"(?:(?:tren |ở )?ca (?:0?[0-9]|ba) (?:tieu chi|tieu chí|mặt|mat))"
_BASE = r"(?:cung ky(?: nam (?:[0-9]{4}|truoc))?|nam (?:[0-9]{4}|truoc|ngoai))"
_VALUE = laid_out(
    rf"""
    {_LEAD}(?:(?P<level>{_LEVEL})|(?P<way>{_one_of(_WAYS)}) ?)?(?<!\+ )(?:{_ALL}\x20)?
    (?:(?P<op>{_one_of(_OPS)}) ?(?:(?P<op2>{_one_of(_OPS)}) ?)?(?:(?:muc|dat|la) )?(?:: )?)?
    (?P<tu>tu (?:muc )?)?
    (?P<value>{_NUMBER})(?:/(?P<of>[0-9]+)(?= [^\W\d_]))?(?P<unit>{_UNIT})
    (?:(?: ?[-~] ?| (?P<to>den|toi) )(?P<high>{_NUMBER})(?P<unit2>{_UNIT}))?
    (?P<end> tro len| tro xuong| hoac (?:cao|lon|nhieu) hon)?
    (?:\x20{_ALL})?
    (?P<since> so voi {_BASE})?
    """
)
_TREND = laid_out(
    rf"""
    (?P<way>tang|giam|cai thien|nang(?: cao)?|keo giam)(?P<step> (?:thu hang|hang|bac|vi tri))?(?:\x20{_ALL})?
    (?: (?:so voi|hon) {_BASE})?
    |(?P<more>cao|thap) hon(?: so voi)? {_BASE}
    """
)
_WHERE = (
    r"(?: (?:cua |trong )?(?:tinh, thanh(?: pho)?|tinh thanh|tinh|thanh pho|dia phuong))?(?: dan dau)?"
    r"(?: (?:trong )?(?:ca nuoc|toan quoc))?"
)
_RANK = laid_out(
    rf"""
    {_LEAD}(?:(?P<first>dung dau (?:ca nuoc|toan quoc)
    |(?:xep |dung )?(?:hang |vi tri )?thu nhat{_WHERE})
    |(?:(?P<top>(?:(?:nam|xep|dung|vi tri) )?(?:trong |thuoc )?(?:top|nhom)
    |(?:nam |xep |dung )?(?:trong|thuoc)(?= [0-9]+ .*dan dau))
    |(?:xep |dung )?(?:thu hang|hang|vi tri|(?=thu ))(?: ?thu)?) (?P<rank>[0-9]{{1,3}})
    (?:(?: ?- ?| den (?:hang |thu )?)(?P<last>[0-9]{{1,3}}))?
    (?(top)|(?:/[0-9]{{1,3}})?){_WHERE})
    """
)
# Of when a value is: before it, in brackets, behind it, or behind the name of what is measured.
_YEAR = r"(?:19|20)[0-9]{2}"
_TERM = (
    r"(?:(?:t[ií]nh )?(?:den|trong|v[aà]o) )?(?:(?:h[eế]t|cu[oố]i|c[aả]) )?"
    rf"(?:(?:nam|giai [dđ]o[aạ]n|th[oờ]i ky) {_YEAR}(?: ?- ?{_YEAR})?"
    rf"|(?:qu[yý] (?:iv|4)|th[aá]ng 12)(?: ?/ ?{_YEAR}| nam {_YEAR})?|(?:ng[aà]y )?31/12/{_YEAR})"
)
_THIS_YEAR = r"(?:(?:den |v[aà]o )?(?:h[eế]t|cu[oố]i)|trong|c[aả]) nam"
_AIM = r"(?:k[eế] ho[aạ]ch|chi tieu|m[uụ]c tieu)"
_NOT_ITS_YEAR = (
    r"(?<!voi)(?<!ky)(?<!hon)(?<!tu)(?<!cua)(?<!bang)(?<!tr[uư][oớ]c)(?<!sau)(?<!v[aà])"
)
_DATES = ("nam", "19", "20", "quý", "quy", "tháng", "thang")
_WHEN = where(
    _DATES,
    laid_out(
        rf"""
    ^(?:{_AIM} )?(?:{_TERM}|{_THIS_YEAR})(?: ?[:,] ?| (?=[^\W\d_]|[<>=]))
    | ?\((?:{_AIM} )?(?:{_TERM}|{_THIS_YEAR}|{_YEAR})\)
    |(?<=[^\s:])(?<!^)(?: ?[,;-])?{_NOT_ITS_YEAR} (?:{_TERM}|{_THIS_YEAR})$
    """
    ),
)
_WHEN_NAMED = where(
    _DATES, pattern(rf"{_NOT_ITS_YEAR} (?:{_TERM}|{_THIS_YEAR})(?= ?:| (?:dat|phan dau)\b)")
)
_YEARS = pattern(_YEAR)
_ASIDES = "|".join(
    (
        r"(?:theo|trong|thuộc) danh mục(?: (?:các )?(?:dự án|công trình))?(?: trọng điểm)?",
        r"theo (?:yêu cầu|quy định)(?: của chỉ thị)?",
        r"theo (?:yêu cầu của )?chỉ thị(?: số)?(?: [0-9]+/ct-ubnd)?",
        r"(?:trên địa bàn|thuộc|của|tại|toàn) (?:huyện|quận|thành phố)",
        rf"chuyển tiếp (?:(?:từ|của) )?năm {_YEAR}(?: chuyển (?:sang|tiếp))?",
        rf"từ năm {_YEAR} chuyển (?:sang|tiếp)",
    )
)
_ASIDE = where(
    ("theo ", "danh mục", "huyện", "quận", "thành phố", "chuyển "),
    pattern(rf"(?<=\S)(?: ?\((?:{_ASIDES})\)| (?:{_ASIDES}))$"),
)
_CHANGE_BESIDE = where(
    ("tang", "giam"),
    laid_out(
        rf"""
    (?<=[^\s])(?:, ?| ?\()(?:tang|giam)(?: th[eê]m)? {_NUMBER} ?%?(?: điểm (?:%|phần trăm))?(?: (?:so voi|hon) {_BASE})?\)?$
    """
    ),
)
_RESULT_BESIDE = where(
    ("nam ",),
    laid_out(
        rf"""
    \x20?\((?:[^\W\d_]+ ){{0,3}}nam (?P<year>{_YEAR}) ?[:,]? ?{_LEAD}[^()]{{0,12}}{_NUMBER}[^()0-9]*\)$
    """
    ),
)
_FROM_TO = where(
    ("tu ",),
    laid_out(
        rf"""
    {_LEAD}(?:(?:tang|giam|nang)(?: (?:thu )?hang| bac)? )?tu (?:muc )?(?P<start>[^()]*?[0-9][^()]*?)(?: \(nam {_YEAR}\)| nam {_YEAR})?
    (?<!tro)(?<!trở)\x20(?P<way>len|xuong|con|giam con)(?: con)?(?: muc)? (?P<end>.*)
    """
    ),
)
_NAMES_BEHIND = where(
    (":", " gồm"),
    pattern(r"(?P<head>[^():]*[0-9][^():]*?)(?::| (?:bao )?gồm:?) (?P<names>[^():0-9]+)"),
)
_ENDS = {" tro len": Op.AT_LEAST, " tro xuong": Op.AT_MOST}


@lru_cache(maxsize=4096)
def _read(text: str, year: int | None) -> Target:
    clean = _clean(text)
    if not clean.strip("-_.,; "):
        raise UnreadableTarget(TargetFault.EMPTY)
    if risen := _risen(text, clean):
        return risen
    rest, years = _dated(_without_asides(clean, year))
    rest = _without_asides(rest, year)
    target = (
        _listed(text, rest) or _sentence(text, rest) or _noted(text, rest) or _named(text, rest)
    )
    if target is None:
        raise _refusal(rest, _key(rest))
    return replace(target, years=years) if years else target


def _risen(text: str, clean: str) -> Target | None:
    """Read where a rise or a fall ends that also says where it starts: "tăng từ 92% (năm 2022) lên 95%"."""
    m = _FROM_TO.fullmatch(_key(clean))
    if m is None:
        return None
    start, end = (_sentence(text, clean[slice(*m.span(name))]) for name in ("start", "end"))
    plain = (
        start and end and not (start.trend or end.trend or is_step(end.unit) > is_rank(end.unit))
    )
    if not (plain and start and end and same_measure(start.unit, end.unit)):
        return None
    if start.value is None or end.value is None or start.value == end.value:
        return None
    up = (end.value > start.value) is not is_rank(end.unit)
    return end if up is (m["way"] == "len") else None


def _without_asides(clean: str, year: int | None) -> str:
    """Leave out words that change nothing of a value: which list it is of, where, since when, by how much it rises, what an earlier year reached."""
    for aside in (_ASIDE, _CHANGE_BESIDE, _RESULT_BESIDE):
        m = aside.search(clean.lower() if aside is _ASIDE else _key(clean))
        said = m and aside is _RESULT_BESIDE and int(m["year"])
        if m and (not said or (year is not None and said < year)):
            clean = (clean[: m.start()] + clean[m.end() :]).strip()
    return clean


def _listed(text: str, clean: str) -> Target | None:
    """Read a number with the names of what it counts behind a colon: "02 công viên: An Biên, Tam Bạc"."""
    m = _NAMES_BEHIND.fullmatch(clean)
    target = _sentence(text, m["head"]) if m else None
    return target if m and target and _only_tells(m["names"], target) else None


def _dated(clean: str) -> tuple[str, tuple[int, int] | None]:
    """Part a text from the words that say of when its value is, and give the years that they name."""
    key = _key(clean)
    m = _WHEN.search(key) or (_MEASURED.match(clean) and _WHEN_NAMED.search(key)) or None
    if (
        m is None or "bang " in key[: m.start()]
    ):  # "bằng 105% năm 2022" may be a share of that year
        return clean, None
    said = [int(year) for year in _YEARS.findall(m[0])]
    return clean[: m.start()] + clean[m.end() :], (said[0], said[-1]) if said else None


def _sentence(text: str, clean: str) -> Target | None:
    key = _key(clean)
    if m := _TREND.fullmatch(key):
        down = m["way"] in ("giam", "keo giam") or m["more"] == "thap"
        unit = "bậc" if m["step"] else None
        return Target(text, unit=unit, trend=Trend.DOWN if down else Trend.UP)
    if m := _RANK.fullmatch(key):
        first, last = Decimal(m["rank"] or 1), Decimal(m["last"] or m["rank"] or 1)
        if last < first:
            raise UnreadableTarget(TargetFault.BACKWARDS, clean)
        if last > first and not m["top"]:
            return Target(text, Op.RANGE, first, last, "hạng")
        return Target(text, Op.AT_MOST if m["top"] else Op.EQUAL, last, unit="hạng")
    m = _VALUE.fullmatch(key)
    return _value(text, clean, m) if m else None


def _noted(text: str, clean: str) -> Target | None:
    """Read a target with a note in brackets that surely changes nothing of it."""
    note = _NOTE.search(clean)
    if note is None:
        return None
    head, tail = clean[: note.start()], clean[note.end() :]
    target = _sentence(text, f"{head}{tail}")
    if target is None or target.value is None:
        return None
    share = _share(note[1]) if (target.unit or "").startswith("%") else None
    spelt = _letters(note[1].lower().removesuffix((target.unit or "").lower()))
    same = share if spelt is None else spelt
    shown = same == target.value and target.op is not Op.RANGE
    if not shown and (tail or not _only_tells(note[1], target)):
        found = _refusal(clean, _key(clean))
        several = found.reason is TargetFault.SEVERAL_TARGETS
        raise found if several else UnreadableTarget(found.reason, note[0].strip())
    return target


def _named(text: str, clean: str) -> Target | None:
    """Read a target behind the words for what is measured; whether they fit is for others to tell."""
    if not _MEASURED.match(clean):
        return None
    for start in islice(_STARTS.finditer(clean), 8):
        of = clean[: start.start()].rstrip(" :,")
        if not _NO_MEASURE.search(of) and (
            target := _sentence(text, clean[start.start() :].lstrip(" :"))
        ):
            return replace(target, of=of)
    return None


def _value(text: str, clean: str, m: re.Match[str]) -> Target:
    trend = _WAYS[m["way"]] if m["way"] else None
    op, unit = _op(clean, m), _unit_of(clean, m)
    _check(clean, m, unit)
    low, high = _number(m["value"], unit), _number(m["high"], unit) if m["high"] else None
    if low is None or (m["high"] and high is None):
        return Target(text, op, unit=unit, trend=trend, ambiguous=True)
    if (
        m["way"]
        and m["tu"]
        and m["to"]
        and ((trend is Trend.UP and not is_step(unit)) or (high is not None and high < low))
    ):
        # "tăng từ 3 đến 5%" and "giảm từ 5% đến 3%" may be where it starts and ends
        raise _several(clean)
    if high is not None and high < low:
        raise UnreadableTarget(TargetFault.BACKWARDS, clean)
    return Target(text, op, low, high, unit, trend)


def _unit_of(clean: str, m: re.Match[str]) -> str | None:
    unit = _unit(clean[slice(*m.span("unit"))], listed=bool(m["of"]))
    if not m["high"]:
        return unit
    upper = _unit(clean[slice(*m.span("unit2"))])
    money = {_MONEY.get(_measure(each or "")) for each in (unit, upper)}
    if unit and upper and (len(money) > 1 or not same_measure(unit, upper)):
        raise _several(clean)
    return max(upper or "", unit or "", key=len) or None


def _check(clean: str, m: re.Match[str], unit: str | None) -> None:
    """Refuse what fits a sentence but may mean another thing."""
    way, level, words = m["way"], m["level"], (unit or "").lower()
    compared = way or "hon" in (m["op"] or "")
    unsure = (
        # "vượt trên 5% kế hoạch" goes 5% beyond a plan.
        _PLANNED.search(words) and (way or "vuot" in (m["op"] or "")),
        # "cao hơn 2022" and "tăng 2022" mean the year; "105% so với năm 2022" is a share of that.
        compared and unit is None and re.fullmatch("(?:19|20)[0-9]{2}", m["value"]),
        m["since"] and not way,
        # "tăng lên 2 bậc" goes by two, or to the second; "tăng lên từ 85%" starts there.
        level and (m["tu"] or _measure(words) in _STEPS),
        m["of"] and (way or m["high"] or not _counts_so_many(m["value"], m["of"], words)),
    )
    if any(unsure):
        raise UnreadableTarget(TargetFault.PART_UNREAD, clean)


_MEASURES = {
    "ha", "m", "m2", "m3", "km", "km2", "kg", "tạ", "tấn", "tan", "lít", "lit", "mw", "kw", "kwh", "gb", "tb",
    "đồng", "dong", "vnđ", "vnd", "tr", "trđ", "trd", "nghìn", "nghin", "ngàn", "ngan", "vạn", "van",
    "triệu", "trieu", "tỷ", "tỉ", "ty", "ti",
}  # fmt: skip
"""Units of which there are parts: "5/8 ha" is less than one."""


def _counts_so_many(part: str, whole: str, words: str) -> bool:
    """Tell whether "35/70 xã" counts xã, as "2/3 số hộ", "1/3 xã" and "02/2023" need not."""
    named = words.split()
    if not named or not part.isdigit() or not 0 < int(part) <= int(whole) <= 999:
        return False
    return named[0] not in _FILLERS | _MEASURES and (int(whole) >= 5 or int(part) == int(whole))


def _op(clean: str, m: re.Match[str]) -> Op:
    """Give the one operator that all the words of a target agree on."""
    ops = {_OPS[m[name]] for name in ("op", "op2") if m[name]}
    if m["end"]:
        ops.add(_ENDS.get(m["end"], Op.AT_LEAST))
    if m["high"]:
        if ops:
            raise UnreadableTarget(TargetFault.PART_UNREAD, clean)
        return Op.RANGE
    if m["tu"] and not ops:
        if m["way"]:  # "giảm từ 5%" may be where it starts
            raise UnreadableTarget(TargetFault.PART_UNREAD, clean)
        return Op.AT_LEAST
    if len(ops) > 1 or (m["tu"] and not ops <= {Op.AT_LEAST, Op.AT_MOST}):
        raise UnreadableTarget(TargetFault.PART_UNREAD, clean)
    return next(iter(ops), Op.EQUAL)


_UNIT_FORM = pattern(r"(?:[%‰]|[^\W\d_])(?:[^\W\d_]|[0-9%‰ /&.]|-(?=[^\W\d_])|,(?= ))*")
_PLANNED = pattern(r"% ?(?:kế hoạch|dự toán|chỉ tiêu)")
_PER_MANY = pattern(r" ?/ ?[0-9][^/]*$")


# Each of these is one word of several syllables, and turns nothing.
_COMPOUND = pattern(
    "dự án|công viên|hoàn thành|nông thôn mới|đạt chuẩn|kiểu mẫu|trọng điểm|đầu tư công|khu công nghiệp|cụm công nghiệp"
    "|thuộc thẩm quyền|nâng cao|giao thông|hạ tầng|khởi công|xây dựng|chuyển tiếp|tiếp theo"
)


_AND_OF = pattern(r" và (?=số )", re.IGNORECASE)
# What is finished is put to use.
_IN_USE = pattern(
    r"(?:(?<=hoàn thành)|(?<=dự án)|(?<=công trình)|(?<=công viên)),? (?:và )?đưa vào (?:sử dụng|khai thác|vận hành|hoạt động)$",
    re.IGNORECASE,
)
_AT_LENGTH = 8  # words that may say which projects or communes are counted


def _unit(words: str, *, listed: bool = False) -> str | None:
    """Give a unit of measure; up to four words that turn nothing.

    What a percentage is of may be longer, and it or what is `listed` may join its nouns by commas.
    """
    unit = _IN_USE.sub("", " ".join(words.split()))
    if not unit:
        return None
    share = unit.startswith("%")
    if share:
        unit = _AND_OF.sub(", ", unit)  # of accidents, of the dead and of the injured
    words = _COMPOUND.sub(lambda m: m[0].replace(" ", "_"), _PER_MANY.sub("", unit.lower()))
    words = words.replace("hàng năm", "hằng năm").replace(",", " ").lstrip("%‰ ")
    names = [word for word in words.split() if word not in _FILLERS]
    turns = _TURNS | {_bare(word) for word in _TURNS} if unit.isascii() else _TURNS
    most = _AT_LENGTH if counts_wholes(unit) else 4
    long = len([name for name in names if name not in _SCALE_WORDS]) > most and not share
    apart = "," in unit and (unit.startswith("%,") or not (share or listed))
    if long or apart or not turns.isdisjoint(names) or not _UNIT_FORM.fullmatch(unit):
        raise UnreadableTarget(TargetFault.PART_UNREAD, unit)
    return unit


# ---- notes and names beside a value -------------------------------------------------------------

_NOTE = pattern(r" ?\(([^()]+)\)")
_NO_MEASURE = pattern(r"[0-9]|\b(?:không|chưa|chẳng)$")
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
_NARROWING = _TURNS | {"phần", "chỉ", "tùy", "tuỳ", "dự"}
_AND = pattern(r", và |[,;] ?| và ")
# What names a measure, and where its value may begin.
_MEASURED = pattern(r"(?:t[ỷỉ] lệ|số|chỉ số|xếp hạng|tai nạn) [^\W\d_]", re.IGNORECASE)
_STARTS = pattern(
    r"(?: ?:|,? (?:(?:phấn đấu )?đạt|phấn đấu|là|tăng|giảm|còn|trên|dưới|tối thiểu|ít nhất|từ)\b)"
)


def _letters(words: str) -> int | None:
    """Give a number below a hundred that is written out: "hai mươi mốt" is 21."""
    m = _IN_LETTERS.fullmatch(words.strip().lower().removesuffix("phần trăm").strip())
    if m is None or not words.strip():
        return None
    tens = 10 if m["ten"] else 10 * _DIGITS.get(m["tens"] or "", 0)
    return tens + _DIGITS.get(m["one"] or "", 0)


def _share(words: str) -> Decimal | None:
    """Give a share as a percentage: "17/20 xã" is 85."""
    m = _PART_OF.fullmatch(words.strip())
    if m is None or not 0 < int(m[1]) <= int(m[2]):
        return None
    return Decimal(100 * int(m[1])) / int(m[2])


def _only_tells(note: str, target: Target) -> bool:
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


_NOT_VALUES = pattern(
    rf"[0-9]+(?:/[0-9]+)+|[0-9]+/[^\W\d_]+-[\w-]+|\bnam {_YEAR}(?: ?[,-] ?{_YEAR})*"
    rf"|\b(?:quý|tháng|ngày) (?:[0-9]+|[ivx]+(?=/))(?:/[0-9]+)*(?: ?[,-] ?{_YEAR})*"
    rf"|(?<=[^\W\d_] ){_YEAR}(?: ?[-,] ?{_YEAR})*(?! ?[^\W\d_]| ?%)|(?<=\(){_YEAR}(?=\))"
)
_VALUES = pattern(rf"{_NUMBER} ?%?(?: ?- ?{_NUMBER} ?%?)?")
_SPANS = pattern(rf"{_NUMBER}(?: ?%?(?: ?- ?| den ){_NUMBER})?")
_PART = pattern(rf"{_NUMBER} ?[%‰]?(?: ?[^\W\d_]+){{0,6}}")
_SHOWN = 5  # parts of a cell that a message names


def _several(clean: str) -> UnreadableTarget:
    """Refuse a text with several values, and name them, each with the words that it counts."""
    key = _key(clean)
    spans = [m.span() for m in _NOT_VALUES.finditer(key)]
    found = (m for m in _PART.finditer(clean) if not any(a <= m.start() < b for a, b in spans))
    parts = [
        " ".join(takewhile(lambda word: word.lower() not in _TURNS, m[0].split())).replace(
            "_", " "
        )
        for m in islice(found, _SHOWN + 1)
    ]
    told = [*parts[:_SHOWN], *(["..."] if len(parts) > _SHOWN else [])]
    return UnreadableTarget(TargetFault.SEVERAL_TARGETS, "; ".join(told))


def _refusal(clean: str, key: str) -> UnreadableTarget:
    if not re.search("[0-9]", key):
        return UnreadableTarget(TargetFault.NO_NUMBER, clean)
    told = _NOT_VALUES.sub(lambda m: " " * len(m[0]), key)
    if len(_SPANS.findall(told)) > 1:
        return _several(clean)
    values = [m.span() for m in _VALUES.finditer(told)]
    edges = [0, *(edge for span in values for edge in span), len(clean)]
    parts = (clean[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    rest = " … ".join(filter(None, parts))
    return UnreadableTarget(TargetFault.PART_UNREAD, rest or clean)
