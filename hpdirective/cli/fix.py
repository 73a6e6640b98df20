"""`hpd fix`: mend what is safe to mend in plans, and show it first."""

from typing import Annotated

import typer

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import (
    ColorOption,
    DataOption,
    DirectiveOption,
    Format,
    FormatOption,
    LangOption,
    PlansArgument,
    StdinOption,
)
from hpdirective.cli.speech import Colour, said

DiffOption = Annotated[
    bool, typer.Option("--diff", help=said("Cho xem từng dòng thay đổi", "Show the lines changed"))
]
WriteOption = Annotated[
    bool,
    typer.Option(
        "--write",
        help=said(
            "Ghi vào tệp; với - thì in ra nội dung đã sửa",
            "Write into the files; of - print the mended text",
        ),
    ),
]


def fix(
    plans: PlansArgument = None,
    diff: DiffOption = False,
    write: WriteOption = False,
    directive: DirectiveOption = None,
    data: DataOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    color: ColorOption = Colour.AUTO,  # read from the arguments before this runs: options.COLOUR
    stdin_filename: StdinOption = "<stdin>",
) -> None:
    from hpdirective import fixing
    from hpdirective.cli.opening import find_raw, open_desk
    from hpdirective.cli.output import save
    from hpdirective.cli.output import write as put_out
    from hpdirective.reporters.fixes import REPORTERS

    desk = open_desk(directive=directive, data=data, lang=lang)
    found = find_raw(desk, plans, stdin_filename)
    fixed = [fixing.fix(name, raw, desk.decided) for name, _, raw in found]
    piped = [one for one, (_, path, _) in zip(fixed, found, strict=True) if path is None]
    if write:
        for one, (_, path, _) in zip(fixed, found, strict=True):
            if path is not None and one.mended != one.raw:
                save(one.mended, path, force=True)
    if write and piped:
        put_out(piped[0].after, painted=False)
    else:
        kind = "diff" if diff else format
        put_out(REPORTERS[kind](fixed, desk.lang, written=write), painted=kind != Format.JSON)
    left = not write and any(one.fixes for one in fixed)
    raise typer.Exit(Exit.FOUND if left else Exit.CLEAN)


fix.__doc__ = said(
    "Sửa những chỗ sửa được chắc chắn trong kế hoạch.",
    "Mend what is safe to mend in plans.",
)
