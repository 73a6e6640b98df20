"""Deadlines and spans of time, read from the words of a plan.

One road: the text is cleaned, its known words become a plain key ("Trước ngày 15/2" → "truoc
ngay 15/2"), the points in time in the key become P ("truoc P"), and what is left must be one of
the few sentences below. Whatever is not, is refused. (Longer than a file should be: half of it is
the tables of what officials write.)
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.patterns import laid_out, pattern


class Relation(StrEnum):
    """How an end was worded."""

    BEFORE = "before"
    BY = "by"


class PeriodFault(StrEnum):
    """Why a text was not read as a period."""

    EMPTY = "empty"
    NOT_A_DATE = "not-a-date"
    IMPOSSIBLE_DATE = "impossible-date"
    TWO_DIGIT_YEAR = "two-digit-year"
    SEVERAL_DATES = "several-dates"
    BACKWARDS = "backwards"
    OTHER_CALENDAR = "other-calendar"
    PART_UNREAD = "part-unread"


class Period(Struct, frozen=True):
    """A deadline or span of time as a plan writes it.

    `text` keeps the words untouched, `condition` those of a condition ("sau khi được phê duyệt").
    `end` is the last day still in time; None where the words fix none, as "thường xuyên".
    """

    text: str
    start: date | None = None
    end: date | None = None
    relation: Relation | None = None
    standing: bool = False
    recurring: bool = False
    condition: str | None = None


class UnreadablePeriod(ValueError):
    """A text that cannot surely be read as a period; `rest` holds the words not understood."""

    def __init__(self, reason: PeriodFault, rest: str = "") -> None:
        super().__init__(reason, rest)
        self.reason = reason
        self.rest = rest

    def __str__(self) -> str:
        return f"{self.reason}: {self.rest}" if self.rest else str(self.reason)


def read_period(text: str, year: int) -> Period:
    """Read a deadline or span of time; `year`, the directive's, stands where the text names none.

    A month, quarter, half or year runs from its first to its last day. Đầu, giữa, cuối năm are
    01/01, 30/06 and 31/12; đầu, giữa, cuối tháng are the 1st, the 15th and the last day (Civil
    Code 2015, art. 146). "Trước D" ends on the day before D.
    Raises UnreadablePeriod where the reading is not sure: nothing is guessed, no word dropped.
    """
    if len(text) > _LONGEST:
        raise UnreadablePeriod(PeriodFault.NOT_A_DATE, text[:_LONGEST])
    return _read(text, year)


# A cell that is longer tells a story, not a time; the bound also keeps every pattern quick.
_LONGEST = 600
YEARS = range(1900, 2101)
"""The years that a date may lie in, in a plan and in data: another is a slip of the hand."""


# ---- words --------------------------------------------------------------------------------------

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0x00AF], "-")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    0x2192: "-",
    0x2160: "I",
    0x2161: "II",
    0x2162: "III",
    0x2163: "IV",
    0x2044: "/",
    0x2026: "...",
}
_CHARACTERS = {**_INVISIBLE, **_DASHES, **_FULL_WIDTH, **_SIGNS}
# A stop of our own: nothing reads on over it.
_STOP = "¦"
# What says nothing of the time: the marks of a note, and the midnight that Excel adds to a day.
_IDLE = pattern(
    r" ?(?:\[[0-9]{1,2}\]|[¹²³⁰⁴-⁹]+|\(\*+\)|\(dự kiến\)|\*+)$"
    r"|(?:(?<=-[0-9]{2})[ T]0|(?<=[/.-][0-9]{4}) 0?)0:00(?::00)?$"
)
# Two lines that each start with a dash are a list, never the two ends of a range.
_BULLET = pattern(r"\n\s*[-+*•]\s")
_STOPS = " .,;“”‘’\"'"

_WORD_TABLE = """
    ngày tháng năm quý qúy từ đến tới hết trước trong đầu giữa cuối nửa của cả suốt vào và các
    những tiếp theo kế sau trở đi nay bắt chậm muộn trễ nhất không quá hơn là giai đoạn thời kỳ
    hạn chót cùng gian điểm hoàn thành hòan xong thực hiện triển khai dự kiến phấn đấu thường
    xuyên liên tục định hằng hàng mỗi nhiệm vụ công việc tuần lần khi kể tùy tuỳ thuộc vòng làm
    đột xuất giờ phút số từng ít kết thúc phải
