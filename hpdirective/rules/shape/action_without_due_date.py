"""HPD206 action-without-due-date: action has no due date."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD206",
    name="action-without-due-date",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(vi="Đầu việc chưa có thời hạn hoàn thành", en="Action has no due date"),
    message=Text(
        vi="Đầu việc {action} chưa có thời hạn hoàn thành (khóa due)",
        en="action {action} has no due date (key due)",
    ),
    help=Text(
        vi="ghi thời hạn, ví dụ “due: Quý IV/{year}”, hoặc “due: Thường xuyên” với nhiệm vụ thường xuyên",
        en="write a due date such as “due: Quý IV/{year}”, or “due: Thường xuyên” for a standing task",
    ),
    why=Text(
        vi="Chỉ thị nêu các nội dung mà kế hoạch cần xác định rõ",
        en="The directive names what a plan must state.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: # HPD206
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: Quý IV/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("due"):
        yield match(action.at("due"), action=action.id or "?", year=context.directive.year)
