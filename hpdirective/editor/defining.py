"""Where what is named at a point is laid down: a task in the directive's file, a unit in its own."""

from collections.abc import Iterator

from msgspec import Struct

from hpdirective import answering
from hpdirective.editor.keys import INDICATOR, TASKS, UNITS
from hpdirective.editor.page import Page, Value
from hpdirective.editor.positions import Point
from hpdirective.library import Library
from hpdirective.model.located import Located
from hpdirective.source.document import Document
from hpdirective.source.place import Span


class Definition(Struct, frozen=True):
    """A stretch of another file."""

    document: Document
    span: Span


def define(page: Page, library: Library, at: Point) -> tuple[Definition, ...]:
    """Give where the tasks or the units named at a point are laid down."""
    value = page.value(at) if page.kind == "plan" else None
    return tuple(_found(value, page, library)) if value else ()


def _found(value: Value, page: Page, library: Library) -> Iterator[Definition]:
    laid_down = library.read.value  # annexes taken in have files of their own
    if value.route in TASKS and laid_down:
        mine = {duty.id for duty in page.duties(library)}
        for clause in answering.meant_clauses(value.text, laid_down, mine):
            yield from _at(library.read.document, clause)
    elif value.route == INDICATOR and laid_down:
        held = laid_down.indicators.get(value.text.strip())
        if held:
            yield from _at(library.read.document, held[1])
    elif value.route in UNITS:
        for body in library.units.cell(value.text):
            yield from _body(body.id or body.group, library)


def _body(id: str | None, library: Library) -> Iterator[Definition]:
    for unit in library.register.units:
        if unit.value and unit.value.id == id:
            yield from _at(unit.document, unit.value)
    for groups in library.register.groups:
        for group in groups.value.groups if groups.value else ():
            if group.id == id:
                yield from _at(groups.document, group)


def _at(document: Document, holder: Located) -> Iterator[Definition]:
    span = document.span(holder.at("id"))
    if span:
        yield Definition(document, span)
