"""`hpd validate`: name what is wrong in one or more plans, line by line."""

from pathlib import Path

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    BaselineOption,
    DataOption,
    DirectiveOption,
    FailOnOption,
    ForceOption,
    Format,
    FormatOption,
    IgnoreOption,
    IncludeRestrictedOption,
    LangOption,
    OutputOption,
    PlansArgument,
    PlansOption,
    SelectOption,
    StdinOption,
    WriteBaselineOption,
    said,
)


def validate(
    plans: PlansArgument = None,
    more: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    as_of: AsOfOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = False,
    include_restricted: IncludeRestrictedOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    stdin_filename: StdinOption = "<stdin>",
) -> None:
    from hpdirective import baselining
    from hpdirective.cli.opening import STDIN, find_files, open_desk
    from hpdirective.cli.output import complain, write
    from hpdirective.library import open_baseline
    from hpdirective.reporters.assessment import REPORTERS
    from hpdirective.reporters.baseline import recorded
    from hpdirective.reporters.baseline import render as render_baseline

    desk = open_desk(
        directive=directive,
        data=data,
        annexes=annex or [],
        as_of=as_of,
        lang=lang,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        include_restricted=include_restricted,
    )
    files, places = find_files(desk, [*(plans or ()), *(more or ())], required=True)
    examined = desk.examined(files, stdin_filename if STDIN in places else None)
    assessment = desk.assess(examined)
    record = desk.baseline(baseline, required=write_baseline)
    if record is not None and write_baseline:
        keys = baselining.keys(assessment)
        report = render_baseline(keys, desk.decided.directive.id, desk.lang)
        write(report, Path(record), force=force)
        complain(recorded(len(keys), record, desk.lang))
    if record is not None:
        known = open_baseline(record, desk.decided.directive)
        assessment = baselining.without(assessment, known, desk.settings)
    write(REPORTERS[format](assessment, desk.lang), output, force=force)
    failed = any(desk.settings.fails(f.severity) for f in assessment.findings if not f.suppressed)
    raise typer.Exit(Exit.FOUND if failed else Exit.CLEAN)


validate.__doc__ = said(
    "Kiểm tra kế hoạch, chỉ rõ từng dòng.",
    "Check action plans, line by line.",
)
