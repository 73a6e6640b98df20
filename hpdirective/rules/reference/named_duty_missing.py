"""HPD320 named-duty-missing: no action for a task that names the unit."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD320",
    name="named-duty-missing",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ được giao đích danh",
        en="No action for a task that names the unit",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), được giao đích danh cho {unit}",
        en="no action of the plan answers task {task} ({title}), which names {unit}",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị nêu đích danh đơn vị thực hiện nhiệm vụ này",
        en="The directive names the unit as the one who acts.",
    ),
    bad="""\
        unit: SoTTTT
        actions: # HPD320
          - tasks:
              - II.4.5.2
    """,
    good="""\
        unit: SoTTTT
        actions:
          - tasks:
              - III.3.1.1
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.NAMED):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
