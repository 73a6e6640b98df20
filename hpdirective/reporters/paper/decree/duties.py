"""How a duty, its deadline and its basis are said in a paper."""

from datetime import date

from hpdirective.coverage import DutyState
from hpdirective.model.directive import Basis, Clause, Deadline, Directive, DueBasis
from hpdirective.model.names import Units
from hpdirective.reporters.clause import day_of, heading_of
from hpdirective.reporters.view import deadline
from hpdirective.rules.check import demand
from hpdirective.words import Lang, Text, one_line

_NO_DAY = Text(vi="Chỉ thị không nêu", en="none in the text")
_YEAR = Text(vi="(theo năm của Chỉ thị)", en="(the directive's year)")
# Only what the text itself lays on a unit is said to be given to it.
GIVEN = {
    Basis.NAMED: Text(vi="Được giao, văn bản nêu đích danh", en="Given to the unit by name"),
    Basis.ALL: Text(vi="Được giao chung cho các đơn vị", en="Given to all units"),
    Basis.FUNCTION: Text(vi="Thuộc chức năng của đơn vị", en="Within the unit's function"),
    Basis.PLACE: Text(
        vi="Nêu tên địa bàn, theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức",
        en="Names the unit's territory: a reading of the data, not an official assignment",
    ),
    Basis.READING: Text(
        vi="Theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức",
        en="A reading of the data, not an official assignment",
    ),
}


def due_of(duty: DutyState, directive: Directive, lang: Lang) -> str:
    """Say the deadline of a duty, and whether the words set it or only the directive's year does."""
    return said_due(deadline(duty, directive), lang)


def said_due(due: Deadline | None, lang: Lang) -> str:
    if due is None:
        return _NO_DAY.said(lang)
    day = day_of(due, lang)
    return f"{day} {_YEAR.said(lang)}" if due.basis is DueBasis.YEAR else day


def last_day(duty: DutyState, directive: Directive) -> date:
    """Give the day by which duties are put in order; one without a deadline comes last."""
    due = deadline(duty, directive)
    return due.last if due else date.max


def quoted(clause: Clause, directive: Directive, lang: Lang) -> str:
    """Quote a clause in its own words, after its address and id."""
    return f"{heading_of(clause, directive, lang)} ({clause.id}):\n“{one_line(clause.text)}”"


def named(clause: Clause, directive: Directive, lang: Lang) -> str:
    """Name a clause by its short title, with its address and id."""
    address = directive.address(clause).said(lang)
    return f"{clause.name.said(lang)} ({address}; {clause.id})"


def unit_name(unit: str | None, units: Units, lang: Lang) -> str:
    return units.named(unit).name.said(lang) if unit else ""


def asked_of(clause: Clause, unit: str, lang: Lang) -> str:
    """Say what a plan must name of a clause: the items and the indicators that the unit owes."""
    items = [item.text for item in clause.items if not item.units or unit in item.units]
    figures = [
        f"{indicator.name.text.said(lang) if indicator.name else indicator.id}: {words}"
        for indicator in clause.indicators
        if indicator.owed_by(unit)
        and indicator.counts != "items"
        and (words := demand(indicator.required).said(lang))
    ]
    parts = []
    if items:
        label = Text(vi="hạng mục", en="items").said(lang)
        parts.append(f"{label}: {'; '.join(items)}")
    if figures:
        label = Text(vi="chỉ tiêu", en="indicators").said(lang)
        parts.append(f"{label}: {'; '.join(figures)}")
    return "; ".join(parts)


def section_name(id: str, directive: Directive, lang: Lang) -> str:
    """Name a section: its number as officials look it up, and its heading; one without a heading by its first clause."""
    section = next((s for s in directive.sections if s.id == id), None)
    part = next((p for p in directive.parts if section in p.sections), None)
    if section is None or part is None:
        return id
    own = section.title.text.said(lang) if section.title else section.heading
    heading = one_line(own or part.heading.capitalize()).rstrip(":;,. ")
    label = Text(
        vi=f"Mục {section.label.strip('. ')}, phần {part.id}",
        en=f"Section {section.label.strip('. ')}, part {part.id}",
    )
    return f"{label.said(lang)}. {heading}" if section.label else f"{id}. {heading}"
