"""HPD316 lead-of-another-unit: unit's own duty with another unit as lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD316",
    name="lead-of-another-unit",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Nhiệm vụ của đơn vị nhưng ghi đơn vị khác chủ trì",
        en="Unit's own duty with another unit as lead",
    ),
    message=Text(
        vi="Đầu việc {action} ghi {lead} chủ trì, trong khi nhiệm vụ {task} do {unit} chủ trì",
        en="action {action} has {lead} as lead, while {unit} leads task {task}",
    ),
    help=Text(
        vi="ghi chính đơn vị hoặc một bộ phận của đơn vị ở “lead”, chuyển {lead} sang “support”; nhiệm vụ theo chức năng hoặc địa bàn mà thuộc đơn vị khác thì nêu ở “contests” kèm lý do",
        en="write the unit or a division of it under “lead” and move {lead} to “support”; where a task by function or place belongs to another unit, say so under “contests” with the reason",
    ),
    why=Text(
        vi="Đơn vị chủ trì chịu trách nhiệm chính, kế hoạch của đơn vị không chuyển được trách nhiệm đó cho đơn vị khác",
        en="The unit that leads answers for the task, and its own plan cannot pass that on.",
    ),
    bad="""\
        unit: SoCT
        actions:
          - id: A1
            tasks:
              - II.2.4.1
            lead: Sở Xây dựng # HPD316
    """,
    good="""\
        unit: SoCT
        actions:
          - id: A1
            tasks:
              - II.2.4.1
            lead: Phòng Quản lý thương mại
            support:
              - Sở Xây dựng
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, (duty, *others), lead in context.led_by_others:
        if duty.basis is not Basis.READING:
            yield match(
                action.at("lead"),
                task=duty.id,
                also=tuple(other.id for other in others),
                action=action.id or "?",
                lead=lead,
                unit=context.units.named(duty.unit),
            )
