"""HPD507 target-against-trend: target that does not better the baseline where the directive asks for a rise or a fall."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.target import (
    Op,
    Target,
    Trend,
    UnreadableTarget,
    meets,
    read_target,
    same_measure,
    scaled,
)
from hpdirective.rules.check import Match, PlanContext, demand, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD507",
    name="target-against-trend",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Mức phấn đấu không tốt hơn hiện trạng",
        en="Target no better than the baseline",
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” không tốt hơn hiện trạng “{baseline}”, trong khi nhiệm vụ {task} yêu cầu {meaning}",
        en="the target “{promised}” is no better than the baseline “{baseline}”, while task {task} asks for {meaning}",
    ),
    help=Text(
        vi="ghi mức phấn đấu {wanted}",
        en="promise {wanted}",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu cải thiện so với hiện trạng; giữ nguyên hoặc đi ngược lại thì chưa đáp ứng",
        en="The directive asks for an improvement; standing still or going back is none.",
    ),
    bad="""\
        unit: SoTTTT
        actions:
          - tasks:
              - II.4.5.1
            indicators:
              - id: dti
                baseline: hạng 10
                target: hạng 12 # HPD507
    """,
    good="""\
        unit: SoTTTT
        actions:
          - tasks:
              - II.4.5.1
            indicators:
              - id: dti
                baseline: hạng 10
                target: hạng 9
    """,
)


_RANK = "hạng"  # of ranks the smaller is the better, whatever the indicator does


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        trend, target = promise.indicator.trend, promise.target
        if trend is None or target.trend is not None or promise.promised.baseline is None:
            continue  # a promise in words is HPD502's
        try:
            baseline = read_target(promise.promised.baseline)
        except UnreadableTarget:
            continue  # a baseline may be told in words
        if (
            target.value is None
            or baseline.value is None
            or not same_measure(target.unit, baseline.unit)
        ):
            continue
        up = trend is Trend.UP and _RANK not in (target.unit, baseline.unit)
        beyond = Op.MORE if up else Op.LESS
        better = Target("", beyond, baseline.value, None, baseline.unit)
        if meets(scaled(target, baseline.unit), better) is False:
            meaning = (
                Text(vi="tăng", en="a rise") if trend is Trend.UP else Text(vi="giảm", en="a fall")
            )
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=target.text,
                baseline=promise.promised.baseline,
                meaning=meaning,
                wanted=demand(better),
            )
