"""What was found in one file as bytes, and back: how results go from process to process, and are kept from run to run.

JSON, never pickle: what lies on a disk may have been changed, and reading it must run nothing; every value of it is held against its type.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeAlias, overload

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hpdirective.catalogue import BY_ID
from hpdirective.checking import Examined, selected
from hpdirective.choices import Severity
from hpdirective.finding import (
    Checked,
    Citation,
    Finding,
    NotRun,
    Place,
    Suppression,
)
from hpdirective.ignoring import Ignore
from hpdirective.rules.city import Sent
from hpdirective.settings import Settings
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, Named, Text

_AT_HAND = 100  # files whose findings are kept as they are


class Unreadable(ValueError):
    """Bytes that are not what `pack` gives."""


class Files(Sequence[Checked]):
    """Files with what was found in them, many of them packed small: of thousands of plans the findings of one are at hand at a time."""

    def __init__(self, files: Iterable[Checked] = ()) -> None:
        self._held: list[Checked | bytes] = []
        self.kinds: set[str] = set()
        self.severities: set[Severity] = set()
        """Those of the findings that count."""
        for file in files:
            self.append(file)

    def append(self, checked: Checked) -> None:
        few = len(self._held) < _AT_HAND
        self._held.append(checked if few else zlib.compress(pack(Examined(checked)), 1))
        self.kinds.add(checked.kind)
        self.severities.update(f.severity for f in checked.findings if not f.suppressed)

    def order(self, places: Iterable[int]) -> None:
        """Put the files into another order."""
        self._held = [self._held[at] for at in places]

    @overload
    def __getitem__(self, at: int) -> Checked: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Checked, ...]: ...
    def __getitem__(self, at: int | slice) -> Checked | tuple[Checked, ...]:
        if isinstance(at, slice):
            return tuple(map(_unfold, self._held[at]))
        return _unfold(self._held[at])

    def __len__(self) -> int:
        return len(self._held)


def _unfold(held: Checked | bytes) -> Checked:
    return held if isinstance(held, Checked) else unpack(zlib.decompress(held)).checked


def hold(examined: Iterable[Examined], settings: Settings) -> tuple[Files, list[Examined]]:
    """Take in file after file: give those that the settings select something of, and beside them what is known of each besides its findings; in order."""
    files, beside = Files(), []
    for one in examined:
        files.append(selected(one.checked, settings))
        bare = replace(one.checked, findings=(), not_run=())
        beside.append(replace(one, checked=bare, context=None))
    places = sorted(range(len(files)), key=lambda at: beside[at].checked.file)
    files.order(places)
    return files, [beside[at] for at in places]


class _Day(Struct, frozen=True, array_like=True, tag="date"):
    value: date


class _Number(Struct, frozen=True, array_like=True, tag="number"):
    value: Decimal


class _Words(Struct, frozen=True, array_like=True, tag="text"):
    value: Text


class _Name(Struct, frozen=True, array_like=True, tag="named"):
    value: Named


class _List(Struct, frozen=True, array_like=True, tag="list"):
    value: tuple["_Fact", ...]


_Fact: TypeAlias = str | int | bool | _Day | _Number | _Words | _Name | _List | None
"""A fact: words, whole numbers and truth values as they are, all else with its sort."""


class _Found(Struct, frozen=True, array_like=True):
    """A finding of a file: its rule by id, its facts each with its sort, its named route where that is another than its route."""

    rule: str
    severity: Severity
    span: Span | None
    line: str
    path: KeyPath
    unit: str | None
    task: str | None
    citation: Citation | None
    facts: dict[str, _Fact]
    suppressed: Suppression | None
    also: tuple[str, ...]
    named: KeyPath | None
    withheld: bool


class _Packed(Struct, frozen=True, array_like=True):
    file: str
    kind: str
    unit: str | None
    sha256: str
    readable: bool
    findings: tuple[_Found, ...]
    not_run: tuple[NotRun, ...]
    sent: Sent | None
    asked: tuple[Ignore, ...]


def pack(examined: Examined) -> bytes:
    """Write what was found in a file, its context apart."""
    one = examined.checked
    findings = tuple(map(_found, one.findings))
    said = _Packed(
        one.file,
        one.kind,
        one.unit,
        one.sha256,
        one.readable,
        findings,
        one.not_run,
        examined.sent,
        examined.asked,
    )
    try:
        return msgspec.json.encode(said)
    except UnicodeEncodeError:
        # half a letter, in the name of a file or from an escape: it outlives ASCII alone
        return json.dumps(msgspec.to_builtins(said)).encode()


def unpack(data: bytes) -> Examined:
    """Read what `pack` wrote. Raises Unreadable for anything else."""
    try:
        said = _read(data)
        findings = tuple(_finding(one, said.file) for one in said.findings)
    except (msgspec.MsgspecError, ValueError, KeyError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    checked = Checked(
        said.file, said.kind, said.unit, said.sha256, findings, said.not_run, said.readable
    )
    return Examined(checked, sent=said.sent, asked=said.asked)


def _read(data: bytes) -> _Packed:
    try:
        return msgspec.json.decode(data, type=_Packed)
    except msgspec.DecodeError:  # half a letter, or not what `pack` wrote
        return msgspec.convert(json.loads(data), _Packed)


def _found(one: Finding) -> _Found:
    return _Found(
        one.rule.id,
        one.severity,
        one.place.span,
        one.place.line,
        one.path,
        one.unit,
        one.task,
        one.citation,
        {name: _fact(fact) for name, fact in one.facts.items()},
        one.suppressed,
        one.also,
        one.named if one.named != one.path else None,
        one.withheld,
    )


def _finding(one: _Found, file: str) -> Finding:
    rule = BY_ID[one.rule].RULE
    if not _holes(one.rule) <= one.facts.keys():
        raise Unreadable(f"{one.rule}: {', '.join(one.facts)}")
    return Finding(
        rule,
        one.severity,
        Place(file, one.span, None, one.line),
        one.path,
        one.unit,
        one.task,
        one.citation,
        {name: _as_fact(fact) for name, fact in one.facts.items()},
        one.suppressed,
        one.also,
        one.path if one.named is None else one.named,
        one.withheld,
    )


@cache
def _holes(rule: str) -> frozenset[str]:
    """Give the facts that what a rule says cannot do without."""
    from string import Formatter  # what is found in a plan not seen before is never unpacked

    said = BY_ID[rule].RULE
    texts = (said.message.vi, said.message.en, said.help.vi, said.help.en)
    holes = (hole for text in texts for _, hole, _, _ in Formatter().parse(text))
    return frozenset(hole for hole in holes if hole)


def _fact(fact: Fact) -> _Fact:
    match fact:
        case None | str() | int():
            return fact
        case date():
            return _Day(fact)
        case Decimal():
            return _Number(fact)
        case Named():
            return _Name(fact)
        case Text():
            return _Words(fact)
        case tuple():
            return _List(tuple(map(_fact, fact)))


def _as_fact(said: _Fact) -> Fact:
    if isinstance(said, _List):
        return tuple(map(_as_fact, said.value))
    if isinstance(said, _Day | _Number | _Words | _Name):
        return said.value
    return said
