"""Findings one line each, for searching and for problem matchers."""

from collections.abc import Iterator

from hpdirective.finding import Assessment
from hpdirective.reporters.finding import headline
from hpdirective.words import Lang


def parts(assessment: Assessment, lang: Lang) -> Iterator[str]:
    return (f"{headline(f, lang)}\n" for f in assessment.each() if not f.suppressed)
