"""Who owes what, and what in a plan answers it: asked by rules and by measuring, so that finding and state cannot differ."""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct

from hpdirective.model.approval import is_issuers
from hpdirective.model.directive import (
    Assignment,
    Basis,
    Clause,
    Deadline,
    Directive,
    DueBasis,
    Indicator,
    Item,
    MetBy,
    Role,
)
from hpdirective.model.names import Units
from hpdirective.model.plan import Action, Contest, Extension, Plan, Waiver
from hpdirective.model.unit import ALL, Submits, Unit
from hpdirective.patterns import pattern
from hpdirective.source.place import KeyPath
from hpdirective.words import fold, unquoted


class Duty(Struct, frozen=True, dict=True):
    """A task for one unit: the strongest of the rows that give it."""

    clause: Clause
    unit: str
    row: Assignment

    @cached_property
    def id(self) -> str:
        return self.clause.id

    @cached_property
    def role(self) -> Role:
        return self.row.role

    @cached_property
    def basis(self) -> Basis:
        return self.row.basis

    @cached_property
    def met_by(self) -> tuple[MetBy, ...]:
        return self.row.met_by or self.clause.met_by

    @cached_property
    def due(self) -> Deadline | None:
        return self.row.due or self.clause.due

    @cached_property
    def limit(self) -> "Limit | None":
        """The last day that the directive gives it."""
        due = self.due
        return Limit(due.last, due.day, due.basis, due.before is not None) if due else None

    @cached_property
    def required(self) -> bool:
        """Whether it counts in the base of coverage."""
        return self.role is Role.LEAD and self.clause.binding

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that this unit owes."""
        return tuple(i for i in self.clause.items if not i.units or self.unit in i.units)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that this unit owes; those that the items count are met by the items."""
        return tuple(
            i for i in self.clause.indicators if i.owed_by(self.unit) and i.counts != "items"
        )


class Limit(Struct, frozen=True):
    """The last day for a duty: `named` is the day that the words give, `last` the last one surely in time."""

    last: date
    named: date
    basis: DueBasis
    before: bool
    extended: bool = False


_STRENGTH = {basis: at for at, basis in enumerate(Basis)}
_WEIGHT = {role: at for at, role in enumerate(Role)}


def duties(
    directive: Directive, units: Units, unit: Unit, *, submitted: bool = False
) -> tuple[Duty, ...]:
    """Give what a unit owes, in the order of the text; it is worked out once for each unit.

    A unit that is only requested to submit owes what is laid on all units once it has submitted.
    """
    key = ("duties", unit.id, submitted)
    known = directive.memo.get(key)
    if known is None or known[0] is not units or known[1] is not unit:
        found = _duties(directive, units, unit, submitted=submitted)
        known = directive.memo[key] = (units, unit, found)
    given: tuple[Duty, ...] = known[2]
    return given


def _duties(
    directive: Directive, units: Units, unit: Unit, *, submitted: bool
) -> tuple[Duty, ...]:
    groups = {id for id in units.groups if unit.id in units.members(id)}
    joins = submitted and unit.submits is Submits.REQUESTED
    best: dict[str, tuple[int, int, int, Assignment]] = {}
    for body in {unit.id, ALL, *groups}:
        for clause, n, row in directive.assigned.get(body, ()):
            if body == ALL and ALL not in groups and not (joins and row.basis is Basis.ALL):
                continue
            given = _STRENGTH[row.basis], _WEIGHT[row.role], n, row
            best[clause] = min(best.get(clause, given), given, key=lambda one: one[:3])
    clauses = directive.clauses
    return tuple(Duty(clauses[id], unit.id, best[id][3]) for id in clauses if id in best)


def cited_clauses(
    action: Action, directive: Directive, mine: Container[str]
) -> tuple[Clause, ...]:
    """Give the clauses that an action cites, each once."""
    found: dict[str, Clause] = {}
    for cell in action.tasks:
        id = task_id(cell.text)
        for clause in directive.expand(id):
            if clause.id in mine or clause.id == directive.spelled(id):
                found[clause.id] = clause
    return tuple(found.values())


def meant_clauses(text: str, directive: Directive, mine: Container[str]) -> tuple[Clause, ...]:
    """Give the clauses that one cell means: of a paragraph those given to the unit, or all where none of them is."""
    clauses = directive.expand(task_id(text))
    return tuple(clause for clause in clauses if clause.id in mine) or clauses


_IDS = pattern(r"(?<![IVX])[IVX]+(?:\.\d+)+")


