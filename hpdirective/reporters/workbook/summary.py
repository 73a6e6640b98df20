"""The figures of the city on one sheet: in all, by basis, by section and by unit, and what each state counts."""

from collections.abc import Iterator

from hpdirective.coverage import State, Totals
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.figures import everyone, headline, share
from hpdirective.reporters.labels import BASES, STANDINGS, STATES
from hpdirective.reporters.sheet import (
    Cell,
    Column,
    Link,
    Percent,
    Row,
    Sheet,
    Table,
    section_name,
    sections_with_duties,
    standing_tones,
    state_tones,
)
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text

KEY = "summary"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of the figures."""
    return Sheet(
        KEY,
        Text(vi="Tổng hợp", en="Summary").said(lang),
        Text(
            vi=f"TỔNG HỢP KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ {directive.number}",
            en=f"SUMMARY OF THE PLANS FOR DIRECTIVE {directive.number}",
        ).said(lang),
        headline(survey.coverage, directive, units, lang),
        (_figures(survey, directive, units, lang), _states(survey, lang)),
        tuple(note.said(lang) for note in _NOTES),
        frozen=2,
    )


def _figures(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Table:
    rows = (
        _row(everyone(directive), _ALL.said(lang), survey.coverage.totals, lang, strong=True),
        *_by_basis(survey, lang),
        *_by_section(survey, directive, lang),
        *_by_unit(survey, units, lang),
    )
    heads = (Text(vi="Phải thực hiện", en="Required"), *(STATES[state] for state in State))
    return Table(
        (
            Column(Text(vi="Nhóm", en="Group").said(lang), 17),
            Column(Text(vi="Nội dung", en="What").said(lang), 46),
            Column(Text(vi="Tình trạng kế hoạch", en="Plan").said(lang), 22, standing_tones(lang)),
            Column(
                Text(vi="Đáp ứng n/N (p%)", en="Covered n/N (p%)").said(lang), 17, centred=True
            ),
            Column(Text(vi="Tỷ lệ đáp ứng", en="Share covered").said(lang), 10),
            *(Column(_capital(head.said(lang)), 11.5) for head in heads),
        ),
        rows,
    )


def _by_basis(survey: Survey, lang: Lang) -> Iterator[Row]:
    for basis, label in BASES.items():
        yield _row(_BASIS, label.said(lang), survey.coverage.by_basis.get(basis, Totals()), lang)


def _by_section(survey: Survey, directive: Directive, lang: Lang) -> Iterator[Row]:
    found = dict(survey.coverage.by_section)
    for section in sections_with_duties(directive):
        yield _row(_SECTION, section_name(section, lang), found.get(section.id, Totals()), lang)


def _by_unit(survey: Survey, units: Units, lang: Lang) -> Iterator[Row]:
    """Give the units in the base of the city's figures, then those outside it."""
    standings = {row.unit.id: row.standing for row in survey.roster.rows}
    for group, inside in ((_UNIT, True), (_OUTSIDE, False)):
        for one in survey.coverage.by_unit:
            if (one.unit in survey.inside) is inside:
                name = units.named(one.unit).name.said(lang)
                standing = standings.get(one.unit)
                row = _row(
                    group,
                    Link(name, (("roster", one.unit),)),
                    one.totals,
                    lang,
                    STANDINGS[standing].said(lang) if standing else None,
                )
                yield Row(row.cells, (("unit", one.unit),))


def _row(
    group: Text,
    what: Cell,
    totals: Totals,
    lang: Lang,
    standing: Cell = None,
    *,
    strong: bool = False,
) -> Row:
    percent = Percent(totals.percent) if totals.percent is not None else None
    counts = (getattr(totals, state) for state in State)
    return Row(
        (
            group.said(lang),
            what,
            standing,
            share(totals, lang),
            percent,
            totals.required,
            *counts,
        ),
        strong=strong,
    )


def _states(survey: Survey, lang: Lang) -> Table:
    """Say what each state counts, and how many duties are in it."""
    heads = (
        Text(vi="Trạng thái", en="State"),
        Text(vi="Trạng thái này tính những nhiệm vụ nào", en="What it counts"),
        Text(vi="Số nhiệm vụ", en="Tasks"),
        Text(vi="Trên tổng số", en="Out of"),
    )
    total = survey.coverage.totals
    words, meaning, count, base = (head.said(lang) for head in heads)
    rows = tuple(
        Row(
            (
                STATES[state].said(lang),
                _MEANINGS[state].said(lang),
                getattr(total, state),
                total.required,
            )
        )
        for state in State
    )
    columns = (
        Column(words, 17, state_tones(lang)),
        Column(meaning, 46),
        Column(count, 22),
        Column(base, 17),
    )
    return Table(columns, rows, Text(vi="CÁCH TÍNH", en="HOW THE TASKS ARE COUNTED").said(lang))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


_ALL = Text(vi="Tất cả đơn vị phải gửi kế hoạch", en="All units that must send a plan")
_BASIS = Text(vi="Theo căn cứ", en="By basis")
_SECTION = Text(vi="Theo mục", en="By section")
_UNIT = Text(vi="Theo đơn vị", en="By unit")
_OUTSIDE = Text(vi="Ngoài tổng số", en="Outside the total")
_MEANINGS = {
    State.COVERED: Text(
        vi="Kế hoạch có nội dung đáp ứng và không có phát hiện nào về nội dung đó",
        en="The plan answers the task, and nothing was found against the answer",
    ),
    State.PARTIAL: Text(
        vi="Kế hoạch có nội dung đáp ứng nhưng còn phát hiện cần xử lý",
        en="The plan answers the task, and something was found against the answer",
    ),
    State.WAIVED: Text(
        vi="Kế hoạch dẫn văn bản cho phép không thực hiện; vẫn nằm trong tổng số",
        en="The plan names a paper that waives the task; it stays in the base",
    ),
    State.CONTESTED: Text(
        vi="Kế hoạch đề nghị xác định lại đơn vị chủ trì; vẫn nằm trong tổng số",
        en="The plan contests who leads the task; it stays in the base",
    ),
    State.MISSING: Text(
        vi="Kế hoạch chưa có nội dung đáp ứng, hoặc đơn vị chưa có kế hoạch",
        en="Nothing in the plan answers the task, or there is no plan",
    ),
    State.UNKNOWN: Text(
        vi="Kế hoạch hoặc phụ lục cần đối chiếu chưa đọc được, chưa có; không tính là đáp ứng",
        en="The plan, or an annex that it is held against, is lacking or could not be read; not counted as covered",
    ),
}
_NOTES = (
    Text(
        vi="Tỷ lệ là số nhiệm vụ đã đáp ứng trên số nhiệm vụ phải thực hiện, làm tròn xuống một chữ số thập phân. Một nhiệm vụ giao cho nhiều đơn vị chủ trì được tính ở từng đơn vị.",
        en="A share is the tasks covered out of those required, rounded down to one decimal. A task that several units lead is counted for each of them.",
    ),
    Text(
        vi="Các mục không nêu ở đây là trọng tâm chỉ đạo, không giao nhiệm vụ riêng cho đơn vị nào.",
        en="Sections that are not listed only say what matters most, and give no unit a task of its own.",
    ),
)
