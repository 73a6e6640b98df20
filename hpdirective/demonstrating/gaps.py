"""The gaps of the invented city: what each is, which unit it falls to by a rule from the data, and what it shows."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.demonstrating import phrases, planning, text
from hpdirective.demonstrating.text import Tree
from hpdirective.demonstrating.town import Town, cites_task, has_total
from hpdirective.model.directive import Basis, DueBasis, Indicator, Kind, MetBy, Role, Scope
from hpdirective.model.issuer import in_full
from hpdirective.model.target import Op
from hpdirective.model.unit import Submits
from hpdirective.rules.check import required_of
from hpdirective.words import Text

Shown = tuple[tuple[str, str], ...]
"""Rules, each with the unit at whose plan it speaks; of a task of the city no unit."""


class Planted(Struct, frozen=True):
    """Where a gap was put: the unit, the task that it is about, and the rules that find it."""

    unit: str
    task: str | None
    shows: Shown


class Gap(Struct, frozen=True):
    """One gap: `what` it is, and what it `shows` beside the rules that find it."""

    id: str
    what: Text
    state: Text
    plant: Callable[[Town, str], Planted | None]


class Seeded(Struct, frozen=True):
    """A gap as it stands in the folder."""

    gap: Gap
    unit: str
    file: str
    task: str | None
    shows: Shown


_MISSING = {
    Basis.NAMED: "HPD320",
    Basis.ALL: "HPD321",
    Basis.FUNCTION: "HPD322",
    Basis.PLACE: "HPD323",
    Basis.READING: "HPD324",
}
_PAPER = "document"
_CITY = ""


def seed(town: Town) -> tuple[Seeded, ...]:
    """Put the gaps into the plans, in the order of the table; one that the data has no place for is left out."""
    planted = [(gap, gap.plant(town, gap.id)) for gap in GAPS]
    return tuple(
        Seeded(gap, one.unit, town.file(one.unit), one.task, one.shows)
        for gap, one in planted
        if one
    )


# --- plans that are not there, or not as they should be


def _nothing_sent(town: Town, gap: str) -> Planted | None:
    unit = _least_missed(town)
    if unit is None or town.weight(unit)[0]:
        return None
    town.bear(unit, _PAPER, whole=True)
    del town.plans[unit]
    return Planted(unit, None, (("HPD702", unit),))


def _other_directive(town: Town, gap: str) -> Planted | None:
    unit = _least_missed(town)
    if unit is None or town.weight(unit)[0]:
        return None
    town.bear(unit, _PAPER, whole=True)
    directive = town.library.directive
    day = directive.issued.replace(
        year=directive.issued.year - 1, day=min(directive.issued.day, 28)
    )
    plan = town.plans.pop(unit) | {"directive": f"{directive.number} ngày {day:%d/%m/%Y}"}
    town.files[f"{unit}.yaml"] = text.write(plan, (), {})
    return Planted(unit, None, (("HPD308", unit),))


def _unreadable(town: Town, gap: str) -> Planted | None:
    unit = _least_missed(town)
    if unit is None:
        return None
    town.bear(unit, _PAPER, whole=True)
    whole = text.write(town.plans.pop(unit), (), {})
    town.files[f"{unit}.yaml"] = whole.replace("\nactions:\n", "\nactions: [\n", 1)
    return Planted(unit, None, (("HPD129", unit),))


def _least_missed(town: Town) -> str | None:
    """Give the unit whose plan the city would miss least; of a small city only one plan is spent so."""
    if town.borne and len(town.borne) >= town.budget // 4:
        return None
    return min(town.plans, key=town.weight)


def _requested(town: Town, gap: str) -> Planted | None:
    library = town.library
    asked = [unit for unit in library.units if unit.submits is Submits.REQUESTED]

    def own(unit: str) -> tuple[int, str]:
        mine = [d for d in town.given[unit].values() if d.required and not d.clause.restricted]
        return -len(mine), unit

    chosen = min(asked, key=lambda unit: own(unit.id), default=None)
    if chosen is None:
        return None
    town.plans[chosen.id] = planning.plan_of(chosen, library, town.parts)
    town.borne[chosen.id] = 2
    town.budget += 1  # it stands beside the units that must send a plan
    return Planted(chosen.id, None, ())


# --- the document


def _on_paper(town: Town, gap: str) -> str | None:
    chosen = town.choose(gap, [(unit, _PAPER) for unit in sorted(town.plans)])
    if chosen is None:
        return None
    town.bear(*chosen)
    return chosen[0]


def _named_day(town: Town) -> tuple[date, bool] | None:
    """Give the day that the directive names for issuing a plan, and whether it asks for one before that day."""
    clause = town.library.directive.clause("plan.issued")
    due = clause.due if clause else None
    return (due.day, due.before is not None) if due else None


def _dated(town: Town, unit: str, issued: date | None, sent: date) -> None:
    paper = town.plans[unit]["document"]
    assert isinstance(paper, dict)
    if issued:
        paper["issued"] = f"{issued:%d/%m/%Y}"
    paper["sent_on"] = f"{sent:%d/%m/%Y}"


def _issued_late(town: Town, gap: str) -> Planted | None:
    named = _named_day(town)
    if named is None or (unit := _on_paper(town, gap)) is None:
        return None
    day = named[0] + timedelta(days=6)
    _dated(town, unit, day, day)
    return Planted(unit, None, (("HPD401", unit), ("HPD409", unit)))


def _issued_on_the_day(town: Town, gap: str) -> Planted | None:
    named = _named_day(town)
    if named is None or not named[1] or (unit := _on_paper(town, gap)) is None:
        return None
    _dated(town, unit, named[0], named[0])
    return Planted(unit, None, (("HPD402", unit), ("HPD409", unit)))


def _sent_late(town: Town, gap: str) -> Planted | None:
    named = _named_day(town)
    if named is None or (unit := _on_paper(town, gap)) is None:
        return None
    _dated(town, unit, None, named[0] + timedelta(days=1))
    return Planted(unit, None, (("HPD409", unit),))


def _two_plans(town: Town, gap: str) -> Planted | None:
    unit = _earlier_plan(town, gap)
    return Planted(unit, None, (("HPD701", unit),)) if unit else None


def _two_related_plans(town: Town, gap: str) -> Planted | None:
    unit = _earlier_plan(town, gap)
    if unit is None:
        return None
    paper, (_, earlier) = town.plans[unit]["document"], town.earlier[unit]
    assert isinstance(paper, dict)
    assert isinstance(earlier["document"], dict)
    paper["relation"] = {"replaces": earlier["document"]["number"]}
    return Planted(unit, None, ())


def _earlier_plan(town: Town, gap: str) -> str | None:
    """Give a unit an earlier plan beside the one that counts."""
    chosen = _on_paper(town, gap)
    if chosen is None:
        return None
    unit = town.library.units.by_id[chosen]
    earlier = planning.plan_of(unit, town.library, town.parts)
    day = f"{planning.issue_day(unit, town.library) - timedelta(days=2):%d/%m/%Y}"
    paper = earlier["document"]
    assert isinstance(paper, dict)
    number = planning.number_of(unit, phrases.turn(60, unit.id, "number") + 3)
    earlier["document"] = {**paper, "number": number, "issued": day, "sent_on": day}
    town.earlier[unit.id] = (f"{unit.id}.yaml", earlier)
    town.names[unit.id] = f"{unit.id}-2.yaml"
    return unit.id


# --- tasks that are not answered


def _plain(duty: Duty) -> bool:
    """Tell whether a duty asks for no number, so that nothing else follows from a gap in it."""
    return not duty.clause.indicators and not has_total(duty.clause)


def _missing(*bases: Basis) -> Callable[[Town, str], Planted | None]:
    def plant(town: Town, gap: str) -> Planted | None:
        fitting = [(u, d) for u, d in town.duties() if d.basis in bases and _plain(d)]
        found = _shared_first(town, gap, fitting)
        if found is None:
            return None
        unit, duty = found
        town.drop(unit, duty.id)
        return Planted(
            unit, duty.id, ((_MISSING[duty.basis], unit), *_nobody(town, unit, duty.id))
        )

    return plant


def _shared_first(
    town: Town, gap: str, fitting: list[tuple[str, Duty]]
) -> tuple[str, Duty] | None:
    """Choose a duty that another unit leads too, so that one gap is one finding; else one that nobody else leads."""
    shared = [(u, d.id) for u, d in fitting if not town.alone(u, d.id)]
    lone = [(u, d.id) for u, d in fitting if town.alone(u, d.id)]
    chosen = town.choose(gap, shared) or town.choose(gap, lone)
    if chosen is None:
        return None
    town.bear(*chosen)
    return chosen[0], town.given[chosen[0]][chosen[1]]


def _nobody(town: Town, unit: str, task: str) -> Shown:
    return (("HPD703", _CITY),) if town.alone(unit, task) else ()


def _nobody_leads(town: Town, gap: str) -> Planted | None:
    """Have the two leads of a task hand it on to each other; where no task has two, its only lead to another unit."""
    fitting = [
        (unit, duty.id)
        for unit, duty in town.duties()
        if duty.basis not in (Basis.NAMED, Basis.ALL) and _plain(duty)
    ]
    pairs = [one for one in fitting if _other_lead(town, *one, dict.fromkeys(fitting))]
    alone = [one for one in fitting if town.alone(*one)]
    chosen = town.choose(gap, pairs) or town.choose(gap, alone)
    if chosen is None:
        return None
    unit, task = chosen
    back = _other_lead(town, unit, task, dict.fromkeys(fitting))
    others = [other for other in sorted(town.plans) if other != unit]
    _contest(town, unit, task, back or others[phrases.turn(len(others), gap, unit)])
    if back is None:
        return Planted(unit, task, (("HPD703", _CITY),))
    _contest(town, back, task, unit)
    return Planted(unit, task, (("HPD703", _CITY), ("HPD708", unit), ("HPD708", back)))


def _other_lead(
    town: Town, unit: str, task: str, fitting: dict[tuple[str, str], None]
) -> str | None:
    """Give the one unit that leads a task beside another, where it may contest it."""
    others = [other for other in town.leads(task) if other != unit]
    if len(others) == 1 and (others[0], task) in fitting and town.free(others[0], task):
        return others[0]
    return None


def _contest(town: Town, unit: str, task: str, owner: str) -> None:
    town.bear(unit, task)
    town.drop(unit, task)
    name = town.library.units.named(owner).name.vi
    number = phrases.turn(200, unit, task) + 100
    own = planning.number_of(town.library.units.by_id[unit], number).replace("/KH-", "/")
    town.add(
        unit,
        "contests",
        {
            "task": task,
            "reason": f"Nội dung này thuộc lĩnh vực do {name} quản lý; đơn vị chỉ tham gia phối hợp",
            "owner": name,
            "document": f"Công văn số {own}",
        },
    )


def _waived(town: Town, gap: str) -> Planted | None:
    kinds = (Kind.DELIVER, Kind.ADVANCE, Kind.STUDY)
    fitting = [(u, d.id) for u, d in town.duties() if d.clause.kind in kinds and _plain(d)]
    chosen = town.choose(gap, fitting)
    if chosen is None:
        return None
    town.bear(*chosen)
    town.drop(*chosen)
    _waive(town, *chosen, _approval(town, *chosen))
    return Planted(*chosen, ())


def _waived_by_itself(town: Town, gap: str) -> Planted | None:
    fitting = [(u, d) for u, d in town.duties() if d.basis is Basis.READING and _plain(d)]
    found = _shared_first(town, gap, fitting)
    if found is None:
        return None
    unit, duty = found
    town.drop(unit, duty.id)
    own = planning.number_of(town.library.units.by_id[unit], 41).replace("/KH-", "/QĐ-")
    _waive(town, unit, duty.id, f"Quyết định số {own} của thủ trưởng đơn vị")
    return Planted(unit, duty.id, (("HPD340", unit),))


def _waive(town: Town, unit: str, task: str, approved: str) -> None:
    reason = (
        "Nội dung được chuyển sang thực hiện cùng chương trình của năm sau do chưa bố trí được vốn"
    )
    town.add(unit, "waivers", {"task": task, "reason": reason, "approved_by": approved})


def _approval(town: Town, unit: str, task: str) -> str:
    day = planning.issue_day(town.library.units.by_id[unit], town.library)
    number = phrases.turn(300, unit, task) + 120
    issuer = in_full(town.library.directive.issuer)
    return f"Công văn số {number}/UBND-TH ngày {day:%d/%m/%Y} của {issuer}"


def _item_missing(town: Town, gap: str) -> Planted | None:
    fitting = [(u, d.id) for u, d in town.duties() if len(d.items) > 1]
    chosen = town.choose(gap, fitting)
    if chosen is None:
        return None
    town.bear(*chosen)
    items = town.action(*chosen)["items"]
    assert isinstance(items, list)
    items.pop()
    return Planted(*chosen, (("HPD330", chosen[0]),))


# --- dates and numbers


def _late_by_the_text(town: Town, gap: str) -> Planted | None:
    fitting = [(u, d.id) for u, d in town.duties() if _due_on(d, DueBasis.TEXT)]
    chosen = town.choose(gap, fitting)
    if chosen is None:
        return None
    due = town.given[chosen[0]][chosen[1]].due
    assert due
    town.bear(*chosen)
    town.action(*chosen)["due"] = f"{due.day + timedelta(days=5):%d/%m/%Y}"
    return Planted(*chosen, (("HPD403", chosen[0]),))


def _due_on(duty: Duty, basis: DueBasis) -> bool:
    limit = answering.limit(duty, {})
    return limit is not None and limit.basis is basis


def _late_for_the_year(town: Town, gap: str) -> Planted | None:
    chosen = _next_year(town, gap)
    return Planted(*chosen, (("HPD404", chosen[0]),)) if chosen else None


def _ignored(town: Town, gap: str) -> Planted | None:
    chosen = _next_year(town, gap)
    if chosen is None:
        return None
    town.notes[chosen] = (
        "hpd: ignore[HPD404] lý do: đã thống nhất tiến độ với cơ quan tổng hợp, chờ văn bản gia hạn"
    )
    return Planted(*chosen, ())


def _extended(town: Town, gap: str) -> Planted | None:
    chosen = _next_year(town, gap)
    if chosen is None:
        return None
    day = f"31/3/{town.library.directive.year + 1}"
    entry: Tree = {"task": chosen[1], "to": day, "approved_by": _approval(town, *chosen)}
    town.add(chosen[0], "extensions", entry)
    return Planted(*chosen, ())


def _next_year(town: Town, gap: str) -> tuple[str, str] | None:
    """Have a task that is due within the directive's year end in the first quarter of the next."""
    fitting = [
        (u, d.id)
        for u, d in town.duties()
        if _due_on(d, DueBasis.YEAR) and d.clause.kind is not Kind.REPORT
    ]
    chosen = town.choose(gap, fitting)
    if chosen:
        town.bear(*chosen)
        town.action(*chosen)["due"] = f"Quý I/{town.library.directive.year + 1}"
    return chosen


