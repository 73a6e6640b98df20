"""The survey of a city as an Excel workbook: one sheet a view, one module a sheet."""

from msgspec.structs import replace

from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.sheet import Link, Sheet
from hpdirective.reporters.workbook import (
    duties,
    evidence,
    findings,
    indicators,
    layout,
    matrix,
    roster,
    summary,
    unled,
)
from hpdirective.surveying import Survey
from hpdirective.words import Lang

SHEETS = (summary, matrix, unled, indicators, roster, findings, duties, evidence)


def render(survey: Survey, directive: Directive, units: Units, lang: Lang, mark: str) -> bytes:
    """Make the workbook; `mark` is kept as its comments, by which it can be made again and compared."""
    first, *others = (one.sheet(survey, directive, units, lang) for one in SHEETS)
    back = Link(f"← {first.name}", (first.anchor,))
    book = (_linked(first, others), *(replace(one, links=(back,)) for one in others))
    properties = layout.Properties(
        title=first.title,
        subject=first.lead,
        author=directive.issuer,
        made=survey.terms.as_of,
        comments=mark,
    )
    return layout.write(book, properties, lang)


def _linked(first: Sheet, others: list[Sheet]) -> Sheet:
    return replace(first, links=tuple(Link(one.name, (one.anchor,)) for one in others))
