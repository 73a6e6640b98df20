"""From a line of a file back to what stands there, and to the clauses that it answers or is."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hpdirective import answering
from hpdirective.checking import Examined
from hpdirective.finding import Finding
from hpdirective.model.directive import Directive, MetBy
from hpdirective.model.plan import Action, Contest, Extension, Waiver
from hpdirective.model.unit import Unit
from hpdirective.rules.check import PlanContext
from hpdirective.source.place import KeyPath
from hpdirective.source.standing import LineKind
from hpdirective.tracing.data import trace_directive, trace_groups, trace_unit
from hpdirective.tracing.forward import (
    AnyClaim,
    View,
    cites_restricted,
    claims_of,
    clauses_of,
    entries_of,
    line_of,
    name_of,
    remark,
    traced,
    traced_claim,
)
from hpdirective.tracing.line import Line, made_at
from hpdirective.tracing.values import (
    At,
    CitedTask,
    Entry,
    Remark,
    Trace,
    TracedClaim,
    TracedClause,
    What,
)

_LISTS = {
    "actions": What.ACTION,
    "waivers": What.WAIVER,
    "extensions": What.EXTENSION,
    "contests": What.CONTEST,
}


def trace_line(view: View, line: Line, unit: Unit | None = None) -> Trace:
    """Trace a line of a plan, a directive, a unit's file or the groups; `unit` narrows what is found."""
    match line.document.kind if line.document.data is not None else "plan":
        case "directive":
            return trace_directive(view, line, unit)
        case "unit":
            return trace_unit(view, line, line.document.value(("id",)))
        case "groups":
            return trace_groups(view, line, unit)
        case _:
            one = next(e for e in view.examined if e.checked.file == line.document.file)
            return _plan(view, line, one)


def _plan(view: View, line: Line, one: Examined) -> Trace:
    context = one.context
    if context is None:
        hide = _names_restricted(view, line.document.lines)
        found = _remarks(view, one.checked.findings, hide=hide)
        at = replace(line.at(What.UNREADABLE), text=None, findings=found)
        return made_at(view, line, at, ())
    routes = dict.fromkeys(map(_entry_route, line.here.paths or (line.here.path,)))
    entries = [_entry(view, context, line, path) for path in routes if path]
    if len(routes) == len(entries) == 1:
        return _of_entry(view, line, one, context, entries[0])
    if entries:
        at = replace(line.at(What.SEVERAL), near=tuple(entries))
        hide = any(entry.restricted for entry in entries) and not view.include_restricted
        return made_at(view, line, _placed(view, at, one, hide=hide), ())
    top = line.here.path[:1]
    if not top or (top[0] in _LISTS and line.here.kind is not LineKind.CONTENT):
        everything = [_entry(view, context, line, path) for path in _routes(line)]
        at = replace(line.at(What.NOTHING), near=line.near(everything))
        unread = line.here.kind is LineKind.UNREAD  # perhaps an action that the reader gave up
        hide = unread and _names_restricted(view, line.document.lines)
        return made_at(view, line, _placed(view, at, one, hide=hide), ())
    if top == ("unit",) and context.unit:
        of_unit = trace_unit(view, line, context.unit.id)
        return replace(of_unit, at=_placed(view, of_unit.at, one)) if of_unit.at else of_unit
    at = _placed(view, line.at(What.KEY), one)
    return made_at(view, line, at, _of_key(view, context, line.here.path))


def _entry_route(path: KeyPath) -> KeyPath:
    """Give the route of the action or claim that a route leads into; none where it leads into neither."""
    inside = len(path) > 1 and path[0] in _LISTS and isinstance(path[1], int)
    return path[:2] if inside else ()


def _routes(line: Line) -> list[KeyPath]:
    """Give the routes of all actions and claims of the file."""
    return [path for path in line.runs if len(path) == 2 and _entry_route(path)]


def _model(context: PlanContext, path: KeyPath) -> Action | AnyClaim | None:
    return next((entry for entry in entries_of(context) if entry.path == path), None)


def _entry(view: View, context: PlanContext, line: Line, path: KeyPath) -> Entry:
    """Show an action or a claim with what it cites; one that could not be read shows its place alone."""
    first, last = line.runs[path]
    entry = _model(context, path)
    raw = line.document.lines[first - 1 : last]
    restricted = (entry is not None and cites_restricted(context, entry)) or _mentions_restricted(
        context.directive, raw
    )
    hidden = restricted and not view.include_restricted
    action = entry if isinstance(entry, Action) else None
    return Entry(
        _LISTS[str(path[0])],
        path,
        first,
        last,
        action.id if action else None,
        name_of(action) if action and not hidden else None,
        restricted,
        tuple(_cited(context, entry, hidden=hidden)) if entry else (),
    )


def _names_restricted(view: View, lines: Iterable[str]) -> bool:
    """Tell whether lines that could not be read may hold what is not to be shown."""
    return not view.include_restricted and _mentions_restricted(view.library.directive, lines)


