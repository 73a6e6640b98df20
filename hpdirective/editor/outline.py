"""Where in a plan the cursor stands, told by the indentation of the lines above: it also holds for a text that does not parse yet."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from hpdirective.editor.positions import Point
from hpdirective.patterns import pattern

ENTRY = "[]"
"""The step of a route that leads into any entry of a list."""
Route = tuple[str, ...]

_DASH = pattern(r"-(?:\s+|$)")
_KEY = pattern(r"([\"']?)([^\s\"'#:{}\[\],&*!|>%@`-][^\"'#:{}\[\]]*?)\1\s*:(?=\s|$)\s*")
_COMMENT = pattern(r"(?:^|(?<=\s))#")
_QUOTED = pattern(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")


class Mark(Struct, frozen=True):
    """A dash (`name` is ENTRY) or a key that starts something, and where."""

    name: str
    line: int
    column: int
    block: bool = False  # what follows is a text in block style


class Spot(Struct, frozen=True):
    """Where the cursor stands: the marks that lead there, what has been typed of a word, and from which column on.

    `opened` says that a dash or the start of a line came just before, so that the word may become a key.
    """

    marks: tuple[Mark, ...]
    line: int
    start: int
    word: str
    opened: bool

    @property
    def route(self) -> Route:
        return tuple(mark.name for mark in self.marks)


def spot(lines: Sequence[str], at: Point) -> Spot | None:
    """Tell where the cursor stands, None in a comment or in a text in block style."""
    before = _line(lines, at.line)[: at.column - 1]
    if comment_start(before) is not None:
        return None
    own, end = _read(before, at.line)
    first = own[0].column if own else len(before) - len(before.lstrip()) + 1
    above = _above(lines, at.line, first, dashed=bool(own) and own[0].name == ENTRY)
    if above and above[-1].block:
        return None
    word = before[end:]
    opened = not own or own[-1].name == ENTRY
    start = end + 1
    if not opened or word[:1] in ("[", '"', "'"):
        start += _inside(word)
    return Spot((*above, *own), at.line, start, before[start - 1 :], opened)


def _inside(word: str) -> int:
    """Give how far into a value what is being typed starts: past a quotation mark, or past the entries of a list in brackets."""
    cut = max(word.rfind("["), word.rfind(",")) + 1 if word.startswith("[") else 0
    rest = word[cut:]
    cut += len(rest) - len(rest.lstrip())
    return cut + 1 if word[cut : cut + 1] in ('"', "'") else cut


def comment_start(text: str) -> int | None:
    """Give where the comment of a line starts, None where it has none."""
    plain = _QUOTED.sub(lambda found: "x" * len(found[0]), text)
    found = _COMMENT.search(plain)
    return found.start() if found else None


def marks(lines: Sequence[str], number: int) -> tuple[Mark, ...]:
    """Give the dashes and the key that a line starts with."""
    return tuple(_read(_line(lines, number), number)[0])


def indent(text: str) -> int:
    """Give the column at which a line starts."""
    return len(text) - len(text.lstrip()) + 1


def says(text: str) -> bool:
    """Tell whether a line is neither blank nor a comment."""
    stripped = text.strip()
    return bool(stripped) and not stripped.startswith("#")


def siblings(lines: Sequence[str], found: Spot) -> frozenset[str]:
    """Give the keys that the mapping at a spot has already, above and below it."""
    column = found.start
    alone = bool(found.marks) and found.marks[-1].line == found.line  # a dash opens it here
    up = () if alone else range(found.line - 1, 0, -1)
    down = range(found.line + 1, len(lines) + 1)
    above = _keys(lines, up, column, opening=True)
    return frozenset((*above, *_keys(lines, down, column)))


def _keys(
    lines: Sequence[str], numbers: Iterable[int], column: int, *, opening: bool = False
) -> Iterator[str]:
    """Give the keys at a column, line after line, to where the mapping ends; the line that opens it may hold one."""
    for number in numbers:
        text = _line(lines, number)
        if not says(text):
            continue
        outside = indent(text) < column
        if opening or not outside:
            yield from (
                mark.name
                for mark in marks(lines, number)
                if mark.column == column and mark.name != ENTRY
            )
        if outside:
            return


def block(lines: Sequence[str], mark: Mark) -> range:
    """Give the numbers of the lines of what a mark starts."""
    last = mark.line
    for number in range(mark.line + 1, len(lines) + 1):
        text = _line(lines, number)
        if says(text):
            column = indent(text)
            list_of_key = (
                mark.name != ENTRY and column == mark.column and _DASH.match(text.lstrip())
            )
            if column <= mark.column and not list_of_key:
                break
            last = number
    return range(mark.line, last + 1)


def without_comment(text: str) -> str:
    """Give a line without its comment."""
    return text[: comment_start(text)].rstrip()


def _above(lines: Sequence[str], line: int, column: int, *, dashed: bool) -> tuple[Mark, ...]:
    """Give the marks that lead to a column, from the outermost; a dash may stand under its key."""
    found: list[Mark] = []
    for number in range(line - 1, 0, -1):
        if not says(_line(lines, number)):
            continue
        for mark in reversed(marks(lines, number)):
            under = mark.column == column and dashed and mark.name != ENTRY
            if mark.column < column or under:
                found.append(mark)
                column, dashed = mark.column, mark.name == ENTRY
        if column == 1 and not dashed:
            break
    return tuple(reversed(found))


def _read(text: str, line: int) -> tuple[list[Mark], int]:
    """Give the dashes and the key that a text starts with, and how far they reach."""
    at, found = len(text) - len(text.lstrip()), []
    while dash := _DASH.match(text, at):
        found.append(Mark(ENTRY, line, at + 1, text[dash.end() : dash.end() + 1] in ("|", ">")))
        at = dash.end()
    if key := _KEY.match(text, at):
        block = text[key.end() : key.end() + 1] in ("|", ">")
        found.append(Mark(key[2], line, at + 1, block))
        at = key.end()
    return found, at


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
