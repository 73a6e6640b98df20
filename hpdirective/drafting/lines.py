"""Lines into blocks: a paragraph that was broken over lines is one again, and each block knows its label."""

import unicodedata
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.drafting.markers import Marker, Style, find
from hpdirective.drafting.reflow import reflow
from hpdirective.model.official import normal
from hpdirective.patterns import pattern


class Line(Struct, frozen=True):
    """One line in normal form; `cells` are its columns, `gap` says that an empty line stands before it, `indent` counts the spaces that it started with."""

    text: str
    cells: tuple[str, ...]
    gap: bool
    indent: int = 0
    marker: Marker | None = None

    @property
    def page_number(self) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(self.text))

    @property
    def furniture(self) -> bool:
        """Whether it is no text: the number of a page, a rule, the edge of a table."""
        return self.page_number or not any(char.isalnum() for char in self.text)


class Block(Struct, frozen=True):
    """A paragraph of the text, without its label; a label with no space after it stays in `text`."""

    text: str
    marker: Marker | None = None

    @property
    def label(self) -> str:
        return self.marker.label if self.marker else ""

    @property
    def style(self) -> Style | None:
        return self.marker.style if self.marker else None


_PAGE_NUMBER = pattern(
    r"[-–—]* ?(?:[0-9]{1,3}|(?:[Tt]rang|[Pp]age) [0-9]{1,3}(?: ?/ ?[0-9]{1,3})?|PAGE BREAK) ?[-–—]*"
)
_COLUMNS = pattern(r"\t+|[^\S\n]{3,}")
_ENDED = pattern(r"(?:[.;:!?…]|\./\.)[”\"»’)\]*_]*$")
_AFTER_END = pattern(r"(?<=\./\.)\s+(?=Nơi nhận)")
_CITING = pattern(
    r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện (?:Luật|Nghị|Chỉ thị|Kế hoạch|Quyết định))\b"
)
_OPENS = pattern(r"(?:Căn cứ|Theo đề nghị|Xét|Kính gửi|Nơi nhận|Số ?:|QUYẾT (?:ĐỊNH|NGHỊ))(?!\w)")
# A line that ends in one of these goes on, however short it is.
_HANGING = pattern(
    r"(?<!\w)(?:và|với|của|cho|tại|các|những|về|theo|là|được|trong|từ|đến|số|ngày|tháng|năm|thuộc|do|để|hoặc|bằng|trên|dưới|Sở|Bộ|Ban|Phòng|Ủy|Uỷ|ban|nhân|Thủ|Chính"
    r"|Tỉnh|Thành|tỉnh|huyện|quận|xã|phường)$"
)
_WRAPPED = 140  # characters; longer lines are whole paragraphs
_FULL = 0.85  # of the width: a line that reaches so far was broken for want of room
_FULL_AT_END = 0.97  # the same where the line ends a sentence: most such lines end a paragraph
_INDENT = 2  # spaces more than the line before: a new paragraph
_HEADING_WORDS = 14


def read_lines(text: str) -> tuple[Line, ...]:
    """Give the lines that the normal form keeps, in order; their texts joined by one space are the normal form."""
    found: list[Line] = []
    gap = True
    for raw in _AFTER_END.sub("\n", reflow(unicodedata.normalize("NFC", text))).splitlines():
        said = normal(raw)
        if not said:
            gap = True
            continue
        cells = tuple(cell for part in _COLUMNS.split(raw) if (cell := " ".join(part.split())))
        found.append(Line(said, cells, gap, len(raw) - len(raw.lstrip())))
        gap = False
    return _labelled(_closed_up(found))


def _closed_up(lines: list[Line]) -> list[Line]:
    """Take no notice of empty lines where every line has one after it, as in a print with double spacing."""
    texts = [line for line in lines if len(line.text) > 40]
    open_ended = sum(not _ENDED.search(line.text) for line in texts)
    spaced = sum(line.gap for line in lines)
    if len(texts) < 10 or spaced < 0.85 * len(lines) or open_ended < 0.5 * len(texts):
        return lines
    if width_of(lines) is None:
        return lines
    return [replace(line, gap=False) for line in lines]


