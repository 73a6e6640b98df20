"""The annexes of the report: all tasks with what plans say of them, the indicators, the gaps of each unit, the evidence."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from hpdirective.coverage import DutyState, State
from hpdirective.finding import Standing
from hpdirective.measuring import totals_of
from hpdirective.model.directive import Basis, Clause, Directive
from hpdirective.model.names import Units
from hpdirective.reporters import evidence
from hpdirective.reporters.figures import share
from hpdirective.reporters.labels import STANDINGS, STATES
from hpdirective.reporters.paper.decree.binding import ROOM, WIDE_ROOM, Sheet
from hpdirective.reporters.paper.decree.duties import (
    GIVEN,
    due_of,
    named,
    section_name,
    unit_name,
)
from hpdirective.reporters.paper.decree.figures import asked_in, name_of, promised_in
from hpdirective.reporters.paper.decree.frame import REPORT, annex_head
from hpdirective.reporters.paper.decree.markup import plain
from hpdirective.reporters.paper.decree.office import Office
from hpdirective.reporters.paper.decree.table import Column, Group, Row, table
from hpdirective.reporters.verdicts import VERDICTS
from hpdirective.surveying import Commitment, Survey
from hpdirective.words import Lang, Text

_ACTIONS = 6  # of one duty that a row has room for
NO_PLAN = (Standing.NOT_SENT, Standing.NOT_DUE, Standing.OTHER_DIRECTIVE)
_RESTRICTED = Text(vi="(nội dung hạn chế)", en="(restricted)")


class City(Struct, frozen=True):
    """What every part of the report is made from."""

    survey: Survey
    directive: Directive
    units: Units
    office: Office
    lang: Lang

    def say(self, vi: str, en: str) -> str:
        return Text(vi=vi, en=en).said(self.lang)


def roman(number: int) -> str:
    """Write a number with Roman figures."""
    said = ""
    for value, figure in _FIGURES:
        times, number = divmod(number, value)
        said += figure * times
    return said


_FIGURES = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def annexes(city: City) -> Iterator[Sheet]:
    """Write the annexes, each in a section of its own."""
    day = city.survey.terms.as_of
    for number, (name, wide, content) in enumerate(_ALL, 1):
        head = annex_head(roman(number), name.said(city.lang), REPORT, city.office, day, city.lang)
        yield Sheet((*head, content(city)), wide=wide)


def _tasks(city: City) -> str:
    columns = (
        Column(city.say("TT", "No"), 12, "center"),
        Column(city.say("Nhiệm vụ", "Task"), 82),
        Column(city.say("Đơn vị chủ trì", "Lead"), 38),
        Column(city.say("Đơn vị phối hợp", "Partners"), 34),
        Column(city.say("Kết quả (sản phẩm)", "Result"), 36),
        Column(city.say("Thời gian hoàn thành", "Due"), 26),
        Column(city.say("Ghi chú", "Note"), WIDE_ROOM - 228, "center"),
    )
    return table(columns, _numbered(_task_rows(city)))


def _task_rows(city: City) -> Iterator[Row]:
    held: dict[str, dict[str, list[DutyState]]] = {}
    for duty in city.survey.coverage.duties:
        if duty.role == "lead" and duty.unit:
            held.setdefault(duty.section, {}).setdefault(duty.task, []).append(duty)
    for number, (section, tasks) in enumerate(held.items(), 1):
        yield Group(roman(number), section_name(section, city.directive, city.lang))
        for task, duties in tasks.items():
            clause = city.directive.clauses[task]
            common = [d for d in duties if d.basis == Basis.ALL]
            if common:
                yield _common(clause, common, city)
            yield from (_task(clause, d, city) for d in duties if d.basis != Basis.ALL)


def _common(clause: Clause, duties: list[DutyState], city: City) -> Row:
    """Say in one row what is laid on all units: how many of them answer it."""
    many = len(duties)
    whom = city.say(f"Các đơn vị được giao chung ({many} đơn vị)", f"All units ({many})")
    result = share(totals_of(duties), city.lang)
    note = city.say(f"đã đáp ứng {result}", f"{result} covered")
    due = due_of(duties[0], city.directive, city.lang)
    return ("", named(clause, city.directive, city.lang), whom, "", "", due, note)


def _task(clause: Clause, duty: DutyState, city: City) -> Row:
    found = list(city.survey.answers(duty))
    shown = found[:_ACTIONS]
    more = [f"+{len(found) - _ACTIONS}"] if len(found) > _ACTIONS else []
    hidden = _RESTRICTED.said(city.lang)

    def each(say: Callable[[Commitment], str], width: int = 160) -> str:
        said = [hidden if one.withheld else plain(say(one), width) for one in shown]
        return "\n".join(dict.fromkeys(words for words in said if words))

    actions = [
        f"{plain(c.id, 20)}: {hidden if c.withheld else plain(c.title, 240)}" for c in shown
    ]
    return (
        "",
        "\n".join([named(clause, city.directive, city.lang), *actions, *more]),
        "\n".join(
            filter(None, (unit_name(duty.unit, city.units, city.lang), each(lambda c: c.lead)))
        ),
        each(lambda c: c.support),
        each(lambda c: c.result),
        each(lambda c: c.due, 60),
        STATES[duty.state].said(city.lang),
    )


def _indicators(city: City) -> str:
    columns = (
        Column(city.say("TT", "No"), 12, "center"),
        Column(city.say("Chỉ tiêu", "Indicator"), 58),
        Column(city.say("Đơn vị tính", "Measure"), 20, "center"),
        Column(city.say("Chỉ thị yêu cầu", "Asked for"), 36),
        Column(city.say("Mức phấn đấu", "Target"), 32),
        Column(city.say("Hiện trạng", "Baseline"), 28),
        Column(city.say("Đơn vị", "Unit"), 36),
        Column(city.say("Ghi chú", "Note"), WIDE_ROOM - 222, "center"),
    )
    return table(columns, _numbered(_indicator_rows(city)))


def _indicator_rows(city: City) -> Iterator[Row]:
    section, number = "", 0
    for row in sorted(city.survey.indicators, key=lambda row: _order(row.clause, city)):
        if row.clause.section != section:
            section, number = row.clause.section, number + 1
            yield Group(roman(number), section_name(section, city.directive, city.lang))
        promised, baseline = promised_in(row, city.lang)
        yield (
            "",
            f"{name_of(row.indicator, city.lang)} ({row.clause.id})",
            row.indicator.unit or "",
            asked_in(row, city.lang),
            promised,
            baseline,
            unit_name(row.unit, city.units, city.lang),
            VERDICTS[row.verdict].said(city.lang),
        )


def _order(clause: Clause, city: City) -> int:
    return list(city.directive.clauses).index(clause.id)


def _gaps(city: City) -> str:
    columns = (
        Column(city.say("TT", "No"), 12, "center"),
        Column(city.say("Nhiệm vụ", "Task"), 82),
        Column(city.say("Căn cứ", "Basis"), 42),
        Column(city.say("Thời hạn", "Deadline"), 34),
        Column(city.say("Tình trạng", "State"), 28, "center"),
        Column(city.say("Lý do", "Reason"), WIDE_ROOM - 198),
    )
    return table(columns, _numbered(_gap_rows(city)))


def _gap_rows(city: City) -> Iterator[Row]:
    held: dict[str, list[DutyState]] = {}
    for duty in city.survey.leads:
        if duty.state is not State.COVERED:
            held.setdefault(duty.unit or "", []).append(duty)
    standing = {
        row.unit.id: [STANDINGS[row.standing].said(city.lang)]
        for row in city.survey.roster.rows
        if row.standing in NO_PLAN
    }
    for number, (unit, duties) in enumerate(sorted(held.items()), 1):
        name = unit_name(unit, city.units, city.lang)
        yield Group(roman(number), f"{name}: {len(duties)}")
        for duty in duties:
            said = (reason.message.said(city.lang) for reason in duty.reasons)
            reasons = list(dict.fromkeys(said)) or standing.get(unit, [])
            yield (
                "",
                named(city.directive.clauses[duty.task], city.directive, city.lang),
                GIVEN[Basis(duty.basis)].said(city.lang) if duty.basis else "",
                due_of(duty, city.directive, city.lang),
                STATES[duty.state].said(city.lang),
                plain("; ".join(reasons), 400),
            )


def _evidence(city: City) -> str:
    columns = (
        Column(city.say("TT", "No"), 12, "center"),
        Column(city.say("Nội dung", "What"), 42),
        Column(city.say("Giá trị", "Value"), ROOM - 54),
    )
    rows = [
        ("", label, plain(value, 400)) for label, value in evidence.rows(city.survey, city.lang)
    ]
    return table(columns, _numbered(rows))


def _numbered(rows: Iterator[Row] | list[tuple[str, str, str]]) -> Iterator[Row]:
    """Give the rows with numbers that run on through all groups."""
    number = 0
    for row in rows:
        if isinstance(row, Group):
            yield row
        else:
            number += 1
            yield (str(number), *row[1:])


_ALL: tuple[tuple[Text, bool, Callable[[City], str]], ...] = (
    (
        Text(vi="Tổng hợp nhiệm vụ và kế hoạch của các đơn vị", en="Tasks and the units' plans"),
        True,
        _tasks,
    ),
    (Text(vi="Tổng hợp chỉ tiêu", en="Indicators"), True, _indicators),
    (
        Text(vi="Nhiệm vụ chưa được đáp ứng, theo đơn vị", en="Tasks not covered, by unit"),
        True,
        _gaps,
    ),
    (Text(vi="Căn cứ lập báo cáo", en="What the report rests on"), False, _evidence),
)