"""
_WORDS = _WORD_TABLE.split()
_NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


# A word counts in its right spelling or with no marks at all: "quỹ" is a fund, never a quarter.
_LEXICON = {
    **{_bare(word): _bare(word) for word in _WORDS},
    **{_bare(word): f"#{number}" for word, number in _NUMBER_WORDS.items()},
    **{word: f"#{number}" for word, number in _NUMBER_WORDS.items()},
    **{word: _bare(word) for word in _WORDS},
    **{f"{word}{roman}": f"quy {roman}"
       for word in ("q", "quý", "quí", "qúy", "quy") for roman in ("i", "ii", "iii", "iv")},
    "q": "quy",
    "quí": "quy",
    "qui": "quy",
    "kì": "ky",
    "tư": "#4",  # without its mark it is "từ"
    "sáu": "#6",  # without its mark it is "sau"
    "thứ": "thu",  # without its mark it is an autumn
}  # fmt: skip
_TOKEN = pattern(r"[0-9]+|[^\W\d_]+|\S")


class _Key(NamedTuple):
    """The plain key of a text, and where each of its words stands in the cleaned text."""

    clean: str
    text: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def words(self, start: int, end: int) -> str:
        """Give the original words from one place in the key to another."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        return self.clean[self.spans[first][0] : self.spans[last][1]]

    def left(self, masked: str) -> str:
        """Give the original words of what a masked key still shows, gaps as "…"."""
        shown = re.finditer(rf"[^ ;{_STOP}](?:[^;{_STOP}]*[^ ;{_STOP}])?", masked)
        return " … ".join(self.words(*m.span()) for m in shown)


def _key(text: str) -> _Key:
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS)).strip()
    clean = " ".join(_BULLET.sub(f" {_STOP} ", text).split()).lstrip("“‘\"'")
    core = clean.rstrip(_STOPS)
    clean = clean if "..." in clean[len(core) :] else core  # three stops leave something out
    clean = _IDLE.sub("", clean)
    clean = clean[1:].lstrip() if clean[:1] in {"-", "+", "*", "•"} else clean
    if clean.startswith("(") and clean.endswith(")") and clean.count("(") == 1:
        clean = clean[1:-1].strip()
    key, at, ended, glued = "", -1, 0, True
    starts, spans = [], []
    for token in _TOKEN.finditer(clean):
        start, end = token.span()
        raw = token[0].lower()
        word = _LEXICON.get(raw, raw)
        tight = start == ended
        opens = end < len(clean) and clean[end] != " "  # something follows at once
        if word == ".":
            if (tight and key.endswith(("quy", " t"))) or key == "t":
                ended, glued = end, False  # "Q.II"
                continue
            loose = not (tight and opens and clean[start - 1].isdigit() and clean[end].isdigit())
        else:
            loose = word == "-" and not (tight and opens)
        word = "~" if word == "-" and loose else word
        joins = word == "/" or (word in {"-", "."} and not loose)
        if key and not joins and not glued:
            key += " "
        at = len(key)
        key, glued, ended = key + word, joins, end
        starts.append(at)
        spans.append((start, end))
    return _Key(clean, key, tuple(starts), tuple(spans))


# ---- points in time -----------------------------------------------------------------------------

_NUMBER = r"(?:[0-9]{1,2}|#10 #[12]|#[0-9]+)"
# What may bring a year in: "/2023", ", năm 2023", " (2023)", "-2023", ".2023", " - 2023", " 2023".
# Only after the first two are fewer digits a year cut short.
_OF_YEAR = (
    r"(?:(?:/|(?: ,)? nam |(?P<NAME_open> \( )(?:nam )?(?=[0-9]{4} \)$)"
    r"|(?:-| ?\. ?| ~ (?![0-9]+(?:-| ~ )[0-9])|(?: ,)? )(?=[0-9]{4}\b))"
    r"(?P<NAME>[0-9]+)(?(NAME_open) \)))?"
)


def _of_year(name: str) -> str:
    return _OF_YEAR.replace("NAME", name)


