"""The tables that officials know from the annexes of plans: tasks, indicators, sums, and the directive's own annexes."""

from collections.abc import Iterator

from msgspec import Struct

from hpdirective.coverage import DutyState, State
from hpdirective.gathering import WHY_NOT_SUMMED
from hpdirective.model.annex import Provenance, Row, Supplied, supplied
from hpdirective.model.directive import Clause, Section
from hpdirective.model.directive import Indicator as Asked
from hpdirective.model.issuer import whole
from hpdirective.reporters.clause import day_of
from hpdirective.reporters.html import (
    WITHHELD,
    Desk,
    Link,
    Sign,
    clause_at,
    place,
    section_of,
    state_of,
    verdict_of,
)
from hpdirective.reporters.view import deadline
from hpdirective.rules.check import demand
from hpdirective.rules.city import Sum
from hpdirective.surveying import Commitment, IndicatorRow, Verdict
from hpdirective.words import Text, one_line, say, shorten


class Answered(Struct, frozen=True):
    """What one unit, or several that say the same, answers to a task."""

    units: tuple[Link, ...]
    support: tuple[str, ...]
    results: tuple[str, ...]
    due: tuple[str, ...]
    state: Sign
    places: tuple[str, ...]


class Task(Struct, frozen=True):
    number: int
    task: Link
    title: str
    due: str
    answers: tuple[Answered, ...]


class Group(Struct, frozen=True):
    """A section with its tasks; the number is Roman."""

    number: str
    name: str
    tasks: tuple[Task, ...]


class Promise(Struct, frozen=True):
    unit: Link
    asked: str
    promised: str
    verdict: Sign


class Indicator(Struct, frozen=True):
    number: int
    task: Link
    name: str
    measure: str
    promises: tuple[Promise, ...]


class Added(Struct, frozen=True):
    """The parts of a total: how much of how much, told by how many of how many units, and what that comes to."""

    task: Link
    name: str
    asked: str
    total: str
    told: str
    verdict: Sign
    why: str
    parts: tuple[tuple[Link, str], ...]


class AnnexRow(Struct, frozen=True):
    number: int
    name: str
    measure: str
    asked: str
    units: str
    source: str


class Annex(Struct, frozen=True):
    title: str
    extent: str
    rows: tuple[AnnexRow, ...]


class Page(Struct, frozen=True):
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    sums: tuple[Added, ...]
    annexes: tuple[Annex, ...]


def prepare(desk: Desk) -> Page:
    """Prepare the values of the page."""
    return Page(
        tuple(_groups(desk)),
        tuple(_indicators(desk)),
        tuple(_sum(one, desk) for one in desk.survey.sums),
        tuple(_annexes(desk)),
    )


def _groups(desk: Desk) -> Iterator[Group]:
    number = 0
    leads: dict[str, list[DutyState]] = {}
    for duty in desk.survey.coverage.duties:
        if desk.counts(duty):
            leads.setdefault(duty.task, []).append(duty)
    sections = [s for s in desk.directive.sections if any(c.id in leads for c in _clauses(s))]
    for at, section in enumerate(sections, 1):
        tasks = []
        for clause in _clauses(section):
            if clause.id in leads:
                number += 1
                tasks.append(_task(number, clause, leads[clause.id], desk))
        yield Group(roman(at), section_of(section, desk.directive), tuple(tasks))


def _clauses(section: Section) -> Iterator[Clause]:
    return (clause for paragraph in section.paragraphs for clause in paragraph.clauses)


def _task(number: int, clause: Clause, duties: list[DutyState], desk: Desk) -> Task:
    """Give a task with its answers, those of units that say the same as one."""
    alike: dict[tuple[object, ...], list[DutyState]] = {}
    for duty in duties:
        said = [_said(c) for c in desk.survey.answers(duty)]
        due = deadline(duty, desk.directive)
        alike.setdefault((duty.state, due, *said), []).append(duty)
    answers = tuple(_answered(group, desk) for group in alike.values())
    due_by = day_of(clause.due, desk.lang) if clause.due else ""
    link = Link(clause.id, clause_at(clause.id))
    return Task(number, link, clause.name.said(desk.lang), due_by, answers)


def _said(one: Commitment) -> tuple[str, str, str, bool]:
    return (one.support, one.result, one.due, one.withheld)


