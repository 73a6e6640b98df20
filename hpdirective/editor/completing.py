"""What may be written at the cursor: tasks, units, indicators, items, keys."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.answering import Duty
from hpdirective.editor import markdown, outline
from hpdirective.editor.keys import (
    DIRECTIVE,
    GROUPED,
    GROUPS,
    INDICATOR,
    ITEMS,
    LEVELS,
    LISTS,
    TASKS,
    UNITS,
    cell,
)
from hpdirective.editor.outline import ENTRY, Route, Spot
from hpdirective.editor.page import Page
from hpdirective.editor.positions import Point
from hpdirective.library import Library
from hpdirective.model.directive import Clause
from hpdirective.reporters.labels import BASES, ROLES
from hpdirective.rules.check import demand
from hpdirective.source.edit import Edit
from hpdirective.source.place import Span
from hpdirective.words import Lang, bare, one_line


class Sort(StrEnum):
    """What a completion is."""

    TASK = "task"
    UNIT = "unit"
    GROUP = "group"
    INDICATOR = "indicator"
    ITEM = "item"
    DIRECTIVE = "directive"
    KEY = "key"


class Choice(Struct, frozen=True):
    """Something that may be written: its id, what it is, and words by which it is found too."""

    sort: Sort
    id: str
    detail: str
    documentation: str = ""
    names: tuple[str, ...] = ()


class Completion(Struct, frozen=True):
    """A choice with the edit that writes it; `rank` orders them, `typed` is what it was found by."""

    choice: Choice
    edit: Edit
    typed: str
    rank: str


def complete(page: Page, library: Library, at: Point, lang: Lang) -> tuple[Completion, ...]:
    """Give what may be written at a point of a plan, best first; what was typed of it may be of the id or of the name."""
    spot = outline.spot(page.lines, at) if page.kind == "plan" else None
    if spot is None:
        return ()
    found = [*_values(page, library, spot, lang), *_keys(page, spot, lang)]
    wanted = bare(spot.word)
    fitting = [one for one in found if _fits(one, wanted)]
    fitting.sort(key=lambda one: not bare(one.id).startswith(wanted))
    return tuple(
        Completion(one, _edit(one, page, spot, at), spot.word, f"{number:05}")
        for number, one in enumerate(fitting)
    )


def _fits(choice: Choice, wanted: str) -> bool:
    words = (choice.id, choice.detail, *choice.names)
    return not wanted or any(wanted in bare(word) for word in words)


def _edit(choice: Choice, page: Page, spot: Spot, at: Point) -> Edit:
    """Write a choice in place of what was typed of it, with the signs that YAML wants around it."""
    line = page.lines[at.line - 1] if at.line <= len(page.lines) else ""
    span = Span(at.line, spot.start, at.line, at.column)
    before, after = line[: spot.start - 1], line[at.column - 1 :]
    text = choice.id
    if choice.sort is Sort.KEY and not after.lstrip().startswith(":"):
        text += ":" if choice.id in LISTS | GROUPS else ": "
    elif before.endswith(":"):
        text = f" {text}"
    return Edit(span, f"- {text}" if _wants_dash(choice, spot) else text)


def _wants_dash(choice: Choice, spot: Spot) -> bool:
    """Tell whether a choice starts an entry of a list whose dash is not typed yet."""
    last = spot.marks[-1] if spot.marks else None
    if last is None or last.name == ENTRY or last.line == spot.line:
        return False
    return last.name in LISTS and (choice.sort is not Sort.KEY or spot.route not in LEVELS)


# --- keys


def _keys(page: Page, spot: Spot, lang: Lang) -> Iterator[Choice]:
    if not spot.opened:
        return
    level = LEVELS.get(spot.route) or LEVELS.get((*spot.route, ENTRY))
    if level is None:
        return
    there = outline.siblings(page.lines, spot)
    for key, about in level.items():
        if key not in there:
            yield Choice(Sort.KEY, key, about.said(lang), about.vi)


# --- values


def _values(page: Page, library: Library, spot: Spot, lang: Lang) -> Iterable[Choice]:
    route = cell(spot.route)
    if route in TASKS:
        return _tasks(page.duties(library), library, lang)
    if route in UNITS:
        return _units(route, library, lang)
    if route == INDICATOR:
        return _indicators(page.cited(spot.marks, library), lang)
    if route == ITEMS:
        return _items(page.cited(spot.marks, library), lang)
    if route == DIRECTIVE:
        directive = library.directive
        title = directive.title.text.said(lang) if directive.title else directive.number
        return (Choice(Sort.DIRECTIVE, directive.id, title, names=(directive.number,)),)
    return ()


def _tasks(duties: tuple[Duty, ...], library: Library, lang: Lang) -> Iterator[Choice]:
    """Give the unit's own duties, those it leads first, then every other task."""
    for duty in sorted(duties, key=lambda duty: not duty.required):
        if duty.clause.binding:
            row = f"{ROLES[duty.role].said(lang)}, {BASES[duty.basis].said(lang)}"
            choice = _task(duty.clause, library, lang)
            yield replace(choice, documentation=f"{choice.documentation}\n\n{row}")
    own = {duty.id for duty in duties}
    for clause in library.directive.clauses.values():
        if clause.binding and clause.id not in own:
            yield _task(clause, library, lang)


def _task(clause: Clause, library: Library, lang: Lang) -> Choice:
    said = markdown.of_sentence(clause, library.directive, lang)
    return Choice(Sort.TASK, clause.id, one_line(clause.name.said(lang)), said)


def _units(route: Route, library: Library, lang: Lang) -> Iterator[Choice]:
    units = library.units
    for unit in units:
        said = markdown.of_unit(unit.id, units, lang)
        yield Choice(Sort.UNIT, unit.id, unit.named.name.said(lang), said, unit.aliases)
    for id in units.groups if route in GROUPED else ():
        name = units.named(id).name.said(lang)
        yield Choice(Sort.GROUP, id, name, markdown.of_unit(id, units, lang))


def _indicators(cited: tuple[Clause, ...], lang: Lang) -> Iterator[Choice]:
    for clause in cited:
        for indicator in clause.indicators:
            name = indicator.name.text.said(lang) if indicator.name else ""
            asked = demand(indicator.required).said(lang)
            detail = f"{one_line(name)}: {asked}" if asked else one_line(name)
            said = markdown.of_indicator(indicator, clause, lang)
            yield Choice(Sort.INDICATOR, indicator.id, detail, said)


def _items(cited: tuple[Clause, ...], lang: Lang) -> Iterator[Choice]:
    for clause in cited:
        for item in clause.items:
            said = f"{clause.id} {markdown.escaped(clause.name.said(lang))}"
            yield Choice(Sort.ITEM, item.id, one_line(item.text), said)
