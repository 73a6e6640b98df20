"""HPD341 contest-not-allowed: contest of a task that the directive assigns itself."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD341",
    name="contest-not-allowed",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Đề nghị xác định lại đơn vị chủ trì không áp dụng cho nhiệm vụ này",
        en="Contest of a task that the directive assigns itself",
    ),
    message=Text(
        vi="Nhiệm vụ {task} do Chỉ thị giao, không thuộc diện đề nghị xác định lại đơn vị chủ trì",
        en="task {task} is assigned by the directive itself and cannot be contested",
    ),
    help=Text(
        vi="bỏ mục này và ghi đầu việc cho nhiệm vụ",
        en="drop the contest and write an action for the task",
    ),
    why=Text(
        vi="Chỉ nhiệm vụ theo chức năng, theo địa bàn hoặc theo cách hiểu của bộ dữ liệu mới có thể đề nghị xác định lại đơn vị chủ trì",
        en="Only what is given by function, place or reading can be contested.",
    ),
    bad="""\
        unit: SoTTTT
        contests:
          - task: III.3.1.1 # HPD341
            reason: Thuộc chức năng của cơ quan khác
        actions:
          - tasks:
              - III.3.1.1
              - II.4.5.5
    """,
    good="""\
        unit: SoTTTT
        contests:
          - task: II.4.5.5
            reason: Thuộc chức năng của Công an thành phố
            owner: CATP
        actions:
          - tasks:
              - III.3.1.1
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for contest in context.plan.contests:
        for clause in context.directive.expand(answering.task_id(contest.task or "")):
            duty = context.duty.get(clause.id)
            if duty and duty.basis in (Basis.NAMED, Basis.ALL):
                yield match(contest.at("task"), task=clause.id)
                break
