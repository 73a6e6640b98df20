"""HPD502 weaker-target: target weaker than the directive's."""

from collections.abc import Iterator
from decimal import Decimal

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Scope
from hpdirective.model.target import (
    Op,
    Target,
    Trend,
    counts_wholes,
    is_step,
    meets,
    same_measure,
    scaled,
    stands_still,
)
from hpdirective.rules.check import BETTER_RANK, Match, PlanContext, Promise, demand, match
from hpdirective.words import Text

_AS_WRITTEN = Text(vi="", en="")

RULE = Rule(
    id="HPD502",
    name="weaker-target",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Mức phấn đấu chưa đạt yêu cầu của Chỉ thị", en="Target weaker than the directive's"
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” chưa đạt {part} “{required}” ({meaning}) của nhiệm vụ {task}",
        en="the target “{promised}” falls short of {part}“{required}” ({meaning}) of task {task}",
    ),
    help=Text(vi="ghi mức phấn đấu {meaning}{meant}", en="promise {meaning}{meant}"),
    usual={"part": Text(vi="yêu cầu", en=""), "meant": _AS_WRITTEN},
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


_DEMAND = Text(vi="yêu cầu", en="")
_SHARE = Text(vi="phần của một đơn vị trong mức chung", en="one unit's part in the whole ")
_CHANGES = {
    Trend.UP: Text(vi="tăng, mức tăng lớn hơn 0", en="a rise of more than 0"),
    Trend.DOWN: Text(vi="giảm, mức giảm lớn hơn 0", en="a fall of more than 0"),
}


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        required = promise.required
        if required is None:
            if _promises_nothing(promise):
                whole = promise.indicator.required
                yield _match(promise, _SHARE, whole.text, demand(_least(whole.unit)))
            continue
        goes = required.trend and promise.target.trend  # "giảm 2 bậc" falls, whatever it counts in
        if not goes and not same_measure(promise.target.unit, required.unit):
            continue  # another unit of measure is HPD503's
        if meets(scaled(promise.target, required.unit), required) is False and not context.add_up(
            promise
        ):
            meaning = _meaning(promise.target, required)
            meant = _share_meant(promise.target, required)
            yield _match(promise, _DEMAND, required.text, meaning, meant)


def _match(
    promise: Promise, part: Text, required: str, meaning: Text, meant: Text = _AS_WRITTEN
) -> Match:
    return match(
        promise.path,
        task=promise.duty.id,
        promised=promise.target.text,
        part=part,
        required=required,
        meaning=meaning,
        meant=meant,
    )


def _share_meant(promised: Target, required: Target) -> Text:
    """Say which percentage may be meant by 0.95, as a spreadsheet saves 95%."""
    value = promised.value
    part = required.unit == "%" and promised.unit is None and value is not None and 0 < value <= 1
    if not part or value is None or promised.op is Op.RANGE:
        return _AS_WRITTEN
    share = f"{(value * 100).normalize():f}%"
    vi = share.replace(".", ",")
    return Text(
        vi=f"; bảng tính lưu {vi} thành {value}, nếu là {vi} thì ghi “{vi}”",
        en=f"; a spreadsheet saves {share} as {value}: if that is meant, write “{share}”",
    )


def _meaning(promised: Target, required: Target) -> Text:
    """Say what is asked for, a trend so that the promise shows what it lacks."""
    if required.trend and is_step(promised.unit):
        return BETTER_RANK
    if required.trend is not None and required.trend is promised.trend and stands_still(promised):
        return _CHANGES[required.trend]
    return demand(required)


def _least(unit: str | None) -> Target:
    """Give the least that is a part of a total."""
    if counts_wholes(unit):
        return Target("", Op.AT_LEAST, Decimal(1), None, unit)
    return Target("", Op.MORE, Decimal(0), None, unit)


def _promises_nothing(promise: Promise) -> bool:
    """Tell whether a unit's own part of a total may be nothing: 0, or only an upper end."""
    target = promise.target
    part = promise.indicator.scope is Scope.TOTAL and promise.duty.required
    none = target.value == 0 and target.op is not Op.MORE
    return part and (target.op in (Op.LESS, Op.AT_MOST) or none)
