"""Whether the words under `approved_by` name a paper by which the issuer of the directive grants: what is not surely so is no approval."""

import re
import unicodedata

from hpdirective.model.issuer import level_of
from hpdirective.patterns import laid_out, pattern
from hpdirective.words import any_of, fold

_LONGEST = 500  # characters of what can still be the name of a paper
# The patterns below call the issuer's level "thành phố"; words on a committee of another level are brought to that first.
_TOWN = "thành phố"

# --- numbers of papers: the city's, those that say nothing by themselves, and another body's
_PAPER, _OTHER = "\ue000", "\ue001"  # signs that stand for a number in the words
_NUMBER = laid_out(r"""
    (?<![\w/])\d+\s*/\s*(?:\d{4}\s*/\s*)?(?:
    (?P<city>(?i:(?:(?:QĐ|TB|TBKL|KL|CV|VB|CĐ|KH)\s*[-–]\s*)?UBND)
    (?:[-–][A-ZĐa-zđ]\w*|\s+[-–]\s*(?!UBND)[A-ZĐ]{1,5}\d?(?!\w))?(?![\w&-]))
    |(?P<silent>(?:CT-UBND|QĐ-CT(?:UBND)?)(?![\w&-]))
    |(?P<office>(?:(?:TB|TBKL|CV|VB)-)?VP(?:UBND)?(?:-\w+)?(?![\w&-]))
    |[A-ZĐ][A-ZĐ&][\w&–-]*)
""")
_CONVEYED = pattern(r"(?<!\w)(?:kết luận|ý kiến|chỉ đạo)(?!\w)")

# --- words, as `fold` spells them
_BREAKS = pattern(r"[,;:()\[\]“”\"\n]|\s[-–—]\s")
_COMMITTEE = r"(?:ubnd|ủy ban nhân dân)"
_CITY = (
    r"(?:(?:kt|tm|ct|pct|phó|chủ tịch|thường trực|lãnh đạo|tập thể|đồng chí) )*"
    rf"(?:{_COMMITTEE} ?(?:thành phố|t phố|tp|t p)|(?<=chủ tịch )(?:thành phố|tp))(?!\w)"
)
_NAMED = pattern(_CITY)
_OFFICE = pattern(rf"(?:văn phòng|vp) ?{_COMMITTEE} ?(?:thành phố|t phố|tp|t p)(?!\w)")
_WORD = (
    r"(?:công văn|văn bản|quyết định|thông báo|kết luận|chỉ đạo|ý kiến|công điện|kế hoạch|biên bản|phiên họp|cuộc họp"
    r"|cv|qđ|tb|vb|kl|tbkl|số|ngày|tháng|năm|\d+|của|do|được|bởi|theo|tại|căn cứ|đã|gia hạn|cho phép|chấp thuận|đồng ý"
    r"|phê duyệt|thống nhất|nhất trí|sự|chủ trương|đồng chí|thường trực|lãnh đạo|tập thể|phó|chủ tịch|thời hạn|thời gian"
    rf"|việc|hỏa tốc|ký|và|về|{_PAPER})"
)
_GOES_ON = (
    r"(?:(?:đã |có |ra |đã có |đã ra )?(?:đồng ý|chấp thuận|cho phép|cho gia hạn|phê duyệt|duyệt|thống nhất|nhất trí|gia hạn"
    r"|quyết định|công văn|văn bản|thông báo|kết luận|chỉ đạo|ý kiến|cv|qđ|tb|vb|ban hành|ký|điều chỉnh|miễn|chủ trương)"
    r"|tại|theo|ngày|tháng|năm|số|về|do|bằng|và"
    rf"|(?:nguyễn|trần|phạm|lê|hoàng|bùi|vũ|đỗ) \w+ \w+|\d+|{_PAPER})(?!\w)"
)
_GRANT = pattern(rf"(?:{_WORD} )*{_CITY}(?: {_GOES_ON}.*)?")
_PAPER_ALONE = pattern(rf"(?:(?:{_WORD}|{_COMMITTEE}|thành phố|tp)(?: |$))*")
_ANOTHER = pattern(rf"(?<!cho )(?<!phép )(?<!\w){_COMMITTEE}(?!\w)|{_OTHER}")
_AUTHOR = pattern(
    r"(?:^|(?<!\w)(?:của|do) )(?:phó )?(?:giám đốc|thủ trưởng|sở|phòng|ban|cục|chi cục|bộ|văn phòng|vp)(?!\w)|của (?:đơn vị|cơ quan)(?!\w)"
)
_BODY = pattern(
    rf"(?<!\w)(?:{_COMMITTEE}|sở|quận|huyện|xã|phường|thị trấn|thị xã|đặc khu|tỉnh|thành phố|tp)(?!\w)"
)
# What a paper is about or answers, to the end of the phrase: the words of others, which it grants.
_ABOUT = laid_out(r"""
    (?<!\w)(?:(?:về việc|v v)(?!\w)
    (?! (?:đề nghị|xin|kiến nghị|đề xuất|báo cáo|trình|lấy ý kiến|kết luận|thông báo|ý kiến|chỉ đạo))
    |(?:trả lời|phúc đáp)(?!\w)
    |(?:căn cứ|theo|trên cơ sở|xét|(?:đồng ý|chấp thuận|nhất trí|thống nhất)(?: với| theo)?)
    [ ](?:đề nghị|đề xuất|kiến nghị|báo cáo|tờ trình)(?!\w)).*
""")
_ADDRESSED = pattern(
    rf"({_CITY}.*?) gửi (?:sở|các|ban|cục|chi cục|công an|đơn vị|cơ quan|{_COMMITTEE} (?:quận|huyện|thị xã|thị trấn|xã|phường)).*"
)
_HARMLESS = pattern(r"nghe báo cáo|gửi kèm")
_ASKS = laid_out(r"""
    (?<!\w)(?:gửi|báo cáo|đề nghị|đề xuất|kiến nghị|xin|chưa|xem xét|sẽ|nếu|dự kiến|ủy quyền|thay mặt|thừa lệnh|tuq
    |tham mưu|lấy ý kiến|tờ trình|ttr|giấy mời
    |(?<!chương )(?<!công )(?<!tiến )(?<!lộ )(?<!quá )(?<!quy )trình)(?!\w)
""")
_DENIES = laid_out(r"""
    (?<!\w)(?:không (?:đồng ý|chấp thuận|chấp nhận|cho|nhất trí|thống nhất|phê duyệt|duyệt|gia hạn|được|có ý kiến|xem xét
    |thông qua|giải quyết)|chờ|đợi|từ chối|bác bỏ|thu hồi|bãi bỏ|hủy bỏ|dự thảo|giữ nguyên|hết hiệu lực
    |đang (?:xem xét|trình|xin|lấy ý kiến|soạn|xử lý)
    |chưa (?:đồng ý|chấp thuận|nhất trí|thống nhất|phê duyệt|cho|ban hành|ký|trả lời|xem xét
    |(?:có|được) (?:ý kiến|văn bản|quyết định|trả lời|đồng ý|chấp thuận)))(?!\w)
""")


