"""HPD505 above-city-total: one unit's target exceeds the city's total."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Scope
from hpdirective.model.target import same_measure
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD505",
    name="above-city-total",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Mức của một đơn vị cao hơn chỉ tiêu chung",
        en="One unit's target exceeds the total of all",
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” của một đơn vị cao hơn mức chung “{required}” của nhiệm vụ {task}",
        en="one unit promises “{promised}”, more than the whole “{required}” of task {task}",
    ),
    help=Text(
        vi="kiểm tra lại con số: đây là phần của đơn vị, không phải của mọi đơn vị",
        en="check the number: it is the unit's part, not that of all",
    ),
    why=Text(
        vi="Mức chung là tổng của các đơn vị, nên một đơn vị vượt mức chung thường là ghi nhầm",
        en="The total adds up over units, so one unit above it is mostly a slip.",
    ),
    bad="""\
        unit: HuyenCatHai
        actions:
          - tasks:
              - II.4.4.1
            indicators:
              - id: xa-ntm-chuyen-tiep
                target: 50 xã # HPD505
    """,
    good="""\
        unit: HuyenCatHai
        actions:
          - tasks:
              - II.4.4.1
            indicators:
              - id: xa-ntm-chuyen-tiep
                target: 05 xã
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        total = promise.indicator.required
        value = promise.target.value
        if (
            promise.indicator.scope is not Scope.TOTAL
            or promise.alone
            or value is None
            or total.value is None
        ):
            continue
        most = total.high or total.value
        if same_measure(promise.target.unit, total.unit) and value > most:
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=promise.target.text,
                required=total.text,
            )
