"""What every rule works with: the context it looks at, and the match it yields."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

from msgspec import Struct, field

from hpdirective import answering
from hpdirective.answering import Duty, Limit
from hpdirective.finding import Rule
from hpdirective.library import Register
from hpdirective.model.annex import Row, press_rows
from hpdirective.model.directive import (
    Basis,
    Clause,
    Directive,
    DueBasis,
    Indicator,
    Kind,
    MetBy,
    Role,
    Scope,
)
from hpdirective.model.issuer import called, level_of
from hpdirective.model.located import Cell, Located, empty
from hpdirective.model.names import Mentioned, Units
from hpdirective.model.period import Period
from hpdirective.model.plan import (
    NAMES,
    Action,
    Contest,
    Extension,
    Plan,
    Promised,
    Relation,
    Waiver,
    number_key,
)
from hpdirective.model.target import Op, Target, Trend, is_rank, least, meets, same_measure, scaled
from hpdirective.model.unit import Unit
from hpdirective.patterns import pattern
from hpdirective.settings import Settings
from hpdirective.source.document import Document, Fault, unread
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, Lang, Named, Text, nearest, say


class Match(Struct, frozen=True):
    """A place that breaks a rule; `task` is the clause that it is about."""

    path: KeyPath
    facts: Mapping[str, Fact] = field(default_factory=dict)
    task: str | None = None
    key: bool = False
    span: Span | None = None
    also: tuple[str, ...] = ()  # further clauses that the same value breaks it for
    file: str | None = None  # of several plans, the one that it stands in


class Check(Protocol):
    """A rule's module: what it says, and where it finds it."""

    RULE: Rule

    def check(self, context: Any, /) -> Iterable[Match]: ...


def match(
    path: KeyPath,
    *,
    task: str | None = None,
    also: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    **facts: Fact,
) -> Match:
    """Name the place and the facts; the tasks are a fact too, but for those `beside`, of which what is said would not hold."""
    if task is not None:
        facts["task"] = (task, *also) if also else task
    return Match(path, facts, task, also=(*also, *beside))


class FileContext(Struct, frozen=True, dict=True):
    """A file of any kind and the faults met while it was read."""

    document: Document
    faults: tuple[Fault, ...]

    @cached_property
    def by_code(self) -> dict[str, list[Fault]]:
        found: dict[str, list[Fault]] = {}
        for fault in self.faults:
            found.setdefault(fault.code, []).append(fault)
        return found

    @cached_property
    def lost(self) -> frozenset[KeyPath]:
        """The routes whose values could not be read."""
        return unread(self.faults)

    @cached_property
    def dropped(self) -> bool:
        """Whether the rest of the file was not read at all, so that whatever is absent may stand in it."""
        return "several-documents" in self.by_code

    @cached_property
    def _around(self) -> frozenset[KeyPath]:
        """Every route that holds a value that could not be read."""
        return frozenset(path[:n] for path in self.lost for n in range(len(path) + 1))

    def unreadable(self, path: KeyPath) -> bool:
        """Tell whether a value that is not there may only not have been read."""
        if self.dropped or not self.lost:
            return self.dropped
        if any(path[:n] in self.lost for n in range(1, len(path) + 1)):
            return True
        at_the_top = () in self.lost and len(path) == 1  # a line there was not read
        return at_the_top and empty(self.document.value(path))

    def blank(self, path: KeyPath) -> bool:
        """Tell whether a key stands in the file with nothing under it."""
        return path in self.document.keys and empty(self.document.value(path))

    def unreadable_under(self, path: KeyPath) -> bool:
        """Tell whether a value, what it stands in, or anything in it could not be read."""
        return self.unreadable(path) or path in self._around


