"""Coverage for people: the figures with their bases, what is not covered and why, then what is."""

from hpdirective.choices import Sort
from hpdirective.coverage import Comparison, Coverage, DutyState, State
from hpdirective.measuring import matrix
from hpdirective.model.annex import supplied
from hpdirective.model.directive import Basis, Deadline, Directive, Role
from hpdirective.model.names import Units
from hpdirective.reporters.clause import day_of
from hpdirective.reporters.figures import headline, share
from hpdirective.reporters.finding import headline as headline_of
from hpdirective.reporters.labels import BASES, ROLES, STATES
from hpdirective.reporters.roster import lines_of
from hpdirective.reporters.view import (
    PLAIN,
    WORST_FIRST,
    View,
    between,
    deadline,
    listed,
    nobodys,
    of_units,
    order,
)
from hpdirective.words import Lang, Text, one_line, say, shorten

_REASONS = 5  # shown a duty; JSON gives all


def render(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View = PLAIN
) -> str:
    lines = [*_head(coverage, directive, units, lang), "", *_figures(coverage, lang)]
    if coverage.unit is None:
        lines += ["", *_by_unit(coverage, units, lang, view)]
    if view.matrix:
        lines += ["", *_matrix(coverage, units, lang, view)]
    if coverage.roster:
        lines += ["", *lines_of(coverage.roster, lang)]
    if view.compared:
        lines += _changes(view.compared, coverage, units, lang)
    lines += _nobodys(coverage, directive, lang)
    lines += _between(coverage, lang)
    lines += _duties(coverage, directive, units, lang, view)
    if not view.gaps_only:
        lines += _beside(coverage, lang)
    return "\n".join(lines) + "\n"


def _head(coverage: Coverage, directive: Directive, units: Units, lang: Lang) -> list[str]:
    lines = [headline(coverage, directive, units, lang)]
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


def _by_unit(coverage: Coverage, units: Units, lang: Lang, view: View) -> list[str]:
    lines = [Text(vi="Theo đơn vị:", en="By unit:").said(lang)]
    none = Text(vi="chưa có kế hoạch", en="no plan").said(lang)
    for rank, row in of_units(coverage, view):
        name = shorten(units.named(row.unit).name.said(lang), 52)
        place = f"{rank:>3} " if rank else ""
        plan = one_line(row.plan) if row.plan else none
        lines.append(f"  {place}{name:<52} {share(row.totals, lang):<16} {plan}")
    return lines


def _matrix(coverage: Coverage, units: Units, lang: Lang, view: View) -> list[str]:
    """Lay out units against sections, each cell the tasks covered of those that the unit leads there."""
    cells = matrix(coverage)
    sections = [id for id, _ in coverage.by_section]
    sections += sorted({section for _, section in cells} - {*sections})
    title = Text(vi="Đơn vị × mục (đáp ứng/tổng số):", en="Unit × section (covered/of):")
    width = max(7, *(len(section) + 1 for section in sections)) if sections else 7
    lines = [title.said(lang), f"  {'':<40}" + "".join(f"{s:>{width}}" for s in sections)]
    for _, row in of_units(coverage, view):
        said = (
            f"{cell.covered}/{cell.required}" if (cell := cells.get((row.unit, s))) else "·"
            for s in sections
        )
        name = shorten(units.named(row.unit).name.said(lang), 39)
        lines.append(f"  {name:<40}" + "".join(f"{one:>{width}}" for one in said))
    return lines


def _nobodys(coverage: Coverage, directive: Directive, lang: Lang) -> list[str]:
    """List the tasks that no plan takes, those due first in front."""
    clauses = nobodys(coverage, directive)
    if not clauses:
        return []
    title = Text(vi="Nhiệm vụ chưa có đơn vị nào nhận chủ trì", en="Tasks that no unit leads")
    lines = ["", f"{title.said(lang)} ({len(clauses)}):"]
    for clause in clauses:
        day = f"  {day_of(clause.due, lang)}" if clause.due else ""
        lines.append(f"  {clause.id:<11} {clause.name.said(lang)}{day}")
    return lines


def _between(coverage: Coverage, lang: Lang) -> list[str]:
    """List what the plans break together, but for what the roster and the tasks that nobody takes say already."""
    found = between(coverage)
    if not found:
        return []
    title = Text(vi="Giữa các kế hoạch", en="Between plans").said(lang)
    return ["", f"{title} ({len(found)}):", *(f"  {headline_of(f, lang)}" for f in found)]


def _duties(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View
) -> list[str]:
    lines: list[str] = []
    every = listed(coverage, directive, view)
    for state in WORST_FIRST:
        found = [duty for duty in every if duty.state is state]
        if coverage.unit is None and not view.gaps_only:
            found = [d for d in found if d.reasons or d.state is not State.MISSING]
        if found:
            title = STATES[state].said(lang)
            lines += ["", f"{title[0].upper()}{title[1:]} ({len(found)}):"]
            for duty in found:
                due = deadline(duty, directive) if order(coverage, view) is Sort.DEADLINE else None
                lines += _duty(duty, coverage, units, lang, due)
    return lines


def _changes(compared: Comparison, coverage: Coverage, units: Units, lang: Lang) -> list[str]:
    """Say which duties were gained and lost since the earlier measurement."""
    gained, lost, day = compared.gained, compared.lost, say(compared.since, lang)
    title = Text(
        vi=f"So với {compared.file} (tính đến ngày {day}): đáp ứng thêm {len(gained)}, không còn đáp ứng {len(lost)}",
        en=f"Since {compared.file} (as of {day}): {len(gained)} gained, {len(lost)} lost",
    )
    lines = ["", title.said(lang)]
    for sign, changes in (("+", gained), ("-", lost)):
        for change in changes:
            name = "" if coverage.unit else f"{units.named(change.unit).name.said(lang)}: "
            after = f" ({STATES[change.after].said(lang)})" if change.after and sign == "-" else ""
            lines.append(f"  {sign} {change.task:<11} {name}{change.title.said(lang)}{after}")
    return lines


def _duty(
    duty: DutyState, coverage: Coverage, units: Units, lang: Lang, due: Deadline | None
) -> list[str]:
    whose = (
        f"{units.named(duty.unit).name.said(lang)}: "
        if duty.unit and coverage.unit is None
        else ""
    )
    basis = BASES[Basis(duty.basis or Basis.READING)].said(lang)
    answers = ", ".join(f"{a.id or '?'} ({one_line(a.file)}:{a.line})" for a in duty.actions)
    day = f"  {day_of(due, lang)}" if due else ""
    lines = [f"  {duty.task:<11} {whose}{duty.title.said(lang)} [{basis}]{day}"]
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