_FORMS = {
    "iso": r"(?:ngay )?(?P<iso_y>[0-9]{4})(?P<iso_s>[/.-])(?P<iso_m>[0-9]{1,2})(?P=iso_s)"
    r"(?P<iso_d>[0-9]{1,2})",
    # "20 - 11 - 2023" is a day; "3 - 6 - 2023" may be from March to June.
    "full": r"(?:ngay )?(?P<full_d>[0-9]{1,2})(?P<full_s>[/.-]|(?<=1[3-9]|[23][0-9]) ~ )"
    r"(?P<full_m>[0-9]{1,2})(?P=full_s)(?P<full_y>[0-9]+)",
    # "15.3" alone may be a number, but not before "- 20.3.2023".
    "dotted": r"(?:ngay )?(?P<dotted_d>[0-9]{1,2})\.(?P<dotted_m>[0-9]{1,2})"
    r"(?=(?:-| ~ | den (?:het )?(?:ngay )?)[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})",
    "said": r"(?:ngay )?(?P<said_d>[0-9]{1,2}) thang "
    rf"(?P<said_m>{_NUMBER}){_of_year('said_y')}",
    "part": rf"(?:(?P<part_n>{_NUMBER}) thang|nua) (?P<part_e>dau|cuoi)(?:(?: cua)? nam"
    rf"(?: (?P<part_y>[0-9]+)|{_of_year('part_x')})| (?P<part_z>[0-9]{{4}}))",
    "month": r"(?P<month_w>thang|t) "
    rf"(?P<month_n>{_NUMBER}|nam(?= nam [0-9])){_of_year('month_y')}",
    "number": r"(?P<number_n>[0-9]{1,2})[/.-](?P<number_y>[0-9]{4})",
    # Only as the end of a range or list: "5 năm 2021" are five years.
    "last": r"(?:(?<=(?:den|[0-9] ~|[0-9] ,| va) )|(?<=[0-9]-))(?P<last_n>[0-9]{1,2}) nam "
    r"(?P<last_y>[0-9]{4})",
    "turned": r"(?P<turned_y>[0-9]{4})[/-](?P<turned_n>[0-9]{1,2})",
    "short": r"(?:ngay )?(?P<short_d>[0-9]{1,2})/(?P<short_m>[0-9]{1,2})"
    r"(?:(?: ,)? (?:nam )?(?P<short_y>[0-9]{4}))?(?!/)",
    "quarter": rf"quy (?P<quarter_n>[ivx]+|{_NUMBER}){_of_year('quarter_y')}",
    "year": r"(?:(?:ca |suot )?nam (?P<year_y>[0-9]+)|(?:ca|suot) nam|(?<=trong )nam"
    r"|(?<=het )nam|(?<=dau )nam|(?<=giua )nam|(?<=cuoi )nam|(?P<year_z>[0-9]{4}))",
    "roman": rf"(?P<roman_n>i|ii|iii|iv){_of_year('roman_y')}",
    "bare": r"(?P<bare_w>ngay )?(?P<bare_n>[0-9]{1,2})",
}
_HOUR = (
    r"(?P<hour>(?P<hour_n>[0-9]{1,2}) (?:(?:h|gio)(?: [0-9]{2})?(?: phut)?|: [0-9]{2})(?: ,)?)"
    r"(?= ngay [0-9])"
)
_POINT = pattern(
    rf"(?<![\w#])(?:{_HOUR}|(?:(?<!han )(?P<edge>dau|giua|cuoi) )?"
    rf"(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())}))(?!\w)"
)
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class _Point(Struct, frozen=True):
    """A point in time as named, perhaps still lacking what its neighbour says."""

    level: str  # "day" "month" "quarter" "part" "year"; "" for a bare number
    number: int = 0  # its number; months of a part, below zero from the year's end
    month: int = 0  # of a day; 0 in "ngày 15"
    year: int | None = None
    edge: str = ""
    form: str = ""


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    if len(digits) == 2:
        raise UnreadablePeriod(PeriodFault.TWO_DIGIT_YEAR, digits)
    if len(digits) != 4 or int(digits) not in YEARS:
        raise UnreadablePeriod(PeriodFault.NOT_A_DATE, digits)
    return int(digits)


def _number(word: str) -> int:
    return sum(map(int, word.replace("#", "").split()))


def _point(m: re.Match[str]) -> _Point:
    form, edge = m.lastgroup or "", m["edge"] or ""
    match form:
        case "iso" | "full" | "dotted" | "said" | "short":
            return _day_point(m, form, edge)
        case "part":
            return _part(m, edge)
        case "month":
            number = 5 if m["month_n"] == "nam" else _number(m["month_n"])
            return _Point("month", number, 0, _year(m["month_y"]), edge, m["month_w"])
        case "number" | "turned" | "last":
            number = int(m[f"{form}_n"])
            if form == "turned" and number > 12:  # "2021-25"
                raise UnreadablePeriod(PeriodFault.TWO_DIGIT_YEAR, m["turned_n"])
            year = _year(m[f"{form}_y"])
            return _Point("month", number, 0, year, edge, "number" if form == "last" else form)
        case "quarter":
            return _quarter(m["quarter_n"], _year(m["quarter_y"]), edge)
        case "year":
            return _Point("year", 0, 0, _year(m["year_y"] or m["year_z"]), edge, form)
        case "roman":
            return _Point("", _ROMANS[m["roman_n"]], 0, _year(m["roman_y"]), edge, form)
        case _:
            return _Point("day" if m["bare_w"] else "", int(m["bare_n"]), 0, None, edge, form)


def _day_point(m: re.Match[str], form: str, edge: str) -> _Point:
    number, month = int(m[f"{form}_d"]), _number(m[f"{form}_m"])
    year = None if form == "dotted" else _year(m[f"{form}_y"])
    if form == "short" and year is None and month > 12 >= number:  # "2/23"
        raise UnreadablePeriod(PeriodFault.TWO_DIGIT_YEAR, m[0])
    return _Point("day", number, month, year, edge, form)


def _part(m: re.Match[str], edge: str) -> _Point:
    months = _number(m["part_n"] or "6")
    if not 1 <= months <= 11:
        raise UnreadablePeriod(PeriodFault.IMPOSSIBLE_DATE, m[0])
    signed = months if m["part_e"] == "dau" else -months
    year = _year(m["part_y"] or m["part_x"] or m["part_z"])
    return _Point("part", signed, 0, year, edge, "part")


