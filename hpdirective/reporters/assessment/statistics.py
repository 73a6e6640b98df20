"""How often each rule speaks, the most frequent first."""

from collections import Counter

from hpdirective.finding import Assessment
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.words import Lang, Text


def render(assessment: Assessment, lang: Lang) -> str:
    found = [f for f in assessment.findings if not f.suppressed]
    count = Counter((f.rule.id, f.severity) for f in found)
    rules = {f.rule.id: f.rule for f in found}
    lines = []
    for (id, severity), number in sorted(count.items(), key=lambda one: (-one[1], one[0])):
        rule, said = rules[id], SEVERITIES[severity].said(lang)
        lines.append(f"{number:>6}  {id} {said:<9} {rule.name:<28} {rule.title.said(lang)}")
    total = Text(vi="phát hiện", en="findings").said(lang)
    return "\n".join((*lines, f"{len(found):>6}  {total}")) + "\n"
