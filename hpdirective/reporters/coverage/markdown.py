"""Coverage for a pull-request comment or a step summary: the figures with their bases, then the gaps."""

from hpdirective.coverage import Change, Comparison, Coverage, DutyState, State
from hpdirective.finding import Roster, Standing
from hpdirective.measuring import matrix
from hpdirective.model.directive import Basis, Directive
from hpdirective.model.names import Units
from hpdirective.reporters.clause import day_of
from hpdirective.reporters.figures import headline, share
from hpdirective.reporters.finding import headline as headline_of
from hpdirective.reporters.labels import BASES, STANDINGS, STATES
from hpdirective.reporters.markdown import plain, table
from hpdirective.reporters.view import PLAIN, View, between, listed, nobodys, of_units
from hpdirective.words import Lang, Text, shorten

_ROWS = 150  # duties that a comment has room for
_WIDTH = 300


def render(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View = PLAIN
) -> str:
    lines = [f"## {plain(headline(coverage, directive, units, lang))}"]
    lines += [
        "",
        *_states(coverage, lang),
        "",
        *_bases(coverage, lang),
        "",
        *_sections(coverage, lang),
    ]
    if coverage.unit is None:
        lines += ["", *_units(coverage, units, lang, view)]
    if view.matrix:
        lines += ["", *_matrix(coverage, units, lang, view)]
    if coverage.roster:
        lines += ["", *_roster(coverage.roster, lang)]
    lines += _between(coverage, directive, lang)
    if view.compared:
        lines += _changes(view.compared, units, lang)
    lines += _gaps(coverage, directive, units, lang, view)
    return "\n".join(lines) + "\n"


def _states(coverage: Coverage, lang: Lang) -> list[str]:
    heads = [_COUNT.said(lang), _OF.said(lang)]
    rows = [
        [STATES[state].said(lang), str(count)]
        for state in State
        if (count := getattr(coverage.totals, state))
    ]
    rows.append([f"**{_ALL.said(lang)}**", f"**{coverage.totals.required}**"])
    return table(heads, rows)


def _bases(coverage: Coverage, lang: Lang) -> list[str]:
    heads = [Text(vi="Căn cứ giao nhiệm vụ", en="Basis").said(lang), _SHARE.said(lang)]
    rows = [[BASES[Basis(b)].said(lang), share(t, lang)] for b, t in coverage.by_basis.items()]
    return table(heads, rows)


def _sections(coverage: Coverage, lang: Lang) -> list[str]:
    heads = [Text(vi="Mục", en="Section").said(lang), _SHARE.said(lang)]
    return table(heads, [[id, share(t, lang)] for id, t in coverage.by_section])


def _units(coverage: Coverage, units: Units, lang: Lang, view: View) -> list[str]:
    heads = [_UNIT.said(lang), _SHARE.said(lang), Text(vi="Kế hoạch", en="Plan").said(lang)]
    none = Text(vi="chưa có kế hoạch", en="no plan").said(lang)
    rows = [
        [
            f"{rank} {plain(units.named(row.unit).name.said(lang))}".lstrip(),
            share(row.totals, lang),
            plain(row.plan) if row.plan else none,
        ]
        for rank, row in of_units(coverage, view)
    ]
    return table(heads, rows)


def _matrix(coverage: Coverage, units: Units, lang: Lang, view: View) -> list[str]:
    cells = matrix(coverage)
    sections = [id for id, _ in coverage.by_section]
    rows = [
        [
            plain(units.named(row.unit).name.said(lang)),
            *(
                f"{cell.covered}/{cell.required}" if (cell := cells.get((row.unit, s))) else ""
                for s in sections
            ),
        ]
        for _, row in of_units(coverage, view)
    ]
    return table([_UNIT.said(lang), *sections], rows)


