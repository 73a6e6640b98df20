"""Every duty that a unit leads, how far its plan answers it, and by which actions."""

from datetime import date

from hpdirective.coverage import DutyState
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.labels import MET_BY, STATES
from hpdirective.reporters.sheet import (
    WITHHELD,
    Column,
    Link,
    Row,
    Sheet,
    Table,
    basis_of,
    place,
    reasons_of,
    state_tones,
)
from hpdirective.reporters.view import deadline
from hpdirective.surveying import Commitment, Survey
from hpdirective.words import Lang, Text, one_line

KEY = "duties"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of all duties."""
    duties = [duty for duty in survey.coverage.duties if duty.role == "lead" and duty.unit]
    inside = len(survey.leads)
    return Sheet(
        KEY,
        Text(vi="Nhiệm vụ", en="Tasks").said(lang),
        Text(vi="NHIỆM VỤ THEO ĐƠN VỊ CHỦ TRÌ", en="TASKS BY THE UNIT THAT LEADS THEM").said(lang),
        Text(
            vi=f"{len(duties)} dòng, trong đó {inside} nhiệm vụ tính vào tổng số chung.",
            en=f"{len(duties)} rows, {inside} of them in the base of the overall figures.",
        ).said(lang),
        (
            Table(
                _columns(lang),
                tuple(_row(duty, survey, directive, units, lang) for duty in duties),
            ),
        ),
        frozen=2,
    )


def _columns(lang: Lang) -> tuple[Column, ...]:
    return (
        Column(Text(vi="Nhiệm vụ", en="Task").said(lang), 11),
        Column(Text(vi="Nội dung", en="Title").said(lang), 38),
        Column(Text(vi="Mục", en="Section").said(lang), 8, centred=True),
        Column(Text(vi="Đơn vị chủ trì", en="Lead").said(lang), 40),
        Column(Text(vi="Căn cứ", en="Basis").said(lang), 16),
        Column(Text(vi="Thời hạn", en="Deadline").said(lang), 12),
        Column(Text(vi="Trạng thái", en="State").said(lang), 17, state_tones(lang)),
        Column(Text(vi="Tính vào tổng số", en="In the total").said(lang), 9, centred=True),
        Column(Text(vi="Số đầu việc", en="Actions").said(lang), 8),
        Column(Text(vi="Nội dung đáp ứng trong kế hoạch", en="Answered by").said(lang), 64),
        Column(Text(vi="Lý do chưa đáp ứng", en="Reasons").said(lang), 42),
    )


def _row(duty: DutyState, survey: Survey, directive: Directive, units: Units, lang: Lang) -> Row:
    unit = duty.unit or ""
    inside = unit in survey.inside
    return Row(
        (
            Link(duty.task, (("gap", unit, duty.task),)),
            duty.title.said(lang),
            duty.section,
            Link(units.named(unit).name.said(lang), (("unit", unit),)),
            basis_of(duty, lang),
            _day(duty, directive),
            STATES[duty.state].said(lang),
            (_YES if inside else _NO).said(lang),
            len(duty.actions),
            _answers(duty, survey, lang) or None,
            reasons_of(duty, survey, lang) or None,
        ),
        (("duty", unit, duty.task),),
    )


def _day(duty: DutyState, directive: Directive) -> date | None:
    due = deadline(duty, directive)
    return due.last if due else None


def _answers(duty: DutyState, survey: Survey, lang: Lang) -> str:
    """Say the actions that answer a duty, then the plan's own keys that do, one a line."""
    said = [_action(action, lang) for action in survey.answers(duty)]
    labels = {str(key): label.said(lang) for key, label in MET_BY.items()}
    said += [f"{labels.get(key.key, key.key)} ({place(key.file, key.line)})" for key in duty.keys]
    return "\n".join(said)


def _action(one: Commitment, lang: Lang) -> str:
    head = f"{one_line(one.id)} ({place(one.file, one.line)})"
    if one.withheld:
        return f"{head}: {WITHHELD.said(lang)}"
    said = [one_line(one.title)]
    said += [
        f"{label.said(lang)}: {one_line(value)}"
        for label, value in ((_DUE, one.due), (_LEAD, one.lead), (_RESULT, one.result))
        if value
    ]
    return f"{head}: {'; '.join(part for part in said if part)}"


_YES = Text(vi="có", en="yes")
_NO = Text(vi="không", en="no")
_DUE = Text(vi="thời hạn", en="due")
_LEAD = Text(vi="chủ trì", en="lead")
_RESULT = Text(vi="kết quả", en="result")
