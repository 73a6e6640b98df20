"""Changes to a text at given places, so that all else in it stays as it was typed."""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from hpdirective.patterns import pattern
from hpdirective.source.place import Span

_LINE = pattern(r"[^\r\n]*(?:\r\n|\n|\r|$)")


class Edit(Struct, frozen=True):
    """A stretch of a file and what is to stand in its place; an empty stretch is where something is put in."""

    span: Span
    text: str


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Give edits in the order of their places, without those that lie over one before them."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=_place):
        start = (edit.span.line, edit.span.column)
        if not kept or start >= (kept[-1].span.end_line, kept[-1].span.end_column):
            kept.append(edit)
    return tuple(kept)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with its edits made; of two that lie over each other the first one alone. Line ends stay as they are."""
    starts = _starts(text)
    made, at = [], 0
    for edit in apart(edits):
        span = edit.span
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        made += [text[at:start], edit.text]
        at = end
    return "".join((*made, text[at:]))


def stretch(text: str, span: Span) -> str:
    """Give what stands in a stretch of a text."""
    starts = _starts(text)
    start = starts[span.line - 1] + span.column - 1
    return text[start : starts[span.end_line - 1] + span.end_column - 1]


def line_end(text: str) -> str:
    """Give the line end that a text uses, that of its first line."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


@lru_cache(maxsize=2)  # a file with a thousand edits is one text
def _starts(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in _LINE.finditer(text))


def _place(edit: Edit) -> tuple[int, int, int, int]:
    span = edit.span
    return (span.line, span.column, span.end_line, span.end_column)