def width_of(lines: Sequence[Line]) -> int | None:
    """Give the width to which the text was broken into lines, in characters; None where a line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    if not lengths:
        return None
    width = lengths[int(0.95 * (len(lengths) - 1))]
    return width if width <= _WRAPPED else None


def ended(text: str) -> bool:
    """Tell whether a text ends as a sentence, an item or a lead-in does."""
    return bool(_ENDED.search(text))


def _labelled(lines: list[Line]) -> tuple[Line, ...]:
    """Find the label of each line, and pass over what only looks like one: the rest of a sentence broken before "- xã hội" or "1. "."""
    width = width_of(lines)
    found: list[Line] = []
    last: dict[Style, int] = {}
    before: Line | None = None
    for line in lines:
        marker = None if line.furniture else find(line.text)
        if marker and (_goes_on(before, line, marker, width, last) or _CITING.match(marker.rest)):
            marker = None
        if marker:
            for style in [style for style in last if style > marker.style]:
                del last[style]
            last[marker.style] = marker.number
        line = replace(line, marker=marker)
        found.append(line)
        if not line.furniture:
            before = line
    return tuple(found)


def _goes_on(
    before: Line | None, line: Line, marker: Marker, width: int | None, last: dict[Style, int]
) -> bool:
    """Tell whether a line that looks labelled goes on with the sentence of the line before."""
    if before is None or line.gap or ended(before.text) or width is None:
        return False
    if line.indent >= before.indent + _INDENT:
        return False
    if not _full(before.text, line.text, width):
        return False
    rest = marker.rest if marker.label else marker.rest.lstrip("-–+• ")
    if not marker.style.counted:
        return rest[:1].islower() or rest[:1].isdigit()
    return marker.number not in (1, last.get(marker.style, 0) + 1) or rest[:1].islower()


def _full(before: str, text: str, width: int, share: float = _FULL) -> bool:
    """Tell whether the first word of a text would not have fitted on the line before it."""
    return len(before) + 1 + len(text.split(" ", 1)[0]) > share * width


def blocks(lines: Sequence[Line], width: int | None) -> tuple[Block, ...]:
    """Join lines into blocks; `width` is that of the whole text."""
    apart = _set_apart(lines)
    found: list[Block] = []
    texts: list[str] = []
    marker: Marker | None = None
    before: Line | None = None
    broken = False  # by the number of a page

    def close() -> None:
        if texts or marker:
            found.append(Block(" ".join(texts), marker))

    for line in lines:
        if line.furniture and before is not None:
            texts.append(line.text)
            broken = True
            continue
        line = (
            replace(line, gap=False)
            if broken and not ended(before.text if before else "")
            else line
        )
        broken = False
        if before is None or not _joins(before, line, width, texts, marker, apart=apart):
            close()
            marker, texts = line.marker, []
        rest = line.marker.rest if line.marker else line.text
        if rest:
            texts.append(rest)
        before = line
    close()
    return tuple(found)


def _set_apart(lines: Sequence[Line]) -> bool:
    """Tell whether empty lines part the paragraphs, so that lines without one between them are one."""
    labelled = [line.gap for line in lines if line.marker]
    return len(labelled) > 3 and sum(labelled) > 0.7 * len(labelled)


def _joins(
    before: Line,
    line: Line,
    width: int | None,
    texts: list[str],
    marker: Marker | None,
    *,
    apart: bool,
) -> bool:
    """Tell whether a line belongs to the block of the line before it."""
    if line.marker or (_OPENS.match(line.text) and not before.text.endswith(",")):
        return False
    if not texts:  # the label stands alone on its line
        return True
    lower = line.text[:1].islower() or line.text[:1] in ",;)"
    if line.gap:
        return lower and not ended(before.text) and before.text != before.text.upper()
    caps, was_caps = _in_capitals(line.text), _in_capitals(before.text)
    if caps or was_caps:
        return caps and was_caps and not ended(before.text)
    if before.text.endswith("./.") or (
        ended(before.text) and line.indent >= before.indent + _INDENT
    ):
        return False
    if lower or before.text.endswith(",") or _HANGING.search(before.text):
        return True
    if width is None:
        return False
    if ended(before.text):
        return apart or _full(before.text, line.text, width, _FULL_AT_END)
    if _full(before.text, line.text, width):
        return True
    return not _like_heading(texts, marker)


def _in_capitals(text: str) -> bool:
    """Tell whether a line is a heading in capitals; a lone abbreviation ("61/2018/NĐ-CP.") is none."""
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    return text == text.upper() and len(words) > 1


def _like_heading(texts: list[str], marker: Marker | None) -> bool:
    words = sum(len(text.split()) for text in texts)
    limit = _HEADING_WORDS if marker and marker.style <= Style.SMALL else _HEADING_WORDS // 2
    return words <= limit
