"""The JSON Schema of the settings, with every rule that they may name."""

import json
from collections.abc import Iterable
from typing import Any

from hpdirective.finding import Option, Rule
from hpdirective.reporters.envelope import dump
from hpdirective.words import Text


def render(schema: str, rules: Iterable[Rule]) -> str:
    """Write the rules and their options into the schema of the settings, by id and by name."""
    built = json.loads(schema)
    listed = tuple(rules)
    named = {name: rule for rule in listed for name in (rule.id, rule.name)}
    starts = sorted({rule.id[:length] for rule in listed for length in range(1, len(rule.id))})
    built["definitions"]["some_rules"] = {"enum": [*named, *starts]}
    del built["definitions"]["any_rule"], built["definitions"]["option"]  # of rules not known yet
    keys = built["properties"]
    for key, values in (("severity", _severities(named)), ("options", _options(named))):
        description = keys[key]["description"]
        keys[key] = {"description": description, **_closed(values)}
    return dump(built)


def _severities(named: dict[str, Rule]) -> dict[str, Any]:
    return {
        name: {"description": _both(rule.title), "$ref": "#/definitions/severity"}
        for name, rule in named.items()
    }


def _options(named: dict[str, Rule]) -> dict[str, Any]:
    return {
        name: {
            "description": _both(rule.title),
            **_closed({option.name: _option(option) for option in rule.options}),
        }
        for name, rule in named.items()
        if rule.options
    }


def _option(option: Option) -> dict[str, Any]:
    if isinstance(option.default, tuple):
        return {"description": _both(option.about), "$ref": "#/definitions/names"}
    return {
        "description": _both(option.about),
        "type": "integer",
        "minimum": 0,
        "default": option.default,
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _both(text: Text) -> str:
    return f"{text.vi}\n{text.en}"
