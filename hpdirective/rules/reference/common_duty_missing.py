"""HPD321 common-duty-missing: no action for a task given to all units."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD321",
    name="common-duty-missing",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ giao chung các đơn vị",
        en="No action for a task given to all units",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), được giao chung cho các đơn vị, trong đó có {unit}",
        en="no action of the plan answers task {task} ({title}), given to all units, {unit} among them",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị giao nhiệm vụ này cho mọi đơn vị",
        en="The directive gives it to every unit.",
    ),
    bad="""\
        unit: SoKHDT
        actions: # HPD321
          - tasks:
              - II.3.4.1
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - III.1.4.2
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.ALL):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
