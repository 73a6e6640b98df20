"""A sheet of a workbook as plain values: its tables row by row, and what is said in the same words on several sheets."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from hpdirective.choices import Severity
from hpdirective.coverage import DutyState, State
from hpdirective.finding import Standing
from hpdirective.model.directive import Basis, Directive, Section
from hpdirective.reporters.labels import BASES, SEVERITIES, STANDINGS, STATES
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text, one_line, shorten

Anchor: TypeAlias = tuple[str, ...]  # ("unit", "SoCT"): what a row is about, so that links find it


class Link(Struct, frozen=True):
    """Words that lead to the first of these anchors that some row, or sheet, bears; plain words where none does."""

    text: str
    to: tuple[Anchor, ...]


class Percent(Struct, frozen=True):
    """A percentage, already rounded down to one decimal."""

    value: Decimal


Cell: TypeAlias = "str | int | Decimal | date | Percent | Link | None"


class Tone(StrEnum):
    """The colour that goes with a word, never in its place."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    ALLOWED = "allowed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Column(Struct, frozen=True):
    """A column: its head, its width in characters, and the colours of the words that it may hold."""

    head: str
    width: float
    tones: Mapping[str, Tone] = field(default_factory=dict)
    centred: bool = False
    shares: bool = False  # holds n/N, coloured by the share


class Row(Struct, frozen=True):
    """A row and the anchors that it bears."""

    cells: tuple[Cell, ...]
    anchors: tuple[Anchor, ...] = ()
    strong: bool = False


class Table(Struct, frozen=True):
    """Columns and rows; `foot` are totals, which no filter hides or sorts."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    foot: tuple[Row, ...] = ()


class Sheet(Struct, frozen=True):
    """A sheet; the head of its first table stays in sight, as do its first `frozen` columns."""

    key: str
    name: str
    title: str
    lead: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    frozen: int = 0
    landscape: bool = True

    @property
    def anchor(self) -> Anchor:
        return ("sheet", self.key)


_STATES = {
    State.COVERED: Tone.GOOD,
    State.PARTIAL: Tone.FAIR,
    State.WAIVED: Tone.ALLOWED,
    State.CONTESTED: Tone.DISPUTED,
    State.MISSING: Tone.BAD,
    State.UNKNOWN: Tone.UNKNOWN,
}
_STANDINGS = {
    Standing.IN_TIME: Tone.GOOD,
    Standing.ON_THE_DAY: Tone.FAIR,
    Standing.LATE: Tone.BAD,
    Standing.UNDATED: Tone.UNKNOWN,
    Standing.UNREADABLE: Tone.UNKNOWN,
    Standing.OTHER_DIRECTIVE: Tone.BAD,
    Standing.FIRST_MISSING: Tone.UNKNOWN,
    Standing.NOT_DUE: Tone.FAIR,
    Standing.NOT_SENT: Tone.BAD,
}
_SEVERITIES = {
    Severity.ERROR: Tone.BAD,
    Severity.WARNING: Tone.FAIR,
    Severity.INFO: Tone.ALLOWED,
}
WITHHELD = Text(vi="(nội dung hạn chế)", en="(restricted)")


def state_tones(lang: Lang) -> dict[str, Tone]:
    """Give the colours of the states, by their words."""
    return {STATES[state].said(lang): tone for state, tone in _STATES.items()}


def standing_tones(lang: Lang) -> dict[str, Tone]:
    """Give the colours of how plans stand, by their words."""
    return {STANDINGS[standing].said(lang): tone for standing, tone in _STANDINGS.items()}


def severity_tones(lang: Lang) -> dict[str, Tone]:
    """Give the colours of the severities, by their words."""
    return {SEVERITIES[severity].said(lang): tone for severity, tone in _SEVERITIES.items()}


def place(file: str | None, line: int | None) -> str:
    """Say file:line, as much of it as is known."""
    said = one_line(file or "")
    return f"{said}:{line}" if file and line else said


def basis_of(duty: DutyState, lang: Lang) -> str:
    """Say on what a duty rests."""
    return BASES[Basis(duty.basis)].said(lang) if duty.basis else ""


def section_name(section: Section, lang: Lang) -> str:
    """Say a section by its id and its heading, where it has one."""
    title = section.title.text.said(lang) if section.title else section.heading
    return f"{section.id}. {shorten(one_line(title).rstrip(':'), 150)}" if title else section.id


def sections_with_duties(directive: Directive) -> tuple[Section, ...]:
    """Give the sections that lay down duties; the others only say what matters most."""
    return tuple(
        section
        for section in directive.sections
        if any(clause.binding for part in section.paragraphs for clause in part.clauses)
    )


def reasons_of(duty: DutyState, survey: Survey, lang: Lang) -> str:
    """Say why a duty is not covered, a reason a line: by what was found, else by whether there is a plan at all."""
    said = [
        f"{reason.rule}: {one_line(reason.message.said(lang))}"
        if reason.rule
        else one_line(reason.message.said(lang))
        for reason in duty.reasons
    ]
    said += [
        f"{_CLAIMS[claim.what].said(lang)} ({place(claim.file, claim.line)})"
        for claim in duty.claims
        if claim.holds and duty.state in (State.WAIVED, State.CONTESTED) and claim.what in _CLAIMS
    ]
    if not said and duty.state is State.MISSING:
        sent = any(row.unit.id == duty.unit and row.file for row in survey.roster.rows)
        said.append((_NO_ACTION if sent else _NO_PLAN).said(lang))
    return "\n".join(said)


_NO_PLAN = Text(vi="Chưa có kế hoạch của đơn vị", en="there is no plan of the unit")
_NO_ACTION = Text(
    vi="Chưa có đầu việc nào trong kế hoạch đáp ứng nhiệm vụ",
    en="no action of the plan answers it",
)
_CLAIMS = {
    "waiver": Text(
        vi="Kế hoạch nêu văn bản cho phép không thực hiện", en="the plan names a waiver"
    ),
    "contest": Text(
        vi="Kế hoạch đề nghị xác định lại đơn vị chủ trì", en="the plan contests who leads it"
    ),
}


def places_of(duty: DutyState) -> str:
    """Say where the reasons and the answers of a duty stand, a place a line."""
    spots = [place(reason.file, reason.line) for reason in duty.reasons]
    spots += [place(answer.file, answer.line) for answer in duty.actions]
    spots += [place(answer.file, answer.line) for answer in duty.keys]
    spots += [place(claim.file, claim.line) for claim in duty.claims]
    return "\n".join(dict.fromkeys(spot for spot in spots if spot))
