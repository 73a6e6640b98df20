"""HPD419 issued-before-directive: plan issued before the directive."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD419",
    name="issued-before-directive",
    severity=Severity.WARNING,
    cites="plan.issued",
    title=Text(
        vi="Kế hoạch ban hành trước ngày của Chỉ thị",
        en="Plan issued before the directive",
    ),
    message=Text(
        vi="Kế hoạch ban hành ngày {issued}, trước ngày {directive} của Chỉ thị mà kế hoạch thực hiện",
        en="the plan was issued on {issued}, before the directive of {directive} that it answers",
    ),
    help=Text(
        vi="kiểm tra lại ngày ban hành, nhất là năm",
        en="check the day of issue, the year above all",
    ),
    why=Text(
        vi="Kế hoạch thực hiện Chỉ thị được ban hành sau Chỉ thị",
        en="A plan that answers a directive comes after it.",
    ),
    bad="""\
        document:
          issued: 10/01/2023 # HPD419
    """,
    good="""\
        document:
          issued: 10/02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and paper.issued and paper.issued < context.directive.issued:
        yield match(paper.at("issued"), issued=paper.issued, directive=context.directive.issued)
