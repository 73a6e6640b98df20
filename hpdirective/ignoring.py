"""Findings that a comment in the file asks to leave out: `# hpd: ignore[HPD403] reason`, on the line or on the line above."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.finding import Finding, SuppressedBy, Suppression
from hpdirective.patterns import pattern
from hpdirective.source.document import Document, Fault
from hpdirective.source.place import Span

_COMMENT = pattern(r"(?:^|(?<=\s))#\s*hpd\s*:\s*ignore\b(?P<rest>.*)$", re.IGNORECASE)
_LISTED = pattern(
    r"\s*\[(?P<rules>[^\]]*)\]\s*[:–-]?\s*(?:(?:lý do|reason)\s*:\s*)?(?P<reason>.*)",
    re.IGNORECASE,
)


class Ignore(Struct, frozen=True):
    """One comment: the rules that it names by id or name, why, the line that it is about, and where it stands."""

    rules: tuple[str, ...]
    reason: str
    line: int
    span: Span


def ignores(document: Document) -> tuple[Ignore, ...]:
    """Read the comments of a file that ask for something to be left out; what stands inside a value is text."""
    return tuple(_read(document))


def _read(document: Document) -> Iterator[Ignore]:
    signed = [(n, line) for n, line in enumerate(document.lines, 1) if "#" in line]
    below = _lines_below(document.lines) if signed else []
    for number, line in signed:
        found = _COMMENT.search(line)
        if found is None or _in_a_value(document, number, found.start() + 1):
            continue
        listed = _LISTED.match(found["rest"])
        rules = re.split(r"[\s,;]+", listed["rules"].strip()) if listed else ()
        alone = not line[: found.start()].strip()
        yield Ignore(
            tuple(rule for rule in rules if rule),
            listed["reason"].strip() if listed else "",
            below[number - 1] if alone else number,
            Span(number, found.start() + 1, number, len(line.rstrip()) + 1),
        )


def _in_a_value(document: Document, line: int, column: int) -> bool:
    at = (line, column)
    return any(
        (span.line, span.column) <= at < (span.end_line, span.end_column)
        or span.end_line < line  # of a block text, which is placed at its sign
        for span in document.values_on.get(line, ())
    )


def may_stand(document: Document, line: int, column: int) -> bool:
    """Tell whether a comment at a point would be one: it lies in no value that goes on after it."""
    return not _in_a_value(document, line, column)


def _lines_below(lines: Sequence[str]) -> list[int]:
    """Give for each line the number of the next below it that says something; of the last ones their own."""
    found: list[int] = []
    below = 0
    for number in range(len(lines), 0, -1):
        found.append(below or number)
        text = lines[number - 1].strip()
        below = number if text and text[0] != "#" else below
    return found[::-1]


def suppressed(
    found: Iterable[Finding], asked: tuple[Ignore, ...], known: dict[str, str]
) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """Mark the findings that a comment with a reason leaves out, and give the faults of the comments.

    `known` gives the id of each rule by its id and by its name.
    """
    by_line: dict[int, list[Ignore]] = {}
    for ignore in asked:
        by_line.setdefault(ignore.line, []).append(ignore)
    used: set[tuple[Span, str]] = set()
    marked = []
    for finding in found:
        span = finding.place.span
        for ignore in by_line.get(span.line, ()) if span else ():
            ids = {known.get(rule.casefold()) for rule in ignore.rules}
            if ignore.reason and finding.rule.id in ids:
                finding = replace(
                    finding, suppressed=Suppression(SuppressedBy.IGNORE, ignore.reason)
                )
                used.add((ignore.span, finding.rule.id))
                break
        marked.append(finding)
    return tuple(marked), tuple(_faults(asked, known, used))


def _faults(
    asked: tuple[Ignore, ...], known: dict[str, str], used: set[tuple[Span, str]]
) -> Iterator[Fault]:
    for ignore in asked:
        if not ignore.rules or not ignore.reason:
            yield Fault("ignore-without-reason", span=ignore.span)
            continue
        for rule in ignore.rules:
            id = known.get(rule.casefold())
            if id is None:
                yield Fault("unknown-rule-in-ignore", span=ignore.span, facts={"rule": rule})
            elif (ignore.span, id) not in used:
                yield Fault("unused-ignore", span=ignore.span, facts={"rule": id})