def _quarter(word: str, year: int | None, edge: str) -> _Point:
    if word[0] in "ivx":
        return _Point("quarter", _ROMANS.get(word, 0), 0, year, edge, "roman")
    return _Point("quarter", _number(word), 0, year, edge, "quarter")


def _dated(point: _Point) -> bool:
    """Tell whether a point names a time by itself, as "15" and "ngày 15" do not."""
    return point.form not in {"bare", "roman"} or point.level == "quarter"


def _days(point: _Point, year: int) -> tuple[date, date]:
    """Give the first and the last day of a point."""
    start, end = _whole(point, year if point.year is None else point.year)
    match point.edge, point.level:
        case "", _:
            return start, end
        case "dau", "month" | "quarter" | "year":
            return start, start
        case "cuoi", "month" | "quarter" | "year":
            return end, end
        case "giua", "month":
            return start.replace(day=15), start.replace(day=15)
        case "giua", "year":
            return start.replace(month=6, day=30), start.replace(month=6, day=30)
    # No source fixes the middle of a quarter, nor the edge of a day.
    raise UnreadablePeriod(PeriodFault.PART_UNREAD)


def _whole(point: _Point, year: int) -> tuple[date, date]:
    number = point.number
    match point.level:
        case "day" if point.month:
            return (day := _day(year, point.month, number)), day
        case "month" if point.form != "t" or point.year is not None:  # "T6" alone is a Friday, too
            return _day(year, number, 1), _day(year, number)
        case "quarter":
            return _day(year, number * 3 - 2, 1), _day(year, number * 3)
        case "part" if number > 0:
            return _day(year, 1, 1), _day(year, number)
        case "part":
            return _day(year, 13 + number, 1), _day(year, 12)
        case "year":
            return _day(year, 1, 1), _day(year, 12)
    raise UnreadablePeriod(PeriodFault.NOT_A_DATE)


def _day(year: int, month: int, day: int | None = None) -> date:
    """Give a day, or the last of the month."""
    try:
        if day is not None:
            return date(year, month, day)
        first = date(year, month, 1)
        return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        raise UnreadablePeriod(PeriodFault.IMPOSSIBLE_DATE) from None


# ---- neighbours ---------------------------------------------------------------------------------


def _fill(points: list[_Point], year: int) -> list[_Point]:
    """Let each point of a range or list take from its neighbours what it leaves out."""
    _level(points)
    _month(points)
    following = None
    for index in range(len(points) - 1, -1, -1):
        point = points[index]
        if point.year is None and following is not None:
            points[index] = replace(point, year=following)
        following = points[index].year
    known = next((point.year for point in points if point.year is not None), year)
    if known != year and any(point.year is None for point in points):
        # "từ 15/11/2022 đến 30/6": of which year?
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    return points


def _level(points: list[_Point]) -> None:
    for index, point in enumerate(points):
        before = points[index - 1] if index else None
        if before and before.level == "quarter" and point.form == "number":  # "Quý 1 - 3/2023"
            if before.form == "roman" or before.year is not None or point.number > 4:
                raise UnreadablePeriod(PeriodFault.PART_UNREAD)
            points[index] = replace(point, level="quarter", form="quarter")
        elif point.level == "":
            beside = before or next((each for each in points if each.level), point)
            if beside.level == "year" and point.form == "bare":
                raise UnreadablePeriod(PeriodFault.TWO_DIGIT_YEAR)
            romans = beside.form == "roman" and beside.level == "quarter"
            if beside.level not in {"day", "month", "quarter"} or (
                romans if point.form == "bare" else not romans
            ):
                raise UnreadablePeriod(PeriodFault.NOT_A_DATE)
            points[index] = replace(point, level=beside.level, form=beside.form)


def _month(points: list[_Point]) -> None:
    for index in range(len(points) - 2, -1, -1):
        point, after = points[index], points[index + 1]
        if point.level == "day" and not point.month:
            if after.level != "day":
                raise UnreadablePeriod(PeriodFault.PART_UNREAD)
            points[index] = replace(point, month=after.month)


def _range(points: list[_Point], year: int, *, worded: bool) -> tuple[date, date]:
    left, right = points
    own = left.year is not None and right.year is not None
    left, right = _fill(points, year)
    # "Quý II - 2023" may be one quarter or a range, "15/02-2023" a slip, and "tháng 3" in "tháng 3
    # đến năm 2025" is of no certain year.
    if left.level != right.level:
        yearly = "year" in {left.level, right.level}
        if (yearly or not own) and not worded:
            raise UnreadablePeriod(PeriodFault.PART_UNREAD)
        if yearly and not own and right.year not in {None, year}:
            raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    start, end = _days(left, year)[0], _days(right, year)[1]
    if end < start:
        raise UnreadablePeriod(PeriodFault.BACKWARDS)
    return start, end


