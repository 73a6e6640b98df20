"""Where header, title, body and tail of a text start and end."""

import re
from collections.abc import Sequence

from hpdirective.drafting.lines import Line, ended
from hpdirective.drafting.markers import LOWER, UPPER, Style
from hpdirective.model.names import looks_like_body
from hpdirective.patterns import pattern

_KINDS = (
    r"CHỈ THỊ|NGHỊ QUYẾT|QUYẾT ĐỊNH|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|CÔNG ĐIỆN|KẾT LUẬN"
    r"|THÔNG BÁO|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|BÁO CÁO|TỜ TRÌNH|QUY ĐỊNH|QUY CHẾ|THÔNG TƯ|NGHỊ ĐỊNH|CÔNG VĂN"
)
KIND = pattern(rf"[*_# ]*(?P<kind>{_KINDS})(?![\w])", re.IGNORECASE)
TOP = pattern(
    r".*CỘNG H[ÒO][AÀ] XÃ HỘI|.*Độc lập ?[-–] ?Tự do|.*ĐẢNG CỘNG SẢN VIỆT NAM|Số ?:|Số [0-9]+ ?[/-]|V/v\b"
    r"|[^.;:]{2,40}, ngày\b[^.;]{0,20}(?:\btháng\b[^.;]{0,20}|/ ?[0-9]{4})$",
    re.IGNORECASE,
)
_RECITAL = pattern(r"[-–+* ]*(?:Căn cứ|Xét|Theo đề nghị)\b")
_ADDRESS = pattern(r"Kính gửi\b", re.IGNORECASE)
_RESOLVED = pattern(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|KẾT LUẬN|QUY ĐỊNH) ?:?")
_RECEIVERS = pattern(r"\W*Nơi nhận\b", re.IGNORECASE)
_AUTHORITY = pattern(rf"(?:TM|T/M|T\.M|KT|K/T|K\.T|TL|T/L|TUQ|T/UQ)\b ?[./]? ?[{UPPER}]{{2}}")
_POST = pattern(
    r"(?:Q\. ?|QUYỀN )?(?:PHÓ |THỨ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC"
    rf"|CHÁNH VĂN PHÒNG|VỤ TRƯỞNG|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG CỤC TRƯỞNG|THỐNG ĐỐC)(?: [{UPPER} ]+)?"
)
_ANNEX = pattern(
    rf"[*_# ]*(?:PHỤ LỤC|PHỤ BIỂU|BIỂU MẪU)\b(?!.*[{LOWER}].{{80}})|Phụ (?:lục|biểu)(?: số)?:? ?[0-9IVXA-H]{{0,4}}[.:]?$"
)
_ISSUED_WITH = pattern(r"\(?(?:Ban hành )?[Kk]èm theo\b")
_LEAD = pattern(
    r"(?:Thực hiện|Để|Trong|Năm|Những|Nhằm|Ngày|Thời gian|Qua|Từ|Hiện nay|Theo|Sau|Với|Trước)\b"
)
_TITLE = 200  # characters of a line of the title


def title_at(lines: Sequence[Line]) -> int | None:
    """Find the line that names the kind of document, standing alone or in capitals."""
    for at, line in enumerate(lines[:80]):
        m = KIND.match(line.text)
        if m and (line.text == line.text.upper() or m.end() >= len(line.text.rstrip("*_ :"))):
            return at
    return None


def body(lines: Sequence[Line], title: int | None) -> tuple[int, int]:
    """Give the first line of the body and the first line after it."""
    start = _start(lines, title)
    end = _end(lines, start)
    attached = _attached(lines, end)
    if attached is not None and any(
        line.marker and line.marker.style is Style.ARTICLE for line in lines[start:end]
    ):
        start = _start(lines, attached)
        end = _end(lines, start)
    while end - start > 1 and lines[end - 1].furniture:
        end -= 1
    return (start, end) if start < end else (0, len(lines))


