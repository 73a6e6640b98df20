"""One clause as the data hold it: what its words surely say, what they seem to say, and what is left to decide."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct, field

from hpdirective.drafting.header import slug
from hpdirective.drafting.held import Held, Times
from hpdirective.drafting.noticing import notice
from hpdirective.drafting.proposing import Doer, is_defence, kind_of, title_of
from hpdirective.drafting.writing import Value
from hpdirective.model.directive import Kind
from hpdirective.model.names import Units
from hpdirective.patterns import pattern
from hpdirective.words import shorten

Tree = dict[str, Value]

_KEYS = (
    "id", "text", "kind", "title", "met_by", "assign", "due", "start", "indicators", "references", "mentions", "horizons", "marks",
    "restricted", "annexes", "todo",
)  # fmt: skip
_ANNEX = pattern(
    r"\bPhụ (?:lục|biểu)(?: số)?(?: (?P<number>[0-9]{1,2}|[IVX]{1,5}|[A-H])(?![\w/]))?",
    re.IGNORECASE,
)
_YEARLY = (Kind.DELIVER, Kind.STUDY, Kind.REPORT)  # finished within the year where no day is said
_LIMIT = pattern(
    r"(?:trước|chậm nhất|muộn nhất|đến|xong|trong) .*(?:[0-9]|qu[ýí] [ivx])", re.IGNORECASE
)
_LAST = pattern(
    r"(?:trước|chậm nhất|muộn nhất|hết)(?: (?:là|vào|ngày|trong|đến)){0,3}", re.IGNORECASE
)
_STATED_YEAR = pattern(r"(?:năm |[/.-])((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)
_SCALE = pattern(r"^(?:%|.*(?:đồng|USD)|(?:nghìn|triệu|tỷ) )")  # measures, not what is measured
_ID_WORDS = 6
_BEFORE = 30  # characters looked back at
_NAME = 80


class Shared(Struct):
    """What the clauses of one text share: the times to read against, the units, the annexes met, the ids given."""

    times: Times
    units: Units
    annexes: dict[str, str] = field(default_factory=dict)  # title by id
    indicators: set[str] = field(default_factory=set)


def draft_clause(
    id: str, text: str, given: Sequence[Doer], shared: Shared, *, lead_in: bool = False
) -> Tree:
    """Draft one clause; `given` are those who act in it, by its own words or those above it.

    A `lead_in` is the heading of the items below it: no duty of its own, unless it sets a day.
    """
    guessed, sure = kind_of(text)
    held = notice(text, shared.times, guessed)
    dated = any(one.key == "due" for one in held)
    if lead_in and not dated:
        guessed, held = Kind.CONTEXT, notice(text, shared.times, Kind.CONTEXT)
    kind = Kind.DELIVER if dated and guessed not in _YEARLY else guessed
    duty = kind is not Kind.CONTEXT
    clause: Tree = {"id": id, "text": text, "kind": str(kind), "title": {"vi": title_of(text)}}
    clause |= _stated(held, shared)
    if duty and given:
        clause["assign"] = [_row(doer) for doer in given]
    if kind in _YEARLY and not dated and shared.times.sure:
        clause["due"] = {"by": date(shared.times.year, 12, 31), "basis": "year"}
    if mentions := _mentions(text, shared.units):
        clause["mentions"] = mentions
    if named := _annexes(text, shared):
        clause["annexes"] = named
    doubts = {
        "kind": not sure,
        "title": True,
        "assign": duty,
        "due": _other_last_days(text, held, shared.times)
        or (dated and sum(bool(_LIMIT.match(str(one.row["text"]))) for one in held) > 1),
        "indicators": "indicators" in clause,
        "restricted": duty and is_defence(text),
        "annexes": bool(named),
    }
    clause["todo"] = [key for key, doubt in doubts.items() if doubt]
    return ordered(clause)


def ordered(clause: Tree) -> Tree:
    """Give a clause with its keys in the order of the data."""
    return {key: clause[key] for key in _KEYS if key in clause}


def _other_last_days(text: str, held: Sequence[Held], times: Times) -> bool:
    """Tell whether a day or year that is no due date is a last one by the words: "chậm nhất trong năm 2026"."""
    for one in held:
        year = _STATED_YEAR.search(said := str(one.row["text"]))
        if one.key in ("marks", "horizons") and year and int(year[1]) >= times.year:
            before = text[max(0, one.start - _BEFORE) : one.start].rstrip()
            ends = any(m.end() == len(before) for m in _LAST.finditer(before))
            if ends or _LAST.match(said.lower().removeprefix("đến ").removeprefix("tới ")):
                return True
    return False


def _stated(held: Sequence[Held], shared: Shared) -> Tree:
    """Put each stretch that holds a number under its key."""
    found: dict[str, list[Value]] = {}
    single: Tree = {}
    for one in held:
        if one.key in ("due", "start"):
            single[one.key] = one.row
        elif one.key == "indicators":
            found.setdefault(one.key, []).append(_indicator(one, shared))
        else:
            found.setdefault(one.key, []).append(one.row)
    return {**single, **found}


def _indicator(held: Held, shared: Shared) -> Tree:
    """Name an indicator after the words before its figure."""
    unit = _SCALE.sub("", str(held.row["unit"]))
    name = shorten(f"{held.before.strip(' ,;:')} {unit}".strip(), _NAME)
    name = name[:1].upper() + name[1:] or str(held.row["text"])
    stem = "-".join(slug(name).split("-")[:_ID_WORDS]) or "chi-tieu"
    id, number = stem, 1
    while id in shared.indicators:
        number += 1
        id = f"{stem}-{number}"
    shared.indicators.add(id)
    return {"id": id, "name": {"vi": name}, **held.row}


def _row(doer: Doer) -> Tree:
    who: Tree = {"unit": doer.unit} if doer.unit else {"group": doer.group}
    basis = "all" if doer.group == "all" else "named"
    return {**who, "role": "lead" if doer.lead else "support", "basis": basis}


def _mentions(text: str, units: Units) -> list[Value]:
    found: list[Value] = []
    for place in units.within(text):
        who: Tree = {"unit": place.id} if place.id else {"group": place.group}
        row: Tree = {**who, "text": text[place.start : place.end]}
        if row not in found:
            found.append(row)
    return found


def _annexes(text: str, shared: Shared) -> list[Value]:
    """Give the annexes that a clause refers to, and note them for the whole."""
    found: list[Value] = []
    for m in _ANNEX.finditer(text):
        id = f"PL{(m['number'] or '').upper().lstrip('0')}"
        shared.annexes.setdefault(id, m[0][:1].upper() + m[0][1:])
        if id not in found:
            found.append(id)
    return found
