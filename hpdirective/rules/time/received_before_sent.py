"""HPD420 received-before-sent: received before it was sent."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD420",
    name="received-before-sent",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Ngày nhận trước ngày gửi",
        en="Received before it was sent",
    ),
    message=Text(
        vi="Kế hoạch ghi nhận ngày {received}, trước ngày gửi {sent}",
        en="the plan was received on {received}, before it was sent on {sent}",
    ),
    help=Text(
        vi="kiểm tra lại hai ngày",
        en="check both days",
    ),
    why=Text(
        vi="Ngày gửi, ngày nhận là căn cứ xác định gửi đúng hạn hay chậm",
        en="Both days tell whether it was sent in time.",
    ),
    bad="""\
        document:
          issued: 08/02/2023
          sent_on: 10/02/2023
          received_on: 09/02/2023 # HPD420
    """,
    good="""\
        document:
          issued: 08/02/2023
          sent_on: 10/02/2023
          received_on: 11/02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and paper.sent_on and paper.received_on and paper.received_on < paper.sent_on:
        yield match(paper.at("received_on"), received=paper.received_on, sent=paper.sent_on)
