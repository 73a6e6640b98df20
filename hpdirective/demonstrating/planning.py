"""The plan of one unit, answering all that it owes, in the manner of a real one."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.demonstrating import phrases
from hpdirective.demonstrating.text import Tree, Value
from hpdirective.library import Library
from hpdirective.model.directive import Basis, Clause, Indicator, Kind, MetBy, Role, Scope
from hpdirective.model.issuer import in_full
from hpdirective.model.target import Op, Trend, is_rank
from hpdirective.model.unit import Submits, Unit
from hpdirective.rules.check import required_of
from hpdirective.words import Lang, bare, say

Parts = Mapping[tuple[str, str], Decimal]
"""What each unit promises of a total, by the id of the indicator and the unit."""


class Term(Struct, frozen=True):
    """A due date as a plan writes it, and the day when it ends; None where it has no end."""

    said: str
    end: date | None


def plan_of(unit: Unit, library: Library, parts: Parts) -> Tree:
    """Make the plan of a unit: one action for each duty that it leads, then those where it is a partner."""
    given = duties_of(unit, library)
    actions = [_action(duty, library, parts) for duty in given if owed(duty)]
    actions += _as_partner(unit, [d for d in given if not owed(d)], library)
    numbered: list[Value] = [{"id": f"A{n}", **one} for n, one in enumerate(actions, 1)]
    return {
        "format": "1",
        "directive": library.directive.id,
        "unit": unit.id,
        "document": paper(unit, library),
        "objectives": _some(phrases.OBJECTIVES, unit, library),
        "actions": numbered,
        "organisation": _some(phrases.ORGANISATION, unit, library),
    }


def duties_of(unit: Unit, library: Library) -> tuple[Duty, ...]:
    return answering.duties(library.directive, library.units, unit, submitted=True)


def owed(duty: Duty) -> bool:
    """Tell whether a plan answers a duty by an action of its own: what it leads, and where the text names it as partner."""
    partner = duty.role is Role.SUPPORT and duty.basis is Basis.NAMED
    return (duty.required or partner) and duty.clause.binding and duty.met_by == (MetBy.ACTION,)


def parts_of(library: Library) -> dict[tuple[str, str], Decimal]:
    """Share out each total among the units that lead it, the listed parts as they are, so that they add up."""
    given = {
        unit.id: {duty.id: duty for duty in duties_of(unit, library)}
        for unit in library.units
        if unit.submits is Submits.REQUIRED
    }
    found: dict[tuple[str, str], Decimal] = {}
    for clause in library.directive.clauses.values():
        leads = [
            u for u, duties in given.items() if clause.id in duties and duties[clause.id].required
        ]
        for indicator in clause.indicators:
            if indicator.scope is Scope.TOTAL and indicator.required.value is not None:
                mine = sorted(unit for unit in leads if indicator.owed_by(unit))
                shared = _shared(indicator, mine)
                found |= {(indicator.id, unit): part for unit, part in shared.items()}
    return found


def _shared(indicator: Indicator, units: list[str]) -> dict[str, Decimal]:
    total = indicator.required.value or Decimal(0)
    if indicator.required.op is Op.MORE:
        total += 1
    listed = {unit: indicator.parts[unit] for unit in units if unit in indicator.parts}
    rest = [unit for unit in units if unit not in listed]
    left = max(total - sum(listed.values(), Decimal(0)), Decimal(len(rest)))
    each, more = divmod(left, len(rest)) if rest else (Decimal(0), Decimal(0))
    return listed | {unit: each + (1 if at < more else 0) for at, unit in enumerate(rest)}


# --- the document


def paper(unit: Unit, library: Library) -> Tree:
    """Make the document of a plan in time, numbered with the unit's own symbol."""
    issued = issue_day(unit, library)
    return {
        "number": number_of(unit, phrases.turn(60, unit.id, "number") + 8),
        "issued": _day(issued),
        "sent_to": list[Value](offices(unit, library)),
        "sent_on": _day(issued),
    }


def number_of(unit: Unit, number: int) -> str:
    """Write a document's number: with the unit's symbol, or the capitals of its name where the data gives none."""
    name = unit.named.name.vi
    letters = [bare(word[0]).upper() for word in name.replace("-", " ").split() if word != "và"]
    return f"{number:02}/KH-{unit.symbols[0] if unit.symbols else ''.join(letters)}"


def issue_day(unit: Unit, library: Library) -> date:
    """Choose a working day after the directive's and well before the last one for issuing a plan."""
    first, last = library.directive.issued, last_issue_day(library)
    room = max((last - first).days - 6, 1)
    day = first + timedelta(days=4 + phrases.turn(room, unit.id, "issued"))
    return _working(min(day, last), first)


def last_issue_day(library: Library) -> date:
    """Give the last day for issuing a plan, or three weeks where the directive sets none."""
    clause = library.directive.clause("plan.issued")
    due = clause.due if clause else None
    return due.last if due else library.directive.issued + timedelta(days=21)


