"""Runs, paragraphs and drawn lines in the markup of Word: all that they show is text, whatever it says."""

import unicodedata
from xml.sax.saxutils import escape

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.words import one_line, shorten

FONT = "Times New Roman"
FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_TWIPS = 1440 / 25.4
_NOT_SHOWN = ("Cc", "Cf", "Cs", "Cn")  # control, direction, half and unknown characters


class Look(Struct, frozen=True):
    """How words look; the size is in points."""

    size: float = 14
    bold: bool = False
    italic: bool = False

    @property
    def small(self) -> "Look":
        return replace(self, size=13)


BODY = Look()
BOLD = Look(bold=True)
ITALIC = Look(italic=True)


class Place(Struct, frozen=True):
    """Where a paragraph stands: its side, its gaps in points, its indents in mm, and whether it stays with the next."""

    align: str = "both"
    before: float = 6
    after: float = 0
    first: float = 12.7
    left: float = 0
    right: float = 0
    keep: bool = False
    level: int | None = None  # in the outline by which readers find their way
    style: str = ""


FLOWING = Place()
CENTRED = Place(align="center", before=0, first=0)
SIDE = Place(align="left", before=0, first=0)


def twips(mm: float) -> int:
    """Give a length in the unit of Word, a twentieth of a point."""
    return round(mm * _TWIPS)


def clean(text: str) -> str:
    """Drop what a paper cannot show or must not obey: control characters, those that turn the direction, halves of characters."""
    shown = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    return "".join(one for one in shown if unicodedata.category(one) not in _NOT_SHOWN)


def plain(text: str, width: int = 300) -> str:
    """Give somebody else's words on one line, at most so many characters."""
    return shorten(one_line(clean(one_line(text))), width)


def run(text: str, look: Look = BODY) -> str:
    """Write words that look alike."""
    marks = f"{'<w:b/><w:bCs/>' if look.bold else ''}{'<w:i/><w:iCs/>' if look.italic else ''}"
    size = round(look.size * 2)
    return (
        f'<w:r><w:rPr>{FONTS}{marks}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'
    )


def paragraph(content: str, place: Place = FLOWING) -> str:
    """Write a paragraph of runs."""
    style = f'<w:pStyle w:val="{place.style}"/>' if place.style else ""
    keep = "<w:keepNext/>" if place.keep else ""
    level = "" if place.level is None else f'<w:outlineLvl w:val="{place.level}"/>'
    return (
        f"<w:p><w:pPr>{style}{keep}"
        f'<w:spacing w:before="{round(place.before * 20)}" w:after="{round(place.after * 20)}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{twips(place.left)}" w:right="{twips(place.right)}" w:firstLine="{twips(place.first)}"/>'
        f'<w:jc w:val="{place.align}"/>{level}</w:pPr>{content}</w:p>'
    )


def said(text: str, look: Look = BODY, place: Place = FLOWING) -> str:
    """Write a paragraph of words that look alike."""
    return paragraph(run(text, look), place)


def line(length: float, room: float) -> str:
    """Draw a line of so many mm in the middle of a room: the upper edge of a paragraph without words."""
    side = twips(max(0.0, (room - length) / 2))
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/><w:jc w:val="center"/>'
        f'<w:rPr>{FONTS}<w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr></w:pPr></w:p>'
    )
