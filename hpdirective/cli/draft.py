"""`hpd draft`: a first tree of a directive, from its official text."""

from hpdirective.cli.options import DataOption, ForceOption, LangOption, OutputOption
from hpdirective.cli.speech import said
from hpdirective.cli.verify import OfficialArgument


def draft(
    official: OfficialArgument,
    data: DataOption = None,
    lang: LangOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import complain, write
    from hpdirective.drafting import tree
    from hpdirective.library import open_official, open_units
    from hpdirective.reporters import drafting

    desk = open_desk(data=data, lang=lang)
    drafted = tree.draft(open_official(official), open_units(desk.data))
    write(drafted.text, output, force=force, painted=False)
    complain(drafting.render(drafted, desk.lang))


draft.__doc__ = said(
    "Dựng bản dữ liệu đầu tiên của một chỉ thị từ văn bản.",
    "Draft the tree of a directive from its text.",
)
