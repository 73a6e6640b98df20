"""From a document to what it states: a plan, a directive, an annex, a unit, the groups; and the faults met on the way. From a cell to what it may mean."""

import re
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pydantic_core import ValidationError

from hpdirective.model.annex import AnnexFile
from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Directive
from hpdirective.model.located import Located, Reading, empty, group_for
from hpdirective.model.names import Mentioned, Units, looks_like_body
from hpdirective.model.period import Period, UnreadablePeriod, read_period
from hpdirective.model.plan import (
    NAMES,
    Action,
    Milestone,
    Paper,
    Plan,
    Promised,
    reason_of,
    target_for,
)
from hpdirective.model.target import Target, UnreadableTarget
from hpdirective.model.unit import Groups, Unit
from hpdirective.patterns import pattern
from hpdirective.source.document import Document, Fault, Node
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, latin

Stated = TypeVar("Stated", bound=Located)

KINDS: dict[str, type[Located]] = {
    "plan": Plan,
    "directive": Directive,
    "unit": Unit,
    "groups": Groups,
    "annex": AnnexFile,
    "baseline": Baseline,
}


class Read(Struct, Generic[Stated], frozen=True):
    """What a document states, None where nothing could be read, with all faults of the file in one list."""

    document: Document
    value: Stated | None
    faults: tuple[Fault, ...]


def read(document: Document, model: type[Stated], year: int) -> Read[Stated]:
    """Read a document as a model; `year` is the one that a date without a year takes."""
    if document.data is None:
        return Read(document, None, document.faults)
    data = _without(document.data, [f.path for f in document.faults if f.lost])
    if model is Plan:
        _take_as_meant(data)
    reading = Reading(year)
    try:
        value = model.model_validate(data, context=reading)
    except ValidationError:  # the top itself: it survives its fields
        return Read(document, None, document.faults)
    broken = broken_lines(document)
    homes = _homes(reading.faults, document) if model is Plan else {}
    noted: dict[tuple[str, KeyPath, Fact], Fault] = {}
    for fault in (*document.faults, *(_as_group(f, document) for f in reading.faults)):
        fault = homes.get(fault.path, fault) if fault.code == "unknown-key" else fault
        if fault.code in _OF_VALUES and _line_of(fault, document) in broken:
            fault = replace(fault, code="")  # what broke the line is the fault, and said there
        # a model that survives is read again, and notes its own faults again
        same = (fault.code, fault.path, fault.facts.get("key"))
        noted.setdefault(same if fault.span is None else (str(id(fault)), (), None), fault)
    return Read(document, value, tuple(noted.values()))


# What people put into a cell that they leave open.
BLANK = pattern(
    r"[.…_–—-]+|\(?(?:để trống|bỏ trống|trống)\)?|(?:chưa|không) (?:có|xác định|rõ|cập nhật)|không"
    r"|chưa (?:xây dựng|phân công|bố trí|lập|ghi)|(?:sẽ |đang )?(?:cập nhật|bổ sung)(?: sau)?"
    r"|tbd|todo|n/a|như trên|nt|-nt-|″|\"|\?+",
    re.IGNORECASE,
)
_STARTS = frozenset('.…_–—-(?″"bcđknst')  # with what each of these starts, in small letters
_LONG = 20  # letters: more than any words of these


def _take_as_meant(data: Any, *, name: bool = False) -> None:
    """Empty the values of a plan that only hold the place of one: "…", "chưa xác định"; read names whose letters only look Latin."""
    mapping = isinstance(data, dict)
    for key, value in data.items() if mapping else enumerate(data):  # keys stay as they are
        named = key in NAMES if mapping else name
        if isinstance(value, str):
            start = value[:1]
            may = start.lower() in _STARTS or start.isspace()
            long = len(value) >= _LONG and start.isalpha() and not value[-1].isspace()
            if may and not long and BLANK.fullmatch(value.strip()):
                data[key] = None
            elif named and not value.isascii():
                data[key] = latin(value)
        elif value is not None:
            _take_as_meant(value, name=named)


_KEYS: dict[str, type[Located]] = {"document": Paper, "": Plan}


def _homes(faults: list[Fault], document: Document) -> dict[KeyPath, Fault]:
    """Find the unknown keys that stand at the wrong depth: those of `document` at the top, those of the top inside something."""
    found: dict[KeyPath, Fault] = {}
    for fault in faults:
        key = str(fault.path[-1]) if fault.code == "unknown-key" else ""
        for holder, model in _KEYS.items():
            home: KeyPath = (holder, key) if holder else (key,)
            known = key in model.model_fields and len(fault.path) != len(home)
            if known and empty(document.value(home)) and not fault.meant:
                found[fault.path] = replace(
                    fault, parts=(home,), facts={**fault.facts, "home": holder}
                )
                break
    return found


_OF_VALUES = {"unreadable-date", "unreadable-target", "backwards-date-range", "wrong-type"}
_BREAKS = {
    "unquoted-value",
    "unquoted-colon",
    "text-after-quote",
    "unclosed-quote",
    "missing-colon",
}


