"""Findings as JSON, one a line, each in the shape that the format hpd-findings/1 gives it."""

import json

from hpdirective.finding import Assessment
from hpdirective.reporters.finding import as_json
from hpdirective.words import Lang


def render(assessment: Assessment, lang: Lang) -> str:
    lines = (json.dumps(as_json(f, lang), ensure_ascii=False) for f in assessment.findings)
    return "".join(f"{line}\n" for line in lines)
