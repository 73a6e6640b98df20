"""How often each rule speaks, the most frequent first."""

from collections import Counter

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Rule
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.words import Lang, Text


def render(assessment: Assessment, lang: Lang) -> str:
    count: Counter[tuple[str, Severity]] = Counter()
    rules: dict[str, Rule] = {}
    for finding in assessment.each():
        if not finding.suppressed:
            count[finding.rule.id, finding.severity] += 1
            rules[finding.rule.id] = finding.rule
    lines = []
    for (id, severity), number in sorted(count.items(), key=lambda one: (-one[1], one[0])):
        rule, said = rules[id], SEVERITIES[severity].said(lang)
        lines.append(f"{number:>6}  {id} {said:<9} {rule.name:<28} {rule.title.said(lang)}")
    total = Text(vi="phát hiện", en="findings").said(lang)
    return "\n".join((*lines, f"{count.total():>6}  {total}")) + "\n"