def _working(day: date, first: date) -> date:
    while day.weekday() > 4 and day > first:
        day -= timedelta(days=1)
    return day


def offices(unit: Unit, library: Library) -> list[str]:
    """Name those to whom the directive wants the plan sent; the office itself keeps it."""
    clause = library.directive.clause("plan.sent")
    rows = clause.assign if clause else ()
    named = [row.unit for row in rows if row.unit and row.basis is Basis.NAMED]
    return [library.units.named(id).name.vi for id in named] or [unit.named.name.vi]


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _some(options: tuple[str, ...], unit: Unit, library: Library) -> list[Value]:
    """Choose three of several sentences, in their order, from a place that differs by unit."""
    year, start = library.directive.year, phrases.turn(len(options), unit.id, options[0])
    at = sorted((start + n) % len(options) for n in range(3))
    office = phrases.secretariat(unit)
    return [options[n].format(year=year, before=year - 1, office=office) for n in at]


# --- an action


def _action(duty: Duty, library: Library, parts: Parts) -> Tree:
    unit = library.units.by_id[duty.unit]
    tasks: list[Value] = [duty.id]
    lead = phrases.division(duty.clause, unit)
    if duty.clause.restricted:
        number = phrases.turn(80, unit.id, duty.id) + 11
        return {
            "tasks": tasks,
            "lead": lead,
            "reference": f"kế hoạch riêng số {number_of(unit, number)}",
        }
    said = phrases.pattern(duty.clause, unit)
    facts = {
        "name": duty.clause.name.vi,
        "where": phrases.where(unit),
        "year": library.directive.year,
        "issuer": in_full(library.directive.issuer),
    }
    start, term = _start(duty, library), term_of(duty, library)
    action: Tree = {
        "tasks": tasks,
        "title": said.title.format(**facts),
        "objective": said.objective.format(**facts),
        "steps": [step.format(**facts) for step in said.steps],
        "start": f"{start:%m/%Y}",
    }
    if stone := _milestone(start, term, unit, duty):
        action["milestones"] = [{"what": said.milestone.format(**facts), "due": stone}]
    action |= {"due": term.said, "lead": lead, "support": list[Value](partners(duty, library))}
    action["result"] = said.result.format(**facts)
    if duty.items:
        action["items"] = [item.text for item in duty.items]
    if duty.required and duty.indicators:
        promised = [promise(duty, one, parts, library) for one in duty.indicators]
        action["indicators"] = list[Value](promised)
        if said_so := objective(duty.indicators[0], promised[0], library):
            action["objective"] = said_so
    return action


def _start(duty: Duty, library: Library) -> date:
    """Choose a month to begin: soon after the directive, and before what is due early."""
    issued = library.directive.issued
    limit = answering.limit(duty, {})
    later = (issued.month % 12) + 1 if issued.month < 12 else 12
    month = min(later + phrases.turn(2, duty.unit, duty.id, "start"), 12)
    day = date(issued.year, month, 1)
    return day if limit is None or day + timedelta(days=45) < limit.last else issued


def term_of(duty: Duty, library: Library) -> Term:
    """Choose a due date that is in time, in one of the forms in which officials write it."""
    limit, year = answering.limit(duty, {}), library.directive.year
    if not duty.required:
        return Term("Thường xuyên", None)  # a partner's day is its lead's
    if limit and limit.last != date(year, 12, 31):
        before = _day(limit.named) if limit.before else _day(limit.last)
        said = phrases.chosen(
            (_day(limit.last), f"{'Trước ngày' if limit.before else 'Đến hết ngày'} {before}"),
            duty.unit,
            duty.id,
        )
        return Term(said, limit.last)
    if limit is None and duty.clause.kind in (Kind.SUSTAIN, Kind.ADVANCE):
        often = duty.clause.kind is Kind.SUSTAIN and phrases.turn(4, duty.unit, duty.id, "often")
        if often:
            said = phrases.chosen(
                ("Thường xuyên", "Thường xuyên", "Hằng quý", "Hằng tháng"), duty.unit, duty.id
            )
            return Term(said, None)
    forms = (
        Term(f"31/12/{year}", date(year, 12, 31)),
        Term(f"Quý IV/{year}", date(year, 12, 31)),
        Term(f"Quý III/{year}", date(year, 9, 30)),
        Term(f"Tháng 11/{year}", date(year, 11, 30)),
        Term(f"15/12/{year}", date(year, 12, 15)),
        Term(f"Trong năm {year}", date(year, 12, 31)),
    )
    return forms[phrases.turn(len(forms), duty.unit, duty.id, "term")]


