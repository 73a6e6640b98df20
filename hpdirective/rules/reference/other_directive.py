"""HPD307 other-directive: plan answers another document."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.answering import Naming
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD307",
    name="other-directive",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Kế hoạch thực hiện một văn bản khác", en="Plan answers another document"),
    message=Text(
        vi="Kế hoạch ghi thực hiện “{text}”, không phải {paper} ngày {issued}",
        en="the plan answers “{text}”, not {paper} of {issued}",
    ),
    help=Text(
        vi="kiểm tra lại văn bản giao nhiệm vụ; nếu đúng là văn bản này, ghi “directive: {id}”",
        en="look again at the document that gave the tasks; if it is this one, write “directive: {id}”",
    ),
    why=Text(
        vi="Kế hoạch chỉ được tính cho đúng văn bản mà nó thực hiện",
        en="A plan counts only for the document that it answers.",
    ),
    bad="""\
        directive: 05/CT-UBND ngày 19/01/2023 # HPD307
    """,
    good="""\
        directive: 02/CT-UBND ngày 19/01/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    text = context.plan.directive
    if text is not None and answering.names_directive(text, context.directive) is Naming.OTHER:
        directive = context.directive
        yield match(
            ("directive",),
            text=text,
            id=directive.id,
            paper=directive.numbered,
            issued=directive.issued,
        )
