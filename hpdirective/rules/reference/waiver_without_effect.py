"""HPD340 waiver-without-effect: waiver that does not hold."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD340",
    name="waiver-without-effect",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Việc cho phép không thực hiện không có hiệu lực", en="Waiver that does not hold"
    ),
    message=Text(
        vi="Việc cho phép không thực hiện nhiệm vụ {id} không được tính: {reason}",
        en="the waiver of task {id} does not count: {reason}",
    ),
    help=Text(
        vi="ghi đủ lý do và văn bản của Ủy ban nhân dân thành phố còn hiệu lực (khóa reason, approved_by, until)",
        en="give the reason and a paper of the city's People's Committee that is in force (keys reason, approved_by, until)",
    ),
    why=Text(
        vi="Chỉ thành phố cho phép không thực hiện nhiệm vụ của Chỉ thị, đơn vị không tự cho phép",
        en="Only the city may waive a task, never the unit.",
    ),
    bad="""\
        unit: SoKHDT
        waivers:
          - task: II.3.4.2 # HPD340
            reason: Dự án đã chuyển chủ đầu tư
            approved_by: 21/SKHĐT-TH
        actions:
          - tasks:
              - II.3.4.2
    """,
    good="""\
        unit: SoKHDT
        waivers:
          - task: II.3.4.2
            reason: Dự án đã chuyển chủ đầu tư
            approved_by: 150/UBND-TH
        actions:
          - tasks:
              - II.3.4.2
    """,
)


_REASONS = {
    "reason": Text(vi="chưa có lý do", en="no reason is given"),
    "approval": Text(
        vi="chưa có văn bản cho phép của thành phố", en="no paper of the city allows it"
    ),
    "expired": Text(
        vi="đã hết thời hạn cho phép, hoặc thời hạn không có ngày cuối",
        en="its time has run out, or names no last day",
    ),
}


def check(context: PlanContext) -> Iterator[Match]:
    for waiver in context.plan.waivers:
        fault = answering.waiver_fault(waiver, context.unit, context.today)
        if fault and not context.unreadable_under(waiver.path):
            clauses = context.directive.expand(answering.task_id(waiver.task or ""))
            task = clauses[0].id if clauses else None
            yield match(waiver.path, task=task, id=waiver.task or "?", reason=_REASONS[fault])
