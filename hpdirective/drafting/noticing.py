"""What stands in the words of a clause: laws, days, years, counts. Every number is held once, by one stretch of the words.

A stretch that asks for something becomes a proposal (`due`, `start`, `indicators`); all others are `references`, `horizons` or `marks`.
"""

import re
from collections.abc import Iterable, Iterator

from hpdirective.drafting.header import NUMBER, day_of
from hpdirective.drafting.held import Held, Row, Times, hold, mark
from hpdirective.drafting.markers import LOWER, UPPER
from hpdirective.drafting.timing import POINT, dues, horizons, starts
from hpdirective.drafting.verbs import lower
from hpdirective.model.directive import Kind
from hpdirective.model.target import Op, Target, UnreadableTarget, read_target
from hpdirective.patterns import pattern

_KINDS = (
    r"Bộ luật|Luật|Pháp lệnh|Nghị quyết(?: liên tịch)?|Nghị định|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Công điện|Thông báo|Công văn"
    r"|Văn bản|Chương trình(?: hành động)?|Đề án|Hướng dẫn|Quy định|Tờ trình|Báo cáo|Lệnh|Thông tri|Chiến lược|Quy chế|Phương án"
)
_DAY = r"(?P<{0}day>[0-9]{{1,2}})(?: tháng | ?[/.-] ?)(?P<{0}month>[0-9]{{1,2}})(?: năm | ?[/.-] ?)(?P<{0}year>[0-9]{{4}})(?![0-9])"
_BODY = (
    r"Quốc hội|Chính phủ|Thủ tướng Chính phủ|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Trung ương Đảng|Ủy ban Thường vụ Quốc hội"
    rf"|(?:Hội đồng nhân dân|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|UBND)(?: (?:thành phố|tỉnh|Thành phố|Tỉnh|TP|quận|huyện))?"
    rf"|(?:Ban Thường vụ |Ban Chấp hành Đảng bộ )?(?:Thành ủy|Tỉnh ủy|thành phố|tỉnh)|(?:Bộ trưởng )?Bộ [{UPPER}][{LOWER}]+(?: (?:và )?[{UPPER}{LOWER}][{LOWER}]+){{0,2}}"
)
_KIND = pattern(rf"(?<!\w)(?:{_KINDS})(?!\w)", re.IGNORECASE)
_REFERENCE = pattern(
    rf"(?P<kind>(?i:{_KINDS}))(?: [^.;:,()0-9“”\"]{{0,60}}?)?,?(?: số| Số)?:? ?(?P<number>{NUMBER})"
    rf"(?:,? ngày {_DAY.format('a')})?(?: của (?:{_BODY})(?!\w))?"
)
_NUMBERED = pattern(
    rf"(?:số )?(?P<number>{NUMBER})(?:,? ngày {_DAY.format('a')})?(?: của (?:{_BODY})(?!\w))?"
)
_LAW = pattern(
    rf"(?:Bộ luật|Luật|Pháp lệnh) [{UPPER}][^.;:,()0-9]{{2,60}}? (?:năm )?[0-9]{{4}}(?![0-9])"
    rf"|Nghị quyết Trung ương [0-9]{{1,2}}(?:,? (?:khóa|khoá) [IVX]+)?|Nghị quyết (?:số )?[0-9]{{1,3}}(?![0-9/]| [%{LOWER}])"
)

