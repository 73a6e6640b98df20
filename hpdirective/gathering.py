"""The plans of a whole city: the roster of who has sent one, and what the plans break together."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from hpdirective import catalogue
from hpdirective.checking import OTHER_DOCUMENT, Examined, between
from hpdirective.choices import BeforeDay, Severity
from hpdirective.finding import (
    Assessment,
    Finding,
    NotRun,
    NotRunReason,
    Roster,
    RosterRow,
    Standing,
)
from hpdirective.library import Library
from hpdirective.model.directive import Directive
from hpdirective.model.unit import Submits, Unit
from hpdirective.rules.city import CityContext, Sum
from hpdirective.settings import Settings
from hpdirective.words import Text


class City(Struct, frozen=True):
    """What the plans of a city say together; `sums` are the totals of which several units promise a part each."""

    roster: Roster
    between: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]
    sums: tuple[Sum, ...]


def gather(
    examined: Iterable[Examined], library: Library, settings: Settings, today: date
) -> City:
    """Hold the plans of a city against its roster and against each other; their contexts must still be there."""
    everything = list(examined)
    counting = plans_by_unit(everything)
    roster = roster_of(everything, library, settings, today)
    plans = {
        unit: one.context
        for unit, one in counting.items()
        if one.context and not answers_other(one)
    }
    context = CityContext(library.directive, library.units, roster, plans)
    found = between(catalogue.OF_CITY, context, everything, settings, library.directive)
    gaps = (*_not_summed(context), *_not_told(context))
    shown = tuple(gap for gap in gaps if settings.selects(gap.rule or ""))
    return City(roster, found, shown, context.sums)


def with_city(assessment: Assessment, city: City) -> Assessment:
    """Add to an assessment of the plans what they break together."""
    found = sorted((*assessment.between, *city.between), key=lambda f: f.place.file or "")
    gaps = (*assessment.not_run, *city.not_run)
    return replace(assessment, between=tuple(found), not_run=gaps, roster=city.roster)


def without_city(
    assessment: Assessment, examined: Iterable[Examined], settings: Settings
) -> Assessment:
    """Say of an assessment of plans which rules were not run, since nobody says that the plans are those of a whole city."""
    if not any(one.checked.kind == "plan" for one in examined):
        return assessment
    gaps = tuple(
        NotRun(check.RULE.id, NotRunReason.NO_ROSTER, _NO_ROSTER)
        for check in catalogue.OF_CITY
        if settings.selects(check.RULE.id)
    )
    return replace(assessment, not_run=(*assessment.not_run, *gaps))


_NO_ROSTER = Text(
    vi="Các quy tắc về toàn thành phố (đơn vị chưa gửi, nhiệm vụ chưa ai nhận, tổng các phần …) chưa được kiểm tra; thêm --roster nếu đây là kế hoạch của mọi đơn vị",
    en="the rules on the whole city (plans not sent, tasks nobody takes, sums …) were not run; add --roster if these are the plans of all units",
)


def plans_by_unit(examined: Iterable[Examined]) -> dict[str, Examined]:
    """Give each unit's plan: of several, one that answers this directive, then the one issued last."""
    found: dict[str, Examined] = {}
    for one in sorted(examined, key=_rank):
        if one.checked.unit:
            found[one.checked.unit] = one
    return found


def _rank(one: Examined) -> tuple[bool, date, str]:
    paper = one.context.plan.document if one.context else None
    issued = paper.issued if paper and paper.issued else date.min
    return (not answers_other(one), issued, one.checked.file)


def answers_other(one: Examined) -> bool:
    """Tell whether a plan says that it answers another directive than this."""
    return any(f.rule.name in OTHER_DOCUMENT for f in one.checked.findings)


def roster_of(
    examined: Iterable[Examined], library: Library, settings: Settings, today: date
) -> Roster:
    """Say who must send a plan, who has sent one and how it stands; and who has sent one without having to."""
    everything = [one for one in examined if one.checked.kind == "plan"]
    counting = plans_by_unit(everything)
    before = _before(library.directive)
    rows = []
    for unit in sorted(library.units, key=lambda unit: unit.id):
        plan = counting.get(unit.id)
        outside = unit.submits is not Submits.REQUIRED
        if plan:
            files = tuple(one.checked.file for one in everything if one.checked.unit == unit.id)
            others = tuple(file for file in files if file != plan.checked.file)
            rows.append(_sent(unit, plan, others, outside=outside))
        elif not outside:
            over = _is_over(library.directive, settings, today)
            rows.append(RosterRow(unit.named, Standing.NOT_SENT if over else Standing.NOT_DUE))
    return Roster(before, tuple(rows))


