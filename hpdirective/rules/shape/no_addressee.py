"""HPD209 no-addressee: plan is sent to nobody."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD209",
    name="no-addressee",
    severity=Severity.WARNING,
    cites="plan.sent",
    title=Text(vi="Kế hoạch chưa ghi nơi nhận", en="Plan names no addressee"),
    message=Text(
        vi="Kế hoạch chưa ghi nơi nhận (khóa document.sent_to)",
        en="the plan does not say to whom it is sent (key document.sent_to)",
    ),
    help=Text(
        vi="thêm “sent_to:” dưới “document:” và ghi {office}",
        en="add “sent_to:” under “document:” and write {office}",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu gửi kế hoạch để tổng hợp, báo cáo",
        en="The directive wants the plan sent, to be gathered and reported.",
    ),
    bad="""\
        document: # HPD209
          number: 15/KH-SKHĐT
          issued: 10/02/2023
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
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and not paper.sent_to and not context.unreadable_under(("document", "sent_to")):
        yield match(("document", "sent_to"), office=context.office)
