"""HPD501 missing-indicator: no target for an indicator of the task."""

from collections.abc import Iterator

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD501",
    name="missing-indicator",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Chưa có mức phấn đấu cho chỉ tiêu của nhiệm vụ",
        en="No target for an indicator of the task",
    ),
    message=Text(
        vi="Chưa có mức phấn đấu cho chỉ tiêu “{name}” ({id}) của nhiệm vụ {task}",
        en="there is no target for indicator “{name}” ({id}) of task {task}",
    ),
    help=Text(
        vi="thêm vào “indicators” của đầu việc: id {id} và target",
        en="add to “indicators” of the action: id {id} and a target",
    ),
    why=Text(
        vi="Chỉ thị nêu chỉ tiêu; kế hoạch cần nói đơn vị đạt đến đâu",
        en="The directive sets the indicator; the plan should say how far the unit goes.",
    ),
    bad="""\
        unit: SoKHDT
        actions:
          - tasks: # HPD501
              - II.3.4.2
            indicators:
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.duties:
        actions = context.answering(duty)
        if not duty.required or not actions:
            continue
        if any(
            context.by_reference(a) or context.unreadable_under(a.at("indicators"))
            for a in actions
        ):
            continue
        given = {promised.id for action in actions for promised in action.indicators}
        for indicator in duty.indicators:
            if indicator.id not in given:
                first = next((a for a in actions if a.indicators), None)
                path = first.at("indicators") if first else actions[0].at("tasks")
                name = indicator.name.text if indicator.name else Text(indicator.id, indicator.id)
                yield match(path, task=duty.id, id=indicator.id, name=name)
