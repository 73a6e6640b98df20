"""HPD417 due-before-the-year: due date before the directive's year."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD417",
    name="due-before-the-year",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Thời hạn trước năm của Chỉ thị",
        en="Due date before the directive's year",
    ),
    message=Text(
        vi="Đầu việc {action} có thời hạn {due}, trước năm {year} của Chỉ thị",
        en="action {action} is due {due}, before the directive's year {year}",
    ),
    help=Text(
        vi="kiểm tra lại năm của thời hạn, ví dụ “due: Quý IV/{year}”",
        en="check the year of the due date, such as “due: Quý IV/{year}”",
    ),
    why=Text(
        vi="Thời hạn đã qua trước khi Chỉ thị được ban hành thì không thể là thời hạn của kế hoạch này",
        en="A day gone by before the directive was issued cannot be this plan's.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: 31/12/2022 # HPD417
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: 31/12/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    year = context.directive.year
    for action in context.plan.actions:
        if action.due and action.due.end and action.due.end.year < year:
            yield match(action.at("due"), action=action.id or "?", due=action.due.end, year=year)
