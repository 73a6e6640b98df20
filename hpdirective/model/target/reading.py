"""Targets read from the words of a plan.

One road: the text is cleaned, its known words become a plain key of the same length ("Trên 85%" →
"tren 85%"), and the key must be one of the few sentences below. Whatever is not, is refused.
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from hpdirective.model.target.measures import (
    FILLERS,
    MONEY,
    NUMBER,
    PARTED,
    SCALE_WORDS,
    STEPS,
    YEAR,
    bare,
    counts_wholes,
    is_rank,
    is_step,
    number_of,
    same_measure,
    unit_key,
)
from hpdirective.model.target.notes import NOTE, between, in_letters, only_tells, share_of
from hpdirective.model.target.refusing import refusal, several
from hpdirective.model.target.values import Op, Target, TargetFault, Trend, UnreadableTarget
from hpdirective.model.target.wording import OPS, TURNS, VERBS, WAYS, cleaned, plain_key
from hpdirective.patterns import laid_out, pattern, where

# A cell that is longer tells a story, not a value; the bound also keeps every pattern quick.
_LONGEST = 600


def read_target(text: str, year: int | None = None) -> Target:
    """Read a target as officials write it: "trên 85%", "từ 35 xã trở lên", "12,7%-13%", "tăng".

    Numbers are Vietnamese: "." groups thousands, "," starts the decimals. A year beside the value
    ("năm 2023: 85%") only says when; a note in brackets is not kept that says the same again ("08 (tám) dự án"), or which things are counted ("02 công viên (An Biên, Tam Bạc)"),
    or what a year before `year` reached. Raises UnreadableTarget where the reading is not sure: nothing is guessed, no word dropped.
    """
    if len(text) > _LONGEST:
        raise UnreadableTarget(TargetFault.PART_UNREAD, text[:_LONGEST])
    return _read(text, year)


def _one_of(phrases: dict[str, Op] | dict[str, Trend]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_LEAD = (
    r"(?:(?:phan dau|dat|bang|la|hoan thanh|duy tri|giu vung|bao dam|dam bao|t[yỷỉi] le|so luong"
    r"|chi tieu|muc tieu|muc|co|=(?! ?[<>])|:"
    rf"|tổng (?:so|cộng)|kh(?= ?:)|{'|'.join(map(plain_key, VERBS))}) ?)*"
)

# "giảm còn 5%" says where it ends, "giảm 5%" how far it goes.
_LEVEL = r"(?:giam (?:xuong )?con|giam xuong|con|(?:tang|nang) len) (?:muc )?"
# Square and cubic metres and "per ten thousand inhabitants" are the units that hold a digit.
_UNIT = (
    r"(?:\b[kdc]?m[23]\b|[^0-9;,()<>=~+]|, (?=[^\W\d_]))*?"
    r"(?:/ ?(?:1 vạn|100|1\.?000|10\.?000|100\.?000) (?:dân|người)(?: dân)?)?"
)

# Of traffic accidents: the number of them, of the dead and of the injured.
_ALL = r"(?:(?:tren |ở )?ca (?:0?[0-9]|ba) (?:tieu chi|tieu chí|mặt|mat))"
_BASE = r"(?:cung ky(?: nam (?:[0-9]{4}|truoc))?|nam (?:[0-9]{4}|truoc|ngoai))"
_SINCE = rf"so (?:voi )?(?:th[uự]c hi[eệ]n )?(?:{_BASE}|{YEAR})"

_VALUE = laid_out(
    rf"""
    {_LEAD}(?:(?P<level>{_LEVEL})|(?P<way>{_one_of(WAYS)}) ?)?(?<!\+ )(?:{_ALL}\x20)?
    (?:(?P<op>{_one_of(OPS)}) ?(?:(?P<op2>{_one_of(OPS)}) ?)?(?:(?:muc|dat|la) )?(?:: )?)?
    (?P<tu>tu (?:muc )?)?
    (?P<value>{NUMBER})(?:/(?P<of>[0-9]+)(?= [^\W\d_]))?(?P<unit>{_UNIT})
    (?:(?: ?[-~] ?| (?P<to>den|toi) )(?P<high>{NUMBER})(?P<unit2>{_UNIT}))?
    (?P<end> tro len| tro xuong| hoac (?:cao|lon|nhieu) hon)?
    (?:\x20{_ALL})?
    (?P<since> {_SINCE})?
    """
)

_TREND = laid_out(
    rf"""
    (?P<way>tang|giam|cai thien|nang(?: cao)?|keo giam)(?P<step> (?:thu hang|hang|bac|vi tri))?(?:\x20{_ALL})?
    (?: (?:{_SINCE}|hon {_BASE}))?
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
_TERM = (
    r"(?:(?:t[ií]nh )?(?:den|trong|v[aà]o) )?(?:(?:h[eế]t|cu[oố]i|c[aả]) )?"
    rf"(?:(?:nam|giai [dđ]o[aạ]n|th[oờ]i ky) {YEAR}(?: ?- ?{YEAR})?"
    rf"|(?:qu[yý] (?:iv|4)|th[aá]ng 12)(?: ?/ ?{YEAR}| nam {YEAR})?|(?:ng[aà]y )?31/12/{YEAR})"
)