def _mentions_restricted(directive: Directive, lines: Iterable[str]) -> bool:
    """Tell whether raw lines hold the id of a restricted clause or of its paragraph, even one misspelt before the numbers."""
    clauses = [clause for clause in directive.clauses.values() if clause.restricted]
    ids = {c.id.partition(".")[2] for c in clauses} | {c.paragraph for c in clauses}
    if not ids:
        return False
    any_id = "|".join(map(re.escape, sorted(ids)))
    return bool(re.search(rf"(?<!\d)(?<!\d\.)(?:{any_id})(?!\.?\d)", "\n".join(lines)))


def _cited(context: PlanContext, entry: Action | AnyClaim, *, hidden: bool) -> Iterator[CitedTask]:
    """Give what an entry cites; words that are no id are words of the answer, and hidden with it."""
    directive, mine = context.directive, context.duty
    places: list[tuple[str, KeyPath]] = []
    if isinstance(entry, Action):
        places = [(cell.text, entry.at("tasks", cell)) for cell in entry.tasks]
    elif entry.task:
        places = [(entry.task, entry.at("task"))]
    for text, path in places:
        clauses = answering.meant_clauses(text, directive, mine)
        given = any(clause.id in mine for clause in clauses)
        shown = "" if hidden and not clauses else text
        yield CitedTask(shown, line_of(context, path), tuple(c.id for c in clauses), given)


def _of_entry(view: View, line: Line, one: Examined, context: PlanContext, entry: Entry) -> Trace:
    model = _model(context, entry.path)
    clauses = clauses_of(context, model) if model else ()
    only = frozenset({context.unit.id}) if context.unit else frozenset[str]()
    found = []
    for clause in clauses:
        whole = traced(view, clause, only)
        every = view.uncounted.get(clause.id, ())
        place = (line.document.file, line_of(context, entry.path))
        found.append(
            replace(whole, uncounted=tuple(u for u in every if (u.file, u.line) == place))
        )
    at = line.at(entry.what)
    hide = entry.restricted and not view.include_restricted
    if hide:
        at = replace(at, path=_known_keys(at.path))
    claim = _claim(view, context, model) if model and not isinstance(model, Action) else None
    at = _placed(view, replace(at, entry=entry, claim=claim), one, entry.path, hide=hide)
    return made_at(view, line, at, tuple(found))


def _known_keys(path: KeyPath) -> KeyPath:
    """Cut a route before a key that the plan's writer made up: it may hold words of the answer."""
    known = any(
        str(step) in model.model_fields
        for step in path[2:3]
        for model in (Action, Waiver, Extension, Contest)
    )
    return path[:3] if known else path[:2]


def _claim(view: View, context: PlanContext, entry: AnyClaim) -> TracedClaim:
    what = next(what for what, other in claims_of(context) if other.path == entry.path)
    held: list[AnyClaim] = [
        *context.waivers.values(),
        *context.extensions[0].values(),
        *context.contests.values(),
    ]
    return traced_claim(view, context, what, entry, holds=any(entry is one for one in held))


def _of_key(view: View, context: PlanContext, path: KeyPath) -> tuple[TracedClause, ...]:
    """Trace the clauses that a key of the plan itself answers."""
    answered = {
        key
        for key, routes in answering.ROUTES.items()
        if any(route[: len(path)] == path[: len(route)] for route in routes)
    }

    def fits(keys: tuple[MetBy, ...]) -> bool:
        return bool(answered.intersection(keys))

    if context.unit is None:
        clauses = [c for c in context.directive.clauses.values() if c.binding and fits(c.met_by)]
        return tuple(replace(traced(view, c, frozenset()), uncounted=()) for c in clauses)
    only = frozenset({context.unit.id})
    clauses = [duty.clause for duty in context.duties if duty.clause.binding and fits(duty.met_by)]
    return tuple(replace(traced(view, c, only), uncounted=()) for c in clauses)


def _placed(
    view: View, at: At, one: Examined, inside: KeyPath | None = None, *, hide: bool = False
) -> At:
    """Add whose plan it is, what was found there, and which other plan of the unit counts instead; `hide` leaves out all words."""
    unit = one.checked.unit
    file = view.file_of(unit) if unit else None
    path = at.path if inside is None else inside
    found = (f for f in one.checked.findings if _touches(f, path, at))
    return replace(
        at,
        unit=unit,
        findings=_remarks(view, found, hide=hide),
        text=None if hide else at.text,
        span=None if hide else at.span,
        instead=file if file != one.checked.file else None,
    )


def _touches(finding: Finding, path: KeyPath, at: At) -> bool:
    span = finding.place.span
    if span is not None and span.line <= at.line <= span.end_line:
        return True
    return bool(path) and at.what is not What.NOTHING and finding.path[: len(path)] == path


def _remarks(view: View, findings: Iterable[Finding], *, hide: bool = False) -> tuple[Remark, ...]:
    return tuple(remark(view, finding, hide=hide) for finding in findings)
