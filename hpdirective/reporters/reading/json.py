"""A cell as understood, as JSON, format hpd-read/1."""

from typing import Any

from hpdirective.model.names import Units
from hpdirective.model.period import Period
from hpdirective.model.target import Target
from hpdirective.reading import Understood
from hpdirective.reporters.doubts import said
from hpdirective.reporters.envelope import dump, number
from hpdirective.words import Lang


def render(understood: Understood, units: Units, lang: Lang) -> str:
    named = understood.units
    return dump(
        {
            "format": "hpd-read/1",
            "text": understood.text,
            "period": _period(understood.period) if understood.period else None,
            "target": _target(understood.target) if understood.target else None,
            "units": None
            if named is None
            else [
                {
                    "text": body.text,
                    "id": body.unit,
                    "group": body.group,
                    "division": body.division and not body.of,
                    "suggestions": list(body.suggestions),
                }
                for body in named
            ],
            "faults": [
                {"rule": rule, "message": message}
                for rule, message in (said(fault, units, lang) for fault in understood.faults)
            ],
        }
    )


def _period(period: Period) -> dict[str, Any]:
    return {
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "relation": str(period.relation) if period.relation else None,
        "standing": period.standing,
        "recurring": period.recurring,
        "condition": period.condition,
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "op": str(target.op) if target.op else None,
        "value": number(target.value),
        "high": number(target.high),
        "unit": target.unit,
        "trend": str(target.trend) if target.trend else None,
    }
