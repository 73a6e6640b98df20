"""Unit by section: how much each unit covers of what it leads in each section of the directive."""

from hpdirective.coverage import Totals
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.figures import everyone, share
from hpdirective.reporters.sheet import (
    Cell,
    Column,
    Link,
    Row,
    Sheet,
    Table,
    section_name,
    sections_with_duties,
)
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text

KEY = "matrix"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of units and sections."""
    sections = sections_with_duties(directive)
    ids = tuple(section.id for section in sections)
    columns = (
        Column(Text(vi="Đơn vị", en="Unit").said(lang), 40),
        *(Column(id, 8, centred=True, shares=True) for id in ids),
        Column(Text(vi="Tổng số", en="Total").said(lang), 18, centred=True, shares=True),
    )
    city = dict(survey.coverage.by_section)
    foot: tuple[Cell, ...] = (
        everyone(directive).said(lang),
        *(_cell(city.get(id)) for id in ids),
        share(survey.coverage.totals, lang),
    )
    return Sheet(
        KEY,
        Text(vi="Ma trận", en="Matrix").said(lang),
        Text(
            vi="MA TRẬN ĐƠN VỊ VÀ MỤC CỦA CHỈ THỊ", en="UNITS AND SECTIONS OF THE DIRECTIVE"
        ).said(lang),
        _LEAD.said(lang),
        (Table(columns, _rows(survey, ids, units, lang), foot=(Row(foot, strong=True),)),),
        (_COLOURS.said(lang), *(section_name(section, lang) for section in sections)),
        frozen=1,
    )


def _rows(survey: Survey, ids: tuple[str, ...], units: Units, lang: Lang) -> tuple[Row, ...]:
    """Give a row a unit, those outside the city's figures last."""
    rows = sorted(survey.coverage.by_unit, key=lambda one: one.unit not in survey.inside)
    return tuple(
        Row(
            (
                Link(_name(one.unit, survey, units, lang), (("unit", one.unit),)),
                *(_cell(survey.matrix.get((one.unit, id))) for id in ids),
                share(one.totals, lang),
            )
        )
        for one in rows
    )


def _name(unit: str, survey: Survey, units: Units, lang: Lang) -> str:
    name = units.named(unit).name.said(lang)
    return name if unit in survey.inside else f"{name} {_OUTSIDE.said(lang)}"


def _cell(totals: Totals | None) -> str | None:
    return f"{totals.covered}/{totals.required}" if totals and totals.required else None


_OUTSIDE = Text(vi="(ngoài tổng số)", en="(outside the total)")
_LEAD = Text(
    vi="Mỗi ô: số nhiệm vụ đã đáp ứng trên số nhiệm vụ đơn vị chủ trì (n/N). Ô trống: đơn vị không chủ trì nhiệm vụ nào của mục đó.",
    en="Each cell: tasks covered out of those that the unit leads (n/N). An empty cell: it leads none in the section.",
)
_COLOURS = Text(
    vi="Màu của ô: xanh là đáp ứng đủ (N/N); vàng là từ một nửa trở lên; cam là dưới một nửa; đỏ là chưa đáp ứng nhiệm vụ nào (0/N). Tên các mục:",
    en="Colours: green, all covered (N/N); yellow, half or more; orange, less than half; red, none (0/N). The sections:",
)