class DataContext(FileContext, frozen=True, dict=True):
    """A directive, a unit or the groups, with the register of all units."""

    value: Located
    register: Register

    @property
    def directive(self) -> Directive | None:
        return self.value if isinstance(self.value, Directive) else None

    @property
    def units(self) -> Units:
        return self.register.known

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of a directive in the order of the text, one that repeats an id too; none of any other file."""
        return (
            tuple(c for p in self.directive.paragraphs for c in p.clauses)
            if self.directive
            else ()
        )

    def decided(self, key: str) -> Iterator[Clause]:
        """Give the clauses whose key is not left to be decided: a draft's proposals are HPD923's."""
        return (clause for clause in self.clauses if key not in clause.todo)

    def lead_in(self, clause: Clause) -> str:
        """Give the words that lead in to a clause: the headings above it, the items that it stands under, and what of its sentence stands before it."""
        for part in self.directive.parts if self.directive else ():
            for section in part.sections:
                above: list[tuple[int, str]] = []
                for paragraph in section.paragraphs:
                    depth = _depth(paragraph.label)
                    above = [one for one in above if one[0] < depth]
                    sentence: list[str] = []
                    for other in paragraph.clauses:
                        if other is clause:
                            headings = (part.heading, section.heading)
                            return " ".join((*headings, *(said for _, said in above), *sentence))
                        sentence = [] if other.text.endswith(".") else [*sentence, other.text]
                    above.append((depth, " ".join(c.text for c in paragraph.clauses)))
        return ""


_DASHES = ("-", "–", "—", "•", "*", "+")


def _depth(label: str) -> int:
    """Tell how deep a label stands: none, then "I.", "1.", "1.1.", "a)", "-", "+"."""
    if label in _DASHES:
        return 100 + (label == "+")
    said = label.strip("().:/ ")
    if said.isalpha():
        return 1 if said.isupper() else 50
    return 1 + said.count(".") + 1 if said else 0


class Promise(Struct, frozen=True):
    """A target that an action promises for a duty.

    `required` is what the directive asks of this unit, None where it gives it no number of its own; `alone` says that the whole
    total is this unit's, as the only lead or as the one who adds up.
    """

    path: KeyPath
    promised: Promised
    target: Target
    duty: Duty
    indicator: Indicator
    required: Target | None
    alone: bool

    @property
    def misnamed(self) -> bool:
        of = self.target.of
        return of is not None and not self.indicator.named_by(of)

    @property
    def of_another_kind(self) -> bool:
        """Whether the words for what it counts, or for what is done to it, part from those of the directive, so that it may be of other things."""
        clause, target = self.duty.clause.text, self.target
        return self.indicator.parts_from(target.unit, clause) or self.indicator.stops_short(
            target.text
        )


class PlanContext(FileContext, frozen=True, dict=True):
    """A plan with all that a rule may hold it against. No clock, no disk: `today` is given."""

    plan: Plan
    unit: Unit | None
    directive: Directive
    units: Units
    settings: Settings
    today: date

    @property
    def relation(self) -> Relation | None:
        """How the plan stands to an earlier one of its unit; to itself is a slip, and none."""
        paper = self.plan.document
        found = paper.relation if paper else None
        own = {number_key(paper.number)} if paper and paper.number else set()
        return found if found and set(found.numbers) - own else None

    @property
    def amends(self) -> bool:
        """Whether the plan only says what it changes in another."""
        return bool(self.relation and self.relation.changed)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty of the plan's unit, support and monitor too."""
        if self.unit is None:
            return ()
        return answering.duties(self.directive, self.units, self.unit, submitted=True)

    @cached_property
    def duty(self) -> dict[str, Duty]:
        return {duty.id: duty for duty in self.duties}

    @cached_property
    def cited(self) -> dict[str, tuple[Action, ...]]:
        """The actions that cite each clause; a paragraph stands for every clause of it given to the unit."""
        found: dict[str, list[Action]] = {}
        for action in self.plan.actions:
            for clause in self._cited_clauses[action.path]:
                found.setdefault(clause.id, []).append(action)
        return {id: tuple(actions) for id, actions in found.items()}

    @cached_property
    def waivers(self) -> dict[str, Waiver]:
        """The waivers that hold, by the clause they waive."""
        found = answering.waivers(self.plan, self.directive, self.unit, self.today)
        return {id: waiver for id, waiver in found.items() if id not in self.unsure_waivers}

    @cached_property
    def unsure_waivers(self) -> frozenset[str]:
        """The clauses whose waiver could not be read in full, so that it may hold or not."""
        return frozenset(
            clause.id
            for waiver in self.plan.waivers
            if self.unreadable_under(waiver.path)
            for clause in self.directive.expand(answering.task_id(waiver.task or ""))
        ) | frozenset(
            clause.id
            for waiver in self.plan.waivers
            if not self.directive.expand(answering.task_id(waiver.task or ""))
            for clause in self.directive.under(answering.task_id(waiver.task or ""))
        )

    @cached_property
    def contests(self) -> dict[str, Contest]:
        return answering.contests(self.plan, self.directive, self.units, self.duty)

    def contest_fault(self, contest: Contest) -> str | None:
        """Say which key keeps a contest from meaning anything."""
        return answering.contest_fault(contest, self.directive, self.units, self.duty)

    @cached_property
    def extensions(self) -> tuple[dict[str, Extension], dict[KeyPath, str]]:
        """The extensions that hold, by clause, and why the others do not, by place."""
        return answering.extensions(self.plan, self.directive, self.unit)

    @cached_property
    def citations_read(self) -> bool:
        """Whether every `tasks` of the plan could be read, so that what is not cited is surely not there."""
        unread = any(map(self._may_cite, self.lost))
        return not (self.dropped or unread or self.strayed_actions)

    def _may_cite(self, path: KeyPath) -> bool:
        """Tell whether a task may be cited in what could not be read on a route."""
        if path[:1] != ("actions",):
            return False
        if len(path) == 2:
            action = next((a for a in self.plan.actions if a.path == path), None)
            return action is None or not action.tasks
        return len(path) == 1 or path[2] == "tasks"

    @cached_property
    def strayed_actions(self) -> bool:
        """Whether entries that cite tasks stand under another key of the top, as where `actions:` was left out."""
        return any(
            isinstance(entry, dict) and "tasks" in entry
            for key, value in (self.document.data or {}).items()
            if key != "actions" and isinstance(value, list)
            for entry in value
        )

    def tasks(self, action: Action) -> tuple[Duty, ...]:
        """Give the duties of the unit that an action cites."""
        return self._tasks[action.path]

    @cached_property
    def _tasks(self) -> dict[KeyPath, tuple[Duty, ...]]:
        return {
            path: tuple(self.duty[clause.id] for clause in clauses if clause.id in self.duty)
            for path, clauses in self._cited_clauses.items()
        }

    @cached_property
    def _cited_clauses(self) -> dict[KeyPath, tuple[Clause, ...]]:
        """What each action cites: nearly every rule asks."""
        return {
            action.path: answering.cited_clauses(action, self.directive, self.duty.keys())
            for action in self.plan.actions
        }

    def cited_by(self, cell: Cell) -> tuple[Clause, ...]:
        """Give the clauses that one cell of `tasks` means; of a paragraph those given to the unit, or all where none is."""
        known = self._meant_by.get(cell.text)
        if known is None:
            known = answering.meant_clauses(cell.text, self.directive, self.duty)
            self._meant_by[cell.text] = known
        return known

    @cached_property
    def _meant_by(self) -> dict[str, tuple[Clause, ...]]:
        """What each cell that was asked about means."""
        return {}

    @cached_property
    def named(self) -> frozenset[str]:
        """The clauses that the plan names anywhere: in an action, or in what it asks for."""
        named = {answering.task_id(text) for _, text in self.task_ids}
        return frozenset(clause.id for id in named for clause in self.directive.expand(id))

    def limit(self, duty: Duty) -> Limit | None:
        """Give the last day of a duty, moved by a valid extension."""
        return answering.limit(duty, self.extensions[0])

    def by_reference(self, action: Action) -> bool:
        """Tell whether an action answers restricted tasks by a paper of its own, which stands for title, steps, due, result, items and indicators."""
        return action.path in self._by_reference

    @cached_property
    def _by_reference(self) -> frozenset[KeyPath]:
        found = set()
        for action in self.plan.actions:
            path = action.at("reference")
            if action.reference or path in self.lost or self.blank(path):
                clauses = self._cited_clauses[action.path]
                if clauses and all(clause.restricted for clause in clauses):
                    found.add(action.path)
        return frozenset(found)

    def unanswered(self, basis: Basis, role: Role = Role.LEAD) -> Iterator[Duty]:
        """Give the duties on this basis that only an action can answer, and that nothing answers, contests or was likely meant for.

        A waived one is among them: what is said of it is counted apart (`waived`).
        """
        for duty in self._uncited:
            if duty.basis is basis and duty.role is role and duty.id not in self.meant:
                yield duty

    def waived(self, found: Match) -> str | None:
        """Give the reason of the waiver that keeps what was found from counting, None where there is none.

        A waiver takes away what its task asks for; it mends neither how the plan is written nor what it claims.
        """
        if not self.waivers:
            return None
        waived = [self.waivers.get(task or "") for task in (found.task, *found.also)]
        claim = bool(found.path) and found.path[0] in ("waivers", "extensions", "contests")
        first = waived[0] if all(waived) and not claim else None
        return first.reason if first else None

    @cached_property
    def _uncited(self) -> tuple[Duty, ...]:
        if not self.citations_read or not self.plan.actions:
            return ()  # no action at all is one fault, HPD204
        claims: list[Waiver | Contest] = [
            *self.plan.waivers,
            *(c for c in self.plan.contests if self.contest_fault(c) is None),
        ]
        named = (self.directive.under(answering.task_id(claim.task or "")) for claim in claims)
        claimed = {clause.id for clauses in named for clause in clauses} - self.waivers.keys()
        settled = {*self.cited, *self.unsure_waivers, *claimed}  # what claims it says why it fails
        return tuple(
            duty
            for duty in self.duties
            if duty.clause.binding and duty.met_by == (MetBy.ACTION,) and duty.id not in settled
        )

    @cached_property
    def meant(self) -> frozenset[str]:
        """The duties that a misspelt or left out id was likely meant for: one fault, said where the id stands."""
        owed = {
            duty.id: duty
            for duty in self._uncited
            if (duty.role is Role.LEAD or duty.basis is Basis.NAMED)
            and duty.id not in self.waivers
        }
        found: set[str] = set()
        for action in self.plan.actions:
            for cell in action.tasks:
                id = answering.task_id(cell.text)
                if self.directive.expand(id):
                    continue
                named = {
                    c.id for word in _BETWEEN_IDS.split(id) for c in self.directive.under(word)
                }
                found |= (named & owed.keys()) or set(nearest(id, owed.keys() - found, 1, 0.75))
        silent = sum(
            1 for action in self.plan.actions if not any(map(self.cited_by, action.tasks))
        )
        left = owed.keys() - found
        paragraphs = {id.rpartition(".")[0] for id in left}
        return frozenset(found | left) if len(paragraphs) <= silent else frozenset(found)

    def answering(self, duty: Duty) -> tuple[Action, ...]:
        """Give the actions that cite a duty."""
        return self.cited.get(duty.id, ())

    def lacking(self, name: str, *, by_reference: bool = True) -> Iterator[Action]:
        """Give the actions that surely have no such key; a paper of its own may stand for it (`by_reference`)."""
        for action in self.plan.actions:
            given = getattr(action, name) or (by_reference and self.by_reference(action))
            if not given and not self.unreadable_under(action.at(name)):
                yield action

    def none_has(self, name: str) -> bool:
        """Tell whether surely no action of the plan has such a key."""
        own = self._own_actions
        unread = self.dropped or any(name in path for path in self.lost)
        return bool(own) and not unread and not any(getattr(action, name) for action in own)

    @cached_property
    def _own_actions(self) -> tuple[Action, ...]:
        """The actions that say themselves what is done."""
        return tuple(action for action in self.plan.actions if not self.by_reference(action))

    @cached_property
    def leads(self) -> tuple[tuple[Action, tuple[Mentioned, ...]], ...]:
        """Every action with the bodies that it names as its lead."""
        leads = self.units.leads
        return tuple(
            (action, tuple(body for lead in action.lead for body in leads(lead.text)))
            for action in self.plan.actions
        )

    @cached_property
    def led_by_others(self) -> tuple[tuple[Action, tuple[Duty, ...], Named], ...]:
        """The actions whose lead is surely another unit, with the duties that this unit leads, contested ones apart; those by our reading last."""
        return tuple(self._led_by_others())

    def _led_by_others(self) -> Iterator[tuple[Action, tuple[Duty, ...], Named]]:
        for action, bodies in self.leads:
            others = [id for b in bodies if (id := b.unit or b.group)]
            own = self.unit and any(
                body.stands_for(self.unit.id)
                or self.unit.id in self.units.members(body.group or "")
                for body in bodies
            )
            if not others or own or len(others) < len(bodies):
                continue
            led = [d for d in self.tasks(action) if d.required and d.id not in self.contests]
            if led:
                led.sort(key=lambda duty: duty.basis is Basis.READING)
                yield action, tuple(led), self.units.named(others[0])

    @cached_property
    def late(self) -> tuple[tuple[Action, tuple[tuple[Duty, Limit], ...]], ...]:
        """The actions that end after the last day of duties, with these, the one that is due first in front."""
        return tuple(self._late())

    def _late(self) -> Iterator[tuple[Action, tuple[tuple[Duty, Limit], ...]]]:
        for action in self.plan.actions:
            if action.due is None or action.due.end is None:
                continue  # unreadable or standing: the business of other rules
            end = action.due.end
            past = [
                (duty, limit)
                for duty in self.tasks(action)
                if (limit := self.limit(duty))
                and duty.role is not Role.SUPPORT
                and MetBy.ACTION in duty.met_by
                and end > limit.named
            ]
            if past:
                order = {DueBasis.TEXT: 0, DueBasis.YEAR: 1}
                past.sort(key=lambda pair: (order[pair[1].basis], pair[1].last))
                yield action, tuple(past)

    def standing(self) -> Iterator[tuple[Action, tuple[tuple[Duty, DueBasis], ...]]]:
        """Give the standing actions that alone answer duties to be finished, with these, those due by the words in front."""
        found: dict[KeyPath, tuple[Action, list[tuple[Duty, DueBasis]]]] = {}
        for duty, action, basis in self._standing():
            found.setdefault(action.path, (action, []))[1].append((duty, basis))
        for action, pairs in found.values():
            pairs.sort(key=lambda pair: pair[1] is not DueBasis.TEXT)
            yield action, tuple(pairs)

    def _standing(self) -> Iterator[tuple[Duty, Action, DueBasis]]:
        for duty in self.duties:
            limit = self.limit(duty)
            actions = self.answering(duty)
            if (
                actions
                and duty.required
                and MetBy.ACTION in duty.met_by
                and duty.clause.kind in (Kind.DELIVER, Kind.STUDY, Kind.REPORT)
                and all(a.due and a.due.standing and not self.by_reference(a) for a in actions)
            ):
                basis = limit.basis if limit else DueBasis.YEAR
                yield from ((duty, action, basis) for action in actions)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every target of the plan that answers an indicator of a duty."""
        return tuple(promise for promise in self._promises() if not promise.misnamed)

    @cached_property
    def misnamed(self) -> tuple[Promise, ...]:
        """Every target that says before its value that it is of something else than its indicator."""
        return tuple(promise for promise in self._promises() if promise.misnamed)

    def _promises(self) -> Iterator[Promise]:
        for action in self.plan.actions:
            duties = self.tasks(action)
            for promised in action.indicators:
                if promised.target is None:
                    continue
                for duty in duties:
                    indicator = duty.clause.indicator(promised.id)
                    if indicator is None or duty.role is Role.SUPPORT:
                        continue
                    required, alone = required_of(duty, indicator)
                    path = promised.at("target")
                    yield Promise(
                        path, promised, promised.target, duty, indicator, required, alone
                    )

    def baselines(self) -> Iterator[tuple[KeyPath, Promise, str]]:
        """Give every baseline with a figure of an indicator that asks for a trend: a year alone names a result, and is none."""
        for promise in self.promises:
            text = promise.promised.baseline
            if promise.indicator.trend and text and _FIGURE.search(_YEARS.sub("", text)):
                yield promise.promised.at("baseline"), promise, text

    def add_up(self, promise: Promise) -> bool:
        """Tell whether the parts of a total that several actions promise meet it together."""
        if promise.indicator.scope is not Scope.TOTAL or promise.required is None:
            return False
        unit = promise.required.unit
        parts = [
            scaled(other.target, unit)
            for other in self.promises
            if other.indicator.id == promise.indicator.id
            and other.duty.id == promise.duty.id
            and same_measure(other.target.unit, unit)
        ]
        sure = all(p.value is not None and p.op in (Op.EQUAL, Op.AT_LEAST, Op.MORE) for p in parts)
        if len(parts) < 2 or not sure:
            return False
        total = sum(reached for part in parts if (reached := least(part)) is not None)
        return bool(meets(Target("", Op.AT_LEAST, Decimal(total), None, unit), promise.required))

    def of_indicator(self, path: KeyPath) -> str | None:
        """Give the clause of the indicator that a route leads into; of several, the one that the action cites, else none alone."""
        for action in self.plan.actions:
            for promised in action.indicators:
                if path[: len(promised.path)] == promised.path:
                    holders = self.directive.holders.get(promised.id or "", ())
                    cited = {duty.id for duty in self.tasks(action)} if len(holders) > 1 else None
                    ids = [c.id for c in holders if cited is None or c.id in cited]
                    return ids[0] if len(ids) == 1 else None
        return None

    @cached_property
    def press(self) -> dict[str, Row]:
        """What is known from the press alone, by id: it binds nobody."""
        return {row.id: row for row in press_rows(self.directive)}

    def awaits_annex(self, action: Action) -> bool:
        """Tell whether an action cites a clause whose annexes are not all supplied, so that its indicators are not all known."""
        return any(map(self.directive.lacking, self._cited_clauses[action.path]))

    def issue_limit(self) -> Limit | None:
        """Give the day before which the plan is to be issued, moved by a valid extension."""
        clause = self.directive.clause("plan.issued")
        duty = self.duty.get(clause.id) if clause else None
        if duty:
            return self.limit(duty)
        if clause and clause.due:  # a plan whose unit is not known is still late or in time
            due = clause.due
            return Limit(due.last, due.day, due.basis, before=due.before is not None)
        return None

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """The units to which the directive wants the plan sent, by name."""
        clause = self.directive.clause("plan.sent")
        rows = clause.assign if clause else ()
        return tuple(row.unit for row in rows if row.unit and row.basis is Basis.NAMED)

    @property
    def office(self) -> Text:
        """The same in words."""
        names = [self.units.named(id).name for id in self.offices]
        return Text(
            vi=", ".join(name.vi for name in names) or "nơi mà Chỉ thị nêu",
            en=", ".join(name.en for name in names) or "the body that the directive names",
        )

    @cached_property
    def task_ids(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every place where the plan names a task, with what stands there."""
        return tuple(self._task_ids())

    def _task_ids(self) -> Iterator[tuple[KeyPath, str]]:
        for action in self.plan.actions:
            yield from ((action.at("tasks", cell), cell.text) for cell in action.tasks)
        entries: list[Waiver | Extension | Contest] = [
            *self.plan.waivers,
            *self.plan.extensions,
            *self.plan.contests,
        ]
        for entry in entries:
            if entry.task:
                yield entry.at("task"), entry.task

    @cached_property
    def dues(self) -> tuple[tuple[KeyPath, Period], ...]:
        """Every time that an action or milestone states and that could be read."""
        return tuple(self._dues())

    def _dues(self) -> Iterator[tuple[KeyPath, Period]]:
        for action in self.plan.actions:
            if action.start:
                yield action.at("start"), action.start
            if action.due:
                yield action.at("due"), action.due
            for stone in action.milestones:
                if stone.due:
                    yield stone.at("due"), stone.due

    @cached_property
    def split_names(self) -> dict[KeyPath, str]:
        """The places at which a comma in [ ] cut the name of a body in two, with the whole name; the second part has its place too."""
        return split_names(self.plan, self.document, self.units)

    @cached_property
    def named_bodies(self) -> tuple[tuple[KeyPath, Mentioned], ...]:
        """Every body that the plan names as addressee, lead or partner, with its place; names cut by a comma apart."""
        return tuple(self._named_bodies())

    def _named_bodies(self) -> Iterator[tuple[KeyPath, Mentioned]]:
        split = self.split_names
        for holder, name, cells in _cells_of_bodies(self.plan):
            for cell in cells:
                path = holder.at(name, cell)
                if path not in split:
                    yield from ((path, body) for body in self.units.cell(cell.text))
        for contest in self.plan.contests:
            if contest.owner:
                yield contest.at("owner"), self.units.one(contest.owner)


