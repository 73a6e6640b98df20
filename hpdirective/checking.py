"""Documents and a library into an assessment: each file is examined by itself, then what was found is gathered."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from hpdirective import catalogue
from hpdirective.answering import Duty
from hpdirective.choices import BeforeDay, Severity
from hpdirective.finding import (
    Assessment,
    Checked,
    Citation,
    Finding,
    NotRun,
    NotRunReason,
    Place,
    Rule,
    SuppressedBy,
    Suppression,
    Terms,
)
from hpdirective.ignoring import Ignore, ignores, suppressed
from hpdirective.library import Library, Register
from hpdirective.model.annex import Provenance, Supplied, supplied
from hpdirective.model.directive import Annex, Directive
from hpdirective.model.names import Units
from hpdirective.model.plan import Plan, Relation, number_key
from hpdirective.model.target import is_step, meets
from hpdirective.patterns import pattern
from hpdirective.reading import KINDS, Read, read
from hpdirective.rules.check import (
    Check,
    DataContext,
    FileContext,
    Match,
    PlanContext,
    Promise,
)
from hpdirective.rules.city import Earlier, FolderContext, Sent
from hpdirective.settings import Settings
from hpdirective.source.document import Document, Fault
from hpdirective.withholding import HIDDEN, withheld
from hpdirective.words import Fact, Lang, Named, Text, fill, one_line, shorten


class Examined(Struct, frozen=True):
    """A file with its findings, and the context that they were found in where it is a plan that could be read."""

    checked: Checked
    context: PlanContext | None = None
    sent: Sent | None = None  # where it is a plan of a known unit that answers this directive
    asked: tuple[Ignore, ...] = ()  # the comments that leave findings out


OTHER_DOCUMENT = {"other-directive", "other-year"}
"""The rules that say that a plan answers another directive."""


def check(examined: Iterable[Examined], terms: Terms, settings: Settings) -> Assessment:
    """Gather what was found into an assessment, files in order, only the rules that the settings select."""
    everything = sorted(examined, key=lambda one: one.checked.file)
    files = tuple(selected(one.checked, settings) for one in everything)
    return gathered(files, everything, terms, settings)


def gathered(
    files: Sequence[Checked], everything: Sequence[Examined], terms: Terms, settings: Settings
) -> Assessment:
    """Make an assessment of files in order; of their plans `everything` tells what the rules between plans ask."""
    folder = FolderContext(
        tuple(one.sent for one in everything if one.sent),
        settings.roster,
        frozenset(one.checked.unit for one in everything if _is_unread(one)),
    )
    found = between(catalogue.BETWEEN, folder, everything, settings)
    rules = tuple(
        one.RULE
        for one in catalogue.ALL
        if settings.selects(one.RULE.id) and severity_of(one.RULE, settings) is not None
    )
    return Assessment(terms, files, found, rules=rules)


def _is_unread(one: Examined) -> bool:
    return one.checked.kind == "plan" and not one.checked.readable


def between(
    checks: Iterable[Check],
    context: object,
    examined: Iterable[Examined],
    settings: Settings,
    directive: Directive | None = None,
) -> tuple[Finding, ...]:
    """Give what rules between plans find, those of a plan at its lines, the others first; comments of a plan may leave it out."""
    by_file = {one.checked.file: one for one in examined}
    found = []
    for one in checks:
        severity = severity_of(one.RULE, settings)
        if severity is None or not settings.selects(one.RULE.id):
            continue
        for match in one.check(context):
            plan = by_file.get(match.file or "")
            finding = _between(match, one.RULE, severity, plan, directive)
            if plan and plan.asked:
                (finding,), _ = suppressed((finding,), plan.asked, catalogue.IDS)
            if plan and plan.context and not settings.include_restricted:
                (finding,) = withheld((finding,), plan.context)
            found.append(finding)
    return tuple(sorted(found, key=lambda f: (f.place.file or "", *_order(f), f.task or "")))


def _between(
    match: Match,
    rule: Rule,
    severity: Severity,
    plan: Examined | None,
    directive: Directive | None,
) -> Finding:
    document = plan.context.document if plan and plan.context else None
    sent = plan.sent if plan else None
    span = match.span or (document.span(match.path) if document else None)
    lines = {sent.span: sent.line} | {one.span: one.line for one in sent.earlier} if sent else {}
    line = lines.get(match.span, "")
    if document and span:
        line = document.line(span.line)
    unit = match.facts.get("unit")
    return Finding(
        rule,
        severity,
        Place(match.file, span, None, line),
        match.path,
        unit.id if isinstance(unit, Named) else None,
        match.task,
        _citation(rule, match, directive),
        match.facts,
        also=match.also,
        named=document.named(match.path) if document else match.path,
    )


def terms(directive: Directive | None, settings: Settings, today: date) -> Terms:
    """Say what a report rests on; no directive where only data files are looked at."""
    return Terms(
        directive.id if directive else "",
        directive.sha256 if directive else "",
        today,
        str(settings.before_day),
        str(settings.fail_on),
        settings.digest_with(_annexes(directive)),
    )


def _annexes(directive: Directive | None) -> tuple[str, ...]:
    return tuple(annex.file.digest for annex in supplied(directive)) if directive else ()


def is_data(document: Document) -> bool:
    """Tell whether a file is a directive, an annex, a unit or the groups, which are held against nothing but themselves."""
    return document.kind in KINDS and document.kind != "plan"


def examine_data(document: Document, register: Register, settings: Settings) -> Examined:
    """Run the rules of files and of data on a directive, an annex, a unit or the groups."""
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
                context, kind, None, findings(catalogue.OF_FILE, context, settings), readable=False
            )
        )
    stated = read(document, Plan, library.directive.year)
    if stated.value is not None:
        return _examine_plan(stated.value, stated, library, settings, today)
    context = FileContext(document, stated.faults)
    found = findings(catalogue.OF_FILE, context, settings)
    unit = _unit_of(document, library.units)
    return Examined(_checked(context, kind, unit, found, readable=False))


def _of_data(
    stated: Read[Any], register: Register, checks: Iterable[Check], settings: Settings
) -> tuple[Finding, ...]:
    if stated.value is None:
        context = FileContext(stated.document, stated.faults)
        return findings(catalogue.OF_FILE, context, settings)
    whole = register.with_file(stated)
    return findings(
        checks, DataContext(stated.document, stated.faults, stated.value, whole), settings
    )


def broken(reads: Iterable[Read[Any]], settings: Settings) -> tuple[Finding, ...]:
    """Give the findings of data files that could not be used."""
    return tuple(
        finding
        for stated in reads
        for finding in findings(
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
    checks = (*catalogue.OF_FILE, *catalogue.OF_PLAN)
    if context.relation:
        checks = tuple(check for check in checks if not _of_another(check.RULE, context))
    found = findings(checks, context, settings, library.directive)
    asked = ignores(context.document)
    found = _without_ignored(found, asked, context, settings)
    if not settings.include_restricted:
        found = withheld(found, context)
    unit = context.unit.id if context.unit else None
    return Examined(_checked(context, "plan", unit, found), context, _sent(context, found), asked)


def _of_another(rule: Rule, context: PlanContext) -> bool:
    """Tell whether the earlier plan that a plan changes or replaces has to hold what a rule asks for."""
    return rule.first or (rule.whole and context.amends)


def _without_ignored(
    found: tuple[Finding, ...],
    asked: tuple[Ignore, ...],
    context: FileContext,
    settings: Settings,
) -> tuple[Finding, ...]:
    """Mark what comments of the file leave out, and add what is wrong with these comments.

    Whether one on a rule between plans is needed cannot be told from one plan.
    """
    if not asked:
        return found
    marked, faults = suppressed(found, asked, catalogue.IDS)
    wrong = tuple(
        f
        for f in faults
        if f.code != "unused-ignore" or f.facts["rule"] not in catalogue.BETWEEN_IDS
    )
    said = findings(catalogue.OF_IGNORES, FileContext(context.document, wrong), settings)
    return tuple(sorted((*marked, *said), key=_order))


def _sent(context: PlanContext, found: tuple[Finding, ...]) -> Sent | None:
    """Give what the rules between plans need of a plan that answers this directive, None where it is not sure to."""
    if context.unit is None or any(f.rule.name in OTHER_DOCUMENT for f in found):
        return None
    paper, document = context.plan.document, context.document
    relation = context.relation
    span = document.span(("unit",))
    return Sent(
        document.file,
        context.unit.named,
        number_key(paper.number) if paper and paper.number else None,
        paper.issued if paper else None,
        tuple(_earlier(relation, document)) if relation else (),
        span,
        document.line(span.line) if span else "",
    )


def _earlier(relation: Relation, document: Document) -> Iterable[Earlier]:
    for key, words in relation.named:
        path = (*relation.path, key)
        span = document.span(path)
        line = document.line(span.line) if span else ""
        yield Earlier(number_key(words), words, path, span, line)


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


_UNIT_LINE = pattern(r"unit:\s*[\"']?(.+?)[\"']?\s*(?:#.*)?")


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
    for path in sorted({f.path for f in context.faults if f.unread is not None}, key=str):
        yield NotRun(None, NotRunReason.UNREADABLE, _NO_VALUE, file, unit, path=path)
    for path in sorted({path for f in context.faults for path in f.parts}, key=str):
        yield NotRun(None, NotRunReason.UNREADABLE, _NO_LINE, file, unit, path=path)
    if context.dropped:
        yield NotRun(None, NotRunReason.UNREADABLE, _NO_REST, file, unit)
    if isinstance(context, PlanContext):
        if context.relation:
            message = _OF_WHOLE if context.amends else _OF_FIRST
            yield NotRun(None, NotRunReason.EARLIER_PLAN, message, file, unit)
        yield from _without_annex(context, file, unit)
        yield from _incomparable(context, file, unit)


_OF_WHOLE = Text(
    vi="Kế hoạch này chỉ sửa đổi một kế hoạch trước, nên không kiểm tra ngày ban hành, ngày gửi, các phần và nhiệm vụ mà kế hoạch trước phải có",
    en="this plan only changes an earlier one, so what that one has to hold was not checked here: its day of issue and sending, its parts, its tasks",
)
_OF_FIRST = Text(
    vi="Kế hoạch này thay thế một kế hoạch trước, nên hạn ban hành và gửi được xét theo kế hoạch đầu tiên của đơn vị",
    en="this plan replaces an earlier one, so the day by which it was to be issued and sent is held against the unit's first plan",
)
_NO_VALUE = Text(
    vi="Giá trị này không đọc được, nên các quy tắc về nó chưa được kiểm tra",
    en="this value could not be read, so the rules on it were not run",
)
_NO_LINE = Text(
    vi="Ở đây có dòng không đọc được, nên chưa kiểm tra nội dung có thể nằm ở dòng đó",
    en="a line here could not be read, so what may stand in it was not checked",
)
_NO_REST = Text(
    vi="Phần sau dấu “---” hoặc “...” không được đọc, nên chưa kiểm tra nội dung có thể nằm ở đó",
    en="what follows “---” or “...” was not read, so what may stand in it was not checked",
)


def _incomparable(context: PlanContext, file: str, unit: str | None) -> Iterable[NotRun]:
    """Name each promise that cannot be held against what is asked."""
    for promise, text, wanted in (*_rises(context), *_other_kinds(context)):
        said = shorten(one_line(promise.target.text), 200)
        if promise.duty.clause.restricted and not context.settings.include_restricted:
            said = HIDDEN
        facts: dict[str, Fact] = {"said": said, "wanted": wanted, "task": promise.duty.id}
        message = Text(fill(text, facts, Lang.VI), fill(text, facts, Lang.EN))
        yield NotRun(
            None, NotRunReason.UNREADABLE, message, file, unit, promise.duty.id, promise.path
        )


def _rises(context: PlanContext) -> Iterable[tuple[Promise, Text, Fact]]:
    """Give each rise or fall that may be another one than is asked for.

    "tăng 13%" may be the growth that is asked for, or a step; "giảm" in a ranking the standing, or its number.
    """
    for promise in context.promises:
        asked, target = promise.required, promise.target
        if asked is None or target.trend is None or meets(target, asked) is not None:
            continue  # else it meets, or is said to fall short
        if asked.trend and target.unit and not is_step(target.unit):
            continue  # another unit of measure is HPD503's
        text = _UNCLEAR_TREND if asked.trend else _NO_LEVEL
        yield promise, text, shorten(one_line(asked.text), 200)


def _other_kinds(context: PlanContext) -> Iterable[tuple[Promise, Text, Fact]]:
    """Give each promise that counts what may be other things than the directive does."""
    for promise in context.promises:
        if promise.of_another_kind:
            yield promise, _OTHER_KIND, promise.indicator.called


_OTHER_KIND = Text(
    vi="Mức phấn đấu “{said}” nói đến việc hoặc loại khác với chỉ tiêu “{wanted}” của nhiệm vụ {task}, nên chưa đối chiếu được; đề nghị ghi đúng việc và loại mà Chỉ thị nêu",
    en="the target “{said}” speaks of another step or kind than the indicator “{wanted}” of task {task}, so it could not be compared; write the step and kind that the directive names",
)
_NO_LEVEL = Text(
    vi="Mức phấn đấu “{said}” nêu mức tăng hoặc giảm, nên chưa đối chiếu được với yêu cầu “{wanted}” của nhiệm vụ {task}; đề nghị ghi mức cần đạt",
    en="the target “{said}” states a rise or a fall, so it could not be compared with “{wanted}” of task {task}; write the level to be reached",
)
_UNCLEAR_TREND = Text(
    vi="Mức phấn đấu “{said}” chưa cho biết thứ hạng hay giá trị của chỉ tiêu tăng, giảm, nên chưa đối chiếu được với yêu cầu “{wanted}” của nhiệm vụ {task}; đề nghị ghi rõ mức đạt được",
    en="the target “{said}” does not tell whether the rank or the value goes up or down, so it could not be compared with “{wanted}” of task {task}; state the level to be reached",
)


def _without_annex(context: PlanContext, file: str, unit: str | None) -> Iterable[NotRun]:
    """Name each duty that an annex keeps from being judged: not supplied, not whole, or with no value for this unit's row."""
    for duty in context.duties:
        if not duty.required:
            continue
        gaps = [_lack(context.directive.lacking(duty.clause)), *_without_value(context, duty)]
        for lack in filter(None, gaps):
            message = Text(
                vi=f"{lack.vi}, nên chưa đối chiếu được nhiệm vụ {duty.id}",
                en=f"{lack.en}, so task {duty.id} could not be checked",
            )
            yield NotRun(None, NotRunReason.ANNEX_MISSING, message, file, unit, duty.id)


