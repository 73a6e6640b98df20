"""A task as JSON, the shape of hpd-tasks/1."""

from typing import Any

from hpdirective.model.directive import (
    Assignment,
    Clause,
    Deadline,
    Indicator,
    Reference,
)
from hpdirective.reporters.envelope import number


def task_of(clause: Clause) -> dict[str, Any]:
    start = clause.start.from_ if clause.start else None
    return {
        "id": clause.id,
        "part": clause.part,
        "section": clause.section,
        "paragraph": clause.paragraph,
        "kind": str(clause.kind),
        "text": clause.text,
        "title": {"vi": clause.name.vi, "en": clause.name.en},
        "met_by": [str(key) for key in clause.met_by],
        "assignments": [assignment_of(row) for row in clause.assign],
        "due": due_of(clause.due),
        "start": {"date": start.isoformat()} if start else None,
        "items": [{"id": i.id, "text": i.text, "units": list(i.units)} for i in clause.items],
        "open": clause.open,
        "indicators": [_indicator(i) for i in clause.indicators],
        "references": [_reference(r) for r in clause.references],
        "mentions": [{"unit": m.unit, "group": m.group, "text": m.text} for m in clause.mentions],
        "horizons": [{"text": h.text, "year": h.year} for h in clause.horizons],
        "marks": [{"text": m.text, "kind": str(m.kind)} for m in clause.marks],
        "restricted": clause.restricted,
        "realised_by": list(clause.realised_by),
    }


def assignment_of(row: Assignment) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "group": row.group,
        "role": str(row.role),
        "basis": str(row.basis),
        "source": row.source,
        "reason": row.reason,
        "scope": row.scope,
        "met_by": [str(key) for key in row.met_by] or None,
        "due": due_of(row.due),
    }


def due_of(due: Deadline | None) -> dict[str, str] | None:
    if due is None:
        return None
    relation = "before" if due.before else "by"
    return {"date": due.day.isoformat(), "relation": relation, "basis": str(due.basis)}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    target = indicator.target
    name = indicator.name.text if indicator.name else None
    return {
        "id": indicator.id,
        "name": {"vi": name.vi, "en": name.en} if name else None,
        "op": str(target.op) if target else None,
        "value": number(target.value) if target else None,
        "high": number(target.high) if target else None,
        "trend": str(indicator.trend) if indicator.trend else None,
        "unit": indicator.unit,
        "scope": str(indicator.scope),
        "shares": {unit: number(share) for unit, share in indicator.parts.items()},
        "counts": indicator.counts,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    day = reference.date
    return {
        "text": reference.text,
        "number": reference.number,
        "date": day.isoformat() if day else None,
    }
