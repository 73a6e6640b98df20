"""What was examined into coverage: the state of each duty follows from the findings, and from nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.checking import OTHER_DOCUMENT, Examined, terms
from hpdirective.choices import Severity
from hpdirective.coverage import (
    Answer,
    Claim,
    Coverage,
    DutyState,
    KeyAnswer,
    Part,
    Reason,
    State,
    Totals,
    UnitTotals,
)
from hpdirective.finding import Finding, NotRun, NotRunReason
from hpdirective.gathering import Chain, City, answers_other, chains
from hpdirective.library import Library
from hpdirective.model.directive import Basis, Kind, MetBy, Role
from hpdirective.model.located import Located, empty
from hpdirective.model.plan import Contest, Extension, Waiver
from hpdirective.model.unit import Submits, Unit
from hpdirective.reading import KINDS
from hpdirective.rules.check import PlanContext
from hpdirective.settings import Settings
from hpdirective.source.place import KeyPath
from hpdirective.words import Text

_NEEDED = {"id", "tasks", "title", "due", "lead", "result", "items", "indicators"}  # of an action
_COUNTED = range(
    2, 6
)  # families that say how well a plan answers: shape, references and duties, time, indicators

WHOLE = Part()


def measure(
    examined: Iterable[Examined],
    library: Library,
    settings: Settings,
    today: date,
    unit: Unit | None = None,
    looked_in: tuple[str, ...] = (),
    part: Part = WHOLE,
) -> Coverage:
    """Measure one unit, or every unit that must submit; a requested unit that sent a plan has a row outside the totals.

    Every figure is of the `part` alone.
    """
    everything = list(examined)
    sent = chains(everything)
    everyone = [unit] if unit else [u for u in library.units if _takes_part(u, sent)]
    everyone.sort(key=lambda u: u.id)
    states: list[DutyState] = []
    rows: list[UnitTotals] = []
    not_run: list[NotRun] = []
    inside: list[DutyState] = []
    for one in everyone:
        chain = sent.get(one.id)
        mine = [state for state in _states(one, chain, library) if part.holds(state)]
        states += mine
        if unit or one.submits is Submits.REQUIRED:
            inside += mine
        file = chain.plan.checked.file if chain else None
        rows.append(UnitTotals(one.id, file, totals_of(s for s in mine if _counts(s, library))))
        not_run += (
            [gap for plan in chain.all for gap in plan.checked.not_run]
            if chain
            else [_no_plan(one)]
        )
    required = [s for s in inside if _counts(s, library)]
    leads = [s for s in states if _counts(s, library)]
    orient = _orient(leads, library, whole=unit is None) if part == WHOLE else []
    order = {id: at for at, id in enumerate(library.directive.clauses)}
    in_order = sorted(required, key=lambda s: order[s.task])
    by_basis = _split(required, lambda s: s.basis or "")
    by_role = _split(inside, lambda s: s.role or "")
    return Coverage(
        terms(library.directive, settings, today),
        unit.id if unit else None,
        totals_of(required),
        {basis: t for basis in Basis if (t := by_basis.get(basis))},
        {role: t for role in Role if (t := by_role.get(role))},
        tuple(_split(in_order, lambda s: s.section).items()),
        tuple(rows),
        tuple(sorted((*states, *orient), key=lambda s: (order[s.task], s.unit or ""))),
        (*not_run, *(of_nobody(one) for one in everything if _unclaimed(one))),
        looked_in,
        part,
    )


def with_city(coverage: Coverage, city: City) -> Coverage:
    """Add to the coverage of a city its roster and what its plans break together."""
    gaps = (*coverage.not_run, *city.not_run)
    return replace(coverage, roster=city.roster, between=city.between, not_run=gaps)


def _takes_part(unit: Unit, sent: Mapping[str, Chain]) -> bool:
    return unit.submits is Submits.REQUIRED or (
        unit.submits is Submits.REQUESTED and unit.id in sent
    )


def _counts(state: DutyState, library: Library) -> bool:
    return state.role == Role.LEAD and library.directive.clauses[state.task].binding


def _states(unit: Unit, chain: Chain | None, library: Library) -> list[DutyState]:
    context = chain.plan.context if chain else None
    given = (
        context.duties
        if context
        else answering.duties(library.directive, library.units, unit, submitted=chain is not None)
    )
    return [_of_chain(duty, chain) for duty in given]


_OF_FIRST = {MetBy.ISSUED, MetBy.SENT}  # what the unit's first plan answers


def _of_chain(duty: Duty, chain: Chain | None) -> DutyState:
    """Give the state of a duty by all plans of its unit that bear on it, with what they say of it."""
    if chain is None:
        return _made(duty, State.MISSING)
    if chain.plan.context is None or answers_other(chain.plan):
        return _state(duty, chain.plan)
    if duty.met_by and _OF_FIRST.issuperset(duty.met_by):
        first = chain.first
        said = (
            _state(duty, first) if first else _made(duty, State.UNKNOWN, [_without_first(chain)])
        )
        return _with_evidence(said, duty, first or chain.plan)
    if not chain.whole:
        return _made(duty, State.UNKNOWN, [_without_first(chain)])
    said = _with_evidence(_state(duty, chain.plan), duty, chain.plan)
    for amendment in chain.amendments:
        said = _changed(said, duty, chain, amendment)
    return said


def _changed(said: DutyState, duty: Duty, chain: Chain, amendment: Examined) -> DutyState:
    """Give the state of a duty once an amendment has its say.

    What it states anew it answers for, where it states every action on the duty anew or falls short itself; of the rest nobody knows
    what is left of the plan before it, nor of any where the plan that it changes is not there.
    """
    context, before = amendment.context, chain.plan.context
    if context is None or before is None or duty.id not in context.named:
        return said
    own = _with_evidence(_state(duty, amendment), duty, amendment)
    both = replace(
        own,
        actions=(*said.actions, *own.actions),
        keys=(*said.keys, *own.keys),
        claims=(*said.claims, *own.claims),
        findings=(*said.findings, *own.findings),
    )
    anew = {action.id for action in context.answering(duty)}
    kept = {action.id for action in before.answering(duty)} - anew
    loose = not chain.holds(amendment)
    if (
        anew
        and not loose
        and (not kept or own.state is not State.COVERED or said.state is State.COVERED)
    ):
        return both if kept else own
    message = (
        _NO_FIRST
        if loose
        else Text(
            vi="Kế hoạch sửa đổi có nội dung về nhiệm vụ này mà chưa gộp được với kế hoạch được sửa đổi",
            en="an amendment speaks of this task, and could not be put together with the plan that it changes",
        )
    )
    line = next((claim.line for claim in own.claims), None)
    reason = Reason(None, message, amendment.checked.file, line)
    return replace(both, state=State.UNKNOWN, reasons=(reason,))


_NO_FIRST = Text(
    vi="Kế hoạch mà kế hoạch này sửa đổi hoặc thay thế không có trong các tệp đã đọc",
    en="the plan that this one changes or replaces is not among the files that were read",
)


def _without_first(chain: Chain) -> Reason:
    plan = chain.plan
    line = _line(plan.context, ("document", "relation")) if plan.context else None
    return Reason(None, _NO_FIRST, plan.checked.file, line)


def _with_evidence(state: DutyState, duty: Duty, plan: Examined) -> DutyState:
    """Add what else of a plan speaks of a duty: the plan's own keys, waivers and their like, every finding."""
    context = plan.context
    if context is None or answers_other(plan):
        return state
    actions = [answer.path for answer in state.actions]
    return replace(
        state,
        keys=tuple(_keys(duty, context)),
        claims=tuple(_claims(duty, context)),
        findings=tuple(
            f for f in plan.checked.findings if _about(f, duty) or _under(f, duty, actions)
        ),
    )


