"""HPD507 target-against-trend: target that does not better the baseline where the directive asks for a rise or a fall."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import starmap

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.target import (
    Op,
    Target,
    Trend,
    UnreadableTarget,
    fits,
    is_rank,
    meets,
    read_target,
    scaled,
)
from hpdirective.rules.check import BETTER_RANK, Match, PlanContext, demand, match
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
        vi="ghi {wanted}",
        en="promise {wanted}",
    ),
    usual={
        "meaning": Text(
            vi="cải thiện",
            en="an improvement",
        ),
        "wanted": Text(
            vi="mức tốt hơn hiện trạng",
            en="a value better than the baseline",
        ),
    },
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


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        indicator, target = promise.indicator, promise.target
        if indicator.trend is None or target.trend or promise.promised.baseline is None:
            continue  # a promise in words is HPD502's
        try:
            baseline = read_target(promise.promised.baseline)
        except UnreadableTarget:
            continue  # a baseline may be told in words
        if target.value is None or baseline.value is None:
            continue
        pairs = (target, indicator.unit), (baseline, indicator.unit)
        if not all(starmap(fits, (*pairs, (target, baseline.unit), (baseline, target.unit)))):
            continue  # another unit of measure is HPD503's
        rank = any(map(is_rank, (target.unit, baseline.unit, indicator.unit)))
        better = _better(baseline, indicator.trend, rank=rank)
        if meets(scaled(target, baseline.unit), better) is False:
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=target.text,
                baseline=promise.promised.baseline,
                meaning=BETTER_RANK if rank else demand(indicator.required),
                wanted=_better_rank(baseline.value) if rank else _level(better),
            )


def _better(baseline: Target, trend: Trend, *, rank: bool) -> Target:
    """Give what betters a baseline; the first place is held, for there is none better."""
    assert baseline.value is not None
    up = trend is Trend.UP and not rank
    op = Op.AT_MOST if rank and baseline.value == 1 else Op.MORE if up else Op.LESS
    return Target("", op, baseline.value, None, baseline.unit)


def _better_rank(rank: Decimal) -> Text:
    said = f"{rank.normalize():f}"
    if rank == 1:
        return Text(vi="hạng 1 như hiện trạng", en="rank 1, as it is now")
    return Text(vi=f"thứ hạng tốt hơn hạng {said}", en=f"a rank better than {said}")


def _level(better: Target) -> Text:
    said = demand(better)
    return Text(vi=f"mức phấn đấu {said.vi}", en=said.en)
