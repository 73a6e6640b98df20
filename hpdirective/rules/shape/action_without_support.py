"""HPD215 action-without-support: action has no partners."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD215",
    name="action-without-support",
    severity=Severity.INFO,
    cites=None,
    title=Text(vi="Đầu việc chưa có đơn vị phối hợp", en="Action has no partners"),
    message=Text(
        vi="Đầu việc {action} chưa có đơn vị phối hợp (khóa support)",
        en="action {action} has no partners (key support)",
    ),
    help=Text(
        vi="ghi đơn vị phối hợp ở khóa “support”, nếu có",
        en="write the partners under “support”, if there are any",
    ),
    why=Text(
        vi="Thông lệ của phụ lục nhiệm vụ: mỗi dòng có đủ nhiệm vụ, chủ trì, phối hợp, kết quả và thời hạn",
        en="Annexes of tasks by custom give task, lead, partners, result and date on every line.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            support: # HPD215
          - id: A2
            tasks:
              - II.3.4.3
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            support:
              - Sở Tài chính
          - id: A2
            tasks:
              - II.3.4.3
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.none_has("support"):
        return  # the plan as a whole lacks them, which is said once
    for action in context.lacking("support"):
        yield match(action.at("support"), action=action.id or "?")
