"""HPD504 indicator-without-target: indicator without a target."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD504",
    name="indicator-without-target",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Chỉ tiêu chưa có mức phấn đấu", en="Indicator without a target"),
    message=Text(vi="Chỉ tiêu “{id}” chưa có mức phấn đấu", en="indicator “{id}” has no target"),
    help=Text(
        vi="ghi “target: …” với con số và đơn vị tính",
        en="write “target: …” with a number and its unit of measure",
    ),
    why=Text(
        vi="Chỉ tiêu không có mức phấn đấu thì không so được với Chỉ thị",
        en="Without a target there is nothing to compare with the directive.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh # HPD504
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        for promised in action.indicators:
            if promised.target is None and not context.unreadable(promised.at("target")):
                task = context.of_indicator(promised.path)
                yield match(promised.at("target"), task=task, id=promised.id or "?")
