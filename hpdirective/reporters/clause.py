"""How a clause is said to people: its kind and dates, what it asks for, and the rows that give it."""

from collections.abc import Iterator

from hpdirective.model.annex import Supplied, press_rows
from hpdirective.model.directive import (
    Assignment,
    Clause,
    Deadline,
    Directive,
    DueBasis,
    Indicator,
    Kind,
)
from hpdirective.model.names import Units
from hpdirective.reporters.labels import BASES, KINDS, MET_BY, ROLES
from hpdirective.rules.check import demand
from hpdirective.words import Lang, Text, say


def heading_of(clause: Clause, directive: Directive, lang: Lang) -> str:
    """Say where a clause stands, as the head of a line."""
    address = directive.address(clause).said(lang)
    return f"{address[0].upper()}{address[1:]}"


def rows_of(clause: Clause, directive: Directive, units: Units, lang: Lang) -> list[str]:
    """Say what sort of duty a clause is, all that it asks for and the annexes that it needs, a line each."""
    rows = (
        *_facts(clause, lang),
        *_demands(clause, units, lang),
        *_annexes(clause, directive, units, lang),
    )
    return [f"{label}: {value}" for label, value in rows]


def day_of(due: Deadline, lang: Lang) -> str:
    """Say a deadline, the day itself in or out."""
    day = say(due.day, lang)
    if due.before:
        return Text(vi=f"trước ngày {day}", en=f"before {day}").said(lang)
    return Text(vi=f"đến hết ngày {day}", en=f"by {day}").said(lang)


def _facts(clause: Clause, lang: Lang) -> Iterator[tuple[str, str]]:
    yield Text(vi="Loại", en="Kind").said(lang), KINDS[clause.kind].said(lang)
    if clause.due:
        basis = Text(vi="theo câu chữ", en="by the words")
        if clause.due.basis is DueBasis.YEAR:
            basis = Text(
                vi="cách hiểu của bộ dữ liệu: năm của Chỉ thị",
                en="our reading: the directive's year",
            )
        yield (
            Text(vi="Thời hạn", en="Due").said(lang),
            f"{day_of(clause.due, lang)} ({basis.said(lang)})",
        )
    if clause.start and clause.start.from_:
        yield Text(vi="Bắt đầu", en="Start").said(lang), say(clause.start.from_, lang)
    if clause.kind not in (Kind.ORIENT, Kind.CONTEXT):
        yield (
            Text(vi="Được đáp ứng bằng", en="Met by").said(lang),
            ", ".join(MET_BY[key].said(lang) for key in clause.met_by),
        )
    if clause.realised_by:
        yield Text(vi="Thực hiện qua", en="Realised by").said(lang), ", ".join(clause.realised_by)
    if clause.restricted:
        words = Text(
            vi="có, nội dung đáp ứng không đưa vào báo cáo chung",
            en="yes, answers stay out of shared reports",
        )
        yield Text(vi="Hạn chế", en="Restricted").said(lang), words.said(lang)


def _demands(clause: Clause, units: Units, lang: Lang) -> Iterator[tuple[str, str]]:
    for item in clause.items:
        whose = ", ".join(units.named(u).name.said(lang) for u in item.units)
        yield (
            Text(vi="Hạng mục", en="Item").said(lang),
            f"{item.text} ({item.id}){f': {whose}' if whose else ''}",
        )
    if clause.open:
        words = Text(
            vi="danh sách còn mở, ít nhất gồm các hạng mục trên",
            en="the list is open, these at least",
        )
        yield Text(vi="Hạng mục", en="Items").said(lang), words.said(lang)
    for indicator in clause.indicators:
        yield Text(vi="Chỉ tiêu", en="Indicator").said(lang), _indicator(indicator, units, lang)
    for reference in clause.references:
        yield Text(vi="Văn bản dẫn chiếu", en="Reference").said(lang), reference.text
    for horizon in clause.horizons:
        yield Text(vi="Tầm nhìn", en="Horizon").said(lang), horizon.text


def _annexes(
    clause: Clause, directive: Directive, units: Units, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Say which annexes a clause needs, how far they are supplied, and what of them is only known from the press."""
    label = Text(vi="Phụ lục", en="Annex").said(lang)
    for annex in directive.annexes:
        if annex.id not in clause.annexes:
            continue
        title = annex.title.text.said(lang) if annex.title else annex.id
        extent = Text(vi="chưa có", en="not supplied")
        if isinstance(annex, Supplied):
            whole = Text(vi="đầy đủ", en="whole") if annex.supplied else _PART
            extent = Text(vi=f"{annex.extent.vi}, {whole.vi}", en=f"{annex.extent.en}, {whole.en}")
        elif annex.supplied:
            extent = Text(vi="đã có trong dữ liệu chỉ thị", en="part of the directive's data")
        yield label, f"{title} ({annex.id}): {extent.said(lang)}"
    label = Text(vi="Báo chí nêu", en="Known from the press").said(lang)
    for row in press_rows(directive, clause):
        source = Text(
            vi=f"nguồn: {row.cited}; không phải của Chỉ thị",
            en=f"source: {row.cited}; not the directive's",
        )
        yield label, f"{_indicator(row, units, lang)}; {source.said(lang)}"


_PART = Text(vi="chưa đầy đủ", en="not whole")


def _indicator(indicator: Indicator, units: Units, lang: Lang) -> str:
    name = indicator.name.text.said(lang) if indicator.name else ""
    asked = demand(indicator.required).said(lang)
    unknown = Text(vi="Chỉ thị không nêu con số", en="the text gives no number").said(lang)
    shares = [
        f"{units.named(u).name.said(lang)}: {say(part, lang)}"
        for u, part in indicator.parts.items()
    ]
    whose = f"; {', '.join(shares)}" if shares else ""
    words = f" (“{indicator.text}”)" if indicator.text else ""
    share = f"; {indicator.share.reason}" if indicator.share and indicator.share.reason else ""
    return f"{indicator.id}: {name}: {asked or unknown}{whose}{words}{share}"


def row_of(row: Assignment, units: Units, lang: Lang) -> str:
    """Say to whom a row gives a clause, as what, and on what that rests."""
    who = units.named(row.unit or row.group or "").name.said(lang)
    said = f"{who} ({row.unit or row.group}): {ROLES[row.role].said(lang)}, {BASES[row.basis].said(lang)}"
    if row.scope:
        said += f"; {Text(vi='phạm vi', en='scope').said(lang)}: {row.scope}"
    if row.due:
        said += f"; {day_of(row.due, lang)}"
    if row.met_by:
        keys = ", ".join(MET_BY[key].said(lang) for key in row.met_by)
        said += f"; {Text(vi='đáp ứng bằng', en='met by').said(lang)}: {keys}"
    if row.source or row.reason:
        said += f"; {row.source or row.reason}"
    return said
