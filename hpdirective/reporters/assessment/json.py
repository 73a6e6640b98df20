"""Findings as JSON, format hpd-findings/1."""

from typing import Any

from hpdirective.finding import Assessment, Checked, Finding, Severity
from hpdirective.reporters.envelope import dump, facts_of, head, not_run_of
from hpdirective.words import Lang


def render(assessment: Assessment, lang: Lang) -> str:
    return dump(
        {
            **head("hpd-findings/1", assessment.terms, lang),
            "plans": [_file(checked, lang) for checked in assessment.files],
            "between": {
                "findings": [_finding(f, lang) for f in assessment.between],
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
        "findings": [_finding(f, lang) for f in checked.findings],
        "not_run": [not_run_of(gap, lang) for gap in checked.not_run],
    }


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    place, span, cited = finding.place, finding.place.span, finding.citation
    hidden = finding.suppressed
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": str(finding.severity),
        "unit": finding.unit,
        "file": place.file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "cell": place.cell,
        "path": list(finding.path),
        "task": finding.task,
        "clause": cited.clause if cited else None,
        "message": finding.message(lang),
        "help": finding.help(lang),
        "quote": cited.quote if cited else None,
        "facts": facts_of(finding.facts, lang),
        "suppressed": {"by": hidden.by, "reason": hidden.reason} if hidden else None,
    }
