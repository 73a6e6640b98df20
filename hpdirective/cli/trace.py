"""`hpd trace`: from a clause to all that answers it in the plans, and from a line back to the directive."""

from typing import Annotated

import typer

from hpdirective.cli import completing
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
)
from hpdirective.cli.speech import said

WhereArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID|FILE:LINE",
        help=said(
            "Mã của ý, đoạn, mục, phần, ví dụ II.7.3.3; hoặc một dòng của tệp, ví dụ ke-hoach.yaml:42",
            "A clause, paragraph, section or part, such as II.7.3.3; or a line of a file, such as plan.yaml:42",
        ),
        autocompletion=completing.tasks,
    ),
]


def trace(
    where: WhereArgument,
    unit: UnitOption = None,
    plans: PlansOption = None,
    include_restricted: IncludeRestrictedOption = False,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.following import follow
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import terminal_width, write
    from hpdirective.reporters.trace import REPORTERS

    desk = open_desk(
        directive=directive,
        data=data,
        annexes=annex or [],
        as_of=as_of,
        lang=lang,
        include_restricted=include_restricted,
    )
    found = follow(desk, where, unit, plans, include_restricted=desk.settings.include_restricted)
    width = None if output else terminal_width()
    write(
        REPORTERS[format](found, desk.library.units, desk.lang, width),
        output,
        force=force,
        painted=format is Format.TEXT,
    )


trace.__doc__ = said(
    "Truy từ một ý của chỉ thị đến kế hoạch, và ngược lại.",
    "Trace a clause to the plans, or a line back to it.",
)
