"""`hpd fix`: mend what is safe to mend in plans, and show it first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from hpdirective.fixing import Fixed
    from hpdirective.source.document import Limits

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
    from hpdirective.cli.output import hand_on
    from hpdirective.cli.output import write as put_out
    from hpdirective.reporters.fixes import REPORTERS

    desk = open_desk(directive=directive, data=data, lang=lang)
    found = find_raw(desk, plans, stdin_filename)
    bounds = desk.settings.bounds
    fixed = [fixing.fix(name, raw, desk.decided, bounds) for name, _, raw in found]
    piped = [one for one, (_, path, _) in zip(fixed, found, strict=True) if path is None]
    if write:
        there = [(one, path) for one, (_, path, _) in zip(fixed, found, strict=True) if path]
        _write(there, bounds)
    if write and piped:
        hand_on(piped[0].mended)
    else:
        kind = "diff" if diff else format
        put_out(REPORTERS[kind](fixed, desk.lang, written=write), painted=kind != Format.JSON)
    left = not write and any(one.fixes for one in fixed)
    raise typer.Exit(Exit.FOUND if left else Exit.CLEAN)


def _write(fixed: list[tuple[Fixed, Path]], bounds: Limits) -> None:
    """Write mended files one by one. Raises NotUsable at the first that cannot be written, or is not any more what was mended, and says how many were."""
    from hpdirective.cli.output import save
    from hpdirective.disk import NotUsable, open_bytes, shown
    from hpdirective.words import Text

    changed = [(one, path) for one, path in fixed if one.mended != one.raw]
    for done, (one, path) in enumerate(changed):
        try:
            if open_bytes(path, bounds) != one.raw:
                raise NotUsable(
                    Text(
                        vi=f"“{shown(path)}” vừa được thay đổi trong lúc sửa, nên không ghi đè",
                        en=f"“{shown(path)}” was changed while it was being mended, and is left as it is",
                    )
                )
            save(one.mended, path, force=True)
        except NotUsable as error:
            left = len(changed) - done
            if len(changed) == 1:
                raise
            raise NotUsable(
                Text(
                    vi=f"{error.text.vi}; đã ghi {done} tệp, còn {left} tệp chưa ghi",
                    en=f"{error.text.en}; {done} files were written, {left} were not",
                )
            ) from None


fix.__doc__ = said(
    "Sửa những chỗ sửa được chắc chắn trong kế hoạch.",
    "Mend what is safe to mend in plans.",
)
