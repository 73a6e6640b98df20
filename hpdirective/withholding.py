"""What stays out of reports that are shared: the plans' own words on restricted tasks. They are counted all the same."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hpdirective.answering import task_id
from hpdirective.finding import Finding
from hpdirective.model.plan import Action
from hpdirective.rules.check import PlanContext
from hpdirective.words import Fact

HIDDEN = "…"
_OPEN = ("id", "tasks")  # keys of an action that say nothing of what will be done


def withheld(finding: Finding, context: PlanContext) -> Finding:
    """Take the plan's own words out of a finding on an action that answers a restricted task: its line, and facts that quote it."""
    action = next((a for a in _restricted(context) if _within(finding, a, context)), None)
    if action is None:
        return finding
    words = tuple(_words(_node(context, action)))
    facts = {name: _masked(fact, words) for name, fact in finding.facts.items()}
    return replace(finding, facts=facts, place=replace(finding.place, line=""), withheld=True)


def _restricted(context: PlanContext) -> Iterator[Action]:
    directive = context.directive
    for action in context.plan.actions:
        cited = (c for cell in action.tasks for c in directive.expand(task_id(cell.text)))
        if any(clause.restricted for clause in cited):
            yield action


def _within(finding: Finding, action: Action, context: PlanContext) -> bool:
    """Tell whether a finding stands in an action, by its route, or by its line where it has none."""
    if finding.path[:2] == action.path:
        return True
    span, first = finding.place.span, context.document.span(action.path)
    if finding.path or span is None or first is None:
        return False
    return first.line <= span.line < _line_after(action, context)


def _line_after(action: Action, context: PlanContext) -> int:
    """Give the first line past an action: where the next one starts, or the next key at the top."""
    document = context.document
    starts = [s.line for path, s in document.keys.items() if len(path) == 1]
    starts += [s.line for path, s in document.values.items() if len(path) == 2]
    here = document.span(action.path)
    return min((s for s in starts if here and s > here.line), default=len(document.lines) + 1)


def _node(context: PlanContext, action: Action) -> dict[str, Any]:
    data: Any = context.document.data
    for step in action.path:
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


def _masked(fact: Fact, words: tuple[str, ...]) -> Fact:
    if isinstance(fact, tuple):
        return tuple(_masked(part, words) for part in fact)
    if isinstance(fact, str) and any(fact in own or own in fact for own in words if own and fact):
        return HIDDEN
    return fact
