"""What holds the numbers of a clause: each stands in exactly one due date, start, item, indicator, reference, horizon or mark.

Every such entry has the words that it holds. They are laid on the clause's text, the longest first, each on a stretch of its own.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from hpdirective.model.directive import Clause
from hpdirective.patterns import pattern
from hpdirective.source.place import KeyPath

_NUMBER = pattern(r"\d+")


class Holding(Struct, frozen=True):
    """The words of one entry and the stretch of the clause's text that they hold: characters from 0, the end past the last.

    `span` is None where no stretch is free for them: `taken` says that the words do stand there, and other entries hold them.
    """

    path: KeyPath
    words: str
    span: tuple[int, int] | None
    taken: bool = False


def holdings(clause: Clause) -> tuple[Holding, ...]:
    """Lay the words of every entry on the text of its clause."""
    found: list[Holding] = []
    spans: list[tuple[int, int]] = []
    for path, words in sorted(_entries(clause), key=lambda entry: -len(entry[1])):
        stretches = [
            hit.span() for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", clause.text)
        ]
        free = next((s for s in stretches if not _overlaps(s, spans)), None)
        if free:
            spans.append(free)
        found.append(Holding(path, words, free, taken=bool(stretches) and free is None))
    return tuple(found)


def numbers_not_held(clause: Clause) -> tuple[str, ...]:
    """Give the numbers of a clause that no entry holds, in the order of the text."""
    spans = [h.span for h in holdings(clause) if h.span]
    return tuple(
        number[0]
        for number in _NUMBER.finditer(clause.text)
        if not any(start <= number.start() and number.end() <= end for start, end in spans)
    )


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _entries(clause: Clause) -> Iterator[tuple[KeyPath, str]]:
    """Give the place and the words of everything that may hold a number."""
    for item in clause.items:
        yield (item.at("words"), item.words) if item.words else (item.at("text"), item.text)
    dated = [clause.due, clause.start, *(row.due for row in clause.assign)]
    for entry in (
        *dated,
        *clause.indicators,
        *clause.references,
        *clause.horizons,
        *clause.marks,
    ):
        if entry and entry.text:
            yield entry.at("text"), entry.text
