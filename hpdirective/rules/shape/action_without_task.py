"""HPD205 action-without-task: action has no task of the directive."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD205",
    name="action-without-task",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(
        vi="Đầu việc chưa có nhiệm vụ của Chỉ thị", en="Action has no task of the directive"
    ),
    message=Text(
        vi="Đầu việc {action} chưa có nhiệm vụ của Chỉ thị (khóa tasks)",
        en="action {action} has no task of the directive (key tasks)",
    ),
    help=Text(
        vi="ghi mã nhiệm vụ mà đầu việc này đáp ứng; `hpd tasks --unit …` liệt kê các mã",
        en="write the id of the task that it answers; `hpd tasks --unit …` lists them",
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
          - id: A2
            tasks: # HPD205
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
          - id: A2
            tasks:
              - II.3.4.3
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("tasks", by_reference=False):
        yield match(action.at("tasks"), action=action.id or "?")
