"""From a document to what it states: a plan, a directive, an annex, a unit, the groups; and the faults met on the way. From a cell to what it may mean."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from hpdirective.model.annex import AnnexFile
from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Directive
from hpdirective.model.located import Located, Reading
from hpdirective.model.names import Mentioned, Units, looks_like_body
from hpdirective.model.period import Period, UnreadablePeriod, read_period
from hpdirective.model.plan import PERIOD_FAULTS, TARGET_FAULTS, Plan, target_for
from hpdirective.model.target import Target, UnreadableTarget
from hpdirective.model.unit import Groups, Unit
from hpdirective.source.document import Document, Fault, Node
from hpdirective.source.place import KeyPath
from hpdirective.words import Fact, Text

Stated = TypeVar("Stated", bound=Located)

KINDS: dict[str, type[Located]] = {
    "plan": Plan,
    "directive": Directive,
    "unit": Unit,
    "groups": Groups,
    "annex": AnnexFile,
    "baseline": Baseline,
}


@dataclass(frozen=True, slots=True)
class Read(Generic[Stated]):
    """What a document states, None where nothing could be read, with all faults of the file in one list."""

    document: Document
    value: Stated | None
    faults: tuple[Fault, ...]


def read(document: Document, model: type[Stated], year: int) -> Read[Stated]:
    """Read a document as a model; `year` is the one that a date without a year takes."""
    if document.data is None:
        return Read(document, None, document.faults)
    data = _without(document.data, [f.path for f in document.faults if f.lost])
    reading = Reading(year)
    try:
        value = model.model_validate(data, context=reading)
    except ValidationError:  # the top itself: it survives its fields
        return Read(document, None, document.faults)
    noted: dict[tuple[str, KeyPath, Fact], Fault] = {}
    for fault in (*document.faults, *reading.faults):
        # a model that survives is read again, and notes its own faults again
        same = (fault.code, fault.path, fault.facts.get("key"))
        noted.setdefault(same if fault.span is None else (str(id(fault)), (), None), fault)
    return Read(document, value, tuple(noted.values()))


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


@dataclass(frozen=True, slots=True)
class Understood:
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
    failed: list[tuple[bool, Fault]] = []
    try:
        period = read_period(text, year)
    except UnreadablePeriod as error:
        failed.append(
            _failed("unreadable-date", text, str(error.reason), PERIOD_FAULTS, "not-a-date")
        )
    try:
        target = target_for(text, year)
    except UnreadableTarget as error:
        failed.append(
            _failed("unreadable-target", text, str(error.reason), TARGET_FAULTS, "no-number")
        )
    cell = units.cell(text)
    named = cell if any(b.id or b.group or b.division or b.suggestions for b in cell) else None
    faults = [*_doubts(period, target), *(_unsure(body) for body in named or () if _odd(body))]
    if period is None and target is None and named is None:
        if looks_like_body(text):
            faults = [Fault("unlisted-body", facts={"text": text})]
        else:
            faults = [next((fault for near, fault in failed if near), failed[0][1])]
    return Understood(text, period, target, named, tuple(faults))


def _failed(
    code: str, text: str, reason: str, words: dict[str, Text], far: str
) -> tuple[bool, Fault]:
    """Give the fault of a reading that failed, and whether the text came near to being of that sort."""
    if reason == "backwards" and code == "unreadable-date":
        return True, Fault("backwards-date-range", facts={"value": text})
    fault = Fault(code, facts={"value": text, "reason": words[reason], "kind": reason})
    return reason not in (far, "empty"), fault


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