def _start(lines: Sequence[Line], title: int | None) -> int:
    first = _after_header(lines, title)
    strong = [
        at
        for at in range(first, _end(lines, first))
        if (marker := lines[at].marker) and marker.style.strong
    ]
    ones = [at for at in strong if (marker := lines[at].marker) and marker.number == 1]
    if not ones:
        return (strong or [first])[0]
    points = [at for at in range(first, ones[0]) if lines[at].marker and _is_point(lines[at])]
    if points:
        return points[0]  # "2.1." before "1.": what stood above it was lost
    outer = (
        (opening := lines[strong[0]].marker)
        and (one := lines[ones[0]].marker)
        and opening.style < one.style
    )
    return strong[0] if outer else ones[0]  # an excerpt may start at "B."


def _is_point(line: Line) -> bool:
    return line.marker is not None and line.marker.style in (Style.TWO, Style.THREE)


def _after_header(lines: Sequence[Line], title: int | None) -> int:
    """Pass over the header, the title, the recitals and the addressees."""
    at = header_end(lines) if title is None else title_end(lines, title)
    while at < len(lines) and (skipped := _passed_over(lines, at)):
        at += skipped
    return min(at, len(lines))


def header_end(lines: Sequence[Line]) -> int:
    """Give the first line after number, place and date, in a text without a title."""
    return max((at + 1 for at, line in enumerate(lines[:40]) if TOP.match(line.text)), default=0)


def title_end(lines: Sequence[Line], title: int) -> int:
    at = title + 1
    while at < len(lines) and _of_title(lines, at, title):
        at += 1
    return at


def _of_title(lines: Sequence[Line], at: int, title: int) -> bool:
    """Tell whether a line goes on with the title: capitals after capitals, else a few lines without an empty one between."""
    line, before = lines[at], lines[at - 1]
    if (
        line.marker
        or _RECITAL.match(line.text)
        or _ADDRESS.match(line.text)
        or TOP.match(line.text)
    ):
        return False
    if line.text == line.text.upper():
        return True
    if at == title + 1:
        return len(line.text) < _TITLE and not line.text.endswith(":")
    capitals = before.text == before.text.upper()
    few = at - title <= 6 and len(line.text) < _TITLE and not ended(line.text)
    return few and not (line.gap or capitals or _LEAD.match(line.text))


def _passed_over(lines: Sequence[Line], at: int) -> int:
    """Give how many lines from here are a recital, a list of addressees or a word of resolution."""
    line = lines[at]
    if _RESOLVED.fullmatch(line.text):
        return 1
    if not (_RECITAL.match(line.text) or _ADDRESS.match(line.text)):
        return 0
    addresses = bool(_ADDRESS.match(line.text))
    count = 1
    while at + count < len(lines):
        follower = lines[at + count]
        listed = addresses and follower.marker and looks_like_body(follower.marker.rest)
        if (
            (follower.gap and not listed)
            or (follower.marker and not listed)
            or _RECITAL.match(follower.text)
        ):
            break
        if not listed and ended(lines[at + count - 1].text) and not follower.text[:1].islower():
            break
        count += 1
    return count


def _end(lines: Sequence[Line], start: int) -> int:
    """Find where the receivers, the signature or an annex start; else the end of the text."""
    for at in range(start + 1, len(lines)):
        text = lines[at].text
        if _RECEIVERS.match(text) or _AUTHORITY.match(text):
            return at
        if _POST.fullmatch(text) and ended(lines[at - 1].text):
            return at
        if _ANNEX.match(text) and (lines[at].gap or ended(lines[at - 1].text)):
            return at
    closing = [at for at in range(start, len(lines)) if lines[at].text.endswith("./.")]
    if closing and not any(
        line.marker and line.marker.style.strong for line in lines[closing[-1] + 1 :]
    ):
        return closing[-1] + 1
    return len(lines)


def _attached(lines: Sequence[Line], end: int) -> int | None:
    """Find the title of a plan or programme that stands whole after the decision that issues it."""
    for at in range(end, len(lines)):
        m = KIND.match(lines[at].text)
        if m is None or lines[at].text != lines[at].text.upper():
            continue
        near = lines[at + 1 : at + 9]
        if any(_ISSUED_WITH.match(line.text) for line in near) and any(
            line.marker and line.marker.style.strong for line in lines[at:]
        ):
            return at
    return None
