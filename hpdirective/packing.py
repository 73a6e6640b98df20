"""What was found in one file as bytes, and back: how results go from process to process, and are kept from run to run.

JSON, never pickle: what lies on a disk may have been changed, and reading it must run nothing.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, overload

from msgspec.structs import replace

from hpdirective.catalogue import BY_ID
from hpdirective.checking import Examined, selected
from hpdirective.choices import Severity
from hpdirective.finding import (
    Checked,
    Citation,
    Finding,
    NotRun,
    NotRunReason,
    Place,
    SuppressedBy,
    Suppression,
)
from hpdirective.ignoring import Ignore
from hpdirective.rules.city import Sent
from hpdirective.settings import Settings
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, Named, Text

_AT_HAND = 500  # files whose findings are kept as they are


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


def pack(examined: Examined) -> bytes:
    """Write what was found in a file, its context apart."""
    checked = examined.checked
    said = {
        "checked": [
            checked.file,
            checked.kind,
            checked.unit,
            checked.sha256,
            checked.readable,
            [_finding(one) for one in checked.findings],
            [_gap(one) for one in checked.not_run],
        ],
        "sent": _sent(examined.sent),
        "asked": [[list(i.rules), i.reason, i.line, _span(i.span)] for i in examined.asked],
    }
    return json.dumps(said, separators=(",", ":")).encode()  # in ASCII: half letters outlive it


def unpack(data: bytes) -> Examined:
    """Read what `pack` wrote. Raises Unreadable for anything else."""
    try:
        said = json.loads(data)
        file, kind, unit, sha256, readable, findings, gaps = said["checked"]
        checked = Checked(
            file,
            kind,
            unit,
            sha256,
            tuple(_as_finding(one, file) for one in findings),
            tuple(_as_gap(one, file) for one in gaps),
            readable,
        )
        asked = tuple(
            Ignore(tuple(rules), reason, line, _a_span(span))
            for rules, reason, line, span in said["asked"]
        )
        return Examined(checked, sent=_as_sent(said["sent"], file), asked=asked)
    except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError) as error:
        raise Unreadable(str(error)) from None


def _finding(one: Finding) -> list[Any]:
    cited, hidden = one.citation, one.suppressed
    return [
        one.rule.id,
        str(one.severity),
        _span(one.place.span),
        one.place.line,
        list(one.path),
        one.unit,
        one.task,
        [cited.clause, cited.address.vi, cited.address.en, cited.quote] if cited else None,
        {name: _fact(fact) for name, fact in one.facts.items()},
        [str(hidden.by), hidden.reason] if hidden else None,
        list(one.also),
        list(one.named) if one.named != one.path else None,
        one.withheld,
    ]


def _as_finding(said: list[Any], file: str) -> Finding:
    rule, severity, span, line, path, unit, task, cited, facts, hidden, also, named, kept = said
    return Finding(
        BY_ID[rule].RULE,
        Severity(severity),
        Place(file, _as_span(span), None, line),
        tuple(path),
        unit,
        task,
        Citation(cited[0], Text(cited[1], cited[2]), cited[3]) if cited else None,
        {name: _as_fact(fact) for name, fact in facts.items()},
        Suppression(SuppressedBy(hidden[0]), hidden[1]) if hidden else None,
        tuple(also),
        _route(path if named is None else named),
        kept,
    )


def _gap(one: NotRun) -> list[Any]:
    text = [one.message.vi, one.message.en]
    return [one.rule, str(one.reason), text, one.unit, one.task, list(one.path)]


def _as_gap(said: list[Any], file: str) -> NotRun:
    rule, reason, (vi, en), unit, task, path = said
    return NotRun(rule, NotRunReason(reason), Text(vi, en), file, unit, task, _route(path))


def _sent(one: Sent | None) -> list[Any] | None:
    if one is None:
        return None
    name = one.unit.name
    issued = one.issued.isoformat() if one.issued else None
    unit = [one.unit.id, name.vi, name.en]
    return [unit, one.number, issued, list(one.related), _span(one.span), one.line]


def _as_sent(said: list[Any] | None, file: str) -> Sent | None:
    if said is None:
        return None
    (id, vi, en), number, issued, related, span, line = said
    day = date.fromisoformat(issued) if issued else None
    return Sent(file, Named(id, Text(vi, en)), number, day, tuple(related), _as_span(span), line)


def _span(one: Span | None) -> list[int] | None:
    return [one.line, one.column, one.end_line, one.end_column] if one else None


def _as_span(said: list[int] | None) -> Span | None:
    return _a_span(said) if said else None


def _a_span(said: list[int]) -> Span:
    line, column, end_line, end_column = said
    return Span(line, column, end_line, end_column)


def _route(said: list[str | int]) -> KeyPath:
    return tuple(said)


def _fact(fact: Fact) -> Any:
    """Write a fact: words, whole numbers and truth values as they are, all else in a list that begins with its sort."""
    match fact:
        case date():
            return ["date", fact.isoformat()]
        case Decimal():
            return ["number", str(fact)]
        case Named():
            return ["named", fact.id, fact.name.vi, fact.name.en]
        case Text():
            return ["text", fact.vi, fact.en]
        case tuple():
            return ["list", *map(_fact, fact)]
        case _:
            return fact


def _as_fact(said: Any) -> Fact:
    if not isinstance(said, list):
        if said is None or isinstance(said, str | int):
            return said
        raise Unreadable(type(said).__name__)
    sort, *parts = said
    match sort:
        case "date":
            return date.fromisoformat(parts[0])
        case "number":
            return Decimal(parts[0])
        case "named":
            return Named(parts[0], Text(parts[1], parts[2]))
        case "text":
            return Text(parts[0], parts[1])
        case "list":
            return tuple(map(_as_fact, parts))
        case _:
            raise Unreadable(str(sort))
