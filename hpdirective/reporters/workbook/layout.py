"""How sheets are laid out in a workbook: where each row stands, its looks, its links and how it prints."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hpdirective.patterns import pattern
from hpdirective.reporters.sheet import (
    Anchor,
    Cell,
    Column,
    Link,
    Percent,
    Row,
    Sheet,
    Table,
    Tone,
)
from hpdirective.words import Lang, Text

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

FONT = {"font_name": "Times New Roman", "font_size": 11, "font_scheme": "none"}
COLOURS = {
    Tone.GOOD: ("#D9EFD9", "#1B5E20"),
    Tone.FAIR: ("#FFF2CC", "#6B4E00"),
    Tone.BAD: ("#FADBD8", "#8B1A10"),
    Tone.ALLOWED: ("#DDEBF7", "#1F4E78"),
    Tone.DISPUTED: ("#E8E0F0", "#4A2C6F"),
    Tone.UNKNOWN: ("#E7E6E6", "#3A3A3A"),
}
# The share n/N in a cell, by the test that Excel makes of it; the first that holds colours the cell.
_SHARES = (
    ("=1", "#D9EFD9"),
    ("=0", "#FADBD8"),
    (">=0.5", "#FFF2CC"),
    ("<0.5", "#FBE0C8"),
)
_INK_OF_LINKS = "#0B4F8A"
_HEAD_ROW = 4  # title, lead, links, the title of the first table, and then its heads
_LINE = 15.0  # points
_TALLEST = 409.0  # points: Excel makes no row taller
_MOST_LINKS = 65_000  # Excel allows 65.530 on a sheet
_MOST_UNITS = 32_767  # UTF-16 units that a cell holds
_MOST_LINES = 250  # Excel allows 253 line feeds in a cell
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was


class Properties(Struct, frozen=True):
    """What the file says of itself; `made` is a day of the survey, for the clock is not asked."""

    title: str
    subject: str
    author: str
    made: date
    comments: str


class Spot(Struct, frozen=True):
    """A row of a sheet, from 0."""

    sheet: str
    row: int


def write(sheets: tuple[Sheet, ...], properties: Properties, lang: Lang) -> bytes:
    """Write the sheets as a workbook: the same values give the same bytes."""
    from xlsxwriter import Workbook

    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {**FONT},  # it writes into them
    }
    with Workbook(out, options) as book:
        book.set_properties(
            {
                "title": plain(properties.title),
                "subject": plain(properties.subject),
                "author": plain(properties.author),
                "created": datetime(
                    properties.made.year, properties.made.month, properties.made.day
                ),
                "comments": properties.comments,
            }
        )
        spots = placed(sheets)
        looks = Looks(book, lang)
        for sheet in sheets:
            _Page(book, sheet, looks, spots, lang).write()
    return out.getvalue()


def placed(sheets: Iterable[Sheet]) -> dict[Anchor, Spot]:
    """Say where each anchor stands; of one borne twice, the first."""
    spots: dict[Anchor, Spot] = {}
    for sheet in sheets:
        spots.setdefault(sheet.anchor, Spot(sheet.name, 0))
        for table, top in zip(sheet.tables, _tops(sheet), strict=True):
            for at, row in enumerate(table.rows, top + 1):
                for anchor in row.anchors:
                    spots.setdefault(anchor, Spot(sheet.name, at))
    return spots


def _tops(sheet: Sheet) -> list[int]:
    """Give the rows of the heads of a sheet's tables."""
    tops, top = [], _HEAD_ROW
    for table in sheet.tables:
        tops.append(top)
        top += _height(table) + 3  # an empty row, and the title of the next
    return tops


def _height(table: Table) -> int:
    return max(len(table.rows), 1) + len(table.foot)


