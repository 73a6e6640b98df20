"""Every small damage to a clean plan gives exactly the finding that is meant, at its place, and nothing else."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.checking import examine
from hpdirective.library import Library
from hpdirective.model.directive import Basis, DueBasis, Kind
from hpdirective.model.target import Trend
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.source.place import KeyPath
from hpdirective.words import Lang, say
from tests.conftest import TODAY
from tests.plans import clean_plan, owed, write

UNITS = ("SoKHDT", "VPUBND", "SoTTTT", "SoNV", "SoNNPTNT", "BQLKKT", "HuyenCatHai", "QuanNgoQuyen")
MISSING = {
    Basis.NAMED: "HPD320",
    Basis.ALL: "HPD321",
    Basis.FUNCTION: "HPD322",
    Basis.PLACE: "HPD323",
    Basis.READING: "HPD324",
}
LEFT_OUT = {
    "id": "HPD201",
    "title": "HPD201",
    "due": "HPD206",
    "lead": "HPD207",
    "result": "HPD208",
    "steps": "HPD214",
    "support": "HPD215",
    "objective": "HPD216",
    "start": "HPD217",
}
TOP = {
    "directive": "HPD201",
    "unit": "HPD201",
    "document": "HPD201",
    "objectives": "HPD203",
    "actions": "HPD204",
    "organisation": "HPD213",
}
PAPER = {"number": "HPD201", "issued": "HPD202", "sent_to": "HPD209", "sent_on": "HPD218"}
Plan = dict[str, Any]


@dataclass(frozen=True)
class Damage:
    """A damaged plan, with the rule that is to speak and the route at which it is to."""

    what: str
    plan: Plan
    rule: str | None
    path: KeyPath = ()


def changed(plan: Plan, at: int | None = None, **values: Any) -> Plan:
    """Copy a plan with other values in one of its actions, or at the top; None takes a key out."""
    copy = deepcopy(plan)
    place = copy if at is None else copy["actions"][at]
    for key, value in values.items():
        if value is None:
            del place[key]
        else:
            place[key] = value
    return copy


def renamed(plan: Plan, key: str, at: int | None = None) -> Plan:
    """Copy a plan with the last letter of a key left out."""
    copy = deepcopy(plan)
    place = copy if at is None else copy["actions"][at]
    spoilt = {(k[:-1] if k == key else k): value for k, value in place.items()}
    place.clear()
    place.update(spoilt)
    return copy


def of_top(plan: Plan) -> Iterator[Damage]:
    for key, rule in TOP.items():
        yield Damage(f"no {key}", changed(plan, **{key: None}), rule, (key,))
        yield Damage(f"misspelt {key}", renamed(plan, key), "HPD220", (key[:-1],))
    for key, rule in PAPER.items():
        paper = {k: v for k, v in plan["document"].items() if k != key}
        yield Damage(f"no {key}", changed(plan, document=paper), rule, ("document",))


def of_keys(plan: Plan, at: int) -> Iterator[Damage]:
    for key, rule in LEFT_OUT.items():
        yield Damage(f"no {key}", changed(plan, at, **{key: None}), rule, ("actions", at))
        path = ("actions", at, key[:-1])
        yield Damage(f"misspelt {key}", renamed(plan, key, at), "HPD220", path)


def of_citations(plan: Plan, at: int, duty: Duty) -> Iterator[Damage]:
    dropped = deepcopy(plan)
    del dropped["actions"][at]
    rule = MISSING[duty.basis] if duty.required else "HPD325"
    yield Damage("no action", dropped, rule, ("actions",))
    yield Damage("no task", changed(plan, at, tasks=None), "HPD205", ("actions", at))
    slip = f"{duty.id[:-1]}9{duty.id[-1]}"
    yield Damage(
        "misspelt task", changed(plan, at, tasks=[slip]), "HPD301", ("actions", at, "tasks", 0)
    )
    first = plan["actions"][at - 1]["id"]
    yield Damage(
        "id twice",
        changed(plan, at, id=first),
        "HPD314",
        ("actions", at or len(plan["actions"]) - 1, "id"),
    )


def of_units(plan: Plan, at: int, duty: Duty) -> Iterator[Damage]:
    other = "Sở Y tế" if duty.unit != "SoYT" else "Sở Xây dựng"
    by_reading = duty.basis is Basis.READING
    rule = ("HPD317" if by_reading else "HPD316") if duty.required else None
    yield Damage("other lead", changed(plan, at, lead=other), rule, ("actions", at, "lead"))
    support = ("actions", at, "support", 0)
    yield Damage(
        "misspelt partner", changed(plan, at, support=["Sở Tài chánh"]), "HPD304", support
    )


def of_time(plan: Plan, at: int, duty: Duty, library: Library) -> Iterator[Damage]:
    due = ("actions", at, "due")
    year = library.directive.year
    yield Damage("due last year", changed(plan, at, due=f"31/12/{year - 1}"), "HPD417", due)
    yield Damage("no such day", changed(plan, at, due=f"31/2/{year}"), "HPD222", due)
    limit = answering.limit(duty, {})
    finished = duty.clause.kind in (Kind.DELIVER, Kind.STUDY, Kind.REPORT)
    if limit:
        words = limit.basis is DueBasis.TEXT
        after = limit.named + timedelta(days=1)
        rule = ("HPD403" if words else "HPD404") if duty.required else None
        yield Damage("a day late", changed(plan, at, due=f"{after:%d/%m/%Y}"), rule, due)
        yield Damage("on the last day", changed(plan, at, due=f"{limit.last:%d/%m/%Y}"), None)
        if limit.before:
            on_the_day = changed(plan, at, due=f"{limit.named:%d/%m/%Y}")
            yield Damage("on the day itself", on_the_day, "HPD405", due)
        if finished and duty.required:
            rule = "HPD406" if words else "HPD407"
            yield Damage("standing", changed(plan, at, due="Thường xuyên"), rule, due)
    elif duty.clause.kind is Kind.ADVANCE and duty.required:
        later = changed(plan, at, due=f"01/01/{year + 1}")
        yield Damage("later, no milestone this year", later, "HPD415", due)


def of_items(plan: Plan, at: int) -> Iterator[Damage]:
    items = plan["actions"][at].get("items", ())
    for n in range(len(items)):
        left = [item for m, item in enumerate(items) if m != n]
        key = "items" if left else "tasks"
        yield Damage(
            "item left out", changed(plan, at, items=left or None), "HPD330", ("actions", at, key)
        )


def of_indicators(plan: Plan, at: int, duty: Duty) -> Iterator[Damage]:
    promised = plan["actions"][at].get("indicators", ())
    for n, promise in enumerate(promised):
        others = [p for m, p in enumerate(promised) if m != n]
        spot = ("actions", at, "indicators", n)

        def put(n: int = n, promise: dict[str, str] = promise, **values: str | None) -> Plan:
            new = {k: v for k, v in {**promise, **values}.items() if v is not None}
            return changed(plan, at, indicators=[*promised[:n], new, *promised[n + 1 :]])

        indicator = next(i for i in duty.clause.indicators if i.id == promise["id"])
        yield Damage("misspelt indicator", put(id=f"{promise['id']}x"), "HPD306", (*spot, "id"))
        if indicator in duty.indicators and duty.required:
            key = "indicators" if others else "tasks"
            gone = changed(plan, at, indicators=others or None)
            yield Damage("indicator left out", gone, "HPD501", ("actions", at, key))
        if indicator.trend:
            yield Damage("no baseline", put(baseline=None), "HPD506", spot)
            against = "giảm" if promise["target"] == "tăng" else "tăng"
            rank = (
                indicator.unit == "hạng"
            )  # "tăng hạng" is an improvement: a rank in words is not judged
            rule = None if rank else "HPD502"
            yield Damage("against the trend", put(target=against), rule, (*spot, "target"))
            still = f"{'tăng' if indicator.trend is Trend.UP or rank else 'giảm'} 0%"
            measure = "HPD503" if rank else "HPD502"
            yield Damage("a change of nothing", put(target=still), measure, (*spot, "target"))
            if rank or (indicator.unit is None and indicator.trend is Trend.UP):
                fallen = put(target="giảm 2 bậc")
                yield Damage("a fall in the ranking", fallen, "HPD502", (*spot, "target"))
        else:
            yield Damage("no target", put(target=None), "HPD504", spot)
            weaker = _weaker(indicator.required.value, duty, promise["target"])
            if weaker:
                yield Damage("weaker by a step", put(target=weaker), "HPD502", (*spot, "target"))


def _weaker(required: Decimal | None, duty: Duty, target: str) -> str | None:
    """Give the promise just below what is asked of this unit, None where it is asked for no number of its own."""
    unit = target.partition(" ")[2]
    indicator = next(i for i in duty.clause.indicators)
    asked = indicator.parts.get(duty.unit) or (
        None if duty.row.group and indicator.scope == "total" else required
    )
    if asked is None:
        return None
    strict = indicator.target is not None and indicator.target.op == ">"
    return f"{say(asked if strict else asked - 1, Lang.VI)} {unit}".strip()


def damages(plan: Plan, unit: str, library: Library) -> Iterator[Damage]:
    yield from of_top(plan)
    for at, duty in enumerate(owed(unit, library)):
        yield from of_keys(plan, at)
        yield from of_citations(plan, at, duty)
        yield from of_units(plan, at, duty)
        yield from of_time(plan, at, duty, library)
        yield from of_items(plan, at)
        yield from of_indicators(plan, at, duty)


@pytest.mark.parametrize("unit", UNITS)
def test_each_damage_gives_its_finding_alone(unit: str, library: Library) -> None:
    plan = clean_plan(unit, library)
    wrong, count = [], 0
    for damage in damages(plan, unit, library):
        count += 1
        document = yaml.read("plan.yaml", write(damage.plan).encode())
        findings = examine(document, library, Settings(), TODAY).checked.findings
        found = [(f.rule.id, f.place.span) for f in findings]
        span = document.span(
            damage.path, key=damage.path in document.keys and damage.rule == "HPD220"
        )
        if found != ([(damage.rule, span)] if damage.rule else []):
            wrong.append(
                (damage.what, damage.rule, damage.path, [(f.rule.id, f.path) for f in findings])
            )
    assert wrong == []
    assert count > 250


@pytest.mark.parametrize("unit", UNITS[:2])
def test_a_broken_quotation_mark_is_found_on_its_line(unit: str, library: Library) -> None:
    lines = write(clean_plan(unit, library)).splitlines()
    for at, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        if not colon or not value[0].isalpha() or at % 7:
            continue
        broken = [*lines[:at], f'{key}: "{value}', *lines[at + 1 :]]
        document = yaml.read("plan.yaml", "\n".join(broken).encode())
        findings = examine(document, library, Settings(), TODAY).checked.findings
        found = [(f.rule.id, f.place.span.line if f.place.span else 0) for f in findings]
        assert found == [("HPD118", at + 1)], (line, found)


def test_dates_of_the_paper_shifted_by_a_day(library: Library) -> None:
    def found(issued: date, sent: date) -> list[str]:
        plan = clean_plan("SoKHDT", library)
        plan["document"] |= {"issued": f"{issued:%d/%m/%Y}", "sent_on": f"{sent:%d/%m/%Y}"}
        document = yaml.read("plan.yaml", write(plan).encode())
        return [f.rule.id for f in examine(document, library, Settings(), TODAY).checked.findings]

    clause = library.directive.clause("plan.issued")
    assert clause
    assert clause.due
    day, one = clause.due.day, timedelta(days=1)
    assert found(day - one, day - one) == []
    assert found(day - one, day) == ["HPD409"]
    assert found(day, day) == ["HPD402", "HPD409"]
    assert found(day + one, day + one) == ["HPD401", "HPD409"]
    assert found(day - one, day - 2 * one) == ["HPD410"]
    issued = library.directive.issued
    assert found(issued, issued) == []
    assert found(issued - one, issued) == ["HPD419"]
