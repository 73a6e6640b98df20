"""HPD414 extension-without-effect: extension that does not hold."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import Match, PlanContext, match, not_the_citys
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
    help=Text(
        vi="ghi ngày mới và văn bản gia hạn của thành phố, ví dụ “approved_by: Công văn 150/UBND-TH của UBND thành phố”; mỗi nhiệm vụ chỉ gia hạn một lần",
        en="give the new day and a paper of the city, such as “approved_by: Công văn 150/UBND-TH của UBND thành phố”; a task is extended once",
    ),
    why=Text(
        vi="Chỉ thành phố gia hạn được nhiệm vụ của Chỉ thị, và chỉ một lần",
        en="Only the city may extend a task, and once.",
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


_NONE = Text(vi="chưa có văn bản gia hạn của thành phố", en="no paper of the city allows it")
_DAY = Text(vi="chưa có ngày mới", en="it gives no new day")
_AGAIN = Text(vi="nhiệm vụ này đã được gia hạn một lần", en="the task was extended once already")
_KEYS = {"approval": "approved_by", "day": "to", "again": "task"}


def check(context: PlanContext) -> Iterator[Match]:
    _, refused = context.extensions
    for extension in context.plan.extensions:
        fault = refused.get(extension.path)
        if fault is None or context.unreadable_under(extension.path):
            continue
        reason = _AGAIN if fault == "again" else _DAY
        if fault == "approval":
            reason = not_the_citys(extension.approved_by) or _NONE
        key = _KEYS[fault]
        path = extension.at(key) if getattr(extension, key) else extension.path
        clauses = context.directive.expand(answering.task_id(extension.task or ""))
        task = clauses[0].id if clauses else None
        yield match(path, task=task, id=extension.task or "?", reason=reason)
