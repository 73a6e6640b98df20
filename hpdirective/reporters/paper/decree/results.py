"""Parts I and II of the report: who has sent a plan, and how far the plans answer the directive."""

from collections.abc import Iterable, Iterator

from hpdirective.coverage import Totals, UnitTotals
from hpdirective.finding import RosterRow, Standing
from hpdirective.model.directive import Basis
from hpdirective.reporters.figures import share
from hpdirective.reporters.labels import BASES, STANDINGS
from hpdirective.reporters.paper.decree.annexes import City
from hpdirective.reporters.paper.decree.binding import ROOM
from hpdirective.reporters.paper.decree.duties import section_name, unit_name
from hpdirective.reporters.paper.decree.frame import framed, heading, point, text
from hpdirective.reporters.paper.decree.office import count
from hpdirective.reporters.paper.decree.table import Column, Group, Row, table
from hpdirective.words import say


def part(some: int, of: int, city: City) -> str:
    """Say some of all with the percentage, never rounded up."""
    return share(Totals(covered=some, missing=of - some), city.lang)


def names(rows: Iterable[RosterRow], city: City) -> str:
    """Name the units of rows."""
    return ", ".join(row.unit.name.said(city.lang) for row in rows)


def sending(city: City) -> Iterator[str]:
    """Say who must send a plan and who has."""
    roster, lang = city.survey.roster, city.lang
    total, read = roster.count(), roster.count(*(one for one in Standing if one.is_read))
    yield heading("I", city.say("Tình hình gửi kế hoạch", "Plans sent"))
    yield text(
        city.say(
            f"Số đơn vị phải gửi kế hoạch là {count(total, lang)} đơn vị{_before(city)}. Đến ngày {_day(city)}, {part(read, total, city)} đơn vị có kế hoạch đọc được, thực hiện Chỉ thị này; tình trạng cụ thể như sau:",
            f"{total} units must send a plan{_before(city)}. By {_day(city)}, {part(read, total, city)} have one that could be read and is for this directive:",
        ),
        keep=True,
    )
    columns = (
        Column(city.say("Tình trạng", "Standing"), 46),
        Column(city.say("Số đơn vị", "Units"), 30, "center"),
        Column(city.say("Tên đơn vị", "Names"), ROOM - 76),
    )
    yield framed(table(columns, _standings(city)))
    yield from (text(words) for words in _apart(city))


def _day(city: City) -> str:
    return say(city.survey.terms.as_of, city.lang)


def _before(city: City) -> str:
    before = city.survey.roster.before
    if before is None:
        return ""
    day = say(before, city.lang)
    return city.say(
        f", thời hạn ban hành kế hoạch theo Chỉ thị là trước ngày {day}",
        f", issued before {day} as the directive says",
    )


def _standings(city: City) -> Iterator[Row]:
    roster = city.survey.roster
    for standing in Standing:
        rows = [row for row in roster.rows if row.standing is standing and not row.outside]
        if rows:
            label = STANDINGS[standing].said(city.lang)
            listed = names(rows, city)
            if standing is Standing.IN_TIME:
                listed = city.say("Nêu tại khoản 4 Mục II", "See point 4 of part II")
            yield (_first_large(label), part(len(rows), roster.count(), city), listed)


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _apart(city: City) -> Iterator[str]:
    """Say what stands beside the standings: plans sent late, several plans of one unit, plans that nobody had to send."""
    rows, before = city.survey.roster.rows, city.survey.roster.before
    late = [row for row in rows if row.sent_late]
    if late and before:
        day, many = say(before, city.lang), count(len(late), city.lang)
        yield city.say(
            f"Có {many} đơn vị gửi kế hoạch từ ngày {day} trở đi: {names(late, city)}.",
            f"{many} sent their plan on or after {day}: {names(late, city)}.",
        )
    several = [row for row in rows if row.others]
    if several:
        yield city.say(
            f"Có {count(len(several), city.lang)} đơn vị gửi nhiều kế hoạch, chỉ tính kế hoạch thực hiện Chỉ thị này ban hành sau cùng: {names(several, city)}.",
            f"{len(several)} sent several plans, of which the last for this directive counts: {names(several, city)}.",
        )
    outside = [row for row in rows if row.outside]
    if outside:
        yield city.say(
            f"Có {count(len(outside), city.lang)} đơn vị không thuộc danh sách phải gửi nhưng có kế hoạch, không tính vào số liệu chung: {names(outside, city)}.",
            f"Outside every figure stand the plans of units that need send none ({len(outside)}): {names(outside, city)}.",
        )