_FIGURE = r"[0-9]+(?:[.,][0-9]+)*"
_COUNTED = """
    nghìn tỷ đồng; tỷ đồng; triệu đồng; nghìn đồng; đồng; tỷ USD; triệu USD; USD; triệu lượt khách; nghìn lượt khách; lượt khách; lượt; khách; dự án; công trình;
    xã; phường; thị trấn; thôn; tổ dân phố; công viên; khu công nghiệp; cụm công nghiệp; KCN; CCN; khu đô thị; khu tái định cư; trường học; trường; phòng học;
    km; ha; m2; m3; MW; tấn; người; lao động; hộ; hộ nghèo; căn hộ; căn nhà; căn; doanh nghiệp; hợp tác xã; HTX; sản phẩm; giường bệnh; bác sĩ; văn bản;
    thủ tục hành chính; thủ tục; đề án; chương trình; kế hoạch; nghị quyết; tuyến đường; tuyến; trạm y tế; cơ sở; mô hình; lớp; cuộc; vụ; cây xanh; cây; bến;
    nhà máy; điểm; bậc; trung tâm; chợ; đội; tổ; hồ sơ; hội nghị; cầu; nút giao; bệnh viện; nhà văn hóa; thiết chế; sự kiện; nhà đầu tư; dịch vụ công; nhà; đơn vị
"""
_NOUNS = "|".join(
    sorted(
        (re.escape(" ".join(noun.split())) for noun in _COUNTED.split(";")), key=len, reverse=True
    )
)
_BOUND = r"(?:đạt và vượt|đạt|vượt|trên|hơn|tối thiểu|ít nhất|không dưới|không thấp hơn|không quá|tối đa|dưới|từ|còn|xuống còn|lên)"
_MEASURE = pattern(
    rf"(?P<bounds>(?:(?<!\w){_BOUND} )*)(?P<low>{_FIGURE})(?P<unit> ?%| (?:{_NOUNS})(?!\w))?"
    rf"(?:(?: ?[-–] ?| đến )(?P<high>{_FIGURE})(?P<unit2> ?%| (?:{_NOUNS})(?!\w))?)?(?P<up> trở lên| trở xuống)?"
)
_ACHIEVED = pattern(
    r"(?:hoàn thành|khởi công|xây dựng|thành lập|trồng|tổ chức|thu hút|phấn đấu|đạt|đón|tạo|giải quyết|đào tạo|kết nạp|cấp|giải ngân|thu|huy động|giảm|tăng|có|lập|ban hành)"
    rf"(?: [{LOWER}]+){{0,8}} $"
)
_CHANGE = pattern(r"(?:tăng|giảm|gấp)(?: \w+){0,3} $")
_DOWN = pattern(r"(?<!\w)(?:xuống còn|còn|xuống)(?: \w+){0,2} $")
_LEVEL = pattern(r"(?:xuống|còn|lên|đạt|tối thiểu còn)(?: \w+){0,2} $")
_ORDINAL = pattern(
    r"(?:Phụ lục|Biểu|Điều|khoản|điểm|mục|Mục|phần|Phần|Chương|lần thứ|thứ|kỳ họp thứ|số|khóa|cấp|nhóm|tuyến|bước|giai đoạn|vòng|Nghị quyết)(?: số)? [0-9]+(?:[.,/-][0-9]+)*"
)
_TIME = pattern(
    rf"(?:{POINT})|[0-9]+(?: ?[-–] ?[0-9]+)? (?:năm|tháng|ngày|tuần|giờ|phút|quý)(?!\w)|ngày [0-9]{{1,2}}|24/7|24/24",
    re.IGNORECASE,
)
_TECHNOLOGY = pattern(r"(?:công nghệ|nghiệp) [0-9]\.0")
_RUN = pattern(r"[\w.,/-]+")
_LINK = r"(?!(?:và|của|cho|tại|trong|ngoài|thuộc|để|đã|được|theo|trên|dưới|so|gồm|từ|đến|là|hoặc|với|do|về|có|không|như|đạt|tăng|giảm)(?!\w))"
_CALLED = pattern(
    rf"(?<!\w)(?:[{UPPER}][\w-]* ){{1,4}}[0-9]{{1,4}}(?!\w)|(?:khu|kho|lô|đường|quốc lộ|tỉnh lộ) [0-9]+(?!\w)"
)
_SO_MANY = pattern(rf"(?<![\w.,/]){_FIGURE} {_LINK}[{LOWER}]+(?: {_LINK}[{LOWER}]+)?(?!\w)")
_MANY = 150  # numbers in one clause: a table that lost its lines, to be cut by hand
_LEFT = (
    (re.compile(r"(?<!\w)(?:đầu|giữa|cuối) năm [0-9]{4}(?![\w/])", re.IGNORECASE), "period"),
    (re.compile(r"(?<!\w)(?:từ )?năm [0-9]{4}(?![\w/])", re.IGNORECASE), "year"),
    (_TIME, "period"),
    (_ORDINAL, "ordinal"),
    (_TECHNOLOGY, "name"),
    (_CALLED, "name"),
    (_SO_MANY, "count"),
)
_BEFORE_RUNS = 5  # of these are sought before runs of letters and figures: "COVID-19"
_WORD = pattern(r"\w+")
_INSIDE_WORD = pattern(r"\w\w")
_DIGITS = pattern(r"\d+")


# ---- one clause ---------------------------------------------------------------------------------


def notice(text: str, times: Times, kind: Kind) -> tuple[Held, ...]:
    """Give what holds the numbers of a clause, in the order of the words; each number stands in one stretch."""
    if len(_DIGITS.findall(text)) > _MANY:
        return _plain_marks(text)
    low = lower(text)
    found: list[Held] = []
    for seek in (_references, starts, dues, horizons, _measures, _marks):
        for held in seek(text, low, times, kind):
            apart = all(held.end <= other.start or other.end <= held.start for other in found)
            if apart and _whole_words(text, held):
                found.append(held)
    found.sort(key=lambda held: held.start)
    kept = tuple(_one_due(found, text))
    return kept if _each_once(text, kept) else _plain_marks(text)


def _whole_words(text: str, held: Held) -> bool:
    """Tell whether a stretch starts and ends where words do."""
    return not (
        _INSIDE_WORD.fullmatch(text[max(0, held.start - 1) : held.start + 1])
        or _INSIDE_WORD.fullmatch(text[held.end - 1 : held.end + 1])
    )


