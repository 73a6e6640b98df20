"""HPD409 sent-late: plan sent on or after the day that the directive names."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD409",
    name="sent-late",
    severity=Severity.WARNING,
    cites="plan.sent",
    title=Text(
        vi="Kế hoạch gửi đúng hoặc sau ngày Chỉ thị nêu cho việc ban hành",
        en="Plan sent on or after the day that the directive names for issuing",
    ),
    message=Text(
        vi="Kế hoạch gửi ngày {sent}, không trước ngày {day} mà Chỉ thị nêu cho việc ban hành kế hoạch",
        en="the plan was sent on {sent}, not before {day}, the day that the directive names for issuing it",
    ),
    help=Text(
        vi="kiểm tra lại ngày gửi; nếu đúng, báo cáo lý do gửi chậm với {office}",
        en="check the date; if it is right, report to {office} why it was sent late",
    ),
    why=Text(
        vi="Ngày trong Chỉ thị ràng buộc việc ban hành; gửi từ ngày đó trở đi chỉ là cảnh báo",
        en="The day governs issuing; sending from that day on is a warning.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 20/02/2023 # HPD409
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 13/02/2023
    """,
    first=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    limit = context.issue_limit()
    paper = context.plan.document
    if limit and paper and paper.sent_on and paper.sent_on > limit.last:
        yield match(
            paper.at("sent_on"), sent=paper.sent_on, day=limit.named, office=context.office
        )
