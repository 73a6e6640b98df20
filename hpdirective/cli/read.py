"""`hpd read`: how a deadline, a target or a unit's name is understood."""

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
)
from hpdirective.cli.speech import said

TextArgument = Annotated[
    str,
    typer.Argument(
        metavar="TEXT",
        help=said('Nội dung một ô, ví dụ "Quý IV/2023"', 'A cell, such as "Quý IV/2023"'),
    ),
]


def read(
    text: TextArgument,
    directive: DirectiveOption = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.reading import understand
    from hpdirective.reporters.reading import REPORTERS

    desk = open_desk(directive=directive, data=data, lang=lang)
    understood = understand(text, desk.library.units, desk.library.directive.year)
    write(
        REPORTERS[format](understood, desk.library.units, desk.lang),
        output,
        force=force,
        painted=format is Format.TEXT,
    )


read.__doc__ = said(
    "Cho biết nội dung một ô được hiểu thế nào.",
    "Show how a date, target or unit is understood.",
)