def split_names(plan: Plan, document: Document, units: Units) -> dict[KeyPath, str]:
    """Give the places at which a comma in [ ] cut the name of a body in two, with the whole name; the second part has its place too."""
    found: dict[KeyPath, str] = {}
    for holder, name, cells in _cells_of_bodies(plan):
        for one, other in pairwise(cells):
            whole = f"{one.text}, {other.text}"
            paths = holder.at(name, one), holder.at(name, other)
            places = [document.span(path) for path in paths]
            flow = all(places) and len({place.line for place in places if place}) == 1
            if flow and units.called(whole) and not units.called(other.text):
                found |= dict.fromkeys(paths, whole)
    return found


def _cells_of_bodies(plan: Plan) -> Iterator[tuple[Located, str, tuple[Cell, ...]]]:
    if plan.document:
        yield plan.document, "sent_to", plan.document.sent_to
    for action in plan.actions:
        yield action, "lead", action.lead
        yield action, "support", action.support


_YEARS = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = pattern(r"\d")
_BETWEEN_IDS = pattern(r"[\s,;()\[\]\"']+")


def required_of(duty: Duty, indicator: Indicator) -> tuple[Target | None, bool]:
    """Give what the directive asks of one unit, and whether the whole total is its own."""
    required = indicator.required
    if required.value is None and required.trend is None:
        return None, False
    leads = [row for row in duty.clause.assign if row.role is Role.LEAD]
    alone = (
        duty.role is Role.MONITOR
        or (len(leads) == 1 and leads[0].unit == duty.unit)
        or indicator.units == (duty.unit,)
    )
    if indicator.scope is Scope.EACH or alone:
        return required, alone
    share = indicator.parts.get(duty.unit)
    if share is None:
        return None, False
    said = duty.row.scope or f"{say(share, Lang.VI)} {indicator.unit or ''}".strip()
    return Target(said, Op.AT_LEAST, share, None, indicator.unit), False


