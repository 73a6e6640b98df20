"""From clauses to the units that owe them and to every place of every plan that names them."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.checking import Examined, terms
from hpdirective.coverage import Answer, Claim, DutyState, Reason, State
from hpdirective.finding import Finding, NotRun
from hpdirective.gathering import Chain, answers_other, chains
from hpdirective.library import Library
from hpdirective.measuring import measure, of_nobody
from hpdirective.model.directive import Assignment, Basis, Clause, Kind, MetBy
from hpdirective.model.plan import Action, Contest, Extension, Waiver
from hpdirective.model.unit import ALL, Submits, Unit
from hpdirective.rules.check import PlanContext
from hpdirective.settings import Settings
from hpdirective.source.place import KeyPath
from hpdirective.tracing.values import (
    Remark,
    Trace,
    TracedAction,
    TracedClaim,
    TracedClause,
    TracedDuty,
    Uncounted,
    Why,
)

AnyClaim = Waiver | Extension | Contest


class View(Struct, frozen=True, dict=True):
    """The plans that a trace looks over, and what it needs to read them; everything is asked for once."""

    library: Library
    settings: Settings
    today: date
    examined: tuple[Examined, ...] = ()
    include_restricted: bool = False
    looked_in: tuple[str, ...] = ()
    _states: dict[str, dict[str, DutyState]] = field(default_factory=dict)
    _duties: dict[str, dict[str, Duty]] = field(default_factory=dict)

    @cached_property
    def sent(self) -> dict[str, Chain]:
        """The plans of each unit that sent one."""
        return chains(self.examined)

    @cached_property
    def contexts(self) -> dict[str, PlanContext]:
        """The plans that could be read, by file."""
        return {one.checked.file: one.context for one in self.examined if one.context}

    @cached_property
    def uncounted(self) -> dict[str, list[Uncounted]]:
        """What names each clause and does not count for it."""
        found: dict[str, list[Uncounted]] = {}
        for one in self.examined:
            for clause, place in _uncounted(one, self):
                found.setdefault(clause, []).append(place)
        return found

    @cached_property
    def hidden(self) -> dict[str, frozenset[KeyPath]]:
        """The routes of the actions and claims of each plan whose words are not to be shown."""
        if self.include_restricted:
            return {}
        return {
            file: frozenset(e.path for e in entries_of(context) if cites_restricted(context, e))
            for file, context in self.contexts.items()
        }

    @cached_property
    def foci(self) -> dict[str, State]:
        """The states of the clauses of part I, over the whole city."""
        return self._measured_foci(None)

    def file_of(self, unit: str) -> str | None:
        """Give the file of the unit's plan that counts."""
        return self.sent[unit].plan.checked.file if unit in self.sent else None

    def counts(self, unit: str, file: str) -> bool:
        """Tell whether a file is the unit's plan that counts, or changes it."""
        chain = self.sent.get(unit)
        return chain is not None and any(one.checked.file == file for one in chain.all)

    def states(self, unit: Unit) -> dict[str, DutyState]:
        """Give the state of every duty of a unit, as measuring has it."""
        if unit.id not in self._states:
            measured = self._measure(unit)
            self._states[unit.id] = {s.task: s for s in measured if s.unit == unit.id}
        return self._states[unit.id]

    def duties(self, unit: Unit) -> dict[str, Duty]:
        """Give every duty of a unit by its clause."""
        if unit.id not in self._duties:
            given = answering.duties(
                self.library.directive, self.library.units, unit, submitted=unit.id in self.sent
            )
            self._duties[unit.id] = {duty.id: duty for duty in given}
        return self._duties[unit.id]

    def focus(self, clause: Clause, only: frozenset[str] | None) -> State | None:
        """Give the state of a clause of part I: of one unit, else of the whole city."""
        if only and len(only) == 1:
            return self._measured_foci(self.library.units.by_id[min(only)]).get(clause.id)
        return self.foci.get(clause.id)

    def _measured_foci(self, unit: Unit | None) -> dict[str, State]:
        return {s.task: s.state for s in self._measure(unit) if s.unit is None}

    def _measure(self, unit: Unit | None) -> tuple[DutyState, ...]:
        return measure(self.examined, self.library, self.settings, self.today, unit).duties


def trace_clauses(
    view: View, query: str, clauses: Iterable[Clause], unit: Unit | None = None
) -> Trace:
    """Trace clauses to the units that owe them, or to one of these, and to what answers them."""
    only = frozenset({unit.id}) if unit else None
    found = tuple(traced(view, clause, only) for clause in clauses)
    return made(view, query, found, only)


