"""The words of a target: made plain, character for character, so that few sentences do."""

import re
import unicodedata

from hpdirective.model.target.measures import WORD, bare
from hpdirective.model.target.values import Op, Trend
from hpdirective.patterns import pattern

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
VERBS = (
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

TURNS = frozenset(_TURNING.split())

_KNOWN = {
    word
    for phrase in (*(p for group in _PHRASES.values() for p in group), *_TRENDS, _OTHER_WORDS)
    for word in phrase.split()
    if word.isalpha()
}

_LEXICON = {word: bare(word) for word in _KNOWN} | {"kì": "ky", "trồng": "trồng"}
_UNMARKED = {bare(word) for word in _KNOWN - _MARKED_ONLY}
_LOOKALIKES = {bare(word) for word in _KNOWN}
OPS = {bare(phrase): op for op, phrases in _PHRASES.items() for phrase in phrases}
WAYS = {bare(phrase): trend for phrase, trend in _TRENDS.items()}
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
_STAR = pattern(
    r"(?<=[\w%])(?: ?\(\*+\)| ?\[[0-9]{1,2}\]|(?<=[^\W\d_mM]|%)[¹²³⁰⁴-⁹]+)$"
)  # of a footnote
_PERCENT = pattern(r"(?<=[0-9]) ?\( ?% ?\)")
# Only one space of one line groups thousands: a tab or a line break stands between two cells.
_GROUPS = pattern(r"(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])")


def cleaned(text: str) -> str:
    minus = text.lstrip().startswith(("\u2212", "÷"))  # a sign of its own, never a bullet
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS)).strip()
    text = _GROUPS.sub(lambda m: re.sub(r"\s", "_", m[0]), text)
    text = " ".join(_BULLET.sub(" ; ", text).split()).lstrip("“\"'").replace("%%", "%")
    text = _PERCENT.sub("%", text)
    core = _STAR.sub("", text.rstrip(_STOPS)).rstrip(_STOPS)
    stops = text[len(core) :]
    # Three stops say that something is left out, and "85," may be cut short.
    closed = "..." not in stops and not (stops[:1] == "," and core[-1:].isdigit())
    text = core if closed else text
    text = text if minus else _FIRST_BULLET.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text


def plain_key(clean: str) -> str:
    """Give the plain key of a cleaned text, character for character as long."""
    unmarked = re.split("[0-9]", clean, maxsplit=1)[0].isascii()

    def known(m: re.Match[str]) -> str:
        word = m[0].lower()
        if word in _LEXICON:
            return _LEXICON[word]
        if word in _LOOKALIKES and not (unmarked and word in _UNMARKED):
            return "§" * len(word)  # "Thu 500" is no "Thứ 500"
        return word if len(word) == len(m[0]) else m[0]

    return WORD.sub(known, clean)