def _keys(duty: Duty, context: PlanContext) -> Iterable[KeyAnswer]:
    document = context.document
    for key in duty.met_by:
        if answering.stated(context.plan, key, context.lost):
            for path in answering.ROUTES.get(key, ()):
                if not empty(document.value(path)):
                    yield KeyAnswer(str(key), path, document.file, _line(context, path))


def _claims(duty: Duty, context: PlanContext) -> Iterable[Claim]:
    plan = context.plan
    holding: list[tuple[str, Iterable[Waiver | Extension | Contest], Located | None]] = [
        ("waiver", plan.waivers, context.waivers.get(duty.id)),
        ("extension", plan.extensions, context.extensions[0].get(duty.id)),
        ("contest", plan.contests, context.contests.get(duty.id)),
    ]
    for what, entries, held in holding:
        for entry in entries:
            meant = answering.meant_clauses(entry.task or "", context.directive, context.duty)
            if any(clause.id == duty.id for clause in meant):
                line = _line(context, entry.path)
                yield Claim(what, entry.path, context.document.file, line, entry is held)


def _state(duty: Duty, plan: Examined) -> DutyState:
    """Give the state of a duty by one plan alone."""
    context = plan.context
    if context is None:
        return _made(duty, State.UNKNOWN, [_unreadable(plan)])
    if answers_other(plan):
        wrong = [f for f in plan.checked.findings if f.rule.name in OTHER_DOCUMENT]
        return _made(duty, State.MISSING, _reasons(wrong))
    actions = context.answering(duty) if MetBy.ACTION in duty.met_by else ()
    keys = [key for key in duty.met_by if answering.stated(context.plan, key, context.lost)]
    answers = tuple(_answer(context, action.path, action.id) for action in actions)
    said = [f for f in plan.checked.findings if _about(f, duty)]
    if not actions and not keys:
        none = [f for f in plan.checked.findings if _leaves_out(f, duty, context)]
        return _uncited(duty, context, _reasons(said), _reasons(none))
    mine = [action.path for action in actions]
    against = _reasons(
        f
        for f in plan.checked.findings
        if _weighs(f) and (_about(f, duty) or _under(f, duty, mine))
    )
    if against:
        state = State.WAIVED if duty.id in context.waivers else State.PARTIAL
        return _made(duty, state, against, answers)
    if unsure := _unsure(duty, plan, context, mine) or _unread_keys(duty, context, mine):
        return _made(duty, State.UNKNOWN, unsure, answers)
    return _made(duty, State.COVERED, (), answers)


