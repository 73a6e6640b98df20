"""The plans of a city in the making: which unit may still bear a gap, and what it has borne."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from msgspec import Struct, field

from hpdirective.answering import Duty
from hpdirective.demonstrating import phrases, planning
from hpdirective.demonstrating.text import Tree, Value
from hpdirective.library import Library
from hpdirective.model.directive import Clause, Scope
from hpdirective.model.unit import Submits

MOST = 2  # gaps of one unit


class Town(Struct):
    """The plan of each unit; `files` are those that are no plan as it should be, `notes` the comments on due dates by task."""

    library: Library
    plans: dict[str, Tree]
    given: dict[str, dict[str, Duty]]
    parts: planning.Parts
    budget: int
    files: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    earlier: dict[str, tuple[str, Tree]] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    borne: dict[str, int] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)

    def free(self, unit: str, key: str) -> bool:
        """Tell whether a unit may bear one more gap, about something that no other is about."""
        count = self.borne.get(unit, 0)
        room = count < MOST and (count > 0 or len(self.borne) < self.budget)
        return unit in self.plans and room and (unit, key) not in self.taken

    def bear(self, unit: str, key: str, *, whole: bool = False) -> None:
        self.borne[unit] = MOST if whole else self.borne.get(unit, 0) + 1
        self.taken.add((unit, key))

    def choose(self, gap: str, options: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
        """Choose a unit and what the gap is about: rather a unit that has one gap already, so that most have none."""
        open_ones = [option for option in options if self.free(*option)]
        return min(
            open_ones,
            key=lambda one: (self.borne.get(one[0], 0) == 0, phrases.turn(9973, gap, *one), one),
            default=None,
        )

    def duties(self) -> Iterator[tuple[str, Duty]]:
        """Give what the plans answer by an action in their own words, unit by unit."""
        for unit in sorted(self.plans):
            for duty in self.given[unit].values():
                if duty.required and planning.owed(duty) and not duty.clause.restricted:
                    yield unit, duty

    def leads(self, clause: str) -> list[str]:
        """Give the units whose plans lead a clause."""
        return [
            u
            for u in sorted(self.plans)
            if clause in self.given[u] and self.given[u][clause].required
        ]

    def alone(self, unit: str, clause: str) -> bool:
        """Tell whether nobody else leads a clause, or may be held to."""
        others = [u for u in self.leads(clause) if u != unit and (u, clause) not in self.taken]
        return not others

    def weight(self, unit: str) -> tuple[int, int, str]:
        """Say how much the city would miss a unit's plan: the tasks that nobody else leads, and the totals that it has a part of."""
        led = [duty.clause for duty in self.given[unit].values() if duty.required]
        lone = sum(self.leads(clause.id) == [unit] for clause in led)
        return lone, sum(map(has_total, led)), unit

    def action(self, unit: str, clause: str) -> Tree:
        """Give the action of a unit's plan on a clause alone."""
        return next(action for action in self.actions(unit) if action["tasks"] == [clause])

    def actions(self, unit: str) -> list[Tree]:
        return actions_of(self.plans[unit])

    def drop(self, unit: str, clause: str) -> Tree:
        """Take a clause out of a unit's plan, and the action with it where it was on nothing else."""
        found = next(action for action in self.actions(unit) if cites_task(action, clause))
        tasks = found["tasks"]
        assert isinstance(tasks, list)
        before = deepcopy(found)
        tasks.remove(clause)
        if not tasks:
            kept: list[Value] = [action for action in self.actions(unit) if action is not found]
            self.plans[unit]["actions"] = kept
        return before

    def add(self, unit: str, key: str, entry: Tree) -> None:
        """Add an entry to a list of a plan: an action, or what follows the organisation."""
        entries = self.plans[unit].setdefault(key, [])
        assert isinstance(entries, list)
        entries.append(entry)

    def file(self, unit: str) -> str:
        return self.names.get(unit, f"{unit}.yaml")


def actions_of(plan: Tree) -> list[Tree]:
    """Give the actions of a plan."""
    actions = plan["actions"]
    assert isinstance(actions, list)
    return [action for action in actions if isinstance(action, dict)]


def cites_task(action: Tree, clause: str) -> bool:
    return clause in action["tasks"]


def has_total(clause: Clause) -> bool:
    return any(indicator.scope is Scope.TOTAL for indicator in clause.indicators)


def founded(library: Library) -> Town:
    """Make the clean plans of all units that must send one."""
    parts = planning.parts_of(library)
    must = [unit for unit in library.units if unit.submits is Submits.REQUIRED]
    plans = {unit.id: planning.plan_of(unit, library, parts) for unit in must}
    given = {u.id: {d.id: d for d in planning.duties_of(u, library)} for u in library.units}
    return Town(library, plans, given, parts, len(must) // 2)