def _roster(roster: Roster, lang: Lang) -> list[str]:
    heads = [
        Text(vi="Danh sách đơn vị phải gửi", en="Roster").said(lang),
        Text(vi="Số đơn vị", en="Units").said(lang),
        "",
    ]
    rows = []
    for standing in Standing:
        found = [r for r in roster.rows if r.standing is standing and not r.outside]
        if found:
            fine = standing is Standing.IN_TIME
            names = "" if fine else "; ".join(plain(r.unit.name.said(lang)) for r in found)
            count = f"{len(found)}/{roster.count()}"
            rows.append([STANDINGS[standing].said(lang), count, names])
    return table(heads, rows)


def _between(coverage: Coverage, directive: Directive, lang: Lang) -> list[str]:
    """List the tasks that nobody takes, those due first in front, then what else the plans break together."""
    lines = []
    clauses = nobodys(coverage, directive)
    if clauses:
        title = Text(vi="Nhiệm vụ chưa có đơn vị nào nhận chủ trì", en="Tasks that no unit leads")
        lines += ["", f"### {title.said(lang)} ({len(clauses)})", ""]
        for clause in clauses:
            day = f" ({day_of(clause.due, lang)})" if clause.due else ""
            lines.append(f"- {clause.id} {plain(clause.name.said(lang))}{day}")
    found = between(coverage)
    if found:
        title = Text(vi="Giữa các kế hoạch", en="Between plans")
        lines += ["", f"### {title.said(lang)} ({len(found)})", ""]
        lines += [f"- {plain(shorten(headline_of(f, lang), _WIDTH))}" for f in found[:_ROWS]]
    return lines


def _gaps(
    coverage: Coverage, directive: Directive, units: Units, lang: Lang, view: View
) -> list[str]:
    gaps = [d for d in listed(coverage, directive, view) if d.state is not State.COVERED]
    if not gaps:
        return []
    title = Text(vi=f"Chưa đáp ứng ({len(gaps)})", en=f"Not covered ({len(gaps)})").said(lang)
    heads = [Text(vi="Nhiệm vụ", en="Task").said(lang), _UNIT.said(lang), _COUNT.said(lang)]
    heads.append(Text(vi="Lý do", en="Reasons").said(lang))
    rows = [_gap(duty, units, lang) for duty in gaps[:_ROWS]]
    left = len(gaps) - len(rows)
    more = Text(
        vi=f"Còn {left} nhiệm vụ không đủ chỗ hiển thị ở đây.",
        en=f"{left} more have no room here.",
    )
    return ["", f"### {title}", "", *table(heads, rows), *(["", more.said(lang)] if left else [])]


def _gap(duty: DutyState, units: Units, lang: Lang) -> list[str]:
    reasons = "; ".join(
        f"{r.rule}: {r.message.said(lang)}" if r.rule else r.message.said(lang)
        for r in duty.reasons
    )
    name = units.named(duty.unit).name.said(lang) if duty.unit else ""
    return [
        f"{duty.task} {plain(shorten(duty.title.said(lang), _WIDTH))}",
        plain(name),
        STATES[duty.state].said(lang),
        plain(shorten(reasons, _WIDTH)),
    ]


def _changes(compared: Comparison, units: Units, lang: Lang) -> list[str]:
    lines = []
    for title, changes in (
        (Text(vi="Nhiệm vụ đáp ứng thêm", en="Gained"), compared.gained),
        (Text(vi="Nhiệm vụ không còn được đáp ứng", en="Lost"), compared.lost),
    ):
        lines += ["", f"### {title.said(lang)} ({len(changes)})"]
        lines += ["", *(_change(change, units, lang) for change in changes)] if changes else []
    return lines


def _change(change: Change, units: Units, lang: Lang) -> str:
    name = units.named(change.unit).name.said(lang)
    return f"- {change.task} {plain(change.title.said(lang))} ({plain(name)})"


_COUNT = Text(vi="Trạng thái", en="State")
_OF = Text(vi="Số nhiệm vụ", en="Tasks")
_ALL = Text(vi="trên tổng số", en="out of")
_SHARE = Text(vi="Đáp ứng", en="Covered")
_UNIT = Text(vi="Đơn vị", en="Unit")
