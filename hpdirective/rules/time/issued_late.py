"""HPD401 issued-late: plan issued late."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD401",
    name="issued-late",
    severity=Severity.ERROR,
    cites="plan.issued",
    title=Text(vi="Kế hoạch ban hành chậm", en="Plan issued late"),
    message=Text(
        vi="Kế hoạch ban hành ngày {issued}, trong khi Chỉ thị yêu cầu “{words}”",
        en="the plan was issued on {issued}, while the directive asks for “{words}”",
    ),
    help=Text(
        vi="kiểm tra lại ngày ban hành; nếu đúng, báo cáo lý do chậm với {office}",
        en="check the date; if it is right, report to {office} why it is late",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu ban hành kế hoạch trước một ngày xác định",
        en="The directive sets the day before which a plan must be issued.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 16/02/2023 # HPD401
          sent_to:
            - VPUBND
          sent_on: 16/02/2023 # HPD409
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 14/02/2023
          sent_to:
            - VPUBND
          sent_on: 14/02/2023
    """,
    first=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    clause = context.directive.clause("plan.issued")
    limit = context.issue_limit()
    paper = context.plan.document
    if clause and limit and paper and paper.issued and paper.issued > limit.named:
        words = (clause.due.text if clause.due else None) or clause.text
        yield match(paper.at("issued"), issued=paper.issued, words=words, office=context.office)
