"""Findings as JSON, one a line, each in the shape that the format hpd-findings/1 gives it."""

import json
from collections.abc import Iterator

from hpdirective.finding import Assessment
from hpdirective.reporters.finding import as_json
from hpdirective.words import Lang


def parts(assessment: Assessment, lang: Lang) -> Iterator[str]:
    for finding in assessment.each():
        yield json.dumps(as_json(finding, lang), ensure_ascii=False) + "\n"
