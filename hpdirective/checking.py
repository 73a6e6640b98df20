"""Documents and a library into an assessment: each file is examined by itself, then what was found is gathered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from hpdirective import catalogue
from hpdirective.finding import (
    Assessment,
    Checked,
    Citation,
    Finding,
    NotRun,
    NotRunReason,
    Place,
    Rule,
    Severity,
    Terms,
)
from hpdirective.library import Library, Register
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.model.plan import Plan
from hpdirective.reading import KINDS, Read, read
from hpdirective.rules.check import Check, DataContext, FileContext, Match, PlanContext
from hpdirective.settings import BeforeDay, Settings
from hpdirective.source.document import Document, Fault
from hpdirective.withholding import withheld
from hpdirective.words import Text


@dataclass(frozen=True, slots=True)
class Examined:
    """A file with its findings, and the context that they were found in where it is a plan that could be read."""

    checked: Checked
    context: PlanContext | None = None


def check(examined: Iterable[Examined], terms: Terms, settings: Settings) -> Assessment:
    """Gather what was found into an assessment, files in order, only the rules that the settings select."""
    files = tuple(sorted((_selected(e.checked, settings) for e in examined), key=lambda c: c.file))
    return Assessment(terms, files)


def terms(directive: Directive | None, settings: Settings, today: date) -> Terms:
    """Say what a report rests on; no directive where only data files are looked at."""
    return Terms(
        directive.id if directive else "",
        directive.sha256 if directive else "",
        today,
        str(settings.before_day),
        str(settings.fail_on),
        settings.digest,
    )


def is_data(document: Document) -> bool:
    """Tell whether a file is a directive, a unit or the groups, which are held against nothing but themselves."""
    return document.kind in KINDS and document.kind != "plan"


def examine_data(document: Document, register: Register, settings: Settings) -> Examined:
    """Run the rules of files and of data on a directive, a unit or the groups."""
    stated = read(document, KINDS[document.kind], 0)
    found = _of_data(stated, register, (*catalogue.OF_FILE, *catalogue.OF_DATA), settings)
    context = FileContext(document, stated.faults)
    return Examined(
        _checked(context, document.kind, None, found, readable=stated.value is not None)
    )


def examine(document: Document, library: Library, settings: Settings, today: date) -> Examined:
    """Run every rule on one file."""
    if is_data(document):
        return examine_data(document, library.register, settings)
    kind = document.kind
    if kind not in KINDS:
        known = tuple(KINDS)
        unknown = Fault(
            "unknown-kind", ("kind",), lost=True, facts={"value": kind, "known": known}
        )
        context = FileContext(document, (*document.faults, unknown))
        return Examined(
            _checked(
                context, kind, None, _found(catalogue.OF_FILE, context, settings), readable=False
            )
        )
    stated = read(document, Plan, library.directive.year)
    if stated.value is not None:
        return _examine_plan(stated.value, stated, library, settings, today)
    context = FileContext(document, stated.faults)
    found = _found(catalogue.OF_FILE, context, settings)
    unit = _unit_of(document, library.units)
    return Examined(_checked(context, kind, unit, found, readable=False))


def _of_data(
    stated: Read[Any], register: Register, checks: Iterable[Check], settings: Settings
) -> tuple[Finding, ...]:
    if stated.value is None:
        context = FileContext(stated.document, stated.faults)
        return _found(catalogue.OF_FILE, context, settings)
    whole = register.with_file(stated)
    return _found(
        checks, DataContext(stated.document, stated.faults, stated.value, whole), settings
    )


def broken(reads: Iterable[Read[Any]], settings: Settings) -> tuple[Finding, ...]:
    """Give the findings of data files that could not be used."""
    return tuple(
        finding
        for stated in reads
        for finding in _found(
            catalogue.OF_FILE, FileContext(stated.document, stated.faults), settings
        )
    )


def contradictions(library: Library) -> tuple[Finding, ...]:
    """Give what in the data would make it blame a plan for its own faults."""
    return tuple(
        finding
        for stated in (library.read, *library.register.reads)
        for finding in _of_data(stated, library.register, catalogue.TO_CHECK_AGAINST, Settings())
    )


def _examine_plan(
    plan: Plan, stated: Read[Any], library: Library, settings: Settings, today: date
) -> Examined:
    known = library.units.one(plan.unit) if plan.unit else None
    context = PlanContext(
        document=stated.document,
        faults=stated.faults,
        plan=plan,
        unit=library.units.by_id[known.id] if known and known.id else None,
        directive=library.directive,
        units=library.units,
        settings=settings,
        today=today,
    )
    found = _found((*catalogue.OF_FILE, *catalogue.OF_PLAN), context, settings, library.directive)
    if not settings.include_restricted:
        found = tuple(withheld(finding, context) for finding in found)
    unit = context.unit.id if context.unit else None
    return Examined(_checked(context, "plan", unit, found), context)


def _checked(
    context: FileContext,
    kind: str,
    unit: str | None,
    found: tuple[Finding, ...],
    *,
    readable: bool = True,
) -> Checked:
    document = context.document
    readable = readable and (isinstance(context, PlanContext) or kind != "plan")
    gaps = tuple(_not_run(context, unit, readable))
    return Checked(document.file, kind, unit, document.sha256, found, gaps, readable)


_UNIT_LINE = re.compile(r"unit:\s*[\"']?(.+?)[\"']?\s*(?:#.*)?")


def _unit_of(document: Document, units: Units) -> str | None:
    """Guess whose plan a file is that could not be read: by its line `unit:`, else by its name."""
    lines = (found[1] for line in document.lines if (found := _UNIT_LINE.fullmatch(line)))
    for name in (*lines, PurePosixPath(document.file).stem):
        if known := units.one(name).id:
            return known
    return None


def _not_run(context: FileContext, unit: str | None, readable: bool) -> Iterable[NotRun]:
    file = context.document.file
    if not readable:
        message = Text(
            vi="Tệp không đọc được, nên không quy tắc nào về nội dung được kiểm tra",
            en="the file could not be read, so no rule on its content was run",
        )
        yield NotRun(None, NotRunReason.UNREADABLE, message, file, unit)
        return
    for fault in sorted(
        (f for f in context.faults if f.unread is not None), key=lambda f: str(f.path)
    ):
        message = Text(
            vi="Giá trị này không đọc được, nên các quy tắc về nó chưa được kiểm tra",
            en="this value could not be read, so the rules on it were not run",
        )
        yield NotRun(None, NotRunReason.UNREADABLE, message, file, unit, path=fault.path)
    if isinstance(context, PlanContext):
        yield from _without_annex(context, file, unit)


def _without_annex(context: PlanContext, file: str, unit: str | None) -> Iterable[NotRun]:
    missing = {annex.id: annex for annex in context.directive.annexes if not annex.supplied}
    for duty in context.duties:
        titles = [missing[id].title for id in duty.clause.annexes if id in missing]
        if titles and duty.required:
            vi = ", ".join(sorted(title.vi.partition(":")[0] for title in titles if title))
            en = ", ".join(sorted(title.en.partition(":")[0] for title in titles if title))
            message = Text(
                vi=f"Chưa có {vi}, nên chưa đối chiếu được nhiệm vụ {duty.id}",
                en=f"{en} not supplied, so task {duty.id} could not be held against it",
            )
            yield NotRun(None, NotRunReason.ANNEX_MISSING, message, file, unit, duty.id)


def _selected(checked: Checked, settings: Settings) -> Checked:
    kept = tuple(f for f in checked.findings if settings.selects(f.rule.id))
    return Checked(
        checked.file,
        checked.kind,
        checked.unit,
        checked.sha256,
        kept,
        checked.not_run,
        checked.readable,
    )


def _found(
    checks: Iterable[Check],
    context: FileContext,
    settings: Settings,
    directive: Directive | None = None,
) -> tuple[Finding, ...]:
    found: dict[tuple[object, ...], Finding] = {}
    for one in checks:
        rule = one.RULE
        severity = _severity(rule, settings)
        if severity is None:
            continue
        for match in one.check(context):
            finding = _finding(match, rule, severity, context, directive)
            place = finding.place.span
            found.setdefault((rule.id, match.path, match.task, place), finding)
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[int, int, str]:
    span = finding.place.span
    return (span.line, span.column, finding.rule.id) if span else (0, 0, finding.rule.id)


def _severity(rule: Rule, settings: Settings) -> Severity | None:
    """Give the effective severity, None where the settings take the rule out."""
    if rule.id in settings.severity:
        return settings.severity[rule.id]
    if rule.before_day:
        return None if settings.before_day is BeforeDay.OK else Severity(settings.before_day)
    return rule.severity


def _finding(
    match: Match, rule: Rule, severity: Severity, context: FileContext, directive: Directive | None
) -> Finding:
    document = context.document
    span = match.span or document.span(match.path, key=match.key)
    place = Place(document.file, span, None, document.line(span.line) if span else "")
    unit = context.unit.id if isinstance(context, PlanContext) and context.unit else None
    return Finding(
        rule,
        severity,
        place,
        match.path,
        unit,
        match.task,
        _citation(rule, match, directive),
        match.facts,
    )


def _citation(rule: Rule, match: Match, directive: Directive | None) -> Citation | None:
    if directive is None or rule.cites is None:
        return None
    clause = (
        directive.clauses.get(match.task or "")
        if rule.cites == "task"
        else directive.clause(rule.cites)
    )
    if clause is None:
        return None
    return Citation(clause.id, directive.address(clause), clause.text)
