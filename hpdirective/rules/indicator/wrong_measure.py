"""HPD503 wrong-measure: unit of measure differs from the indicator's."""

from collections.abc import Iterator
from contextlib import suppress

from hpdirective.finding import Rule, Severity
from hpdirective.model.target import UnreadableTarget, read_target, same_measure
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD503",
    name="wrong-measure",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Đơn vị tính khác với chỉ tiêu", en="Unit of measure differs from the indicator's"
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” tính bằng “{measure}”, trong khi chỉ tiêu của nhiệm vụ {task} tính bằng “{unit}”",
        en="the target “{promised}” counts in “{measure}”, while the indicator of task {task} counts in “{unit}”",
    ),
    help=Text(vi="ghi mức phấn đấu theo “{unit}”", en="write the target in “{unit}”"),
    why=Text(
        vi="Khác đơn vị tính thì không so được với yêu cầu của Chỉ thị",
        en="Values in different units cannot be compared.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 90 vụ việc # HPD503
    """,
    good="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 90%
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises():
        unit = promise.indicator.unit
        measure = promise.target.unit
        if (
            unit
            and measure
            and promise.target.value is not None
            and not same_measure(measure, unit)
        ):
            if promise.indicator.trend and promise.target.trend:
                continue  # "tăng 2 bậc" states a trend in a measure of its own
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=promise.target.text,
                measure=measure,
                unit=unit,
            )
    for path, promise, text in context.baselines():
        with suppress(UnreadableTarget):
            measure, unit = read_target(text).unit, promise.target.unit
            if (
                measure
                and unit
                and promise.target.trend is None
                and not same_measure(measure, unit)
            ):
                yield match(path, task=promise.duty.id, promised=text, measure=measure, unit=unit)
