"""A text that is open in an editor, what the reader makes of it, and what stands at a point of it."""

import re
from functools import cached_property

from msgspec import Struct

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.editor import outline
from hpdirective.editor.keys import ACTION, cell
from hpdirective.editor.outline import ENTRY, Mark, Route
from hpdirective.editor.positions import MARK, Encoding, Point, Ruler
from hpdirective.library import Library
from hpdirective.model.directive import Clause
from hpdirective.patterns import pattern
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.encoding import lines
from hpdirective.source.place import Span

_LONE = pattern("[\ud800-\udfff]")  # halves of letters, which no file can hold
_BETWEEN = pattern(r"[\s,;\[\]\"']+")


class Value(Struct, frozen=True):
    """A value at a point: the route of its key, its words and its place."""

    route: Route
    text: str
    span: Span


class Page(Struct, frozen=True, dict=True):
    """A text as it is typed, without a byte order mark, its document, and how much of a text is read."""

    text: str
    document: Document
    marked: bool = False
    limits: Limits = Limits()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return lines(self.text)

    @cached_property
    def kind(self) -> str:
        """What the file says it is, also where it cannot be read."""
        if self.document.data is not None:
            return self.document.kind
        found = (re.match(r"kind:\s*[\"']?(\w+)", line) for line in self.lines)
        return next((kind[1] for kind in found if kind), "plan")

    def ruler(self, encoding: Encoding) -> Ruler:
        return Ruler(self.lines, encoding, self.marked)

    def value(self, at: Point) -> Value | None:
        """Give the text value at a point, from the document, else from the line as it stands."""
        found = [(span, path) for path, span in self.document.values.items() if _within(at, span)]
        for span, path in sorted(found, key=lambda one: one[0].column, reverse=True):
            text = self.document.value(path)
            if isinstance(text, str):
                route = tuple(ENTRY if isinstance(step, int) else step for step in path)
                return Value(cell(route), text, span)
        return self._typed(at)

    def key(self, at: Point) -> tuple[Route, Span] | None:
        """Give the key at a point: the route of what holds it, then itself."""
        for mark in outline.marks(self.lines, at.line):
            end = mark.column + len(mark.name)
            if mark.name != ENTRY and mark.column <= at.column <= end:
                spot = outline.spot(self.lines, Point(at.line, mark.column))
                route = (*spot.route, mark.name) if spot else ()
                return route, Span(at.line, mark.column, at.line, end)
        return None

    def _typed(self, at: Point) -> Value | None:
        line = self.document.line(at.line) or self._line(at.line)
        spot = outline.spot(self.lines, Point(at.line, len(outline.without_comment(line)) + 1))
        word = spot.word.rstrip("\"' ]") if spot else ""
        if spot is None or not word or not spot.start <= at.column <= spot.start + len(word):
            return None
        span = Span(at.line, spot.start, at.line, spot.start + len(word))
        return Value(cell(spot.route), word, span)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def duties(self, library: Library) -> tuple[Duty, ...]:
        """Give the duties of the unit whose plan it is, none where that is not known."""
        texts = (re.match(r"unit:\s*(.+)", line) for line in self.lines)
        said = next((outline.without_comment(found[1]) for found in texts if found), "")
        known = library.units.one(said.strip().strip("\"'")).id
        unit = library.units.by_id.get(known or "")
        if unit is None:
            return ()
        return answering.duties(library.directive, library.units, unit, submitted=True)

    def cited(self, marks: tuple[Mark, ...], library: Library) -> tuple[Clause, ...]:
        """Give the clauses that the action around a spot cites, as far as it is typed."""
        names = tuple(mark.name for mark in marks)
        if names[:2] != ACTION:
            return ()
        found: dict[str, Clause] = {}
        mine = {duty.id for duty in self.duties(library)}
        for number in outline.block(self.lines, marks[1]):
            for mark in outline.marks(self.lines, number):
                if mark.name == "tasks":
                    for word in self._words(mark):
                        clauses = answering.meant_clauses(word, library.directive, mine)
                        found |= {clause.id: clause for clause in clauses}
        return tuple(found.values())

    def _words(self, key: Mark) -> list[str]:
        """Give the words under a key."""
        texts = [
            outline.without_comment(self._line(number))
            for number in outline.block(self.lines, key)
        ]
        texts[0] = texts[0][key.column + len(key.name) :]
        return [word for text in texts for word in _BETWEEN.split(text) if word not in ("", "-")]


def open_page(file: str, text: str, limits: Limits | None = None) -> Page:
    """Read a text as it is being typed; what a file could not hold is replaced, sign for sign."""
    limits = limits or Limits()
    marked = text.startswith(MARK)
    text = _LONE.sub("\ufffd", text.removeprefix(MARK))
    return Page(text, yaml.read(file, text.encode(), limits), marked, limits)


def _within(at: Point, span: Span) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= (at.line, at.column) <= end
