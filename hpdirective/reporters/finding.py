"""One finding as JSON, and what tells it from all others from run to run: shared by the formats that programs read."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec.structs import astuple

from hpdirective.baselining import key_of
from hpdirective.choices import Severity
from hpdirective.finding import Finding
from hpdirective.reporters.envelope import facts_of
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.words import Lang, Text, one_line

_HELP = Text(vi="Đề nghị", en="Help")
_BASIS = Text(vi="Căn cứ", en="Basis")
LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.INFO: "I"}


def as_json(finding: Finding, lang: Lang) -> dict[str, Any]:
    """Give a finding in the fixed shape F."""
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
        "suppressed": {"by": str(hidden.by), "reason": hidden.reason} if hidden else None,
    }


def where(finding: Finding) -> str:
    """Say the place of a finding: file:line:column, or the cell of a file."""
    place = finding.place
    said = one_line(place.file or "-")
    if place.cell:
        return f"{said}:{place.cell}"
    return f"{said}:{place.span.line}:{place.span.column}" if place.span else said


def headline(finding: Finding, lang: Lang) -> str:
    """Say a finding on one line."""
    severity, rule = SEVERITIES[finding.severity].said(lang), finding.rule
    message = one_line(finding.message(lang))
    return f"{where(finding)}: {severity} {rule.id} {rule.name}: {message}"


def whole(finding: Finding, lang: Lang) -> str:
    """Say what is wrong, the words it rests on and what to do, a line each."""
    lines = [one_line(finding.message(lang))]
    if cited := finding.citation:
        quote = one_line(cited.quote)
        lines.append(f"{_BASIS.said(lang)}: {cited.address.said(lang)}: “{quote}”")
    lines.append(f"{_HELP.said(lang)}: {one_line(finding.help(lang))}")
    return "\n".join(lines)


def fingerprints(found: Iterable[Finding]) -> list[str]:
    """Give each finding a digest that outlives moved lines and entries put in; findings alike are numbered."""
    seen: Counter[str] = Counter()
    digests = []
    for finding in found:
        key = json.dumps(astuple(key_of(finding)))  # in ASCII: a name may hold half a letter
        seen[key] += 1
        digests.append(hashlib.sha256(f"{key}#{seen[key]}".encode()).hexdigest())
    return digests
