"""A line of an opened file with what stands there, and how its trace is put together."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.source.document import Document
from hpdirective.source.place import KeyPath
from hpdirective.source.standing import LineKind, Standing, Stretches, standing, stretches
from hpdirective.tracing.forward import View, made
from hpdirective.tracing.values import At, Entry, Trace, TracedClause, What


class Line(Struct, frozen=True):
    """A line of an opened file, with what stands there."""

    query: str
    document: Document
    number: int
    column: int | None
    here: Standing
    runs: Stretches

    def at(self, what: What, path: KeyPath = ()) -> At:
        """Say where and what; the words of the line are shown."""
        text = self.document.line(self.number)
        kind, span = self.here.kind, self.here.span
        return At(
            self.document.file,
            self.number,
            self.column,
            what,
            kind,
            path or self.here.path,
            text,
            span,
        )

    def near(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Give the entries just above and just below."""
        listed = sorted(entries, key=lambda entry: entry.line)
        above = [entry for entry in listed if entry.end_line < self.number][-1:]
        below = [entry for entry in listed if entry.line > self.number][:1]
        return (*above, *below)


def line_at(query: str, document: Document, number: int, column: int | None = None) -> Line:
    """Look at a line of a file, which has to be there."""
    if document.data is None:
        return Line(query, document, number, column, Standing(LineKind.UNREAD), {})
    runs = stretches(document)
    return Line(query, document, number, column, standing(document, runs, number, column), runs)


def made_at(
    view: View,
    line: Line,
    at: At,
    clauses: tuple[TracedClause, ...],
    only: frozenset[str] | None = None,
) -> Trace:
    """Put the trace of a line together; what is found for one unit is narrowed to it."""
    if at.unit and only is None and at.unit in view.library.units.by_id:
        only = frozenset({at.unit})
    return replace(made(view, line.query, clauses, only), at=at)
