"""HPD421 start-after-the-year: action that starts after the directive's year."""

from collections.abc import Iterator
from datetime import date

from hpdirective.answering import Duty
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD421",
    name="start-after-the-year",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Đầu việc bắt đầu sau năm của Chỉ thị",
        en="Action that starts after the directive's year",
    ),
    message=Text(
        vi="Đầu việc {action} bắt đầu “{start}”, sau năm {year} của Chỉ thị: trong năm chưa thực hiện nhiệm vụ {task}",
        en="action {action} starts “{start}”, after the directive's year {year}: nothing is done on task {task} in that year",
    ),
    help=Text(
        vi="ghi việc làm trong năm {year}, hoặc mốc của năm ở “milestones”; nếu được gia hạn thì nêu văn bản ở “extensions”",
        en="write what is done in {year}, or a step of that year under milestones; where the task was extended, name the paper in extensions",
    ),
    why=Text(
        vi="Chỉ thị giao nhiệm vụ của năm; việc bắt đầu từ năm sau chưa đáp ứng",
        en="The directive sets the tasks of its year; what starts in a later one does not answer them.",
    ),
    bad="""\
        unit: SoTC
        actions:
          - id: A1
            tasks:
              - II.3.1.1
            start: Quý I/2024 # HPD421
            due: Thường xuyên
    """,
    good="""\
        unit: SoTC
        actions:
          - id: A1
            tasks:
              - II.3.1.1
            start: Quý I/2023
            due: Thường xuyên
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    year = context.directive.year
    late = {(action.path, duty.id) for action, past in context.late for duty, _ in past}
    for action in context.plan.actions:
        start = action.start.start if action.start else None
        if action.start is None or start is None or start.year <= year:
            continue
        stones = (stone.due.end for stone in action.milestones if stone.due)
        if any(day and day.year <= year for day in stones):
            continue
        idle = [
            duty.id
            for duty in context.tasks(action)
            if duty.required
            and (action.path, duty.id) not in late  # said already
            and not _lasts(context, duty, start)
        ]
        if idle:
            yield match(
                action.at("start"),
                task=idle[0],
                also=tuple(idle[1:]),
                action=action.id or "?",
                start=action.start.text,
                year=year,
            )


def _lasts(context: PlanContext, duty: Duty, start: date) -> bool:
    """Tell whether a duty may still be answered by what starts then: extended, or due in a later year."""
    limit = context.limit(duty)
    return limit is not None and limit.last >= start
