"""HPD503 wrong-measure: unit of measure differs from the indicator's."""

from collections.abc import Iterator
from contextlib import suppress

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.target import (
    Target,
    UnreadableTarget,
    fits,
    is_rank,
    is_step,
    read_target,
    same_measure,
)
from hpdirective.rules.check import Match, PlanContext, Promise, match
from hpdirective.source.place import KeyPath
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
    usual={
        "what": Text(
            vi="Mức phấn đấu",
            en="target",
        ),
        "other": Text(
            vi="yêu cầu",
            en="demand",
        ),
    },
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


_COMPARED = Text(vi="hiện trạng để so sánh", en="baseline to compare with")
_FRACTION = Text(vi="số lẻ", en="fractions")  # no rank has one


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        unit, target = promise.indicator.unit, promise.target
        if (
            promise.indicator.trend
            and target.trend
            and (is_step(target.unit) or not is_rank(unit))
        ):
            continue  # "tăng 2 bậc" states a trend in a measure of its own
        if unit and target.value is not None and not fits(target, unit):
            yield _match(promise.path, promise, _TARGET, target, _INDICATOR, unit)
    for path, promise, text in context.baselines():
        if promise.target.trend:
            continue
        with suppress(UnreadableTarget):
            baseline, target = read_target(text), promise.target
            unit = promise.indicator.unit or target.unit
            other = _INDICATOR if promise.indicator.unit else _PROMISED
            if unit and not fits(baseline, unit):
                yield _match(path, promise, _BASELINE, baseline, other, unit)
            elif unit is None and baseline.unit and not fits(target, baseline.unit):
                yield _match(promise.path, promise, _TARGET, target, _COMPARED, baseline.unit)


def _match(
    path: KeyPath, promise: Promise, what: Text, said: Target, other: Text, unit: str
) -> Match:
    fraction = said.unit is None or same_measure(said.unit, unit)
    return match(
        path,
        task=promise.duty.id,
        what=what,
        promised=said.text,
        measure=_FRACTION if fraction else said.unit,
        other=other,
        unit=unit,
    )
