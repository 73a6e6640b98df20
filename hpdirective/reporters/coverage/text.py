"""Coverage for people: the figures with their bases, what is not covered and why, then what is."""

from hpdirective.finding import Coverage, DutyState, State, Totals
from hpdirective.model.annex import supplied
from hpdirective.model.directive import Basis, Directive, Role
from hpdirective.model.names import Units
from hpdirective.reporters.labels import BASES, ROLES, STATES
from hpdirective.words import Lang, Text, one_line, say, shorten

_ORDER = [
    State.MISSING,
    State.PARTIAL,
    State.UNKNOWN,
    State.CONTESTED,
    State.WAIVED,
    State.COVERED,
]
_REASONS = 5  # shown a duty; JSON gives all


def render(coverage: Coverage, directive: Directive, units: Units, lang: Lang) -> str:
    lines = [*_head(coverage, directive, units, lang), "", *_figures(coverage, lang)]
    if coverage.unit is None:
        lines += ["", *_by_unit(coverage, units, lang)]
    lines += _duties(coverage, units, lang)
    lines += _beside(coverage, lang)
    return "\n".join(lines) + "\n"


def share(totals: Totals, lang: Lang) -> str:
    """Say n/N and the percentage, never rounded up."""
    if totals.percent is None:
        return "0/0"
    return f"{totals.covered}/{totals.required} ({say(totals.percent.normalize() + 0, lang)}%)"


def _head(coverage: Coverage, directive: Directive, units: Units, lang: Lang) -> list[str]:
    of = units.named(coverage.unit).name.said(lang) if coverage.unit else None
    day = say(coverage.terms.as_of, lang)
    number, issued = directive.number, say(directive.issued, lang)
    if lang is Lang.VI:
        who = of or "Toàn thành phố"
        lines = [
            f"{who}: đáp ứng {share(coverage.totals, lang)} nhiệm vụ của Chỉ thị {number} ngày {issued}, tính đến ngày {day}"
        ]
    else:
        who = of or "The whole city"
        lines = [
            f"{who}: {share(coverage.totals, lang)} tasks of Directive {number} of {issued} covered, as of {day}"
        ]
    if coverage.unit:
        plan = coverage.by_unit[0].plan
        words = Text(vi="Kế hoạch", en="Plan").said(lang)
        none = Text(vi="chưa có", en="none").said(lang)
        lines.append(f"{words}: {one_line(plan) if plan else none}")
    if taken := supplied(directive):
        words = Text(vi="Phụ lục kèm theo", en="Annexes taken in").said(lang)
        held = (f"{a.short.said(lang)} ({a.extent.said(lang)})" for a in taken)
        lines.append(f"{words}: {', '.join(held)}")
    for gap in coverage.not_run:
        if gap.unit is None and gap.file:
            lines.append(f"{one_line(gap.file)}: {gap.message.said(lang)}")
    if coverage.looked_in:
        places = ", ".join(coverage.looked_in)
        text = Text(
            vi=f"Không tìm thấy kế hoạch nào; đã tìm trong: {places}",
            en=f"No plan was found; looked in: {places}",
        )
        lines.append(text.said(lang))
    return lines


def _figures(coverage: Coverage, lang: Lang) -> list[str]:
    totals = coverage.totals
    lines = []
    for state in State:
        count = getattr(totals, state)
        if count:
            lines.append(f"  {STATES[state].said(lang):<40} {count:>4}")
    lines.append(f"  {Text(vi='trên tổng số', en='out of').said(lang):<40} {totals.required:>4}")
    lines += ["", Text(vi="Theo căn cứ giao nhiệm vụ:", en="By basis:").said(lang)]
    lines += [
        f"  {BASES[Basis(basis)].said(lang):<40} {share(t, lang)}"
        for basis, t in coverage.by_basis.items()
    ]
    lines += ["", Text(vi="Theo mục của Chỉ thị:", en="By section:").said(lang)]
    lines += [f"  {id:<8} {share(t, lang)}" for id, t in coverage.by_section]
    return lines


def _by_unit(coverage: Coverage, units: Units, lang: Lang) -> list[str]:
    lines = [Text(vi="Theo đơn vị:", en="By unit:").said(lang)]
    for row in coverage.by_unit:
        name = units.named(row.unit).name.said(lang)
        none = Text(vi="chưa có kế hoạch", en="no plan").said(lang)
        lines.append(
            f"  {shorten(name, 52):<52} {share(row.totals, lang):<16} {one_line(row.plan) if row.plan else none}"
        )
    return lines


def _duties(coverage: Coverage, units: Units, lang: Lang) -> list[str]:
    lines: list[str] = []
    for state in _ORDER:
        found = [d for d in coverage.duties if d.state is state and d.role == "lead"]
        if coverage.unit is None:
            found = [d for d in found if d.reasons or d.state is not State.MISSING]
        if found:
            title = STATES[state].said(lang)
            lines += ["", f"{title[0].upper()}{title[1:]} ({len(found)}):"]
            for duty in found:
                lines += _duty(duty, coverage, units, lang)
    return lines


def _duty(duty: DutyState, coverage: Coverage, units: Units, lang: Lang) -> list[str]:
    whose = (
        f"{units.named(duty.unit).name.said(lang)}: "
        if duty.unit and coverage.unit is None
        else ""
    )
    basis = BASES[Basis(duty.basis or Basis.READING)].said(lang)
    answers = ", ".join(f"{a.id or '?'} ({one_line(a.file)}:{a.line})" for a in duty.actions)
    lines = [f"  {duty.task:<11} {whose}{duty.title.said(lang)} [{basis}]"]
    if answers:
        lines.append(f"              ← {answers}")
    lines += [
        f"              - {f'{r.rule}: ' if r.rule else ''}{one_line(r.message.said(lang))}"
        for r in duty.reasons[:_REASONS]
    ]
    if len(duty.reasons) > _REASONS:
        lines.append(f"              … +{len(duty.reasons) - _REASONS}")
    return lines


def _beside(coverage: Coverage, lang: Lang) -> list[str]:
    """Say what stands outside the base: duties as monitor or partner."""
    if coverage.unit is None:
        return []
    found = [d for d in coverage.duties if d.role in ("monitor", "support")]
    if not found:
        return []
    lines = [
        "",
        Text(
            vi="Ngoài tổng số (theo dõi, phối hợp):", en="Outside the base (monitor, support):"
        ).said(lang),
    ]
    for duty in found:
        role = ROLES[Role(duty.role or Role.SUPPORT)].said(lang)
        lines.append(
            f"  {duty.task:<11} {duty.title.said(lang)} [{role}] {STATES[duty.state].said(lang)}"
        )
    return lines
