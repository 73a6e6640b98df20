"""What stands around the text of a paper: its head, its name, to whom it goes, who signs, and the head of an annex."""

from datetime import date

from msgspec import Struct

from hpdirective.reporters.paper.decree.binding import ROOM
from hpdirective.reporters.paper.decree.markup import (
    BODY,
    BOLD,
    CENTRED,
    FLOWING,
    ITALIC,
    SIDE,
    Look,
    Place,
    line,
    said,
)
from hpdirective.reporters.paper.decree.measure import balanced, width_of
from hpdirective.reporters.paper.decree.office import OPEN, Office
from hpdirective.reporters.paper.decree.table import side_by_side
from hpdirective.words import Lang, Text

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
HELD = "\u00a0"  # a space at which no line is parted
GAP = HELD * 6  # what a hand or a register fills in
_LEFT, _RIGHT = 68.0, ROOM - 68.0  # mm
_PART = 0.4  # of the words above a line: the Decree wants a third to a half
_NARROWER = 15.0  # mm that the lines of a subject are kept shorter than the text
_TOPIC = Look(12)  # of a letter, beside its number


class Kind(Struct, frozen=True):
    """A kind of paper: its letters in the number, and its name in large letters; a letter to a unit has neither."""

    letters: str
    name: Text | None = None


REPORT = Kind("BC", Text(vi="BÁO CÁO", en="REPORT"))
LETTER = Kind("")


def number_of(kind: Kind, office: Office) -> str:
    """Give the number of a paper with the number itself left open."""
    if kind.letters:
        return f"{GAP}/{kind.letters}-{office.symbol}"
    return f"{GAP}/{office.symbol}-{OPEN}"


def head(kind: Kind, office: Office, year: int, lang: Lang, topic: str = "") -> list[str]:
    """Write the head: bodies and number on the left, the nation, its motto, place and day on the right."""
    size = Look(12)
    bold = Look(12, bold=True)
    number = Text(vi="Số:", en="No:").said(lang)
    body = balanced(office.body, 12, _LEFT - _NARROWER / 2)
    left = [
        said(office.parent, size, CENTRED)
        + "".join(said(words, bold, CENTRED) for words in body)
        + line(max(width_of(words, 12) for words in body) * _PART, _LEFT),
        said(f"{number}{number_of(kind, office)}", BODY.small, CENTRED),
    ]
    right = [
        said(NATION, bold, CENTRED)
        + said(MOTTO, Look(13, bold=True), CENTRED)
        + line(width_of(MOTTO, 13), _RIGHT),
        said(_day(office, year, lang), ITALIC.small, CENTRED),
    ]
    if topic:
        left.append(said(topic, _TOPIC, Place(align="center", before=6, first=0)))
        right.append(said("", BODY.small, CENTRED))
    return [side_by_side(left, right, (_LEFT, _RIGHT))]


def _day(office: Office, year: int, lang: Lang) -> str:
    if lang is Lang.EN:
        return f"{office.place},{GAP}{GAP}{year}"
    return f"{office.place}, ngày{GAP}tháng{GAP}năm {year}"


def title(kind: Kind, subject: str, lang: Lang) -> list[str]:
    """Write the name of the kind of paper and its subject with the line below."""
    name = kind.name.said(lang) if kind.name else ""
    first = Place(align="center", before=18, first=0)
    lines = balanced(subject, 14, ROOM - _NARROWER)
    drawn = max(width_of(words, 14) for words in lines) * _PART
    return [
        said(name, BOLD, first),
        *(said(words.replace(HELD, " "), BOLD, CENTRED) for words in lines),
        line(drawn, ROOM),
    ]


def to(whom: str, lang: Lang) -> str:
    """Write to whom a paper goes."""
    words = Text(vi=f"Kính gửi: {whom}", en=f"To: {whom}").said(lang)
    return said(words, BODY, Place(align="center", before=18, after=12, first=0))


def signature(office: Office, lang: Lang) -> list[str]:
    """Write who is told, beside the post of who signs; the name is left to be written."""
    left = [
        said(
            Text(vi="Nơi nhận:", en="Sent to:").said(lang), Look(12, bold=True, italic=True), SIDE
        ),
        said(Text(vi="- Như trên;", en="- As above;").said(lang), Look(11), SIDE),
        said(Text(vi="- Lưu: VT.", en="- Kept: VT.").said(lang), Look(11), SIDE),
    ]
    right = [said(office.post, BOLD, CENTRED), *(said("", BOLD, CENTRED) for _ in range(5))]
    return [
        _space() * 2,
        side_by_side(["".join(left)], ["".join(right)], (_LEFT, _RIGHT)),
    ]


def heading(number: str, words: str) -> str:
    """Write the heading of a part: a Roman number, in large letters."""
    place = Place(align="left", before=12, keep=True, level=0, style="Heading1")
    return said(f"{number}. {words.upper()}", BOLD, place)


def point(number: int, words: str) -> str:
    """Write the heading of a point."""
    place = Place(align="left", keep=True, level=1, style="Heading2")
    return said(f"{number}. {words}", BOLD, place)


def text(words: str, *, keep: bool = False) -> str:
    """Write a paragraph of the text."""
    return said(words, BODY, Place(keep=keep) if keep else FLOWING)


def framed(drawn: str) -> str:
    """Part a table from what goes before, with which it stays on one page, and from what comes after."""
    return f"{_space()}{drawn}{said('', Look(3), SIDE)}"


def _space() -> str:
    return said("", Look(3), Place(align="left", before=0, first=0, keep=True))


def annex_head(
    number: str, name: str, kind: Kind, office: Office, day: date, lang: Lang
) -> list[str]:
    """Write the head of an annex: its Roman number, its name, and the paper to which it belongs."""
    paper = number_of(kind, office)
    belongs = Text(
        vi=f"(Kèm theo Báo cáo số{paper} ngày{GAP}tháng{GAP}năm {day.year} của {office.name})",
        en=f"(With Report No{paper} of{GAP}{GAP}{day.year} of the {office.name})",
    )
    place = Place(align="center", before=0, first=0, level=0, style="Heading1", keep=True)
    label = Text(vi=f"Phụ lục {number}", en=f"Annex {number}").said(lang)
    return [
        said(label, BOLD, place),
        said(name.upper(), BOLD, CENTRED),
        said(belongs.said(lang), ITALIC, CENTRED),
        _space(),
    ]
