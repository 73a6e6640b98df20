"""HPD324 reading-duty-missing: no action for a task that the data reads as the unit's."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD324",
    name="reading-duty-missing",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ mà bộ dữ liệu hiểu là của đơn vị",
        en="No action for a task that the data reads as the unit's",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), được hiểu là thuộc {unit} (theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức)",
        en="no action of the plan answers task {task} ({title}), taken to belong to {unit} (a reading of the data, not an official assignment)",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị không nêu đơn vị; bộ dữ liệu hiểu là của đơn vị này và nêu rõ lý do (`hpd show`)",
        en="The directive names nobody; the data takes it for this unit's and says why (`hpd show`).",
    ),
    bad="""\
        unit: SoKHDT
        actions: # HPD324
          - tasks:
              - II.3.4.1
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.READING):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