def _list(points: list[_Point], year: int, *, apart: bool) -> tuple[date, date]:
    """Give the span of months, quarters or years that follow each other; days make none."""
    # "Quý I; Quý II/2023" share a year, "Quý I/2023; Quý II/2023" are two things.
    two = apart and any(point.year is not None for point in points[:-1])
    points = _fill(points, year)
    levels = {point.level for point in points}
    edged = any(point.edge for point in points)  # "cuối năm 2023, đầu năm 2024"
    if two or edged or len(levels) > 1 or not levels <= {"month", "quarter", "year"}:
        raise UnreadablePeriod(PeriodFault.SEVERAL_DATES)
    spans = [_days(point, year) for point in points]
    for (_, end), (start, _) in pairwise(spans):
        if start != end + timedelta(days=1):
            raise UnreadablePeriod(PeriodFault.SEVERAL_DATES)
    return spans[0][0], spans[-1][1]


# ---- sentences ----------------------------------------------------------------------------------


_LEAD = laid_out(
    r"""
    (?:(?:thoi (?:han|gian|diem)|han(?! (?:chot|cuoi))|du kien|phan dau|phai(?= hoan thanh)
    |ngay(?= hoan thanh)|hoan thanh|xong|ket thuc|trien khai|thuc hien|:)(?: |$))+
    """
)
_LATEST = (
    r"(?:(?:cham|muon|tre) nhat|khong (?:muon|cham|tre) hon|khong qua"
    r"|han (?:chot|cuoi(?: cung)?)(?: :)?)"
)
_SENTENCE = laid_out(
    rf"""
    (?P<before>(?:{_LATEST} (?:la )?|(?:den|toi) )?truoc (?:H )?P)
    |(?P<by>(?:{_LATEST}(?: (?:la|vao|den|trong|het))*|(?:tu nay )?(?:den|toi)(?: het)?|het)
    \x20(?:H )?P)
    |(?P<within>(?:ngay )?trong P)
    |(?P<since>(?:(?:ngay|bat dau(?: trien khai)?(?: thuc hien)?|ke) )?tu P(?: tro di)?|P tro di)
    |(?P<span>(?:vao )?(?:H )?P)
    |(?P<range>(?:trong )?(?:(?:(?:ca|suot) )?(?:giai doan|thoi ky) )?
    (?:(?:ngay|bat dau|ke) )?(?:tu )?
    P(?: (?:den|toi)(?: het)? | ~ |-)P)
    |(?P<list>(?:trong )?P(?:(?: ,| va| , va| &| \+| ;) P)+)
    """
)
# The same time said twice, the second time in brackets: "Năm 2023 (quý IV)".
_TWICE = pattern(r"(?P<said>.+) \( (?P<again>[^()]+) \)")
_AND_ON = pattern(r"(?: va| ,) (?:cac|nhung) nam (?:tiep theo|ke tiep|tiep|sau)$")

