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
from hpdirective.model.plan import number_key
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
    roster = roster_of(everything, library, settings, today)
    counting = {
        unit: chain
        for unit, chain in chains(everything).items()
        if chain.whole and chain.plan.context and not answers_other(chain.plan)
    }
    plans = {unit: chain.plan.context for unit, chain in counting.items() if chain.plan.context}
    amendments = {
        unit: tuple(one.context for one in chain.amendments if one.context)
        for unit, chain in counting.items()
    }
    context = CityContext(library.directive, library.units, roster, plans, amendments)
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
    vi="Các quy tắc giữa kế hoạch của mọi đơn vị (đơn vị chưa gửi, nhiệm vụ chưa ai nhận, tổng các phần …) chưa được kiểm tra; thêm --roster nếu đây là kế hoạch của mọi đơn vị",
    en="the rules between the plans of all units (plans not sent, tasks nobody takes, sums …) were not run; add --roster if these are the plans of all units",
)


class Chain(Struct, frozen=True):
    """The plans of a unit: the one that counts, the unit's first where that is there, and those that change the one that counts, in order."""

    plan: Examined
    first: Examined | None
    amendments: tuple[Examined, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the plan that counts stands for itself, and does not only change one that is not there."""
        return not (self.plan.context and self.plan.context.amends)

    def holds(self, amendment: Examined) -> bool:
        """Whether an amendment names a plan that is in force: the one that counts, or another amendment."""
        others = {_number(one) for one in self.all if one is not amendment}
        return bool(_named(amendment, "amends", "corrects") & others)

    @property
    def all(self) -> tuple[Examined, ...]:
        """Every plan that says what is in force."""
        return (self.plan, *self.amendments)


def chains(examined: Iterable[Examined]) -> dict[str, Chain]:
    """Give the plans of each unit as they stand to each other."""
    found: dict[str, list[Examined]] = {}
    for one in sorted(examined, key=_rank):
        if one.checked.unit:
            found.setdefault(one.checked.unit, []).append(one)
    return {unit: _chain(plans) for unit, plans in found.items()}


def _chain(plans: list[Examined]) -> Chain:
    """Tie the plans of a unit together, given the one issued last at the end: of those that no other replaces, it is the one that counts.

    Where one could not be read nobody knows what it replaces: it is the one that counts.
    """
    unread = [one for one in plans if one.context is None]
    ours = [one for one in plans if one.context and not answers_other(one)]
    if unread or not ours:
        return Chain((unread or plans)[-1], None)
    replaced = {key for one in ours for key in _named(one, "replaces")}
    wholes = [one for one in ours if not _amends(one)]
    standing = [one for one in wholes if _number(one) not in replaced] or wholes
    plan = standing[-1] if standing else ours[0]
    others = {_number(one) for one in wholes if one is not plan}
    changes = (one for one in ours if _amends(one) and one is not plan)
    amendments = tuple(one for one in changes if not _named(one, "amends", "corrects") & others)
    return Chain(plan, _first(plan, ours), amendments)


def _first(plan: Examined, ours: list[Examined]) -> Examined | None:
    """Give the plan that a plan replaces, and so on to the first; None where that is not there."""
    seen = [plan]
    while named := _named(seen[-1], "replaces", "amends", "corrects"):
        earlier = [one for one in ours if _number(one) in named and one not in seen]
        if not earlier:
            return None
        seen.append(earlier[0])
    return seen[-1]


def _amends(one: Examined) -> bool:
    return bool(one.context and one.context.amends)


def _named(one: Examined, *keys: str) -> set[str]:
    """Give the numbers that a plan names under some keys of its relation; its own is a slip."""
    relation = one.context.relation if one.context else None
    given = (getattr(relation, key) for key in keys)
    return {number_key(text) for text in given if text} - {_number(one)} if relation else set()


def _number(one: Examined) -> str | None:
    paper = one.context.plan.document if one.context else None
    return number_key(paper.number) if paper and paper.number else None


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
    counting = chains(everything)
    before = _before(library.directive)
    rows = []
    for unit in sorted(library.units, key=lambda unit: unit.id):
        chain = counting.get(unit.id)
        outside = unit.submits is not Submits.REQUIRED
        if chain:
            files = tuple(one.checked.file for one in everything if one.checked.unit == unit.id)
            others = tuple(file for file in files if file != chain.plan.checked.file)
            rows.append(_sent(unit, chain, others, outside=outside))
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


def _sent(unit: Unit, chain: Chain, others: tuple[str, ...], *, outside: bool) -> RosterRow:
    first = chain.first or chain.plan
    paper = first.context.plan.document if first.context else None
    return RosterRow(
        unit.named,
        _standing(chain),
        chain.plan.checked.file,
        paper.number if paper else None,
        paper.issued if paper else None,
        paper.sent_on if paper else None,
        any(f.rule.name == "sent-late" for f in first.checked.findings),
        others,
        outside,
        tuple(one.checked.file for one in chain.amendments),
    )


def _standing(chain: Chain) -> Standing:
    """Say how a unit stands with its plan, by the findings on the date of issue of the first one, so that the two cannot differ."""
    if chain.plan.context is None:
        return Standing.UNREADABLE
    if answers_other(chain.plan):
        return Standing.OTHER_DIRECTIVE
    if chain.first is None or chain.first.context is None:
        return Standing.FIRST_MISSING
    paper = chain.first.context.plan.document
    if paper is None or paper.issued is None:
        return Standing.UNDATED
    said = {f.rule.name: f.severity for f in chain.first.checked.findings}
    if "issued-late" in said or said.get("issued-on-the-day") is Severity.ERROR:
        return Standing.LATE
    return Standing.ON_THE_DAY if "issued-on-the-day" in said else Standing.IN_TIME


def _not_summed(context: CityContext) -> Iterator[NotRun]:
    for one in context.sums:
        if one.gap:
            whose = _names(one.about, context)
            name = one.indicator.called
            why = WHY_NOT_SUMMED[one.gap]
            message = Text(
                vi=f"Chưa cộng được phần của các đơn vị cho chỉ tiêu “{name.vi}” của nhiệm vụ {one.clause.id}: {why.vi} ({whose.vi})",
                en=f"the units' parts of indicator “{name.en}” of task {one.clause.id} could not be added up: {why.en} ({whose.en})",
            )
            yield NotRun("HPD706", one.gap, message, task=one.clause.id)


WHY_NOT_SUMMED = {
    NotRunReason.PLAN_MISSING: Text(vi="chưa có kế hoạch", en="no plan"),
    NotRunReason.UNREADABLE: Text(vi="có phần không đọc được", en="part could not be read"),
    NotRunReason.CONTESTED: Text(
        vi="đang đề nghị xác định lại đơn vị chủ trì", en="the lead is contested"
    ),
    NotRunReason.EARLIER_PLAN: Text(
        vi="có kế hoạch sửa đổi nội dung này", en="an amendment changes it"
    ),
}
"""Why the parts of a total could not be added up."""


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