def is_issuers(text: str, issuer: str, *, own_symbol: bool) -> bool:
    """Tell whether words name a paper by which the issuer of the directive, or its chairman, grants.

    A number such as 150/UBND-TH is the issuer's by itself; where the unit's own papers carry UBND too (`own_symbol`), the words are asked for.
    """
    if len(text) > _LONGEST or _DENIES.search(fold(text)):
        return False
    phrases = _phrases(text, issuer)
    grant = next((n for n, said in enumerate(phrases) if _GRANT.fullmatch(said)), None)
    if any(map(_refused, phrases)) or any(map(_AUTHOR.search, phrases[:grant])):
        return False
    by_number = not own_symbol and bool(level_of(issuer))  # else UBND is another's symbol
    return grant is not None or (by_number and _is_paper_alone(phrases))


def _is_paper_alone(phrases: list[str]) -> bool:
    """Tell whether a number of the city's stands among words that name nobody else."""
    known = [said for said in phrases if _PAPER_ALONE.fullmatch(said)]
    others = [said for said in phrases if not _PAPER_ALONE.fullmatch(said)]
    return any(_PAPER in said for said in known) and not any(map(_BODY.search, others))


def _refused(said: str) -> bool:
    """Tell whether a phrase asks, or names another body's paper, or the city otherwise than as who grants."""
    if _ASKS.search(said) or (_NAMED.search(said) and not _GRANT.fullmatch(said)):
        return True
    return bool(not _PAPER_ALONE.fullmatch(said) and _ANOTHER.search(_NAMED.sub("", said)))


def _phrases(text: str, issuer: str) -> list[str]:
    """Give the phrases of words as `fold` spells them, without what they are about and without the city's own name."""
    conveyed = bool(_CONVEYED.search(fold(text)))
    said = _NUMBER.sub(lambda found: _sign(found, conveyed), unicodedata.normalize("NFC", text))
    return [_phrase(part, issuer) for part in _BREAKS.split(said)]


def _sign(found: re.Match[str], conveyed: bool) -> str:
    """Give the sign for a number: of the city's office only what conveys the words of others says nothing."""
    if found["city"]:
        return f" {_PAPER} "
    return " " if found["silent"] or (found["office"] and conveyed) else f" {_OTHER} "


def _phrase(part: str, issuer: str) -> str:
    said, level = fold(part), level_of(issuer)
    place = fold(issuer).partition(f"{level} ")[2] if level else ""
    if level != _TOWN:
        said = _as_city(said, level, fold(issuer))
    if place:
        names = any_of((place, "".join(word[0] for word in place.split())))
        if level == _TOWN:  # a province's or a district's name is often also that of a town in it
            said = re.sub(
                rf"(?<!\w)({_COMMITTEE}) {re.escape(place)}(?!\w)", r"\1 thành phố", said
            )
        said = re.sub(rf"(?<=(?: tp|phố)) (?:{names})(?!\w)", "", said)
    said = _HARMLESS.sub("", _OFFICE.sub("", said))
    return " ".join(_ADDRESSED.sub(r"\1", _ABOUT.sub("", said)).split())


def _as_city(said: str, level: str, issuer: str) -> str:
    """Call an issuer of another level "thành phố", and every town, which then is not the issuer, "thị xã"."""
    said = re.sub(r"(?<!\w)(?:thành phố|t phố|tp|t p)(?!\w)", "thị xã", said)
    if not level:
        return re.sub(rf"(?<!\w){re.escape(issuer)}(?!\w)", "ubnd thành phố", said)
    return re.sub(rf"(?<!\w)({_COMMITTEE}|chủ tịch) {level}(?!\w)", r"\1 thành phố", said)