def _lack(lacking: tuple[Annex, ...]) -> Text | None:
    absent = [annex.short for annex in lacking if not isinstance(annex, Supplied)]
    parts = []
    if absent:
        vi, en = (", ".join(getattr(name, lang) for name in absent) for lang in ("vi", "en"))
        parts.append(Text(vi=f"Chưa có {vi}", en=f"{en} not supplied"))
    for annex in lacking:
        if isinstance(annex, Supplied):
            name, extent = annex.short, annex.extent
            vi = f"{name.vi} mới có {extent.vi}, chưa đầy đủ"
            parts.append(Text(vi, f"{name.en} not whole, with {extent.en}"))
    if not parts:
        return None
    return Text(vi="; ".join(p.vi for p in parts), en="; ".join(p.en for p in parts))


def _without_value(context: PlanContext, duty: Duty) -> Iterable[Text]:
    for annex in supplied(context.directive):
        for row in annex.file.of(Provenance.OFFICIAL):
            if annex.id in duty.clause.annexes and duty.unit in row.units and not row.known:
                name, where = row.name.text if row.name else Text(row.id, row.id), annex.short
                vi, en = (shorten(one_line(words), 200) for words in (name.vi, name.en))
                yield Text(
                    vi=f"{where.vi} chưa có mức so sánh được của chỉ tiêu “{vi}”",
                    en=f"{where.en} gives no comparable value for indicator “{en}”",
                )


def selected(checked: Checked, settings: Settings) -> Checked:
    """Give a file with the findings of the rules that the settings select."""
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


def findings(
    checks: Iterable[Check],
    context: FileContext,
    settings: Settings,
    directive: Directive | None = None,
) -> tuple[Finding, ...]:
    """Give what some rules find in one file, in the order of its lines."""
    found: dict[tuple[object, ...], Finding] = {}
    for one in checks:
        rule = one.RULE
        severity = severity_of(rule, settings)
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


def severity_of(rule: Rule, settings: Settings) -> Severity | None:
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
        _by_waiver(match, rule, context),
        also=match.also,
        named=document.named(match.path),
    )


def _by_waiver(match: Match, rule: Rule, context: FileContext) -> Suppression | None:
    """Say which waiver keeps a finding on duties, dates or indicators from counting."""
    if not isinstance(context, PlanContext) or rule.family not in _ASKED_OF_A_TASK:
        return None
    reason = context.waived(match)
    return Suppression(SuppressedBy.WAIVER, reason) if reason else None


_ASKED_OF_A_TASK = range(3, 6)  # families: references and duties, time, indicators


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