# "hằng quý", but never the "quý" of "quý II" nor the "năm" of "năm 2023".
_EACH = r"(?:nam|quy|thang|tuan|ngay)"
_ONCE = r"(?:/| (?:#1|0?1) )lan"
_EVERY = rf"{_EACH}(?:{_ONCE})?(?! ?[#0-9]| [ivx]+\b|/[0-9]|\w)"
_OR = r"(?: ,| va| , va|/) ?"
_OFTEN = rf"{_EVERY}(?:{_OR}(?:(?:hang|moi) )?(?:[0-9]{{1,2}} )?{_EVERY})*"
_OF_QUARTER = r"thang (?:dau|cuoi) (?:cua )?(?:(?:hang|moi|tung) (?=quy))?"
_STANDING = laid_out(
    rf"""
    (?<![\w#])(?:(?:(?:nhiem vu|cong viec|thuc hien) )?thuong xuyen\b|lien tuc\b
    |(?P<again>(?:hang|moi|#1|0?1) {_EACH} (?:it nhat )?#?[0-9]{{1,2}} lan\b
    |(?:(?:vao )?(?:dau|giua|cuoi) )?(?:hang|moi|tung|theo(?: tung)?) {_OFTEN}
    |(?:(?:(?:truoc|vao|den|cham nhat) )?ngay (?:0?[1-9]|[12][0-9]|30) (?:cua )?{_OF_QUARTER}quy
    |(?:vao )?{_OF_QUARTER}(?:hang|moi|tung) quy)(?! ?[#0-9]| [ivx]+\b)
    |dinh ky\b(?: (?:[0-9]{{1,2}} )?{_OFTEN})?
    |(?:[0-9]{{1,2}} )?{_EACH}{_ONCE}\b
    |(?:it nhat )?[0-9]{{1,2}} lan/{_EACH}\b
    |(?:thang{_OR}quy|(?:quy|[0-9]{{1,2}} thang){_OR}(?:[0-9]{{1,2}} )?{_EVERY})
    (?:{_OR}(?:[0-9]{{1,2}} )?{_EVERY})*))
    """
)
# "trước 15/12 hằng năm", "ngày 20 hằng tháng": the day of each round.
_ROUND = pattern(r"(?:hang|moi) (?P<each>nam|thang)")
_SEVERAL_BEFORE = pattern(r"truoc P(?:(?: ,| va) (?:truoc )?P)+")
_LEAP_YEAR = 2024
_CONDITION = laid_out(
    rf"""
    (?:^|(?<=[ (]))(?:(?:ngay )?(?:sau |truoc )?khi|ke tu khi|dot xuat|tuy(?: theo| thuoc)?
    |(?<!tiep )theo(?! (?:doi|dõi)\b| (?:tung )?{_EACH}(?: ?[,;{_STOP})/]| va\b|$))
    |trong (?:suot )?qua tr[ìi]nh
    |[0-9]{{1,3}} {_EACH}(?: lam viec)? sau khi
    |(?:sau|trong)(?: vong| thoi (?:han|gian))? [0-9]{{1,3}} {_EACH}(?: lam viec)? (?:ke )?tu
    |(?:(?:cham nhat|khong qua)(?: sau)? )?[0-9]{{1,3}} {_EACH}(?: lam viec)? ke tu)\b
    """
)
# The number, date and year of a paper inside a condition are no deadline.
_PAPER = pattern(
    r"(?:\bso [0-9]+|\b[0-9]+(?=[/-][^\W\d_]))[^ ]*(?: ngay [0-9]+/[0-9]+/[0-9]{4})?"
    r"|\b(?:ke ho[ạa]ch|ch[ưu][ơo]ng tr[ìi]nh)(?: cong t[áa]c)? nam [0-9]{4}\b"
)
_TIMED = laid_out(
    r"""
    (?<!#)[0-9]|\b(?:quy|thang) (?:#|[ivx]+\b)
    |\b(?:dau|giua|cuoi|het|ca|suot|trong|truoc) (?:nam|quy|thang|ngay)\b
    """
)
_ENDS = pattern(rf"^(?:[ ,;{_STOP}()/~-]|va\b)+|(?:[ ,;{_STOP}()/~-]|\bva)+$")
_WEEKDAY = pattern(
    r"(?:\( |, )?(?<!\w)(?:thu (?:#?(?P<number>[2-7])|nam)|(?P<sunday>chủ nhật))(?!\w|/)(?: \)| ,)?"
)
_COUNTED_YEARS = pattern(
    r"(?<![\w#])(?P<count>[0-9]{1,2}) nam (?P<open>\( )?(?P<a>[0-9]{4})(?:-| ~ )(?P<b>[0-9]{4})"
    r"(?(open) \))(?!\w)"
)


# What most cells hold: to make the expressions ready that all others need takes longer than to read a plan.
_PLAIN = pattern(
    r"(?:(?:(?P<day>[0-9]{1,2})/|[Tt]háng )?(?P<month>[0-9]{1,2})|[Qq]uý (?P<quarter>I{1,3}|IV))/(?P<year>[0-9]{4})"
)


def _plain(text: str, year: int) -> Period | None:
    """Read 31/12/2023, Tháng 10/2023, 10/2023, Quý IV/2023 or Thường xuyên as `_sentence` would; None for all else, and where no such day is."""
    if text == "Thường xuyên":
        return Period(text, standing=True)
    m = _PLAIN.fullmatch(text)
    if m is None:
        return None
    try:
        of = _year(m["year"])
        if m["quarter"]:
            point = _quarter(m["quarter"].lower(), of, "")
        elif m["day"]:
            point = _Point("day", int(m["day"]), int(m["month"]), of)
        else:
            point = _Point("month", int(m["month"]), 0, of)
        start, end = _days(point, year)
    except UnreadablePeriod:
        return None
    return Period(text, start=start, end=end)


@lru_cache(maxsize=4096)
def _read(text: str, year: int) -> Period:
    if known := _plain(text, year):
        return known
    key = _key(text)
    if not key.clean.strip("-_.,; "):
        raise UnreadablePeriod(PeriodFault.EMPTY)
    try:
        return _sentence(text, key, year)
    except UnreadablePeriod as fault:
        if _OTHER_CALENDAR.search(key.clean.lower()):
            raise UnreadablePeriod(PeriodFault.OTHER_CALENDAR, key.clean) from None
        note = _NOTE.search(key.clean)
        if note is None or (period := _without(note, year)) is None:
            raise UnreadablePeriod(fault.reason, fault.rest or key.clean) from None
        if not _OF_A_PAPER.fullmatch(note[1].strip().lower()):
            raise UnreadablePeriod(fault.reason, note[0].strip()) from None
        return replace(period, text=text)


