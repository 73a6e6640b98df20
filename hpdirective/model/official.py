"""The official text: its normal form, and how the tree rebuilds it."""

import hashlib
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from hpdirective.model.directive import Directive
from hpdirective.patterns import pattern

_RULE = pattern(r"[ \t\u00a0]*-+[ \t\u00a0]*")
_SHOWN = 40  # characters either side of a difference


class Difference(Struct, frozen=True):
    """The first place where text and tree part: characters from 0 in the normal form, the words around it, and the clause it lies in."""

    at: int
    clause: str | None
    official: str
    tree: str
    before: int
    only_digest: bool = False


def normal(text: str) -> str:
    """Give the normal form of a text: NFC, lines of dashes dropped, every run of white space one space, stripped."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    return " ".join(" ".join(line for line in lines if not _RULE.fullmatch(line)).split())


def digest(text: str) -> str:
    """Give the SHA-256 of the normal form of a text."""
    return hashlib.sha256(normal(text).encode()).hexdigest()


def rebuilt(directive: Directive) -> str:
    """Give the whole text as the tree has it, in normal form."""
    return " ".join(words for _, words in _pieces(directive))


def difference(directive: Directive, official: str) -> Difference | None:
    """Compare the tree with an official text, word for word, and then the digest that the tree holds."""
    wanted, built = normal(official), rebuilt(directive)
    if wanted == built:
        found = digest(official)
        if found == directive.sha256:
            return None
        return Difference(0, None, found, directive.sha256 or "-", 0, only_digest=True)
    at = next((n for n, (a, b) in enumerate(zip(wanted, built, strict=False)) if a != b), None)
    if at is None:
        at = min(len(wanted), len(built))
    start = max(0, at - _SHOWN)
    return Difference(
        at,
        _clause_at(directive, at),
        wanted[start : at + _SHOWN],
        built[start : at + _SHOWN],
        at - start,
    )


def _pieces(directive: Directive) -> Iterator[tuple[str | None, str]]:
    """Give every stretch of the text in order, with the clause that it is."""
    for text in directive.head:
        yield None, text
    for part in directive.parts:
        yield from ((None, words) for words in (part.label, part.heading) if words)
        for section in part.sections:
            yield from ((None, words) for words in (section.label, section.heading) if words)
            for paragraph in section.paragraphs:
                if paragraph.label:
                    yield None, paragraph.label
                yield from ((clause.id, clause.text) for clause in paragraph.clauses)
    for text in directive.tail:
        yield None, text


def _clause_at(directive: Directive, at: int) -> str | None:
    here = 0
    for clause, words in _pieces(directive):
        here += len(words) + 1
        if at < here:
            return clause
    return None