def made(
    view: View, query: str, clauses: tuple[TracedClause, ...], only: frozenset[str] | None
) -> Trace:
    """Put a trace together with what it rests on."""
    return Trace(
        terms(view.library.directive, view.settings, view.today),
        view.library.directive,
        query,
        clauses,
        min(only) if only and len(only) == 1 else None,
        None,
        tuple(one.checked.file for one in view.examined if one.checked.kind == "plan"),
        tuple(_unread(view, only)),
        view.looked_in,
    )


def traced(view: View, clause: Clause, only: frozenset[str] | None = None) -> TracedClause:
    """Trace one clause; `only` narrows it to some units."""
    directive = view.library.directive
    paragraph = next(p for p in directive.paragraphs if p.id == clause.paragraph)
    at = [c.id for c in paragraph.clauses].index(clause.id)
    start = sum(len(c.text) + 1 for c in paragraph.clauses[:at])
    focus = clause.kind is Kind.ORIENT  # nothing else is realised by other clauses
    named = clause.realised_by if focus else ()
    through = (directive.clauses[id] for id in named if id in directive.clauses)
    return TracedClause(
        clause,
        directive.address(clause),
        " ".join(c.text for c in paragraph.clauses),
        start,
        start + len(clause.text),
        view.focus(clause, only) if focus else None,
        tuple(_duties(view, clause, only)),
        tuple(u for u in view.uncounted.get(clause.id, ()) if only is None or u.unit in only),
        tuple(traced(view, c, only) for c in through if c.kind is not Kind.ORIENT),
    )


def _duties(view: View, clause: Clause, only: frozenset[str] | None) -> Iterator[TracedDuty]:
    """Give the clause for each unit, in the order of the rows that give it."""
    units = view.library.units
    for row in clause.assign:
        for id in _units_of(view, row):
            if only is not None and id not in only:
                continue
            unit = units.by_id[id]
            duty = view.duties(unit).get(clause.id)
            if duty is not None and duty.row is row:
                yield _duty(view, unit, duty)


def _units_of(view: View, row: Assignment) -> Iterator[str]:
    """Give the units that a row speaks to: what is laid on all joins a requested unit that sent a plan."""
    if row.unit:
        yield row.unit
        return
    members = view.library.units.members(row.group or "")
    yield from members
    if row.group == ALL and row.basis is Basis.ALL:
        for unit in view.library.units:
            if unit.submits is Submits.REQUESTED and unit.id not in members:
                yield unit.id


def _duty(view: View, unit: Unit, duty: Duty) -> TracedDuty:
    state = view.states(unit)[duty.id]
    return TracedDuty(
        duty,
        unit.submits,
        view.file_of(unit.id),
        state.state,
        tuple(_reason(view, reason, state.findings) for reason in state.reasons),
        tuple(_action(view, answer) for answer in state.actions),
        state.keys,
        tuple(_claim(view, claim) for claim in state.claims),
        tuple(remark(view, finding) for finding in state.findings),
    )


def _action(view: View, answer: Answer) -> TracedAction:
    context = view.contexts[answer.file]
    action = next(a for a in context.plan.actions if a.path == answer.path)
    restricted = cites_restricted(context, action)
    title = None if restricted and not view.include_restricted else name_of(action)
    return TracedAction(answer.file, answer.line, answer.id, title, restricted)


def _claim(view: View, claim: Claim) -> TracedClaim:
    context = view.contexts[claim.file]
    entry = next(e for _, e in claims_of(context) if e.path == claim.path)
    return traced_claim(view, context, claim.what, entry, holds=claim.holds)


def traced_claim(
    view: View, context: PlanContext, what: str, entry: AnyClaim, *, holds: bool
) -> TracedClaim:
    """Show a claim; one on a restricted clause without its words."""
    restricted = cites_restricted(context, entry)
    hidden = restricted and not view.include_restricted
    paper = entry.document if isinstance(entry, Contest) else entry.approved_by
    reason = None if isinstance(entry, Extension) else entry.reason
    return TracedClaim(
        what,
        context.document.file,
        line_of(context, entry.path),
        holds,
        None if hidden else reason,
        None if hidden else paper,
        restricted,
    )


def claims_of(context: PlanContext) -> Iterator[tuple[str, AnyClaim]]:
    """Give the plan's waivers, extensions and contests, each with its name."""
    plan = context.plan
    yield from (("waiver", entry) for entry in plan.waivers)
    yield from (("extension", entry) for entry in plan.extensions)
    yield from (("contest", entry) for entry in plan.contests)


