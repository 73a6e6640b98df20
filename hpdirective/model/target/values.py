"""What a target is, and why a text is none."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Op(StrEnum):
    """How a value bounds what it allows."""

    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"


class Trend(StrEnum):
    """Which way a number, or the word for it, is to go."""

    UP = "up"
    DOWN = "down"


class TargetFault(StrEnum):
    """Why a text was not read as a target."""

    EMPTY = "empty"
    NO_NUMBER = "no-number"
    SEVERAL_TARGETS = "several-targets"
    BACKWARDS = "backwards"
    PART_UNREAD = "part-unread"
    BAD_NUMBER = "bad-number"
    OTHER_YEAR = "other-year"
    LIST_DIFFERS = "list-differs"


class Target(Struct, frozen=True):
    """A promised or required value of an indicator.

    `unit` is the unit of measure as written ("%", "xã", "tỷ đồng"; "hạng" for a rank, "bậc" for a
    step in one). A bare trend has no `op` and no `value`; an `ambiguous` number (1.234 or 1,234: a
    thousand or a decimal?) has an `op` and no `value`. `high` is the upper end of a range. `of` holds
    the words before the value that name what is measured ("tỷ lệ hộ nghèo giảm 1%"); `years` are the
    first and the last that the words say the value is of.
    """

    text: str
    op: Op | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    trend: Trend | None = None
    ambiguous: bool = False
    of: str | None = None
    years: tuple[int, int] | None = None


class UnreadableTarget(ValueError):
    """A text that cannot surely be read as a target; `rest` holds the words not understood."""

    def __init__(self, reason: TargetFault, rest: str = "") -> None:
        super().__init__(reason, rest)
        self.reason = reason
        self.rest = rest

    def __str__(self) -> str:
        return f"{self.reason}: {self.rest}" if self.rest else str(self.reason)
