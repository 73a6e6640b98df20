"""The first page: the city's figures with their bases, its roster, what is not covered, what was not run, and what lies between plans."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.choices import Severity
from hpdirective.coverage import State, UnitTotals
from hpdirective.finding import NotRun, RosterRow, Standing
from hpdirective.measuring import totals_of
from hpdirective.model.directive import Basis, Deadline
from hpdirective.reporters.clause import day_of
from hpdirective.reporters.figures import headline
from hpdirective.reporters.html import (
    Answer,
    Desk,
    Found,
    Link,
    Share,
    Sign,
    clause_at,
    day,
    found_of,
    fraction,
    plan_of,
    section_of,
    severity_of,
    share_of,
    state_of,
)
from hpdirective.reporters.labels import BASES, STANDINGS
from hpdirective.reporters.view import deadline
from hpdirective.words import Text, one_line


class Counted(Struct, frozen=True):
    """How many duties stand in one state, and what that means."""

    state: Sign
    count: int
    meaning: str


class Row(Struct, frozen=True):
    """A basis or a section with its share."""

    name: Link
    share: Share
    heading: str = ""


class UnitRow(Struct, frozen=True):
    """A unit with its share, whole and by basis."""

    unit: Link
    plan: str
    share: Share
    bases: tuple[str, ...]
    outside: bool


class Member(Struct, frozen=True):
    """A unit on the roster."""

    unit: Link
    about: str


class Group(Struct, frozen=True):
    """The units of the roster that stand alike: how many of how many."""

    key: str
    words: str
    share: str
    members: tuple[Member, ...]


class Uncovered(Struct, frozen=True):
    """A task that one unit, or several for the same reasons, do not cover; `span` counts the rows of the task on its first."""

    answer: Answer
    units: tuple[Link, ...]
    span: int


class Open(Struct, frozen=True):
    """The duties that are not covered and have one last day."""

    due: str
    count: int
    rows: tuple[Uncovered, ...]


class Gap(Struct, frozen=True):
    """A check that was not run, and on whom."""

    rule: str
    message: str
    about: tuple[str, ...]


class Overview(Struct, frozen=True):
    headline: str
    share: Share
    states: tuple[Counted, ...]
    bases: tuple[Row, ...]
    sections: tuple[Row, ...]
    unit_bases: tuple[str, ...]
    units: tuple[UnitRow, ...]
    roster_base: int
    before: str
    sent: Group
    standings: tuple[Group, ...]
    apart: tuple[Group, ...]
    uncovered: tuple[Open, ...]
    uncovered_count: int
    not_run: tuple[Gap, ...]
    between: tuple[tuple[Sign, tuple[Found, ...]], ...]
    between_count: int
    looked_in: tuple[str, ...]


def prepare(desk: Desk) -> Overview:
    """Prepare the values of the page."""
    coverage, lang = desk.survey.coverage, desk.lang
    uncovered = tuple(_uncovered(desk))
    return Overview(
        headline=headline(coverage, desk.directive, desk.units, lang),
        share=share_of(coverage.totals, lang),
        states=tuple(
            Counted(
                state_of(s, lang), int(getattr(coverage.totals, s)), desk.said(STATE_MEANINGS[s])
            )
            for s in State
        ),
        bases=tuple(
            Row(Link(desk.said(BASES[Basis(basis)]), ""), share_of(totals, lang))
            for basis, totals in coverage.by_basis.items()
        ),
        sections=tuple(_sections(desk)),
        unit_bases=tuple(desk.said(BASES[basis]) for basis in Basis),
        units=tuple(_units(desk)),
        roster_base=desk.survey.roster.count(),
        before=day(desk.survey.roster.before, lang),
        sent=_group(
            "sent", SENT, [r for r in desk.survey.roster.rows if r.standing.was_sent], desk
        ),
        standings=tuple(
            _group(
                str(standing),
                STANDINGS[standing],
                [r for r in desk.survey.roster.rows if r.standing is standing],
                desk,
            )
            for standing in Standing
        ),
        apart=tuple(_apart(desk)),
        uncovered=uncovered,
        uncovered_count=sum(group.count for group in uncovered),
        not_run=tuple(_not_run(desk)),
        between=tuple(_between(desk)),
        between_count=sum(1 for f in desk.survey.assessment.between if not f.suppressed),
        looked_in=tuple(one_line(place) for place in coverage.looked_in),
    )


def _sections(desk: Desk) -> Iterator[Row]:
    sections = {section.id: section for section in desk.directive.sections}
    for id, totals in desk.survey.coverage.by_section:
        heading = section_of(sections[id], desk.directive)
        yield Row(Link(id, clause_at(id)), share_of(totals, desk.lang), heading)


def _units(desk: Desk) -> Iterator[UnitRow]:
    rows: list[UnitTotals] = list(desk.survey.coverage.by_unit)
    rows.sort(key=lambda row: desk.outside(row.unit))
    leads = [duty for duty in desk.survey.coverage.duties if desk.counts(duty)]
    for row in rows:
        mine = [duty for duty in leads if duty.unit == row.unit]
        yield UnitRow(
            desk.unit(row.unit),
            plan_of(row, desk.lang),
            share_of(row.totals, desk.lang),
            tuple(fraction(totals_of(d for d in mine if d.basis == basis)) for basis in Basis),
            desk.outside(row.unit),
        )


def _group(key: str, words: Text, rows: list[RosterRow], desk: Desk) -> Group:
    inside = [row for row in rows if not row.outside]
    share = f"{len(inside)}/{desk.survey.roster.count()}"
    return Group(key, desk.said(words), share, tuple(_member(row, desk) for row in inside))


def _apart(desk: Desk) -> Iterator[Group]:
    """Give what the standings do not say: sent late, several plans, and units that need send none and did."""
    rows = desk.survey.roster.rows
    yield _group("sent-late", SENT_LATE, [row for row in rows if row.sent_late], desk)
    several = [row for row in rows if row.others and not row.outside]
    members = tuple(
        Member(desk.unit(row.unit.id), ", ".join(map(one_line, (row.file or "", *row.others))))
        for row in several
    )
    yield Group(
        "several", desk.said(SEVERAL), f"{len(several)}/{desk.survey.roster.count()}", members
    )
    outside = tuple(_member(row, desk, standing=True) for row in rows if row.outside)
    yield Group("outside", desk.said(OUTSIDE), str(len(outside)), outside)


def _member(row: RosterRow, desk: Desk, *, standing: bool = False) -> Member:
    said = [desk.said(STANDINGS[row.standing])] if standing else []
    if row.number:
        said.append(desk.said(Text(vi=f"số {row.number}", en=f"no. {row.number}")))
    if row.issued:
        when = day(row.issued, desk.lang)
        said.append(desk.said(Text(vi=f"ban hành {when}", en=f"issued {when}")))
    if row.sent_on:
        when = day(row.sent_on, desk.lang)
        said.append(desk.said(Text(vi=f"gửi {when}", en=f"sent {when}")))
    if row.file:
        said.append(one_line(row.file))
    return Member(desk.unit(row.unit.id), "; ".join(said))


def _uncovered(desk: Desk) -> Iterator[Open]:
    """Give the city's duties that are not covered, those with the earliest deadline in front."""
    found: dict[tuple[date, str], list[Answer]] = {}
    for duty in desk.survey.coverage.duties:
        if duty.state is State.COVERED or desk.outside(duty.unit) or not desk.counts(duty):
            continue
        due = deadline(duty, desk.directive)
        found.setdefault(_key(due, desk), []).append(desk.answer(duty))
    for (_, said), duties in sorted(found.items(), key=lambda group: group[0]):
        yield Open(said, len(duties), tuple(_together(duties)))


