"""A cell as understood, for people."""

from collections.abc import Iterator

from hpdirective.model.names import Mentioned, Units
from hpdirective.model.period import Period, Relation
from hpdirective.model.target import Target
from hpdirective.reading import Understood
from hpdirective.reporters.doubts import said
from hpdirective.rules.check import demand
from hpdirective.words import Lang, Text, one_line, say


def render(understood: Understood, units: Units, lang: Lang) -> str:
    lines = [f"“{one_line(understood.text)}”"]
    if understood.period:
        label = Text(vi="Thời hạn", en="Deadline").said(lang)
        lines.append(f"  {label}: {'; '.join(_period(understood.period, lang))}")
    if understood.target:
        label = Text(vi="Mức phấn đấu", en="Target").said(lang)
        lines.append(f"  {label}: {_target(understood.target, lang)}")
    for body in understood.units or ():
        label = Text(vi="Đơn vị", en="Unit").said(lang)
        lines.append(f"  {label}: {_body(body, units, lang)}")
    for fault in understood.faults:
        rule, message = said(fault, units, lang)
        lines.append(f"  {rule}: {one_line(message)}")
    return "\n".join(lines) + "\n"


def _period(period: Period, lang: Lang) -> Iterator[str]:
    if period.standing:
        yield Text(vi="thường xuyên, không có ngày cuối", en="standing, no last day").said(lang)
    if period.start and period.start == period.end:
        day = say(period.end, lang)
        yield Text(vi=f"ngày {day}", en=f"on {day}").said(lang)
    else:
        if period.start:
            day = say(period.start, lang)
            yield Text(vi=f"từ {day}", en=f"from {day}").said(lang)
        if period.end:
            day = say(period.end, lang)
            yield Text(vi=f"đến hết {day}", en=f"to the end of {day}").said(lang)
    if period.relation is Relation.BEFORE:
        yield Text(vi="theo nghĩa “trước ngày”", en="read from “before”").said(lang)
    if period.recurring:
        yield Text(vi="lặp lại các kỳ sau", en="recurring").said(lang)
    if period.condition:
        yield Text(vi=f"điều kiện: {period.condition}", en=f"condition: {period.condition}").said(
            lang
        )


def _target(target: Target, lang: Lang) -> str:
    if target.ambiguous:
        return Text(vi="số có thể hiểu hai cách", en="a number that can be read two ways").said(
            lang
        )
    words = demand(target).said(lang)
    if target.trend and target.value is not None:
        words = f"{Text(vi='tăng' if target.trend == 'up' else 'giảm', en=f'{target.trend} by').said(lang)} {words}"
    return words


def _body(body: Mentioned, units: Units, lang: Lang) -> str:
    if body.id or body.group:
        id = body.id or body.group or ""
        return f"“{body.text}”: {units.named(id).name.said(lang)} ({id})"
    if body.of:
        names = " / ".join(units.named(id).name.said(lang) for id in body.of)
        part = Text(vi=f"bộ phận của {names}", en=f"a division of {names}")
        return f"“{body.text}”: {part.said(lang)} ({', '.join(body.of)})"
    if body.division:
        own = Text(vi="bộ phận của đơn vị lập kế hoạch", en="a division of the plan's own unit")
        return f"“{body.text}”: {own.said(lang)}"
    return f"“{body.text}”: {Text(vi='không có trong danh mục', en='not in the list').said(lang)}"
