"""Coverage as JSON, format hpd-coverage/1."""

from typing import Any

from hpdirective.coverage import Change, Comparison, Coverage, DutyState, State, Totals
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.envelope import dump, head, not_run_of, reason_of
from hpdirective.reporters.view import PLAIN, View
from hpdirective.words import Lang


def render(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View = PLAIN
) -> str:
    """Write everything, however it is viewed: programs choose for themselves. Beside an earlier measurement, what changed."""
    if view.compared:
        return _comparison(coverage, view.compared, lang)
    return dump(
        {
            **head("hpd-coverage/1", coverage.terms, lang),
            "unit": coverage.unit,
            "totals": _totals(coverage.totals),
            "by_basis": {basis: _totals(t) for basis, t in coverage.by_basis.items()},
            "by_role": {role: _totals(t) for role, t in coverage.by_role.items()},
            "by_section": [{"section": id, **_totals(t)} for id, t in coverage.by_section],
            "by_unit": [
                {"unit": row.unit, "plan": row.plan, **_totals(row.totals)}
                for row in coverage.by_unit
            ],
            "tasks": [_duty(state, lang) for state in coverage.duties],
            "not_run": [not_run_of(gap, lang) for gap in coverage.not_run],
        }
    )


def _totals(totals: Totals) -> dict[str, Any]:
    percent = totals.percent
    return {
        "required": totals.required,
        **{str(state): getattr(totals, state) for state in State},
        "percent": float(percent) if percent is not None else None,
    }


def _duty(state: DutyState, lang: Lang) -> dict[str, Any]:
    return {
        "task": state.task,
        "unit": state.unit,
        "section": state.section,
        "title": state.title.said(lang),
        "state": str(state.state),
        "role": state.role,
        "basis": state.basis,
        "reasons": [reason_of(reason, lang) for reason in state.reasons],
        "actions": [{"file": a.file, "line": a.line, "id": a.id} for a in state.actions],
    }


def _comparison(coverage: Coverage, compared: Comparison, lang: Lang) -> str:
    """Write what became of the duties, format hpd-comparison/1."""
    return dump(
        {
            **head("hpd-comparison/1", coverage.terms, lang),
            "since": {"file": compared.file, "as_of": compared.since.isoformat()},
            "unit": coverage.unit,
            "gained": [_change(change, lang) for change in compared.gained],
            "lost": [_change(change, lang) for change in compared.lost],
            "changed": [_change(c, lang) for c in compared.changes if not (c.gained or c.lost)],
        }
    )


def _change(change: Change, lang: Lang) -> dict[str, Any]:
    return {
        "task": change.task,
        "unit": change.unit,
        "title": change.title.said(lang),
        "before": str(change.before) if change.before else None,
        "after": str(change.after) if change.after else None,
    }