def _weaker(town: Town, gap: str) -> Planted | None:
    weaker = {
        (unit, duty.id): (indicator, less)
        for unit, duty in town.duties()
        for indicator in duty.indicators
        if (less := _less(duty, indicator)) is not None
    }
    chosen = town.choose(gap, weaker)
    if chosen is None:
        return None
    town.bear(*chosen)
    indicator, less = weaker[chosen]
    _promise(town, *chosen, indicator, less)
    return Planted(*chosen, (("HPD502", chosen[0]),))


def _less(duty: Duty, indicator: Indicator) -> Decimal | None:
    """Give a number that falls just short of what is asked of a unit itself."""
    required, alone = required_of(duty, indicator)
    if required is None or required.value is None or not (indicator.scope is Scope.EACH or alone):
        return None
    steps = {Op.MORE: 0, Op.AT_LEAST: 1, Op.EQUAL: 1, Op.RANGE: 5}
    step = steps.get(required.op) if required.op else None
    return required.value - step if step is not None and required.value > step else None


def _promise(town: Town, unit: str, task: str, indicator: Indicator, value: Decimal) -> None:
    action = town.action(unit, task)
    promises = action["indicators"]
    assert isinstance(promises, list)
    for promise in promises:
        if isinstance(promise, dict) and promise["id"] == indicator.id:
            promise["target"] = planning.measured(value, indicator.unit)
    first = town.given[unit][task].indicators[0]
    action["objective"] = (
        planning.objective(first, promises[0], town.library) or action["objective"]
    )


