"""A trace for people: where a clause stands, who owes it, what answers it and where; or what stands on a line."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from hpdirective.coverage import State
from hpdirective.model.directive import Assignment, Directive, Role
from hpdirective.model.names import Units
from hpdirective.model.unit import Submits
from hpdirective.reporters.clause import row_of, rows_of
from hpdirective.reporters.excerpt import excerpt
from hpdirective.reporters.labels import BASES, CLAIMS, ROLES, SEVERITIES, STATES, SUBMITS
from hpdirective.reporters.traced import LINE_KINDS, WHATS, WHYS
from hpdirective.reporters.wrapping import folded
from hpdirective.source.standing import LineKind
from hpdirective.tracing.values import (
    At,
    Entry,
    Remark,
    Trace,
    TracedAction,
    TracedClaim,
    TracedClause,
    TracedDuty,
    Uncounted,
    What,
)
from hpdirective.words import Lang, Text, one_line, say, shorten

_FINDINGS = 10  # shown of a file that could not be read; JSON gives all
_MARKS = (("«", "»"), ("⟦", "⟧"), ("[[", "]]"))  # the first pair that the text itself does not use

_UNITS = Text(vi="Đơn vị:", en="Units:")
_UNCOUNTED = Text(vi="Có nêu ý này nhưng không được tính:", en="Named here too, and not counted:")
_REALISED = Text(vi="Các nhiệm vụ thực hiện ý này:", en="The tasks that realise it:")
_HIDDEN = Text(
    vi="[nội dung hạn chế, không hiển thị]",
    en="[restricted, not shown]",
)
_NO_PLAN = Text(vi="chưa có kế hoạch", en="no plan")


def render(trace: Trace, units: Units, lang: Lang, width: int | None = None) -> str:
    """Say a trace; lines are folded to `width` columns, or left whole where there is no terminal."""
    blocks = [_at(trace.at, trace, units, lang)] if trace.at else []
    brief = trace.at is not None and trace.at.what in (What.UNIT, What.GROUP)
    if brief:
        blocks.append(_list(trace, units, lang))
    else:
        narrowed = trace.at is not None or trace.unit is not None
        for traced in trace.clauses:
            blocks.append(_clause(traced, trace.directive, units, lang, narrowed=narrowed))
            if trace.unit and traced.clause.assign and not traced.duties:
                blocks[-1] += ["", _not_given(trace.unit, units, lang)]
    blocks.append(list(_foot(trace, lang)))
    lines = [line for block in blocks if block for line in (*block, "")]
    return "\n".join(folded(lines[:-1], width)) + "\n"


# --- a clause


def _clause(
    traced: TracedClause, directive: Directive, units: Units, lang: Lang, *, narrowed: bool
) -> list[str]:
    clause, address = traced.clause, traced.address.said(lang)
    lines = [
        f"{clause.id}  {clause.name.said(lang)}",
        f"{address[0].upper()}{address[1:]}:",
        f"  “{_marked(traced)}”",
        "",
        *rows_of(clause, directive, units, lang),
    ]
    if traced.state:
        label = Text(
            vi="Trạng thái, suy từ các đơn vị chủ trì nhiệm vụ thực hiện ý này",
            en="State, as it follows from the leads of the tasks that realise it",
        ).said(lang)
        lines.append(f"{label}: {STATES[traced.state].said(lang)}")
    rows = list(_rows(traced, units, lang, narrowed=narrowed))
    if rows:
        lines += ["", _UNITS.said(lang), *rows]
    if traced.uncounted:
        lines += ["", _UNCOUNTED.said(lang)]
        lines += [f"  - {_uncounted(place, units, lang)}" for place in traced.uncounted]
    if traced.realised:
        lines += ["", _REALISED.said(lang)]
        for through in traced.realised:
            lines += _through(through, units, lang)
    return lines


def _not_given(unit: str, units: Units, lang: Lang) -> str:
    name = units.named(unit).name.said(lang)
    return Text(
        vi=f"Ý này không giao cho {name} ({unit})", en=f"It is not given to {name} ({unit})"
    ).said(lang)


def _marked(traced: TracedClause) -> str:
    """Give the paragraph whole, the clause between marks."""
    text = traced.paragraph
    opening, closing = next(
        ((a, b) for a, b in _MARKS if a not in text and b not in text), _MARKS[0]
    )
    before, after = text[: traced.start], text[traced.end :]
    return f"{before}{opening}{text[traced.start : traced.end]}{closing}{after}"


def _rows(traced: TracedClause, units: Units, lang: Lang, *, narrowed: bool) -> Iterator[str]:
    """Say each row that gives the clause, with the units under it and what answers it there."""
    for row in traced.clause.assign:
        duties = [duty for duty in traced.duties if duty.duty.row is row]
        if duties or not narrowed:
            yield f"  - {row_of(row, units, lang)}"
            yield from _under(row, duties, units, lang)


def _under(row: Assignment, duties: list[TracedDuty], units: Units, lang: Lang) -> Iterator[str]:
    for duty in duties:
        if duty.plan is None and row.group:
            continue
        name = f"{units.named(duty.duty.unit).name.said(lang)}: " if row.group else ""
        yield f"      {name}{_state(duty, lang)}"
        yield from _evidence(duty, lang)
    if row.group:
        yield from _without_plan(duties, units, lang)


def _without_plan(
    duties: Iterable[TracedDuty], units: Units, lang: Lang, role: str = ""
) -> Iterator[str]:
    none = [units.named(d.duty.unit).name.said(lang) for d in duties if d.plan is None]
    if none:
        yield f"      {_NO_PLAN.said(lang)}{role} ({len(none)}): {', '.join(none)}"


def _state(duty: TracedDuty, lang: Lang) -> str:
    if duty.plan is None:
        asked = SUBMITS[duty.submits].said(lang)
        return _NO_PLAN.said(lang) + ("" if duty.submits is Submits.REQUIRED else f" ({asked})")
    return f"{STATES[duty.state].said(lang)} ({one_line(duty.plan)})"


def _evidence(duty: TracedDuty, lang: Lang) -> Iterator[str]:
    """Say what answers a duty, then what stands against it."""
    for action in duty.actions:
        yield f"        ← {_action(action, lang)}"
    for key in duty.keys:
        name = ".".join(map(str, key.path))
        yield f"        ← {name} ({_place(key.file, key.line)})"
    for claim in duty.claims:
        yield f"        ← {_claim(claim, lang)}"
    shown = {(r.rule, r.file, r.line, r.message.said(lang)) for r in duty.findings}
    yield from (f"        - {_remark(remark, lang)}" for remark in duty.findings)
    for reason in duty.reasons:
        message = reason.message.said(lang)
        if (reason.rule, reason.file, reason.line, message) not in shown:
            rule = f"{reason.rule}: " if reason.rule else ""
            where = f" ({_place(reason.file, reason.line)})" if reason.file else ""
            yield f"        - {rule}{one_line(message)}{where}"


def _action(action: TracedAction, lang: Lang) -> str:
    title = one_line(action.title) if action.title else ""
    if action.restricted and action.title is None:
        title = _HIDDEN.said(lang)
    return f"{_id(action.id)} ({_place(action.file, action.line)}) {title}".rstrip()


def _id(id: str | None) -> str:
    return shorten(one_line(id), 60) if id else "?"


def _claim(claim: TracedClaim, lang: Lang) -> str:
    holds = Text(vi="có hiệu lực", en="holds") if claim.holds else _NO_EFFECT
    parts = [one_line(part) for part in (claim.reason, claim.document) if part]
    if claim.restricted and not parts:
        parts = [_HIDDEN.said(lang)]
    words = f": {'; '.join(parts)}" if parts else ""
    where = _place(claim.file, claim.line)
    return f"{CLAIMS[claim.what].said(lang)} ({where}), {holds.said(lang)}{words}"


_NO_EFFECT = Text(vi="không được tính", en="does not count")


def _remark(remark: Remark, lang: Lang) -> str:
    where = _place(remark.file, remark.line)
    if remark.column is not None:
        where += f":{remark.column}"
    severity = SEVERITIES[remark.severity].said(lang)
    return (
        f"{where}: {severity} {remark.rule} {remark.name}: {one_line(remark.message.said(lang))}"
    )


def _place(file: str | None, line: int | None) -> str:
    name = one_line(file or "-")
    return f"{name}:{line}" if line else name


def _uncounted(place: Uncounted, units: Units, lang: Lang) -> str:
    whose = f"{units.named(place.unit).name.said(lang)}: " if place.unit else ""
    why = WHYS[place.why].said(lang).format(file=one_line(place.instead or "-"))
    where = _place(place.file, place.line)
    if place.what != "action":
        return f"{whose}{CLAIMS[place.what].said(lang)} ({where}); {why}"
    title = one_line(place.title) if place.title else ""
    if place.restricted and place.title is None:
        title = _HIDDEN.said(lang)
    return f"{whose}{_id(place.id)} ({where}) {title}".rstrip() + f"; {why}"


def _through(through: TracedClause, units: Units, lang: Lang) -> Iterator[str]:
    """Say a task that realises a clause of part I: each unit with its state and the places that answer it."""
    clause = through.clause
    yield f"  - {clause.id}  {clause.name.said(lang)}"
    for duty in through.duties:
        if duty.plan is not None:
            role = ROLES[duty.duty.role].said(lang)
            name = units.named(duty.duty.unit).name.said(lang)
            yield f"      {name} [{role}]: {_state(duty, lang)}"
            places = [(a.file, a.line) for a in duty.actions] + [
                (k.file, k.line) for k in duty.keys
            ]
            if places:
                yield f"        ← {', '.join(_place(file, line) for file, line in places)}"
    for one in Role:
        of_role = [duty for duty in through.duties if duty.duty.role is one]
        yield from _without_plan(of_role, units, lang, f" [{ROLES[one].said(lang)}]")


# --- a line


def _at(at: At, trace: Trace, units: Units, lang: Lang) -> list[str]:
    where = _place(at.file, at.line) + (f":{at.column}" if at.column else "")
    lines = [f"{where}: {_what(at, units, lang)}"]
    if at.text is not None:
        lines += excerpt(at.span, at.text)
    if at.unit and at.what is not What.UNIT:
        name = units.named(at.unit).name.said(lang)
        lines.append(f"{Text(vi='Kế hoạch của', en='Plan of').said(lang)} {name} ({at.unit})")
    if at.instead:
        text = Text(
            vi=f"Kế hoạch này không được tính; kế hoạch của đơn vị được tính là {at.instead}",
            en=f"This plan does not count; the plan of the unit that counts is {at.instead}",
        )
        lines.append(one_line(text.said(lang)))
    if at.entry:
        lines += _entry(at.entry, at, lang)
    if at.near:
        label = Text(vi="Gần nhất", en="Nearest")
        if at.what is What.SEVERAL:
            label = Text(vi="Trên dòng này (ghi thêm số cột)", en="On this line (give a column)")
        near = "; ".join(_named(entry, lang) for entry in at.near)
        lines.append(f"{label.said(lang)}: {near}")
    if not trace.clauses:
        lines.append(_none(at).said(lang))
    lines += _found(at, trace, lang)
    return lines


def _what(at: At, units: Units, lang: Lang) -> str:
    said = WHATS[at.what].said(lang)
    if at.entry:
        named = at.entry.id or at.what is What.ACTION
        said += f" {_id(at.entry.id)}" if named else ""
    elif at.what is What.UNIT and at.unit:
        said += f" {units.named(at.unit).name.said(lang)} ({at.unit})"
    route = at.path[len(at.entry.path) :] if at.entry else at.path
    if at.line_kind is not LineKind.CONTENT:
        return f"{said}; {LINE_KINDS[at.line_kind].said(lang)}"
    if route and at.what is not What.UNIT:
        name = shorten(one_line(".".join(map(str, route))), 80)
        key = WHATS[What.KEY].said(lang)
        return f"{said}, {key} {name}" if at.entry else f"{said} {name}"
    return said


def _entry(entry: Entry, at: At, lang: Lang) -> Iterator[str]:
    hidden = entry.restricted and at.text is None
    title = _HIDDEN.said(lang) if hidden else one_line(entry.title or "")
    named = _named(entry, lang)
    if at.claim:
        named, title = _claim(at.claim, lang), ""
    yield f"{named[0].upper()}{named[1:]}{f': {title}' if title else ''}"
    for task in entry.tasks:
        clauses = ", ".join(task.clauses)
        text = shorten(one_line(task.text), 80)
        line = Text(vi=f"dòng {task.line}", en=f"line {task.line}").said(lang)
        label = Text(vi="Nêu nhiệm vụ", en="Cites").said(lang)
        if not task.clauses:
            note = Text(vi="Chỉ thị không có nhiệm vụ này", en="the directive has no such task")
        elif not task.given:
            note = Text(
                vi="không giao cho đơn vị, không được tính",
                en="not given to the unit, not counted",
            )
        else:
            note = Text("", "") if clauses == task.text else Text(f"gồm {clauses}", clauses)
        said = f": {note.said(lang)}" if note.said(lang) else ""
        yield f"  {label} {text or _HIDDEN.said(lang)} ({line}){said}"


def _named(entry: Entry, lang: Lang) -> str:
    lines = Text(
        vi=f"dòng {entry.line} đến {entry.end_line}", en=f"lines {entry.line} to {entry.end_line}"
    )
    if entry.line == entry.end_line:
        lines = Text(vi=f"dòng {entry.line}", en=f"line {entry.line}")
    id = f" {_id(entry.id)}" if entry.id else ""
    return f"{WHATS[entry.what].said(lang)}{id} ({lines.said(lang)})"


def _none(at: At) -> Text:
    """Say why nothing is traced."""
    match at.what:
        case What.ACTION | What.WAIVER | What.EXTENSION | What.CONTEST:
            return Text(
                vi="Không truy được đến nhiệm vụ nào: mục này chưa nêu nhiệm vụ có trong Chỉ thị",
                en="No task is reached: this entry cites none that the directive has",
            )
        case What.KEY:
            return Text(
                vi="Khóa này không dẫn đến nhiệm vụ nào của Chỉ thị",
                en="This key leads to no task of the directive",
            )
        case What.UNREADABLE:
            return Text(
                vi="Tệp không đọc được, nên không truy được dòng nào",
                en="The file could not be read, so no line of it can be traced",
            )
        case What.CLAUSE | What.PARAGRAPH | What.SECTION | What.PART:
            return Text(
                vi="Chỉ thị đang dùng để đối chiếu không có mã này",
                en="The directive in use has no such id",
            )
        case What.UNIT | What.GROUP:
            return Text(vi="Không có nhiệm vụ nào được giao", en="No task is given")
        case _:
            return Text(
                vi="Dòng này không thuộc đầu việc hay nội dung nào đáp ứng Chỉ thị",
                en="The line lies in no action, and in nothing that answers the directive",
            )


def _found(at: At, trace: Trace, lang: Lang) -> Iterator[str]:
    """Say what was found on the spot, apart from what is said under a duty."""
    under = {remark for c in trace.clauses for duty in c.duties for remark in duty.findings}
    left = [remark for remark in at.findings if remark not in under]
    if left:
        yield Text(vi="Phát hiện tại đây:", en="Found here:").said(lang)
        yield from (f"  - {_remark(remark, lang)}" for remark in left[:_FINDINGS])
        if len(left) > _FINDINGS:
            yield f"  … +{len(left) - _FINDINGS}"


# --- a unit or a group


def _list(trace: Trace, units: Units, lang: Lang) -> list[str]:
    """Say the clauses a line each, with the states of the units."""
    lines = []
    for traced in trace.clauses:
        for row, same in groupby(traced.duties, key=lambda duty: duty.duty.row):
            duties = list(same)
            role, basis = ROLES[row.role].said(lang), BASES[row.basis].said(lang)
            head = f"{traced.clause.id:<11} [{role}; {basis}] {traced.clause.name.said(lang)}"
            lines.append(f"{head}: {_states(duties, lang)}")
            places = [
                f"{_id(a.id)} ({_place(a.file, a.line)})" for duty in duties for a in duty.actions
            ]
            places += [
                f"{'.'.join(map(str, k.path))} ({_place(k.file, k.line)})"
                for duty in duties
                for k in duty.keys
            ]
            if places:
                lines.append(f"            ← {', '.join(places)}")
    return lines


def _states(duties: list[TracedDuty], lang: Lang) -> str:
    if len(duties) == 1:
        return _state(duties[0], lang)
    count = Counter(duty.state if duty.plan else None for duty in duties)
    said = [f"{STATES[state].said(lang)} {count[state]}" for state in State if count[state]]
    if count[None]:
        said.append(f"{_NO_PLAN.said(lang)} {count[None]}")
    return ", ".join(said)


def _foot(trace: Trace, lang: Lang) -> Iterator[str]:
    """Say which plans were looked over, and which could not be read."""
    if trace.looked_in:
        places = one_line(", ".join(trace.looked_in))
        yield Text(
            vi=f"Không tìm thấy kế hoạch nào; đã tìm trong: {places}",
            en=f"No plan was found; looked in: {places}",
        ).said(lang)
        return
    for gap in trace.unread:
        yield f"{one_line(gap.file or '-')}: {gap.message.said(lang)}"
    count, day = len(trace.plans), say(trace.terms.as_of, lang)
    yield Text(
        vi=f"Đã xem {count} kế hoạch, tính đến ngày {day}",
        en=f"Looked over {count} plan{'' if count == 1 else 's'}, as of {day}",
    ).said(lang)
