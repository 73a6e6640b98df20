"""HPD203 no-objectives: plan states no objectives."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD203",
    name="no-objectives",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(vi="Kế hoạch chưa nêu mục tiêu", en="Plan states no objectives"),
    message=Text(
        vi="Kế hoạch chưa nêu mục tiêu (khóa objectives)",
        en="the plan states no objectives (key objectives)",
    ),
    help=Text(
        vi="thêm khóa “objectives:” và liệt kê từng mục tiêu", en="add “objectives:” and list them"
    ),
    why=Text(
        vi="Chỉ thị nêu các nội dung mà kế hoạch cần xác định rõ",
        en="The directive names what a plan must state.",
    ),
    bad="""\
        objectives: # HPD203
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    if not context.plan.objectives and not context.unreadable_under(("objectives",)):
        yield match(("objectives",))
