"""What stands on a line of a file, and how far each route of its data runs."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from hpdirective.patterns import pattern
from hpdirective.source.document import Document
from hpdirective.source.place import KeyPath, Span


class LineKind(StrEnum):
    """What sort of line it is."""

    CONTENT = "content"
    COMMENT = "comment"
    BLANK = "blank"
    UNREAD = "unread"


class Standing(Struct, frozen=True):
    """What stands on one line: the deepest routes there, in reading order, the route that holds them all, and its place on the line.

    On a blank or comment line, or one that was not read, `paths` is empty and `path` is the deepest route that runs past it.
    """

    kind: LineKind
    path: KeyPath = ()
    paths: tuple[KeyPath, ...] = ()
    span: Span | None = None


Stretches = Mapping[KeyPath, tuple[int, int]]
"""The first and the last line of each route, comments and blank lines after it apart."""


def last_line(document: Document) -> int:
    """Give the number of the file's last line; the nothing after a final line end is none."""
    count = len(document.lines)
    return count - 1 if count and not document.lines[-1] else count


def stretches(document: Document) -> Stretches:
    """Measure how far each route runs, from its key or its dash to the end of what stands in it."""
    found: dict[KeyPath, tuple[int, int]] = {}
    for path, span in document.values.items():
        if not path:
            continue
        key = document.keys.get(path)
        first = key.line if key else _dash(document, span)[0]
        last = max(_block_end(document, path, span), span.end_line, first)
        found[path] = (first, last)
    for path in list(found):
        last = found[path][1]
        for depth in range(1, len(path)):
            start, end = found.get(path[:depth], (0, last))
            if end < last:
                found[path[:depth]] = (start, last)
    return found


def standing(
    document: Document, runs: Stretches, line: int, column: int | None = None
) -> Standing:
    """Say what stands on a line, or at a column of it; the line has to be one of the file's."""
    here = [path for path, (first, last) in runs.items() if first <= line <= last]
    leaves = [path for path in here if _stands(document, path, line, runs)]
    leaves = _deepest(leaves)
    raw = document.line(line)
    text = raw.strip()
    if leaves:
        spans = {path: _on_line(document, path, line) for path in leaves}
        leaves.sort(key=lambda path: spans[path].column)
        if column is not None:
            before = [path for path in leaves if spans[path].column <= column]
            leaves = [before[-1] if before else leaves[0]]
        whole = shared(leaves)
        one = spans[leaves[0]] if len(leaves) == 1 else _line_span(raw, line)
        return Standing(LineKind.CONTENT, whole, tuple(leaves), one)
    inside = max(here, key=len, default=())
    if not text or text.startswith("#"):
        kind = LineKind.COMMENT if text else LineKind.BLANK
        return Standing(kind, inside)
    if _CLOSING.fullmatch(text) or text in ("---", "..."):
        return Standing(LineKind.CONTENT, inside or _around(document, line, runs))
    return Standing(LineKind.UNREAD, inside or _around(document, line, runs))


_CLOSING = pattern(r"[\]}\[{,\s]+(?:#.*)?")
_DASHES = pattern(r"(?:-\s+)*-\s*(?:#.*)?")


def shared(paths: Iterable[KeyPath]) -> KeyPath:
    """Give the longest route that all of these go on from."""
    found = list(paths)
    for depth, step in enumerate(found[0] if found else ()):
        if any(path[depth : depth + 1] != (step,) for path in found):
            return found[0][:depth]
    return found[0] if found else ()


def _stands(document: Document, path: KeyPath, line: int, runs: Stretches) -> bool:
    """Tell whether a key or a value of its own, not only what lies in it, reaches a line."""
    key, value = document.keys.get(path), document.values[path]
    if key and key.line <= line <= key.end_line:
        return True
    if value.line <= line <= value.end_line:
        return True
    if key is None and isinstance(path[-1], int) and runs[path][0] == line:
        return True  # a dash that stands alone
    return value.line < line <= _block_end(document, path, value)


def _deepest(paths: Iterable[KeyPath]) -> list[KeyPath]:
    """Leave out every route that another one goes on from."""
    found = set(paths)
    around = {path[:depth] for path in found for depth in range(len(path))}
    return [path for path in found if path not in around]


def _on_line(document: Document, path: KeyPath, line: int) -> Span:
    """Give the place of a route on one line: its value there, else its key."""
    value, key = document.values[path], document.keys.get(path)
    if value.line == line and (key is None or value != key):
        start = min(value.column, key.column) if key and key.line == line else value.column
        end = value.end_column if value.end_line == line else len(document.line(line)) + 1
        return Span(line, start, line, max(end, start + 1))
    if key and key.line == line:
        return key
    return _line_span(document.line(line), line)


def _line_span(raw: str, line: int) -> Span:
    start = len(raw) - len(raw.lstrip()) + 1
    return Span(line, start, line, max(len(raw.rstrip()), start) + 1)


def _dash(document: Document, span: Span) -> tuple[int, int]:
    """Give the line and the column (from 0) of the dash before an entry of a list; its own place in flow style."""
    before = document.line(span.line)[: span.column - 1].rstrip()
    if before.endswith("-"):
        return span.line, len(before) - 1
    if not before:
        for number in range(span.line - 1, 0, -1):
            raw = document.line(number)
            text = raw.strip()
            if _DASHES.fullmatch(text):
                return number, len(raw.partition("#")[0].rstrip()) - 1
            if text and not text.startswith("#"):
                break
    return span.line, span.column - 1


def _block_end(document: Document, path: KeyPath, span: Span) -> int:
    """Give the last line of a text in block style (`|`, `>`), whose place is its head alone."""
    if span.end_column != span.column + 1 or span.line != span.end_line:
        return span.end_line
    if document.line(span.line)[span.column - 1 : span.column] not in ("|", ">"):
        return span.end_line
    key = document.keys.get(path)
    deep = key.column - 1 if key else _dash(document, span)[1]
    last = span.line
    for number in range(span.line + 1, len(document.lines) + 1):
        raw = document.line(number)
        if not raw.strip():
            continue
        if _indent(raw) <= deep:
            break
        last = number
    return last


def _around(document: Document, line: int, runs: Stretches) -> KeyPath:
    """Give the route that a line which was not read is indented under, as its writer meant it."""
    deep = _indent(document.line(line))
    above = [path for path, (first, _) in runs.items() if first < line]
    for path in sorted(above, key=lambda path: (runs[path][0], len(path)), reverse=True):
        key = document.keys.get(path)
        column = key.column - 1 if key else _dash(document, document.values[path])[1]
        if column < deep:
            return path
    return ()


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip(" "))
