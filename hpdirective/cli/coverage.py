"""`hpd coverage`: what the plans cover of the directive, and why not the rest."""

from pathlib import Path
from typing import Annotated

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    BasisOption,
    ColorOption,
    CompareOption,
    DataOption,
    DirectiveOption,
    FailUnderOption,
    ForceOption,
    GapsOption,
    IncludeRestrictedOption,
    LangOption,
    MatrixOption,
    NoRegressOption,
    OutputOption,
    PlansOption,
    RankOption,
    SectionOption,
    SortOption,
    UnitOption,
    formats_option,
)
from hpdirective.cli.speech import Colour, said

FormatsOption = Annotated[list[str] | None, formats_option("text", "json", "markdown", "csv")]


def coverage(
    unit: UnitOption = None,
    plans: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    basis: BasisOption = None,
    section: SectionOption = None,
    gaps_only: GapsOption = False,
    sort: SortOption = None,
    rank: RankOption = False,
    matrix: MatrixOption = False,
    format: FormatsOption = None,
    lang: LangOption = None,
    color: ColorOption = Colour.AUTO,  # read from the arguments before this runs: options.COLOUR
    as_of: AsOfOption = None,
    fail_under: FailUnderOption = None,
    compare: CompareOption = None,
    no_regress: NoRegressOption = False,
    include_restricted: IncludeRestrictedOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.destinations import destinations, put
    from hpdirective.cli.opening import STDIN, find_files, find_part, open_desk
    from hpdirective.comparing import compare as compared
    from hpdirective.disk import open_text
    from hpdirective.gathering import gather
    from hpdirective.library import find_unit
    from hpdirective.measuring import measure, with_city
    from hpdirective.reporters.coverage import REPORTERS
    from hpdirective.reporters.view import View

    reports = destinations(format or (), output, REPORTERS)
    _must_fit(compare, no_regress, basis, section, [one.format for one in reports])
    desk = open_desk(
        directive=directive,
        data=data,
        annexes=annex or [],
        as_of=as_of,
        lang=lang,
        include_restricted=include_restricted,
    )
    chosen = find_unit(desk.library.units, unit) if unit is not None else None
    part = find_part(desk, basis, section)
    files, places = find_files(desk, plans, required=False)
    examined = list(desk.examined(files, "<stdin>" if STDIN in places else None))
    measured = measure(
        examined,
        desk.decided,
        desk.settings,
        desk.today,
        chosen,
        () if files or STDIN in places else places,
        part,
    )
    if unit is None and not (basis or section):
        city = gather(examined, desk.decided, desk.settings, desk.today)
        measured = with_city(measured, city)
    since = compared(measured, str(compare), open_text(compare)) if compare else None
    view, shelf = View(gaps_only, sort, rank, matrix, since), desk.library
    put(
        lambda kind: REPORTERS[kind](measured, shelf.directive, shelf.units, desk.lang, view),
        reports,
        force=force,
    )
    exact = measured.totals.exact
    low = fail_under is not None and exact is not None and exact < fail_under
    lost = no_regress and since is not None and bool(since.lost)
    raise typer.Exit(Exit.FOUND if low or lost else Exit.CLEAN)


def _must_fit(
    compare: Path | None,
    no_regress: bool,
    basis: str | None,
    section: str | None,
    formats: list[str],
) -> None:
    """Refuse options that would be without effect, or make a report say less than it seems to."""
    if no_regress and compare is None:
        message = said("--no-regress cần --compare TỆP", "--no-regress needs --compare FILE")
        raise typer.BadParameter(message)
    if compare is not None and "csv" in formats:
        message = said(
            "--compare không dùng với --format csv: bảng csv không có cột so sánh",
            "--compare does not go with --format csv: its table has no column for it",
        )
        raise typer.BadParameter(message)
    if "json" in formats and (basis or section):
        message = said(
            "--basis và --section không dùng với --format json: JSON luôn gồm mọi nhiệm vụ",
            "--basis and --section do not go with --format json: the JSON always holds every duty",
        )
        raise typer.BadParameter(message)


coverage.__doc__ = said(
    "Cho biết kế hoạch đáp ứng những nhiệm vụ nào.",
    "Show what the plans cover, and why not more.",
)
