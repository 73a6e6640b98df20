"""How coverage is said in one line: whose, how much of how many, of what, as of when."""

from hpdirective.coverage import Coverage, Totals
from hpdirective.model.directive import Basis, Directive
from hpdirective.model.issuer import whole
from hpdirective.model.names import Units
from hpdirective.reporters.labels import BASES
from hpdirective.words import Lang, Text, say


def share(totals: Totals, lang: Lang) -> str:
    """Say n/N and the percentage, never rounded up."""
    if totals.percent is None:
        return "0/0"
    return f"{totals.covered}/{totals.required} ({say(totals.percent.normalize() + 0, lang)}%)"


def everyone(directive: Directive) -> Text:
    """Say who all the units are together, as the head of a row: “Toàn tỉnh”."""
    together = whole(directive.issuer)
    return Text(*(said[:1].upper() + said[1:] for said in (together.vi, together.en)))


def headline(coverage: Coverage, directive: Directive, units: Units, lang: Lang) -> str:
    """Say the coverage of a unit or of all, and of which part of the duties where it is not of all."""
    of = units.named(coverage.unit).name.said(lang) if coverage.unit else None
    day, part = say(coverage.terms.as_of, lang), _part(coverage, lang)
    number, issued = directive.numbered.said(lang), say(directive.issued, lang)
    if lang is Lang.VI:
        who = of or everyone(directive).vi
        return f"{who}: đáp ứng {share(coverage.totals, lang)} nhiệm vụ của {number} ngày {issued}{part}, tính đến ngày {day}"
    who = of or everyone(directive).en
    return f"{who}: {share(coverage.totals, lang)} tasks of {number} of {issued}{part} covered, as of {day}"


def _part(coverage: Coverage, lang: Lang) -> str:
    said = []
    if section := coverage.part.section:
        said.append(Text(vi=f"chỉ tính {section}", en=f"{section} alone").said(lang))
    if basis := coverage.part.basis:
        name = BASES[Basis(basis)].said(lang)
        said.append(Text(vi=f"chỉ tính căn cứ: {name}", en=f"{name} alone").said(lang))
    return f" ({'; '.join(said)})" if said else ""