_WORDS = {
    Op.MORE: Text(vi="lớn hơn {v}", en="more than {v}"),
    Op.AT_LEAST: Text(vi="ít nhất {v}", en="at least {v}"),
    Op.EQUAL: Text(vi="đúng {v}", en="exactly {v}"),
    Op.AT_MOST: Text(vi="không quá {v}", en="at most {v}"),
    Op.LESS: Text(vi="nhỏ hơn {v}", en="less than {v}"),
    Op.RANGE: Text(vi="từ {v} đến {h}", en="from {v} to {h}"),
}
_TRENDS = {Trend.UP: Text(vi="tăng", en="a rise"), Trend.DOWN: Text(vi="giảm", en="a fall")}
BETTER_RANK = Text(vi="cải thiện thứ hạng", en="a better rank")


def demand(target: Target) -> Text:
    """Say in words what a target asks for."""
    if target.op is None or target.value is None:
        if target.trend and is_rank(target.unit):
            return BETTER_RANK
        return _TRENDS[target.trend] if target.trend else Text("", "")
    words = _WORDS[target.op]
    gap = "" if target.unit == "%" else " "
    unit = f"{gap}{target.unit}" if target.unit else ""

    def said(lang: Lang) -> str:
        high = say(target.high, lang) + unit
        return words.said(lang).format(v=say(target.value, lang) + unit, h=high)

    return Text(vi=said(Lang.VI), en=said(Lang.EN))


