"""What the pages of the site say alike: states with their signs, shares with their bars, duties and who answers them."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote

from msgspec import Struct

from hpdirective.choices import Severity
from hpdirective.coverage import Claim, DutyState, KeyAnswer, State, Totals, UnitTotals
from hpdirective.finding import Finding
from hpdirective.model.directive import Basis, Directive, Role, Section
from hpdirective.model.names import Units
from hpdirective.patterns import pattern
from hpdirective.reporters.clause import day_of
from hpdirective.reporters.figures import share
from hpdirective.reporters.labels import BASES, CLAIMS, ROLES, SEVERITIES, STATES
from hpdirective.reporters.verdicts import VERDICTS
from hpdirective.reporters.view import WORST_FIRST, deadline
from hpdirective.surveying import Commitment, IndicatorRow, Survey, Verdict
from hpdirective.words import Lang, Text, one_line, say, shorten

WITHHELD = Text(vi="(nội dung hạn chế)", en="(restricted)")
NO_PLAN = Text(vi="chưa có kế hoạch", en="no plan")
# A colour is never the only sign. All stand in the fonts that every system brings.
_STATE_SIGNS = {
    State.COVERED: "✓",
    State.PARTIAL: "◐",
    State.WAIVED: "–",
    State.CONTESTED: "⇄",
    State.MISSING: "×",
    State.UNKNOWN: "?",
}
_SEVERITY_SIGNS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "i"}
_VERDICT_LOOKS = {
    Verdict.MET: State.COVERED,
    Verdict.NOT_MET: State.PARTIAL,
    Verdict.MISSING: State.MISSING,
    Verdict.UNKNOWN: State.UNKNOWN,
    Verdict.NO_PLAN: State.MISSING,
    Verdict.SET_ASIDE: State.WAIVED,
}


class Sign(Struct, frozen=True):
    """A state or a weight as pages show it: the class of its colour, a sign and the words."""

    key: str
    sign: str
    words: str


class Stretch(Struct, frozen=True):
    """The part of a bar that one state takes, in percent of its length."""

    state: Sign
    count: int
    start: str
    width: str


class Share(Struct, frozen=True):
    """Totals as pages show them: n/N (p%), and a bar of the states."""

    said: str
    required: int
    stretches: tuple[Stretch, ...]


class Link(Struct, frozen=True):
    """A name that leads somewhere; `href` is seen from the root of the site, empty where there is no page."""

    text: str
    href: str


class Act(Struct, frozen=True):
    """An action of a plan."""

    id: str
    title: str
    due: str
    place: str


class Because(Struct, frozen=True):
    """Why a duty is not covered."""

    rule: str
    message: str
    place: str


class Answer(Struct, frozen=True):
    """A duty of a unit and what in its plan answers it."""

    task: Link
    title: str
    unit: Link
    state: Sign
    role: str
    basis: str
    due: str
    outside: bool
    acts: tuple[Act, ...]
    notes: tuple[str, ...]
    reasons: tuple[Because, ...]


class Found(Struct, frozen=True):
    """A finding."""

    severity: Sign
    rule: str
    name: str
    place: str
    unit: Link
    message: str
    help: str
    cited: Link
    quote: str


class Desk(Struct, frozen=True, dict=True):
    """What every page is made from."""

    survey: Survey
    directive: Directive
    units: Units
    lang: Lang

    def said(self, text: Text) -> str:
        return text.said(self.lang)

    def name(self, unit: str) -> str:
        return self.units.named(unit).name.said(self.lang)

    def unit(self, unit: str | None) -> Link:
        """Give the name of a unit and its page, where it has one."""
        if unit is None:
            return Link("", "")
        return self._pages.get(unit) or Link(self.name(unit), "")

    @cached_property
    def _pages(self) -> dict[str, Link]:
        rows = self.survey.coverage.by_unit
        return {row.unit: Link(self.name(row.unit), page_of(row.unit)) for row in rows}

    @cached_property
    def sent(self) -> frozenset[str]:
        """The units that have a plan."""
        rows = self.survey.coverage.by_unit
        return frozenset(row.unit for row in rows if row.plan is not None)

    def verdict(self, row: IndicatorRow) -> Sign:
        """Say what a promise comes to; of a plan that is there and could not be read, or is for another directive, nothing is known."""
        return verdict_of(row.verdict, self.lang)

    def answer(self, duty: DutyState) -> Answer:
        """Say a duty of a unit: several pages show it."""
        return self._answers[duty.task, duty.unit]

    @cached_property
    def _answers(self) -> dict[tuple[str, str | None], Answer]:
        duties = self.survey.coverage.duties
        return {(duty.task, duty.unit): answer_of(duty, self) for duty in duties}

    def counts(self, duty: DutyState) -> bool:
        """Tell whether a duty stands in a base: the unit leads it, and the clause binds."""
        return duty.role == Role.LEAD and self.directive.clauses[duty.task].binding

    def outside(self, unit: str | None) -> bool:
        """Tell whether the duties of a unit stand outside the overall totals."""
        return unit is not None and unit not in self.survey.inside


def harmless(page: str) -> str:
    """Spell out what no page may hold: control signs, signs that turn the way of writing, half letters."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", page)


