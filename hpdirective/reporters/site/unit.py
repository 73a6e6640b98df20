"""A unit's own page: its place on the roster, its figures, its duties, its indicators and the findings of its plan."""

from collections.abc import Iterator

from msgspec import Struct

from hpdirective.coverage import UnitTotals
from hpdirective.finding import RosterRow
from hpdirective.measuring import totals_of
from hpdirective.model.directive import Basis
from hpdirective.model.issuer import whole
from hpdirective.reporters.clause import heading_of
from hpdirective.reporters.html import (
    WITHHELD,
    Answer,
    Desk,
    Found,
    Link,
    Share,
    Sign,
    clause_at,
    day,
    found_of,
    place,
    plan_of,
    section_of,
    share_of,
)
from hpdirective.reporters.labels import BASES, STANDINGS, SUBMITS
from hpdirective.rules.check import demand
from hpdirective.surveying import IndicatorRow, Verdict
from hpdirective.words import Text, one_line, shorten


class Row(Struct, frozen=True):
    """A basis with its share."""

    name: str
    share: Share


class Section(Struct, frozen=True):
    """The duties of a section, with their share."""

    id: str
    name: str
    share: Share
    duties: tuple[Answer, ...]


class Indicator(Struct, frozen=True):
    """What the unit promises on an indicator."""

    task: Link
    address: str
    name: str
    measure: str
    asked: str
    promised: str
    baseline: str
    verdict: Sign
    place: str


class Page(Struct, frozen=True):
    id: str
    name: str
    submits: str
    outside: bool
    standing: str
    facts: tuple[tuple[str, str], ...]
    share: Share
    bases: tuple[Row, ...]
    sections: tuple[Section, ...]
    beside: tuple[Answer, ...]
    indicators: tuple[Indicator, ...]
    findings: tuple[Found, ...]
    hidden: int


def prepare(row: UnitTotals, desk: Desk) -> Page:
    """Prepare the values of the page of one unit."""
    duties = [duty for duty in desk.survey.coverage.duties if duty.unit == row.unit]
    leads = [duty for duty in duties if desk.counts(duty)]
    on_roster = next((r for r in desk.survey.roster.rows if r.unit.id == row.unit), None)
    found = [
        f for file in desk.survey.assessment.files if file.unit == row.unit for f in file.findings
    ]
    found += [f for f in desk.survey.assessment.between if f.unit == row.unit]
    unit = desk.units.by_id[row.unit]
    return Page(
        id=row.unit,
        name=desk.name(row.unit),
        submits=desk.said(SUBMITS[unit.submits]),
        outside=desk.outside(row.unit),
        standing=desk.said(STANDINGS[on_roster.standing]) if on_roster else "",
        facts=tuple(_facts(row, on_roster, desk)),
        share=share_of(row.totals, desk.lang),
        bases=tuple(
            Row(desk.said(BASES[basis]), share_of(totals_of(mine), desk.lang))
            for basis in Basis
            if (mine := [duty for duty in leads if duty.basis == basis])
        ),
        sections=tuple(
            Section(
                section.id,
                section_of(section, desk.directive),
                share_of(totals_of(mine), desk.lang),
                tuple(desk.answer(duty) for duty in mine),
            )
            for section in desk.directive.sections
            if (mine := [duty for duty in leads if duty.section == section.id])
        ),
        beside=tuple(desk.answer(d) for d in duties if d.role and not desk.counts(d)),
        indicators=tuple(
            _indicator(i, desk) for i in desk.survey.indicators if i.unit == row.unit
        ),
        findings=tuple(found_of(f, desk) for f in found if not f.suppressed),
        hidden=sum(1 for f in found if f.suppressed),
    )