def _uncited(
    duty: Duty, context: PlanContext, reasons: tuple[Reason, ...], none: tuple[Reason, ...]
) -> DutyState:
    if duty.id in context.waivers:
        return _made(duty, State.WAIVED)
    if duty.id in context.contests:
        return _made(duty, State.CONTESTED)
    if duty.id in context.unsure_waivers:
        vi = "Mục cho phép không thực hiện có phần không đọc được"
        en = "part of its waiver could not be read"
        return _made(
            duty, State.UNKNOWN, [Reason(None, Text(vi, en), context.document.file, None)]
        )
    if context.dropped or (MetBy.ACTION in duty.met_by and not context.citations_read):
        vi = "Có đầu việc không đọc được, nên chưa biết nhiệm vụ này có được đáp ứng hay không"
        en = "some action could not be read, so it may or may not be answered"
        return _made(
            duty, State.UNKNOWN, [Reason(None, Text(vi, en), context.document.file, None)]
        )
    return _made(duty, State.MISSING, reasons or none)


def _about(finding: Finding, duty: Duty) -> bool:
    """Tell whether a finding is about a duty: by its clause, or by the topic of a key that answers it."""
    if MetBy.ISSUED in duty.met_by and _of_draft(finding):
        return True
    return duty.id in finding.tasks or (finding.rule.cites in [*duty.met_by])


def _of_draft(finding: Finding) -> bool:
    """Tell whether a finding says that the paper bears no number: whatever day stands on it, a draft has not been issued."""
    return finding.path == ("document", "number") and finding.rule.name in _DRAFT


_DRAFT = {"missing-key", "incomplete-number"}


def _under(finding: Finding, duty: Duty, actions: list[KeyPath]) -> bool:
    """Tell whether a finding is about an action that answers the duty, and not about another task of it."""
    mine = not finding.tasks or duty.id in finding.tasks
    return finding.path[:2] in actions and mine


def _leaves_out(finding: Finding, duty: Duty, context: PlanContext) -> bool:
    """Tell whether a finding says that the part of the plan, or the id, is not there in which the answer would stand."""
    if duty.id in context.meant:
        return finding.rule.name in ("unknown-task", "action-without-task")
    if finding.rule.name == "missing-key":
        routes = [route for key in duty.met_by for route in answering.ROUTES.get(key, ())]
        return finding.facts.get("key") in {route[0] for route in routes}
    return finding.rule.name == "no-actions"


def _weighs(finding: Finding) -> bool:
    counted = finding.rule.family in _COUNTED or _of_draft(finding)
    return counted and finding.rule.severity is not Severity.INFO


def _unsure(
    duty: Duty, plan: Examined, context: PlanContext, actions: list[KeyPath]
) -> list[Reason]:
    """Say what kept a duty that looks covered from being checked."""
    file = plan.checked.file
    blamed = {f.path: f.rule.id for f in plan.checked.findings}
    return [
        Reason(blamed.get(gap.path), gap.message, file, _line(context, gap.path))
        for gap in plan.checked.not_run
        if gap.task == duty.id
        or (gap.reason is NotRunReason.UNREADABLE and _matters(gap.path, duty, context, actions))
    ]


def _unread_keys(duty: Duty, context: PlanContext, actions: list[KeyPath]) -> list[Reason]:
    """Say which of the plan's own keys could not be read, where nothing else answers the duty."""
    if actions:
        return []
    found = []
    for key in duty.met_by:
        for route in answering.ROUTES.get(key, ()):
            whole = (
                key is MetBy.CONTENTS
            )  # one bad action is the business of the duties that it answers
            if context.unreadable(route) or (not whole and context.unreadable_under(route)):
                message = Text(
                    vi=f"Khóa {'.'.join(map(str, route))} không đọc được, nên chưa đủ căn cứ kết luận",
                    en=f"key {'.'.join(map(str, route))} could not be read, so nothing can be concluded",
                )
                found.append(Reason(None, message, context.document.file, _line(context, route)))
    return found


