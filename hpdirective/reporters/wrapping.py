"""Lines folded to the width of a terminal, each under its own beginning; a pipe gets them whole."""

import re
from textwrap import wrap

from hpdirective.patterns import pattern

_START = pattern(r"\s*(?:[-←] )?")
_NARROW = 40  # columns: below that, folding hurts more than it helps


def folded(lines: list[str], width: int | None) -> list[str]:
    """Fold lines at spaces; `width` counts columns, None leaves them whole. What quotes a file (`42 | …`) is not folded."""
    if width is None:
        return lines
    room = max(width, _NARROW)
    return [part for line in lines for part in _fold(line, room)]


def _fold(line: str, width: int) -> list[str]:
    if len(line) <= width or re.match(r" *\d* \|", line):
        return [line]
    start = _START.match(line)
    indent = " " * len(start[0] if start else "")
    return wrap(
        line,
        width,
        initial_indent="",
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
