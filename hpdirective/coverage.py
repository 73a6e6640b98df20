"""What coverage says: the state of each duty, totals, and what has changed since an earlier report, as plain values."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from hpdirective.finding import Finding, NotRun, Roster, Terms
from hpdirective.source.place import KeyPath
from hpdirective.words import Text


class State(StrEnum):
    """How far a plan answers a duty, in the order in which reports list them."""

    COVERED = "covered"
    PARTIAL = "partial"
    WAIVED = "waived"
    CONTESTED = "contested"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Reason(Struct, frozen=True):
    """Why a duty is not covered: a finding, or a check that could not be run (`rule` None)."""

    rule: str | None
    message: Text
    file: str | None
    line: int | None


class Answer(Struct, frozen=True):
    """An action of a plan that answers a duty."""

    file: str
    line: int | None
    id: str | None
    path: KeyPath = ()


class KeyAnswer(Struct, frozen=True):
    """A key of the plan itself that answers a duty: the day of issue, the addressees, the organisation."""

    key: str
    path: KeyPath
    file: str
    line: int | None


class Claim(Struct, frozen=True):
    """A waiver, an extension or a contest that names a duty; `holds` where nothing keeps it from counting."""

    what: str
    path: KeyPath
    file: str
    line: int | None
    holds: bool


class DutyState(Struct, frozen=True):
    """A duty of a unit, or a focus of part I (unit, role and basis None), and how far it is answered.

    `reasons` are what keeps it from being covered; `findings` are all that are about it or about an action that answers it.
    """

    task: str
    section: str
    title: Text
    state: State
    unit: str | None = None
    role: str | None = None
    basis: str | None = None
    reasons: tuple[Reason, ...] = ()
    actions: tuple[Answer, ...] = ()
    keys: tuple[KeyAnswer, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()


class Totals(Struct, frozen=True):
    """Counts by state. The base of the percentage is all that is required: waived and contested duties stay in it."""

    covered: int = 0
    partial: int = 0
    waived: int = 0
    contested: int = 0
    missing: int = 0
    unknown: int = 0

    @property
    def required(self) -> int:
        return (
            self.covered
            + self.partial
            + self.waived
            + self.contested
            + self.missing
            + self.unknown
        )

    @property
    def percent(self) -> Decimal | None:
        """Covered of required, rounded down to one decimal; None where nothing is required."""
        if not self.required:
            return None
        return Decimal(self.covered * 1000 // self.required) / 10

    @property
    def exact(self) -> Fraction | None:
        """Covered of required in percent, unrounded, for comparing with a limit."""
        return Fraction(self.covered * 100, self.required) if self.required else None


class UnitTotals(Struct, frozen=True):
    """The totals of one unit and the plan that they come from; `requested` units stand outside the city's totals."""

    unit: str
    plan: str | None
    totals: Totals


class Part(Struct, frozen=True):
    """The part of the duties that a measurement is confined to: on one basis, of one part, section or paragraph, or both."""

    basis: str | None = None
    section: str | None = None

    def holds(self, duty: DutyState) -> bool:
        """Tell whether a duty belongs to it."""
        inside = self.section is None or f"{duty.task}.".startswith(f"{self.section}.")
        return inside and self.basis in (None, duty.basis)


class Coverage(Struct, frozen=True):
    """What the plans cover of the directive, or of a part of it."""

    terms: Terms
    unit: str | None
    totals: Totals
    by_basis: Mapping[str, Totals]
    by_role: Mapping[str, Totals]
    by_section: tuple[tuple[str, Totals], ...]
    by_unit: tuple[UnitTotals, ...]
    duties: tuple[DutyState, ...]
    not_run: tuple[NotRun, ...] = ()
    looked_in: tuple[str, ...] = ()  # where plans were looked for and none was found
    part: Part = Part()
    roster: Roster | None = None  # of the whole city
    between: tuple[Finding, ...] = ()  # what its plans break together


class Change(Struct, frozen=True):
    """A duty whose state is not what it was; `before` or `after` is None where it was, or is, no duty."""

    task: str
    unit: str
    title: Text
    before: State | None
    after: State | None

    @property
    def gained(self) -> bool:
        return self.after is State.COVERED and self.before is not State.COVERED

    @property
    def lost(self) -> bool:
        """Whether it was covered and is not any more."""
        return self.before is State.COVERED and self.after is not State.COVERED


class Comparison(Struct, frozen=True):
    """What became of the duties since an earlier measurement, in the order of the text."""

    since: date
    file: str
    changes: tuple[Change, ...]

    @property
    def gained(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.gained)

    @property
    def lost(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.lost)
