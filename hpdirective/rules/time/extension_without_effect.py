"""HPD414 extension-without-effect: extension that does not hold."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Extension
from hpdirective.rules.check import Match, PlanContext, match, name_a_paper, not_the_issuers
from hpdirective.words import Text

RULE = Rule(
    id="HPD414",
    name="extension-without-effect",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Việc gia hạn không có hiệu lực", en="Extension that does not hold"),
    message=Text(
        vi="Việc gia hạn nhiệm vụ {id} không được tính: {reason}",
        en="the extension of task {id} does not count: {reason}",
    ),
    help=Text(vi="{todo}", en="{todo}"),
    usual={
        "todo": Text(
            vi="ghi văn bản gia hạn của cơ quan ban hành Chỉ thị và ngày mới muộn hơn thời hạn đang có; nếu không có thì bỏ mục này",
            en="name the paper of the body that issued the directive, and a new day later than the one there is; if there is none, take this extension out",
        ),
    },
    why=Text(
        vi="Chỉ cơ quan ban hành Chỉ thị gia hạn được nhiệm vụ của Chỉ thị, và chỉ một lần",
        en="Only the body that issued the directive may extend a task, and once.",
    ),
    bad="""\
        unit: SoKHDT
        extensions:
          - task: II.3.4.2
            to: 30/06/2024
            approved_by: 21/SKHĐT-TH # HPD414
        actions:
          - tasks:
              - II.3.4.2
    """,
    good="""\
        unit: SoKHDT
        extensions:
          - task: II.3.4.2
            to: 30/06/2024
            approved_by: 150/UBND-TH
        actions:
          - tasks:
              - II.3.4.2
            due: 30/06/2024
    """,
)


_DAY = Text(vi="chưa có ngày mới", en="it gives no new day")
_AGAIN = Text(vi="nhiệm vụ này đã được gia hạn một lần", en="the task was extended once already")
_NOT_GIVEN = Text(vi="đơn vị không được giao nhiệm vụ này", en="the task is not the unit's")
_NO_DAY = Text(
    vi="Chỉ thị không đặt thời hạn cho nhiệm vụ này", en="the directive sets the task no day"
)
_NO_LATER = Text(
    vi="ngày mới không muộn hơn thời hạn đang có",
    en="the new day is no later than the one there is",
)
_TODO = {
    "to": Text(
        vi="ghi ở “to” ngày mới theo văn bản gia hạn, muộn hơn thời hạn đang có",
        en="give in to the new day of the paper, later than the one there is",
    ),
    "task": Text(vi="bỏ mục này", en="take this extension out"),
}
_KEYS = {"approval": "approved_by", "day": "to", "again": "task"}


def check(context: PlanContext) -> Iterator[Match]:
    _, refused = context.extensions
    for extension in context.plan.extensions:
        fault = refused.get(extension.path)
        if context.unreadable_under(extension.path):
            continue
        if fault is None:
            yield from _idle(extension, context)
            continue
        key, issuer = _KEYS[fault], context.directive.issuer
        reason = _AGAIN if fault == "again" else _DAY
        if fault == "approval":
            reason = not_the_issuers(extension.approved_by, issuer)
        todo = name_a_paper(issuer) if fault == "approval" else _TODO[key]
        path = extension.at(key)
        clauses = context.directive.expand(answering.task_id(extension.task or ""))
        task = clauses[0].id if clauses else None
        yield match(path, task=task, id=extension.task or "?", reason=reason, todo=todo)


def _idle(extension: Extension, context: PlanContext) -> Iterator[Match]:
    """Look at an extension that holds: it may still extend nothing."""
    clauses = context.directive.expand(answering.task_id(extension.task or ""))
    duties = [context.duty[clause.id] for clause in clauses if clause.id in context.duty]
    dues = [duty.due for duty in duties if duty.due]
    end = extension.to.end if extension.to else None
    if not clauses or context.unit is None:
        return
    key, reason = "task", _NOT_GIVEN if not duties else _NO_DAY
    if dues:
        if end is None or any(end > due.last for due in dues):
            return
        key, reason = "to", _NO_LATER
    yield match(
        extension.at(key),
        task=clauses[0].id,
        id=extension.task or "?",
        reason=reason,
        todo=_TODO[key],
    )