def _together(duties: list[Answer]) -> Iterator[Uncovered]:
    """Make one row of the units that do not cover a task for the same reasons, without an action."""
    alike: dict[tuple[object, ...], list[Answer]] = {}
    for duty in duties:
        why = tuple((reason.rule, reason.message) for reason in duty.reasons)
        own = (duty.unit, why) if duty.acts or duty.notes else why
        alike.setdefault((duty.task, duty.state, duty.basis, own), []).append(duty)
    spans = Counter(first.task for first, *_ in alike.values())
    for first, *others in alike.values():
        reasons = tuple(replace(reason, place="") for reason in first.reasons)
        shown = replace(first, reasons=reasons) if others else first
        units = (first.unit, *(other.unit for other in others))
        yield Uncovered(shown, units, spans.pop(first.task, 0))


def _key(due: Deadline | None, desk: Desk) -> tuple[date, str]:
    return (due.last, day_of(due, desk.lang)) if due else (date.max, desk.said(NO_DEADLINE))


def _not_run(desk: Desk) -> Iterator[Gap]:
    """Give every check that was not run, those that say the same of several units as one."""
    survey = desk.survey
    gaps = dict.fromkeys((*survey.coverage.not_run, *survey.assessment.not_run))
    groups: dict[tuple[str, str], list[NotRun]] = {}
    for gap in gaps:
        key = (gap.rule or "", one_line(gap.message.said(desk.lang)))
        groups.setdefault(key, []).append(gap)
    for (rule, message), alike in groups.items():
        about = [desk.name(g.unit) if g.unit else one_line(g.file or g.task or "") for g in alike]
        yield Gap(rule, message, tuple(dict.fromkeys(name for name in about if name)))


