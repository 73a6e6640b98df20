"""How the duties of a coverage are listed: which, in which order, and beside which earlier measurement."""

from dataclasses import dataclass
from datetime import date

from hpdirective.finding import Comparison, Coverage, DutyState, Sort, State
from hpdirective.model.directive import Deadline, Directive


@dataclass(frozen=True, slots=True)
class View:
    """What of a coverage is listed, and how."""

    gaps_only: bool = False
    sort: Sort = Sort.TEXT
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
    match view.sort:
        case Sort.DEADLINE:
            found.sort(key=lambda duty: _day(duty, directive))
        case Sort.UNIT:
            found.sort(key=lambda duty: duty.unit or "")
        case Sort.STATE:
            found.sort(key=lambda duty: WORST_FIRST.index(duty.state))
        case Sort.TEXT:
            pass
    return found


def deadline(duty: DutyState, directive: Directive) -> Deadline | None:
    """Give the deadline of a duty: that of the unit's own row, else the clause's."""
    clause = directive.clauses[duty.task]
    own = (row.due for row in clause.assign if row.unit == duty.unit and row.due)
    return next(own, clause.due)


def _day(duty: DutyState, directive: Directive) -> date:
    due = deadline(duty, directive)
    return due.last if due else date.max