def _shares_below(town: Town, gap: str) -> Planted | None:
    found: dict[tuple[str, str], Indicator] = {}
    for unit, duty in town.duties():
        for indicator in duty.indicators:
            part = town.parts.get((indicator.id, unit), Decimal(0))
            if part > 1 and unit not in indicator.parts and _summed(town, duty, indicator):
                found[unit, duty.id] = indicator
    chosen = town.choose(gap, found)
    if chosen is None:
        return None
    town.bear(*chosen)
    indicator = found[chosen]
    _promise(town, *chosen, indicator, town.parts[indicator.id, chosen[0]] - 1)
    return Planted(*chosen, (("HPD706", _CITY),))


def _summed(town: Town, duty: Duty, indicator: Indicator) -> bool:
    """Tell whether a total can be added up: all who share it have a plan, and there are several."""
    sharing = {unit for id, unit in town.parts if id == indicator.id}
    return len(sharing) > 1 and sharing <= set(town.plans)


# --- between plans


def _two_lead(town: Town, gap: str) -> Planted | None:
    """Have a unit lead what the data gives to another alone."""
    fitting = [
        (other, duty.id)
        for unit, duty in town.duties()
        if duty.clause.kind is Kind.SUSTAIN and _plain(duty) and _led_by_one(town, duty)
        for other in sorted(town.plans)
        if duty.id not in town.given[other] and _same_type(town, unit, other)
        if (unit, duty.id) not in town.taken
    ]
    near = [(unit, task) for unit, task in fitting if _works_nearby(town, unit, task)]
    chosen = town.choose(gap, near) or town.choose(gap, fitting)
    if chosen is None:
        return None
    town.bear(*chosen)
    unit, task = chosen
    (lead,) = town.leads(task)
    town.taken.add((lead, task))
    action = deepcopy(town.action(lead, task))
    own, clause = town.library.units.by_id[unit], town.library.directive.clauses[task]
    action |= {"lead": phrases.division(clause, own), "support": [phrases.inner(own)]}
    action.pop("items", None)
    town.add(unit, "actions", action)
    return Planted(unit, task, (("HPD704", unit), ("HPD312", unit)))


