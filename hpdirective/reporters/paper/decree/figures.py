"""Indicators in a paper: what is asked, what is promised, and how the parts of a total add up."""

from hpdirective.gathering import WHY_NOT_SUMMED
from hpdirective.model.directive import Indicator
from hpdirective.model.names import Units
from hpdirective.reporters.paper.decree.duties import unit_name
from hpdirective.reporters.paper.decree.markup import plain
from hpdirective.rules.check import demand
from hpdirective.rules.city import Sum
from hpdirective.surveying import IndicatorRow
from hpdirective.words import Lang, Text, say

_RESTRICTED = Text(vi="(nội dung hạn chế)", en="(restricted)")
_NO_NUMBER = Text(vi="Chỉ thị không nêu con số", en="the text gives no number")
_NO_OWN = Text(vi="không nêu riêng cho đơn vị", en="none for the unit alone")


def name_of(indicator: Indicator, lang: Lang) -> str:
    return indicator.name.text.said(lang) if indicator.name else indicator.id


def asked_in(row: IndicatorRow, lang: Lang) -> str:
    """Say what the directive asks of a unit on an indicator."""
    if row.asked is None:
        known = row.indicator.required.value is not None
        return (_NO_OWN if known else _NO_NUMBER).said(lang)
    return demand(row.asked).said(lang) or _NO_NUMBER.said(lang)


def promised_in(row: IndicatorRow, lang: Lang) -> tuple[str, str]:
    """Give what a plan promises and from where it starts; of a restricted task neither is shown."""
    if row.file and not (row.promised or row.baseline) and row.clause.restricted:
        return _RESTRICTED.said(lang), _RESTRICTED.said(lang)
    return plain(row.promised, 120), plain(row.baseline, 120)


def added_up(one: Sum, lang: Lang) -> str:
    """Say what the parts of a total come to."""
    if one.gap:
        return Text(vi="chưa cộng được", en="could not be added up").said(lang)
    unit = f" {one.indicator.unit}" if one.indicator.unit else ""
    return f"{say(one.total, lang)}{unit}"


def outcome(one: Sum, units: Units, lang: Lang) -> str:
    """Say whether the parts reach the total, or why that is not known."""
    if one.gap:
        whose = ", ".join(unit_name(unit, units, lang) for unit in one.about)
        return f"{WHY_NOT_SUMMED[one.gap].said(lang)}: {whose}"
    if one.enough:
        return Text(vi="đạt", en="reached").said(lang)
    return Text(vi="chưa đạt", en="not reached").said(lang)
