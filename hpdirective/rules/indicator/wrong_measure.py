"""HPD503 wrong-measure: unit of measure differs from the indicator's."""

from collections.abc import Iterator
from contextlib import suppress

from hpdirective.choices import Severity
from hpdirective.finding import Rule
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
        vi="{what} “{promised}” tính bằng “{measure}”, trong khi {other} của nhiệm vụ {task} tính bằng “{unit}”",
        en="the {what} “{promised}” counts in “{measure}”, while the {other} of task {task} counts in “{unit}”",
    ),
    help=Text(vi="ghi theo “{unit}”", en="write it in “{unit}”"),
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


_TARGET = Text(vi="Mức phấn đấu", en="target")
_BASELINE = Text(vi="Hiện trạng", en="baseline")
_INDICATOR = Text(vi="chỉ tiêu", en="indicator")
_PROMISED = Text(vi="mức phấn đấu cho chỉ tiêu", en="target for the indicator")


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
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
                what=_TARGET,
                promised=promise.target.text,
                measure=measure,
                other=_INDICATOR,
                unit=unit,
            )
    for path, promise, text in context.baselines():
        with suppress(UnreadableTarget):
            measure = read_target(text).unit
            unit = promise.indicator.unit or promise.target.unit
            if (
                measure
                and unit
                and promise.target.trend is None
                and not same_measure(measure, unit)
            ):
                yield match(
                    path,
                    task=promise.duty.id,
                    what=_BASELINE,
                    promised=text,
                    measure=measure,
                    other=_INDICATOR if promise.indicator.unit else _PROMISED,
                    unit=unit,
                )