def entries_of(context: PlanContext) -> tuple[Action | AnyClaim, ...]:
    """Give every action and claim of a plan."""
    return (*context.plan.actions, *(entry for _, entry in claims_of(context)))


def name_of(action: Action) -> str | None:
    """Give an action's title, or the paper of its own that stands for it."""
    return action.title or action.reference


def cells_of(entry: Action | AnyClaim) -> tuple[str, ...]:
    """Give the words in which an action or a claim names tasks."""
    if isinstance(entry, Action):
        return tuple(cell.text for cell in entry.tasks)
    return (entry.task,) if entry.task else ()


def cites_restricted(context: PlanContext, entry: Action | AnyClaim) -> bool:
    """Tell whether the words of an action or a claim stay out of shared reports."""
    return answering.is_restricted(cells_of(entry), context.directive, context.duty)


def line_of(context: PlanContext, path: KeyPath) -> int | None:
    span = context.document.span(path)
    return span.line if span else None


def remark(view: View, finding: Finding, *, hide: bool = False) -> Remark:
    """Show a finding; one on a restricted action or claim without the words it quotes."""
    place = finding.place
    file = place.file or ""
    return Remark(
        finding.rule.id,
        finding.rule.name,
        finding.severity,
        file,
        place.span.line if place.span else None,
        place.span.column if place.span else None,
        finding.rule.title if hide or _hides(view, finding) else finding.sentence,
    )


def _hides(view: View, finding: Finding) -> bool:
    return finding.path[:2] in view.hidden.get(finding.place.file or "", ())


def _reason(view: View, reason: Reason, findings: Iterable[Finding]) -> Reason:
    for finding in findings:
        span = finding.place.span
        same = (finding.rule.id, span.line if span else None) == (reason.rule, reason.line)
        if same and _hides(view, finding):
            return replace(reason, message=finding.rule.title)
    return reason


def _uncounted(one: Examined, view: View) -> Iterator[tuple[str, Uncounted]]:
    """Give what a plan names and what does not count, with the clause that it names."""
    context = one.context
    if context is None:
        return
    named: list[tuple[str, Action | AnyClaim]] = [
        *(("action", action) for action in context.plan.actions),
        *claims_of(context),
    ]
    for what, entry in named:
        restricted = cites_restricted(context, entry)
        hidden = restricted and not view.include_restricted
        action = entry if isinstance(entry, Action) else None
        for clause in clauses_of(context, entry):
            why = _why(one, context, clause, view, action=action is not None)
            if why:
                yield (
                    clause.id,
                    Uncounted(
                        what,
                        context.document.file,
                        line_of(context, entry.path),
                        action.id if action else None,
                        name_of(action) if action and not hidden else None,
                        context.unit.id if context.unit else None,
                        why,
                        view.file_of(context.unit.id)
                        if context.unit and why is Why.OTHER_PLAN
                        else None,
                        restricted,
                    ),
                )


def clauses_of(context: PlanContext, entry: Action | AnyClaim) -> tuple[Clause, ...]:
    """Give the clauses that an action or a claim means, each once, as it names them."""
    found: dict[str, Clause] = {}
    for cell in cells_of(entry):
        for clause in answering.meant_clauses(cell, context.directive, context.duty):
            found[clause.id] = clause
    return tuple(found.values())


def _why(
    one: Examined, context: PlanContext, clause: Clause, view: View, *, action: bool
) -> Why | None:
    """Say what keeps a place that names a clause from counting; None where it counts."""
    if context.unit is None:
        return Why.UNKNOWN_UNIT
    if answers_other(one):
        return Why.OTHER_DIRECTIVE
    if not view.counts(context.unit.id, one.checked.file):
        return Why.OTHER_PLAN
    duty = context.duty.get(clause.id)
    if duty is None:
        return Why.NOT_GIVEN
    return Why.NOT_BY_ACTION if action and MetBy.ACTION not in duty.met_by else None


def _unread(view: View, only: frozenset[str] | None) -> Iterator[NotRun]:
    """Say which plans could not be read, or whose they are."""
    for one in view.examined:
        unit = one.checked.unit
        if only is not None and unit is not None and unit not in only:
            continue
        if one.context is None and one.checked.kind not in ("directive", "unit", "groups"):
            yield from one.checked.not_run[:1]
        elif one.context is not None and unit is None:
            yield of_nobody(one)
