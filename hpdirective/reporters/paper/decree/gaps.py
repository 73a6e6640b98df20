"""What a unit is told: the tasks that its plan lacks and what else is wrong with it, errors and warnings alone."""

from msgspec import Struct

from hpdirective.choices import Severity
from hpdirective.coverage import DutyState, State
from hpdirective.finding import Finding, RosterRow, Standing
from hpdirective.reporters.paper.decree.annexes import City

_HEAVY = (Severity.ERROR, Severity.WARNING)
WITHOUT = (Standing.NOT_SENT, Standing.OTHER_DIRECTIVE)  # no plan whose tasks could be looked at
UNHELD = (*WITHOUT, Standing.UNREADABLE)
_BETWEEN = 7  # the family of the rules between plans
_APART = (State.WAIVED, State.CONTESTED)


class Gaps(Struct, frozen=True):
    """What a unit is told: how its plan stands, the tasks that it lacks, what else is wrong, what is counted apart."""

    row: RosterRow
    missing: tuple[DutyState, ...]
    findings: tuple[Finding, ...]
    apart: tuple[DutyState, ...]

    @property
    def any(self) -> bool:
        return bool(self.missing or self.findings) or self.row.standing in UNHELD


def gaps_of(row: RosterRow, city: City) -> Gaps:
    """Gather what is missing or wrong in the plan of a unit."""
    unit = row.unit.id
    duties = [d for d in city.survey.coverage.duties if d.unit == unit]
    found = [f for f in city.survey.findings if f.severity in _HEAVY and _about(f, row)]
    blamed = {task for finding in found for task in finding.tasks}
    missing = tuple(
        duty
        for duty in duties
        if duty.state is State.MISSING
        and duty.role == "lead"
        and (row.standing in WITHOUT or duty.task in blamed)
    )
    told = {duty.task for duty in missing}
    rest = tuple(f for f in found if not (f.tasks and told.issuperset(f.tasks)))
    if row.standing is Standing.NOT_SENT:
        rest = ()  # that no plan has come, the letter says in its own words
    return Gaps(
        row, missing, rest, tuple(d for d in duties if d.state in _APART and d.role == "lead")
    )


def _about(finding: Finding, row: RosterRow) -> bool:
    """Tell whether a finding is about the plan of a unit that counts, or about the unit among the others."""
    if finding.rule.family == _BETWEEN or not row.file:
        return finding.unit == row.unit.id
    return finding.place.file in (row.file, *row.amended_by)
