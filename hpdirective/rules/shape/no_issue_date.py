"""HPD202 no-issue-date: plan has no date of issue."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD202",
    name="no-issue-date",
    severity=Severity.ERROR,
    cites="plan.issued",
    title=Text(vi="Kế hoạch chưa có ngày ban hành", en="Plan has no date of issue"),
    message=Text(
        vi="Chưa có ngày ban hành kế hoạch (khóa document.issued)",
        en="the date of issue is missing (key document.issued)",
    ),
    help=Text(
        vi="ghi ngày ban hành dạng ngày/tháng/năm, ví dụ “issued: 10/02/{year}”",
        en="write it as day/month/year, such as “issued: 10/02/{year}”",
    ),
    why=Text(
        vi="Chỉ thị đặt thời hạn ban hành kế hoạch; không có ngày thì không xác định được đúng hạn hay chậm",
        en="The directive sets a day for issuing; without a date nobody can tell whether the plan was in time.",
    ),
    bad="""\
        document: # HPD202
          number: 15/KH-SKHĐT
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and not paper.issued and not context.unreadable(("document", "issued")):
        yield match(("document", "issued"), year=context.directive.year)