def plain(text: str) -> str:
    """Make a text fit for a cell: what XML cannot hold made visible, and what Excel cannot hold cut off."""
    said = _UNFIT.sub(_visible, text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = said.split("\n")
    if len(lines) > _MOST_LINES:
        said = "\n".join([*lines[:_MOST_LINES], "…"])
    if len(said.encode("utf-16-le")) // 2 <= _MOST_UNITS:
        return said
    cut = said.encode("utf-16-le")[: (_MOST_UNITS - 1) * 2]
    return cut.decode("utf-16-le", "ignore") + "…"


_UNFIT = pattern("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def _visible(found: re.Match[str]) -> str:
    """Give the picture of a control character, else the sign of one that cannot be shown."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _said(cell: Cell) -> str:
    """Give the words of a cell that may break over several lines."""
    if isinstance(cell, Link):
        return cell.text
    return cell if isinstance(cell, str) else ""


def _lines(text: str, width: float) -> int:
    """Count the lines that a text takes in a column; no program finds it by itself on opening the file."""
    fits = max(
        int(width * 1.08), 1
    )  # a letter is narrower than the digit that widths are counted in
    return sum(
        1 if len(line) <= fits else len(textwrap.wrap(line[:_MOST_UNITS], fits))
        for line in text.split("\n")[:_MOST_LINES]
    )


def _points(lines: int) -> float:
    return min(_LINE * lines + 2, _TALLEST)


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook", lang: Lang) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.day = "dd/mm/yyyy" if lang is Lang.VI else "yyyy-mm-dd"

    def __call__(self, **looks: Any) -> "Format":
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**FONT, **looks})
        return self._made[key]

    def cell(self, cell: Cell, column: Column, *, strong: bool) -> "Format":
        """Give the look of a cell of a table, by what it holds."""
        looks: dict[str, Any] = {"border": 1, "border_color": "#A6A6A6", "valign": "top"}
        looks |= {"bold": True, "bg_color": "#F2F2F2"} if strong else {}
        match cell:
            case Percent():
                looks |= {"num_format": "0.0%", "align": "right", "indent": 1}
            case date():
                looks |= {"num_format": self.day, "align": "center"}
            case int():
                looks |= {"num_format": "#,##0"}
                looks |= {"align": "center"} if column.centred else {"align": "right", "indent": 1}
            case Decimal():
                looks |= {"num_format": "General", "align": "right", "indent": 1}
            case Link():
                looks |= {"text_wrap": True, "font_color": _INK_OF_LINKS}
            case _:
                looks |= {"text_wrap": True, "align": "center" if column.centred else "left"}
        return self(**looks)

    def head(self) -> "Format":
        return self(
            bold=True,
            text_wrap=True,
            align="center",
            valign="vcenter",
            border=1,
            border_color="#7F7F7F",
            bg_color="#D9E2EC",
        )


class _Page:
    """One sheet being written."""

    def __init__(
        self,
        book: "Workbook",
        sheet: Sheet,
        looks: Looks,
        spots: Mapping[Anchor, Spot],
        lang: Lang,
    ) -> None:
        self._page: Worksheet = book.add_worksheet(sheet.name)
        self._sheet, self._looks, self._spots, self._lang = sheet, looks, spots, lang
        self._widths = [
            max(table.columns[at].width for table in sheet.tables if at < len(table.columns))
            for at in range(max(len(table.columns) for table in sheet.tables))
        ]
        self._links = 0

    def write(self) -> None:
        for at, width in enumerate(self._widths):
            self._page.set_column(at, at, width)
        self._top()
        end = 0
        for number, (table, top) in enumerate(
            zip(self._sheet.tables, _tops(self._sheet), strict=True)
        ):
            self._table(table, top, number)
            end = top + _height(table)
        for at, note in enumerate(self._sheet.notes, end + 2):
            self._paragraph(at, note, self._looks(italic=True, text_wrap=True, valign="top"))
        self._print()

    def _top(self) -> None:
        self._page.set_row(0, 22)
        self._page.write_string(
            0, 0, plain(self._sheet.title), self._looks(bold=True, font_size=14)
        )
        self._paragraph(1, self._sheet.lead, self._looks(text_wrap=True, valign="top"))
        self._page.set_row(2, 2 * _LINE if len(self._sheet.links) > 1 else _LINE)
        look = self._looks(
            font_color=_INK_OF_LINKS,
            underline=1,
            text_wrap=len(self._sheet.links) > 1,
            valign="top",
        )
        for at, link in enumerate(self._sheet.links):
            self._link(2, at, link, look)

    def _paragraph(self, row: int, text: str, look: "Format") -> None:
        """Write a text over the whole width."""
        self._page.set_row(row, _points(_lines(text, sum(self._widths))))
        if len(self._widths) > 1:
            self._page.merge_range(row, 0, row, len(self._widths) - 1, "", look)
        self._page.write_string(row, 0, plain(text), look)

    def _table(self, table: Table, top: int, number: int) -> None:
        if table.title:
            self._page.write_string(top - 1, 0, plain(table.title), self._looks(bold=True))
        last, bottom = len(table.columns) - 1, top + max(len(table.rows), 1)
        if number:  # a sheet bears one filter of its own; each further table brings its own
            self._page.add_table(top, 0, bottom, last, self._own_filter(table, number))
        else:
            self._page.autofilter(top, 0, bottom, last)
        heads = [_lines(c.head, c.width * 0.75) for c in table.columns]  # bold is wider
        self._page.set_row(top, _points(max(heads)))
        for at, column in enumerate(table.columns):
            self._page.write_string(top, at, plain(column.head), self._looks.head())
        for at, row in enumerate(table.rows or (self._none(table),), top + 1):
            self._row(at, row, table)
        for at, row in enumerate(table.foot, bottom + 1):
            self._row(at, row, table)
        for at, column in enumerate(table.columns):
            self._colour(top + 1, at, bottom + len(table.foot), column)

    def _own_filter(self, table: Table, number: int) -> dict[str, Any]:
        columns = [
            {"header": plain(column.head), "header_format": self._looks.head()}
            for column in table.columns
        ]
        return {"columns": columns, "style": None, "name": f"{self._sheet.key}_{number + 1}"}

    def _none(self, table: Table) -> Row:
        said = Text(vi="(không có)", en="(none)").said(self._lang)
        return Row((said, *(None for _ in table.columns[1:])))

    def _row(self, at: int, row: Row, table: Table) -> None:
        lines = [
            _lines(_said(cell), width)
            for cell, width in zip(row.cells, self._widths, strict=False)
        ]
        self._page.set_row(at, _points(max(lines)))
        for column, (cell, of) in enumerate(zip(row.cells, table.columns, strict=True)):
            self._cell(at, column, cell, self._looks.cell(cell, of, strong=row.strong))

    def _cell(self, row: int, column: int, cell: Cell, look: "Format") -> None:
        page = self._page
        match cell:
            case None | "":
                page.write_blank(row, column, None, look)
            case str():
                page.write_string(row, column, plain(cell), look)
            case Link():
                self._link(row, column, cell, look)
            case Percent():
                page.write_number(row, column, float(cell.value) / 100, look)
            case date():
                self._day(row, column, cell, look)
            case _:
                page.write_number(row, column, float(cell), look)

    def _day(self, row: int, column: int, day: date, look: "Format") -> None:
        if day < _FIRST_DAY:
            self._page.write_string(row, column, f"{day:%d/%m/}{day.year:04}", look)
        else:
            self._page.write_datetime(row, column, datetime(day.year, day.month, day.day), look)

    def _link(self, row: int, column: int, link: Link, look: "Format") -> None:
        spot = next((self._spots[to] for to in link.to if to in self._spots), None)
        text = plain(link.text)
        if spot is None or not text or self._links >= _MOST_LINKS:
            self._page.write_string(row, column, text, look)
            return
        self._links += 1
        where = f"internal:'{spot.sheet}'!A{spot.row + 1}"
        self._page.write_url(row, column, where, look, text)

    def _colour(self, top: int, at: int, bottom: int, column: Column) -> None:
        # Of two words that begin alike the longer goes first: the first test that holds colours the cell.
        for word, tone in sorted(column.tones.items(), key=lambda one: -len(one[0])):
            back, ink = COLOURS[tone]
            self._page.conditional_format(
                top,
                at,
                bottom,
                at,
                {
                    "type": "text",
                    "criteria": "begins with",
                    "value": word,
                    "format": self._looks(bg_color=back, font_color=ink),
                },
            )
        if column.shares:
            for test, back in _SHARES:
                self._share(top, at, bottom, test, back)

    def _share(self, top: int, at: int, bottom: int, test: str, back: str) -> None:
        """Colour n/N by the share; what follows a space, the percentage, is left out."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

        cell = xl_rowcol_to_cell(top, at)
        slash = f'FIND("/",{cell})'
        base = f'MID({cell},{slash}+1,FIND(" ",{cell}&" ")-{slash}-1)'
        self._page.conditional_format(
            top,
            at,
            bottom,
            at,
            {
                "type": "formula",
                "criteria": f"=IF(ISNUMBER({slash}),VALUE(LEFT({cell},{slash}-1))/VALUE({base}){test},FALSE)",
                "format": self._looks(bg_color=back),
                "stop_if_true": True,
            },
        )

    def _print(self) -> None:
        page = self._page
        page.hide_gridlines(2)
        page.freeze_panes(_HEAD_ROW + 1, self._sheet.frozen)
        page.set_paper(9)  # A4
        if self._sheet.landscape:
            page.set_landscape()
        page.set_margins(left=0.6, right=0.6, top=0.79, bottom=0.79)  # inches; 0.79 is 20 mm
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD_ROW)
        number = Text(vi="Trang", en="Page").said(self._lang)
        page.set_footer(f'&C&"Times New Roman,Regular"&11{number} &P/&N')
