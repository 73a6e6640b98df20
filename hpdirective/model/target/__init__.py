"""Promised and required values of indicators: read from the words of a plan, and compared."""

from hpdirective.model.target.comparing import fits, least, meets, scaled, stands_still
from hpdirective.model.target.measures import counts_wholes, is_rank, is_step, same_measure
from hpdirective.model.target.reading import read_target
from hpdirective.model.target.values import Op, Target, TargetFault, Trend, UnreadableTarget

__all__ = [
    "Op",
    "Target",
    "TargetFault",
    "Trend",
    "UnreadableTarget",
    "counts_wholes",
    "fits",
    "is_rank",
    "is_step",
    "least",
    "meets",
    "read_target",
    "same_measure",
    "scaled",
    "stands_still",
]
