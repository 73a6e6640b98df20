"""`hpd rules`: what is checked."""

from hpdirective.cli.options import ForceOption, Format, FormatOption, LangOption, OutputOption
from hpdirective.cli.speech import LANG, said


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
    write(report, output, force=force, painted=format is Format.TEXT)


rules.__doc__ = said("Liệt kê các quy tắc kiểm tra.", "List the rules.")
