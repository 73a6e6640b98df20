"""HPD410 sent-before-issued: sent before it was issued."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD410",
    name="sent-before-issued",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Ngày gửi trước ngày ban hành", en="Sent before it was issued"),
    message=Text(
        vi="Ngày gửi {sent} trước ngày ban hành {issued}",
        en="the plan was sent on {sent}, before it was issued on {issued}",
    ),
    help=Text(vi="kiểm tra lại hai ngày này", en="check the two dates"),
    why=Text(
        vi="Kế hoạch chỉ gửi được sau khi ban hành",
        en="A plan can only be sent once it is issued.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 08/02/2023 # HPD410
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
    if paper and paper.issued and paper.sent_on and paper.sent_on < paper.issued:
        yield match(paper.at("sent_on"), sent=paper.sent_on, issued=paper.issued)