def _facts(row: UnitTotals, on_roster: RosterRow | None, desk: Desk) -> Iterator[tuple[str, str]]:
    yield desk.said(Text(vi="Tệp kế hoạch", en="File of the plan")), plan_of(row, desk.lang)
    if on_roster is None:
        return
    if on_roster.number:
        yield desk.said(Text(vi="Số, ký hiệu", en="Number")), on_roster.number
    if on_roster.issued:
        yield desk.said(Text(vi="Ngày ban hành", en="Issued")), day(on_roster.issued, desk.lang)
    if on_roster.sent_on:
        late = desk.said(SENT_LATE) if on_roster.sent_late else ""
        sent = f"{day(on_roster.sent_on, desk.lang)}{late}"
        yield desk.said(Text(vi="Ngày gửi", en="Sent")), sent
    if on_roster.others:
        others = ", ".join(one_line(file) for file in on_roster.others)
        label = Text(vi="Kế hoạch khác, không tính", en="Further plans, not counted")
        yield desk.said(label), others


def _indicator(row: IndicatorRow, desk: Desk) -> Indicator:
    asked = row.asked or row.indicator.required
    of_all = "" if row.asked else f" ({desk.said(whole(desk.directive.issuer))})"
    said = desk.said(demand(asked)) or (row.indicator.text or "")
    words = row.indicator.name.text if row.indicator.name else Text(*[row.indicator.id] * 2)
    hidden = row.clause.restricted and not row.promised and row.verdict in _STATED
    return Indicator(
        task=Link(row.clause.id, clause_at(row.clause.id)),
        address=heading_of(row.clause, desk.directive, desk.lang),
        name=desk.said(words),
        measure=row.indicator.unit or "",
        asked=f"{said}{of_all}",
        promised=desk.said(WITHHELD) if hidden else shorten(one_line(row.promised), _LONGEST),
        baseline=shorten(one_line(row.baseline), _LONGEST),
        verdict=desk.verdict(row),
        place=place(row.file, row.line),
    )


_LONGEST = 300
_STATED = (Verdict.MET, Verdict.NOT_MET, Verdict.STATED)
SENT_LATE = Text(
    vi=" (từ ngày nêu trong Chỉ thị trở đi)", en=" (on or after the day that the directive names)"
)
WORDS = {
    "title": Text(vi="Đơn vị", en="Unit"),
    "standing": Text(vi="Tình hình gửi kế hoạch", en="Standing"),
    "by_unit": Text(vi="Theo đơn vị", en="By unit"),
    "by_basis": Text(vi="Theo căn cứ giao nhiệm vụ", en="By basis"),
    "by_section": Text(vi="Theo mục của Chỉ thị", en="By section of the directive"),
    "duties": Text(vi="Nhiệm vụ chủ trì", en="Duties that it leads"),
    "beside": Text(
        vi="Nhiệm vụ theo dõi, phối hợp (ngoài tổng số)",
        en="As monitor or partner (outside the base)",
    ),
    "beside_note": Text(
        vi="Kế hoạch không bắt buộc nêu các nhiệm vụ này, trừ trường hợp văn bản nêu đích danh.",
        en="A plan need not speak of these, save where the text names the unit.",
    ),
    "indicators": Text(vi="Chỉ tiêu", en="Indicators"),
    "indicator": Text(vi="Chỉ tiêu", en="Indicator"),
    "measure": Text(vi="Đơn vị tính", en="Measure"),
    "asked": Text(vi="Yêu cầu của Chỉ thị", en="Asked by the directive"),
    "promised": Text(vi="Mức phấn đấu", en="Promised"),
    "baseline": Text(vi="Hiện trạng", en="Baseline"),
    "verdict": Text(vi="Đánh giá", en="Verdict"),
    "findings": Text(vi="Phát hiện", en="Findings"),
    "hidden": Text(
        vi="Phát hiện không tính (được cho phép, bỏ qua có lý do, đã ghi nhận)",
        en="Findings that do not count (waived, ignored, in the baseline)",
    ),
    "answered": Text(vi="Đáp ứng bằng", en="Answered by"),
}
