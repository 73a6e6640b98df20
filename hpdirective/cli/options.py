"""The options that commands share, and what they come to together with the settings."""

import re
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

import typer

from hpdirective.choices import Basis, FailOn, Sort
from hpdirective.cli import completing
from hpdirective.cli.speech import Colour, said
from hpdirective.words import Lang, iso_date


class Format(StrEnum):
    """The formats in which a report can be had."""

    TEXT = "text"
    JSON = "json"


def _day(text: str) -> date:
    day = iso_date(text)
    if day is None:
        message = said(
            "cần ghi ngày dạng YYYY-MM-DD (năm-tháng-ngày)", "the date is needed as YYYY-MM-DD"
        )
        raise typer.BadParameter(message)
    return day


def _named(text: str | None) -> str | None:
    """Refuse an empty name, as a variable of a shell that is not set leaves it: nothing else is to be taken in its place."""
    if text == "":
        raise typer.BadParameter(said("tên để trống", "the name is empty"))
    return text


def scheduler(text: str) -> str:
    """Take the address of a scheduler; raises BadParameter for anything else."""
    message = said("cần dạng dask://MÁY:CỔNG", "dask://HOST:PORT is needed")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise typer.BadParameter(message) from None
    named = parts.hostname and port and "@" not in parts.netloc
    if parts != SplitResult("dask", parts.netloc, "", "", "") or not named:
        raise typer.BadParameter(message)
    return text


PlansArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PLAN|DIR|-]...",
        help=said(
            "Tệp kế hoạch, thư mục, hoặc - để đọc từ đầu vào chuẩn",
            "Plans, folders, or - for standard input",
        ),
        show_default=False,
    ),
]
PlansOption = Annotated[
    list[str] | None,
    typer.Option(
        "--plans",
        help=said("Tệp hoặc thư mục kế hoạch", "Plans or folders of plans"),
        show_default=False,
    ),
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit",
        help=said("Đơn vị: mã, tên hoặc tên gọi khác", "Unit: id, name or alias"),
        show_default=False,
        autocompletion=completing.units,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help=said("Dạng kết quả", "Format of the report"))
]


def formats_option(*names: str) -> Any:
    """Make the option of a command whose report can be had in several formats at once, each in its own file."""
    known = ", ".join(names)
    return typer.Option(
        "--format",
        metavar="FORMAT[:FILE]",
        help=said(
            f"Dạng kết quả, có thể ghi nhiều lần, mỗi dạng vào một tệp: {known}",
            f"Format of the report, again for another, each into its own file: {known}",
        ),
        show_default=False,
        autocompletion=lambda: list(names),
    )