# What no rule turns into a day: each city sets its school year, each year its feasts.
_OTHER_CALENDAR = pattern(
    r"\b(?:năm học|học k[ỳì]|âm lịch|âl|tết|nguyên đán|trung thu|(?:mùa|dịp|nghỉ) hè|mùa (?:xuân|thu|đông|vụ|mưa|khô)"
    r"|vụ (?:xuân|mùa|hè thu|đông)|niên vụ|rằm|m[ùồ]ng|tháng (?:giêng|chạp))\b|^hè\b"
)
# What is due by then, "(báo cáo năm)": it says nothing of the time, unless one of these words stands in it.
_NOTE = pattern(r" ?\(([^()]+)\)$")
_TURNING = (
    "nếu|khi|sau|trước|trừ|chưa|không|theo|tùy|tuỳ|hằng|hàng|định|mỗi|lần|hoặc|hay|từ|đến|tới"
    "|thường|riêng|cuối|đầu|giữa|hết|dự kiến|trong|quá"
)
_OF_A_PAPER = pattern(
    rf"(?:báo cáo|tờ trình|dự thảo|kế hoạch|hồ sơ|văn bản)(?: 0?[69] tháng)?(?: (?!(?:{_TURNING})\b)[^\W\d_]+)*"
)


def _without(note: re.Match[str], year: int) -> Period | None:
    try:
        return _read(note.string[: note.start()], year)
    except UnreadablePeriod:
        return None


def _sentence(text: str, key: _Key, year: int) -> Period:
    masked, condition = _set_condition_aside(key)
    often = list(_STANDING.finditer(masked))
    masked = _mask(masked, (m.span() for m in often))
    weekdays = [_weekday(m) for m in _WEEKDAY.finditer(masked)]
    masked = _COUNTED_YEARS.sub(_uncounted, _WEEKDAY.sub(lambda m: " " * len(m[0]), masked))
    points: list[re.Match[str]] = []

    def named(m: re.Match[str]) -> str:
        points.append(m)
        return "H" if m["hour"] else "P"

    sentence = " ".join(_POINT.sub(named, masked).split())
    if often or condition:
        sentence = _ENDS.sub("", sentence)
    sentence = _led(sentence)
    goes_on = _AND_ON.search(sentence)
    sentence = sentence[: goes_on.start()] if goes_on else sentence
    period = Period(
        text,
        standing=bool(often),
        recurring=bool(goes_on) or any(m["again"] for m in often),
        condition=condition,
    )
    times = [_point(m) for m in points if not m["hour"]]
    _check_weekdays(weekdays, times, year)
    if not sentence and (often or condition):
        return period
    if not often and (twice := _said_twice(period, sentence, points, year)):
        return twice
    if len(often) == 1 and _ROUND.fullmatch(often[0][0]):
        sentence = _SEVERAL_BEFORE.sub("truoc P", sentence)
    m = _SENTENCE.fullmatch(sentence)
    if m is None:
        rest = key.left(_mask(masked, (m.span() for m in points)))
        raise _refusal(sum(map(_dated, times)) + bool(often), bool(condition), rest)
    if often:
        _check_standing(period, m, times, year, often)
        return period
    return _said(period, m, points, year)


def _led(sentence: str) -> str:
    lead = _LEAD.match(sentence)
    return sentence[lead.end() :] if lead else sentence


def _weekday(m: re.Match[str]) -> int:
    return 7 if m["sunday"] else int(m["number"] or 5) - 1  # "thứ Hai" is the first


def _check_weekdays(weekdays: list[int], times: list[_Point], year: int) -> None:
    """Refuse a day of the week that is not that of the one day named."""
    if weekdays and not (
        len(weekdays) == len(times) == 1
        and times[0].level == "day"
        and _days(times[0], year)[0].isoweekday() == weekdays[0]
    ):
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)


def _uncounted(m: re.Match[str]) -> str:
    """Leave out a right count of years: "5 năm 2021-2025"."""
    if int(m["b"]) - int(m["a"]) + 1 != int(m["count"]):
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    return f"{m['a']}-{m['b']}".rjust(len(m[0]))


def _check_standing(
    period: Period,
    sentence: re.Match[str],
    times: list[_Point],
    year: int,
    often: list[re.Match[str]],
) -> None:
    """Refuse a time that a standing word does not plainly share."""
    turn = _ROUND.fullmatch(often[0][0]) if len(often) == 1 else None
    unsaid = turn and all(time.year is None for time in times) and sentence.lastgroup != "since"
    if turn and unsaid and turn["each"] == "thang" and not all(map(_dated, times)):
        _level(times)
        for time in times:
            if time.level != "day" or time.month or not 1 <= time.number <= 31:
                raise UnreadablePeriod(PeriodFault.PART_UNREAD)
        return
    if not all(map(_dated, times)):  # "ngày 15, thường xuyên"
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    if turn and unsaid and turn["each"] == "nam":
        for time in _fill(times, _LEAP_YEAR):
            _days(time, _LEAP_YEAR)
        return
    # "Thường xuyên trong năm 2023" is of one span, "thường xuyên; trước 20/11" of two things.
    yearly = all(time.level == "year" for time in times)
    whole = yearly and not any(time.edge for time in times)
    to_the_end = re.match("(?:tu nay )?(?:den|toi) ", sentence[0]) and times[0].edge in {
        "",
        "cuoi",
    }
    if not (
        sentence.lastgroup == "since"
        or (whole and sentence.lastgroup in {"span", "within", "range", "list"})
        or (yearly and to_the_end and sentence.lastgroup == "by")
    ):
        raise UnreadablePeriod(PeriodFault.SEVERAL_DATES)
    _days_said(sentence, times, year)


