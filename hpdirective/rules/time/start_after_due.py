"""HPD412 start-after-due: action starts after it is due."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD412",
    name="start-after-due",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Bắt đầu sau thời hạn hoàn thành", en="Action starts after it is due"),
    message=Text(
        vi="Thời gian bắt đầu {start} muộn hơn thời hạn hoàn thành {due}",
        en="it starts on {start}, after it is due on {due}",
    ),
    help=Text(vi="kiểm tra lại hai thời gian này", en="check the two dates"),
    why=Text(
        vi="Một việc không thể bắt đầu sau khi đã hết hạn",
        en="Nothing can start after it is over.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            start: 10/2023 # HPD412
            due: 30/6/2023
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            start: 02/2023
            due: 30/6/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        start, due = action.start, action.due
        if due and due.end and due.end.year < context.directive.year:
            continue  # the due date is of a year gone by: HPD417
        if start and start.start and due and due.end and start.start > due.end:
            yield match(action.at("start"), start=start.start, due=due.end)