def _matters(path: KeyPath, duty: Duty, context: PlanContext, actions: list[KeyPath]) -> bool:
    """Tell whether a value that could not be read may bear on a duty: its dates, items and indicators do."""
    if path[:2] not in actions:
        return False
    if len(path) < 3 or path[2] not in _NEEDED:
        return len(path) < 3
    if path[2] != "indicators" or len(path) < 4:
        return True
    action = next(a for a in context.plan.actions if a.path == path[:2])
    named = next((i.id for i in action.indicators if i.path == path[:4]), None)
    return named is None or named in {i.id for i in duty.clause.indicators}


def _line(context: PlanContext, path: KeyPath) -> int | None:
    span = context.document.span(path) if path else None
    return span.line if span else None


def _answer(context: PlanContext, path: KeyPath, id: str | None) -> Answer:
    return Answer(context.document.file, _line(context, path), id, path)


def _reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            f.rule.id,
            f.sentence,
            f.place.file,
            f.place.span.line if f.place.span else None,
        )
        for f in findings
    )


def _unreadable(plan: Examined) -> Reason:
    text = Text(vi="Tệp kế hoạch không đọc được", en="the plan could not be read")
    return Reason(None, text, plan.checked.file, None)


def _unclaimed(one: Examined) -> bool:
    data = one.checked.kind in KINDS and one.checked.kind != "plan"
    return not one.checked.unit and not data


def of_nobody(plan: Examined) -> NotRun:
    """Say that it could not be told whose plan a file is."""
    message = Text(
        vi="Không rõ kế hoạch này của đơn vị nào, nên không được tính",
        en="whose plan this is could not be told, so it was not counted",
    )
    return NotRun(None, NotRunReason.UNREADABLE, message, plan.checked.file)


def _no_plan(unit: Unit) -> NotRun:
    name = unit.named.name
    message = Text(vi=f"Chưa có kế hoạch của {name.vi}", en=f"there is no plan of {name.en}")
    return NotRun(None, NotRunReason.PLAN_MISSING, message, unit=unit.id)


def _made(
    duty: Duty, state: State, reasons: Iterable[Reason] = (), actions: tuple[Answer, ...] = ()
) -> DutyState:
    return DutyState(
        duty.id,
        duty.clause.section,
        duty.clause.name,
        state,
        duty.unit,
        str(duty.role),
        str(duty.basis),
        tuple(reasons),
        actions,
    )


def _orient(leads: list[DutyState], library: Library, *, whole: bool) -> list[DutyState]:
    """Give the foci of part I, whose state follows from what realises them.

    Over the whole city a clause that nobody sent a plan for is missing; for one unit its own duties alone count.
    """
    by_task: dict[str, list[State]] = {}
    for state in leads:
        by_task.setdefault(state.task, []).append(state.state)
    nobody = [State.MISSING] if whole else []
    found = []
    for clause in library.directive.clauses.values():
        states = [state for id in clause.realised_by for state in by_task.get(id, nobody)]
        if clause.kind is not Kind.ORIENT or not states:
            continue
        if all(state is State.COVERED for state in states):
            shown = State.COVERED
        elif all(state is State.MISSING for state in states):
            shown = State.MISSING
        else:
            shown = State.PARTIAL
        found.append(DutyState(clause.id, clause.section, clause.name, shown))
    return found


def totals_of(states: Iterable[DutyState]) -> Totals:
    """Count duties by their state."""
    count = Counter(state.state for state in states)
    return Totals(*(count[state] for state in State))


def matrix(coverage: Coverage) -> dict[tuple[str, str], Totals]:
    """Give the totals of each unit in each section; a pair in which the unit leads nothing is not there."""
    cells: dict[tuple[str, str], list[DutyState]] = {}
    for duty in coverage.duties:
        if duty.role == Role.LEAD and duty.unit:
            cells.setdefault((duty.unit, duty.section), []).append(duty)
    return {cell: totals_of(duties) for cell, duties in cells.items()}


def _split(states: Iterable[DutyState], key: Callable[[DutyState], str]) -> dict[str, Totals]:
    groups: dict[str, list[DutyState]] = {}
    for state in states:
        groups.setdefault(key(state), []).append(state)
    return {name: totals_of(group) for name, group in groups.items()}
