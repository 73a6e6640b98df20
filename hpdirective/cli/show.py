"""`hpd show`: one task of the directive whole."""

from typing import Annotated

import typer

from hpdirective.cli import completing
from hpdirective.cli.options import (
    AnnexOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
)
from hpdirective.cli.speech import said

TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=said("Mã nhiệm vụ, ví dụ II.3.4.2 hoặc II.3.4", "Task, such as II.3.4.2 or II.3.4"),
        autocompletion=completing.tasks,
    ),
]


def show(
    id: TaskArgument,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import find_task, open_desk
    from hpdirective.cli.output import write
    from hpdirective.reporters.tasks import REPORTERS, text

    desk = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang)
    shelf = desk.library
    clauses = find_task(desk, id)
    if format is Format.TEXT:
        shown = (text.show(c, shelf.directive, shelf.units, desk.lang) for c in clauses)
        report = "\n".join(shown)
    else:
        report = REPORTERS[format](clauses, shelf.directive, shelf.units, desk.lang)
    write(report, output, force=force, painted=format is Format.TEXT)


show.__doc__ = said(
    "Hiển thị đầy đủ một nhiệm vụ.",
    "Show one task whole.",
)
