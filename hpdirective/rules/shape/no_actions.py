"""HPD204 no-actions: plan has no actions."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD204",
    name="no-actions",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(vi="Kế hoạch chưa có đầu việc nào", en="Plan has no actions"),
    message=Text(
        vi="Kế hoạch chưa có đầu việc nào (khóa actions)",
        en="the plan has no actions (key actions)",
    ),
    help=Text(
        vi="thêm khóa “actions:” và ghi từng đầu việc", en="add “actions:” and write each action"
    ),
    why=Text(
        vi="Chỉ thị nêu các nội dung mà kế hoạch cần xác định rõ",
        en="The directive names what a plan must state.",
    ),
    bad="""\
        actions: # HPD204
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Đôn đốc hoàn thành 08 dự án trọng điểm
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.strayed_actions or context.unreadable_under(("actions",)):
        return  # the list stands under another key: HPD221
    if not context.plan.actions:
        yield match(("actions",))
