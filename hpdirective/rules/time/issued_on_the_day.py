"""HPD402 issued-on-the-day: plan issued on the very day before which it was due."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD402",
    name="issued-on-the-day",
    severity=Severity.WARNING,
    cites="plan.issued",
    title=Text(
        vi="Kế hoạch ban hành đúng ngày mốc, trong khi Chỉ thị yêu cầu trước ngày này",
        en="Plan issued on the very day before which it was due",
    ),
    message=Text(
        vi="Kế hoạch ban hành đúng ngày {issued}, trong khi Chỉ thị yêu cầu “{words}”",
        en="the plan was issued on {issued} itself, while the directive asks for “{words}”",
    ),
    help=Text(
        vi="kiểm tra lại ngày ban hành; hiểu theo câu chữ, ngày muộn nhất là {last}",
        en="check the date; read literally, the last day in time is {last}",
    ),
    why=Text(
        vi="“Trước ngày” hiểu theo câu chữ là đến hết ngày liền trước; chưa có văn bản nào giải thích khác, nên mặc định chỉ là cảnh báo",
        en="Read literally, “before” a day ends the day before; no text settles it, hence a warning by default.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 15/02/2023 # HPD402
          sent_to:
            - VPUBND
          sent_on: 15/02/2023 # HPD409
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 14/02/2023
          sent_to:
            - VPUBND
          sent_on: 14/02/2023
    """,
    before_day=True,
    first=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    clause = context.directive.clause("plan.issued")
    limit = context.issue_limit()
    paper = context.plan.document
    if (
        clause
        and limit
        and paper
        and paper.issued
        and limit.before
        and paper.issued == limit.named
    ):
        words = (clause.due.text if clause.due else None) or clause.text
        yield match(paper.at("issued"), issued=paper.issued, last=limit.last, words=words)
