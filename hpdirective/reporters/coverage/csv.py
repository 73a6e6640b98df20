"""Coverage as a table for spreadsheets, one row a duty; no cell can be a formula."""

import csv
import io
from collections.abc import Iterator

from hpdirective.coverage import Coverage, DutyState, Totals
from hpdirective.measuring import matrix
from hpdirective.model.directive import Basis, Directive
from hpdirective.model.names import Units
from hpdirective.reporters.labels import BASES, STATES
from hpdirective.reporters.view import PLAIN, View, deadline, listed, of_units
from hpdirective.words import Lang, Text, one_line, say

_BOM = "\ufeff"  # without it Excel takes UTF-8 for an old encoding
_HEADS = (
    Text(vi="Nhiệm vụ", en="Task"),
    Text(vi="Nội dung", en="Title"),
    Text(vi="Mục", en="Section"),
    Text(vi="Mã đơn vị", en="Unit id"),
    Text(vi="Đơn vị", en="Unit"),
    Text(vi="Căn cứ", en="Basis"),
    Text(vi="Thời hạn", en="Deadline"),
    Text(vi="Trạng thái", en="State"),
    Text(vi="Đầu việc", en="Actions"),
    Text(vi="Lý do", en="Reasons"),
)


def render(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View = PLAIN
) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    if view.matrix:
        rows.writerows(_matrix(coverage, units, lang, view))
        return _BOM + out.getvalue()
    rows.writerow(head.said(lang) for head in _HEADS)
    for duty in listed(coverage, directive, view):
        rows.writerow(_harmless(cell) for cell in _row(duty, directive, units, lang))
    return _BOM + out.getvalue()


def _matrix(coverage: Coverage, units: Units, lang: Lang, view: View) -> Iterator[list[str | int]]:
    """Give a row a unit and two columns a section: how many tasks are covered, of how many."""
    cells = matrix(coverage)
    sections = [id for id, _ in coverage.by_section]
    of = Text(vi="trên tổng số", en="out of").said(lang)
    heads = [name for id in sections for name in (id, f"{id} {of}")]
    yield [_HEADS[3].said(lang), _HEADS[4].said(lang), *map(_harmless, heads)]
    for _, row in of_units(coverage, view):
        found = [cells.get((row.unit, id), Totals()) for id in sections]
        counts = [count for cell in found for count in (cell.covered, cell.required)]
        name = units.named(row.unit).name.said(lang)
        yield [_harmless(row.unit), _harmless(name), *counts]


def _row(duty: DutyState, directive: Directive, units: Units, lang: Lang) -> list[str]:
    due = deadline(duty, directive)
    name = units.named(duty.unit).name.said(lang) if duty.unit else ""
    reasons = (f"{r.rule or '-'}: {r.message.said(lang)}" for r in duty.reasons)
    return [
        duty.task,
        duty.title.said(lang),
        duty.section,
        duty.unit or "",
        name,
        BASES[Basis(duty.basis or Basis.READING)].said(lang),
        say(due.last, lang) if due else "",
        STATES[duty.state].said(lang),
        "; ".join(f"{a.id or '?'} ({a.file}:{a.line})" for a in duty.actions),
        "; ".join(reasons),
    ]


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    said = one_line(cell)
    return f"'{said}" if said.startswith(("=", "+", "-", "@")) else said
