"""What nobody has taken on, and then every duty that is not covered, the first deadline first."""

from collections.abc import Iterable
from datetime import date

from hpdirective.coverage import DutyState, State
from hpdirective.finding import Finding, NotRun
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.labels import STATES
from hpdirective.reporters.sheet import (
    Column,
    Link,
    Row,
    Sheet,
    Table,
    basis_of,
    place,
    places_of,
    reasons_of,
    state_tones,
)
from hpdirective.reporters.view import deadline
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text, one_line

KEY = "unled"
RULE = "duty-nobody-leads"  # what it finds is listed here; no other test is made


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of duties that want an answer."""
    nobodys = [f for f in survey.findings if f.rule.name == RULE and f.task]
    nobodys.sort(key=lambda f: _first_day(_leads(survey, f.task or ""), directive))
    open_ = [duty for duty in survey.leads if duty.state is not State.COVERED]
    open_.sort(key=lambda duty: _day(duty, directive) or date.max)
    columns = _columns(lang)
    first = Table(
        columns,
        tuple(_of_nobody(f, survey, directive, units, lang) for f in nobodys),
        Text(
            vi=f"A. NHIỆM VỤ CHƯA CÓ ĐƠN VỊ NÀO NHẬN CHỦ TRÌ: {len(nobodys)}",
            en=f"A. TASKS THAT NO UNIT HAS TAKEN THE LEAD OF: {len(nobodys)}",
        ).said(lang),
    )
    second = Table(
        columns,
        tuple(_of_unit(duty, survey, directive, units, lang) for duty in open_),
        Text(
            vi=f"B. NHIỆM VỤ CHƯA ĐÁP ỨNG, THEO TỪNG ĐƠN VỊ: {len(open_)}/{len(survey.leads)}",
            en=f"B. TASKS NOT COVERED, UNIT BY UNIT: {len(open_)}/{len(survey.leads)}",
        ).said(lang),
    )
    return Sheet(
        KEY,
        Text(vi="Nhiệm vụ chưa có chủ trì", en="Tasks without a lead").said(lang),
        Text(
            vi="NHIỆM VỤ CHƯA CÓ CHỦ TRÌ VÀ NHIỆM VỤ CHƯA ĐÁP ỨNG", en="TASKS THAT WANT AN ANSWER"
        ).said(lang),
        _LEAD.said(lang),
        (first, second),
        (*_not_told(survey.coverage.not_run, lang), _YEAR.said(lang)),
        frozen=1,
    )


def _columns(lang: Lang) -> tuple[Column, ...]:
    return (
        Column(Text(vi="Nhiệm vụ", en="Task").said(lang), 11),
        Column(Text(vi="Nội dung", en="Title").said(lang), 34),
        Column(Text(vi="Nguyên văn Chỉ thị", en="Words of the directive").said(lang), 46),
        Column(Text(vi="Đơn vị chủ trì", en="Lead").said(lang), 40),
        Column(Text(vi="Căn cứ", en="Basis").said(lang), 16),
        Column(Text(vi="Thời hạn", en="Deadline").said(lang), 12),
        Column(Text(vi="Trạng thái", en="State").said(lang), 17, state_tones(lang)),
        Column(Text(vi="Lý do", en="Reasons").said(lang), 48),
        Column(Text(vi="Tệp:dòng", en="File:line").said(lang), 24),
        Column(Text(vi="Mục", en="Section").said(lang), 8, centred=True),
    )


def _of_nobody(
    finding: Finding, survey: Survey, directive: Directive, units: Units, lang: Lang
) -> Row:
    clause = directive.clauses[finding.task or ""]
    duties = _leads(survey, clause.id)
    names = [units.named(duty.unit or "").name.said(lang) for duty in duties]
    day = _first_day(duties, directive)
    return Row(
        (
            Link(clause.id, tuple(("duty", duty.unit or "", clause.id) for duty in duties)),
            clause.name.said(lang),
            clause.text,
            "; ".join([*names[:_SHOWN], *([f"+{len(names) - _SHOWN}"] if names[_SHOWN:] else [])]),
            "; ".join(dict.fromkeys(basis_of(duty, lang) for duty in duties)),
            None if day == date.max else day,
            "; ".join(dict.fromkeys(STATES[duty.state].said(lang) for duty in duties)),
            f"{finding.rule.id}: {one_line(finding.message(lang))}",
            _plans(finding, duties, survey),
            clause.section,
        ),
        (("nobody", clause.id),),
    )


_SHOWN = 8  # names that a cell bears; part B names them all


def _plans(finding: Finding, duties: Iterable[DutyState], survey: Survey) -> str:
    """Say where the finding stands, else in which plans of those who are to lead an answer would stand."""
    span = finding.place.span
    if spot := place(finding.place.file, span.line if span else None):
        return spot
    files = {row.unit.id: row.file for row in survey.roster.rows}
    found = (place(files.get(duty.unit or ""), None) for duty in duties)
    return "\n".join(dict.fromkeys(file for file in found if file))


def _of_unit(
    duty: DutyState, survey: Survey, directive: Directive, units: Units, lang: Lang
) -> Row:
    unit = duty.unit or ""
    return Row(
        (
            Link(duty.task, (("duty", unit, duty.task),)),
            duty.title.said(lang),
            directive.clauses[duty.task].text,
            Link(units.named(unit).name.said(lang), (("unit", unit),)),
            basis_of(duty, lang),
            _day(duty, directive),
            STATES[duty.state].said(lang),
            reasons_of(duty, survey, lang),
            places_of(duty),
            duty.section,
        ),
        (("gap", unit, duty.task),),
    )


def _leads(survey: Survey, task: str) -> tuple[DutyState, ...]:
    return tuple(d for d in survey.by_task.get(task, ()) if d.role == "lead")


def _first_day(duties: Iterable[DutyState], directive: Directive) -> date:
    return min((day for duty in duties if (day := _day(duty, directive))), default=date.max)


def _day(duty: DutyState, directive: Directive) -> date | None:
    due = deadline(duty, directive)
    return due.last if due else None


def _not_told(gaps: Iterable[NotRun], lang: Lang) -> list[str]:
    """Name the tasks of which it could not be told whether anybody takes them."""
    tasks = [gap.task for gap in gaps if gap.rule == "HPD703" and gap.task]
    if not tasks:
        return []
    said = ", ".join(tasks)
    words = Text(
        vi=f"Chưa kết luận được đã có đơn vị nhận chủ trì hay chưa ({len(tasks)} nhiệm vụ): {said}",
        en=f"Whether anybody takes the lead cannot be told of {len(tasks)} tasks: {said}",
    )
    return [words.said(lang)]


_LEAD = Text(
    vi="Phần A nêu nhiệm vụ chưa kế hoạch nào nhận chủ trì (quy tắc HPD703); phần B nêu từng đơn vị còn nhiệm vụ chưa đáp ứng, thời hạn sớm trước.",
    en="Part A: tasks that no plan takes the lead of (rule HPD703). Part B: each unit's tasks that are not covered, the first deadline first.",
)
_YEAR = Text(
    vi="Thời hạn là ngày cuối còn trong hạn; nhiệm vụ không ghi ngày lấy ngày cuối năm của Chỉ thị theo cách hiểu của bộ dữ liệu. Ô trống: không có thời hạn.",
    en="The deadline is the last day in time; where the text names no day it is, by our reading, the end of the directive's year. An empty cell: no deadline.",
)
