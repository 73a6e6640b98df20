"""What is said of the word under the pointer: a task, a unit, an indicator, a key, or a rule in a comment."""

from msgspec import Struct

from hpdirective import answering, catalogue
from hpdirective.editor import markdown
from hpdirective.editor.keys import INDICATOR, LEVELS, TASKS, UNITS
from hpdirective.editor.page import Page, Value
from hpdirective.editor.positions import Point
from hpdirective.ignoring import ignores
from hpdirective.library import Library
from hpdirective.patterns import pattern
from hpdirective.source.place import Span
from hpdirective.words import Lang

_WORD = pattern(r"[\w-]+")
_RULES = {check.RULE.id: check.RULE for check in catalogue.ALL}


class Hover(Struct, frozen=True):
    """What is said, in Markdown, and of which stretch."""

    span: Span
    text: str


def hover(page: Page, library: Library, at: Point, lang: Lang) -> Hover | None:
    """Say what stands at a point of a plan, None where there is nothing to say."""
    if page.kind != "plan":
        return None
    found = _rule(page, at, lang) or _key(page, at, lang)
    if found:
        return found
    value = page.value(at)
    text = _said(value, page, library, lang) if value else ""
    return Hover(value.span, text) if value and text else None


def _said(value: Value, page: Page, library: Library, lang: Lang) -> str:
    directive, units = library.directive, library.units
    if value.route in TASKS:
        mine = {duty.id for duty in page.duties(library)}
        clauses = answering.meant_clauses(value.text, directive, mine)
        return markdown.of_clauses(clauses, directive, units, lang)
    if value.route in UNITS:
        return markdown.of_bodies(units.cell(value.text), units, lang)
    if value.route == INDICATOR and value.text.strip() in directive.indicators:
        clause, indicator = directive.indicators[value.text.strip()]
        return markdown.of_indicator(indicator, clause, lang)
    return ""


def _rule(page: Page, at: Point, lang: Lang) -> Hover | None:
    for ignore in ignores(page.document):
        span = ignore.span
        if span.line != at.line or at.column < span.column:
            continue
        for word in _WORD.finditer(page.document.line(at.line), span.column - 1):
            id = catalogue.IDS.get(word[0].casefold())
            if id and word.start() < at.column <= word.end() + 1:
                place = Span(at.line, word.start() + 1, at.line, word.end() + 1)
                return Hover(place, markdown.of_rule(_RULES[id], lang))
    return None


def _key(page: Page, at: Point, lang: Lang) -> Hover | None:
    found = page.key(at)
    if found is None:
        return None
    route, span = found
    about = LEVELS.get(route[:-1], {}).get(route[-1]) if route else None
    return Hover(span, f"**{route[-1]}**: {about.said(lang)}") if about else None