def is_restricted(cells: Iterable[str], directive: Directive, mine: Container[str]) -> bool:
    """Tell whether cells that cite tasks name a restricted clause, so that what cites it stays out of shared reports.

    What a rule refuses (a section, two ids in one cell) names it all the same.
    """
    ids = [
        id
        for cell in cells
        for id in _IDS.findall(cell.upper())
        if directive.may_be_restricted(id)
    ]
    clauses = [c for id in ids for c in meant_clauses(id, directive, mine) or directive.under(id)]
    return any(clause.restricted for clause in clauses)


@lru_cache(maxsize=4096)  # every rule on tasks asks
def task_id(text: str) -> str:
    """Give the id that a cell of `tasks` writes, without quotation marks and the full stop that closes it; its case is the directive's business (`spelled`)."""
    return unquoted(text.strip().rstrip(".,;")).rstrip(".,;")


def stated(plan: Plan, what: MetBy, lost: frozenset[KeyPath]) -> bool:
    """Tell whether the plan has the key that answers a clause; a key that could not be read is there."""
    paper = plan.document
    match what:
        case MetBy.ISSUED:
            return bool(paper and paper.issued) or _is_lost(("document", "issued"), lost)
        case MetBy.SENT:
            return bool(paper and paper.sent_to) or _is_lost(("document", "sent_to"), lost)
        case MetBy.CONTENTS:
            has_goals = bool(plan.objectives) or ("objectives",) in lost
            return has_goals and (bool(plan.actions) or ("actions",) in lost)
        case MetBy.ORGANISATION:
            return bool(plan.organisation) or ("organisation",) in lost
        case MetBy.ACTION:
            return False


def _is_lost(path: KeyPath, lost: frozenset[KeyPath]) -> bool:
    return any(path[:end] in lost for end in range(1, len(path) + 1))


ROUTES: dict[MetBy, tuple[KeyPath, ...]] = {
    MetBy.ISSUED: (("document", "issued"),),
    MetBy.SENT: (("document", "sent_to"), ("document", "sent_on")),
    MetBy.CONTENTS: (("objectives",), ("actions",)),
    MetBy.ORGANISATION: (("organisation",),),
}
"""The routes in a plan whose values a key's answer rests on."""


def approved_by_issuer(approver: str | None, unit: Unit | None, directive: Directive) -> bool:
    """Tell whether a paper is of the body that issued the directive, never of the unit itself."""
    own_symbol = unit is not None and unit.is_committee
    return bool(approver) and is_issuers(approver or "", directive.issuer, own_symbol=own_symbol)


def waivers(plan: Plan, directive: Directive, unit: Unit | None, today: date) -> dict[str, Waiver]:
    """Give the waivers that hold today, by the clause they waive."""
    return {
        clause.id: waiver
        for waiver in reversed(plan.waivers)  # of two for one task the first counts
        if waiver_fault(waiver, directive, unit, today) is None
        for clause in directive.expand(task_id(waiver.task or ""))
    }


def waiver_fault(
    waiver: Waiver, directive: Directive, unit: Unit | None, today: date
) -> str | None:
    """Say what keeps a waiver from holding: its reason, its approval or its end."""
    if not waiver.reason:
        return "reason"
    if not approved_by_issuer(waiver.approved_by, unit, directive):
        return "approval"
    if waiver.until and (waiver.until.end is None or waiver.until.end < today):
        return "expired"
    return None


def contests(
    plan: Plan, directive: Directive, units: Units, given: Mapping[str, Duty]
) -> dict[str, Contest]:
    """Give the contests that the directive allows: of a duty that it does not name, with a reason."""
    return {
        clause.id: contest
        for contest in reversed(plan.contests)
        if contest.reason and contest_fault(contest, directive, units, given) is None
        for clause in directive.expand(task_id(contest.task or ""))
        if clause.id in given
        and given[clause.id].required
        and given[clause.id].basis not in (Basis.NAMED, Basis.ALL)
    }


def contest_fault(
    contest: Contest, directive: Directive, units: Units, given: Mapping[str, Duty]
) -> str | None:
    """Say what keeps a contest of a known task from meaning anything: a task that the unit does not lead, or the unit itself as owner."""
    clauses = directive.expand(task_id(contest.task or ""))
    led = [given[c.id] for c in clauses if c.id in given and given[c.id].required]
    if not led:
        return "task" if clauses else None
    owner = units.one(contest.owner) if contest.owner else None
    return "owner" if owner and led[0].unit in (owner.id, *owner.of) else None


