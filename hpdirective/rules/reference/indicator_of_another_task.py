"""HPD313 indicator-of-another-task: indicator of another task."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD313",
    name="indicator-of-another-task",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Chỉ tiêu của nhiệm vụ khác", en="Indicator of another task"),
    message=Text(
        vi="Chỉ tiêu “{id}” thuộc nhiệm vụ {other}, mà đầu việc {action} không nêu",
        en="indicator “{id}” belongs to task {other}, which action {action} does not cite",
    ),
    help=Text(
        vi="thêm {other} vào “tasks”, hoặc chuyển chỉ tiêu sang đầu việc của nhiệm vụ đó",
        en="add {other} to “tasks”, or move the indicator to the action for that task",
    ),
    why=Text(
        vi="Mức phấn đấu được tính cho nhiệm vụ mà đầu việc nêu",
        en="A target counts for the task that its action cites.",
    ),
    bad="""\
        unit: SoKHDT
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
              - id: du-an-khoi-cong # HPD313
                target: 10 dự án
    """,
    good="""\
        unit: SoKHDT
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        if not action.tasks or context.unreadable_under(action.at("tasks")):
            continue
        cited = {
            clause.id
            for cell in action.tasks
            for clause in context.directive.expand(answering.task_id(cell.text))
        }
        for promised in action.indicators:
            holders = [c.id for c in context.directive.holders.get(promised.id or "", ())]
            if holders and cited.isdisjoint(holders) and context.meant.isdisjoint(holders):
                other = ", ".join(holders)
                yield match(
                    promised.at("id"), other=other, id=promised.id, action=action.id or "?"
                )
