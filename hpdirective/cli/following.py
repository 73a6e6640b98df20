"""What `hpd trace` is asked to follow: an id of the directive, or a line of a file."""

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.answering import task_id
from hpdirective.cli.opening import STDIN, Desk, find_files, no_task
from hpdirective.disk import NotUsable
from hpdirective.library import find_unit, open_argument
from hpdirective.patterns import pattern
from hpdirective.source.document import Document
from hpdirective.source.standing import last_line
from hpdirective.tracing.back import trace_line
from hpdirective.tracing.forward import View, trace_clauses
from hpdirective.tracing.line import line_at
from hpdirective.tracing.values import Trace
from hpdirective.words import Text

_PLACE = pattern(r"(?P<file>.+?)(?P<numbers>(?::[+-]?[0-9]{1,18}){1,2}):?", re.DOTALL | re.ASCII)
_SUFFIXES = (".yaml", ".yml")


class Spot(Struct, frozen=True):
    """A line of a file, perhaps with a column, as findings print it."""

    file: Path
    line: int
    column: int | None = None


def follow(
    desk: Desk, wanted: str, unit: str | None, plans: list[str] | None, *, include_restricted: bool
) -> Trace:
    """Follow an id forward to the plans, or a line back to the directive.

    Raises NotUsable where it is neither, or what it names is not there.
    """
    spot = find_spot(wanted)
    if spot is None:  # no id holds a colon
        return _forward(desk, wanted, unit, plans, include_restricted=include_restricted)
    return _back(desk, wanted, spot, unit, plans, include_restricted=include_restricted)


def find_spot(wanted: str) -> Spot | None:
    """Read FILE:LINE or FILE:LINE:COLUMN; None where it is no such thing.

    The name may hold colons itself: of the two ways to read `a:1:2` the one whose file exists is meant.
    """
    found = _PLACE.fullmatch(wanted)
    if found is None:
        return None
    numbers = [int(number) for number in found["numbers"].split(":")[1:]]
    ways = [Spot(Path(found["file"]), *numbers)]
    if len(numbers) == 2:
        ways.append(Spot(Path(f"{found['file']}:{numbers[0]}"), numbers[1]))
    return next((way for way in ways if _exists(way.file)), ways[0])


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        return False


def _same(name: str, file: Path) -> bool:
    """Tell whether a name that a report shows means this file, by whatever way it is reached."""
    try:
        return file.samefile(name)
    except (OSError, ValueError):
        return False


def _forward(
    desk: Desk, wanted: str, unit: str | None, plans: list[str] | None, *, include_restricted: bool
) -> Trace:
    directive = desk.library.directive
    clauses = directive.under(task_id(wanted))
    if not clauses:
        raise _neither(desk, wanted)
    chosen = find_unit(desk.library.units, unit) if unit is not None else None
    view = _over_plans(desk, plans, include_restricted=include_restricted)
    return trace_clauses(view, wanted, clauses, chosen)


def _neither(desk: Desk, wanted: str) -> NotUsable:
    """Say what was lacking: the line of a file that is there, else an id that the directive has."""
    if wanted and (_exists(Path(wanted)) or wanted.endswith(_SUFFIXES)):
        return NotUsable(
            Text(
                vi=f"“{wanted}” thiếu số dòng; cần ghi TỆP:DÒNG, ví dụ {wanted}:42",
                en=f"“{wanted}” names no line; write FILE:LINE, such as {wanted}:42",
            )
        )
    return no_task(desk.library.directive, wanted)


def _back(
    desk: Desk,
    wanted: str,
    spot: Spot,
    unit: str | None,
    plans: list[str] | None,
    *,
    include_restricted: bool,
) -> Trace:
    document = open_argument(spot.file)
    _must_have(document, spot)
    kind = document.kind if document.data is not None else "plan"
    if kind == "directive":
        desk = replace(desk, directive=str(spot.file))  # its line says which directive is meant
    chosen = find_unit(desk.library.units, unit) if unit is not None else None
    line = line_at(wanted, document, spot.line, spot.column)
    if kind in ("directive", "unit", "groups"):
        view = _over_plans(desk, plans, include_restricted=include_restricted)
        if kind == "unit" and chosen:
            _must_be(str(document.value(("id",))), chosen.id, document.file)
        return trace_line(view, line, chosen)
    one = desk.examine(document)
    if chosen:
        _must_be(one.checked.unit, chosen.id, document.file)
    # a plan is looked at by itself, unless it is asked for among others
    others = _over_plans(desk, plans, include_restricted=include_restricted) if plans else None
    examined = [
        e for e in (others.examined if others else ()) if not _same(e.checked.file, spot.file)
    ]
    view = View(
        desk.library,
        desk.settings,
        desk.today,
        (*examined, one),
        include_restricted=include_restricted,
    )
    return trace_line(view, line)


def _must_have(document: Document, spot: Spot) -> None:
    """Refuse a line that the file does not have; one that could not be read at all says so elsewhere."""
    last = last_line(document)
    if 0 < spot.line <= last or (spot.line > 0 and not document.lines):
        if spot.column is None or spot.column > 0:
            return
        raise NotUsable(
            Text(
                vi=f"“{document.file}” không có cột {spot.column}; cột tính từ 1",
                en=f"“{document.file}” has no column {spot.column}; columns count from 1",
            )
        )
    raise NotUsable(
        Text(
            vi=f"“{document.file}” không có dòng {spot.line}; tệp có {last} dòng",
            en=f"“{document.file}” has no line {spot.line}; it has {last} of them",
        )
    )


def _must_be(found: str | None, wanted: str, file: str) -> None:
    if found != wanted:
        raise NotUsable(
            Text(
                vi=f"“{file}” không phải của đơn vị {wanted} mà --unit nêu",
                en=f"“{file}” is not that of {wanted}, which --unit names",
            )
        )


def _over_plans(desk: Desk, plans: list[str] | None, *, include_restricted: bool) -> View:
    """Open and examine every plan that is to be looked over."""
    files, places = find_files(desk, plans, required=False)
    stdin = "<stdin>" if STDIN in places else None
    return View(
        desk.library,
        desk.settings,
        desk.today,
        tuple(desk.examined(files, stdin)),
        include_restricted=include_restricted,
        looked_in=() if files or stdin else places,
    )