_UNSEEN = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def file_of(unit: str) -> str:
    """Give the file of a unit's page; an id that is no file name everywhere stands by its digest."""
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", unit)
    safe = unit if plain else sha256(unit.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"units/{safe}.html"


def page_of(unit: str) -> str:
    """Give the address of a unit's page, from the root of the site."""
    return file_of(unit)


def clause_at(task: str) -> str:
    """Give the address of a clause, or of a section, from the root of the site."""
    return f"directive.html#{quote(task)}"


def state_of(state: State, lang: Lang) -> Sign:
    return Sign(str(state), _STATE_SIGNS[state], STATES[state].said(lang))


def severity_of(severity: Severity, lang: Lang) -> Sign:
    return Sign(str(severity), _SEVERITY_SIGNS[severity], SEVERITIES[severity].said(lang))


def verdict_of(verdict: Verdict, lang: Lang) -> Sign:
    words = VERDICTS[verdict].said(lang)
    if verdict in (Verdict.STATED, Verdict.BY_REFERENCE):
        return Sign(
            "plain", "·", words
        )  # neither met nor not: there is nothing to hold it against
    look = _VERDICT_LOOKS[verdict]
    return Sign(str(look), _STATE_SIGNS[look], words)


def share_of(totals: Totals, lang: Lang) -> Share:
    """Give totals with the bar of their states, those that are covered first."""
    stretches = []
    start = 0
    for state in State:
        count = getattr(totals, state)
        if count:
            # In hundredths of a percent: each stretch ends where the next one starts.
            left, right = (n * 10000 // totals.required for n in (start, start + count))
            width = _percent(right - left)
            stretches.append(Stretch(state_of(state, lang), count, _percent(left), width))
            start += count
    return Share(share(totals, lang), totals.required, tuple(stretches))


def _percent(hundredths: int) -> str:
    return f"{Decimal(hundredths) / 100:f}"


def fraction(totals: Totals | None) -> str:
    """Say n/N alone; a dash where nothing is required."""
    return f"{totals.covered}/{totals.required}" if totals and totals.required else "–"


def worst_first(answers: list[Answer]) -> tuple[Answer, ...]:
    """Give answers with those that want a look in front."""
    order = {str(state): at for at, state in enumerate(WORST_FIRST)}
    return tuple(sorted(answers, key=lambda answer: order[answer.state.key]))


def answer_of(duty: DutyState, desk: Desk) -> Answer:
    """Say a duty: whose, on what basis, how far it is answered, by what, and what keeps it from being covered."""
    lang, due = desk.lang, deadline(duty, desk.directive)
    return Answer(
        task=Link(duty.task, clause_at(duty.task)),
        title=duty.title.said(lang),
        unit=desk.unit(duty.unit),
        state=state_of(duty.state, lang),
        role=ROLES[Role(duty.role)].said(lang) if duty.role else "",
        basis=BASES[Basis(duty.basis)].said(lang) if duty.basis else "",
        due=day_of(due, lang) if due else "",
        outside=desk.outside(duty.unit),
        acts=tuple(_act(commitment, lang) for commitment in desk.survey.answers(duty)),
        notes=(*_keys(duty.keys), *(_claim(claim, lang) for claim in duty.claims)),
        reasons=tuple(_reasons(duty, desk)),
    )


def _reasons(duty: DutyState, desk: Desk) -> Iterator[Because]:
    for reason in duty.reasons:
        message = one_line(desk.said(reason.message))
        yield Because(reason.rule or "", message, place(reason.file, reason.line))
    if not duty.reasons and duty.unit and duty.unit not in desk.sent:
        yield Because("", desk.said(NO_PLAN), "")


def _act(commitment: Commitment, lang: Lang) -> Act:
    hidden = WITHHELD.said(lang) if commitment.withheld else ""
    title = hidden or shorten(one_line(commitment.title), _LONGEST)
    due = "" if hidden else shorten(one_line(commitment.due), _LONGEST)
    return Act(
        one_line(commitment.id)[:_LONGEST], title, due, place(commitment.file, commitment.line)
    )


_LONGEST = 500  # characters of a plan's own words; the plan itself has them all


def _keys(keys: tuple[KeyAnswer, ...]) -> list[str]:
    return [
        f"{'.'.join(str(step) for step in key.path)} ({place(key.file, key.line)})" for key in keys
    ]


def _claim(claim: Claim, lang: Lang) -> str:
    words = CLAIMS[claim.what].said(lang)
    holds = Text(vi="có hiệu lực", en="in force") if claim.holds else _HOLDS_NOT
    return f"{words}: {holds.said(lang)} ({place(claim.file, claim.line)})"


_HOLDS_NOT = Text(vi="chưa đủ điều kiện", en="not in force")


def found_of(finding: Finding, desk: Desk) -> Found:
    """Say a finding: how heavy, of which rule, where, what, on which words, and what to do."""
    cited, lang = finding.citation, desk.lang
    spot = finding.place
    where = place(spot.file, spot.span.line if spot.span else None, spot.cell)
    return Found(
        severity=severity_of(finding.severity, lang),
        rule=finding.rule.id,
        name=finding.rule.name,
        place=where,
        unit=desk.unit(finding.unit),
        message=one_line(finding.message(lang)),
        help=one_line(finding.help(lang)),
        cited=Link(cited.address.said(lang), clause_at(cited.clause)) if cited else Link("", ""),
        quote=one_line(cited.quote) if cited else "",
    )


def place(file: str | None, line: int | None, cell: str | None = None) -> str:
    """Say where something stands: file:line, or a cell of a file."""
    said = one_line(file or "")
    at = cell or line
    return f"{said}:{at}" if said and at else said


def section_of(section: Section, directive: Directive) -> str:
    """Give the words that name a section: its heading, or where it has none the start of its text."""
    first = next((c.text for p in section.paragraphs for c in p.clauses), "")
    return shorten(section.heading or first, _HEADING)


_HEADING = 150


def plan_of(row: UnitTotals, lang: Lang) -> str:
    return one_line(row.plan) if row.plan else NO_PLAN.said(lang)


def day(when: date | None, lang: Lang) -> str:
    return say(when, lang) if when else ""


WORDS = {
    "actions": Text(vi="Đầu việc", en="Actions"),
    "all": Text(vi="Tổng cộng", en="Total"),
    "basis": Text(vi="Căn cứ giao", en="Basis"),
    "because": Text(vi="Lý do", en="Reasons"),
    "cited": Text(vi="Căn cứ", en="Basis"),
    "covered": Text(vi="Đáp ứng", en="Covered"),
    "due": Text(vi="Thời hạn theo Chỉ thị", en="Due by the directive"),
    "finding": Text(vi="Phát hiện", en="Finding"),
    "fix": Text(vi="Đề nghị", en="Help"),
    "none": Text(vi="Không có.", en="None."),
    "outside": Text(vi="ngoài tổng số chung", en="outside the overall totals"),
    "place": Text(vi="Tệp, dòng", en="File and line"),
    "plan": Text(vi="Kế hoạch", en="Plan"),
    "role": Text(vi="Vai trò", en="Role"),
    "rule": Text(vi="Quy tắc", en="Rule"),
    "section": Text(vi="Mục", en="Section"),
    "severity": Text(vi="Mức độ", en="Severity"),
    "state": Text(vi="Trạng thái", en="State"),
    "states": Text(vi="Theo trạng thái", en="By state"),
    "task": Text(vi="Nhiệm vụ", en="Task"),
    "unit": Text(vi="Đơn vị", en="Unit"),
}