def _works_nearby(town: Town, unit: str, task: str) -> bool:
    """Tell whether a unit leads something of the same paragraph, so that it may well think the task its own."""
    paragraph = town.library.directive.clauses[task].paragraph
    own = (d for d in town.given[unit].values() if d.required and d.row.unit == unit)
    return any(duty.clause.paragraph == paragraph for duty in own)


def _led_by_one(town: Town, duty: Duty) -> bool:
    return town.leads(duty.id) == [duty.unit] and duty.row.unit == duty.unit


def _same_type(town: Town, one: str, other: str) -> bool:
    units = town.library.units.by_id
    return one != other and units[one].type == units[other].type


def _unaware(town: Town, gap: str) -> Planted | None:
    fitting = [(u, d.id) for u, d in town.duties() if d.clause.kind is Kind.SUSTAIN and d.row.unit]
    chosen = town.choose(gap, fitting)
    if chosen is None:
        return None
    unit, task = chosen
    others = [u for u in sorted(town.plans) if u != unit and task not in town.given[u]]
    if not others:
        return None
    town.bear(*chosen)
    support = town.action(*chosen)["support"]
    assert isinstance(support, list)
    other = others[phrases.turn(len(others), gap, unit)]
    support.append(town.library.units.named(other).name.vi)
    return Planted(*chosen, (("HPD705", unit),))


