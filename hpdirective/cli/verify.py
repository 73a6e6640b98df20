"""`hpd verify`: the directive's tree against its official text."""

from pathlib import Path
from typing import Annotated

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    DataOption,
    DirectiveOption,
    ForceOption,
    LangOption,
    OutputOption,
)
from hpdirective.cli.speech import said

OfficialArgument = Annotated[
    Path,
    typer.Argument(
        metavar="OFFICIAL.txt", help=said("Văn bản chính thức, UTF-8", "The official text, UTF-8")
    ),
]


def verify(
    official: OfficialArgument,
    directive: DirectiveOption = None,
    data: DataOption = None,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.disk import open_text
    from hpdirective.model.official import difference
    from hpdirective.reporters import verification

    desk = open_desk(directive=directive, data=data, lang=lang)
    tree = desk.text
    found = difference(tree, open_text(official))
    report = verification.render(tree, found, desk.lang)
    write(report, output, force=force)
    raise typer.Exit(Exit.FOUND if found else Exit.CLEAN)


verify.__doc__ = said(
    "Đối chiếu dữ liệu với văn bản chính thức.",
    "Compare the tree with the official text.",
)
