"""`hpd report`: the city's plans in one picture, as a site, a workbook or a paper that can be signed."""

from pathlib import Path
from typing import Annotated

import typer

from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    DataOption,
    DirectiveOption,
    ForceOption,
    IncludeRestrictedOption,
    LangOption,
    PlansOption,
)
from hpdirective.cli.speech import said

HtmlOption = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="DIR",
        help=said(
            "Ghi một trang web mở được từ đĩa, không cần mạng",
            "Write a site that opens from disk, without a network",
        ),
        show_default=False,
    ),
]
XlsxOption = Annotated[
    Path | None,
    typer.Option(
        "--xlsx",
        metavar="FILE",
        help=said("Ghi bảng tính Excel", "Write an Excel workbook"),
        show_default=False,
    ),
]
DocxOption = Annotated[
    Path | None,
    typer.Option(
        "--docx",
        metavar="FILE",
        help=said(
            "Ghi báo cáo, phụ lục và công văn gửi từng đơn vị",
            "Write the report with its annexes and a letter to each unit",
        ),
        show_default=False,
    ),
]
LettersOption = Annotated[
    Path | None,
    typer.Option(
        "--letters",
        metavar="DIR",
        help=said(
            "Ghi công văn gửi từng đơn vị, mỗi đơn vị một tệp",
            "Write the letter to each unit into a file of its own",
        ),
        show_default=False,
    ),
]
CheckOption = Annotated[
    Path | None,
    typer.Option(
        "--check",
        metavar="FILE|DIR",
        help=said(
            "Lập lại một báo cáo đã có và cho biết còn đúng không",
            "Make a report again and say whether it still holds",
        ),
        show_default=False,
    ),
]


def report(
    html: HtmlOption = None,
    xlsx: XlsxOption = None,
    docx: DocxOption = None,
    letters: LettersOption = None,
    check: CheckOption = None,
    plans: PlansOption = None,
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    lang: LangOption = None,
    as_of: AsOfOption = None,
    include_restricted: IncludeRestrictedOption = False,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.reporting import Wanted, checked, reported

    desk = open_desk(
        directive=directive,
        data=data,
        annexes=annex or [],
        as_of=as_of,
        lang=lang,
        roster=True,
        include_restricted=include_restricted,
    )
    wanted = Wanted(html, xlsx, docx, letters)
    if check is not None:
        raise typer.Exit(checked(desk, plans, check, wanted))
    reported(desk, plans, wanted, force=force)


report.__doc__ = said(
    "Lập báo cáo chung về kế hoạch của mọi đơn vị.",
    "Report on the plans of all units together.",
)
