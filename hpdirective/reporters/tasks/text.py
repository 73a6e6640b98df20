"""Tasks for people: a line each, or one whole."""

from collections.abc import Iterable, Mapping

from hpdirective.answering import Duty
from hpdirective.model.directive import Clause, Deadline, Directive
from hpdirective.model.names import Units
from hpdirective.reporters.clause import day_of, heading_of, row_of, rows_of
from hpdirective.reporters.labels import BASES, ROLES
from hpdirective.words import Lang, Text


def render(
    clauses: Iterable[Clause],
    directive: Directive,
    units: Units,
    lang: Lang,
    given: Mapping[str, Duty] | None = None,
) -> str:
    """Say the clauses, a line each; `given` are the duties of the unit that they are listed for."""
    lines = [
        f"{clause.id:<11} {_role(given[clause.id], lang) if given else ''}"
        f"{clause.name.said(lang)}{_by(given[clause.id].due if given else clause.due, lang)}"
        for clause in clauses
    ]
    count = Text(vi=f"Tổng số: {len(lines)} ý", en=f"Total: {len(lines)} clauses").said(lang)
    return "\n".join((*lines, count)) + "\n"


def show(clause: Clause, directive: Directive, units: Units, lang: Lang) -> str:
    """Say one clause whole: its words, and all that the data holds of it."""
    lines = [
        f"{clause.id}  {clause.name.said(lang)}",
        f"{heading_of(clause, directive, lang)}:",
        f"“{clause.text}”",
        "",
    ]
    lines += rows_of(clause, directive, units, lang)
    if clause.assign:
        lines += ["", Text(vi="Đơn vị:", en="Units:").said(lang)]
        lines += [f"  - {row_of(row, units, lang)}" for row in clause.assign]
    return "\n".join(lines) + "\n"


def _role(duty: Duty, lang: Lang) -> str:
    return f"[{ROLES[duty.role].said(lang)}; {BASES[duty.basis].said(lang)}] "


def _by(due: Deadline | None, lang: Lang) -> str:
    return f"  [{day_of(due, lang)}]" if due else ""
