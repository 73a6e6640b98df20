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

SCHEMAS = {"annex": "annex.json"}
"""The kinds of file whose schema lies in the package, and where."""

KINDS = ("plan", "annex")
"""The kinds of file that have a schema; all but these in `SCHEMAS` are made from the models."""

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
    from hpdirective.words import Text

    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise NotUsable(
            Text(
                vi=f"không có lược đồ của loại tệp “{kind}”; có: {known}",
                en=f"there is no schema of a kind “{kind}”; there is: {known}",
            )
        )
    if kind == "plan":
        desk = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang)
        shelf = desk.library
        text = plan.render(shelf.directive, shelf.units)
    else:
        file = files("hpdirective") / "schemas" / SCHEMAS[kind]
        text = file.read_text(encoding="utf-8")
    write(text, output, force=force)


schema.__doc__ = said(
    "In lược đồ JSON (JSON Schema) của một loại tệp.",
    "Print the JSON Schema of a kind of file.",
)
