"""HPD308 other-year: plan answers the directive of the same number of another year."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.answering import Naming
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD308",
    name="other-year",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Kế hoạch thực hiện chỉ thị cùng số của năm khác",
        en="Plan answers the directive of the same number of another year",
    ),
    message=Text(
        vi="Kế hoạch ghi thực hiện “{text}”, là văn bản của năm khác, không phải {paper} ngày {issued}",
        en="the plan answers “{text}”, of another year, not {paper} of {issued}",
    ),
    help=Text(
        vi="kiểm tra lại văn bản giao nhiệm vụ; nếu đúng là văn bản này, ghi “directive: {id}”",
        en="look again at the document that gave the tasks; if it is this one, write “directive: {id}”",
    ),
    why=Text(
        vi="Số chỉ thị được dùng lại mỗi năm, nên kế hoạch cho năm trước rất dễ gửi nhầm",
        en="The number is used again every year, so last year's plan is easily sent by mistake.",
    ),
    bad="""\
        directive: 02/CT-UBND ngày 12/01/2022 # HPD308
    """,
    good="""\
        directive: Chỉ thị số 02/CT-UBND ngày 19 tháng 01 năm 2023 của UBND thành phố
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    text = context.plan.directive
    if (
        text is not None
        and answering.names_directive(text, context.directive) is Naming.OTHER_YEAR
    ):
        directive = context.directive
        yield match(
            ("directive",),
            text=text,
            id=directive.id,
            paper=directive.numbered,
            issued=directive.issued,
        )
