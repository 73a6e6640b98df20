"""Positions as editors count them, lines and code units from 0, against ours, lines and code points from 1."""

from enum import StrEnum

from msgspec import Struct

from hpdirective.source.place import Span

MARK = "\ufeff"


class Encoding(StrEnum):
    """The code units that an editor counts in."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class Position(Struct, frozen=True, order=True):
    """A point in a text: line and code unit, both from 0."""

    line: int
    character: int


class Range(Struct, frozen=True):
    """A stretch of a text as editors give it, its end apart."""

    start: Position
    end: Position


class Point(Struct, frozen=True):
    """A point in a text: line and column from 1, columns in code points."""

    line: int
    column: int


class Ruler(Struct, frozen=True):
    """What measures a text: its lines, without a byte order mark, and whether the editor's text starts with one."""

    lines: tuple[str, ...]
    encoding: Encoding = Encoding.UTF16
    marked: bool = False

    def range(self, span: Span) -> Range:
        """Give a stretch as the editor counts it."""
        start = self._position(span.line, span.column)
        return Range(start, max(start, self._position(span.end_line, span.end_column)))

    def point(self, position: Position) -> Point:
        """Give a point as we count it; one past the end of its line, or of the text, is at that end."""
        if position.line >= len(self.lines):
            return Point(max(len(self.lines), 1), len(self._line(len(self.lines))) + 1)
        line, left = self._line(position.line + 1), position.character - self._lead(position.line)
        column = 1
        for letter in line:
            left -= units(letter, self.encoding)
            if left < 0:
                break
            column += 1
        return Point(position.line + 1, column)

    def _position(self, line: int, column: int) -> Position:
        if line > len(self.lines):
            line, column = max(len(self.lines), 1), len(self._line(len(self.lines))) + 1
        before = self._line(line)[: column - 1]
        return Position(line - 1, self._lead(line - 1) + units(before, self.encoding))

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _lead(self, line: int) -> int:
        return units(MARK, self.encoding) if self.marked and line == 0 else 0


def units(text: str, encoding: Encoding) -> int:
    """Count the code units of a text."""
    match encoding:
        case Encoding.UTF8:
            return len(text.encode("utf-8", "surrogatepass"))
        case Encoding.UTF16:
            return len(text) + sum(letter > "\uffff" for letter in text)
        case Encoding.UTF32:
            return len(text)