def _answered(group: list[DutyState], desk: Desk) -> Answered:
    first = list(desk.survey.answers(group[0]))
    places = [
        f"{one_line(c.id)} ({place(c.file, c.line)})"
        for duty in group
        for c in desk.survey.answers(duty)
    ]
    hidden = [desk.said(WITHHELD)] if any(one.withheld for one in first) else []
    own = deadline(group[0], desk.directive)
    unanswered = day_of(own, desk.lang) if own else ""
    due = _lines([*(one.due for one in first), *hidden])
    return Answered(
        tuple(desk.unit(duty.unit) for duty in group),
        _lines([one.support for one in first]),
        _lines([*(one.result for one in first), *hidden]),
        due or _lines([f"[{desk.said(BY_DIRECTIVE)}: {unanswered}]"] if unanswered else []),
        state_of(group[0].state, desk.lang),
        tuple(places) if len(group) == 1 else (),
    )


def _lines(texts: list[str]) -> tuple[str, ...]:
    said = (shorten(one_line(text), _LONGEST) for text in texts)
    return tuple(dict.fromkeys(text for text in said if text))


_LONGEST = 500


def _indicators(desk: Desk) -> Iterator[Indicator]:
    rows: dict[tuple[str, str], list[IndicatorRow]] = {}
    for row in desk.survey.indicators:
        rows.setdefault((row.clause.id, row.indicator.id), []).append(row)
    for number, alike in enumerate(rows.values(), 1):
        clause, indicator = alike[0].clause, alike[0].indicator
        promises = tuple(_promise(row, desk) for row in alike)
        link = Link(clause.id, clause_at(clause.id))
        yield Indicator(number, link, _name(indicator, desk), indicator.unit or "", promises)


def _promise(row: IndicatorRow, desk: Desk) -> Promise:
    asked = desk.said(demand(row.asked)) if row.asked else ""
    hidden = row.clause.restricted and not row.promised and row.verdict in _STATED
    promised = desk.said(WITHHELD) if hidden else shorten(one_line(row.promised), _LONGEST)
    return Promise(
        desk.unit(row.unit),
        asked or f"{_demand(row.indicator, desk)} ({desk.said(whole(desk.directive.issuer))})",
        promised,
        desk.verdict(row),
    )


_STATED = (Verdict.MET, Verdict.NOT_MET, Verdict.STATED)


def _name(indicator: Asked, desk: Desk) -> str:
    return desk.said(indicator.name.text) if indicator.name else indicator.id


def _demand(indicator: Asked, desk: Desk) -> str:
    return desk.said(demand(indicator.required)) or (indicator.text or "")


def _sum(one: Sum, desk: Desk) -> Added:
    told = [part for part in one.parts if part.least is not None]
    measure = f" {one.indicator.unit}" if one.indicator.unit else ""
    total = "" if one.gap else f"{say(one.total, desk.lang)}{measure}"
    return Added(
        task=Link(one.clause.id, clause_at(one.clause.id)),
        name=_name(one.indicator, desk),
        asked=_demand(one.indicator, desk),
        total=total,
        told="" if one.gap else f"{len(told)}/{len(one.parts)}",
        verdict=_verdict(one, desk),
        why=_why(one, desk),
        parts=tuple(
            (
                desk.unit(part.duty.unit),
                say(part.least, desk.lang) if part.least is not None else "–",
            )
            for part in one.parts
        ),
    )


def _verdict(one: Sum, desk: Desk) -> Sign:
    if one.gap:
        unknown = state_of(State.UNKNOWN, desk.lang)
        return Sign(unknown.key, unknown.sign, desk.said(NOT_ADDED))
    return verdict_of(Verdict.MET if one.enough else Verdict.NOT_MET, desk.lang)


def _why(one: Sum, desk: Desk) -> str:
    if one.gap is None:
        return ""
    names = ", ".join(desk.name(unit) for unit in one.about)
    return f"{desk.said(WHY_NOT_SUMMED[one.gap])}: {names}" if one.gap in WHY_NOT_SUMMED else names


def _annexes(desk: Desk) -> Iterator[Annex]:
    taken = {annex.id: annex for annex in supplied(desk.directive)}
    for annex in desk.directive.annexes:
        title = desk.said(annex.title.text) if annex.title else annex.id
        if annex.id in taken:
            one = taken[annex.id]
            yield Annex(title, _extent(one, desk), tuple(_annex_rows(one, desk)))
        else:
            words = IN_DATA if annex.supplied else NOT_SUPPLIED
            yield Annex(title, desk.said(words), ())