def extensions(
    plan: Plan, directive: Directive, unit: Unit | None
) -> tuple[dict[str, Extension], dict[KeyPath, str]]:
    """Give the extensions that hold, by the clause they extend, and why the others do not.

    An extension holds when the city approves it, it names a day, and it is the first that holds for its task.
    """
    held: dict[str, Extension] = {}
    refused: dict[KeyPath, str] = {}
    for extension in plan.extensions:
        clauses = directive.expand(task_id(extension.task or ""))
        if not approved_by_issuer(extension.approved_by, unit, directive):
            refused[extension.path] = "approval"
        elif not (extension.to and extension.to.end):
            refused[extension.path] = "day"
        elif any(clause.id in held for clause in clauses):
            refused[extension.path] = "again"
        else:
            held.update({clause.id: extension for clause in clauses})
    return held, refused


def limit(duty: Duty, extended: dict[str, Extension]) -> Limit | None:
    """Give the last day of a duty, moved by an extension that holds."""
    due = duty.due
    extension = extended.get(duty.id) if extended and due else None
    if due and extension and extension.to and extension.to.end:
        day = extension.to.end
        if day > due.last:  # an extension never takes time away
            return Limit(day, day, due.basis, before=False, extended=True)
    return duty.limit


def items_named(words: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """Give the items that a cell names: by id, by their words in any spelling, by their numbers in a row, or by a part of the words that fits one alone.

    A cell that says that an item will not be done names none.
    """
    listed = tuple(items)
    said = f" {_in_full(words)} "
    if denies_items(words, listed):
        return ()
    ids = {unquoted(part.strip()) for part in re.split("[;,]", words)}
    row = _row_of_numbers(said, listed)
    found = tuple(i for i in listed if i.id in ids or i.id in row or _stands_in(i, said))
    if found or said.count(" ") < 3:
        return found
    part = tuple(i for i in listed if _is_part(said, i))
    return part if len(part) == 1 else ()


def denies_items(words: str, items: Iterable[Item]) -> bool:
    """Tell whether a cell says that something will not be done: no name of an item says so itself."""
    return bool(_DENIED.search(fold(words))) and not any(
        _DENIED.search(fold(item.text)) for item in items
    )


_DENIED = pattern(
    r"(?<!\w)(?:(?:không|chưa|dừng|hoãn|lùi)(?: thể)? (?:triển khai|thực hiện|đầu tư|làm)|(?:hoãn|lùi|dời|chuyển)(?: lại)? sang (?:năm|giai đoạn))(?!\w)"
)


def _in_full(words: str) -> str:
    """Give the match key of words with the usual short forms written out, and numbers as they are counted."""
    said = _SHORT.sub(lambda found: _FULL[found[0]], fold(words))
    return _COUNTED.sub(lambda found: f" {_ROMAN.get(found[1]) or int(found[1])}", said)


_FULL = {"kcn": "khu công nghiệp", "ccn": "cụm công nghiệp"}
_SHORT = pattern(r"(?<!\w)(?:kcn|ccn)(?!\w)")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4}
_COUNTED = pattern(r"(?: giai đoạn)? (ii|iii|iv|[0-9]{1,3})(?!\w)")
_HEAD = pattern(r"(?:khu|cụm) công nghiệp (?=\w+ \w)")
_COUNT = pattern(r"(?<!\S)[0-9]{1,3}(?!\S)")
_NUMBERED = pattern(r"(?P<stem>.+) (?P<number>[0-9]{1,3})")


def _row_of_numbers(said: str, items: tuple[Item, ...]) -> frozenset[str]:
    """Give the ids of the items of a numbered row that words name by their numbers: "các bến container số 3, 4, 5"."""
    rows: dict[str, dict[int, str]] = {}
    for item in items:
        if found := _NUMBERED.fullmatch(_in_full(item.text)):
            rows.setdefault(found["stem"], {})[int(found["number"])] = item.id
    named: set[str] = set()
    for stem, ids in rows.items():
        run = re.search(rf" {re.escape(stem)} (?:[0-9]+ (?:và )?)+", said)
        told = said if len(ids) > 1 and _is_row(said, stem) else run[0] if run else ""
        named |= {ids[n] for n in map(int, _COUNT.findall(told)) if n in ids}
    return frozenset(named)


def _is_row(said: str, stem: str) -> bool:
    """Tell whether words are some of a stem, each with its numbers behind: "bến số 3, 4", but not "4 bến"."""
    words = said.removeprefix(" các").split()
    known = {*stem.split(), "và"}
    whole = all(word in known or re.fullmatch("[0-9]+", word) for word in words)
    return whole and bool(words) and words[0] in known and words[-1][0] in "0123456789"


