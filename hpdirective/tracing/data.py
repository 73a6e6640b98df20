"""From a line of the directive, of a unit's file or of the groups to the clauses that stand there, or that the unit owes."""

from msgspec.structs import replace

from hpdirective.model.directive import Clause
from hpdirective.model.unit import Unit
from hpdirective.source.place import KeyPath
from hpdirective.source.standing import LineKind
from hpdirective.tracing.forward import View, traced
from hpdirective.tracing.line import Line, made_at
from hpdirective.tracing.values import Entry, Trace, What

_LEVELS = (What.PART, What.SECTION, What.PARAGRAPH, What.CLAUSE)


def trace_directive(view: View, line: Line, unit: Unit | None) -> Trace:
    directive = view.library.directive
    document, path = line.document, line.here.path
    depth = _depth(path)
    only = frozenset({unit.id}) if unit else None
    clauses: tuple[Clause, ...] = ()
    at = line.at(What.KEY)
    if depth and (depth == 4 or line.here.kind is LineKind.CONTENT):
        route = path[: 2 * depth]
        entry = _tree_entry(line, route)
        at = replace(line.at(entry.what), entry=entry)
        clauses = directive.under(entry.id or "")
    elif path[:1] == ("topics",) and line.here.kind is LineKind.CONTENT:
        ids = [document.value(route) for route in line.here.paths]
        clauses = tuple(directive.clauses[str(id)] for id in ids if str(id) in directive.clauses)
    elif path[:1] == ("annexes",) and len(path) > 1:
        annex = document.value((*path[:2], "id"))
        clauses = tuple(c for c in directive.clauses.values() if annex in c.annexes)
    if not clauses and at.entry is None:
        content = line.here.kind is LineKind.CONTENT and path and path[0] != "parts"
        entries = (_tree_entry(line, route) for route in line.runs if _is_clause(route))
        at = replace(line.at(What.KEY if content else What.NOTHING), near=line.near(entries))
    return made_at(view, line, at, tuple(traced(view, c, only) for c in clauses), only)


_TREE = ("parts", "sections", "paragraphs", "clauses")


def _depth(path: KeyPath) -> int:
    """Say how deep in the tree a route leads: 1 into a part, 4 into a clause, 0 outside."""
    depth = 0
    while depth < 4 and len(path) > 2 * depth + 1 and path[2 * depth] == _TREE[depth]:
        depth += 1
    return depth


def _is_clause(path: KeyPath) -> bool:
    return len(path) == 8 and _depth(path) == 4


def _tree_entry(line: Line, path: KeyPath) -> Entry:
    id = line.document.value((*path, "id"))
    first, last = line.runs[path]
    what = _LEVELS[len(path) // 2 - 1]
    return Entry(what, path, first, last, id if isinstance(id, str) else None)


def trace_unit(view: View, line: Line, id: object) -> Trace:
    """Trace a unit: every duty of it."""
    unit = view.library.units.by_id.get(str(id))
    at = replace(line.at(What.UNIT), unit=str(id) if id else None)
    if unit is None:
        return made_at(view, line, at, ())
    only = frozenset({unit.id})
    clauses = tuple(traced(view, duty.clause, only) for duty in view.duties(unit).values())
    return made_at(view, line, at, clauses, only)


def trace_groups(view: View, line: Line, unit: Unit | None) -> Trace:
    document, path = line.document, line.here.path
    if len(path) > 3 and path[0] == "groups" and path[2] == "members":
        found = trace_unit(view, line, document.value(path))
        id = document.value((*path[:2], "id"))
        return replace(found, at=replace(found.at, group=str(id))) if found.at else found
    if len(path) < 2 or path[0] != "groups":
        entries = (_group_entry(line, route) for route in line.runs if _is_group(route))
        content = line.here.kind is LineKind.CONTENT and path
        at = replace(line.at(What.KEY if content else What.NOTHING), near=line.near(entries))
        return made_at(view, line, at, ())
    entry = _group_entry(line, path[:2])
    at = replace(line.at(What.GROUP), group=entry.id, entry=entry)
    only = frozenset({unit.id}) if unit else frozenset(view.library.units.members(entry.id or ""))
    clauses = [
        clause
        for clause in view.library.directive.clauses.values()
        if any(row.group == entry.id for row in clause.assign)
    ]
    return made_at(view, line, at, tuple(traced(view, c, only) for c in clauses), only)


def _is_group(path: KeyPath) -> bool:
    return len(path) == 2 and path[0] == "groups"


def _group_entry(line: Line, path: KeyPath) -> Entry:
    id = line.document.value((*path, "id"))
    first, last = line.runs[path]
    return Entry(What.GROUP, path, first, last, id if isinstance(id, str) else None)
