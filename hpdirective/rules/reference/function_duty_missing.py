"""HPD322 function-duty-missing: no action for a task within the unit's function."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD322",
    name="function-duty-missing",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ thuộc chức năng của đơn vị",
        en="No action for a task within the unit's function",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), thuộc chức năng của {unit}",
        en="no action of the plan answers task {task} ({title}), within the function of {unit}",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị giao việc theo chức năng, nhiệm vụ; chức năng của đơn vị do văn bản pháp luật quy định",
        en="The directive gives tasks by function, and a legal text gives the function to the unit.",
    ),
    bad="""\
        unit: SoNV
        actions: # HPD322
          - tasks:
              - II.7.2.2
    """,
    good="""\
        unit: SoNV
        actions:
          - tasks:
              - II.7.2.1
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.FUNCTION):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
