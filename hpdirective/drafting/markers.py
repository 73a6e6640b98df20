"""What a line starts with: "Phần thứ nhất", "II.", "Điều 3.", "1.2", "a)", "-", "+"."""

import re
from enum import IntEnum

from msgspec import Struct

# The letters of Vietnamese for a character class: in Unicode the great and the small ones alternate, so no range will do.
LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
UPPER = "A-Z" + LOWER.removeprefix("a-z").upper()


class Style(IntEnum):
    """The ways of numbering, outermost first as they are most often nested."""

    PART = 0
    CHAPTER = 1
    LETTER = 2
    ROMAN = 3
    TITLE = 4  # "Mục 1" of a chapter
    ARTICLE = 5
    ARABIC = 6
    TWO = 7  # 1.2
    THREE = 8  # 1.2.3
    SMALL = 9  # a)
    ROUND = 10  # (1), (a)
    DASH = 11
    PLUS = 12
    BULLET = 13

    @property
    def strong(self) -> bool:
        """Whether it can number a part or a section."""
        return self <= Style.ARABIC

    @property
    def counted(self) -> bool:
        return self < Style.DASH


class Marker(Struct, frozen=True):
    """A label at the start of a text; `label` is empty where no space parts it from `rest`, which then holds it too."""

    style: Style
    number: int
    label: str
    rest: str

    @property
    def alone(self) -> bool:
        return not self.rest


_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ROMANS = {"I": 1, "V": 5, "X": 10}
# Invisible letters and the stars of Markdown may stand before a label.
_BEFORE = r"(?:[\u00ad\u200b-\u200f\u2060\ufeff]|\*\*|__|#{1,6} )*"
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_END = r"(?: ?[.:/)]| ?[-–—])"
_COUNT = rf"(?:(?:thứ )?(?:{'|'.join(_ORDINALS)})|{_ROMAN}|[A-H]|[0-9]{{1,2}})"
_FORMS: dict[Style, str] = {
    Style.PART: rf"phần (?P<part>{_COUNT})(?!\w)(?: ?[.:]| [-–—](?= |$))?",
    Style.CHAPTER: rf"chương (?P<chapter>{_COUNT})(?!\w)(?: ?[.:]| [-–—](?= |$))?",
    Style.TITLE: rf"mục (?P<title>{_ROMAN}|[0-9]{{1,2}})(?!\w)(?: ?[.:])?",
    Style.ARTICLE: r"điều (?P<article>[0-9]{1,3})(?![\w/])(?: ?[.:])?",
    Style.THREE: r"(?P<three>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})(?:\.[0-9]{1,2})?(?: ?[.:/)]| ?[-–—](?= |$))?",
    Style.TWO: rf"(?:(?:{_ROMAN}|[A-H])\.)?(?P<two>[0-9]{{1,2}}\.[0-9]{{1,2}})(?: ?[.:/)]| ?[-–—](?= |$))?",
    Style.ARABIC: rf"(?:(?:{_ROMAN}|[A-H])\.)?(?P<arabic>[0-9]{{1,2}}){_END}",
    Style.ROMAN: rf"(?P<roman>{_ROMAN})(?!\w)(?:{_END}|(?=$| ))",
    Style.LETTER: rf"(?P<letter>[A-HK-UY]){_END}",
    Style.ROUND: r"\((?P<round>[0-9]{1,2}|[a-zđ]|[ivx]{1,4})\)",
    Style.SMALL: r"(?P<small>[a-zđ][0-9]?|[ivx]{2,4}) ?[.)/]|(?P<small2>[a-zđ])[-–](?= )",
    Style.PLUS: r"\+",
    Style.DASH: r"[-–—−‒‐‑\uf02d]",
    Style.BULLET: r"[•●○◦▪▫■□◆◇►▶‣⁃∙·*✓✔➢\uf0b7\uf0a7\uf076\uf0d8\uf0fc]",
}
# Words that number a part are names in capitals or at the start of a line only.
_WORDED = (Style.PART, Style.CHAPTER, Style.TITLE, Style.ARTICLE)
_PATTERNS = {
    style: re.compile(
        rf"(?P<label>{_BEFORE}(?:{form})(?:\*\*|__)?)(?P<after> |$|(?=\S))",
        re.IGNORECASE if style in _WORDED else 0,
    )
    for style, form in _FORMS.items()
}


