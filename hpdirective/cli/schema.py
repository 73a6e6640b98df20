"""`hpd schema`: the JSON Schema of a file or of a report, for editors and other programs."""

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
)
from hpdirective.cli.speech import said

MADE = ("plan", "directive", "unit", "groups", "baseline")
"""The kinds of file whose schema is made from the models, that of plans from the data in use too."""
WRITTEN = (
    "annex",
    "config",
    "config-report",
    "findings",
    "coverage",
    "comparison",
    "tasks",
    "read",
    "units",
    "rules",
    "trace",
    "fixes",
)
"""The kinds of file and of report whose schema lies in the package."""
KINDS = (*MADE, *WRITTEN)

KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help=said(f"Loại tệp: {', '.join(KINDS)}", f"Kind of file: {', '.join(KINDS)}"),
        autocompletion=lambda incomplete: [kind for kind in KINDS if kind.startswith(incomplete)],
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
    from hpdirective.disk import NotUsable
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
    if kind == "plan":
        shelf = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang).library
        text = plan.render(shelf.directive, shelf.units)
    elif kind in MADE:
        text = render(kind)
    else:
        text = _written(kind)
    write(text, output, force=force, painted=False)


def _written(kind: str) -> str:
    from hpdirective.catalogue import ALL
    from hpdirective.reporters.schema import settings

    text = (files("hpdirective") / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    return settings.render(text, (check.RULE for check in ALL)) if kind == "config" else text


schema.__doc__ = said(
    "In lược đồ JSON (JSON Schema) của một loại tệp.",
    "Print the JSON Schema of a kind of file.",
)
