"""HPD217 action-without-start: action has no start."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD217",
    name="action-without-start",
    severity=Severity.INFO,
    cites=None,
    title=Text(vi="Đầu việc chưa có thời gian bắt đầu", en="Action has no start"),
    message=Text(
        vi="Đầu việc {action} chưa có thời gian bắt đầu (khóa start)",
        en="action {action} has no start (key start)",
    ),
    help=Text(
        vi="ghi thời gian bắt đầu ở khóa “start”, ví dụ “start: 02/{year}”",
        en="write when it begins under “start”, such as “start: 02/{year}”",
    ),
    why=Text(
        vi="Có thời gian bắt đầu và thời hạn thì mới thấy được tiến độ của đầu việc",
        en="A schedule shows when an action begins as well as when it is due.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: # HPD217
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: 02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("start"):
        yield match(action.at("start"), action=action.id or "?", year=context.directive.year)
