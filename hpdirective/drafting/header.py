"""Number, date, issuer, signer, title and year, read from the head and the tail of a text; None where they do not surely stand there."""

import re
import unicodedata
from collections import Counter
from datetime import date

from msgspec import Struct

from hpdirective.drafting.bounds import KIND, TOP
from hpdirective.drafting.layout import Layout
from hpdirective.drafting.markers import LOWER, UPPER
from hpdirective.model.period import YEARS
from hpdirective.patterns import pattern
from hpdirective.words import bare

_DATE = r"(?P<day>[0-9]{1,2})(?: tháng | ?[/.-] ?)(?P<month>[0-9]{1,2})(?: năm | ?[/.-] ?)(?P<year>[0-9]{4})(?![0-9])"
_SYMBOL = r"[A-ZĐ][\w.&]*(?: ?[-/] ?[A-ZĐ][\w.&]*)*"
NUMBER = rf"[0-9]{{1,6}}[a-z]?(?: ?/ ?(?:19|20)[0-9]{{2}})? ?[-/] ?{_SYMBOL}"
_NUMBERED = pattern(rf"\bsố(?: hiệu)? ?[:.]? ?(?P<number>{NUMBER})", re.IGNORECASE)
_BARE_NUMBER = pattern(r"[0-9]{1,6}(?:/[0-9]{4})?[-/][A-ZĐ]{1,4}(?:[-/][\w&.]+)*")
_UNNUMBERED = pattern(rf"\bSố ?:? ?(?:[.…_]+)? ?(?P<symbol>[-/] ?{_SYMBOL})")
_TOWN = rf"(?<!\w)(?:T[Pp]\.? ?)?[{UPPER}][{LOWER}]+(?:(?: - | |-)[{UPPER}][{LOWER}]+){{0,5}}"
_PLACED = pattern(rf"(?P<place>{_TOWN}), ?ngày {_DATE}")
_BLANK_DATE = pattern(
    rf"{_TOWN}, ?ngày [^A-Z]{{0,12}}?tháng [^A-Z]{{0,8}}?năm(?: [0-9]{{2,4}}|[ .…_]*)"
)
_DATED = pattern(rf"(?:ngày ban hành ?: ?|, ?ngày |\bngày ){_DATE}", re.IGNORECASE)
# A paper that tells of the document: "vừa ký Công điện số 114/CĐ-TTg ngày 19/7/2025".
_TOLD = pattern(
    rf"(?:ký|ban hành|ra|có) (?:\w+ ){{0,4}}?(?P<kind>(?i:chỉ thị|nghị quyết|quyết định|kế hoạch|chương trình|công điện|thông báo|công văn))"
    rf"(?: số)? (?P<number>{NUMBER})(?:,? ngày {_DATE})?"
)
_MOTTO = pattern(
    r"C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I CH[ỦU] NGH[ĨI]A VI[ỆE]T NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?H[ạa]nh phúc"
    r"|[|*_=—]+|-{2,}",
    re.IGNORECASE,
)
_HEADS = (
    r"VĂN PHÒNG|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|[ỦU][YỶ] BAN NHÂN DÂN|ỦY BAN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|T[ỈI]NH [ỦU][YỶ]"
    r"|THÀNH [ỦU][YỶ]|HUYỆN [ỦU][YỶ]|QUẬN [ỦU][YỶ]|THỊ [ỦU][YỶ]|ĐẢNG [ỦU][YỶ]|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|QUẢN LÝ|CHỈ ĐẠO|TUYÊN GIÁO|TỔ CHỨC|DÂN TỘC)"
    r"|SỞ|(?<!ĐẢNG )(?<!CÁN )BỘ(?! [ỦU])|TỔNG CỤC|CHI CỤC|(?<!TỔNG )(?<!CHI )CỤC|CÔNG AN|THANH TRA|NGÂN HÀNG|BẢO HIỂM XÃ HỘI|KHO BẠC|(?<!HẢI )PHÒNG(?= )|TRƯỜNG"
    r"|VIỆN KIỂM SÁT|TÒA ÁN|LIÊN ĐOÀN|HỘI LIÊN HIỆP"
)
_HEAD = pattern(rf"(?<!\w)(?:{_HEADS})(?!\w)")
_PLACES = r"tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|quận ủy|tỉnh|thành phố|tp\.?|quận|huyện|thị xã|xã|phường|thị trấn|đảng bộ tỉnh|đảng bộ thành phố"
_PLACE = pattern(rf"(?<!\w)(?:{_PLACES}) (?P<name>.+)$")
_NAME = pattern(rf"(?:[{UPPER}][{LOWER}]+)(?: [{UPPER}][{LOWER}]*){{1,4}}")
_CAPITAL_NAME = pattern(rf"[{UPPER}]{{2,}}(?: [{UPPER}]+){{1,4}}")
_SIGNED = pattern(
    r"(?:TM|T/M|KT|K/T|TL|TUQ)\b|(?:PHÓ |THỨ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CỤC TRƯỞNG|CHÁNH)\b"
)
_NO_PART_OF_A_NAME = pattern(
    r"\((?:Đã|đã) ký\)|[*_|]|^(?:(?:PGS|GS|TS|ThS|BS|KS|CN|BSCKI{1,2})[. ]+)+(?=\w)"
)
# Two columns that became one line: "- Các sở; PHÓ CHỦ TỊCH", "- Lưu: VT. Nguyễn Văn A".
_POST_AT_END = pattern(
    rf"(?<![{UPPER}] )(?:KT\. ?|Q\. ?|TM\. ?)?(?:PHÓ |THỨ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG BAN)$"
)
_NAMED_AT_END = pattern(rf"[{UPPER}]{{2}}[.,;]? (?P<name>{_NAME.pattern})$")
_SIGNER = pattern(r"Người ký ?: ?(?P<name>[^:|]+?)(?= Ngày\b|$)")
_NO_NAME = pattern(r"(?:Như|Lưu|Nơi|Các|Sở|Bộ|Ban|Hội|Phụ|Công báo|Đã|Văn|Trung)\b")
_ANNEX = pattern(r"PHỤ LỤC|PHỤ BIỂU|Phụ lục\b")
_YEAR = pattern(
    r"(?<!đến )(?<!từ )năm (?P<year>(?:19|20)[0-9]{2})(?! ?[-–] ?[0-9]{4})", re.IGNORECASE
)
_BODIES = pattern(
    r"(?<!\w)(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|sở|chính phủ|thủ tướng|quốc hội)(?= )"
)
_ANY_YEAR = pattern(r"(?:\bnăm |[0-9]/)((?:19|20)[0-9]{2})(?![0-9/]| ?[-–] ?[0-9]{4})")
_ABBREVIATION = pattern(r"(?<!\w)[A-ZĐ][A-ZĐ0-9&-]*[A-ZĐ0-9](?!\w)")
_PROPER = pattern(rf"(?<=[{LOWER},] )[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")


