"""HPD403 late-due-date: action ends after its task's last day."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD403",
    name="late-due-date",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Thời hạn của đầu việc muộn hơn thời hạn của nhiệm vụ",
        en="Action ends after its task's last day",
    ),
    message=Text(
        vi="Thời hạn {planned} muộn hơn thời hạn {limit} của nhiệm vụ {task}",
        en="due {planned}, after {limit}, the last day of task {task}",
    ),
    help=Text(vi="ghi thời hạn chậm nhất {limit}", en="set a due date no later than {limit}"),
    why=Text(
        vi="Chỉ thị xác định ngày cuối của nhiệm vụ; kế hoạch của đơn vị không lùi được ngày đó",
        en="The directive sets the task's last day, and a plan may not move it back.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.4.2.4
            due: 15/01/2024 # HPD403
    """,
    good="""\
        actions:
          - tasks:
              - II.4.2.4
            due: 15/12/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, past in context.late:
        (duty, limit), *others = past
        if limit.basis is DueBasis.TEXT:
            also = tuple(other.id for other, day in others if day == limit)
            beside = tuple(other.id for other, day in others if day != limit)
            planned = action.due.end if action.due else None
            yield match(
                action.at("due"),
                task=duty.id,
                also=also,
                beside=beside,
                planned=planned,
                limit=limit.last,
            )
