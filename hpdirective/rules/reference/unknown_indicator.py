"""HPD306 unknown-indicator: indicator that the directive does not have."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD306",
    name="unknown-indicator",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mã chỉ tiêu không có trong Chỉ thị", en="Indicator that the directive does not have"
    ),
    message=Text(
        vi="Chỉ thị không có chỉ tiêu “{id}”{near}",
        en="the directive has no indicator “{id}”{near}",
    ),
    help=Text(
        vi="ghi mã chỉ tiêu của nhiệm vụ; `hpd show <mã nhiệm vụ>` liệt kê các chỉ tiêu",
        en="write an indicator of the task; `hpd show TASK` lists them",
    ),
    why=Text(
        vi="Mức phấn đấu chỉ được đối chiếu qua mã chỉ tiêu",
        en="A target is compared with the directive by its indicator's id.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thnh # HPD306
                target: 08 dự án
              - id: du-an-hoan-thanh
                target: 08 dự án
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
    known = {**context.directive.indicators, **context.press}
    for action in context.plan.actions:
        for promised in action.indicators:
            if promised.id is None or promised.id in known:
                continue
            close = nearest(promised.id, known, 1)
            if not close and context.awaits_annex(action):
                continue  # it may stand in the annex, and the duty is listed as not run
            near = (
                Text(vi=f"; gần nhất là “{close[0]}”", en=f", did you mean “{close[0]}”?")
                if close
                else Text("", "")
            )
            yield match(promised.at("id"), id=promised.id, near=near)
