"""The directive as a page, in its own order and words, and beside every clause who answers it."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from hpdirective.coverage import DutyState, State, Totals
from hpdirective.measuring import totals_of
from hpdirective.model import directive as text
from hpdirective.model.directive import Basis, Kind, Role
from hpdirective.reporters.clause import day_of, heading_of
from hpdirective.reporters.html import (
    Answer,
    Desk,
    Link,
    Share,
    Sign,
    clause_at,
    section_of,
    share_of,
    state_of,
    worst_first,
)
from hpdirective.reporters.labels import KINDS, ROLES
from hpdirective.reporters.view import WORST_FIRST
from hpdirective.words import Text

_FEW = 3  # answers that have room beside their clause; more are folded


class Line(Struct, frozen=True):
    """A line of the head or the tail: a title where it is in capitals, else prose where it is long."""

    text: str
    look: str


class Group(Struct, frozen=True):
    """The units that stand in one state."""

    state: Sign
    units: tuple[Link, ...]


class Silent(Struct, frozen=True):
    """A monitor or partner whose plan does not speak of the clause."""

    unit: Link
    role: str


class Clause(Struct, frozen=True):
    """A clause with its state: of the units that lead it the worst, with all of them counted."""

    id: str
    address: str
    text: str
    look: str
    kind: str
    about: str
    state: Sign | None
    share: Share | None
    gaps: tuple[Group, ...]
    few: bool
    leads: tuple[Answer, ...]
    beside: tuple[Answer, ...]
    silent: tuple[Silent, ...]
    realised_by: tuple[Link, ...]


class Paragraph(Struct, frozen=True):
    id: str
    label: str
    clauses: tuple[Clause, ...]


class Section(Struct, frozen=True):
    id: str
    label: str
    heading: str
    name: str
    share: Share | None
    paragraphs: tuple[Paragraph, ...]


class Part(Struct, frozen=True):
    id: str
    label: str
    heading: str
    sections: tuple[Section, ...]


class Page(Struct, frozen=True):
    head: tuple[Line, ...]
    parts: tuple[Part, ...]
    tail: tuple[Line, ...]
    key: tuple[Sign, ...]


def prepare(desk: Desk) -> Page:
    """Prepare the values of the page."""
    directive = desk.directive
    totals = dict(desk.survey.coverage.by_section)
    return Page(
        tuple(_line(words) for words in directive.head),
        tuple(
            Part(
                part.id,
                part.label,
                part.heading,
                tuple(
                    _section(section, totals.get(section.id), desk) for section in part.sections
                ),
            )
            for part in directive.parts
        ),
        tuple(_line(words) for words in directive.tail),
        tuple(state_of(state, desk.lang) for state in State),
    )


def _line(words: str) -> Line:
    if len(words) > _PROSE:
        return Line(words, "title" if words.isupper() else "prose")
    return Line(words, "title" if words.isupper() else "line")


_PROSE = 120


def _section(section: text.Section, totals: Totals | None, desk: Desk) -> Section:
    return Section(
        section.id,
        section.label,
        section.heading,
        section_of(section, desk.directive),
        share_of(totals, desk.lang) if totals else None,
        tuple(
            Paragraph(p.id, p.label, tuple(_clause(clause, desk) for clause in p.clauses))
            for p in section.paragraphs
        ),
    )


def _clause(clause: text.Clause, desk: Desk) -> Clause:
    duties = desk.survey.by_task.get(clause.id, ())
    leads = [duty for duty in duties if desk.counts(duty)]
    others = [duty for duty in duties if duty.role in (Role.MONITOR, Role.SUPPORT)]
    beside = [duty for duty in others if _answered(duty)]
    base = [duty for duty in leads if not desk.outside(duty.unit)] or leads
    state = _state(clause, duties, base, desk)
    silent = [duty for duty in others if not _answered(duty)]
    return Clause(
        id=clause.id,
        address=heading_of(clause, desk.directive, desk.lang),
        text=clause.text,
        look=state.key if state else ("unled" if clause.binding else "plain"),
        kind=KINDS[clause.kind].said(desk.lang),
        about=_about(clause, leads, base, desk),
        state=state,
        share=share_of(totals_of(base), desk.lang) if base else None,
        gaps=tuple(_gaps(base, desk)),
        few=len(leads) + len(beside) <= _FEW,
        leads=worst_first([desk.answer(duty) for duty in leads]),
        beside=worst_first([desk.answer(duty) for duty in beside]),
        silent=tuple(
            Silent(desk.unit(d.unit), ROLES[Role(d.role or Role.SUPPORT)].said(desk.lang))
            for d in silent
        ),
        realised_by=tuple(Link(id, clause_at(id)) for id in clause.realised_by),
    )


def _answered(duty: DutyState) -> bool:
    """Tell whether there is something to say of a monitor or partner: none must answer, save where the text names it."""
    named = duty.basis == Basis.NAMED and bool(duty.reasons)
    return named or bool(duty.actions or duty.keys or duty.claims)


def _state(
    clause: text.Clause, duties: tuple[DutyState, ...], base: list[DutyState], desk: Desk
) -> Sign | None:
    if clause.kind is Kind.ORIENT:
        focus = next((duty for duty in duties if duty.unit is None), None)
        return state_of(focus.state, desk.lang) if focus else None
    count = Counter(duty.state for duty in base)
    worst = next((state for state in WORST_FIRST if count[state]), None)
    return state_of(worst, desk.lang) if worst else None


def _about(clause: text.Clause, leads: list[DutyState], base: list[DutyState], desk: Desk) -> str:
    """Say what the state of a clause stands for, or why it has none."""
    if clause.kind is Kind.ORIENT:
        return desk.said(FOCUS)
    if not clause.binding:
        return desk.said(PLAIN)
    if not leads:
        return desk.said(UNLED)
    if all(desk.outside(duty.unit) for duty in base):
        return desk.said(OUTSIDE)
    several = len(leads) > 1  # one lead has it on its own line
    return day_of(clause.due, desk.lang) if clause.due and several else ""


def _gaps(base: list[DutyState], desk: Desk) -> Iterator[Group]:
    """Give by state the units that do not cover the clause."""
    for state in WORST_FIRST:
        units = tuple(desk.unit(duty.unit) for duty in base if duty.state is state)
        if units and state is not State.COVERED:
            yield Group(state_of(state, desk.lang), units)


FOCUS = Text(
    vi="Trọng tâm chỉ đạo, đánh giá qua các nhiệm vụ thực hiện; không tính vào tổng số",
    en="A focus, judged by the tasks that realise it; in no total",
)
PLAIN = Text(vi="Không giao nhiệm vụ", en="Carries no duty")
UNLED = Text(
    vi="Không có đơn vị nào trong danh sách rà soát chủ trì",
    en="No unit under review leads it",
)
OUTSIDE = Text(
    vi="Đơn vị chủ trì nằm ngoài tổng số chung",
    en="Its leads stand outside the overall totals",
)
WORDS = {
    "title": Text(vi="Toàn văn Chỉ thị", en="Text of the directive"),
    "heading": Text(
        vi="Toàn văn Chỉ thị và đơn vị thực hiện", en="The directive, and who answers it"
    ),
    "intro": Text(
        vi="Lời văn của Chỉ thị, theo đúng thứ tự; bên cạnh mỗi ý là đơn vị thực hiện. Màu và dấu của một ý theo trạng thái cần quan tâm nhất trong các đơn vị chủ trì.",
        en="Every word of the directive in its order, in Vietnamese as issued; beside each clause who answers it. The colour and the sign of a clause are those of the state that most wants a look among the units that lead it.",
    ),
    "contents": Text(vi="Mục lục", en="Contents"),
    "key": Text(vi="Dấu và màu", en="Signs and colours"),
    "plain": PLAIN,
    "answers": Text(vi="Đơn vị và đầu việc", en="Units and actions"),
    "silent": Text(
        vi="Kế hoạch không bắt buộc nêu và chưa nêu",
        en="Need not speak of it in their plans, and do not",
    ),
    "no_total": Text(vi="không tính vào tổng số", en="in no total"),
    "realised_by": Text(vi="Thực hiện qua", en="Realised by"),
    "head": Text(vi="Phần mở đầu", en="Opening"),
    "tail": Text(vi="Nơi nhận, chữ ký", en="Addressees and signature"),
    "covering": Text(vi="đáp ứng", en="covered"),
}
