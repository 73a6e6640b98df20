"""The times that stand in a clause: by when, from when, and the years beyond."""

import re
from collections.abc import Iterator
from datetime import date

from hpdirective.drafting.held import Held, Row, Times, hold, mark
from hpdirective.model.directive import Kind
from hpdirective.model.period import YEARS, Period, Relation, UnreadablePeriod, read_period
from hpdirective.patterns import pattern

_D = r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2}(?: năm [0-9]{4}|/[0-9]{4})?|[0-9]{1,2}/[0-9]{1,2}(?![0-9/])"
_M = r"tháng [0-9]{1,2}(?: ?/ ?[0-9]{4}|,? năm [0-9]{4})?|[0-9]{1,2}/[0-9]{4}"
_Q = r"qu[ýí] (?:[0-9]|[ivx]{1,3})(?: ?/ ?[0-9]{4}|,? năm [0-9]{4}| [0-9]{4})?(?!\w)"
_H = r"[0-9]{1,2} tháng (?:đầu|cuối) năm(?: [0-9]{4})?"
_Y = r"năm [0-9]{4}"
POINT = rf"(?:ngày (?:{_D})|(?:(?:đầu|giữa|cuối) )?(?:{_H}|{_D}|{_M}|{_Q}|{_Y}))(?![0-9])"
_HOUR = r"(?:[0-9]{1,2} ?(?:h|g|giờ)(?: ?[0-9]{2})?(?: phút)?,? (?=ngày))?"
_LIMIT = (
    r"(?:chậm nhất|muộn nhất|trễ nhất)(?: là)?(?: (?:vào|đến|trước|trong|hết))*|không (?:muộn|chậm) hơn|đến trước|trước|từ nay đến(?: hết)?|đến hết|tới hết"
    r"|đến|hết|ngay trong|trong|xong trong|vào"
)
_DUE = pattern(
    rf"(?<!\w)(?:{_LIMIT}) {_HOUR}(?:thời gian )?(?:{POINT})(?P<more>(?:, | và | đến | - |-)(?:{POINT}))?"
)
# A day or quarter alone, where the words around it say that it ends the work.
_DUE_BARE = pattern(
    rf"(?:(?<=\()|(?<=hoàn thành )|(?<=xong )|(?<=thời hạn )|(?<=thời hạn: )|(?<=hoàn thành: )|(?<=thực hiện: )|(?<=thời gian: ))(?:{POINT})(?=[).;,]|$| )"
)
_START = pattern(rf"(?<!\w)(?:ngay từ|bắt đầu từ|kể từ|từ) {POINT}")
_FROM_YEAR_START = pattern(r"(?<!\w)ngay từ đầu năm(?: [0-9]{4})?")
_EACH = r"(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần|ngày)"
_ROUND = pattern(rf"[^.;,]{{0,14}}\b(?:{_EACH}|của (?:tháng|quý))")
_ROUNDS_BEFORE = pattern(rf"(?:{_EACH}|định kỳ)")
_AND_ON = pattern(r" (?:và|,) (?:các|những) năm (?:tiếp theo|sau|kế tiếp)")
_OTHERWISE = pattern(r"(?:so với|bằng|kỷ niệm|cùng kỳ|kể từ|có hiệu lực)(?: \w+){0,2} $")
_WITHIN_YEAR = ("trong", "ngay trong", "vào", "đến năm", "đến cuối", "cuối", "giữa", "đầu", "năm")

_SPAN = r"(?P<from>[0-9]{4}) ?[-–] ?(?P<to>[0-9]{4})"
_HORIZON = pattern(
    rf"(?:(?:[0-9]{{1,2}} năm|giai đoạn|thời kỳ|nhiệm kỳ|năm học)(?: \()? ?)?(?<![0-9/]){_SPAN}(?![0-9/])"
    r"|(?:tầm nhìn |định hướng )?(?:đến|tới)(?: hết| cuối)? năm (?P<until>[0-9]{4})(?![0-9])|(?:trong )?năm (?P<year>[0-9]{4})(?![0-9])"
)


def starts(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    """Find the days from which a duty is to be begun."""
    if kind is Kind.CONTEXT:
        return
    for m in _FROM_YEAR_START.finditer(low):
        named = re.search(r"[0-9]{4}", m[0])
        year = int(named[0]) if named else times.year
        if year in YEARS:
            yield hold(text, *m.span(), "start", {"from": date(year, 1, 1)})
    for m in _START.finditer(low):
        period = _period(m[0].removeprefix("ngay "), times)
        if _OTHERWISE.search(low[: m.start()]):
            continue
        if period and period.start and times.issued and period.start >= times.issued:
            yield hold(text, *m.span(), "start", {"from": period.start})


def dues(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    """Find the days by which a duty is to be done; what comes again, is gone by or far off sets none."""
    if kind is Kind.CONTEXT or not times.sure:
        return
    for sign in (_DUE, _DUE_BARE):
        for m in sign.finditer(low):
            if _recurs(low, m) or _OTHERWISE.search(low[: m.start()]):
                continue
            whole, first = m.end(), m.end() - len(m.groupdict().get("more") or "")
            for end in dict.fromkeys(
                (whole, first)
            ):  # "trong quý I và quý II" is one time, if it reads as one
                period = _period(low[m.start() : end], times)
                if period and _asks(low[m.start() : end], period, times, kind):
                    yield hold(text, m.start(), end, "due", _due_row(period))
                    break


def _recurs(low: str, m: re.Match[str]) -> bool:
    """Tell whether a time comes again: "trước ngày 20 hằng tháng", "hằng năm, trước ngày 15/12", "… và những năm tiếp theo"."""
    if _ROUND.match(low, m.end()) or _AND_ON.match(low, m.end()):
        return True
    named = re.search(r"[0-9]{4}", m[0])
    return named is None and _ROUNDS_BEFORE.search(low[: m.start()]) is not None


def _period(words: str, times: Times) -> Period | None:
    try:
        return read_period(words, times.year)
    except UnreadablePeriod:
        return None


def _asks(words: str, period: Period, times: Times, kind: Kind) -> bool:
    """Tell whether a time sets a last day: not one gone by, nor a far year, nor the year as such of a standing duty."""
    if period.end is None or period.standing:
        return False
    if period.end < (times.issued or date(times.year - 1, 1, 1)):
        return False
    if re.search(r"tháng|quý|quí|ngày|/", words):
        return period.relation is not None or period.end.year <= times.year + 1
    standing = kind is Kind.SUSTAIN and words.startswith(_WITHIN_YEAR)
    return period.end.year == times.year and not standing


def _due_row(period: Period) -> Row:
    assert period.end is not None
    if period.relation is Relation.BEFORE:
        return {"before": date.fromordinal(period.end.toordinal() + 1), "basis": "text"}
    return {"by": period.end, "basis": "text"}


def horizons(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    """Find the years beyond that of the directive, and the spans of years."""
    for m in _HORIZON.finditer(low):
        year = int(m["to"] or m["until"] or m["year"])
        if m["to"] and not 1 <= year - int(m["from"]) <= 60:
            continue
        if year > times.year and year in YEARS:
            yield hold(text, *m.span(), "horizons", {"text": "", "year": year})
        elif m["to"]:
            yield mark(text, *m.span(), "period")
