"""What every JSON document carries: its format, the tool, the directive and the terms of the run."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hpdirective import __version__
from hpdirective.coverage import Reason
from hpdirective.finding import NotRun, Terms
from hpdirective.model.directive import Directive
from hpdirective.words import Fact, Lang, Named, Text

TOOL = {"name": "hpdirective", "version": __version__}


def dump(value: Any) -> str:
    """Write a JSON document, keys in the order given, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def directive_of(directive: Directive) -> dict[str, str]:
    return {"id": directive.id, "sha256": directive.sha256}


def head(format: str, terms: Terms, lang: Lang) -> dict[str, Any]:
    """Give the keys that open a report."""
    return {
        "format": format,
        "tool": TOOL,
        "directive": {"id": terms.directive, "sha256": terms.sha256},
        "as_of": terms.as_of.isoformat(),
        "lang": str(lang),
        "settings": {
            "before_day": terms.before_day,
            "fail_on": terms.fail_on,
            "sha256": terms.settings,
        },
    }


def facts_of(facts: Mapping[str, Fact], lang: Lang) -> dict[str, Any]:
    """Give facts as JSON holds them: ISO dates, decimals as strings, names as ids."""
    return {name: _fact(fact, lang) for name, fact in facts.items()}


def _fact(fact: Fact, lang: Lang) -> Any:
    match fact:
        case Text():
            return fact.said(lang)
        case Named():
            return fact.id
        case date():
            return fact.isoformat()
        case Decimal():
            return f"{fact:f}"
        case tuple():
            return [_fact(part, lang) for part in fact]
        case _:
            return fact


def not_run_of(gap: NotRun, lang: Lang) -> dict[str, Any]:
    return {
        "rule": gap.rule,
        "reason": str(gap.reason),
        "file": gap.file,
        "unit": gap.unit,
        "task": gap.task,
        "path": list(gap.path),
        "message": gap.message.said(lang),
    }


def reason_of(reason: Reason, lang: Lang) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "message": reason.message.said(lang),
        "file": reason.file,
        "line": reason.line,
    }


def number(value: Decimal | None) -> int | float | None:
    """Give a number as JSON has it: 35, not 35.0."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