def not_the_issuers(approver: str | None, issuer: str) -> Text:
    """Say that no paper of the directive's issuer is named, or none that is seen to be one."""
    body = called(issuer)
    if not approver:
        return Text(vi=f"chưa nêu văn bản của {body.vi}", en=f"no paper of {body.en} is named")
    return Text(
        vi=f"“{approver}” chưa cho thấy là văn bản của {body.vi}",
        en=f"“{approver}” is not seen to be a paper of {body.en}",
    )


def name_a_paper(issuer: str) -> Text:
    """Ask for a paper of the directive's issuer, with an example of how one is named."""
    body = called(issuer)
    like = f"approved_by: Công văn {'150/UBND-TH ' if level_of(issuer) else ''}của {body.vi}"
    return Text(
        vi=f"ghi văn bản của {body.vi}, ví dụ “{like}”",
        en=f"name a paper of {body.en}, such as “{like}”",
    )


def did_you_mean(units: Units, suggestions: tuple[str, ...]) -> Text:
    """Ask whether one of these units was meant."""
    if not suggestions:
        return Text("", "")
    names = [units.named(id).name for id in suggestions]
    vi = " hoặc ".join(f"“{name.vi}”" for name in names)
    en = " or ".join(f"“{name.vi}”" for name in names)
    return Text(vi=f"; gần nhất là {vi}", en=f", did you mean {en}?")


def is_name(fault: Fault) -> bool:
    """Tell whether a fault stands in a key, an id or a name, where letters must fit exactly."""
    words = [step for step in fault.path if isinstance(step, str)]
    return fault.key or (bool(words) and words[-1] in NAMES)


def faults(code: str) -> Callable[[FileContext], Iterator[Match]]:
    """Make the check of a rule whose faults are found while reading: it picks those of its code."""

    def check(context: FileContext) -> Iterator[Match]:
        for fault in context.by_code.get(code, ()):
            yield Match(fault.path, fault.facts, None, fault.key, fault.span)

    return check
