"""Coverage for a pull-request comment or a step summary: the figures with their bases, then the gaps."""

from hpdirective.finding import Change, Comparison, Coverage, DutyState, State
from hpdirective.model.directive import Basis, Directive
from hpdirective.model.names import Units
from hpdirective.reporters.figures import headline, share
from hpdirective.reporters.labels import BASES, STATES
from hpdirective.reporters.markdown import plain, table
from hpdirective.reporters.view import PLAIN, View, listed
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
        lines += ["", *_units(coverage, units, lang)]
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


def _units(coverage: Coverage, units: Units, lang: Lang) -> list[str]:
    heads = [_UNIT.said(lang), _SHARE.said(lang), Text(vi="Kế hoạch", en="Plan").said(lang)]
    none = Text(vi="chưa có kế hoạch", en="no plan").said(lang)
    rows = [
        [
            plain(units.named(row.unit).name.said(lang)),
            share(row.totals, lang),
            plain(row.plan) if row.plan else none,
        ]
        for row in coverage.by_unit
    ]
    return table(heads, rows)


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
