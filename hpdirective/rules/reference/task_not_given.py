"""HPD312 task-not-given: task that is not given to the unit."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD312",
    name="task-not-given",
    severity=Severity.INFO,
    cites="task",
    title=Text(vi="Nhiệm vụ không giao cho đơn vị", en="Task that is not given to the unit"),
    message=Text(
        vi="Nhiệm vụ {task} không thuộc các nhiệm vụ của {unit} trong bộ dữ liệu; đầu việc không được tính cho nhiệm vụ này",
        en="task {task} is not among those of {unit} in the data; the action does not count for it",
    ),
    help=Text(
        vi="kiểm tra lại mã; nếu đúng là việc của đơn vị, giữ nguyên",
        en="check the id; if the unit does do it, leave it",
    ),
    why=Text(
        vi="Tỷ lệ đáp ứng chỉ tính các nhiệm vụ của chính đơn vị",
        en="Coverage counts the unit's own tasks only.",
    ),
    bad="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
              - II.5.2.1 # HPD312
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.unit is None:
        return
    for action in context.plan.actions:
        for cell in action.tasks:
            clauses = context.directive.expand(answering.task_id(cell.text))
            if clauses and not any(clause.id in context.duty for clause in clauses):
                first, *others = (clause.id for clause in clauses)
                yield match(
                    action.at("tasks", cell),
                    task=first,
                    also=tuple(others),
                    unit=context.unit.named,
                )
