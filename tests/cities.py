"""Cities made from the data: a clean plan of every unit that must send one, changed as a test wants."""

import copy
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.model.unit import Submits
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.conftest import TODAY
from tests.plans import clean_plan, write

LIBRARY = disk.open_library()
REQUIRED = sorted(u.id for u in LIBRARY.units if u.submits is Submits.REQUIRED)
Change = Callable[[dict[str, Any]], Any] | str | None
"""What becomes of a unit's plan: changed in place, another text, or not sent (None)."""


@lru_cache(maxsize=256)
def _clean(unit: str) -> dict[str, Any]:
    return clean_plan(unit, LIBRARY)


@lru_cache(maxsize=512)
def _examined(file: str, text: str, settings: str, today: date) -> Examined:
    return examine(yaml.read(file, text.encode()), LIBRARY, _SETTINGS[settings], today)


_SETTINGS: dict[str, Settings] = {}


def plan_of(unit: str, change: Change = None) -> str:
    """Write the clean plan of a unit, changed."""
    if isinstance(change, str):
        return change
    plan = copy.deepcopy(_clean(unit))
    if change:
        change(plan)
    return write(plan)


def city(
    changes: Mapping[str, Change] | None = None,
    settings: Settings | None = None,
    today: date = TODAY,
) -> list[Examined]:
    """Examine the plans of a city; a key such as "SoTC/2" adds a second plan of a unit."""
    held = settings or Settings(roster=True)
    name = repr(held)
    _SETTINGS[name] = held
    wanted: dict[str, Change] = {**dict.fromkeys(REQUIRED, lambda plan: None), **(changes or {})}
    return [
        _examined(
            f"{key.replace('/', '-')}.yaml", plan_of(key.partition("/")[0], change), name, today
        )
        for key, change in sorted(wanted.items())
        if change is not None
    ]


def action(plan: dict[str, Any], task: str) -> dict[str, Any]:
    """Give the action of a clean plan that answers a task."""
    found: dict[str, Any] = next(a for a in plan["actions"] if a["tasks"] == [task])
    return found


def without(*tasks: str) -> Callable[[dict[str, Any]], None]:
    """Take out of a plan the actions on some tasks."""

    def change(plan: dict[str, Any]) -> None:
        plan["actions"] = [a for a in plan["actions"] if a["tasks"][0] not in tasks]

    return change