def coverage(city: City) -> Iterator[str]:
    """Say how far the plans answer the directive: in all, by basis, by section, by unit."""
    totals, lang = city.survey.coverage.totals, city.lang
    yield heading(
        "II", city.say("Kết quả đối chiếu với Chỉ thị", "The plans against the directive")
    )
    yield point(1, city.say("Kết quả chung", "In all"))
    yield text(
        city.say(
            f"Kế hoạch của các đơn vị đáp ứng {share(totals, lang)} nhiệm vụ đơn vị chủ trì (nhiệm vụ giao cho nhiều đơn vị được tính riêng với từng đơn vị). Số còn lại gồm: đáp ứng một phần {count(totals.partial, lang)}; chưa có trong kế hoạch {count(totals.missing, lang)}; chưa đủ căn cứ kết luận {count(totals.unknown, lang)}; được cho phép không thực hiện {count(totals.waived, lang)}; đang đề nghị xác định lại đơn vị chủ trì {count(totals.contested, lang)}. Tổng hợp nhiệm vụ tại Phụ lục I.",
            f"The plans cover {share(totals, lang)} of the tasks that units lead (a task of several units counts once for each). Of the rest {totals.partial} are partly covered, {totals.missing} missing, {totals.unknown} unknown, {totals.waived} waived, {totals.contested} contested. All tasks stand in Annex I.",
        )
    )
    yield point(2, city.say("Theo căn cứ giao nhiệm vụ", "By basis"))
    by_basis = [(BASES[Basis(b)].said(lang), t) for b, t in city.survey.coverage.by_basis.items()]
    yield _table(
        city.say("Căn cứ", "Basis"), [(_first_large(n), "", t) for n, t in by_basis], city
    )
    yield text(
        city.say(
            "(*) Tính riêng: nhiệm vụ được cho phép không thực hiện hoặc đang đề nghị xác định lại đơn vị chủ trì, vẫn nằm trong tổng số. Nội dung có căn cứ “nêu tên địa bàn” và “cách hiểu của bộ dữ liệu” là cách hiểu của bộ dữ liệu, chưa phải phân công chính thức.",
            "(*) Apart: tasks waived or contested; they stay in the total. What rests on a place or on our reading is a reading of the data, not an official assignment.",
        )
    )
    yield point(3, city.say("Theo nội dung của Chỉ thị", "By section"))
    sections = [
        (section_name(id, city.directive, lang), "", t)
        for id, t in city.survey.coverage.by_section
    ]
    yield _table(city.say("Nội dung", "Section"), sections, city)
    yield point(4, city.say("Theo đơn vị", "By unit"))
    yield _by_unit(city)


def _table(label: str, rows: Iterable[tuple[str, str, Totals]], city: City) -> str:
    columns = (Column(label, ROOM - 88), *_counts(city))
    return framed(table(columns, ((name, *_states(t, city)) for name, _, t in rows)))


def _by_unit(city: City) -> str:
    roster = {row.unit.id: row for row in city.survey.roster.rows}
    columns = (
        Column(city.say("TT", "No"), 11, "center"),
        Column(city.say("Đơn vị", "Unit"), ROOM - 129),
        Column(city.say("Kế hoạch", "Plan"), 30),
        *_counts(city),
    )

    def rows(of: Iterable[UnitTotals], start: int) -> list[Row]:
        return [
            (
                str(number),
                unit_name(one.unit, city.units, city.lang),
                STANDINGS[roster[one.unit].standing].said(city.lang),
                *_states(one.totals, city),
            )
            for number, one in enumerate(of, start)
        ]

    everything = [one for one in city.survey.coverage.by_unit if one.unit in roster]
    inside = [one for one in everything if not roster[one.unit].outside]
    outside = [one for one in everything if roster[one.unit].outside]
    listed = rows(inside, 1)
    if outside:
        apart = city.say("Ngoài danh sách phải gửi", "Outside the roster")
        listed += [Group("", apart), *rows(outside, len(inside) + 1)]
    return framed(table(columns, listed))


def _counts(city: City) -> tuple[Column, ...]:
    return (
        Column(city.say("Đáp ứng", "Covered"), 32, "center"),
        Column(city.say("Một phần", "Part"), 14, "center"),
        Column(city.say("Chưa có", "None"), 14, "center"),
        Column(city.say("Chưa rõ", "Open"), 14, "center"),
        Column(city.say("Tính riêng (*)", "Apart (*)"), 14, "center"),
    )


def _states(totals: Totals, city: City) -> tuple[str, ...]:
    apart = totals.waived + totals.contested
    counts = (totals.partial, totals.missing, totals.unknown, apart)
    return (share(totals, city.lang), *(str(number) for number in counts))