def _different_days(town: Town, gap: str) -> Planted | None:
    found: dict[tuple[str, str], date] = {}
    for lead, duty in town.duties():
        end = planning.term_of(duty, town.library).end
        if end is None or not _led_by_one(town, duty) or (lead, duty.id) in town.taken:
            continue
        found |= {(unit, duty.id): end for unit in _answering_partners(town, duty.id)}
    chosen = town.choose(gap, found)
    if chosen is None:
        return None
    unit, task = chosen
    town.bear(unit, task)
    town.taken.add((town.leads(task)[0], task))
    day = found[chosen] - timedelta(days=45)
    town.add(unit, "actions", town.drop(unit, task) | {"tasks": [task], "due": f"{day:%d/%m/%Y}"})
    return Planted(unit, task, (("HPD707", unit),))


def _answering_partners(town: Town, task: str) -> Iterator[str]:
    for unit in sorted(town.plans):
        duty = town.given[unit].get(task)
        answers = any(cites_task(action, task) for action in town.actions(unit))
        if duty and duty.role is Role.SUPPORT and answers and MetBy.ACTION in duty.met_by:
            yield unit


def _text(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


_NOT_COVERED = _text("nhiệm vụ chưa có trong kế hoạch", "the task is missing")
_PARTLY = _text("đáp ứng một phần", "the task is partly covered")
_STILL_COVERED = _text("tỷ lệ đáp ứng không đổi", "coverage stays as it is")
GAPS: tuple[Gap, ...] = (
    Gap(
        "nothing-sent",
        _text(
            "Đơn vị chưa gửi kế hoạch (đơn vị mà thiếu thì ảnh hưởng ít nhất)",
            "A unit that sent nothing (the one that is missed least)",
        ),
        _text("chưa gửi", "not sent"),
        _nothing_sent,
    ),
    Gap(
        "other-directive",
        _text(
            "Kế hoạch ghi chỉ thị cùng số của năm trước",
            "A plan that answers last year's directive of the same number",
        ),
        _text("kế hoạch thực hiện chỉ thị khác", "plan for another directive"),
        _other_directive,
    ),
    Gap(
        "unreadable",
        _text(
            "Tệp có dấu ngoặc mở mà không đóng nên không đọc được",
            "A file with a bracket that is not closed, which cannot be read",
        ),
        _text("kế hoạch không đọc được", "plan could not be read"),
        _unreadable,
    ),
    Gap(
        "requested-unit",
        _text(
            "Đơn vị chỉ được đề nghị gửi mà đã gửi kế hoạch",
            "A unit that is only requested to send a plan and sent one",
        ),
        _text("đứng ngoài tổng số chung", "stands outside the overall totals"),
        _requested,
    ),
    Gap(
        "nobody-leads",
        _text(
            "Nhiệm vụ chưa ai nhận: đơn vị chủ trì đề nghị chuyển cho đơn vị khác, đơn vị này (nếu cùng chủ trì) cũng đề nghị chuyển trả",
            "A task that nobody takes: its lead hands it on to another unit, which hands it back where it leads it too",
        ),
        _text("đang đề nghị xác định lại đơn vị chủ trì", "contested"),
        _nobody_leads,
    ),
    Gap(
        "issued-late",
        _text("Kế hoạch ban hành chậm", "A plan issued late"),
        _text("ban hành chậm", "issued late"),
        _issued_late,
    ),
    Gap(
        "missing-all",
        _text(
            "Thiếu một nhiệm vụ giao đích danh hoặc giao chung",
            "A missing duty, named or given to all",
        ),
        _NOT_COVERED,
        _missing(Basis.ALL, Basis.NAMED),
    ),
    Gap(
        "weaker-target",
        _text("Mức phấn đấu thấp hơn yêu cầu", "A target weaker than what is asked"),
        _PARTLY,
        _weaker,
    ),
    Gap(
        "late-due-date",
        _text(
            "Thời hạn muộn hơn ngày mà Chỉ thị nêu", "A due date later than the day in the text"
        ),
        _PARTLY,
        _late_by_the_text,
    ),
    Gap(
        "shares-below-total",
        _text(
            "Một đơn vị ghi phần thấp hơn nên tổng các phần chưa đạt",
            "A unit's part is less, so that the parts do not reach the total",
        ),
        _text(
            "tổng các phần chưa đạt chỉ tiêu chung",
            "the parts stay below the total",
        ),
        _shares_below,
    ),
    Gap(
        "different-due-dates",
        _text(
            "Đơn vị phối hợp ghi thời hạn khác đơn vị chủ trì",
            "A partner with another due date than the lead",
        ),
        _STILL_COVERED,
        _different_days,
    ),
    Gap(
        "two-plans-lead",
        _text("Hai kế hoạch cùng nhận chủ trì một nhiệm vụ", "Two plans that both lead one task"),
        _STILL_COVERED,
        _two_lead,
    ),
    Gap(
        "missing-function",
        _text("Thiếu một nhiệm vụ theo chức năng", "A missing duty by function"),
        _NOT_COVERED,
        _missing(Basis.FUNCTION),
    ),
    Gap(
        "missing-place",
        _text("Thiếu một nhiệm vụ nêu tên địa bàn", "A missing duty by place"),
        _NOT_COVERED,
        _missing(Basis.PLACE),
    ),
    Gap(
        "missing-reading",
        _text("Thiếu một nhiệm vụ theo cách hiểu của bộ dữ liệu", "A missing duty by our reading"),
        _NOT_COVERED,
        _missing(Basis.READING),
    ),
    Gap(
        "late-for-the-year",
        _text("Thời hạn sang năm sau", "A due date in the next year"),
        _PARTLY,
        _late_for_the_year,
    ),
    Gap(
        "item-missing",
        _text("Một hạng mục nêu tên chưa được đáp ứng", "A named item that is not answered"),
        _PARTLY,
        _item_missing,
    ),
    Gap(
        "waived",
        _text("Được cơ quan ban hành Chỉ thị cho phép không thực hiện", "A waiver that holds"),
        _text("được cho phép không thực hiện", "waived"),
        _waived,
    ),
    Gap(
        "waiver-without-effect",
        _text(
            "Đơn vị tự cho phép không thực hiện",
            "A waiver that does not hold, signed by the unit itself",
        ),
        _NOT_COVERED,
        _waived_by_itself,
    ),
    Gap(
        "extended",
        _text(
            "Thời hạn sang năm sau, được cơ quan ban hành Chỉ thị gia hạn",
            "A due date in the next year, with an extension that holds",
        ),
        _text("đã đáp ứng", "covered"),
        _extended,
    ),
    Gap(
        "ignored",
        _text(
            "Phát hiện được bỏ qua bằng ghi chú có lý do",
            "A finding left out by a comment with a reason",
        ),
        _text("phát hiện HPD404 được bỏ qua", "finding HPD404 is left out"),
        _ignored,
    ),
    Gap(
        "issued-on-the-day",
        _text("Kế hoạch ban hành đúng ngày mốc", "A plan issued on the very day"),
        _text("ban hành đúng ngày mốc", "issued on the very day"),
        _issued_on_the_day,
    ),
    Gap(
        "sent-late",
        _text("Kế hoạch ban hành trong hạn, gửi chậm", "A plan issued in time and sent late"),
        _text("ban hành trong hạn, gửi chậm", "issued in time, sent late"),
        _sent_late,
    ),
    Gap(
        "two-plans",
        _text(
            "Hai kế hoạch của một đơn vị không nêu quan hệ với nhau",
            "Two plans of one unit with no relation",
        ),
        _text("kế hoạch ban hành sau được tính", "the one issued last counts"),
        _two_plans,
    ),
    Gap(
        "two-related-plans",
        _text(
            "Hai kế hoạch, kế hoạch sau ghi thay thế kế hoạch trước",
            "Two plans, of which the later says that it replaces the earlier",
        ),
        _text("kế hoạch ban hành sau được tính", "the one issued last counts"),
        _two_related_plans,
    ),
    Gap(
        "partner-unaware",
        _text(
            "Đơn vị phối hợp chưa có nhiệm vụ này trong kế hoạch của mình",
            "A partner whose own plan does not have the task",
        ),
        _STILL_COVERED,
        _unaware,
    ),
)
"""Every gap, in the order in which units are chosen for them: what takes a whole plan first, then what tells most."""
