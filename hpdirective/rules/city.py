"""What the rules between plans work with: the plans of one run, or those of a whole city with its roster."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.finding import NotRunReason, Roster, Standing
from hpdirective.model.directive import Clause, Directive, Indicator, MetBy, Role, Scope
from hpdirective.model.names import Units
from hpdirective.model.plan import Action
from hpdirective.model.target import Op, Target, least, meets, same_measure, scaled
from hpdirective.model.unit import Submits
from hpdirective.rules.check import Match, PlanContext, Promise
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Named


class Earlier(Struct, frozen=True):
    """An earlier plan as a plan names it: its number as numbers are compared, its words, and where they stand."""

    number: str
    words: str
    path: KeyPath
    span: Span | None
    line: str


class Sent(Struct, frozen=True):
    """What the rules between any plans need to know of one; `span` and `line` are those of its key `unit`."""

    file: str
    unit: Named
    number: str | None
    issued: date | None
    earlier: tuple[Earlier, ...]
    span: Span | None
    line: str

    @property
    def related(self) -> set[str]:
        return {one.number for one in self.earlier}


class FolderContext(Struct, frozen=True, dict=True):
    """The plans of one run, in the order of their files; `whole` where they are those of a city.

    `unread` are the units of the plans that could not be read, None where that is not known.
    """

    sent: tuple[Sent, ...]
    whole: bool = False
    unread: frozenset[str | None] = frozenset()

    @cached_property
    def by_unit(self) -> dict[str, list[Sent]]:
        """The plans of each unit, units by their id, plans by their day."""
        found: dict[str, list[Sent]] = {}
        for one in sorted(self.sent, key=lambda s: (s.unit.id, s.issued or date.min, s.file)):
            found.setdefault(one.unit.id, []).append(one)
        return found

    def not_there(self, plan: Sent) -> list[Earlier]:
        """Give the earlier plans that a plan names and that are surely not there.

        One plan of a unit that is given alone tells nothing of the unit's others.
        """
        unit = plan.unit.id
        numbers = {one.number for one in self.by_unit[unit] if one is not plan}
        if not (numbers or self.whole) or numbers & {None} or self.unread & {unit, None}:
            return []
        return [one for one in plan.earlier if one.number not in numbers | {plan.number}]


class Part(Struct, frozen=True):
    """What one unit promises of a total: `least` is what it will reach at least, None where it promises nothing."""

    duty: Duty
    least: Decimal | None


class Sum(Struct, frozen=True):
    """The parts of a total that the units promise together; `gap` says why they cannot be added up, and whose plan it is about."""

    clause: Clause
    indicator: Indicator
    parts: tuple[Part, ...]
    gap: NotRunReason | None = None
    about: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        return sum((part.least for part in self.parts if part.least is not None), Decimal(0))

    @property
    def enough(self) -> bool:
        """Whether the parts surely reach what is asked for."""
        asked = self.indicator.required
        least = Target("", Op.AT_LEAST, self.total, None, asked.unit)
        return bool(meets(least, asked))


class CityContext(Struct, frozen=True, dict=True):
    """The plans of a whole city: of each unit the one that counts, where it could be read and answers this directive."""

    directive: Directive
    units: Units
    roster: Roster
    plans: Mapping[str, PlanContext]
    amendments: Mapping[str, tuple[PlanContext, ...]] = {}
    """The plans that change the one of a unit."""

    def amended(self, unit: str, id: str) -> bool:
        """Tell whether what a unit's plan says on a clause was changed later."""
        return any(id in one.named for one in self.amendments.get(unit, ()))

    def named(self, unit: str) -> frozenset[str] | None:
        """Give the clauses that a unit's plans name anywhere; None where that could not be read in full."""
        plans = [self.plans[unit], *self.amendments.get(unit, ())] if unit in self.plans else []
        if not plans or not all(plan.citations_read for plan in plans):
            return None
        return frozenset().union(*(plan.named for plan in plans))

    @cached_property
    def standing(self) -> dict[str, Standing]:
        return {row.unit.id: row.standing for row in self.roster.rows}

    @cached_property
    def given(self) -> dict[str, dict[str, Duty]]:
        """The duties of every unit that must send a plan or has sent one, by unit and clause."""
        found = {}
        for unit in self.units:
            context = self.plans.get(unit.id)
            if context:
                found[unit.id] = context.duty
            elif unit.submits is Submits.REQUIRED:
                duties = answering.duties(self.directive, self.units, unit)
                found[unit.id] = {duty.id: duty for duty in duties}
        return found

    def leads(self, clause: Clause) -> Iterator[Duty]:
        """Give the duties of those who are to lead a clause, in the order of their ids."""
        for _, duties in sorted(self.given.items()):
            if clause.id in duties and duties[clause.id].required:
                yield duties[clause.id]

    def role(self, unit: str, clause: Clause) -> Role | None:
        duty = self.given.get(unit, {}).get(clause.id)
        return duty.role if duty else None

    def taken(self, duty: Duty) -> bool | None:
        """Tell whether a unit's plan takes a duty on, or is allowed not to; None where that cannot be told."""
        standing, context = self.standing.get(duty.unit), self.plans.get(duty.unit)
        if context is None:
            known = standing in (Standing.NOT_SENT, Standing.OTHER_DIRECTIVE)
            return False if known else None
        changes = self.amendments.get(duty.unit, ())
        if any(duty.id in one.cited for one in changes):
            return True
        answered = MetBy.ACTION in duty.met_by and bool(context.answering(duty))
        if answered or any(
            answering.stated(context.plan, key, context.lost) for key in duty.met_by
        ):
            return True
        if duty.id in context.waivers or duty.id in context.unsure_waivers:
            return True
        return False if all(one.citations_read for one in (context, *changes)) else None

    @cached_property
    def citing(self) -> dict[str, dict[str, tuple[Action, ...]]]:
        """The actions that cite each clause, by clause and unit, given to the unit or not; none that were changed later."""
        found: dict[str, dict[str, tuple[Action, ...]]] = {}
        for unit, context in sorted(self.plans.items()):
            for id, actions in context.cited.items():
                if not self.amended(unit, id):
                    found.setdefault(id, {})[unit] = actions
        return found

    def led_by_itself(self, unit: str, action: Action) -> bool:
        """Tell whether a plan's action is led by the plan's own unit, or a division of it, and by no other unit."""
        bodies = [body for cell in action.lead for body in self.units.leads(cell.text)]
        own = [body for body in bodies if body.stands_for(unit)]
        return bool(own) and not any((b.id or b.of) and not b.stands_for(unit) for b in bodies)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """The totals of which several units are to reach a part each; who adds them up is left out."""
        return tuple(
            self._sum(clause, indicator, duties)
            for clause in self.directive.clauses.values()
            for indicator in clause.indicators
            if indicator.scope is Scope.TOTAL
            and indicator.required.value is not None
            and indicator.counts != "items"
            and len(duties := [d for d in self.leads(clause) if indicator.owed_by(d.unit)]) > 1
        )

    def _sum(self, clause: Clause, indicator: Indicator, duties: list[Duty]) -> Sum:
        without = tuple(d.unit for d in duties if d.unit not in self.plans)
        if without:
            unread = any(self.standing.get(unit) is Standing.UNREADABLE for unit in without)
            why = NotRunReason.UNREADABLE if unread else NotRunReason.PLAN_MISSING
            return Sum(clause, indicator, (), why, without)
        changed = tuple(d.unit for d in duties if self.amended(d.unit, clause.id))
        if changed:
            return Sum(clause, indicator, (), NotRunReason.EARLIER_PLAN, changed)
        contested = tuple(d.unit for d in duties if clause.id in self.plans[d.unit].contests)
        if contested:
            return Sum(clause, indicator, (), NotRunReason.CONTESTED, contested)
        unread_in = tuple(d.unit for d in duties if self._unsure(d, indicator))
        if unread_in:
            return Sum(clause, indicator, (), NotRunReason.UNREADABLE, unread_in)
        parts = tuple(Part(d, self._least(d, indicator)) for d in duties)
        return Sum(clause, indicator, parts)

    def _promised(self, duty: Duty, indicator: Indicator) -> list[Target]:
        return [promise.target for promise in self._parts(duty, indicator)]

    def _parts(self, duty: Duty, indicator: Indicator) -> list[Promise]:
        return [
            promise
            for promise in self.plans[duty.unit].promises
            if promise.indicator.id == indicator.id and promise.duty.id == duty.id
        ]

    def _unsure(self, duty: Duty, indicator: Indicator) -> bool:
        """Tell whether what a unit promises of a total cannot be told as a number that it will reach."""
        context = self.plans[duty.unit]
        if not context.citations_read or any(
            context.unreadable_under(action.at("indicators")) or context.by_reference(action)
            for action in context.answering(duty)
        ):
            return True
        if any(one.indicator.id == indicator.id for one in context.misnamed):
            return True
        if any(promise.of_another_kind for promise in self._parts(duty, indicator)):
            return True
        return any(
            target.value is None
            or target.op in (Op.AT_MOST, Op.LESS)
            or not same_measure(target.unit, indicator.unit)
            for target in self._promised(duty, indicator)
        )

    def _least(self, duty: Duty, indicator: Indicator) -> Decimal | None:
        targets = self._promised(duty, indicator)
        values = [least(scaled(target, indicator.unit)) for target in targets]
        told = [value for value in values if value is not None]
        return sum(told, Decimal(0)) if told else None


def of_one_value(found: Iterable[Match]) -> Iterator[Match]:
    """Make one of the matches that say the same of one value of a plan, for several tasks; of the other plan's places the first is told."""
    groups: dict[object, list[Match]] = {}
    for one in found:
        rest = sorted((k, repr(v)) for k, v in one.facts.items() if k not in ("task", "where"))
        groups.setdefault((one.file, one.path, tuple(rest)), []).append(one)
    for first, *others in groups.values():
        tasks = tuple(one.task for one in (first, *others) if one.task)
        facts = {**first.facts, "task": tasks if others else first.task}
        yield replace(first, facts=facts, also=tasks[1:])
