"""HPD208 action-without-result: action has no result."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD208",
    name="action-without-result",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Đầu việc chưa có kết quả, sản phẩm", en="Action has no result"),
    message=Text(
        vi="Đầu việc {action} chưa có kết quả, sản phẩm (khóa result)",
        en="action {action} has no result (key result)",
    ),
    help=Text(
        vi="ghi sản phẩm cụ thể, ví dụ “result: Báo cáo của Sở trình UBND thành phố”",
        en="write the product, such as “result: Báo cáo của Sở trình UBND thành phố”",
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
            result: # HPD208
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            result: Báo cáo của Sở trình UBND thành phố
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.lacking("result"):
        yield match(action.at("result"), action=action.id or "?")
