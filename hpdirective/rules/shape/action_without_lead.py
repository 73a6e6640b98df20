"""HPD207 action-without-lead: action has no lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD207",
    name="action-without-lead",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(vi="Đầu việc chưa có đơn vị chủ trì", en="Action has no lead"),
    message=Text(
        vi="Đầu việc {action} chưa có đơn vị chủ trì (khóa lead)",
        en="action {action} has no lead (key lead)",
    ),
    help=Text(
        vi="ghi đơn vị hoặc phòng, ban chủ trì, ví dụ “lead: Phòng Tổng hợp”",
        en="write the unit or division that leads it, such as “lead: Phòng Tổng hợp”",
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
            lead: # HPD207
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Phòng Tổng hợp
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("lead", by_reference=False):
        yield match(action.at("lead"), action=action.id or "?")