class Header(Struct, frozen=True):
    """What the header says; `unsure` names the keys that were read where they only may stand."""

    number: str | None
    issued: date | None
    issuer: str | None
    signer: str | None
    title: str | None
    year: int | None
    id: str | None
    unsure: frozenset[str]


def read_header(layout: Layout) -> Header:
    """Read what head and tail say of the document."""
    # A number or a date may also stand under the title.
    under = (text for text in layout.head[layout.title : layout.title + 4] if TOP.match(text))
    lines = (*layout.head[: layout.top], *under)
    top = " ".join(lines)
    named = " ".join(layout.head[layout.top : layout.title])
    body = _words_of(layout)
    lead = " ".join(layout.head[layout.title :])[:1500] or body[:600]
    number, unsure_number = _number(layout, top, named, lead)
    issued, unsure_date = _issued(layout, top, named, lead)
    issuer, unsure_issuer = _issuer(layout, top, lead, body)
    placed = _PLACED.search(top)
    title = _title(layout, "\n".join(lines), f"{body}, {placed['place'] if placed else ''}")
    year = _year(title, issued, body)
    unsure = {
        "number": unsure_number,
        "issued": unsure_date,
        "issuer": unsure_issuer,
        "year": not (title and _YEAR.search(title)),
    }
    return Header(
        number,
        issued,
        issuer,
        _signer(layout, top),
        title,
        year,
        _id(issuer, top, issued, number),
        frozenset(key for key, doubt in unsure.items() if doubt),
    )


def _words_of(layout: Layout) -> str:
    paragraphs = (
        p.text for part in layout.parts for section in part.sections for p in section.paragraphs
    )
    return " ".join((*layout.head[layout.title :], *paragraphs))


