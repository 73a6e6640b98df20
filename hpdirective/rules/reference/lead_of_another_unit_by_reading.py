"""HPD317 lead-of-another-unit-by-reading: duty read as the unit's with another unit as lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD317",
    name="lead-of-another-unit-by-reading",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Nhiệm vụ được hiểu là của đơn vị nhưng ghi đơn vị khác chủ trì",
        en="Duty read as the unit's with another unit as lead",
    ),
    message=Text(
        vi="Đầu việc {action} ghi {lead} chủ trì, trong khi nhiệm vụ {task} được hiểu là do {unit} chủ trì (theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức)",
        en="action {action} has {lead} as lead, while task {task} is read as {unit}'s (a reading of the data, not an official assignment)",
    ),
    help=Text(
        vi="nếu đơn vị chủ trì thì ghi chính đơn vị hoặc một bộ phận của đơn vị ở “lead”; nếu nhiệm vụ thuộc đơn vị khác thì nêu ở “contests” kèm lý do",
        en="if the unit leads, write it or a division of it under “lead”; if the task belongs to another unit, say so under “contests” with the reason",
    ),
    why=Text(
        vi="Chỉ thị không nêu đích danh, nên cần ghi rõ đơn vị chủ trì để không nhiệm vụ nào bị bỏ trống",
        en="The text names nobody; saying plainly who leads keeps the task from falling between units.",
    ),
    bad="""\
        unit: SoKHDT
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Sở Xây dựng # HPD317
    """,
    good="""\
        unit: SoKHDT
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Phòng Tổng hợp
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, (duty, *others), lead in context.led_by_others:
        if duty.basis is Basis.READING:
            yield match(
                action.at("lead"),
                task=duty.id,
                also=tuple(other.id for other in others),
                action=action.id or "?",
                lead=lead,
                unit=context.units.named(duty.unit),
            )
