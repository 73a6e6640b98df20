"""A stretch of a clause that holds its numbers, and what is kept of it."""

import re
from datetime import date

from msgspec import Struct

from hpdirective.drafting.writing import Value

Row = dict[str, Value]


class Held(Struct, frozen=True):
    """A stretch of a clause that holds its numbers: `key` is where the clause keeps it, `row` what is kept, `before` the words of the sentence before it."""

    start: int
    end: int
    key: str
    row: Row
    before: str = ""


class Times(Struct, frozen=True):
    """The year of a directive and the day of its issue, against which words are read."""

    year: int
    issued: date | None
    sure: bool = True  # whether the text names its year


def hold(text: str, start: int, end: int, key: str, row: Row) -> Held:
    """Hold a stretch under a key, with the words of its sentence before it."""
    before = re.split(r"[,;:.] ", text[max(0, start - _BEFORE) : start])[-1]
    return Held(start, end, key, {**row, "text": text[start:end]}, before)


def mark(text: str, start: int, end: int, kind: str) -> Held:
    """Hold a stretch as a mark."""
    return Held(start, end, "marks", {"text": text[start:end], "kind": kind})


_BEFORE = 200  # characters looked back at
