"""A unit's plan as a form: every duty with its sentence, what the directive sets filled in, all else left blank."""

import textwrap
from collections.abc import Iterable, Iterator

from hpdirective import answering
from hpdirective.answering import Duty, Limit
from hpdirective.drafting.writing import quoted
from hpdirective.model.directive import Basis, Directive, Indicator, Kind, MetBy, Role
from hpdirective.model.names import Units
from hpdirective.model.target import Target
from hpdirective.model.unit import Unit
from hpdirective.reporters.clause import day_of, heading_of, row_of
from hpdirective.rules.check import demand, required_of
from hpdirective.words import Lang, Text, one_line, say

_WIDTH = 110  # columns of a comment
_MODELINE = "# yaml-language-server: $schema=plan.schema.json"  # what `hpd schema plan` prints
_HEAD = Text(
    vi="Các khóa để trống là phần đơn vị cần ghi; xóa khóa nào không dùng. Ghi xong, kiểm tra bằng: hpd validate TỆP",
    en="The keys left empty are the unit's to fill; take out those that are not used. Then check with: hpd validate FILE",
)
_STANDING = Text(
    vi="Chỉ thị không nêu thời hạn; nhiệm vụ thường xuyên thì ghi: Thường xuyên",
    en="the directive sets no day; for standing work write: Thường xuyên",
)
_RESTRICTED = Text(
    vi="Nội dung hạn chế: có thể chỉ ghi “reference: kế hoạch riêng số …” thay cho title, steps, due, result, items, indicators",
    en="Restricted: “reference: kế hoạch riêng số …” may stand for title, steps, due, result, items and indicators",
)
_OTHERS = Text(
    vi="Đơn vị còn theo dõi hoặc phối hợp các nhiệm vụ sau; ghi thành đầu việc nếu đơn vị có nội dung cần thực hiện:",
    en="The unit also monitors or supports these; make them actions where there is work to do:",
)
_BLANKS = ("title", "objective", "steps", "start", "due", "lead", "support", "result")


def render(
    unit: Unit, duties: Iterable[Duty], directive: Directive, units: Units, lang: Lang
) -> str:
    """Write the form of a unit's plan as YAML; a blank is an empty value, so that nothing reads as promised that nobody wrote."""
    given = list(duties)
    due = [duty for duty in given if _owed(duty)]
    keyed = {key: [d for d in given if d.required and key in d.met_by] for key in MetBy}
    name = Text(
        vi=f"Kế hoạch của {unit.named.name.vi} thực hiện {directive.numbered.vi} ngày {say(directive.issued, Lang.VI)}",
        en=f"Plan of {unit.named.name.en} for {directive.numbered.en} of {directive.issued}",
    )
    lines = [_MODELINE, *_comment(name.said(lang), 0), *_comment(_HEAD.said(lang), 0)]
    lines += ["format: 1", f"directive: {directive.id}", f"unit: {unit.id}"]
    lines += ["document:", *_sentences(keyed[MetBy.ISSUED], directive, lang, 1)]
    lines += ["  number:", "  issued:"]
    lines += [
        *_sentences(keyed[MetBy.SENT], directive, lang, 1),
        f"  sent_to:{_office(directive, units, lang)}",
        "  sent_on:",
    ]
    lines += [*_sentences(keyed[MetBy.CONTENTS], directive, lang, 0), "objectives:", "actions:"]
    for number, duty in enumerate(due, 1):
        lines += ["", *_action(f"A{number}", duty, directive, units, lang)]
    lines += ["", *_sentences(keyed[MetBy.ORGANISATION], directive, lang, 0), "organisation:"]
    others = [d for d in given if d.clause.binding and not d.required and not _owed(d)]
    if others:
        lines += ["", *_comment(_OTHERS.said(lang), 0)]
        for other in others:
            lines += _comment(f"- {other.id} {other.clause.name.said(lang)}", 0)
    return "\n".join(lines) + "\n"


def _office(directive: Directive, units: Units, lang: Lang) -> str:
    """Say, as a comment, to whom the directive wants the plan sent."""
    clause = directive.clause("plan.sent")
    rows = [
        row.unit
        for row in (clause.assign if clause else ())
        if row.unit and row.basis is Basis.NAMED
    ]
    names = ", ".join(f"{units.named(id).name.said(lang)} ({id})" for id in rows)
    return f" # {names}" if names else ""


def _owed(duty: Duty) -> bool:
    """Tell whether a plan answers the duty by an action: those that it leads, and those of a partner that the text names."""
    partner = duty.role is Role.SUPPORT and duty.basis is Basis.NAMED
    return (duty.required or partner) and duty.clause.binding and duty.met_by == (MetBy.ACTION,)


def _sentences(duties: list[Duty], directive: Directive, lang: Lang, depth: int) -> Iterator[str]:
    for duty in duties:
        due = f" ({day_of(duty.due, lang)})" if duty.due else ""
        heading = heading_of(duty.clause, directive, lang)
        yield from _comment(f"{duty.id} · {heading}{due}: “{one_line(duty.clause.text)}”", depth)


def _action(id: str, duty: Duty, directive: Directive, units: Units, lang: Lang) -> Iterator[str]:
    clause, limit = duty.clause, answering.limit(duty, {})
    heading = heading_of(clause, directive, lang)
    yield from _comment(f"{duty.id} · {heading}: “{one_line(clause.text)}”", 1)
    yield from _comment(row_of(duty.row, units, lang), 1)
    if duty.due:
        yield from _comment(day_of(duty.due, lang), 1)
    if clause.restricted:
        yield from _comment(_RESTRICTED.said(lang), 1)
    yield f"  - id: {id}"
    yield from ("    tasks:", f"      - {duty.id}")
    for key in _BLANKS:
        yield f"    {key}:{_due(duty, limit, lang) if key == 'due' else ''}"
    if duty.items:
        yield "    items:"
        yield from (f"      - {item.id} # {one_line(item.text)}" for item in duty.items)
    if duty.indicators:
        yield "    indicators:"
        for indicator in duty.indicators:
            yield from _indicator(indicator, duty, lang)


def _due(duty: Duty, limit: Limit | None, lang: Lang) -> str:
    if limit:
        return f" {say(limit.last, Lang.VI)}"
    if duty.clause.kind in (Kind.SUSTAIN, Kind.ADVANCE):
        return f" # {_STANDING.said(lang)}"
    return ""


def _indicator(indicator: Indicator, duty: Duty, lang: Lang) -> Iterator[str]:
    name = indicator.name.text.said(lang) if indicator.name else ""
    yield f"      - id: {indicator.id} # {one_line(name)}"
    required, _ = required_of(duty, indicator)
    if indicator.trend:
        asked = demand(indicator.required).said(lang)
        yield from ("        baseline:", f"        target: # {asked}")
    elif required is None:
        yield "        target:"
    else:
        yield f"        target: {quoted(_promise(required))}"


def _promise(required: Target) -> str:
    """Write the least promise that meets what is asked, as officials write it: "08 dự án" is "ít nhất 8 dự án"."""
    return demand(required).vi


def _comment(text: str, depth: int) -> list[str]:
    indent = "  " * depth + "# "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
