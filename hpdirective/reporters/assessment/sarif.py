"""SARIF 2.1.0: every rule declared, places relative to the working folder, digests that outlive moved lines.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from hpdirective import catalogue
from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Checked, Finding, NotRun, Rule, SuppressedBy
from hpdirective.patterns import pattern
from hpdirective.reporters.envelope import TOOL, dump, facts_of
from hpdirective.reporters.examples import dedented
from hpdirective.reporters.finding import fingerprints, whole
from hpdirective.source.place import Span
from hpdirective.words import Lang, Text

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SUPPRESSIONS = {
    SuppressedBy.WAIVER: "inSource",
    SuppressedBy.IGNORE: "inSource",
    SuppressedBy.BASELINE: "external",
}
_LANGUAGES = {Lang.VI: "vi-VN", Lang.EN: "en-US"}
_ROOT = "SRCROOT"
_HALVES = "surrogatepass"  # a file name may hold half a letter
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(assessment: Assessment, lang: Lang) -> str:
    rules = [check.RULE for check in catalogue.ALL]
    at = {rule.id: index for index, rule in enumerate(rules)}
    digests = fingerprints(assessment.findings)
    files = {file.file: index for index, file in enumerate(assessment.files)}
    results = [
        _result(finding, at, files, digest, lang)
        for finding, digest in zip(assessment.findings, digests, strict=True)
    ]
    terms = assessment.terms
    run = {
        "tool": {"driver": {**_driver(lang), "rules": [_rule(rule, lang) for rule in rules]}},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the working folder of the run"}}},
        "invocations": [_invocation(assessment, files, lang)],
        "artifacts": [_artifact(file) for file in assessment.files],
        "results": results,
        "properties": {
            "directive": {"id": terms.directive, "sha256": terms.sha256},
            "asOf": terms.as_of.isoformat(),
            "settings": {
                "beforeDay": terms.before_day,
                "failOn": terms.fail_on,
                "sha256": terms.settings,
            },
        },
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(lang: Lang) -> dict[str, Any]:
    about = Text(
        vi="Kiểm tra kế hoạch hành động của các đơn vị theo chỉ thị của Ủy ban nhân dân",
        en="Checks units' action plans against a directive of the People's Committee",
    )
    version = TOOL["version"]
    return {
        "name": TOOL["name"],
        "version": version,
        "semanticVersion": version,
        "shortDescription": {"text": about.said(lang)},
    }


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.title.said(lang)},
        "fullDescription": {"text": rule.why.said(lang)},
        "help": {"text": rule.why.said(lang), "markdown": _page(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [f"HPD{rule.family}xx"], "cites": rule.cites},
    }


def _page(rule: Rule) -> str:
    """Give the help of a rule in both languages, with its examples."""
    parts = [
        f"**{rule.title.vi}**\n\n{rule.why.vi}",
        f"**{rule.title.en}**\n\n{rule.why.en}",
        f"Chưa đúng · Bad:\n\n```yaml\n{dedented(rule.bad).rstrip()}\n```",
        f"Đúng · Good:\n\n```yaml\n{dedented(rule.good).rstrip()}\n```",
    ]
    # an example may hold the very character that its rule refuses
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", "\n\n".join(parts))


_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f]")


def _result(
    finding: Finding,
    rules: Mapping[str, int],
    files: Mapping[str, int],
    digest: str,
    lang: Lang,
) -> dict[str, Any]:
    cited, hidden = finding.citation, finding.suppressed
    properties = {
        "unit": finding.unit,
        "task": finding.task,
        "clause": cited.clause if cited else None,
        "path": list(finding.path),
        "facts": facts_of(finding.facts, lang),
    }
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": rules[finding.rule.id],
        "level": LEVELS[finding.severity],
        "message": {"text": _LINK.sub(r"\\[", whole(finding, lang))},
        "locations": _locations(finding, files),
        "partialFingerprints": {"hpdFinding/v1": digest},
        "properties": properties,
    }
    if hidden:
        kind = SUPPRESSIONS[hidden.by]
        result["suppressions"] = [
            {"kind": kind, "status": "accepted", "justification": f"{hidden.by}: {hidden.reason}"}
        ]
    return result


_LINK = pattern(
    r"\[(?=[^\]]*\]\()"
)  # "[words](target)" in a message is a link; words of a plan are none


def _locations(finding: Finding, files: Mapping[str, int]) -> list[dict[str, Any]]:
    place = finding.place
    if place.file is None:
        return []
    artifact = {
        **_uri(place.file),
        **({"index": files[place.file]} if place.file in files else {}),
    }
    spot: dict[str, Any] = {"artifactLocation": artifact}
    if place.span:
        spot["region"] = _region(place.span)
    return [{"physicalLocation": spot}]


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": max(span.end_column, 1),
    }


def _uri(file: str) -> dict[str, str]:
    """Give a file as a URI: relative to the working folder, whole where it lies elsewhere."""
    if PurePosixPath(file).is_absolute():
        return {"uri": f"file://{quote(file, errors=_HALVES)}"}
    return {"uri": quote(file, errors=_HALVES), "uriBaseId": _ROOT}


def _artifact(file: Checked) -> dict[str, Any]:
    hashes = {"hashes": {"sha-256": file.sha256}} if file.sha256 else {}
    return {"location": _uri(file.file), **hashes}


def _invocation(assessment: Assessment, files: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    gaps = [gap for file in assessment.files for gap in file.not_run]
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            _notification(gap, files, lang) for gap in _unique((*gaps, *assessment.not_run))
        ],
    }


def _notification(gap: NotRun, files: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    """Say what was not checked: never counted as passed."""
    said: dict[str, Any] = {
        "level": "note",
        "descriptor": {"id": str(gap.reason)},
        "message": {"text": gap.message.said(lang)},
        "properties": {"unit": gap.unit, "task": gap.task, "path": list(gap.path)},
    }
    if gap.file:
        index = {"index": files[gap.file]} if gap.file in files else {}
        artifact = {**_uri(gap.file), **index}
        said["locations"] = [{"physicalLocation": {"artifactLocation": artifact}}]
    return said


def _unique(gaps: Iterable[NotRun]) -> list[NotRun]:
    return list({(g.file, g.task, g.path, g.message): g for g in gaps}.values())