def _said_twice(
    period: Period, sentence: str, points: list[re.Match[str]], year: int
) -> Period | None:
    """Give the tighter of two times that are one, as "Năm 2023 (quý IV)"; None if it is not two."""
    m = _TWICE.fullmatch(sentence)
    if m is None:
        return None
    said = _SENTENCE.fullmatch(m["said"])
    again = _SENTENCE.fullmatch(_led(m["again"]))
    if said is None or again is None:
        return None
    years = {point.year for m in points if not m["hour"] and (point := _point(m)).year}
    year = years.pop() or year if len(years) == 1 else year
    count = len(re.findall("[HP]", m["said"]))
    one = _said(period, said, points[:count], year)
    other = _said(period, again, points[count:], year)
    for tight, wide in ((one, other), (other, one)):
        if _lies_in(tight, wide):
            return tight
    raise UnreadablePeriod(PeriodFault.SEVERAL_DATES)


def _lies_in(tight: Period, wide: Period) -> bool:
    """Tell whether a span, or else the end of "trước 30/6", lies inside another time."""
    if tight.end is None or wide.end is None:
        return False
    low = wide.start or wide.end
    first = low if tight.start is None else tight.start
    return low <= first and low <= tight.end <= wide.end and not (tight.start and not wide.start)


def _refusal(dated: int, conditional: bool, rest: str) -> UnreadablePeriod:
    if dated > 1:
        return UnreadablePeriod(PeriodFault.SEVERAL_DATES)
    if not dated and not conditional:
        return UnreadablePeriod(PeriodFault.NOT_A_DATE)
    return UnreadablePeriod(PeriodFault.PART_UNREAD, rest)


def _said(
    period: Period, sentence: re.Match[str], points: list[re.Match[str]], year: int
) -> Period:
    """Give the period with the days that its sentence says."""
    times = [_point(m) for m in points if not m["hour"]]
    hours = [int(m["hour_n"]) for m in points if m["hour"]]
    start, end = _days_said(sentence, times, year)
    if any(hour > 24 for hour in hours):
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    match sentence.lastgroup:
        case "before" if hours:
            # Before an hour of a day: the day itself is still in time, but for its first hour.
            if 0 in hours:
                raise UnreadablePeriod(PeriodFault.PART_UNREAD)
            return replace(period, end=end, relation=Relation.BY)
        case "before":
            if times[0].edge:  # "trước cuối năm": nobody means the 30th of December
                raise UnreadablePeriod(PeriodFault.PART_UNREAD)
            return replace(period, end=start - timedelta(days=1), relation=Relation.BEFORE)
        case "by":
            return replace(period, end=end, relation=Relation.BY)
        case "since":
            return replace(period, start=start)
        case _:
            relation = Relation.BY if "trong " in sentence[0] else None
            return replace(period, start=start, end=end, relation=relation)


def _days_said(sentence: re.Match[str], times: list[_Point], year: int) -> tuple[date, date]:
    words = sentence[0]
    match sentence.lastgroup:
        case "range":
            return _range(times, year, worded=" den " in words or " toi " in words)
        case "list":
            return _list(times, year, apart=";" in words)
        case _:
            return _days(times[0], year)


def _set_condition_aside(key: _Key) -> tuple[str, str | None]:
    """Give the key with its condition masked, and the original words of the condition."""
    m = _CONDITION.search(key.text)
    if m is None:
        return key.text, None
    end = len(key.text)
    if key.text[m.start() - 1 : m.start()] == "(" or key.text[m.start() - 2 : m.start()] == "( ":
        closing = key.text.find(" )", m.end())
        end = closing if closing > 0 else end
    for cut in re.finditer(rf" [,;{_STOP}()] ?", key.text[m.end() : end]):
        after = key.text[m.end() + cut.end() :]
        if _TIMED.search(after) or _STANDING.search(after):
            end = m.end() + cut.start()
            break
    if _TIMED.search(_PAPER.sub(" ", key.text[m.end() : end])):
        raise UnreadablePeriod(PeriodFault.PART_UNREAD)
    return _mask(key.text, [(m.start(), end)]), key.words(m.start(), end)


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put a stop in the place of each span, so that what stands around it does not join."""
    for start, end in spans:
        text = text[:start] + _STOP + " " * (end - start - 1) + text[end:]
    return text
