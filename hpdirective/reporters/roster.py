"""The roster for people: how many must send a plan, and which of them have not, or not in time."""

from hpdirective.finding import Roster, RosterRow, Standing
from hpdirective.reporters.labels import STANDINGS
from hpdirective.words import Lang, Text, one_line, say

_FINE = (Standing.IN_TIME,)


def lines_of(roster: Roster, lang: Lang) -> list[str]:
    """Say the counts, then every unit whose plan wants a look."""
    sent = roster.count(*(one for one in Standing if one.is_read))
    total = roster.count()
    head = Text(
        vi=f"Danh sách đơn vị phải gửi: {sent}/{total} đơn vị có kế hoạch đọc được, thực hiện Chỉ thị này",
        en=f"Roster: {sent}/{total} units have a plan that could be read and is for this directive",
    )
    lines = [head.said(lang)]
    for standing in Standing:
        rows = [row for row in roster.rows if row.standing is standing and not row.outside]
        if rows:
            lines.append(f"  {STANDINGS[standing].said(lang)}: {len(rows)}/{total}")
            if standing not in _FINE:
                lines += [f"    {_unit(row, lang)}" for row in rows]
    lines += _apart(
        Text(vi="Gửi từ ngày nêu trong Chỉ thị trở đi", en="Sent on or after the day named"),
        [f"    {_unit(row, lang)}" for row in roster.rows if row.sent_late],
        lang,
    )
    lines += _apart(
        Text(vi="Có nhiều kế hoạch", en="Sent more than one plan"),
        [
            f"    {row.unit.name.said(lang)}: {', '.join(map(one_line, (row.file or '', *row.others)))}"
            for row in roster.rows
            if row.others
        ],
        lang,
    )
    lines += _apart(
        Text(vi="Không phải gửi nhưng có kế hoạch", en="Need send none and did"),
        [f"    {_unit(row, lang)}" for row in roster.rows if row.outside],
        lang,
    )
    return lines


def _apart(title: Text, rows: list[str], lang: Lang) -> list[str]:
    return [f"  {title.said(lang)}: {len(rows)}", *rows] if rows else []


def _unit(row: RosterRow, lang: Lang) -> str:
    said = [row.unit.name.said(lang)]
    if row.issued:
        said.append(
            Text(
                vi=f"ban hành {say(row.issued, lang)}", en=f"issued {say(row.issued, lang)}"
            ).said(lang)
        )
    if row.sent_on:
        said.append(
            Text(vi=f"gửi {say(row.sent_on, lang)}", en=f"sent {say(row.sent_on, lang)}").said(
                lang
            )
        )
    if row.file:
        said.append(one_line(row.file))
    return "; ".join(said)
