"""`hpd units`: the units that the directive speaks to."""

from typing import Annotated

import typer

from hpdirective.cli import completing
from hpdirective.cli.options import (
    DataOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
)
from hpdirective.cli.speech import said

UnitArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[UNIT]",
        help=said("Một đơn vị", "One unit"),
        show_default=False,
        autocompletion=completing.units,
    ),
]


def units(
    unit: UnitArgument = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import find_unit
    from hpdirective.reporters.units import REPORTERS

    desk = open_desk(data=data, lang=lang)
    known = desk.library.units
    chosen = (find_unit(known, unit),) if unit is not None else tuple(known)
    write(
        REPORTERS[format](chosen, known, desk.lang),
        output,
        force=force,
        painted=format is Format.TEXT,
    )


units.__doc__ = said(
    "Liệt kê các đơn vị, hoặc hiển thị một đơn vị.", "List the units, or show one."
)
