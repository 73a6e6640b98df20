"""Units as JSON, format hpd-units/1."""

from collections.abc import Iterable
from typing import Any

from hpdirective.model.names import Units
from hpdirective.model.unit import Unit
from hpdirective.reporters.envelope import TOOL, dump
from hpdirective.words import Lang


def render(chosen: Iterable[Unit], units: Units, lang: Lang) -> str:
    return dump(
        {
            "format": "hpd-units/1",
            "tool": TOOL,
            "units": [_unit(unit, units) for unit in chosen],
        }
    )


def _unit(unit: Unit, units: Units) -> dict[str, Any]:
    name = unit.named.name
    return {
        "id": unit.id,
        "name": {"vi": name.vi, "en": name.en},
        "type": unit.type,
        "symbols": list(unit.symbols),
        "aliases": list(unit.aliases),
        "functions": [{"sector": f.sector, "source": f.source} for f in unit.functions],
        "submits": str(unit.submits),
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "groups": [id for id in units.groups if unit.id in units.members(id)],
        "source": unit.source,
    }