def find(text: str) -> Marker | None:
    """Give the label that a text starts with; white space must be folded to single spaces."""
    for style, pattern in _PATTERNS.items():
        m = pattern.match(text)
        if m is None:
            continue
        found = _marker(style, m, text)
        if found:
            return found
    return None


def _marker(style: Style, m: re.Match[str], text: str) -> Marker | None:
    rest = text[m.end("label") :]
    glued = rest[:1] not in ("", " ")
    if style in _WORDED and not _heads(style, m["label"], rest):
        return None
    number = _number(style, m)
    if not _may_follow(style, m["label"], rest) or (style.counted and not number):
        return None
    return Marker(style, number, "" if glued else m["label"], text if glued else rest.strip())


def _heads(style: Style, label: str, rest: str) -> bool:
    """Tell whether a worded label starts a heading: "Điều 5 của Luật" and "Mục 1 Chương II" only cite."""
    if not next((char for char in label if char.isalpha()), "a").isupper():
        return False
    if style is Style.ARTICLE and label[-1] in ".:":
        return True
    said = rest.strip()
    if not said or label[-1] in ".:-–—":
        return True
    return said[:1].isupper() and (said == said.upper() or style is Style.PART)


def _may_follow(style: Style, label: str, rest: str) -> bool:
    """Tell whether what stands after a label fits it: "1.Sở Y tế" and "-Lưu" do, "1.5 lần", "15-NQ/TW", "I-ốt" and "5 - 7 ngày" do not."""
    said, label = rest.strip(), label.rstrip("*_")
    if not said or style is Style.BULLET or style in _WORDED:
        return rest[:1] in ("", " ") or said[0].isalpha()
    if rest[0] != " ":
        if style in (Style.DASH, Style.PLUS):
            return said[0].isalpha()
        return (label[-1] == "." and said[0].isupper()) or (label[-1] == ")" and said[0].isalpha())
    if style is Style.ROMAN and label[-1] in _ROMANS:
        return said == said.upper() and len(said) > 3 and " " in said
    if style in (Style.TWO, Style.THREE) and label[-1].isdigit():
        return not said[0].islower() and not said[0].isdigit() and said[0] not in "%-–+/"
    if style.counted and label[-1] in "-–—":
        return said[0].isupper() or said[0] in '“"(['
    return True


def _number(style: Style, m: re.Match[str]) -> int:
    match style:
        case Style.PART | Style.CHAPTER | Style.TITLE:
            return _counted(m[style.name.lower()])
        case Style.ROMAN:
            return roman_value(m["roman"])
        case Style.LETTER:
            return ord(m["letter"]) - ord("A") + 1
        case Style.ARTICLE | Style.ARABIC:
            return int(m[style.name.lower()])
        case Style.TWO | Style.THREE:
            parts = m[style.name.lower()].split(".")
            return int(parts[-1]) if int(parts[0]) else 0
        case Style.SMALL:
            return _small(m["small"] or m["small2"])
        case Style.ROUND:
            said = m["round"]
            return int(said) if said.isdigit() else _small(said)
    return 0


def _counted(word: str) -> int:
    said = word.lower().removeprefix("thứ ")
    if said in _ORDINALS:
        return _ORDINALS[said]
    if said.isdigit():
        return int(said)
    return roman_value(word.upper()) or ord(word.upper()) - ord("A") + 1


_ALPHABET = "abcdđefghiklmnopqrstuvxy"


def _small(letter: str) -> int:
    return _ALPHABET.find(letter[0]) + 1


def roman_value(text: str) -> int:
    """Give the value of a Roman number below 40; 0 where it is none."""
    values = [_ROMANS.get(char, 0) for char in text]
    if not all(values):
        return 0
    return sum(
        -value if any(value < later for later in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )


def roman(number: int) -> str:
    """Write a number in Roman figures; 0, for what stands before the first, stays 0."""
    tens, units = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][units] or "0"
