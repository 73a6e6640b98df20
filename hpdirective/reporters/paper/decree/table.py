"""Tables: the head is repeated on every page, and no row is cut in two by the end of one."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from hpdirective.reporters.paper.decree.markup import Look, Place, paragraph, run, twips

SIZE = 12  # points: the Decree says none for tables; offices print them a step below the body
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Column(Struct, frozen=True):
    """A column: its head, its width in mm, and the side on which its words stand."""

    head: str
    width: float
    align: str = "left"


class Group(Struct, frozen=True):
    """A row that heads those below it: a number, and a title across the other columns."""

    number: str
    title: str


Row = Group | tuple[str, ...]


def table(columns: Sequence[Column], rows: Iterable[Row], size: float = SIZE) -> str:
    """Write a table with lines; a newline in a cell starts a paragraph."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES
    )
    head = "".join(
        _cell(column.head, column.width, Look(size, bold=True), "center", keep=True)
        for column in columns
    )
    return (
        f'<w:tbl><w:tblPr>{_width(columns)}<w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        f'<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>{_grid(columns)}'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"{''.join(_row(row, columns, size) for row in rows)}</w:tbl>"
    )


def side_by_side(left: Sequence[str], right: Sequence[str], widths: tuple[float, float]) -> str:
    """Write two columns of paragraphs without any line, row by row."""
    columns = [Column("", width) for width in widths]
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for content, width in zip(pair, widths, strict=True)
        )
        + "</w:tr>"
        for pair in zip(left, right, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr>{_width(columns)}<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{_grid(columns)}{rows}</w:tbl>"
    )


def _width(columns: Sequence[Column]) -> str:
    return f'<w:tblW w:w="{sum(twips(c.width) for c in columns)}" w:type="dxa"/>'


def _grid(columns: Sequence[Column]) -> str:
    cells = "".join(f'<w:gridCol w:w="{twips(c.width)}"/>' for c in columns)
    return f"<w:tblGrid>{cells}</w:tblGrid>"


def _row(row: Row, columns: Sequence[Column], size: float) -> str:
    if isinstance(row, Group):
        look, first = Look(size, bold=True), columns[0].width
        rest = sum(column.width for column in columns[1:])
        cells = _cell(row.number, first, look, "center", keep=True)
        cells += _cell(row.title, rest, look, "left", span=len(columns) - 1, keep=True)
    else:
        cells = "".join(
            _cell(text, column.width, Look(size), column.align)
            for text, column in zip(row, columns, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(
    text: str, width: float, look: Look, align: str, *, span: int = 1, keep: bool = False
) -> str:
    place = Place(align=align, before=2, after=2, first=0, keep=keep)
    content = "".join(paragraph(run(part, look), place) for part in text.split("\n"))
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{across}'
        f'<w:vAlign w:val="{"center" if look.bold else "top"}"/></w:tcPr>{content}</w:tc>'
    )
