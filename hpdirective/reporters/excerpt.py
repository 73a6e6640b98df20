"""A line of a file as a report shows it, with its place underlined."""

from hpdirective.source.place import Span

_WIDTH = 200  # characters of a source line


def excerpt(span: Span | None, line: str) -> list[str]:
    """Show a line with carets under the place; nothing where there is no place or no words."""
    if span is None or not line.strip():
        return []
    start = span.column - 1
    stop = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    offset = 0
    if len(line) > _WIDTH:  # a very long line is shown around its place
        offset = max(0, start - 20)
        line = line[offset : offset + _WIDTH]
    shown = line.rstrip().expandtabs(1)
    carets = "^" * max(1, min(stop - offset, len(shown)) - (start - offset))
    return [f"{span.line:>5} | {shown}", f"      | {' ' * (start - offset)}{carets}"]
