"""A text taken apart: head, tail, and the body as parts, sections and paragraphs."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hpdirective.drafting.bounds import body, header_end, title_at, title_end
from hpdirective.drafting.cutting import opening, sentences
from hpdirective.drafting.lines import Block, Line, blocks, ended, read_lines, width_of
from hpdirective.drafting.markers import LOWER, Style, roman
from hpdirective.model.names import looks_like_body
from hpdirective.patterns import pattern


class Paragraph(Struct, frozen=True):
    """`style` is that of its label, also where the label could not be parted from the text."""

    id: str
    label: str
    text: str
    style: Style | None


class Section(Struct, frozen=True):
    id: str
    label: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


class Part(Struct, frozen=True):
    id: str
    label: str
    heading: str
    sections: tuple[Section, ...]


class Layout(Struct, frozen=True):
    """A text taken apart: every word stands in head, parts or tail, in order.

    The first `top` texts of the head are the header's, those from there to `title` the title's: none where both are equal.
    """

    head: tuple[str, ...]
    top: int
    title: int
    parts: tuple[Part, ...]
    tail: tuple[str, ...]
    page_numbers: int


_SHORT = 15  # words of a heading that ends with a full stop
_TOPIC_WORDS = 25  # words before a colon that may name a body or a topic
_FEW = 8  # the same where nothing but their place says so
_LEAD_IN = 60  # words of a heading at most, unless it is a lead-in that ends with a colon
_RUN_IN = pattern(r"(?P<heading>[^:;]{2,160}?:) (?P<rest>\S.*)")
_RUN_IN_SENTENCE = pattern(
    rf"(?P<heading>(?:Về|Đối với|Công tác|Lĩnh vực) [^.:;]{{2,120}}\.) (?P<rest>[^\W\d_{LOWER}].*)"
)
_TOPIC = pattern(
    r"(?:Về|Đối với|Công tác|Lĩnh vực|Nhóm|Mục tiêu|Nhiệm vụ|Trong lĩnh vực|Giao|Đề nghị|Yêu cầu)\b"
)
_DATED = pattern(
    r"\b(?:trước|chậm nhất|đến hết|xong|trong) (?:\w+ ){0,3}[0-9]{1,2}(?:/| tháng )[0-9]",
    re.IGNORECASE,
)


def lay_out(text: str) -> Layout:
    """Take a text apart. Text without any structure becomes one part, section and paragraph."""
    lines = read_lines(text)
    width = width_of(lines)
    title = title_at(lines)
    start, end = body(lines, title)
    above = header_end(lines) if title is None else title
    below = above if title is None else title_end(lines, title)
    top, named = _cells(lines[: min(above, start)]), _cells(lines[above : min(below, start)])
    return Layout(
        (*top, *named, *_texts(blocks(lines[min(below, start) : start], width))),
        len(top),
        len(top) + len(named),
        _parts(blocks(lines[start:end], width)),
        _cells(lines[end:]),
        sum(line.page_number for line in lines),
    )


def _cells(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(cell for line in lines for cell in line.cells)


def _texts(found: Sequence[Block]) -> tuple[str, ...]:
    return tuple(" ".join(filter(None, (block.label, block.text))) for block in found)


def _parts(found: Sequence[Block]) -> tuple[Part, ...]:
    style = _part_style(found)
    if style is None:
        return (Part("I", "", "", _sections("I", found)),) if found else ()
    groups = _grouped(found, style)
    parts: list[Part] = []
    used: set[str] = set()
    for opener, below in groups:
        id = _part_id(opener, used)
        used.add(id)
        label, heading, inside = _opened(opener, below)
        parts.append(Part(id, label, heading, _sections(id, inside)))
    return tuple(parts)


def _part_style(found: Sequence[Block]) -> Style | None:
    """Give the style that numbers the parts; None where the whole text is one part."""
    seen: dict[Style, int] = {}
    for at, block in enumerate(found):
        if block.style is not None and block.style.strong:
            seen.setdefault(block.style, at)
    if not seen:
        return None
    outer = _outer(seen)
    inside = [style for style in seen if style is not outer]
    if outer is Style.ARABIC or (outer is Style.ARTICLE and set(inside) <= {Style.ARABIC}):
        return None
    return outer


def _outer(seen: dict[Style, int]) -> Style:
    """Choose among the styles of a text: letters, Roman numbers and articles nest as they first appear."""
    either = (Style.LETTER, Style.ROMAN, Style.ARTICLE)
    return min(
        seen, key=lambda style: (Style.LETTER, seen[style]) if style in either else (style, 0)
    )


def _grouped(found: Sequence[Block], style: Style) -> list[tuple[Block | None, list[Block]]]:
    """Give each block of a style with the blocks below it; what stands before the first comes with None."""
    groups: list[tuple[Block | None, list[Block]]] = []
    for block in found:
        if block.style is style:
            groups.append((block, []))
        elif groups:
            groups[-1][1].append(block)
        else:
            groups.append((None, [block]))
    return groups


def _part_id(opener: Block | None, used: set[str]) -> str:
    if opener is None or opener.marker is None:
        return "0"
    marker = opener.marker
    id = (
        chr(ord("A") + marker.number - 1) if marker.style is Style.LETTER else roman(marker.number)
    )
    number = marker.number
    while id in used:
        number += 1
        id = roman(number)
    return id


def _sections(part: str, found: Sequence[Block]) -> tuple[Section, ...]:
    styles = {block.style: 0 for block in found if block.style is not None and block.style.strong}
    if not styles:
        id = f"{part}.1"
        return (Section(id, "", "", _paragraphs(id, found)),)
    style = min(styles)
    sections: list[Section] = []
    last = 0
    for opener, below in _grouped(found, style):
        if opener is None:
            id = f"{part}.0"  # what stands before section 1
            sections.append(Section(id, "", "", _paragraphs(id, below)))
            continue
        number = opener.marker.number if opener.marker else 0
        last = number if number > last else last + 1
        id = f"{part}.{last}"
        label, heading, inside = _opened(opener, below)
        sections.append(Section(id, label, heading, _paragraphs(id, inside)))
    return tuple(sections)


def _opened(opener: Block | None, below: Sequence[Block]) -> tuple[str, str, list[Block]]:
    """Give the label and the heading of a part or section, and what stands under it: its own text that runs on, then the rest."""
    if opener is None:
        return "", "", list(below)
    heading, own = _headed(opener.text, below)
    inside = [*([Block(own)] if own else []), *below]
    if not inside:  # a label and nothing else: it is the text
        return "", "", [Block(opener.label)]
    return opener.label, heading, inside


def _headed(text: str, below: Sequence[Block]) -> tuple[str, str]:
    """Part a heading from the text that runs on after it."""
    if not text or (below and _is_heading(text, below)):
        return text, ""
    m = _RUN_IN.fullmatch(text)
    if m and _names_a_topic(m["heading"], m["rest"]):
        return m["heading"], m["rest"]
    m = _RUN_IN_SENTENCE.fullmatch(text)
    return (m["heading"], m["rest"]) if m else ("", text)


def _is_heading(text: str, below: Sequence[Block]) -> bool:
    words, count = len(text.split()), len(sentences(text))
    if _DATED.search(text):
        return False
    if text.endswith(":"):
        return count == 1
    if text == text.upper():
        return True
    if ended(text):
        return words <= _SHORT and count == 1 and below[0].marker is not None
    return words <= _LEAD_IN or count == 1


def _names_a_topic(heading: str, rest: str) -> bool:
    """Tell whether words before a colon name what follows, or who does it, and ask for nothing themselves."""
    words = len(heading.split())
    if heading == heading.upper():
        return True
    if words > _TOPIC_WORDS or len(sentences(heading)) > 1:
        return False
    if _TOPIC.match(heading):
        return True
    asks = opening(heading) is not None
    return not asks and (looks_like_body(heading) or (words <= _FEW and rest[:1].isupper()))


def _paragraphs(section: str, found: Sequence[Block]) -> tuple[Paragraph, ...]:
    intro: list[str] = []
    rest = list(found)
    if any(block.marker for block in rest):
        while rest[0].marker is None:
            intro.append(rest.pop(0).text)
    paragraphs = [Paragraph(f"{section}.0", "", " ".join(intro), None)] if intro else []
    for number, block in enumerate(rest, 1):
        paragraphs.append(_paragraph(f"{section}.{number}", block))
    return tuple(paragraphs)


def _paragraph(id: str, block: Block) -> Paragraph:
    """Make a paragraph, never an empty one: a label with nothing after it is its text."""
    if block.text:
        return Paragraph(id, block.label, block.text, block.style)
    return Paragraph(id, "", block.label, block.style)
