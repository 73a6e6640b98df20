"""Promised and required values compared."""

from decimal import Decimal
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.model.target.measures import (
    MONEY,
    counts_wholes,
    is_rank,
    is_step,
    same_measure,
    unit_key,
)
from hpdirective.model.target.values import Op, Target, Trend
from hpdirective.model.target.wording import cleaned, plain_key


def meets(promise: Target, required: Target) -> bool | None:
    """Tell whether all that a promise allows is allowed; None where the two cannot be compared.

    Values are compared as intervals, money in any unit; of what is counted in wholes, more than 7 is
    at least 8. A bare trend is met by the same trend, unless the promise allows no change at all; a
    plain value says nothing of a trend, for that depends on the baseline. A trend never shows that a
    level is reached; "tăng 13%" may be the level of a growth or a step, so it is not judged where it
    would reach as a level.
    """
    if required.trend:
        same = _goes_as_asked(promise, required)
        if not same or (required.value is None and not required.ambiguous):
            return same
    elif promise.trend:
        if promise.value is None and not promise.ambiguous:
            return False
        return None if meets(replace(promise, trend=None), required) is not False else False
    if not same_measure(promise.unit, required.unit):
        return None
    whole = counts_wholes(promise.unit) or counts_wholes(required.unit)
    inner = _interval(scaled(promise, required.unit), whole=whole)
    outer = _interval(required, whole=whole)
    if inner is None or outer is None:
        return None
    # The second of each pair says whether the end itself is left out; that makes an end tighter.
    return inner.low >= outer.low and inner.high <= outer.high


def scaled(target: Target, unit: str | None) -> Target:
    """Bring an amount of money to another unit: 1 tỷ đồng = 1000 triệu đồng; else unchanged."""
    if target.unit is None or unit is None or target.value is None:
        return target
    here, there = MONEY.get(unit_key(target.unit)), MONEY.get(unit_key(unit))
    if here is None or there is None or here == there:
        return target
    shift = here - there
    high = None if target.high is None else target.high.scaleb(shift)
    return replace(target, value=target.value.scaleb(shift), high=high, unit=unit)


def fits(target: Target, unit: str | None) -> bool:
    """Tell whether a value may count in a unit; a number with a fraction is no rank."""
    fraction = target.value is not None and target.value % 1 != 0
    return same_measure(target.unit, unit) and not (fraction and is_rank(unit))


def least(target: Target) -> Decimal | None:
    """Give the number that a promise reaches at least, the next one where more than a number of wholes is promised."""
    if target.value is not None and target.op is Op.MORE and counts_wholes(target.unit):
        return Decimal(floor(target.value) + 1)
    return target.value


def stands_still(change: Target) -> bool:
    """Tell whether a promised change may be none at all: "tăng 0%", "giảm tối đa 5%"."""
    interval = _interval(change, whole=False)
    return change.trend is not None and interval is not None and interval.low <= (0, 0)


class _Interval(Struct, frozen=True):
    """What a target allows; of each end, the value and how far the end itself is left out."""

    low: tuple[Decimal, int]
    high: tuple[Decimal, int]


_INFINITY = Decimal("Infinity")


def _interval(target: Target, *, whole: bool) -> _Interval | None:
    if target.value is None:
        return None
    value, bottom, top = target.value, (-_INFINITY, 0), (_INFINITY, 0)
    match target.op:
        case Op.MORE if whole:
            return _Interval((Decimal(floor(value) + 1), 0), top)
        case Op.LESS if whole:
            return _Interval(bottom, (Decimal(ceil(value) - 1), 0))
        case Op.MORE:
            return _Interval((value, 1), top)
        case Op.AT_LEAST:
            return _Interval((value, 0), top)
        case Op.EQUAL:
            return _Interval((value, 0), (value, 0))
        case Op.RANGE if target.high is not None:
            return _Interval((value, 0), (target.high, 0))
        case Op.AT_MOST:
            return _Interval(bottom, (value, 0))
        case Op.LESS:
            return _Interval(bottom, (value, -1))
        case _:
            return None


def _goes_as_asked(promise: Target, required: Target) -> bool | None:
    """Compare two trends: a rise in a ranking betters a rank and makes its number smaller, a fall never does."""
    ranked = required.op is None and is_rank(required.unit)
    steps = is_step(promise.unit)
    if promise.trend is None or (ranked and promise.unit and not steps):
        return None
    if stands_still(promise):
        return False
    if promise.text and "cai thien" in plain_key(cleaned(promise.text)):
        return True  # "cải thiện" is the way that was asked for, whichever that is
    if steps:
        if ranked or required.trend is Trend.UP:
            return promise.trend is Trend.UP
        return None  # an amount is to fall: in which ranking is the step?
    if ranked:
        return None  # "giảm": the standing, or the number of it?
    return promise.trend is required.trend
