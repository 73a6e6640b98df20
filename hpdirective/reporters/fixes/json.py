"""Fixes as JSON, format hpd-fixes/1."""

from collections.abc import Iterable
from typing import Any

from hpdirective.catalogue import BY_NAME
from hpdirective.fixing import Fix, Fixed
from hpdirective.reporters.envelope import TOOL, dump
from hpdirective.words import Lang


def render(fixed: Iterable[Fixed], lang: Lang, *, written: bool) -> str:
    plans = [
        {"file": one.file, "readable": one.readable, "fixes": [_fix(fix) for fix in one.fixes]}
        for one in fixed
    ]
    return dump({"format": "hpd-fixes/1", "tool": TOOL, "written": written, "plans": plans})


def _fix(fix: Fix) -> dict[str, Any]:
    span = fix.edit.span
    return {
        "what": str(fix.what),
        "rule": BY_NAME[fix.rule].RULE.id if fix.rule else None,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "old": fix.old,
        "new": fix.new,
        "text": fix.edit.text,
    }
