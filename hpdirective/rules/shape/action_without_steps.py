"""HPD214 action-without-steps: action has no steps."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD214",
    name="action-without-steps",
    severity=Severity.INFO,
    cites=None,
    title=Text(vi="Đầu việc chưa có giải pháp, nội dung thực hiện", en="Action has no steps"),
    message=Text(
        vi="Đầu việc {action} chưa có giải pháp, nội dung thực hiện (khóa steps)",
        en="action {action} has no steps (key steps)",
    ),
    help=Text(
        vi="ghi giải pháp, nội dung thực hiện ở khóa “steps”, mỗi bước một dòng sau dấu gạch",
        en="write the steps under “steps”, one a line, each after a dash",
    ),
    why=Text(
        vi="Giải pháp, nội dung thực hiện cho biết đầu việc được thực hiện bằng cách nào",
        en="The steps say how the action will be carried out.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            steps: # HPD214
          - id: A2
            tasks:
              - II.3.4.3
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            steps:
              - Rà soát tiến độ từng dự án
          - id: A2
            tasks:
              - II.3.4.3
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.none_has("steps"):
        return  # the plan as a whole lacks them, which is said once
    for action in context.lacking("steps"):
        yield match(action.at("steps"), action=action.id or "?")