def _is_part(said: str, item: Item) -> bool:
    """Tell whether words are a part of an item's name; one without the number that the name ends in is another's: "Tràng Duệ" is not "Tràng Duệ 3"."""
    _, found, behind = f" {_in_full(item.text)} ".partition(said)
    return bool(found) and not behind[:1].isdigit()


def _stands_in(item: Item, said: str) -> bool:
    """Tell whether an item stands in words: by its whole name, or its own part where the words name the sort for all ("04 KCN: A, B")."""
    name = _in_full(item.text)
    own = _HEAD.sub("", name)
    return f" {name} " in said or (own != name and f" {own} " in said)


def no_body(text: str) -> bool:
    """Tell whether an entry of a list of addressees is no body at all: "Lưu: VT", "Như trên"."""
    return bool(re.match(r"(?:lưu|như trên|như điều)(?!\w)", fold(text)))


class Naming(StrEnum):
    """How surely a plan names the directive that it answers."""

    SURE = "sure"
    UNDATED = "undated"
    UNREADABLE = "unreadable"
    OTHER_YEAR = "other-year"
    OTHER = "other"


_NUMBER = pattern(r"(?<!\d)(\d{1,5})\s*[/-]\s*(?:(\d{4})\s*[/-]\s*)?([A-ZĐ]{2,}(?:-[A-ZĐ&]+)+)")
_DATE = pattern(
    r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})"
)
_SHORT_DATE = pattern(r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}(?!\d)")
_YEAR = pattern(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_COUNT = pattern("[0-9]{1,5}")
_ISSUER = pattern(r"\bcủa\s+(.+)$", re.DOTALL)


def names_directive(text: str, directive: Directive) -> Naming:
    """Read what a plan says it answers: the directive's id, or its number with its date; the number alone is used again every year."""
    said = unquoted(text.strip()[:400])
    if said.casefold() == directive.id.casefold():
        return Naming.SURE
    if said.count("/") >= 2 and " " not in said and not _DATE.search(said):
        return _same_place(said, directive)
    number = _NUMBER.search(said.upper().replace("NGÀY", "ngày"))
    if number is None or f"{int(number[1]):02}/{number[3]}" != _plain(directive.number):
        return Naming.OTHER
    issuer = _ISSUER.search(said)
    if issuer and not _is_issuer(issuer[1], directive):
        return Naming.OTHER
    rest = said[number.end() :]
    day = _DATE.search(rest)
    if day:
        issued = directive.issued
        if (int(day[1]), int(day[2]), int(day[3])) == (issued.day, issued.month, issued.year):
            return Naming.SURE
        return Naming.OTHER if int(day[3]) == issued.year else Naming.OTHER_YEAR
    if _SHORT_DATE.search(rest):
        return Naming.UNREADABLE
    year = number[2] or (found[1] if (found := _YEAR.search(rest)) else None)
    if year and int(year) != directive.issued.year:
        return Naming.OTHER_YEAR
    return Naming.UNDATED


def _same_place(said: str, directive: Directive) -> Naming:
    place, _, tail = said.casefold().partition("/")
    own_place, _, own_tail = directive.id.casefold().partition("/")
    same = place == own_place and tail.partition("/")[2] == own_tail.partition("/")[2]
    return Naming.OTHER_YEAR if same else Naming.OTHER


def _plain(number: str) -> str:
    count, _, symbol = number.partition("/")
    return f"{int(count):02}/{symbol}" if _COUNT.fullmatch(count) else number


def _is_issuer(words: str, directive: Directive) -> bool:
    """Tell whether words name the body that issued the directive, in full or cut short ("UBND thành phố")."""
    said = _spelled(words).removeprefix("chủ tịch ").split()
    wanted = _spelled(directive.issuer).split()
    same = next(
        (n for n, pair in enumerate(zip(said, wanted, strict=False)) if pair[0] != pair[1]), None
    )
    if same is None:
        return bool(said)
    if same and said[same] in _AFTER_ISSUER:
        return True
    return " ".join(said) in " ".join(wanted)


_AFTER_ISSUER = {"về", "ban", "ngày", "năm", "v"}  # what goes on after the name: "… về nhiệm vụ"


def _spelled(name: str) -> str:
    said = re.sub(r"(?<!\w)ubnd(?!\w)", "ủy ban nhân dân", fold(name))
    return re.sub(r"(?<!\w)tp(?!\w)", "thành phố", said)
