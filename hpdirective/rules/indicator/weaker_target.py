"""HPD502 weaker-target: target weaker than the directive's."""

from collections.abc import Iterator
from decimal import Decimal

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Scope
from hpdirective.model.target import Op, Target, meets, same_measure, scaled
from hpdirective.rules.check import Match, PlanContext, Promise, demand, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD502",
    name="weaker-target",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Mức phấn đấu chưa đạt yêu cầu của Chỉ thị", en="Target weaker than the directive's"
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” chưa đạt yêu cầu “{required}” ({meaning}) của nhiệm vụ {task}",
        en="the target “{promised}” falls short of “{required}” ({meaning}) of task {task}",
    ),
    help=Text(vi="ghi mức phấn đấu {meaning}", en="promise {meaning}"),
    why=Text(
        vi="Kế hoạch của đơn vị không đặt mức phấn đấu kém hơn yêu cầu của Chỉ thị",
        en="A plan may not promise less than the directive asks.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 85% # HPD502
    """,
    good="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: trên 85%
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        required = promise.required
        if required is None and _promises_nothing(promise):
            share = Target("", Op.AT_LEAST, Decimal(1), None, promise.indicator.unit)
            total = promise.indicator.required
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=promise.target.text,
                required=total.text,
                meaning=demand(share),
            )
        if required is None or not same_measure(promise.target.unit, required.unit):
            continue  # another unit of measure is HPD503's
        if meets(scaled(promise.target, required.unit), required) is False and not context.add_up(
            promise
        ):
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=promise.target.text,
                required=required.text,
                meaning=demand(required),
            )


def _promises_nothing(promise: Promise) -> bool:
    """Tell whether a unit's own part of a total may be nothing: 0, or only an upper end."""
    target = promise.target
    part = promise.indicator.scope is Scope.TOTAL and promise.duty.required
    return part and (target.op in (Op.LESS, Op.AT_MOST) or target.value == 0)
