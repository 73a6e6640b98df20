"""Findings as an editor shows them: a stretch, a weight, a rule and a sentence with what to do."""

from collections.abc import Iterable

from msgspec import Struct

from hpdirective.choices import Severity
from hpdirective.finding import Finding
from hpdirective.source.place import Span
from hpdirective.words import Lang, Text, harmless

TOP = Span(1, 1, 1, 1)
_HELP = Text(vi="Đề nghị", en="Help")


class Diagnostic(Struct, frozen=True):
    """One finding that counts."""

    span: Span
    severity: Severity
    rule: str
    message: str


def diagnose(findings: Iterable[Finding], lang: Lang) -> tuple[Diagnostic, ...]:
    """Give what an editor shows of findings; what is left out or waived is not shown."""
    return tuple(_shown(finding, lang) for finding in findings if not finding.suppressed)


def _shown(finding: Finding, lang: Lang) -> Diagnostic:
    message, help = finding.message(lang), finding.help(lang)
    message = f"{message[:1].upper()}{message[1:]}\n{_HELP.said(lang)}: {help}"
    return Diagnostic(
        finding.place.span or TOP, finding.severity, finding.rule.id, harmless(message)
    )