def _milestone(start: date, term: Term, unit: Unit, duty: Duty) -> str | None:
    """Set a day on the way of what has an end: about half the way, of a report near the end."""
    if term.end is None or (term.end - start).days < 60:
        return None
    part = 0.9 if duty.clause.kind is Kind.REPORT else 0.5
    day = _working(start + (term.end - start) * part, start)
    quarter = ("I", "II", "III", "IV")[(day.month - 1) // 3]
    forms = (_day(day), f"Tháng {day.month}/{day.year}", f"Quý {quarter}/{day.year}")
    return phrases.chosen(forms, unit.id, duty.id, "milestone")


def partners(duty: Duty, library: Library) -> list[str]:
    """Name the partners that the data gives for a clause; where there is none, a district's communes or the largest other group."""
    unit = library.units.by_id[duty.unit]
    rows = [row for row in duty.clause.assign if row.role is Role.SUPPORT]
    ids = [row.unit or row.group or "" for row in rows]
    others = [id for id in ids if id != unit.id and unit.id not in library.units.members(id)]
    named = [library.units.named(id).name.vi for id in dict.fromkeys(others)]
    if own := phrases.communes(unit):
        return [*named, own]
    if named:
        return named
    return [phrases.chosen((_others(unit, library), phrases.inner(unit)), unit.id, duty.id)]


def _others(unit: Unit, library: Library) -> str:
    groups = [
        g for g in library.units.groups.values() if unit.id not in g.members and len(g.members) > 1
    ]
    largest = max(groups, key=lambda group: (len(group.members), group.id), default=None)
    if largest and largest.name:
        return largest.name.vi
    return next(other.named.name.vi for other in library.units if other.id != unit.id)


def promise(duty: Duty, indicator: Indicator, parts: Parts, library: Library) -> Tree:
    """Promise what the directive asks of a unit, or its part of a total."""
    if indicator.trend:
        rises = "tăng" if indicator.trend is Trend.UP else "giảm"
        rises = "cải thiện thứ hạng" if is_rank(indicator.unit) else rises
        year = library.directive.year - 1
        return {
            "id": indicator.id,
            "baseline": f"theo kết quả công bố năm {year}",
            "target": rises,
        }
    required, _ = required_of(duty, indicator)
    part = parts.get((indicator.id, duty.unit))
    if required is None and part is None:
        return {"id": indicator.id, "target": measured(Decimal(100), indicator.unit or "%")}
    if part is not None and (required is None or required.value == part):
        return {"id": indicator.id, "target": measured(part, indicator.unit)}
    assert required is not None
    return {
        "id": indicator.id,
        "target": _least(required.op, required.value, required.high, indicator.unit),
    }


def objective(indicator: Indicator, promised: Value, library: Library) -> str | None:
    """Say as an objective what is promised of an indicator, where it is a number."""
    if indicator.trend or not indicator.name or not isinstance(promised, dict):
        return None
    year = library.directive.year
    return f"Đạt {promised['target']} đối với chỉ tiêu “{indicator.name.vi}” trong năm {year}"


def _least(op: Op | None, value: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """Write a promise that is surely enough."""
    level = value if value is not None else Decimal(100)
    if op is Op.RANGE and high is not None:
        return f"{say(level, Lang.VI)}-{measured(high, unit)}"
    steps = {Op.MORE: Decimal(1), Op.LESS: Decimal(-1)}
    return measured(level + steps.get(op, Decimal(0)) if op else level, unit)


def measured(value: Decimal, unit: str | None) -> str:
    """Write a number as officials do: 05 xã, 86%, 1,5 ha."""
    whole = value == value.to_integral_value() and 0 < value < 10 and unit != "%"
    said = f"{int(value):02}" if whole else say(value.normalize() if value else value, Lang.VI)
    return f"{said}%" if unit == "%" else f"{said} {unit or ''}".strip()


# --- where it is a partner


def _as_partner(unit: Unit, given: list[Duty], library: Library) -> Iterator[Tree]:
    """Make an action for each unit that it supports by the data, on all of whose clauses that name it by itself."""
    found: dict[str, list[Clause]] = {}
    for duty in given:
        if duty.role is not Role.SUPPORT or duty.row.unit != unit.id or duty.clause.restricted:
            continue
        if duty.clause.binding and (lead := _lead(duty.clause)) and lead != unit.id:
            found.setdefault(lead, []).append(duty.clause)
    for lead, clauses in found.items():
        name = library.units.named(lead).name.vi
        yield {
            "tasks": [clause.id for clause in clauses],
            "title": f"Phối hợp với {name} trong các nội dung thuộc lĩnh vực phụ trách",
            "objective": "Cung cấp thông tin, góp ý hồ sơ trong vòng 05 ngày làm việc kể từ khi nhận được đề nghị",
            "steps": [
                f"Cử đầu mối phối hợp, thông báo cho {name}",
                "Cung cấp số liệu, tham gia ý kiến chuyên môn và xử lý phần việc thuộc thẩm quyền",
            ],
            "start": f"{library.directive.issued.month % 12 + 1:02}/{library.directive.year}",
            "due": "Thường xuyên",
            "lead": phrases.division(clauses[0], unit),
            "support": [name],
            "result": "Văn bản góp ý, cung cấp số liệu; báo cáo phối hợp hằng quý",
        }


def _lead(clause: Clause) -> str | None:
    return next((r.unit or r.group for r in clause.assign if r.role is Role.LEAD), None)