# ---- number and date ----------------------------------------------------------------------------


def _number(layout: Layout, top: str, named: str, lead: str) -> tuple[str | None, bool]:
    for text in (top, named):
        if m := _NUMBERED.search(text):
            return m["number"].replace(" ", ""), False
        if m := _UNNUMBERED.search(text):
            return m["symbol"].replace(" ", ""), True
    alone = next(
        (text for text in layout.head[: layout.title] if _BARE_NUMBER.fullmatch(text)), None
    )
    if alone:
        return alone, False
    told = _TOLD.search(lead)
    return (told["number"].replace(" ", "") if told else None), True


def _issued(layout: Layout, top: str, named: str, lead: str) -> tuple[date | None, bool]:
    tail = " ".join(layout.tail)
    places = ((_PLACED, top), (_DATED, top), (_DATED, named), (_PLACED, tail), (_TOLD, lead))
    for sign, text in places:
        for m in sign.finditer(text):
            if m["day"] and (day := day_of(m["day"], m["month"], m["year"])):
                return day, text is lead
    return None, True


def day_of(day: str, month: str, year: str) -> date | None:
    """Give a day, None where the calendar has none such, or data may not hold it."""
    try:
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None


# ---- who ----------------------------------------------------------------------------------------


def _issuer(layout: Layout, top: str, lead: str, body: str) -> tuple[str | None, bool]:
    top = re.split(r"\bV/v\b|\bVề việc\b", top)[0]
    plain = _BLANK_DATE.sub(
        " ", _PLACED.sub(" ", _NUMBERED.sub(" ", _UNNUMBERED.sub(" ", _MOTTO.sub(" ", top))))
    )
    capitals = " ".join(
        re.findall(rf"(?<![\w-])[{UPPER}][{UPPER}.,&-]*(?![\w])", " ".join(plain.split()))
    )
    found = _last_body(capitals)
    if found:
        return _cased(found, body), False
    asking = re.search(
        r"(?P<who>(?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Thủ tướng Chính phủ|Chính phủ|Hội đồng nhân dân|Bộ [A-ZĐ]\w+|Ban Thường vụ)[^,;.:]{0,60}?) "
        r"(?:yêu cầu|ban hành|chỉ thị|đề nghị|quyết nghị)",
        lead,
    )
    return (asking["who"] if asking else None), True


def _last_body(capitals: str) -> str | None:
    """Give the body that issues: the last named, for the one above it stands first."""
    starts = [m.start() for m in _HEAD.finditer(capitals)]
    if not starts:
        return None
    office = capitals.find("VĂN PHÒNG")
    return capitals[office if office in starts else starts[-1] :].strip(" -,.")


def _cased(name: str, body: str) -> str:
    """Write a name in capitals as the text itself writes it, else with the capitals that such names have."""
    if name != name.upper():
        return name
    known = re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", body.lower())
    if known and len(body.lower()) == len(body):
        said = body[known.start() : known.end()]
        if said != said.upper():
            return said[:1].upper() + said[1:]
    low = name.lower()
    words = re.sub(r"(?<=và )\w", lambda m: m[0].upper(), low)
    words = words.replace("chính phủ", "Chính phủ").replace("ubnd", "UBND").replace("hđnd", "HĐND")
    m = _PLACE.search(words)
    if m:
        words = words[: m.start("name")] + m["name"].title()
    elif low.startswith(("bộ ", "sở ")):
        words = words[:3] + words[3:4].upper() + words[4:]
    return words[:1].upper() + words[1:]


def _signer(layout: Layout, top: str) -> str | None:
    stated = _SIGNER.search(top)
    if stated:
        return stated["name"].strip()
    return _name_in(list(layout.tail)) or _name_in(list(layout.head[layout.title :]))


def _name_in(lines: list[str]) -> str | None:
    """Find the name under the post of who signs."""
    end = next((at for at, line in enumerate(lines) if _ANNEX.match(line)), len(lines))
    plain = [_plain(line) for line in lines[:end]]
    signed = [
        at for at, line in enumerate(plain) if _SIGNED.match(line) or _POST_AT_END.search(line)
    ]
    if not signed:
        return None
    after = plain[signed[-1] + 1 :]
    names = [line for line in after if _NAME.fullmatch(line) and not _NO_NAME.match(line)]
    names += [m["name"] for line in plain[signed[-1] :] if (m := _NAMED_AT_END.search(line))]
    if names:
        return names[0]
    capital = [line for line in after if _CAPITAL_NAME.fullmatch(line)]
    return capital[0].title() if capital else None


