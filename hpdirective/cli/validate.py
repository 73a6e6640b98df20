"""`hpd validate`: name what is wrong in one or more plans, line by line."""

from typing import Annotated

import typer

from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    BaselineOption,
    ColorOption,
    DataOption,
    DirectiveOption,
    ExecutorOption,
    FailOnOption,
    ForceOption,
    IgnoreOption,
    IncludeRestrictedOption,
    JobsOption,
    LangOption,
    NoCacheOption,
    OutputOption,
    PlansArgument,
    PlansOption,
    QuietOption,
    RosterOption,
    SelectOption,
    StatisticsOption,
    StdinOption,
    WatchOption,
    WriteBaselineOption,
    formats_option,
)
from hpdirective.cli.speech import Colour, said

FormatsOption = Annotated[
    list[str] | None,
    formats_option(
        "text",
        "concise",
        "json",
        "jsonl",
        "sarif",
        "junit",
        "github",
        "gitlab",
        "markdown",
        "statistics",
    ),
]


def validate(
    plans: PlansArgument = None,
    more: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatsOption = None,
    lang: LangOption = None,
    color: ColorOption = Colour.AUTO,  # read from the arguments before this runs: options.COLOUR
    as_of: AsOfOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = False,
    roster: RosterOption = False,
    quiet: QuietOption = False,
    statistics: StatisticsOption = False,
    watch: WatchOption = False,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    executor: ExecutorOption = None,
    include_restricted: IncludeRestrictedOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    stdin_filename: StdinOption = "<stdin>",
) -> None:
    from hpdirective.cli.destinations import destinations
    from hpdirective.cli.opening import Asked, Desk, open_desk
    from hpdirective.cli.validating import checked, repeated
    from hpdirective.reporters.assessment import REPORTERS

    reports = destinations(_formats(format or [], quiet, statistics), output, REPORTERS)
    asked = Asked(
        (*(plans or ()), *(more or ())),
        stdin_filename,
        baseline,
        write_baseline,
        force,
        jobs,
        not no_cache,
        executor,
    )

    def look() -> Desk:
        return open_desk(
            directive=directive,
            data=data,
            annexes=annex or [],
            as_of=as_of,
            lang=lang,
            select=select,
            ignore=ignore,
            fail_on=fail_on,
            roster=roster,
            cached=not no_cache,
            include_restricted=include_restricted,
        )

    if watch:
        raise typer.Exit(repeated(look, asked, reports))
    raise typer.Exit(checked(look(), asked, reports))


def _formats(given: list[str], quiet: bool, statistics: bool) -> list[str]:
    """Give the formats that are wanted: the text without its last lines where quiet, the count of each rule beside others."""
    usual = "statistics" if statistics else "quiet" if quiet else "text"
    if not given:
        return [usual]
    shown = ["quiet" if quiet and one == "text" else one for one in given]
    return [*shown, "statistics"] if statistics and "statistics" not in shown else shown


validate.__doc__ = said(
    "Kiểm tra kế hoạch, chỉ rõ từng dòng.",
    "Check action plans, line by line.",
)
