"""HPD418 milestone-outside-action: milestone outside its action."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Lang, Text, say

RULE = Rule(
    id="HPD418",
    name="milestone-outside-action",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Mốc tiến độ nằm ngoài thời gian của đầu việc",
        en="Milestone outside its action",
    ),
    message=Text(
        vi="Mốc tiến độ {milestone} của đầu việc {action} {where}",
        en="milestone {milestone} of action {action} {where}",
    ),
    help=Text(
        vi="sửa mốc, hoặc thời gian bắt đầu, thời hạn của đầu việc",
        en="mend the milestone, or the action's start or due date",
    ),
    usual={
        "where": Text(
            vi="nằm ngoài thời gian của đầu việc",
            en="lies outside it",
        ),
    },
    why=Text(
        vi="Mốc tiến độ là bước trên đường đến thời hạn, nên nằm giữa ngày bắt đầu và thời hạn",
        en="A milestone is a step on the way, between the start and the due date.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: 02/2023
            milestones:
              - what: Nghiệm thu
                due: 30/11/2023 # HPD418
            due: 30/09/2023
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: 02/2023
            milestones:
              - what: Nghiệm thu
                due: 30/08/2023
            due: 30/09/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        first = action.start.start if action.start else None
        last = action.due.end if action.due and not action.due.recurring else None
        if first and last and first > last:
            continue  # a start after the due date is a fault of its own
        for stone in action.milestones:
            day = stone.due.end if stone.due else None
            opens = (stone.due.start if stone.due else None) or day  # "quý III" may be met in July
            if day and last and opens and opens > last:
                where = Text(
                    vi=f"sau thời hạn {say(last, Lang.VI)}", en=f"is after its due date {last}"
                )
            elif day and first and day < first:
                where = Text(
                    vi=f"trước ngày bắt đầu {say(first, Lang.VI)}",
                    en=f"is before its start {first}",
                )
            else:
                continue
            yield match(stone.at("due"), milestone=day, action=action.id or "?", where=where)