def _extent(annex: Supplied, desk: Desk) -> str:
    whole = WHOLE if annex.supplied else IN_PART
    return f"{desk.said(annex.extent)}; {desk.said(whole)}"


def _annex_rows(annex: Supplied, desk: Desk) -> Iterator[AnnexRow]:
    for number, row in enumerate(annex.file.indicators, 1):
        asked = desk.said(demand(row.required)) or (row.text or desk.said(NO_VALUE))
        units = ", ".join(desk.name(unit) for unit in row.units) or desk.said(NO_UNIT)
        yield AnnexRow(
            number, _name(row, desk), row.unit or "", asked, units, _source(row, annex, desk)
        )


def _source(row: Row, annex: Supplied, desk: Desk) -> str:
    if row.source is Provenance.PRESS:
        return f"{desk.said(PRESS)}: {one_line(row.cited or '')}"
    return one_line(row.cited or annex.file.source)


def roman(number: int) -> str:
    """Write a number below 4000 in Roman letters."""
    said = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        said += letters * count
    return said


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
BY_DIRECTIVE = Text(vi="theo Chỉ thị", en="by the directive")
NOT_ADDED = Text(vi="chưa cộng được", en="not added up")
NOT_SUPPLIED = Text(
    vi="chưa có; nội dung dựa trên phụ lục này chưa được kiểm tra",
    en="not supplied; what rests on it was not run",
)
IN_DATA = Text(vi="đã có trong dữ liệu chỉ thị", en="part of the directive's data")
WHOLE = Text(vi="đầy đủ", en="whole")
IN_PART = Text(vi="chưa đầy đủ", en="not whole")
NO_VALUE = Text(vi="chưa rõ", en="unknown")
NO_UNIT = Text(vi="chưa rõ đơn vị", en="whose is unknown")
PRESS = Text(
    vi="Theo nguồn báo chí, không phải của Chỉ thị", en="From the press, not the directive's"
)
WORDS = {
    "title": Text(vi="Biểu tổng hợp", en="Tables"),
    "heading": Text(vi="Biểu tổng hợp nhiệm vụ và chỉ tiêu", en="Tables of tasks and indicators"),
    "tasks": Text(vi="Biểu 1. Nhiệm vụ", en="Table 1. Tasks"),
    "tasks_note": Text(
        vi="Lời văn ở các cột Đơn vị phối hợp, Kết quả, Thời gian là của kế hoạch; các đơn vị có nội dung như nhau được ghi chung một dòng.",
        en="Partners, results and dates are in the plans' own words; units that say the same share a line.",
    ),
    "number": Text(vi="TT", en="No."),
    "lead": Text(vi="Đơn vị chủ trì", en="Lead"),
    "support": Text(vi="Đơn vị phối hợp", en="Partners"),
    "result": Text(vi="Kết quả (sản phẩm)", en="Result"),
    "when": Text(vi="Thời gian hoàn thành", en="Due"),
    "note": Text(vi="Ghi chú", en="Note"),
    "indicators": Text(vi="Biểu 2. Chỉ tiêu", en="Table 2. Indicators"),
    "indicator": Text(vi="Chỉ tiêu", en="Indicator"),
    "measure": Text(vi="Đơn vị tính", en="Measure"),
    "asked": Text(vi="Yêu cầu của Chỉ thị", en="Asked by the directive"),
    "promised": Text(vi="Mức phấn đấu", en="Promised"),
    "verdict": Text(vi="Đánh giá", en="Verdict"),
    "sums": Text(vi="Biểu 3. Tổng các phần của đơn vị", en="Table 3. Sums of the units' parts"),
    "total": Text(vi="Tổng các phần", en="Sum of the parts"),
    "told": Text(vi="Đơn vị có nêu phần", en="Units that state a part"),
    "parts": Text(vi="Các phần", en="The parts"),
    "annexes": Text(vi="Phụ lục của Chỉ thị", en="Annexes of the directive"),
    "source": Text(vi="Nguồn", en="Source"),
    "by_directive": Text(vi="Chỉ thị", en="Directive"),
}
