"""HPD309 directive-without-date: number of the directive without its date."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.answering import Naming
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD309",
    name="directive-without-date",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Số chỉ thị không kèm ngày", en="Number of the directive without its date"),
    message=Text(
        vi="“{text}” chỉ có số, chưa có ngày ban hành; số này được dùng lại mỗi năm",
        en="“{text}” has only a number and no date; the number is used again every year",
    ),
    help=Text(
        vi="ghi “directive: {id}”, hoặc thêm ngày: {number} ngày {issued}",
        en="write “directive: {id}”, or add the date: {number} ngày {issued}",
    ),
    why=Text(
        vi="Chỉ có số thì không chắc kế hoạch thực hiện chỉ thị của năm nào",
        en="A number alone does not say which year's directive is meant.",
    ),
    bad="""\
        directive: 02/CT-UBND # HPD309
    """,
    good="""\
        directive: hai-phong/2023/02-CT-UBND
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    text = context.plan.directive
    if text is not None and answering.names_directive(text, context.directive) is Naming.UNDATED:
        directive = context.directive
        yield match(
            ("directive",),
            text=text,
            id=directive.id,
            number=directive.number,
            issued=directive.issued,
        )
