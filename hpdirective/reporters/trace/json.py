"""A trace as JSON, format hpd-trace/1."""

from typing import Any

from hpdirective.coverage import KeyAnswer
from hpdirective.model.names import Units
from hpdirective.reporters.envelope import dump, head, not_run_of, reason_of
from hpdirective.reporters.task import assignment_of, task_of
from hpdirective.tracing.values import (
    At,
    CitedTask,
    Entry,
    Remark,
    Trace,
    TracedAction,
    TracedClaim,
    TracedClause,
    TracedDuty,
    Uncounted,
)
from hpdirective.words import Lang


def render(trace: Trace, units: Units, lang: Lang, width: int | None = None) -> str:
    return dump(
        {
            **head("hpd-trace/1", trace.terms, lang),
            "query": trace.query,
            "unit": trace.unit,
            "at": _at(trace.at, lang) if trace.at else None,
            "clauses": [_clause(clause, lang) for clause in trace.clauses],
            "plans": list(trace.plans),
            "looked_in": list(trace.looked_in),
            "not_run": [not_run_of(gap, lang) for gap in trace.unread],
        }
    )


def _clause(traced: TracedClause, lang: Lang) -> dict[str, Any]:
    return {
        **task_of(traced.clause),
        "address": traced.address.said(lang),
        "in_paragraph": {"text": traced.paragraph, "start": traced.start, "end": traced.end},
        "state": str(traced.state) if traced.state else None,
        "answers": [_answer(duty, lang) for duty in traced.duties],
        "uncounted": [_uncounted(place) for place in traced.uncounted],
        "realised": [
            {
                "id": through.clause.id,
                "address": through.address.said(lang),
                "answers": [_answer(duty, lang) for duty in through.duties],
            }
            for through in traced.realised
        ],
    }


def _answer(traced: TracedDuty, lang: Lang) -> dict[str, Any]:
    return {
        **assignment_of(traced.duty.row),
        "unit": traced.duty.unit,
        "submits": str(traced.submits),
        "plan": traced.plan,
        "state": str(traced.state),
        "reasons": [reason_of(reason, lang) for reason in traced.reasons],
        "actions": [_action(action) for action in traced.actions],
        "keys": [_key(key) for key in traced.keys],
        "claims": [_claim(claim) for claim in traced.claims],
        "findings": [_remark(remark, lang) for remark in traced.findings],
    }


def _action(action: TracedAction) -> dict[str, Any]:
    return {
        "file": action.file,
        "line": action.line,
        "id": action.id,
        "title": action.title,
        "restricted": action.restricted,
    }


def _key(key: KeyAnswer) -> dict[str, Any]:
    return {
        "met_by": key.key,
        "key": ".".join(map(str, key.path)),
        "file": key.file,
        "line": key.line,
    }


def _claim(claim: TracedClaim) -> dict[str, Any]:
    return {
        "what": claim.what,
        "file": claim.file,
        "line": claim.line,
        "holds": claim.holds,
        "reason": claim.reason,
        "document": claim.document,
        "restricted": claim.restricted,
    }


def _remark(remark: Remark, lang: Lang) -> dict[str, Any]:
    return {
        "rule": remark.rule,
        "name": remark.name,
        "severity": str(remark.severity),
        "file": remark.file,
        "line": remark.line,
        "column": remark.column,
        "message": remark.message.said(lang),
    }


def _uncounted(place: Uncounted) -> dict[str, Any]:
    return {
        "what": place.what,
        "file": place.file,
        "line": place.line,
        "id": place.id,
        "title": place.title,
        "restricted": place.restricted,
        "unit": place.unit,
        "why": str(place.why),
        "instead": place.instead,
    }


def _at(at: At, lang: Lang) -> dict[str, Any]:
    entry = at.entry
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "what": str(at.what),
        "line_is": str(at.line_kind),
        "path": list(at.path),
        "text": at.text,
        "unit": at.unit,
        "group": at.group,
        "action": entry.id if entry and entry.what == "action" else None,
        "entry": _entry(entry) if entry else None,
        "claim": _claim(at.claim) if at.claim else None,
        "near": [_entry(entry) for entry in at.near],
        "findings": [_remark(remark, lang) for remark in at.findings],
        "instead": at.instead,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "what": str(entry.what),
        "path": list(entry.path),
        "line": entry.line,
        "end_line": entry.end_line,
        "id": entry.id,
        "title": entry.title,
        "restricted": entry.restricted,
        "tasks": [_cited(task) for task in entry.tasks],
    }


def _cited(task: CitedTask) -> dict[str, Any]:
    return {
        "text": task.text,
        "line": task.line,
        "clauses": list(task.clauses),
        "given": task.given,
    }
