"""`hpd rules` and `hpd explain`: what is checked, and why."""

from typing import Annotated

import typer

from hpdirective.cli.options import (
    LANG,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    said,
)

RuleArgument = Annotated[
    str, typer.Argument(metavar="RULE", help=said("Quy tắc, ví dụ HPD403", "Rule, such as HPD403"))
]


def rules(
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.catalogue import ALL
    from hpdirective.cli.output import write
    from hpdirective.reporters.rules import REPORTERS

    report = REPORTERS[format]((check.RULE for check in ALL), lang or LANG)
    write(report, output, force=force)


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
    write(report, output, force=force)


rules.__doc__ = said("Liệt kê các quy tắc kiểm tra.", "List the rules.")
explain.__doc__ = said(
    "Giải thích một quy tắc, kèm ví dụ.",
    "Explain a rule, with examples.",
)
