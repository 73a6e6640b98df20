"""Tasks as JSON, format hpd-tasks/1: every clause in the order of the text, `context` included."""

from collections.abc import Iterable, Mapping

from hpdirective.answering import Duty
from hpdirective.model.directive import Clause, Directive
from hpdirective.model.names import Units
from hpdirective.reporters.envelope import TOOL, directive_of, dump
from hpdirective.reporters.task import task_of
from hpdirective.words import Lang


def render(
    clauses: Iterable[Clause],
    directive: Directive,
    units: Units,
    lang: Lang,
    given: Mapping[str, Duty] | None = None,
) -> str:
    return dump(
        {
            "format": "hpd-tasks/1",
            "tool": TOOL,
            "directive": directive_of(directive),
            "tasks": [task_of(clause) for clause in clauses],
        }
    )
