"""Units against sections: how much of how many each unit covers of each section."""

from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

from hpdirective.coverage import Totals, UnitTotals
from hpdirective.reporters.figures import everyone
from hpdirective.reporters.html import Desk, Link, Share, clause_at, section_of, share_of
from hpdirective.words import Text


class Cell(Struct, frozen=True):
    """What a unit covers of a section: n/N, what is left in words, and a shade by how much it is; all empty where it leads nothing."""

    said: str
    left: str
    whole: str
    shade: str
    href: str


class Row(Struct, frozen=True):
    unit: Link
    cells: tuple[Cell, ...]
    total: Share
    shade: str


class Column(Struct, frozen=True):
    id: str
    name: str


class Page(Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Cell, ...]
    total: Share
    everyone: str
    outside: tuple[Row, ...]


def prepare(desk: Desk) -> Page:
    """Prepare the values of the page."""
    coverage = desk.survey.coverage
    seen = {section for _, section in desk.survey.matrix}
    columns = tuple(
        Column(section.id, section_of(section, desk.directive))
        for section in desk.directive.sections
        if section.id in seen
    )
    by_section = dict(coverage.by_section)
    return Page(
        columns,
        tuple(_rows(columns, [r for r in coverage.by_unit if not desk.outside(r.unit)], desk)),
        tuple(_cell(by_section.get(column.id), clause_at(column.id), desk) for column in columns),
        share_of(coverage.totals, desk.lang),
        desk.said(everyone(desk.directive)),
        tuple(_rows(columns, [r for r in coverage.by_unit if desk.outside(r.unit)], desk)),
    )


def _rows(columns: tuple[Column, ...], units: list[UnitTotals], desk: Desk) -> Iterator[Row]:
    for row in units:
        unit = desk.unit(row.unit)
        cells = tuple(
            _cell(
                desk.survey.matrix.get((row.unit, column.id)),
                f"{unit.href}#{quote(column.id)}",
                desk,
            )
            for column in columns
        )
        yield Row(unit, cells, share_of(row.totals, desk.lang), _shade(row.totals))


def _cell(totals: Totals | None, href: str, desk: Desk) -> Cell:
    if totals is None or not totals.required:
        return Cell("", "", "", "none", "")
    left = totals.required - totals.covered
    words = LEFT if left else ALL
    return Cell(
        f"{totals.covered}/{totals.required}",
        desk.said(words).format(left=left),
        share_of(totals, desk.lang).said,
        _shade(totals),
        href,
    )


def _shade(totals: Totals) -> str:
    """Give the shade of a share: five steps, the last for all of it alone."""
    if not totals.required:
        return "none"
    return f"q{totals.covered * 4 // totals.required}"


LEFT = Text(vi="còn {left}", en="{left} left")
ALL = Text(vi="đủ", en="all")
WORDS = {
    "title": Text(vi="Ma trận", en="Matrix"),
    "heading": Text(vi="Đơn vị và mục của Chỉ thị", en="Units and sections"),
    "caption": Text(
        vi="Số nhiệm vụ đã đáp ứng trên tổng số nhiệm vụ đơn vị chủ trì trong mục; ô trống là không chủ trì nhiệm vụ nào",
        en="Duties covered, of those that the unit leads in the section; an empty cell leads none",
    ),
    "columns": Text(vi="Các mục", en="The sections"),
    "shade": Text(vi="Độ đậm của ô", en="Shade of a cell"),
    "none": Text(vi="không chủ trì", en="leads none"),
    "q0": Text(vi="dưới 25%", en="under 25%"),
    "q1": Text(vi="từ 25% đến dưới 50%", en="25% to under 50%"),
    "q2": Text(vi="từ 50% đến dưới 75%", en="50% to under 75%"),
    "q3": Text(vi="từ 75% đến dưới 100%", en="75% to under 100%"),
    "q4": Text(vi="100%", en="100%"),
}