def broken_lines(document: Document) -> frozenset[int]:
    """Give the lines whose value stands otherwise in the file than it is read, for want of a sign."""
    found = (f.span for f in document.faults if f.code in _BREAKS)
    return frozenset(span.line for span in found if span)


def _line_of(fault: Fault, document: Document) -> int:
    span = fault.span or document.span(fault.path)
    return span.line if span else 0


def _as_group(fault: Fault, document: Document) -> Fault:
    """Tell a group of keys on lines below its key from a text that holds a colon."""
    inner = document.value(fault.path)
    if fault.code != "unquoted-colon" or not isinstance(inner, dict):
        return fault
    (key,) = inner
    if isinstance(fault.path[-1], int) and key in _PLAN_KEYS:
        return _stray(fault, key, document)
    here, below = document.keys.get(fault.path), document.keys.get((*fault.path, *inner))
    if here is None or below is None or below.line == here.line:
        return replace(fault, span=below)
    facts = group_for("list" if fault.facts.get("listed") else "text")
    return replace(fault, code="wrong-type", facts=facts)


def _stray(fault: Fault, key: str, document: Document) -> Fault:
    """Say of a known key after a dash, in a list of texts, that it is no entry: the key stands beside the list."""
    holder = fault.path[:-2]
    span = document.keys[*fault.path, key]
    dash = Span(span.line, max(1, span.column - 2), span.line, max(2, span.column - 1))
    return replace(
        fault, code="stray-dash", span=dash, facts={"key": key}, parts=((*holder, key),)
    )


_PLAN_KEYS = frozenset(
    key for model in (Plan, Paper, Action, Milestone, Promised) for key in model.model_fields
)


def _scalar_or_inner(value: Any, path: KeyPath) -> bool:
    """Tell whether a doubtful value is to be emptied: every text, and a list inside an entry; a list at the top is kept and read."""
    return isinstance(value, str) or (isinstance(value, list) and len(path) > 2)


def _inside(at: Any, step: str | int) -> Any:
    if isinstance(at, list) and isinstance(step, int) and step < len(at):
        return at[step]
    return at.get(step) if isinstance(at, dict) else None


def _without(data: Node, lost: list[KeyPath]) -> Node:
    """Empty what a fault has taken: of two values for one key, neither is believed."""
    for path in lost:
        at: Any = data
        for step in path[:-1]:
            at = _inside(at, step)
            if at is None:
                break
        if isinstance(at, dict) and path and _scalar_or_inner(at.get(str(path[-1])), path):
            at[str(path[-1])] = None
    return data


class Understood(Struct, frozen=True):
    """A cell tried as a deadline, as a target and as a list of units; None where it is not of that sort."""

    text: str
    period: Period | None
    target: Target | None
    units: tuple[Mentioned, ...] | None
    faults: tuple[Fault, ...]


def understand(text: str, units: Units, year: int) -> Understood:
    """Try one text as each sort of cell; the faults are those of the readings that succeed, or one where none does."""
    period: Period | None = None
    target: Target | None = None
    failed: list[tuple[int, Fault]] = []
    try:
        period = read_period(text, year)
    except UnreadablePeriod as error:
        failed.append(_failed("unreadable-date", text, error, "not-a-date"))
    try:
        target = target_for(text, year)
    except UnreadableTarget as error:
        failed.append(_failed("unreadable-target", text, error, "no-number"))
    cell = units.cell(text)
    named = cell if any(b.id or b.group or b.division or b.suggestions for b in cell) else None
    faults = [*_doubts(period, target), *(_unsure(body) for body in named or () if _odd(body))]
    if period is None and target is None and named is None:
        if looks_like_body(text):
            faults = [Fault("unlisted-body", facts={"text": text})]
        else:
            faults = [min(failed, key=lambda one: one[0])[1]]
    return Understood(text, period, target, named, tuple(faults))


def _failed(
    code: str, text: str, error: UnreadablePeriod | UnreadableTarget, far: str
) -> tuple[int, Fault]:
    """Give the fault of a reading that failed, and how far the text is from being of that sort: 0 where it surely is."""
    reason = str(error.reason)
    if reason == "backwards" and code == "unreadable-date":
        return 1, Fault("backwards-date-range", facts={"value": text})
    fault = Fault(code, facts={"value": text, "reason": reason_of(error, text), "kind": reason})
    if reason == "other-year":
        return 0, fault  # a target that was read, of a year that is not the directive's
    return 2 if reason in (far, "empty") else 1, fault


def _doubts(period: Period | None, target: Target | None) -> list[Fault]:
    found = []
    if period and period.condition and period.end is None:
        found.append(Fault("conditional-due-date", facts={"text": period.text}))
    if target and target.ambiguous:
        found.append(Fault("ambiguous-number", facts={"value": target.text}))
    return found


def _odd(body: Mentioned) -> bool:
    return not (body.id or body.group or body.division)


def _unsure(body: Mentioned) -> Fault:
    code = "near-unit" if body.suggestions else "unlisted-body"
    return Fault(code, facts={"text": body.text, "suggestions": body.suggestions})
