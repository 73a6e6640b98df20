"""A GitLab code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from typing import Any

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Finding
from hpdirective.reporters.envelope import dump
from hpdirective.reporters.finding import fingerprints, whole
from hpdirective.words import Lang

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(assessment: Assessment, lang: Lang) -> str:
    digests = zip(assessment.findings, fingerprints(assessment.findings), strict=True)
    return dump([_issue(f, digest, lang) for f, digest in digests if not f.suppressed])


def _issue(finding: Finding, digest: str, lang: Lang) -> dict[str, Any]:
    place, span = finding.place, finding.place.span
    return {
        "description": whole(finding, lang),
        "check_name": f"{finding.rule.id} {finding.rule.name}",
        "fingerprint": digest,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": place.file or "-",
            "lines": {
                "begin": span.line if span else 1,
                "end": max(span.line, span.end_line) if span else 1,
            },
        },
    }
