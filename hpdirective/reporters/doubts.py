"""How the doubts about a single cell are said: by the rules that would say them in a plan."""

from hpdirective import catalogue
from hpdirective.model.names import Units
from hpdirective.rules.check import did_you_mean
from hpdirective.source.document import Fault
from hpdirective.words import Lang, fill


def said(fault: Fault, units: Units, lang: Lang) -> tuple[str, str]:
    """Give the id of the rule and its sentence."""
    rule = catalogue.BY_NAME[fault.code].RULE
    suggestions = fault.facts.get("suggestions")
    names = tuple(str(s) for s in suggestions) if isinstance(suggestions, tuple) else ()
    facts = {**fault.facts, "near": did_you_mean(units, names)}
    return rule.id, fill(rule.message, facts, lang)