LangOption = Annotated[
    Lang | None, typer.Option("--lang", help=said("Ngôn ngữ", "Language"), show_default=False)
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", help=said("Ghi vào tệp", "Write into a file"), show_default=False
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help=said("Ghi đè tệp đã có", "Overwrite a file that exists"))
]
DirectiveOption = Annotated[
    str | None,
    typer.Option(
        "--directive",
        help=said("Chỉ thị khác: tệp, mã hoặc số", "Another directive: file, id or number"),
        show_default=False,
    ),
]
DataOption = Annotated[
    str | None,
    typer.Option(
        "--data",
        help=said("Thư mục dữ liệu khác", "Another folder of data"),
        show_default=False,
        callback=_named,
    ),
]
AnnexOption = Annotated[
    list[str] | None,
    typer.Option(
        "--annex",
        help=said("Tệp phụ lục của chỉ thị", "A file that supplies an annex of the directive"),
        show_default=False,
    ),
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=_day,
        metavar="YYYY-MM-DD",
        help=said("Tính đến ngày; mặc định là hôm nay", "The day to judge by; today unless given"),
        show_default=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        help=said("Chỉ các quy tắc này: HPD403 hoặc HPD4", "These rules only: HPD403 or HPD4"),
        show_default=False,
        autocompletion=completing.rules,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        help=said("Bỏ qua các quy tắc này", "Leave these rules out"),
        show_default=False,
        autocompletion=completing.rules,
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help=said(
            "Mức nhẹ nhất làm mã thoát là 1; mặc định error",
            "Lightest severity that exits with 1; error unless given",
        ),
        show_default=False,
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=said(
            "Không tính các phát hiện đã ghi nhận trong tệp này",
            "Do not count the findings on record in this file",
        ),
        show_default=False,
        callback=_named,
    ),
]
WriteBaselineOption = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help=said(
            "Ghi mọi phát hiện của lần chạy này vào tệp của --baseline",
            "Write all findings of this run into the file of --baseline",
        ),
    ),
]
ColorOption = Annotated[
    Colour,
    typer.Option(
        "--color",
        help=said("Khi nào dùng màu", "When to use colour"),
    ),
]
QuietOption = Annotated[
    bool,
    typer.Option(
        "-q",
        "--quiet",
        help=said("Chỉ in phát hiện", "Print findings and nothing else"),
    ),
]
StatisticsOption = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help=said("In số phát hiện của từng quy tắc", "Print how often each rule speaks"),
    ),
]
WatchOption = Annotated[
    bool,
    typer.Option(
        "--watch",
        help=said(
            "Kiểm tra lại mỗi khi tệp thay đổi; ^C để dừng",
            "Check again whenever a file changes; ^C ends it",
        ),
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help=said(
            "Số tiến trình; mặc định theo số bộ xử lý khi có nhiều kế hoạch",
            "Number of processes; that of the processors where plans are many, unless given",
        ),
        show_default=False,
    ),
]
NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help=said(
            "Kiểm tra lại từ đầu, không dùng và không lưu kết quả của lần trước",
            "Look at everything anew: use and keep no earlier results",
        ),
    ),
]
ExecutorOption = Annotated[
    str | None,
    typer.Option(
        "--executor",
        metavar="dask://HOST:PORT",
        parser=scheduler,
        help=said(
            "Kiểm tra trên cụm dask có bộ điều phối tại đây, thay cho --jobs; kết quả của lần trước ở máy này vẫn dùng",
            "Check on the dask cluster of this scheduler, in place of --jobs; results kept here are used all the same",
        ),
        show_default=False,
    ),
]
RosterOption = Annotated[
    bool,
    typer.Option(
        "--roster",
        help=said(
            "Xem các tệp là kế hoạch của mọi đơn vị: kiểm tra đơn vị chưa gửi, nhiệm vụ chưa ai nhận",
            "Take the files for the plans of all units: who has not sent one, tasks nobody takes",
        ),
    ),
]
IncludeRestrictedOption = Annotated[
    bool,
    typer.Option(
        "--include-restricted",
        help=said(
            "Hiện cả lời văn của kế hoạch về nhiệm vụ có nội dung hạn chế",
            "Show what plans say on restricted tasks too",
        ),
    ),
]
StdinOption = Annotated[
    str,
    typer.Option(
        "--stdin-filename",
        help=said("Tên tệp khi đọc từ đầu vào chuẩn", "Name of what comes from standard input"),
    ),
]


def _percent(text: str) -> Fraction:
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,9})?", text):  # no 1e999999999: it would never end
        value = Fraction(text)
        if value <= 100:
            return value
    message = said("cần một số từ 0 đến 100", "a number from 0 to 100 is needed")
    raise typer.BadParameter(message)


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


GapsOption = Annotated[
    bool,
    typer.Option(
        "--gaps-only",
        help=said("Chỉ liệt kê nhiệm vụ chưa đáp ứng", "List only what is not covered"),
    ),
]
SortOption = Annotated[
    Sort | None,
    typer.Option(
        "--sort",
        help=said(
            "Thứ tự liệt kê nhiệm vụ; mặc định: theo thời hạn, một đơn vị thì theo văn bản",
            "Order of the duties listed; by deadline unless given, of one unit by the text",
        ),
        show_default=False,
    ),
]
RankOption = Annotated[
    bool,
    typer.Option("--rank", help=said("Xếp đơn vị theo tỷ lệ", "Rank the units by percentage")),
]
MatrixOption = Annotated[
    bool,
    typer.Option("--matrix", help=said("Thêm bảng đơn vị × mục", "Add a table unit × section")),
]
BasisOption = Annotated[
    Basis | None,
    typer.Option(
        "--basis",
        help=said("Chỉ tính nhiệm vụ theo căn cứ này", "Measure the duties on this basis alone"),
        show_default=False,
    ),
]
SectionOption = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar="ID",
        help=said(
            "Chỉ tính phần, mục hoặc đoạn này, ví dụ II.3",
            "Measure this part, section or paragraph alone, such as II.3",
        ),
        show_default=False,
        autocompletion=completing.sections,
    ),
]
CompareOption = Annotated[
    Path | None,
    typer.Option(
        "--compare",
        metavar="FILE",
        help=said(
            "So với kết quả trước, tệp của `hpd coverage --format json`",
            "Compare with an earlier report of `hpd coverage --format json`",
        ),
        show_default=False,
    ),
]
NoRegressOption = Annotated[
    bool,
    typer.Option(
        "--no-regress",
        help=said(
            "Mã thoát 1 khi có nhiệm vụ không còn được đáp ứng so với --compare",
            "Exit with 1 where a duty that --compare has as covered is so no more",
        ),
    ),
]
