"""HPD216 action-without-objective: action has no objective."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD216",
    name="action-without-objective",
    severity=Severity.INFO,
    cites=None,
    title=Text(vi="Đầu việc chưa có mục tiêu", en="Action has no objective"),
    message=Text(
        vi="Đầu việc {action} chưa có mục tiêu (khóa objective)",
        en="action {action} has no objective (key objective)",
    ),
    help=Text(
        vi="ghi mục tiêu của đầu việc ở khóa “objective”",
        en="write the objective of the action under “objective”",
    ),
    why=Text(
        vi="Mục tiêu cho biết đầu việc nhằm đạt điều gì, để cuối năm đánh giá được",
        en="The objective says what the action is to reach, so that it can be judged at year's end.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            objective: # HPD216
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            objective: Hoàn thành 08 dự án trong năm 2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("objective"):
        yield match(action.at("objective"), action=action.id or "?")
