"""Fixes of how a value is written: units by their id, tasks and directive as they are spelled, one day in one form, ids that are missing."""

import re
from collections.abc import Iterator
from typing import Any

from hpdirective.answering import Naming, names_directive, task_id
from hpdirective.fixing.values import Fix, What
from hpdirective.library import Library
from hpdirective.model.located import Cell, Located
from hpdirective.model.period import UnreadablePeriod, read_period
from hpdirective.model.plan import Action, Contest, Extension, Plan, Waiver
from hpdirective.patterns import pattern
from hpdirective.reading import Read
from hpdirective.rules.check import split_names
from hpdirective.source.document import Document, unread
from hpdirective.source.edit import Edit, line_end, stretch
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Lang, say


def writings(stated: Read[Any], plan: Plan, text: str, library: Library) -> Iterator[Fix]:
    """Give the fixes of how the values of a plan are written."""
    page = _Page(stated.document, text)
    yield from _directive(plan, page, library)
    yield from _units(plan, page, library)
    yield from _tasks(plan, page, library)
    yield from _days(plan, page, library.directive.year)


def ids(stated: Read[Any], plan: Plan, text: str) -> Iterator[Fix]:
    """Give each action that surely has no id one that is free: its place in the list where that is."""
    page, lost = _Page(stated.document, text), unread(stated.faults)
    taken = {action.id for action in plan.actions if action.id}
    numbered = [found for id in taken if (found := re.fullmatch(r"(\D*)(\d{1,6})", id))]
    prefix = min((found[1] for found in numbered), default="A")
    last = max((int(found[2]) for found in numbered), default=0)
    for action in plan.actions:
        if action.id or action.at("id") in lost:
            continue
        own = f"{prefix}{int(action.path[-1]) + 1}"
        while own in taken:
            last += 1
            own = f"{prefix}{last}"
        taken.add(own)
        yield from _put_id(action, own, page)


class _Page:
    """A document and its text: what stands at a route, and how it is put otherwise."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text

    def put(self, what: What, path: KeyPath, new: str, rule: str | None = None) -> Iterator[Fix]:
        """Put a value otherwise, in the quotation marks that it has; one over several lines, or in a block, is left."""
        span = self.document.values.get(path)
        if span is None or span.line != span.end_line:
            return
        old = stretch(self.text, span)
        if not old or old[0] in "|>":
            return
        new = f"{old[0]}{new}{old[0]}" if old[0] in "\"'" else new
        if new != old:
            yield Fix(what, Edit(span, new), old, new, rule)


def _directive(plan: Plan, page: _Page, library: Library) -> Iterator[Fix]:
    directive = library.directive
    if plan.directive and names_directive(plan.directive, directive) is Naming.SURE:
        yield from page.put(What.DIRECTIVE, ("directive",), directive.id)


def _units(plan: Plan, page: _Page, library: Library) -> Iterator[Fix]:
    """Write the units that a cell names by one of their names alone by their id."""
    cut = split_names(plan, page.document, library.units)
    for path, text in _cells_of_units(plan):
        id = library.units.called(text)
        if id and path not in cut:
            yield from page.put(What.UNIT, path, id)


def _cells_of_units(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    holders: list[tuple[Located, str, tuple[Cell, ...]]] = []
    if plan.unit:
        yield ("unit",), plan.unit
    if plan.document:
        holders.append((plan.document, "sent_to", plan.document.sent_to))
    for action in plan.actions:
        holders += [(action, "lead", action.lead), (action, "support", action.support)]
    for holder, name, cells in holders:
        yield from ((holder.at(name, cell), cell.text) for cell in cells)
    for contest in plan.contests:
        if contest.owner:
            yield contest.at("owner"), contest.owner


def _tasks(plan: Plan, page: _Page, library: Library) -> Iterator[Fix]:
    cells = [(a.at("tasks", cell), cell.text) for a in plan.actions for cell in a.tasks]
    entries: list[Waiver | Extension | Contest] = [
        *plan.waivers,
        *plan.extensions,
        *plan.contests,
    ]
    for entry in entries:
        cells += [(entry.at("task"), entry.task)] if entry.task else []
    for path, text in cells:
        id = library.directive.spelled(task_id(text))
        if library.directive.expand(id):
            yield from page.put(What.TASK, path, id)


# --- days

# A day with its year in figures: what another form of the same day may take the place of.
_DAY = pattern(
    r"(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]|\s+tháng\s+\d{1,2}\s+năm)\s*\d{4}|\d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)
_DATED = ("issued", "sent_on", "received_on", "start", "due", "until", "to")


def _days(plan: Plan, page: _Page, year: int) -> Iterator[Fix]:
    holders: list[Located] = [plan.document] if plan.document else []
    for action in plan.actions:
        holders += [action, *action.milestones]
    for holder in (*holders, *plan.waivers, *plan.extensions):
        for name in _DATED:
            path = holder.at(name)
            text = page.document.value(path)
            if isinstance(text, str) and _DAY.fullmatch(text.strip()):
                yield from page.put(What.DATE, path, _as_day(text, year))


def _as_day(text: str, year: int) -> str:
    """Write the day that a text names as day/month/year; what cannot be read stays."""
    try:
        period = read_period(text, year)
    except UnreadablePeriod:
        return text
    one = period.end and period.start == period.end and period.relation is None
    return say(period.end, Lang.VI) if one else text


# --- ids of actions


def _put_id(action: Action, id: str, page: _Page) -> Iterator[Fix]:
    key = page.document.keys.get(action.at("id"))
    if key is not None:
        yield from _fill_id(action, id, key, page)
        return
    first = page.document.values.get(action.path)
    if first is None:
        return
    before = page.document.line(first.line)[: first.column - 1]
    if before.strip(" -"):
        new = f"id: {id}, " if before.rstrip().endswith("{") else None
    else:
        new = f"id: {id}{line_end(page.text)}{' ' * (first.column - 1)}"
    if new:
        span = Span(first.line, first.column, first.line, first.column)
        yield Fix(What.ID, Edit(span, new), "", f"id: {id}", "missing-key")


def _fill_id(action: Action, id: str, key: Span, page: _Page) -> Iterator[Fix]:
    """Fill `id:`, `id: ~` or `id: ""`."""
    rest = page.document.line(key.line)[key.end_column - 1 :]
    found = re.match(r"(\s*:)([ \t]+(?:~|null|Null|NULL|\"\s*\"|'\s*'))?(?=\s*(?:#|$))", rest)
    if found:
        start, end = key.end_column + found.end(1), key.end_column + found.end()
        edit = Edit(Span(key.line, start, key.line, end), f" {id}")
        yield Fix(What.ID, edit, (found[2] or "").strip(), id, "missing-key")
