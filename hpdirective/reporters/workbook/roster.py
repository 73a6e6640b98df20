"""The roster of units: who has not sent a plan, or not in time, first."""

from hpdirective.finding import RosterRow, Standing
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.labels import STANDINGS, SUBMITS
from hpdirective.reporters.sheet import Column, Link, Row, Sheet, Table, standing_tones
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text, one_line, say

KEY = "roster"
_ORDER = (
    Standing.NOT_SENT,
    Standing.NOT_DUE,
    Standing.UNREADABLE,
    Standing.OTHER_DIRECTIVE,
    Standing.LATE,
    Standing.FIRST_MISSING,
    Standing.UNDATED,
    Standing.ON_THE_DAY,
    Standing.IN_TIME,
)


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of the roster."""
    rows = sorted(
        survey.roster.rows,
        key=lambda row: (row.outside, _ORDER.index(row.standing), not row.sent_late),
    )
    return Sheet(
        KEY,
        Text(vi="Kế hoạch chưa gửi", en="Plans not sent").said(lang),
        Text(vi="DANH SÁCH ĐƠN VỊ VÀ TÌNH TRẠNG GỬI KẾ HOẠCH", en="THE ROSTER OF UNITS").said(
            lang
        ),
        _lead(survey, lang),
        (
            Table(
                _columns(lang),
                tuple(_row(n, one, survey, units, lang) for n, one in enumerate(rows, 1)),
            ),
        ),
        (_OUTSIDE.said(lang),),
        frozen=2,
    )


def _lead(survey: Survey, lang: Lang) -> str:
    roster = survey.roster
    said = [
        f"{STANDINGS[standing].said(lang)}: {count}/{roster.count()}"
        for standing in _ORDER
        if (count := roster.count(standing))
    ]
    head = Text(vi="Đơn vị phải gửi kế hoạch", en="Units that must send a plan").said(lang)
    return f"{head}: {roster.count()}. {'; '.join(said)}"


def _columns(lang: Lang) -> tuple[Column, ...]:
    return (
        Column(Text(vi="TT", en="No.").said(lang), 5, centred=True),
        Column(Text(vi="Đơn vị", en="Unit").said(lang), 40),
        Column(Text(vi="Phải gửi", en="Must send").said(lang), 18),
        Column(Text(vi="Tình trạng", en="Standing").said(lang), 30, standing_tones(lang)),
        Column(Text(vi="Số, ký hiệu", en="Number").said(lang), 22),
        Column(Text(vi="Ngày ban hành", en="Issued").said(lang), 12),
        Column(Text(vi="Ngày gửi", en="Sent on").said(lang), 12),
        Column(Text(vi="Ghi chú", en="Note").said(lang), 28),
        Column(Text(vi="Tệp", en="File").said(lang), 34),
        Column(Text(vi="Tệp khác của đơn vị (không tính)", en="Further files").said(lang), 26),
    )


def _row(number: int, one: RosterRow, survey: Survey, units: Units, lang: Lang) -> Row:
    unit = units.by_id[one.unit.id]
    return Row(
        (
            number,
            Link(one.unit.name.said(lang), (("unit", one.unit.id),)),
            SUBMITS[unit.submits].said(lang),
            STANDINGS[one.standing].said(lang),
            one.number,
            one.issued,
            one.sent_on,
            _note(one, survey, lang),
            one_line(one.file) if one.file else None,
            "\n".join(one_line(file) for file in one.others) or None,
        ),
        (("roster", one.unit.id),),
    )


def _note(one: RosterRow, survey: Survey, lang: Lang) -> str | None:
    before = survey.roster.before
    if not one.sent_late or before is None:
        return None
    day = say(before, lang)
    return Text(vi=f"gửi từ ngày {day} trở đi", en=f"sent on or after {day}").said(lang)


_OUTSIDE = Text(
    vi="Đơn vị không thuộc diện phải gửi mà có kế hoạch được nêu ở cuối, không tính vào tổng số.",
    en="Units that need not send a plan and did are listed last, outside the totals.",
)
