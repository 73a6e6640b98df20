"""`hpd config`: the settings of a run here, and where each came from."""

from hpdirective.cli.options import ForceOption, Format, FormatOption, LangOption, OutputOption
from hpdirective.cli.speech import said


def config(
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.disk import shown
    from hpdirective.reporters.config import REPORTERS

    desk = open_desk(lang=lang)
    file = shown(desk.found.path) if desk.found.path else None
    report = REPORTERS[format](desk.settings, file, desk.found.table, desk.lang)
    write(report, output, force=force, painted=format is Format.TEXT)


config.__doc__ = said(
    "Cho biết cấu hình đang dùng và lấy từ đâu.",
    "Show the settings in use, and where they come from.",
)
