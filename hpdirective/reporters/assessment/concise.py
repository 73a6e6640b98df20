"""Findings one line each, for searching and for problem matchers."""

from hpdirective.finding import Assessment
from hpdirective.reporters.finding import headline
from hpdirective.words import Lang


def render(assessment: Assessment, lang: Lang) -> str:
    return "".join(f"{headline(f, lang)}\n" for f in assessment.findings if not f.suppressed)
