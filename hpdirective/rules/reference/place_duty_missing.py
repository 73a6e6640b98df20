"""HPD323 place-duty-missing: no action for a task that names the unit's territory."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD323",
    name="place-duty-missing",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Chưa có đầu việc cho nhiệm vụ nêu tên địa bàn của đơn vị",
        en="No action for a task that names the unit's territory",
    ),
    message=Text(
        vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ {task} ({title}), nêu tên địa bàn của {unit} (theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức)",
        en="no action of the plan answers task {task} ({title}), which names the territory of {unit} (a reading of the data, not an official assignment)",
    ),
    help=Text(vi="thêm một đầu việc với “tasks: {task}”", en="add an action with “tasks: {task}”"),
    why=Text(
        vi="Chỉ thị nêu địa bàn thực hiện; đơn vị quản lý địa bàn được hiểu là đơn vị thực hiện nhiệm vụ này",
        en="The directive names the place; the unit that governs it is taken to act.",
    ),
    bad="""\
        unit: HuyenCatHai
        actions: # HPD323
          - tasks:
              - II.4.2.5
    """,
    good="""\
        unit: HuyenCatHai
        actions:
          - tasks:
              - II.4.4.1
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.unanswered(Basis.PLACE):
        unit = context.units.named(duty.unit)
        yield match(("actions",), task=duty.id, title=duty.clause.name, unit=unit)
