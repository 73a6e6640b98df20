"""`hpd schema`: the JSON Schema of a file, for editors and other programs."""

from importlib.resources import files
from typing import Annotated

import typer

from hpdirective.cli.options import (
    AnnexOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    LangOption,
    OutputOption,
    said,
)

KINDS = ("plan", "directive", "unit", "groups", "annex", "baseline")
"""The kinds of file that have a schema."""

KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help=said(f"Loại tệp: {', '.join(KINDS)}", f"Kind of file: {', '.join(KINDS)}"),
    ),
]


def schema(
    kind: KindArgument,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    lang: LangOption = None,  # a schema speaks both languages; a refusal speaks this one
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import NotUsable
    from hpdirective.reporters.schema import plan
    from hpdirective.reporters.schema.data import render
    from hpdirective.words import Text

    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise NotUsable(
            Text(
                vi=f"không có lược đồ của loại tệp “{kind}”; có: {known}",
                en=f"there is no schema of a kind “{kind}”; there is: {known}",
            )
        )
    if kind == "plan":  # the only one that follows the data in use
        desk = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang)
        shelf = desk.library
        text = plan.render(shelf.directive, shelf.units)
    elif kind == "annex":  # written by hand: keys of it depend on each other
        file = files("hpdirective") / "schemas/annex.json"
        text = file.read_text(encoding="utf-8")
    else:
        text = render(kind)
    write(text, output, force=force)


schema.__doc__ = said(
    "In lược đồ JSON (JSON Schema) của một loại tệp.",
    "Print the JSON Schema of a kind of file.",
)
