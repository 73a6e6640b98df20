"""The plans of a whole city in one picture: what every report of the city shows, whatever its format."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from hpdirective import answering
from hpdirective.checking import Examined, check, terms
from hpdirective.choices import Severity
from hpdirective.coverage import Coverage, DutyState, Part, State, Totals
from hpdirective.finding import Assessment, Finding, Roster, Standing, Terms
from hpdirective.gathering import answers_other, chains, gather, with_city
from hpdirective.library import Library
from hpdirective.measuring import matrix, measure
from hpdirective.measuring import with_city as cover_city
from hpdirective.model.annex import supplied
from hpdirective.model.directive import Clause, Indicator, Role
from hpdirective.model.plan import Action, Promised
from hpdirective.model.target import Target
from hpdirective.rules.check import PlanContext, required_of
from hpdirective.rules.city import Sum
from hpdirective.settings import Settings
from hpdirective.source.place import KeyPath


class Commitment(Struct, frozen=True):
    """An action of a plan as reports show it, in the plan's own words; `ends` is its last day, None where it has none.

    Of one on a restricted task the words are left out (`withheld`), unless the settings show them.
    """

    unit: str
    file: str
    line: int | None
    path: KeyPath
    id: str
    tasks: tuple[str, ...]
    title: str
    due: str
    ends: date | None
    lead: str
    support: str
    result: str
    withheld: bool = False


class Verdict(StrEnum):
    """What a unit promises on an indicator that it owes, held against what the directive asks of it."""

    MET = "met"
    NOT_MET = "not-met"  # a finding says why
    STATED = "stated"  # a number, where the directive asks this unit for none of its own
    MISSING = "missing"
    UNKNOWN = "unknown"  # its plan, or the value, could not be read
    NO_PLAN = "no-plan"
    BY_REFERENCE = "by-reference"  # a paper of its own stands for it, on a restricted task
    SET_ASIDE = "set-aside"  # the task is waived or contested


class IndicatorRow(Struct, frozen=True):
    """One indicator and one unit that owes it; `asked` is what the directive asks of this unit, None where it gives no number."""

    clause: Clause
    indicator: Indicator
    unit: str
    role: str
    asked: Target | None
    promised: str
    baseline: str
    verdict: Verdict
    file: str | None = None
    line: int | None = None


class Source(Struct, frozen=True):
    """Something that a report was made from, by its digest; plans by their file, data by what it is."""

    what: str  # directive, units, annex, plan
    name: str
    sha256: str


class Survey(Struct, frozen=True, dict=True):
    """All that the plans of a city come to. Everything is in the order of the text, or of the ids of units."""

    assessment: Assessment
    coverage: Coverage
    roster: Roster
    sums: tuple[Sum, ...]
    commitments: Mapping[tuple[str, KeyPath], Commitment]
    indicators: tuple[IndicatorRow, ...]
    sources: tuple[Source, ...]

    @property
    def terms(self) -> Terms:
        return self.coverage.terms

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All that count: of each plan and between them."""
        return tuple(f for f in self.assessment.findings if not f.suppressed)

    @cached_property
    def leads(self) -> tuple[DutyState, ...]:
        """The duties in the base of the city's coverage."""
        return tuple(d for d in self.coverage.duties if d.role == "lead" and d.unit in self.inside)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The units that must send a plan: the others stand outside the city's totals."""
        rows = self.roster.rows
        return frozenset(row.unit.id for row in rows if not row.outside)

    @cached_property
    def matrix(self) -> Mapping[tuple[str, str], Totals]:
        """The totals of each unit in each section; a pair in which the unit leads nothing is not there."""
        return matrix(self.coverage)

    @cached_property
    def by_task(self) -> Mapping[str, tuple[DutyState, ...]]:
        """The duties of each clause, of every role, and its state as a focus where it is one."""
        found: dict[str, list[DutyState]] = {}
        for duty in self.coverage.duties:
            found.setdefault(duty.task, []).append(duty)
        return {task: tuple(duties) for task, duties in found.items()}

    def answers(self, duty: DutyState) -> Iterator[Commitment]:
        """Give the actions that answer a duty."""
        for answer in duty.actions:
            yield self.commitments[answer.file, answer.path]

    @cached_property
    def evidence(self) -> str:
        """SHA-256 of all that the report rests on: two with the same rest on the same."""
        said = [self.terms.directive, self.terms.as_of.isoformat(), self.terms.settings]
        said += [f"{s.what} {s.name} {s.sha256}" for s in self.sources]
        return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def survey(
    examined: Iterable[Examined],
    library: Library,
    settings: Settings,
    today: date,
    looked_in: tuple[str, ...] = (),
) -> Survey:
    """Survey the plans of a city; their contexts must still be there."""
    everything = sorted(examined, key=lambda one: one.checked.file)
    city = gather(everything, library, settings, today)
    held = terms(library.directive, settings, today)
    assessment = with_city(check(everything, held, settings), city)
    measured = measure(everything, library, settings, today, looked_in=looked_in, part=Part())
    coverage = cover_city(measured, city)
    counting = chains(everything)
    plans = {
        unit: chain.plan.context
        for unit, chain in counting.items()
        if chain.plan.context and not answers_other(chain.plan)
    }
    changes = {
        unit: tuple(one.context for one in counting[unit].amendments if one.context)
        for unit in plans
    }
    in_force = [one for unit, plan in plans.items() for one in (plan, *changes[unit])]
    return Survey(
        assessment,
        coverage,
        city.roster,
        city.sums,
        {(c.file, c.path): c for context in in_force for c in _commitments(context, settings)},
        tuple(_indicators(coverage, plans, changes, library, settings)),
        _sources(everything, library),
    )


