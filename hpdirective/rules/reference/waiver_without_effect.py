"""HPD340 waiver-without-effect: waiver that does not hold."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Waiver
from hpdirective.rules.check import Match, PlanContext, match, name_a_paper, not_the_issuers
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
    help=Text(vi="{todo}", en="{todo}"),
    usual={
        "todo": Text(
            vi="ghi lý do, văn bản cho phép của cơ quan ban hành Chỉ thị và ngày cuối còn hiệu lực; nếu không có thì bỏ mục này và thêm đầu việc cho nhiệm vụ",
            en="give the reason, the paper of the body that issued the directive and a last day that is still in force; if there is none, take the waiver out and add an action for the task",
        ),
    },
    why=Text(
        vi="Chỉ cơ quan ban hành Chỉ thị cho phép không thực hiện nhiệm vụ của Chỉ thị, đơn vị không tự cho phép",
        en="Only the body that issued the directive may waive a task, never the unit.",
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
_EXPIRED = Text(vi="đã hết thời hạn cho phép", en="its time has run out")
_ENDLESS = Text(vi="thời hạn cho phép không có ngày cuối", en="its time names no last day")
_AGAIN = Text(vi="nhiệm vụ này đã có một mục cho phép", en="the task is waived once already")
_NOT_GIVEN = Text(vi="đơn vị không được giao nhiệm vụ này", en="the task is not the unit's")
_TODO = {
    "reason": Text(vi="ghi lý do ở “reason”", en="give the reason in reason"),
    "until": Text(
        vi="ghi ở “until” ngày cuối còn hiệu lực theo văn bản cho phép; nếu đã hết hiệu lực, bỏ mục này và thêm đầu việc cho nhiệm vụ",
        en="give in until a last day that is still in force by the paper that allows it; if it has run out, take the waiver out and add an action",
    ),
    "task": Text(vi="bỏ mục này", en="take this waiver out"),
}


def check(context: PlanContext) -> Iterator[Match]:
    seen: set[str] = set()
    for waiver in context.plan.waivers:
        if context.unreadable_under(waiver.path):
            continue
        clauses = context.directive.expand(answering.task_id(waiver.task or ""))
        task = clauses[0].id if clauses else None
        fault = answering.waiver_fault(waiver, context.directive, context.unit, context.today)
        issuer = context.directive.issuer
        key, reason = _said(fault, waiver, issuer)
        if fault is None:
            mine = {c.id for c in clauses if context.unit is None or c.id in context.duty}
            if not clauses or mine - seen:  # of a paragraph one part may be waived already
                seen |= mine
                continue
            key, reason = "task", _AGAIN if mine else _NOT_GIVEN
        todo = name_a_paper(issuer) if key == "approved_by" else _TODO[key]
        yield match(waiver.at(key), task=task, id=waiver.task or "?", reason=reason, todo=todo)


def _said(fault: str | None, waiver: Waiver, issuer: str) -> tuple[str, Text]:
    if fault == "approval":
        return "approved_by", not_the_issuers(waiver.approved_by, issuer)
    if fault == "expired":
        endless = waiver.until is not None and waiver.until.end is None
        return "until", _ENDLESS if endless else _EXPIRED
    return "reason", _REASON