_THIS_YEAR = r"(?:(?:den |v[aà]o )?(?:h[eế]t|cu[oố]i)|trong|c[aả]) nam"
_AIM = r"(?:k[eế] ho[aạ]ch|kh|chi tieu|m[uụ]c tieu)"

_NOT_ITS_YEAR = r"(?<!voi)(?<! so)(?<!ky)(?<!hon)(?<!tu)(?<!cua)(?<!bang)(?<!tr[uư][oớ]c)(?<!hi[eệ]n)(?<!sau)(?<!v[aà])"

_DATES = ("nam", "19", "20", "quý", "quy", "tháng", "thang")

_WHEN = where(
    _DATES,
    laid_out(
        rf"""
    ^(?:{_AIM} )?(?:{_TERM}|{_THIS_YEAR})(?: ?[:,] ?| (?=[^\W\d_]|[<>=]))
    |^(?:{_AIM} )?{YEAR} ?: ?(?! ?{YEAR}$)
    | ?\((?:{_AIM} )?(?:{_TERM}|{_THIS_YEAR}|{YEAR})\)
    |(?<=[^\s:])(?<!^)(?: ?[,;-])?{_NOT_ITS_YEAR} (?:{_TERM}|{_THIS_YEAR})$
    """
    ),
)

_WHEN_NAMED = where(
    _DATES, pattern(rf"{_NOT_ITS_YEAR} (?:{_TERM}|{_THIS_YEAR})(?= ?:| (?:dat|phan dau)\b)")
)

_YEARS = pattern(YEAR)