def _plain(line: str) -> str:
    return _NO_PART_OF_A_NAME.sub("", line).strip()


# ---- title and year -----------------------------------------------------------------------------


def _title(layout: Layout, top: str, body: str) -> str | None:
    lines = [_plain(line) for line in layout.head[layout.top : layout.title]]
    if not lines:
        # the place and the day end it: on a line of their own, or behind it where two columns ran together
        about = re.search(
            rf"V/v:? (?P<about>.+?)(?=\sKính gửi|\Z|\n{_TOWN}, ?ngày| [{UPPER}][^,;.\n]{{1,30}}, ngày)",
            top,
            re.DOTALL,
        )
        return f"Công văn về việc {' '.join(about['about'].split())}" if about else None
    kept = lines[:1] + _before_issuer(lines[1:])
    said = " ".join(filter(None, kept))
    if said != said.upper() and KIND.match(said):
        return _with_kind(said)
    return _uncapital(said, body)


def _with_kind(title: str) -> str:
    """Write "KẾ HOẠCH Phòng, chống dịch" as "Kế hoạch phòng, chống dịch"."""
    m = KIND.match(title)
    if m is None:
        return title
    rest = title[m.end() :].lstrip(" :")
    small = rest[:1].lower() if rest[1:2].islower() or rest[1:2] == " " else rest[:1]
    return f"{m['kind'].capitalize()} {small}{rest[1:]}".strip()


def _before_issuer(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if at and re.match(
            rf"(?:CHỦ TỊCH |THỦ TRƯỞNG |BỘ TRƯỞNG |GIÁM ĐỐC )?(?:{_HEADS})(?!\w)|KHÓA\b|CHỦ TỊCH\b",
            line,
        ):
            return lines[:at]
    return lines


def _uncapital(title: str, body: str) -> str:
    """Write a title in small letters; names and abbreviations are written as the text has them."""
    words = title.lower()
    words = _BODIES.sub(lambda m: m[0][:1].upper() + m[0][1:], words)
    for proper in sorted(set(_PROPER.findall(body)), key=lambda name: (-len(name), name)):
        words = re.sub(rf"(?<!\w){re.escape(proper.lower())}(?!\w)", proper, words)
    for short in sorted(set(_ABBREVIATION.findall(body))):
        words = re.sub(rf"(?<!\w){re.escape(short.lower())}(?!\w)", short, words)
    return words[:1].upper() + words[1:]


def _year(title: str | None, issued: date | None, body: str) -> int | None:
    """Give the year of the tasks: that of the title, else that of issue, else the one that the text names most."""
    named = [int(m["year"]) for m in _YEAR.finditer(title or "")]
    if named:
        return named[-1]
    if issued:
        return issued.year
    counted = Counter(int(year) for year in _ANY_YEAR.findall(body))
    return max(counted, key=lambda year: (counted[year], year)) if counted else None


# ---- id -----------------------------------------------------------------------------------------


def _id(issuer: str | None, top: str, issued: date | None, number: str | None) -> str | None:
    """Give place, year and number as one id: hai-phong/2023/02-CT-UBND."""
    if not (issuer and issued and number and number[0].isdigit()):
        return None
    m = _LOCAL.search(issuer) or (
        None if _CENTRAL.match(issuer) else _LOCAL.search(_place_above(top))
    )
    return f"{slug(m['name'] if m else issuer)}/{issued.year}/{plain_letters(number).replace('/', '-')}"


_LOCAL = pattern(rf"(?<!\w)(?:{_PLACES}) (?P<name>[{UPPER}].*)$")
_CENTRAL = pattern(
    r"Thủ tướng|Chính phủ|Quốc hội|Bộ |Văn phòng Chính phủ|Ban Bí thư|Bộ Chính trị", re.IGNORECASE
)


def _place_above(top: str) -> str:
    """Give the place of the date line: a sở stands under the province that is named there."""
    m = _PLACED.search(top)
    return f"tỉnh {m['place']}" if m else ""


def slug(text: str) -> str:
    """Give words as an id: small letters without marks, joined by dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", bare(text)))


def plain_letters(text: str) -> str:
    """Give a text without marks, its case kept."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))