def _between(desk: Desk) -> Iterator[tuple[Sign, tuple[Found, ...]]]:
    """Give the findings between plans, the heaviest in front."""
    found = [f for f in desk.survey.assessment.between if not f.suppressed]
    found.sort(key=lambda f: f.rule.id)
    for severity in Severity:
        alike = tuple(found_of(f, desk) for f in found if f.severity is severity)
        if alike:
            yield severity_of(severity, desk.lang), alike


STATE_MEANINGS = {
    State.COVERED: Text(
        vi="kế hoạch có nội dung đáp ứng, không còn lỗi hoặc cảnh báo về nhiệm vụ",
        en="the plan answers it, and no error or warning is about it",
    ),
    State.PARTIAL: Text(
        vi="kế hoạch có nội dung đáp ứng nhưng còn lỗi hoặc cảnh báo",
        en="the plan answers it, and an error or a warning is about it",
    ),
    State.WAIVED: Text(
        vi="cơ quan ban hành Chỉ thị cho phép không thực hiện; vẫn tính trong tổng số",
        en="the body that issued the directive allows it not to be carried out; it stays in the base",
    ),
    State.CONTESTED: Text(
        vi="đơn vị đề nghị xác định lại đơn vị chủ trì; vẫn tính trong tổng số",
        en="the unit asks for another lead; it stays in the base",
    ),
    State.MISSING: Text(
        vi="kế hoạch chưa có nội dung đáp ứng, hoặc đơn vị chưa có kế hoạch",
        en="the plan has no answer, or the unit has no plan",
    ),
    State.UNKNOWN: Text(
        vi="kế hoạch không đọc được, hoặc còn thiếu phụ lục, dữ liệu để kết luận",
        en="the plan could not be read, or an annex or a value is lacking",
    ),
}
SENT = Text(vi="đã gửi kế hoạch", en="sent a plan")
SENT_LATE = Text(
    vi="gửi từ ngày nêu trong Chỉ thị trở đi",
    en="sent on or after the day that the directive names",
)
SEVERAL = Text(vi="có nhiều kế hoạch", en="sent more than one plan")
OUTSIDE = Text(
    vi="không thuộc danh sách phải gửi nhưng có kế hoạch", en="need send no plan and did"
)
NO_DEADLINE = Text(vi="không nêu thời hạn", en="no deadline")
WORDS = {
    "title": Text(vi="Tổng quan", en="Overview"),
    "heading": Text(
        vi="Kết quả rà soát kế hoạch thực hiện Chỉ thị",
        en="How the units' plans answer the directive",
    ),
    "figure": Text(
        vi="nhiệm vụ đã đáp ứng trên tổng số nhiệm vụ giao các đơn vị chủ trì",
        en="duties covered, of all that the units lead",
    ),
    "count": Text(vi="Số nhiệm vụ", en="Duties"),
    "meaning": Text(vi="Được tính khi", en="Counted when"),
    "by_basis": Text(vi="Theo căn cứ giao nhiệm vụ", en="By basis"),
    "by_section": Text(vi="Theo mục của Chỉ thị", en="By section of the directive"),
    "by_unit": Text(vi="Theo đơn vị", en="By unit"),
    "by_unit_note": Text(
        vi="Mỗi ô: số nhiệm vụ đã đáp ứng trên tổng số nhiệm vụ đơn vị chủ trì theo căn cứ đó.",
        en="Each cell: duties covered, of those that the unit leads on that basis.",
    ),
    "roster": Text(vi="Danh sách đơn vị phải gửi kế hoạch", en="Roster"),
    "roster_base": Text(vi="đơn vị phải gửi", en="units must send a plan"),
    "before": Text(vi="Chỉ thị yêu cầu ban hành trước ngày", en="Plans are to be issued before"),
    "units_counted": Text(vi="đơn vị", en="units"),
    "standing": Text(vi="Tình hình", en="Standing"),
    "units": Text(vi="Số đơn vị", en="Units"),
    "list": Text(vi="Danh sách", en="List"),
    "uncovered": Text(vi="Nhiệm vụ chưa đáp ứng, theo thời hạn", en="Not covered, by deadline"),
    "not_run": Text(vi="Nội dung chưa kiểm tra", en="What was not run"),
    "not_run_note": Text(
        vi="Nội dung chưa kiểm tra không được tính là đạt.",
        en="What was not run is never counted as passed.",
    ),
    "about": Text(vi="Đơn vị, tệp hoặc nhiệm vụ", en="Unit, file or task"),
    "between": Text(vi="Phát hiện giữa các kế hoạch", en="Findings between plans"),
    "looked_in": Text(
        vi="Không tìm thấy kế hoạch nào; đã tìm trong", en="No plan was found; looked in"
    ),
    "skip_to": Text(vi="Nội dung trang", en="On this page"),
}
