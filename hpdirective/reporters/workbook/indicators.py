"""What the units promise on the indicators that they owe, and what their parts of a total come to."""

from decimal import Decimal

from hpdirective.gathering import WHY_NOT_SUMMED
from hpdirective.model.directive import Directive, Indicator
from hpdirective.model.names import Units
from hpdirective.reporters.sheet import (
    WITHHELD,
    Cell,
    Column,
    Link,
    Row,
    Sheet,
    Table,
    Tone,
    place,
)
from hpdirective.reporters.verdicts import VERDICTS
from hpdirective.rules.check import demand
from hpdirective.rules.city import Part, Sum
from hpdirective.surveying import IndicatorRow, Survey, Verdict
from hpdirective.words import Lang, Text, one_line, say

KEY = "indicators"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of indicators and of totals."""
    rows = tuple(_row(n, one, units, lang) for n, one in enumerate(survey.indicators, 1))
    sums = tuple(_sum(n, one, units, lang) for n, one in enumerate(survey.sums, 1))
    return Sheet(
        KEY,
        Text(vi="Chỉ tiêu", en="Indicators").said(lang),
        Text(vi="CHỈ TIÊU VÀ MỨC PHẤN ĐẤU CỦA CÁC ĐƠN VỊ", en="INDICATORS AND TARGETS").said(lang),
        Text(
            vi=f"Chỉ tiêu của {directive.form.vi} số {directive.number} và mức phấn đấu ghi trong kế hoạch của đơn vị; bảng dưới cộng phần của các đơn vị.",
            en=f"The indicators of {directive.numbered.en} and what each unit's plan promises; the table below adds up the units' parts.",
        ).said(lang),
        (Table(_columns(lang), rows), Table(_sum_columns(lang), sums, _SUMS.said(lang))),
        frozen=2,
    )


def _columns(lang: Lang) -> tuple[Column, ...]:
    tones = {VERDICTS[verdict].said(lang): tone for verdict, tone in _TONES.items()}
    return (
        Column(Text(vi="TT", en="No.").said(lang), 5, centred=True),
        Column(Text(vi="Chỉ tiêu", en="Indicator").said(lang), 38),
        Column(Text(vi="Đơn vị tính", en="Unit of measure").said(lang), 12, centred=True),
        Column(Text(vi="Nhiệm vụ", en="Task").said(lang), 11),
        Column(Text(vi="Yêu cầu của Chỉ thị", en="The directive asks").said(lang), 26),
        Column(Text(vi="Đơn vị", en="Unit").said(lang), 40),
        Column(Text(vi="Mức phấn đấu", en="Target").said(lang), 18),
        Column(Text(vi="Hiện trạng", en="Baseline").said(lang), 24),
        Column(Text(vi="Đánh giá", en="Verdict").said(lang), 22, tones),
        Column(Text(vi="Tệp:dòng", en="File:line").said(lang), 28),
    )


def _row(number: int, one: IndicatorRow, units: Units, lang: Lang) -> Row:
    hidden = one.clause.restricted and one.file is not None and not one.promised
    unsaid = WITHHELD.said(lang) if hidden else None
    return Row(
        (
            number,
            _name(one.indicator, lang),
            one.indicator.unit,
            Link(one.clause.id, (("duty", one.unit, one.clause.id), ("nobody", one.clause.id))),
            _asked(one, lang),
            Link(units.named(one.unit).name.said(lang), (("unit", one.unit),)),
            unsaid or one_line(one.promised) or None,
            unsaid or one_line(one.baseline) or None,
            VERDICTS[one.verdict].said(lang),
            place(one.file, one.line),
        )
    )


def _name(indicator: Indicator, lang: Lang) -> str:
    return indicator.name.text.said(lang) if indicator.name else indicator.id


def _asked(one: IndicatorRow, lang: Lang) -> str:
    """Say what the directive asks of the unit, or of all units together where it gives none its own part."""
    if one.asked:
        return demand(one.asked).said(lang) or _NO_NUMBER.said(lang)
    whole = demand(one.indicator.required).said(lang)
    return f"{_TOGETHER.said(lang)} {whole}" if whole else _NO_NUMBER.said(lang)


def _sum_columns(lang: Lang) -> tuple[Column, ...]:
    tones = {_ENOUGH.said(lang): Tone.GOOD, _SHORT.said(lang): Tone.BAD}
    tones[_NOT_SUMMED.said(lang)] = Tone.UNKNOWN
    return (
        *_columns(lang)[:5],
        Column(Text(vi="Phần của từng đơn vị", en="Parts of the units").said(lang), 40),
        Column(Text(vi="Tổng mức phấn đấu", en="Sum of targets").said(lang), 18),
        Column(Text(vi="Số đơn vị đã cộng", en="Units added up").said(lang), 24),
        Column(Text(vi="Đánh giá", en="Verdict").said(lang), 22, tones),
        Column(Text(vi="Lý do", en="Reason").said(lang), 28),
    )


def _sum(number: int, one: Sum, units: Units, lang: Lang) -> Row:
    total: Cell = None if one.gap else _number(one.total)
    verdict = _NOT_SUMMED if one.gap else _ENOUGH if one.enough else _SHORT
    return Row(
        (
            number,
            _name(one.indicator, lang),
            one.indicator.unit,
            Link(one.clause.id, (("nobody", one.clause.id),)),
            demand(one.indicator.required).said(lang),
            "\n".join(_part(part, units, lang) for part in one.parts) or None,
            total,
            len(one.parts) if not one.gap else None,
            verdict.said(lang),
            _why_not(one, units, lang),
        )
    )


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _part(part: Part, units: Units, lang: Lang) -> str:
    name = units.named(part.duty.unit).name.said(lang)
    least = _NOT_STATED.said(lang) if part.least is None else say(part.least, lang)
    return f"{name}: {least}"


def _why_not(one: Sum, units: Units, lang: Lang) -> str | None:
    if one.gap is None:
        return None
    names = "; ".join(units.named(unit).name.said(lang) for unit in one.about)
    return f"{WHY_NOT_SUMMED[one.gap].said(lang)}: {names}"


_SUMS = Text(vi="CỘNG PHẦN CỦA CÁC ĐƠN VỊ", en="THE UNITS' PARTS ADDED UP")
_NO_NUMBER = Text(vi="Chỉ thị không nêu con số", en="the text gives no number")
_TOGETHER = Text(vi="chung các đơn vị:", en="all units together:")
_NOT_STATED = Text(vi="chưa nêu", en="not stated")
_ENOUGH = Text(vi="đủ mức yêu cầu", en="enough")
_SHORT = Text(vi="chưa đủ mức yêu cầu", en="not enough")
_NOT_SUMMED = Text(vi="chưa cộng được", en="could not be added up")
_TONES = {
    Verdict.MET: Tone.GOOD,
    Verdict.NOT_MET: Tone.BAD,
    Verdict.STATED: Tone.ALLOWED,
    Verdict.MISSING: Tone.BAD,
    Verdict.UNKNOWN: Tone.UNKNOWN,
    Verdict.NO_PLAN: Tone.UNKNOWN,
    Verdict.BY_REFERENCE: Tone.ALLOWED,
    Verdict.SET_ASIDE: Tone.ALLOWED,
}