_ASIDES = "|".join(
    (
        r"(?:theo|trong|thuộc) danh mục(?: (?:các )?(?:dự án|công trình))?(?: trọng điểm)?",
        r"theo (?:yêu cầu|quy định)(?: của chỉ thị)?",
        r"theo (?:yêu cầu của )?chỉ thị(?: số)?(?: [0-9]+/ct-ubnd)?(?: ngày [0-9]{1,2}/[0-9]{1,2}/[0-9]{4})?",
        r"(?:trên địa bàn|thuộc|của|tại|toàn) (?:huyện|quận|thành phố)",
        rf"chuyển tiếp (?:(?:từ|của) )?năm {YEAR}(?: chuyển (?:sang|tiếp))?",
        rf"từ (?:năm )?{YEAR} chuyển (?:sang|tiếp)",
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
    (?<=[^\s])(?:, ?| ?\()(?:tang|giam)(?: th[eê]m)? {NUMBER} ?%?(?: điểm (?:%|phần trăm))?(?: (?:{_SINCE}|hon {_BASE}))?\)?$
    """
    ),
)

_RESULT_BESIDE = where(
    ("19", "20"),
    laid_out(
        rf"""
    \x20?\((?:[^\W\d_]+ ){{0,3}}(?:nam |(?={YEAR} ?:))(?P<year>{YEAR}) ?[:,]? ?{_LEAD}[^()]{{0,12}}{NUMBER}[^()0-9]*\)$
    """
    ),
)

_FROM_TO = where(
    ("tu ",),
    laid_out(
        rf"""
    {_LEAD}(?:(?:tang|giam|nang)(?: (?:thu )?hang| bac)? )?tu (?:muc )?(?P<start>[^()]*?[0-9][^()]*?)(?: \(nam {YEAR}\)| nam {YEAR})?
    (?<!tro)(?<!trở)\x20(?P<way>len|xuong|con|giam con)(?: con)?(?: muc)? (?P<end>.*)
    """
    ),
)

_NAMES_BEHIND = where(
    (":", " gồm"),
    pattern(r"(?P<head>[^():]*[0-9][^():]*?)(?: ?:|,? (?:bao )?gồm:?) (?P<names>[^():]+)"),
)

_ENDS = {" tro len": Op.AT_LEAST, " tro xuong": Op.AT_MOST}


@lru_cache(maxsize=4096)
def _read(text: str, year: int | None) -> Target:
    clean = cleaned(text)
    if not clean.strip("-_.,; "):
        raise UnreadableTarget(TargetFault.EMPTY)
    if risen := _risen(text, clean):
        return risen
    rest, years = _dated(_without_asides(clean, year))
    rest = _without_asides(rest, year)
    target = (
        _listed(text, rest)
        or _sentence(text, rest)
        or _noted(text, rest)
        or _named(text, rest)
        or _changed(text, rest)
    )
    if target is None:
        raise refusal(rest, plain_key(rest))
    return replace(target, years=years) if years else target


def _risen(text: str, clean: str) -> Target | None:
    """Read where a rise or a fall ends that also says where it starts: "tăng từ 92% (năm 2022) lên 95%"."""
    m = _FROM_TO.fullmatch(plain_key(clean))
    if m is None:
        return None
    last, years = _dated(clean[slice(*m.span("end"))])
    start, end = _sentence(text, clean[slice(*m.span("start"))]), _sentence(text, last)
    plain = (
        start and end and not (start.trend or end.trend or is_step(end.unit) > is_rank(end.unit))
    )
    if not (plain and start and end and same_measure(start.unit, end.unit)):
        return None
    if start.value is None or end.value is None or start.value == end.value:
        return None
    up = (end.value > start.value) is not is_rank(end.unit)
    return replace(end, years=years) if up is (m["way"] == "len") else None


def _without_asides(clean: str, year: int | None) -> str:
    """Leave out words that change nothing of a value: which list it is of, where, since when, by how much it rises, what an earlier year reached."""
    for aside in (_ASIDE, _CHANGE_BESIDE, _RESULT_BESIDE):
        m = aside.search(clean.lower() if aside is _ASIDE else plain_key(clean))
        said = m and aside is _RESULT_BESIDE and int(m["year"])
        if m and said and len(_YEARS.findall(m[0])) > 1:
            continue  # "(2022: 92%, 2023: 90%)" says more than of an earlier year
        if m and (not said or (year is not None and said < year)):
            clean = (clean[: m.start()] + clean[m.end() :]).strip()
    return clean


def _listed(text: str, clean: str) -> Target | None:
    """Read a number with the names of what it counts behind a colon: "02 công viên: An Biên, Tam Bạc"."""
    m = _NAMES_BEHIND.fullmatch(clean)
    target = _sentence(text, m["head"]) if m else None
    return target if m and target and only_tells(m["names"], target) else None


def _dated(clean: str) -> tuple[str, tuple[int, int] | None]:
    """Part a text from the words that say of when its value is, and give the years that they name."""
    key = plain_key(clean)
    m = _WHEN.search(key) or (_MEASURED.match(clean) and _WHEN_NAMED.search(key)) or None
    if (
        m is None or "bang " in key[: m.start()]
    ):  # "bằng 105% năm 2022" may be a share of that year
        return clean, None
    said = [int(year) for year in _YEARS.findall(m[0])]
    return clean[: m.start()] + clean[m.end() :], (said[0], said[-1]) if said else None


def _sentence(text: str, clean: str) -> Target | None:
    key = plain_key(clean)
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
    note = NOTE.search(clean)
    if note is None:
        return None
    head, tail = clean[: note.start()], clean[note.end() :]
    if head[-1:].isdigit() and not tail and _in_one_case(note[1]) and counts_wholes(note[1]):
        return _sentence(text, f"{head} {note[1]}")  # "08 (dự án)"
    if head.rstrip().endswith("%") and not tail and (of := _WHOLE.fullmatch(note[1])):
        return _sentence(text, f"{head.rstrip()} {of[1]}")  # "100% (tính trên tổng số vụ)"
    target = _sentence(text, f"{head}{tail}")
    if target is None or target.value is None:
        return None
    share = share_of(note[1]) if (target.unit or "").startswith("%") else None
    spelt = in_letters(note[1].lower().removesuffix((target.unit or "").lower()))
    if share and share != target.value and not tail and (either := between(target, share)):
        return either
    same = share if spelt is None else spelt
    if note[1] == "100%" and counts_wholes(target.unit) and not tail:
        return target  # "08 dự án (100%)": all of them
    shown = same == target.value and target.op is not Op.RANGE
    if not shown and (tail or not only_tells(note[1], target)):
        found = refusal(clean, plain_key(clean))
        several = found.reason is TargetFault.SEVERAL_TARGETS
        raise found if several else UnreadableTarget(found.reason, note[0].strip())
    return target


# Of what a share is one.
_WHOLE = pattern(r"(?:tính )?(?:trên |so với )?((?:tổng )?số [^\W\d_][^0-9()%]*)", re.IGNORECASE)
_NO_MEASURE = pattern(r"[0-9]|\b(?:không|chưa|chẳng)$")
# What names a measure, and where its value may begin.
_MEASURED = pattern(r"(?:t[ỷỉ] lệ|số|chỉ số|xếp hạng|tai nạn) [^\W\d_]", re.IGNORECASE)

_STARTS = pattern(
    r"(?: ?:|,? (?:(?:phấn đấu )?đạt|phấn đấu|là|tăng|giảm|còn|trên|dưới|tối thiểu|ít nhất|từ)\b)"
)


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


def _in_one_case(words: str) -> bool:
    return words in (words.lower(), words.upper())


# What goes up or down, named between the word for it and how far: "giảm tai nạn giao thông 5%".
_CHANGED = pattern(
    r"(?P<way>tăng|(?:kéo )?giảm|nâng|cải thiện) (?P<of>(?:t[ỷỉ] lệ|số lượng)(?: [^0-9:;]+?)??|(?:số|chỉ số|tai nạn) [^\W\d_][^0-9:;]*?)(?P<how> (?:so|lên|xuống|còn|từ|trên|ít nhất|tối thiểu|[0-9]|>|≥).*)?",
    re.IGNORECASE,
)


def _changed(text: str, clean: str) -> Target | None:
    m = _CHANGED.fullmatch(clean.replace("TNGT", "tai nạn giao thông"))
    if m is None:
        return None
    of, how = m["of"], m["how"] or ""
    target = _risen(text, m["way"] + how) or _sentence(text, m["way"] + how)
    if target is None or not TURNS.isdisjoint(of.lower().split()):
        return None
    return replace(target, of=of if " " in of.lower().removeprefix("tỷ lệ") else None)


def _value(text: str, clean: str, m: re.Match[str]) -> Target:
    trend = WAYS[m["way"]] if m["way"] else None
    if _LETTER_O.match(clean, m.end("value")):
        raise UnreadableTarget(TargetFault.BAD_NUMBER, clean)
    op, unit = _op(clean, m), _unit_of(clean, m)
    _check(clean, m, unit)
    low, high = number_of(m["value"], unit), number_of(m["high"], unit) if m["high"] else None
    if low is None or (m["high"] and high is None):
        return Target(text, op, unit=unit, trend=trend, ambiguous=True)
    if (
        m["way"]
        and m["tu"]
        and m["to"]
        and ((trend is Trend.UP and not is_step(unit)) or (high is not None and high < low))
    ):
        # "tăng từ 3 đến 5%" and "giảm từ 5% đến 3%" may be where it starts and ends
        raise several(clean)
    if high is not None and high < low:
        raise UnreadableTarget(TargetFault.BACKWARDS, clean)
    return Target(text, op, low, high, unit, trend)


_LETTER_O = pattern(r"[oO]+(?![^\W\d_])")  # for a nought: "1OO%"


def _unit_of(clean: str, m: re.Match[str]) -> str | None:
    unit = _unit(clean[slice(*m.span("unit"))], listed=bool(m["of"]))
    if not m["high"]:
        return unit
    upper = _unit(clean[slice(*m.span("unit2"))])
    money = {MONEY.get(unit_key(each or "")) for each in (unit, upper)}
    if unit and upper and (len(money) > 1 or not same_measure(unit, upper)):
        raise several(clean)
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
        level and (m["tu"] or unit_key(words) in STEPS),
        m["of"] and (way or m["high"] or not _counts_so_many(m["value"], m["of"], words)),
    )
    if any(unsure):
        raise UnreadableTarget(TargetFault.PART_UNREAD, clean)


def _counts_so_many(part: str, whole: str, words: str) -> bool:
    """Tell whether "35/70 xã" counts xã, as "2/3 số hộ", "1/3 xã" and "02/2023" need not."""
    named = words.split()
    if not named or not part.isdigit() or not 0 < int(part) <= int(whole) <= 999:
        return False
    return named[0] not in FILLERS | PARTED and (int(whole) >= 5 or int(part) == int(whole))


def _op(clean: str, m: re.Match[str]) -> Op:
    """Give the one operator that all the words of a target agree on."""
    ops = {OPS[m[name]] for name in ("op", "op2") if m[name]}
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


_UNIT_FORM = pattern(
    r"(?![¹²³⁰⁴-⁹])(?:[%‰]|[^\W\d_])(?:[^\W\d_]|[0-9%‰ /&.]|-(?=[^\W\d_])|,(?= ))*"
)
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

_PLACE = pattern(
    r" (?:thuộc|của|tại|ở|trên địa bàn) (?:huyện|quận|thành phố|TP) (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})$",
    re.IGNORECASE,
)


def _without_place(unit: str) -> str:
    """Leave out where the things that are counted lie; in capitals alone no name can be told."""
    m = _PLACE.search(unit)
    named = m and not unit.isupper() and all(word[0].isupper() for word in m["name"].split())
    return unit[: m.start()] if m and named else unit


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
    plain = _without_place(unit) if counts_wholes(unit) else unit
    words = _COMPOUND.sub(lambda m: m[0].replace(" ", "_"), _PER_MANY.sub("", plain.lower()))
    words = words.replace("hàng năm", "hằng năm").replace(",", " ").lstrip("%‰ ")
    names = [word for word in words.split() if word not in FILLERS]
    turns = TURNS | {bare(word) for word in TURNS} if unit.isascii() else TURNS
    most = _AT_LENGTH if counts_wholes(unit) else 4
    long = len([name for name in names if name not in SCALE_WORDS]) > most and not share
    apart = "," in unit and (unit.startswith("%,") or not (share or listed))
    if long or apart or not turns.isdisjoint(names) or not _UNIT_FORM.fullmatch(unit):
        raise UnreadableTarget(TargetFault.PART_UNREAD, unit)
    return unit