def _references(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    for sign in (_REFERENCE, _NUMBERED):
        for m in sign.finditer(text):
            day = day_of(m["aday"], m["amonth"], m["ayear"]) if m["aday"] else None
            start = max(
                (k.start() for k in _KIND.finditer(text, m.start(), m.start("number"))),
                default=m.start(),
            )
            row: Row = {
                "text": text[start : m.end()],
                "number": m["number"].replace(" ", ""),
                "date": day,
            }
            yield Held(start, m.end(), "references", row)
    for m in _LAW.finditer(text):
        yield Held(m.start(), m.end(), "references", {"text": m[0], "number": None, "date": None})


def _measures(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    if kind is Kind.CONTEXT:
        return
    for m in _MEASURE.finditer(text):
        unit = (m["unit2"] or m["unit"] or "").strip()
        if not unit or _changes(low[: m.start("low")]) or not _achieved(low, m, unit):
            continue
        target = _target(m[0])
        if target is None or target.value is None or target.trend:
            continue
        op = target.op if target.op is not Op.EQUAL else _bound(m["bounds"], low[: m.start()])
        required: Row = {"op": str(op), "value": target.value}
        if target.high is not None:
            required["high"] = target.high
        row: Row = {
            "text": m[0],
            "target": required,
            "unit": unit,
            "scope": "each" if unit == "%" else "total",
        }
        yield hold(text, *m.span(), "indicators", row)


def _bound(bounds: str, before: str) -> Op:
    """Give the side on which a bare figure is met: "giảm còn 2%" is at most that, all else at least."""
    down = _DOWN.search(f"{before}{bounds.lower()}")
    return Op.AT_MOST if down else Op.AT_LEAST


def _changes(before: str) -> bool:
    """Tell whether a figure says how far something goes, and not where it ends: "giảm 5%", but not "giảm xuống dưới 5%"."""
    return _CHANGE.search(before) is not None and not _LEVEL.search(before)


def _achieved(low: str, m: re.Match[str], unit: str) -> bool:
    """Tell whether a figure is to be reached: the words say a bound, or a verb that ends in it stands before."""
    if m["bounds"] or m["up"]:
        return True
    return bool(_ACHIEVED.search(low[: m.start()]))


def _target(words: str) -> Target | None:
    try:
        return read_target(words)
    except UnreadableTarget:
        return None


def _marks(text: str, low: str, times: Times, kind: Kind) -> Iterator[Held]:
    """Hold every number that is left; the first pattern that fits says what it is."""
    runs = [m for m in _RUN.finditer(text) if _DIGITS.search(m[0])]
    mixed = (m for m in runs if any(char.isalpha() for char in m[0]))
    for sign, said in _LEFT[:_BEFORE_RUNS]:
        yield from (mark(text, *m.span(), said) for m in sign.finditer(text))
    yield from (mark(text, *_trimmed(m), "name") for m in mixed)
    yield from (
        mark(text, m.start("low"), m.end(), "count")
        for m in _MEASURE.finditer(text)
        if m["unit"] or m["unit2"]
    )
    for sign, said in _LEFT[_BEFORE_RUNS:]:
        yield from (mark(text, *m.span(), said) for m in sign.finditer(text))
    yield from (mark(text, *_trimmed(m), "name") for m in runs)
    yield from (
        mark(text, *m.span(), "name") for m in _WORD.finditer(text) if _DIGITS.search(m[0])
    )


def _trimmed(run: re.Match[str]) -> tuple[int, int]:
    """Give where a run of letters and figures stands, without the stops around it."""
    core = run[0].strip(".,/-")
    start = run.start() + run[0].index(core)
    return start, start + len(core)


def _one_due(found: Iterable[Held], text: str) -> Iterator[Held]:
    """Keep the first due date and the first start of a clause; others are marks."""
    seen: set[str] = set()
    for held in found:
        if held.key in ("due", "start") and held.key in seen:
            yield mark(text, held.start, held.end, "period")
            continue
        seen.add(held.key)
        yield held


# ---- the proof ----------------------------------------------------------------------------------


def _each_once(text: str, held: tuple[Held, ...]) -> bool:
    """Tell whether the stretches, found again in the words, longest first, hold each number once: as the data are read."""
    taken: list[tuple[int, int]] = []
    for words in sorted((text[h.start : h.end] for h in held), key=len, reverse=True):
        place = next(
            (
                m.span()
                for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
                if not any(m.start() < end and start < m.end() for start, end in taken)
            ),
            None,
        )
        if place is None:
            return False
        taken.append(place)
    return all(
        sum(start <= m.start() and m.end() <= end for start, end in taken) == 1
        for m in _DIGITS.finditer(text)
    )


def _plain_marks(text: str) -> tuple[Held, ...]:
    """Hold all numbers by one stretch, from the first to the last, where finer ones do not hold each once."""
    words = [m for m in re.finditer(r"\w+", text) if _DIGITS.search(m[0])]
    if not words:
        return ()
    return (mark(text, words[0].start(), words[-1].end(), "name"),)
