"""`hpd coverage`: what the plans cover of the directive, and why not the rest."""

from typing import Annotated

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    AsOfOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PlansOption,
    UnitOption,
    said,
)

FailUnderOption = Annotated[
    float | None,
    typer.Option(
        "--fail-under",
        metavar="PERCENT",
        min=0,
        max=100,
        help=said("Mã thoát 1 khi tỷ lệ thấp hơn mức này", "Exit with 1 below this percentage"),
        show_default=False,
    ),
]


def coverage(
    unit: UnitOption = None,
    plans: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    as_of: AsOfOption = None,
    fail_under: FailUnderOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from fractions import Fraction

    from hpdirective.cli.opening import find_files, open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import find_unit
    from hpdirective.measuring import measure
    from hpdirective.reporters.coverage import REPORTERS

    desk = open_desk(directive=directive, data=data, as_of=as_of, lang=lang)
    chosen = find_unit(desk.library.units, unit) if unit else None
    files, places = find_files(desk, plans, required=False)
    measured = measure(
        desk.examined(files),
        desk.library,
        desk.settings,
        desk.today,
        chosen,
        () if files else places,
    )
    write(
        REPORTERS[format](measured, desk.library.directive, desk.library.units, desk.lang),
        output,
        force=force,
    )
    exact = measured.totals.exact
    low = fail_under is not None and exact is not None and exact < Fraction(str(fail_under))
    raise typer.Exit(Exit.FOUND if low else Exit.CLEAN)


coverage.__doc__ = said(
    "Cho biết kế hoạch đáp ứng những nhiệm vụ nào.",
    "Show what the plans cover, and why not more.",
)
