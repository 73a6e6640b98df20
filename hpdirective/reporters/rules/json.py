"""Rules as JSON, format hpd-rules/1."""

from collections.abc import Iterable
from typing import Any

from hpdirective.finding import Rule
from hpdirective.reporters.envelope import TOOL, dump
from hpdirective.reporters.examples import dedented
from hpdirective.words import Lang, Text


def render(rules: Iterable[Rule], lang: Lang) -> str:
    return dump({"format": "hpd-rules/1", "tool": TOOL, "rules": [_rule(rule) for rule in rules]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": str(rule.severity),
        "cites": rule.cites,
        "title": _both(rule.title),
        "message": _both(rule.message),
        "help": _both(rule.help),
        "why": _both(rule.why),
        "bad": dedented(rule.bad),
        "good": dedented(rule.good),
        "options": [
            {"name": o.name, "about": _both(o.about), "default": o.default} for o in rule.options
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
