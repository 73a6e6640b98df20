"""GitHub workflow commands, one line a finding, the heaviest first.

GitHub shows ten annotations of a level a step and keeps the rest in the log; a title may be 255 characters long. It refuses `col`
where line and endLine differ.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections import Counter

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Finding
from hpdirective.reporters.finding import whole
from hpdirective.words import Lang, Text, shorten

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # annotations of a level
_TITLE = 255
_MESSAGE = 4000  # characters that an annotation can bear


def render(assessment: Assessment, lang: Lang) -> str:
    found = [f for f in assessment.findings if not f.suppressed]
    found.sort(key=lambda f: [*Severity].index(f.severity))
    lines = [_line(finding, lang) for finding in found]
    if max(Counter(f.severity for f in found).values(), default=0) > _SHOWN:
        lines.append(
            Text(
                vi=f"GitHub chỉ gắn {_SHOWN} ghi chú mỗi mức; cả {len(found)} phát hiện ở các dòng trên.",
                en=f"GitHub shows {_SHOWN} annotations of a level; all {len(found)} findings stand above.",
            ).said(lang)
            + "\n"
        )
    return "".join(lines)


def _line(finding: Finding, lang: Lang) -> str:
    span, rule = finding.place.span, finding.rule
    spot: dict[str, object] = {"file": finding.place.file}
    if span:
        spot |= {"line": span.line, "endLine": span.end_line}
        if span.line == span.end_line:
            spot |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    places = "".join(f"{key}={_value(str(value))}," for key, value in spot.items() if value)
    title = _value(shorten(f"{rule.id} {rule.title.said(lang)}", _TITLE))
    message = _data(shorten(whole(finding, lang), _MESSAGE))
    return f"::{LEVELS[finding.severity]} {places}title={title}::{message}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
