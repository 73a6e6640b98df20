"""`hpd explain`: what a rule says, and why."""

from typing import Annotated

import typer

from hpdirective.cli import completing
from hpdirective.cli.options import ForceOption, Format, FormatOption, LangOption, OutputOption
from hpdirective.cli.speech import LANG, said

RuleArgument = Annotated[
    str,
    typer.Argument(
        metavar="RULE",
        help=said("Quy tắc, ví dụ HPD403", "Rule, such as HPD403"),
        autocompletion=completing.rules,
    ),
]


def explain(
    rule: RuleArgument,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import find_rule
    from hpdirective.cli.output import write
    from hpdirective.reporters.rules import REPORTERS, text

    found = find_rule(rule)
    whole = format is Format.TEXT
    said_in = lang or LANG
    report = text.explain(found, said_in) if whole else REPORTERS[format]((found,), said_in)
    write(report, output, force=force, painted=format is Format.TEXT)


explain.__doc__ = said(
    "Giải thích một quy tắc, kèm ví dụ.",
    "Explain a rule, with examples.",
)
