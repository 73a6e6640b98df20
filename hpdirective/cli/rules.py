"""`hpd rules` and `hpd explain`: what is checked, and why."""

from typing import Annotated

import typer

from hpdirective.cli.options import LANG, Format, FormatOption, LangOption, said

RuleArgument = Annotated[
    str, typer.Argument(metavar="RULE", help=said("Quy tắc, ví dụ HPD403", "Rule, such as HPD403"))
]


def rules(format: FormatOption = Format.TEXT, lang: LangOption = None) -> None:
    from hpdirective.catalogue import ALL
    from hpdirective.cli.output import write
    from hpdirective.reporters.rules import REPORTERS

    write(REPORTERS[format]((check.RULE for check in ALL), lang or LANG))


def explain(
    rule: RuleArgument, format: FormatOption = Format.TEXT, lang: LangOption = None
) -> None:
    from hpdirective.cli.opening import find_rule
    from hpdirective.cli.output import write
    from hpdirective.reporters.rules import REPORTERS, text

    found = find_rule(rule)
    if format is Format.TEXT:
        write(text.explain(found, lang or LANG))
    else:
        write(REPORTERS[format]((found,), lang or LANG))


rules.__doc__ = said("Liệt kê các quy tắc kiểm tra.", "List the rules.")
explain.__doc__ = said(
    "Giải thích một quy tắc, kèm ví dụ.",
    "Explain a rule, with examples.",
)
