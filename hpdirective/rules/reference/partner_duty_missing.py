"""HPD325 partner-duty-missing: no action for a task in which the directive names the unit as partner."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis, Role
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD325",
    name="partner-duty-missing",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ mà Chỉ thị nêu tên đơn vị để phối hợp",
        en="No action for a task in which the directive names the unit as partner",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), trong đó Chỉ thị nêu {unit} phối hợp",
        en="no action of the plan answers task {task} ({title}), in which the directive names {unit} as partner",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị nêu tên đơn vị là đơn vị phối hợp",
        en="The directive names the unit as a partner.",
    ),
    bad="""\
        unit: SoKHDT
        actions: # HPD325
          - tasks:
              - II.3.4.1
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - III.2.1.2
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.NAMED, Role.SUPPORT):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