def _before(directive: Directive) -> date | None:
    clause = directive.clause("plan.issued")
    return clause.due.day if clause and clause.due else None


def _is_over(directive: Directive, settings: Settings, today: date) -> bool:
    """Tell whether the last day for issuing a plan is over; the day itself counts as `before_day` says."""
    clause = directive.clause("plan.issued")
    due = clause.due if clause else None
    if due is None:
        return True
    return today > (due.last if settings.before_day is BeforeDay.ERROR else due.day)


def _sent(unit: Unit, plan: Examined, others: tuple[str, ...], *, outside: bool) -> RosterRow:
    paper = plan.context.plan.document if plan.context else None
    return RosterRow(
        unit.named,
        _standing(plan),
        plan.checked.file,
        paper.number if paper else None,
        paper.issued if paper else None,
        paper.sent_on if paper else None,
        any(f.rule.name == "sent-late" for f in plan.checked.findings),
        others,
        outside,
    )


def _standing(plan: Examined) -> Standing:
    """Say how a plan stands, by its findings on the date of issue, so that the two cannot differ."""
    if plan.context is None:
        return Standing.UNREADABLE
    if answers_other(plan):
        return Standing.OTHER_DIRECTIVE
    paper = plan.context.plan.document
    if paper is None or paper.issued is None:
        return Standing.UNDATED
    said = {f.rule.name: f.severity for f in plan.checked.findings}
    if "issued-late" in said or said.get("issued-on-the-day") is Severity.ERROR:
        return Standing.LATE
    return Standing.ON_THE_DAY if "issued-on-the-day" in said else Standing.IN_TIME


def _not_summed(context: CityContext) -> Iterator[NotRun]:
    for one in context.sums:
        if one.gap:
            whose = _names(one.about, context)
            name = one.indicator.name.text if one.indicator.name else Text(*[one.indicator.id] * 2)
            why = _WHY_NOT_SUMMED[one.gap]
            message = Text(
                vi=f"Chưa cộng được phần của các đơn vị cho chỉ tiêu “{name.vi}” của nhiệm vụ {one.clause.id}: {why.vi} ({whose.vi})",
                en=f"the units' parts of indicator “{name.en}” of task {one.clause.id} could not be added up: {why.en} ({whose.en})",
            )
            yield NotRun("HPD706", one.gap, message, task=one.clause.id)


_WHY_NOT_SUMMED = {
    NotRunReason.PLAN_MISSING: Text(vi="chưa có kế hoạch", en="no plan"),
    NotRunReason.UNREADABLE: Text(vi="có phần không đọc được", en="part could not be read"),
    NotRunReason.CONTESTED: Text(
        vi="đang đề nghị xác định lại đơn vị chủ trì", en="the lead is contested"
    ),
}


def _not_told(context: CityContext) -> Iterator[NotRun]:
    """Name the tasks of which it cannot be told whether anybody takes them: a plan is not due yet, or was not read in full."""
    for clause in context.directive.clauses.values():
        taken = {duty.unit: context.taken(duty) for duty in context.leads(clause)}
        unsure = tuple(unit for unit, said in taken.items() if said is None)
        if not unsure or any(taken.values()):
            continue
        unread = any(unit in context.plans for unit in unsure) or any(
            context.standing.get(unit) is Standing.UNREADABLE for unit in unsure
        )
        whose = _names(unsure, context)
        reason = NotRunReason.UNREADABLE if unread else NotRunReason.PLAN_MISSING
        message = Text(
            vi=f"Chưa kết luận được nhiệm vụ {clause.id} đã có đơn vị nhận chủ trì hay chưa: chưa có, hoặc chưa đọc được kế hoạch của {whose.vi}",
            en=f"whether anybody takes task {clause.id} cannot be told: there is no plan yet, or none that could be read, of {whose.en}",
        )
        yield NotRun("HPD703", reason, message, task=clause.id)


_SHOWN = 5  # names that a sentence bears


def _names(units: tuple[str, ...], context: CityContext) -> Text:
    names = [context.units.named(unit).name for unit in units[:_SHOWN]]
    more = f", +{len(units) - _SHOWN}" if len(units) > _SHOWN else ""
    return Text(
        vi=", ".join(name.vi for name in names) + more,
        en=", ".join(name.en for name in names) + more,
    )