def _commitments(context: PlanContext, settings: Settings) -> Iterator[Commitment]:
    for action in context.plan.actions:
        cells = tuple(cell.text for cell in action.tasks)
        hidden = not settings.include_restricted and answering.is_restricted(
            cells, context.directive, context.duty
        )
        span = context.document.span(action.path)
        yield Commitment(
            unit=context.unit.id if context.unit else "",
            file=context.document.file,
            line=span.line if span else None,
            path=action.path,
            id=action.id or "?",
            tasks=tuple(
                c.id for c in answering.cited_clauses(action, context.directive, set(context.duty))
            ),
            title="" if hidden else action.title or "",
            due="" if hidden else _due(action),
            ends=None if hidden or action.due is None else action.due.end,
            lead="" if hidden else "; ".join(cell.text for cell in action.lead),
            support="" if hidden else "; ".join(cell.text for cell in action.support),
            result="" if hidden else action.result or "",
            withheld=hidden,
        )


def _due(action: Action) -> str:
    return action.due.text if action.due else ""


def _indicators(
    coverage: Coverage,
    plans: Mapping[str, PlanContext],
    changes: Mapping[str, tuple[PlanContext, ...]],
    library: Library,
    settings: Settings,
) -> Iterator[IndicatorRow]:
    roster = coverage.roster.rows if coverage.roster else ()
    standings = {row.unit.id: row.standing for row in roster}
    for state in coverage.duties:
        clause = library.directive.clauses[state.task]
        if state.role not in ("lead", "monitor") or state.unit is None or not clause.binding:
            continue
        later = (one for one in reversed(changes.get(state.unit, ())) if clause.id in one.cited)
        context = next(later, plans.get(state.unit))
        standing = standings.get(state.unit)
        unit = library.units.by_id[state.unit]
        given = (
            context.duty
            if context
            else {d.id: d for d in answering.duties(library.directive, library.units, unit)}
        )
        duty = given[state.task]
        for indicator in clause.indicators:
            if not indicator.owed_by(unit.id) or indicator.counts == "items":
                continue
            asked, _ = required_of(duty, indicator)
            row = IndicatorRow(
                clause, indicator, unit.id, state.role, asked, "", "", Verdict.NO_PLAN
            )
            found = _held(row, state, context, settings) if context else _unheld(row, standing)
            silent = found.verdict in (Verdict.MISSING, Verdict.NO_PLAN)
            if (
                state.role == Role.LEAD or not silent
            ):  # who adds up may promise the whole, and need not
                yield found


def _unheld(row: IndicatorRow, standing: Standing | None) -> IndicatorRow:
    """Say why there is no promise to hold: a plan for another directive promises nothing, one that cannot be read may."""
    verdicts = {
        Standing.UNREADABLE: Verdict.UNKNOWN,
        Standing.OTHER_DIRECTIVE: Verdict.MISSING,
    }
    return replace(row, verdict=verdicts[standing]) if standing in verdicts else row


def _held(
    row: IndicatorRow, state: DutyState, context: PlanContext, settings: Settings
) -> IndicatorRow:
    """Say what a plan promises on an indicator, by its findings where something is wrong with it."""
    found = [
        (action, promised)
        for action in context.answering(context.duty[state.task])
        for promised in action.indicators
        if promised.id == row.indicator.id
    ]
    if not found and state.state in (State.WAIVED, State.CONTESTED):
        return replace(row, verdict=Verdict.SET_ASIDE)
    if not found and any(map(context.by_reference, context.answering(context.duty[state.task]))):
        return replace(row, verdict=Verdict.BY_REFERENCE)
    if not found:
        unsure = not context.citations_read or any(
            context.unreadable_under(action.at("indicators"))
            for action in context.answering(context.duty[state.task])
        )
        return replace(row, verdict=Verdict.UNKNOWN if unsure else Verdict.MISSING)
    hidden = row.clause.restricted and not settings.include_restricted
    spans = [context.document.span(promised.path) for _, promised in found]
    return replace(
        row,
        promised="" if hidden else "; ".join(_target(promised, context) for _, promised in found),
        baseline="" if hidden else "; ".join(p.baseline for _, p in found if p.baseline),
        verdict=_verdict(row, [promised for _, promised in found], state, context),
        file=context.document.file,
        line=spans[0].line if spans[0] else None,
    )


def _target(promised: Promised, context: PlanContext) -> str:
    if promised.target:
        return promised.target.text
    value = context.document.value(promised.at("target"))
    return str(value) if isinstance(value, str) else ""


def _verdict(
    row: IndicatorRow, promised: list[Promised], state: DutyState, context: PlanContext
) -> Verdict:
    if any(context.unreadable(one.at("target")) for one in promised):
        return Verdict.UNKNOWN
    paths = [one.path for one in promised]
    against = any(
        finding.place.file == context.document.file
        and finding.path[: len(path)] == path
        and finding.rule.severity is not Severity.INFO
        and (not finding.tasks or state.task in finding.tasks)
        for finding in state.findings
        for path in paths
    )
    if against or all(one.target is None for one in promised):
        return Verdict.NOT_MET
    return Verdict.MET if row.asked or row.indicator.trend else Verdict.STATED


def _sources(everything: Iterable[Examined], library: Library) -> tuple[Source, ...]:
    directive = library.directive
    register = sorted(read.document.sha256 for read in library.register.reads)
    units = hashlib.sha256("\n".join(register).encode()).hexdigest()
    return (
        Source("directive", directive.id, library.read.document.sha256),
        Source("units", f"{len(library.register.units)}", units),
        *(Source("annex", annex.id, annex.file.digest) for annex in supplied(directive)),
        *(Source("plan", one.checked.file, one.checked.sha256) for one in everything),
    )
