"""Findings as JSON, format hpd-findings/1."""

from typing import Any

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Checked
from hpdirective.reporters.envelope import dump, head, not_run_of
from hpdirective.reporters.finding import as_json
from hpdirective.words import Lang


def render(assessment: Assessment, lang: Lang) -> str:
    return dump(
        {
            **head("hpd-findings/1", assessment.terms, lang),
            "plans": [_file(checked, lang) for checked in assessment.files],
            "between": {
                "findings": [as_json(f, lang) for f in assessment.between],
                "not_run": [not_run_of(gap, lang) for gap in assessment.not_run],
            },
            "summary": {
                **{str(severity): assessment.count(severity) for severity in Severity},
                "suppressed": sum(assessment.suppressed.values()),
            },
        }
    )


def _file(checked: Checked, lang: Lang) -> dict[str, Any]:
    return {
        "file": checked.file,
        "kind": checked.kind,
        "unit": checked.unit,
        "sha256": checked.sha256,
        "findings": [as_json(f, lang) for f in checked.findings],
        "not_run": [not_run_of(gap, lang) for gap in checked.not_run],
    }
