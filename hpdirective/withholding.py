"""What stays out of reports that are shared: the plans' own words on restricted tasks. They are counted all the same."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from hpdirective.answering import is_restricted
from hpdirective.finding import Finding
from hpdirective.model.directive import Directive
from hpdirective.model.period import Period
from hpdirective.model.plan import Action, Contest, Extension, Waiver
from hpdirective.patterns import pattern
from hpdirective.rules.check import PlanContext
from hpdirective.source.place import KeyPath
from hpdirective.words import Fact, Text

HIDDEN = "…"
_OPEN = ("id", "tasks", "task")  # keys of an entry that say nothing of what will be done
_KEYS = frozenset(
    ("actions", "waivers", "extensions", "contests", "what", "due", "id", "target", "baseline")
)
_QUOTED = pattern("“.*”")
Entry = Action | Waiver | Extension | Contest


def withheld(found: tuple[Finding, ...], context: PlanContext) -> tuple[Finding, ...]:
    """Take the plan's own words out of the findings on what names a restricted task."""
    entries = tuple(_restricted(context)) if found else ()
    if not entries:
        return found
    public = _ids(context.directive)
    return tuple(_withheld(f, entries, context, public) for f in found)


def _withheld(
    finding: Finding, entries: tuple[Entry, ...], context: PlanContext, public: frozenset[str]
) -> Finding:
    """Take them out of one: its line, and facts that quote them or tell days."""
    entry = next((e for e in entries if _within(finding, e, context)), None)
    if entry is None:
        return finding
    node = _node(context, entry)
    known = frozenset(map(str, type(entry).model_fields)) | _KEYS
    words = (*_words(node), *(key for key in node if key not in known))
    days = frozenset(_days(entry))
    facts = {name: _masked(fact, words, days, public) for name, fact in finding.facts.items()}
    if isinstance(reason := facts.get("reason"), Text):  # our words, and the plan's in marks
        vi, en = (_QUOTED.sub(f"“{HIDDEN}”", said) for said in (reason.vi, reason.en))
        facts["reason"] = Text(vi, en)
    path, named = (_known(route, known) for route in (finding.path, finding.named))
    place = replace(finding.place, line="")
    return replace(finding, facts=facts, place=place, path=path, named=named, withheld=True)


def _ids(directive: Directive) -> frozenset[str]:
    """Give the ids that the directive itself gives to its clauses, items and indicators: they tell nothing of a plan."""
    items = (item.id for clause in directive.clauses.values() for item in clause.items)
    return frozenset((*directive.clauses, *directive.indicators, *items))


def _known(route: KeyPath, known: frozenset[str]) -> KeyPath:
    """Hide in a route what is a key of nobody's but the plan's writer: its words may tell."""
    return tuple(
        HIDDEN
        if isinstance(step, str) and at > 1 and step not in known and not step.startswith("~")
        else step
        for at, step in enumerate(route)
    )


def _restricted(context: PlanContext) -> Iterator[Entry]:
    """Give the actions, waivers, extensions and contests that name a restricted task."""
    plan, given = context.plan, context.duty
    for action in plan.actions:
        cells = [cell.text for cell in action.tasks]
        if is_restricted(cells, context.directive, given):
            yield action
    claims: list[Waiver | Extension | Contest] = [*plan.waivers, *plan.extensions, *plan.contests]
    for claim in claims:
        if is_restricted([claim.task or ""], context.directive, given):
            yield claim


def _within(finding: Finding, entry: Entry, context: PlanContext) -> bool:
    """Tell whether a finding stands in an entry, by its route, or by its line where it has none."""
    if finding.path[:2] == entry.path:
        return True
    span, first = finding.place.span, context.document.span(entry.path)
    if finding.path or span is None or first is None:
        return False
    return first.line <= span.line < _line_after(entry, context)


def _days(entry: Entry) -> Iterator[date]:
    """Give every day that an entry states."""
    periods: list[Period | None] = []
    if isinstance(entry, Action):
        periods += [entry.start, entry.due, *(stone.due for stone in entry.milestones)]
    elif isinstance(entry, Waiver):
        periods.append(entry.until)
    elif isinstance(entry, Extension):
        periods.append(entry.to)
    for period in periods:
        yield from (day for day in (period and period.start, period and period.end) if day)


def _line_after(action: Entry, context: PlanContext) -> int:
    """Give the first line past an action: where the next one starts, or the next key at the top."""
    document = context.document
    starts = [s.line for path, s in document.keys.items() if len(path) == 1]
    starts += [s.line for path, s in document.values.items() if len(path) == 2]
    here = document.span(action.path)
    return min((s for s in starts if here and s > here.line), default=len(document.lines) + 1)


def _node(context: PlanContext, entry: Entry) -> dict[str, Any]:
    data: Any = context.document.data
    for step in entry.path:
        data = data[step]
    return {key: value for key, value in data.items() if key not in _OPEN}


def _words(value: Any) -> Iterator[str]:
    """Give every text in a value, keys apart."""
    if isinstance(value, str):
        yield value.strip()
    for part in value.values() if isinstance(value, dict) else ():
        yield from _words(part)
    for part in value if isinstance(value, list) else ():
        yield from _words(part)


def _masked(
    fact: Fact, words: tuple[str, ...], days: frozenset[date], public: frozenset[str]
) -> Fact:
    if isinstance(fact, tuple):
        return tuple(_masked(part, words, days, public) for part in fact)
    if isinstance(fact, str) and fact in public:
        return fact
    if isinstance(fact, date) and fact in days:
        return HIDDEN
    if isinstance(fact, str) and any(fact in own or own in fact for own in words if own and fact):
        return HIDDEN
    return fact
