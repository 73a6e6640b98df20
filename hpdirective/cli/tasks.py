"""`hpd tasks` and `hpd show`: the tasks of the directive."""

from typing import Annotated

import typer

from hpdirective.cli.options import (
    DataOption,
    DirectiveOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    UnitOption,
    said,
)

TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=said("Mã nhiệm vụ, ví dụ II.3.4.2 hoặc II.3.4", "Task, such as II.3.4.2 or II.3.4"),
    ),
]


def tasks(
    unit: UnitOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.answering import duties
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import find_unit
    from hpdirective.reporters.tasks import REPORTERS

    desk = open_desk(directive=directive, data=data, lang=lang)
    shelf = desk.library
    clauses = tuple(shelf.directive.clauses.values())
    given = None
    if unit is not None:
        chosen = find_unit(shelf.units, unit)
        owed = duties(shelf.directive, shelf.units, chosen, submitted=True)
        given = {duty.id: duty for duty in owed}
        clauses = tuple(duty.clause for duty in owed)
    write(
        REPORTERS[format](clauses, shelf.directive, shelf.units, desk.lang, given),
        output,
        force=force,
    )


def show(
    id: TaskArgument,
    directive: DirectiveOption = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import find_task, open_desk
    from hpdirective.cli.output import write
    from hpdirective.reporters.tasks import REPORTERS, text

    desk = open_desk(directive=directive, data=data, lang=lang)
    shelf = desk.library
    clauses = find_task(desk, id)
    if format is Format.TEXT:
        shown = (text.show(c, shelf.directive, shelf.units, desk.lang) for c in clauses)
        report = "\n".join(shown)
    else:
        report = REPORTERS[format](clauses, shelf.directive, shelf.units, desk.lang)
    write(report, output, force=force)


tasks.__doc__ = said(
    "Liệt kê các nhiệm vụ của chỉ thị, hoặc của một đơn vị.",
    "List the tasks of the directive, or of one unit.",
)
show.__doc__ = said(
    "Cho xem trọn một nhiệm vụ.",
    "Show one task whole.",
)
