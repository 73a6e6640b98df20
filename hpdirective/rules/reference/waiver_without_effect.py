"""HPD340 waiver-without-effect: waiver that does not hold."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.finding import Rule, Severity
from hpdirective.model.plan import Waiver
from hpdirective.rules.check import Match, PlanContext, match, not_the_citys
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
        vi="ghi đủ lý do và văn bản còn hiệu lực của thành phố, ví dụ “approved_by: Công văn 150/UBND-TH của UBND thành phố”; mỗi nhiệm vụ chỉ ghi một mục",
        en="give the reason and a paper of the city in force, such as “approved_by: Công văn 150/UBND-TH của UBND thành phố”; a task is waived by one entry",
    ),
    why=Text(
        vi="Chỉ thành phố cho phép không thực hiện nhiệm vụ của Chỉ thị, đơn vị không tự cho phép",
        en="Only the city may waive a task, never the unit.",
    ),
    bad="""\
        unit: SoKHDT
        waivers:
          - task: II.3.4.2
            reason: Dự án đã chuyển chủ đầu tư
            approved_by: 21/SKHĐT-TH # HPD340
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


_REASON = Text(vi="chưa có lý do", en="no reason is given")
_NONE = Text(vi="chưa có văn bản cho phép của thành phố", en="no paper of the city allows it")
_EXPIRED = Text(
    vi="đã hết thời hạn cho phép, hoặc thời hạn không có ngày cuối",
    en="its time has run out, or names no last day",
)
_AGAIN = Text(vi="nhiệm vụ này đã có một mục cho phép", en="the task is waived once already")


def check(context: PlanContext) -> Iterator[Match]:
    seen: set[str] = set()
    for waiver in context.plan.waivers:
        if context.unreadable_under(waiver.path):
            continue
        clauses = context.directive.expand(answering.task_id(waiver.task or ""))
        task = clauses[0].id if clauses else None
        fault = answering.waiver_fault(waiver, context.unit, context.today)
        key, reason = _said(fault, waiver)
        if fault is None:
            if not any(clause.id in seen for clause in clauses):
                seen.update(clause.id for clause in clauses)
                continue
            key, reason = "task", _AGAIN
        path = waiver.at(key) if getattr(waiver, key) else waiver.path
        yield match(path, task=task, id=waiver.task or "?", reason=reason)


def _said(fault: str | None, waiver: Waiver) -> tuple[str, Text]:
    if fault == "approval":
        return "approved_by", not_the_citys(waiver.approved_by) or _NONE
    return ("until", _EXPIRED) if fault == "expired" else ("reason", _REASON)
