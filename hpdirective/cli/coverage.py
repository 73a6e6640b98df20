"""`hpd coverage`: what the plans cover of the directive, and why not the rest."""

from fractions import Fraction
from typing import Annotated

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    Format,
    FormatOption,
    IncludeRestrictedOption,
    LangOption,
    OutputOption,
    PlansOption,
    UnitOption,
    said,
)


def _percent(text: str) -> Fraction:
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    if not 0 <= value <= 100 or "/" in text:
        message = said("cần một số từ 0 đến 100", "a number from 0 to 100 is needed")
        raise typer.BadParameter(message)
    return value


FailUnderOption = Annotated[
    Fraction | None,
    typer.Option(
        "--fail-under",
        metavar="PERCENT",
        parser=_percent,
        help=said("Mã thoát 1 khi tỷ lệ thấp hơn mức này", "Exit with 1 below this percentage"),
        show_default=False,
    ),
]


def coverage(
    unit: UnitOption = None,
    plans: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    as_of: AsOfOption = None,
    fail_under: FailUnderOption = None,
    include_restricted: IncludeRestrictedOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import STDIN, find_files, open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import find_unit
    from hpdirective.measuring import measure
    from hpdirective.reporters.coverage import REPORTERS

    desk = open_desk(
        directive=directive,
        data=data,
        annexes=annex or [],
        as_of=as_of,
        lang=lang,
        include_restricted=include_restricted,
    )
    chosen = find_unit(desk.library.units, unit) if unit is not None else None
    files, places = find_files(desk, plans, required=False)
    measured = measure(
        desk.examined(files, "<stdin>" if STDIN in places else None),
        desk.decided,
        desk.settings,
        desk.today,
        chosen,
        () if files or STDIN in places else places,
    )
    write(
        REPORTERS[format](measured, desk.library.directive, desk.library.units, desk.lang),
        output,
        force=force,
    )
    exact = measured.totals.exact
    low = fail_under is not None and exact is not None and exact < fail_under
    raise typer.Exit(Exit.FOUND if low else Exit.CLEAN)


coverage.__doc__ = said(
    "Cho biết kế hoạch đáp ứng những nhiệm vụ nào.",
    "Show what the plans cover, and why not more.",
)
