"""`hpd new`: a plan prefilled with a unit's duties."""

from typing import Annotated

import typer

from hpdirective.cli import completing
from hpdirective.cli.options import (
    AnnexOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    LangOption,
    OutputOption,
)
from hpdirective.cli.speech import said

WhoseOption = Annotated[
    str,
    typer.Option(
        "--unit",
        help=said("Đơn vị lập kế hoạch", "Unit whose plan it is"),
        autocompletion=completing.units,
    ),
]


def new(
    unit: WhoseOption,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective import answering
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.disk import NotUsable
    from hpdirective.library import find_unit
    from hpdirective.model.unit import Submits
    from hpdirective.reporters import plan
    from hpdirective.words import Text

    desk = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang)
    shelf = desk.decided
    chosen = find_unit(shelf.units, unit)
    if chosen.submits is Submits.NO:
        name = chosen.named.name
        raise NotUsable(
            Text(
                vi=f"{name.vi} không thuộc diện gửi kế hoạch",
                en=f"{name.en} does not send a plan",
            )
        )
    duties = answering.duties(shelf.directive, shelf.units, chosen, submitted=True)
    write(
        plan.render(chosen, duties, shelf.directive, shelf.units, desk.lang),
        output,
        force=force,
        painted=False,
    )


new.__doc__ = said(
    "Lập kế hoạch điền sẵn nhiệm vụ của một đơn vị.",
    "Make a plan prefilled with a unit's duties.",
)
