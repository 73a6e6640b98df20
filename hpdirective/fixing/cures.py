"""Fixes of faults that were met while reading: signs that YAML wants, letters that only look right, misspelt keys."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hpdirective.fixing.values import Fix, What
from hpdirective.model.located import synonym
from hpdirective.patterns import pattern
from hpdirective.reading import Read
from hpdirective.rules.check import is_name
from hpdirective.source.document import Document, Fault
from hpdirective.source.edit import Edit, stretch
from hpdirective.source.mending import quoted
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import latin, slips


def cures(stated: Read[Any], text: str) -> Iterator[Fix]:
    """Give the fixes of what was wrong in reading a file."""
    document = stated.document
    for fault in stated.faults:
        if fault.cure:
            edit = fault.cure
            yield Fix(What.SYNTAX, edit, stretch(text, edit.span), edit.text, fault.code)
        elif fault.code == "odd-letters":
            yield from _letters(fault, document, text)
        elif fault.code == "unquoted-colon":
            yield from _colon(fault, document, text)
    yield from _keys(stated, text)


# --- letters

_SPACE = pattern("[\u00a0\u2000-\u200a\u202f\u3000]")
_UNSEEN = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def _letters(fault: Fault, document: Document, text: str) -> Iterator[Fix]:
    if fault.span is None:
        return
    rule = "odd-letters-in-name" if is_name(fault) else "odd-letters-in-text"
    for span in _stretches(fault.span, document):
        old = stretch(text, span)
        new = _plain(old, name=is_name(fault))
        if new != old:
            yield Fix(What.LETTERS, Edit(span, new), old, new, rule)


def _stretches(span: Span, document: Document) -> Iterator[Span]:
    """Give the stretches that hold the words of a value: of a block text the lines below its sign."""
    end = document.block_end(span)
    if end == span.line:
        yield span
    for number in range(span.line + 1, end):
        yield Span(number, 1, number, len(document.line(number)) + 1)


def _plain(words: str, *, name: bool) -> str:
    """Give words in NFC without what is not seen; in a name, letters that only look Latin become so."""
    words = unicodedata.normalize("NFC", _SPACE.sub(" ", _UNSEEN.sub("", words)))
    return latin(words) if name else words


# --- a colon in a text


def _colon(fault: Fault, document: Document, text: str) -> Iterator[Fix]:
    """Quote a text that a colon made a key and a value, where it stands on one line."""
    inner = document.value(fault.path)
    if not fault.path or not isinstance(inner, dict) or len(inner) != 1:
        return
    route: KeyPath = (*fault.path, *inner)
    key, value = document.keys.get(route), document.values.get(route)
    if key is None or value is None or key.line != value.end_line:
        return
    span = Span(key.line, key.column, value.end_line, value.end_column)
    old = stretch(text, span)
    if old[:1] not in "\"'" and '"' not in old:
        yield Fix(What.SYNTAX, Edit(span, quoted(old)), old, quoted(old), fault.code)


# --- misspelt keys


def _keys(stated: Read[Any], text: str) -> Iterator[Fix]:
    """Spell the keys that only one known key is near to; two of a mapping that come to the same are left."""
    document = stated.document
    found = [
        (f, key) for f in stated.faults if f.code == "unknown-key" and (key := _meant(f, document))
    ]
    count = Counter((*fault.path[:-1], key) for fault, key in found)
    for fault, key in found:
        span = document.keys.get(fault.path)
        if span is None or count[*fault.path[:-1], key] > 1:
            continue
        old = stretch(text, span)
        new = f"{old[0]}{key}{old[0]}" if old[0] in "\"'" else key
        yield Fix(What.KEY, Edit(span, new), old, new, fault.code)


def _meant(fault: Fault, document: Document) -> str | None:
    """Give the one known key that an unknown one is a slip of, or another word for ("deadline"), where it is free."""
    known, holder = fault.facts.get("known"), document.value(fault.path[:-1])
    if not isinstance(known, tuple) or not isinstance(holder, dict):
        return None
    key, keys = str(fault.path[-1]), tuple(map(str, known))
    free = tuple(name for name in keys if name not in holder)
    close = slips(key, keys) or tuple(filter(None, [synonym(key, free)]))
    if len(close) != 1 or close[0] in holder or _turns(key, close[0]):
        return None
    return close[0]


def _turns(key: str, known: str) -> bool:
    """Tell whether a known key may say something else than what was meant: "amended" by whom, a "value" reached or promised."""
    passive = key.endswith("ed") and known.endswith("s")
    return passive or (key == "value" and known == "target")
