"""How the duties of a coverage are listed: which, in which order, and beside which earlier measurement."""

from datetime import date

from msgspec import Struct

from hpdirective.choices import Sort
from hpdirective.coverage import Comparison, Coverage, DutyState, State, UnitTotals
from hpdirective.finding import Finding
from hpdirective.model.directive import Clause, Deadline, Directive


class View(Struct, frozen=True):
    """What of a coverage is listed, and how."""

    gaps_only: bool = False
    sort: Sort | None = None  # by deadline for a city, in the order of the text for one unit
    rank: bool = False  # units by their percentage; else in the order of their ids
    matrix: bool = False
    compared: Comparison | None = None


PLAIN = View()
WORST_FIRST = (
    State.MISSING,
    State.PARTIAL,
    State.UNKNOWN,
    State.CONTESTED,
    State.WAIVED,
    State.COVERED,
)


def listed(coverage: Coverage, directive: Directive, view: View) -> list[DutyState]:
    """Give the duties in the base, those that are covered left out where only gaps are wanted, in the order wanted."""
    found = [duty for duty in coverage.duties if duty.role == "lead"]
    if view.gaps_only:
        found = [duty for duty in found if duty.state is not State.COVERED]
    match order(coverage, view):
        case Sort.DEADLINE:
            found.sort(key=lambda duty: _day(duty, directive))
        case Sort.UNIT:
            found.sort(key=lambda duty: duty.unit or "")
        case Sort.STATE:
            found.sort(key=lambda duty: WORST_FIRST.index(duty.state))
        case Sort.TEXT:
            pass
    return found


def order(coverage: Coverage, view: View) -> Sort:
    """Give the order in which duties are listed."""
    return view.sort or (Sort.TEXT if coverage.unit else Sort.DEADLINE)


def of_units(coverage: Coverage, view: View) -> list[tuple[str, UnitTotals]]:
    """Give the units with their totals; where they are ranked each with its rank, which those with one percentage share."""
    if not view.rank:
        return [("", row) for row in coverage.by_unit]
    best = sorted(coverage.by_unit, key=lambda row: -(row.totals.exact or 0))
    shares = [row.totals.exact for row in best]
    return [(f"{shares.index(row.totals.exact) + 1}.", row) for row in best]


def nobodys(coverage: Coverage, directive: Directive) -> list[Clause]:
    """Give the tasks that no plan of the city takes the lead of, those due first in front."""
    ids = dict.fromkeys(f.task for f in coverage.between if f.rule.name == "duty-nobody-leads")
    clauses = [directive.clauses[id] for id in ids if id]
    return sorted(clauses, key=lambda clause: clause.due.last if clause.due else date.max)


_SAID_APART = ("plan-not-sent", "duty-nobody-leads")


def between(coverage: Coverage) -> list[Finding]:
    """Give what the plans of a city break together, but for what the roster and the tasks that nobody takes say already."""
    found = (f for f in coverage.between if not f.suppressed)
    return [f for f in found if f.rule.name not in _SAID_APART]


def deadline(duty: DutyState, directive: Directive) -> Deadline | None:
    """Give the deadline of a duty: that of the unit's own row, else the clause's."""
    clause = directive.clauses[duty.task]
    own = (row.due for row in clause.assign if row.unit == duty.unit and row.due)
    return next(own, clause.due)


def _day(duty: DutyState, directive: Directive) -> date:
    due = deadline(duty, directive)
    return due.last if due else date.max
