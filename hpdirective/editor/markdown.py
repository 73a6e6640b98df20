"""What hover and completion say, in Markdown: a task, a unit, a rule, a key. Words of the data never become marks."""

import re
from collections.abc import Iterable

from hpdirective.finding import Rule
from hpdirective.model.directive import Clause, Directive, Indicator
from hpdirective.model.names import Mentioned, Units
from hpdirective.patterns import pattern
from hpdirective.reporters.clause import heading_of, row_of, rows_of
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.rules.check import demand
from hpdirective.words import Lang, Text, one_line

_SIGNS = pattern(r"[\\`*_\[\]<>&|~$]")
_CONTROL = pattern("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNITS = Text(vi="Đơn vị", en="Units")
_DIVISION_OF = Text(vi="bộ phận của", en="a division of")
_DIVISION = Text(
    vi="phòng, ban hoặc đơn vị trực thuộc của đơn vị lập kế hoạch",
    en="a division of the unit whose plan it is",
)


def escaped(text: str) -> str:
    """Give a text as one line in which nothing is a mark."""
    plain = _CONTROL.sub("", one_line(text))
    return _SIGNS.sub(lambda found: f"\\{found[0]}", plain)


def plain(text: str) -> str:
    """Give what is said here without its marks."""
    return re.sub(r"\\([\\`*_\[\]<>&|~$])|\*\*|`", lambda found: found[1] or "", text)


def of_clauses(clauses: Iterable[Clause], directive: Directive, units: Units, lang: Lang) -> str:
    """Say clauses whole, one below the other."""
    return "\n\n---\n\n".join(of_clause(clause, directive, units, lang) for clause in clauses)


def of_clause(clause: Clause, directive: Directive, units: Units, lang: Lang) -> str:
    """Say where a clause stands, its sentence, what it asks for and of whom."""
    lines = [*_head(clause, directive, lang), ""]
    lines += [f"- {escaped(row)}" for row in rows_of(clause, directive, units, lang)]
    if clause.assign:
        lines += ["", f"**{_UNITS.said(lang)}**", ""]
        lines += [f"- {escaped(row_of(row, units, lang))}" for row in clause.assign]
    return "\n".join(lines)


def of_sentence(clause: Clause, directive: Directive, lang: Lang) -> str:
    """Say where a clause stands, and its sentence."""
    return "\n".join(_head(clause, directive, lang))


def _head(clause: Clause, directive: Directive, lang: Lang) -> list[str]:
    return [
        f"**{escaped(clause.id)}** {escaped(clause.name.said(lang))}",
        "",
        f"{escaped(heading_of(clause, directive, lang))}:",
        "",
        f"> “{escaped(clause.text)}”",
    ]


def of_bodies(bodies: Iterable[Mentioned], units: Units, lang: Lang) -> str:
    """Say who is meant in a cell: the name and the id of each unit, the members of each group."""
    said = [_body(body, units, lang) for body in bodies]
    return "\n\n".join(text for text in said if text)


def _body(body: Mentioned, units: Units, lang: Lang) -> str:
    if body.of:
        holders = " / ".join(of_unit(id, units, lang) for id in body.of)
        return f"{escaped(body.text)}: {_DIVISION_OF.said(lang)} {holders}"
    if body.division:
        return f"{escaped(body.text)}: {_DIVISION.said(lang)}"
    id = body.id or body.group
    return of_unit(id, units, lang) if id else ""


def of_unit(id: str, units: Units, lang: Lang) -> str:
    """Say the name and the id of a unit, or of a group with its members."""
    head = f"**{escaped(units.named(id).name.said(lang))}** ({escaped(id)})"
    if id not in units.groups:
        return head
    members = (
        f"- {escaped(units.named(one).name.said(lang))} ({one})" for one in units.members(id)
    )
    return "\n".join((head, "", *members))


def of_rule(rule: Rule, lang: Lang) -> str:
    """Say what a rule holds, and why."""
    head = f"**{rule.id}** {rule.name} ({SEVERITIES[rule.severity].said(lang)})"
    title, why = escaped(rule.title.said(lang)), escaped(rule.why.said(lang))
    return f"{head}\n\n{title}\n\n{why}\n\n`hpd explain {rule.id}`"


def of_indicator(indicator: Indicator, clause: Clause, lang: Lang) -> str:
    """Say what an indicator asks for, and the task that it belongs to."""
    name = indicator.name.text.said(lang) if indicator.name else ""
    asked = demand(indicator.required).said(lang)
    lines = [f"**{escaped(indicator.id)}** {escaped(name)}"]
    lines += [escaped(asked)] if asked else []
    lines += [f"> “{escaped(indicator.text)}”"] if indicator.text else []
    return "\n\n".join((*lines, f"{clause.id} {escaped(clause.name.said(lang))}"))
