"""HPD218 no-sending-date: plan does not say when it was sent."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD218",
    name="no-sending-date",
    severity=Severity.INFO,
    cites="plan.sent",
    title=Text(vi="Kế hoạch chưa ghi ngày gửi", en="Plan does not say when it was sent"),
    message=Text(
        vi="Chưa ghi ngày gửi kế hoạch (khóa document.sent_on)",
        en="the day of sending is missing (key document.sent_on)",
    ),
    help=Text(
        vi="thêm ngày gửi dưới “document:”, ví dụ “sent_on: 10/02/{year}”",
        en="add the day under “document:”, such as “sent_on: 10/02/{year}”",
    ),
    why=Text(
        vi="Ngày gửi cho biết kế hoạch được gửi kịp thời hạn hay không",
        en="The day tells whether the plan was sent in time.",
    ),
    bad="""\
        document: # HPD218
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and not paper.sent_on and not context.unreadable(paper.at("sent_on")):
        yield match(paper.at("sent_on"), year=context.directive.year)
