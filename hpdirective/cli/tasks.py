"""`hpd tasks`: the tasks of the directive, or of one unit."""

from hpdirective.cli.options import (
    AnnexOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    UnitOption,
)
from hpdirective.cli.speech import said


def tasks(
    unit: UnitOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.answering import duties
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.library import find_unit
    from hpdirective.reporters.tasks import REPORTERS

    desk = open_desk(directive=directive, data=data, annexes=annex or [], lang=lang)
    shelf = desk.library
    clauses = tuple(shelf.directive.clauses.values())
    given = None
    if unit is not None:
        chosen = find_unit(shelf.units, unit)
        owed = duties(shelf.directive, shelf.units, chosen, submitted=True)
        given = {duty.id: duty for duty in owed}
        clauses = tuple(duty.clause for duty in owed)
    write(
        REPORTERS[format](clauses, shelf.directive, shelf.units, desk.lang, given),
        output,
        force=force,
        painted=format is Format.TEXT,
    )


tasks.__doc__ = said(
    "Liệt kê các nhiệm vụ của chỉ thị, hoặc của một đơn vị.",
    "List the tasks of the directive, or of one unit.",
)
