"""`hpd schema`: the JSON Schema of a file or of a report, for editors and other programs."""

from importlib.resources import files
from typing import Annotated

import typer

from hpdirective.cli.options import ForceOption, LangOption, OutputOption
from hpdirective.cli.speech import said

SCHEMAS = {
    "annex": "annex.json",
    "config": "config.json",
    "config-report": "config-report.json",
    "findings": "findings.json",
    "coverage": "coverage.json",
    "tasks": "tasks.json",
    "read": "read.json",
    "units": "units.json",
    "rules": "rules.json",
    "trace": "trace.json",
    "fixes": "fixes.json",
}
"""The kinds of file that have a schema, and where in the package it lies."""

KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help=said(f"Loại tệp: {', '.join(SCHEMAS)}", f"Kind of file: {', '.join(SCHEMAS)}"),
    ),
]


def schema(
    kind: KindArgument,
    lang: LangOption = None,  # a schema speaks both languages; a refusal speaks this one
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.output import write
    from hpdirective.library import NotUsable
    from hpdirective.words import Text

    if kind not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise NotUsable(
            Text(
                vi=f"không có lược đồ của loại tệp “{kind}”; có: {known}",
                en=f"there is no schema of a kind “{kind}”; there is: {known}",
            )
        )
    file = files("hpdirective") / "schemas" / SCHEMAS[kind]
    text = file.read_text(encoding="utf-8")
    write(_with_rules(text) if kind == "config" else text, output, force=force)


def _with_rules(text: str) -> str:
    from hpdirective.catalogue import ALL
    from hpdirective.reporters.schema import of_settings

    return of_settings(text, (check.RULE for check in ALL))


schema.__doc__ = said(
    "In lược đồ JSON (JSON Schema) của một loại tệp.",
    "Print the JSON Schema of a kind of file.",
)
