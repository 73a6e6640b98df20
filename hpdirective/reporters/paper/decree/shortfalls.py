"""Parts III to V of the report: tasks nobody takes, what is not covered, the indicators, and what could not be checked."""

import re
from collections import Counter
from collections.abc import Iterator

from hpdirective.coverage import DutyState, State
from hpdirective.finding import NotRun, NotRunReason
from hpdirective.model.directive import Clause, Role
from hpdirective.reporters.paper.decree.annexes import City
from hpdirective.reporters.paper.decree.binding import ROOM
from hpdirective.reporters.paper.decree.duties import due_of, last_day, quoted, unit_name
from hpdirective.reporters.paper.decree.figures import (
    added_up,
    asked_in,
    name_of,
    outcome,
    promised_in,
)
from hpdirective.reporters.paper.decree.frame import framed, heading, point, text
from hpdirective.reporters.paper.decree.markup import plain
from hpdirective.reporters.paper.decree.office import count
from hpdirective.reporters.paper.decree.results import part
from hpdirective.reporters.paper.decree.table import Column, Row, table
from hpdirective.reporters.verdicts import VERDICTS
from hpdirective.rules.check import demand
from hpdirective.surveying import Verdict

_NOBODY = "duty-nobody-leads"
_ROWS = 25  # tasks and sentences that the report itself has room for; the annexes have the rest


def nobody_leads(city: City) -> list[tuple[Clause, list[DutyState]]]:
    """Give the tasks that no plan takes on, those that are due first in front, with the duties of those who are to lead them."""
    tasks = {f.task for f in city.survey.findings if f.rule.name == _NOBODY and f.task}
    found = []
    for id, duties in city.survey.by_task.items():
        leads = [duty for duty in duties if duty.role == "lead" and duty.unit]
        if id in tasks and leads:
            found.append((city.directive.clauses[id], leads))
    found.sort(key=lambda pair: min(last_day(duty, city.directive) for duty in pair[1]))
    return found


def gaps(city: City) -> Iterator[str]:
    """Say which tasks nobody takes, and how many are not covered."""
    yield heading(
        "III",
        city.say(
            "Nhiệm vụ chưa có đơn vị nhận, chưa được đáp ứng", "Tasks nobody takes, or not covered"
        ),
    )
    yield from _nobody(city)
    totals, lang = city.survey.coverage.totals, city.lang
    left = totals.required - totals.covered
    yield point(2, city.say("Nhiệm vụ chưa được đáp ứng", "Tasks not covered"))
    yield text(
        city.say(
            f"Còn {part(left, totals.required, city)} nhiệm vụ chưa được đáp ứng đầy đủ{_by_day(city)}. Danh mục theo đơn vị, kèm lý do và thời hạn, tại Phụ lục III.",
            f"{part(left, totals.required, city)} of the tasks are not wholly covered{_by_day(city)}. Annex III lists them by unit, with reason and deadline.",
        )
    )
    if untold := [gap for gap in _not_run(city) if gap.rule and gap.task]:
        yield text(
            city.say(
                f"Chưa kết luận được {count(len(untold), lang)} nội dung về nhiệm vụ chung của nhiều kế hoạch (mục V).",
                f"Of {len(untold)} matters that several plans share nothing can be said yet (part V).",
            )
        )


def _nobody(city: City) -> Iterator[str]:
    found = nobody_leads(city)
    yield point(1, city.say("Nhiệm vụ chưa kế hoạch nào nhận chủ trì", "Tasks that no plan leads"))
    if not found:
        yield text(city.say("Không có nhiệm vụ nào.", "None."))
        return
    shown = found[:_ROWS]
    more = ""
    if len(found) > len(shown):
        more = city.say(
            f"; biểu sau nêu {len(shown)} nhiệm vụ đến hạn sớm nhất, các nhiệm vụ còn lại tại Phụ lục III",
            f"; the {len(shown)} due first stand here, the others in Annex III",
        )
    yield text(
        city.say(
            f"Có {count(len(found), city.lang)} nhiệm vụ chưa kế hoạch nào nhận chủ trì, xếp theo thời hạn{more}:",
            f"No plan takes the lead of {len(found)} tasks, in the order of their deadlines{more}:",
        ),
        keep=True,
    )
    columns = (
        Column(city.say("TT", "No"), 11, "center"),
        Column(city.say("Nội dung của Chỉ thị", "In the directive"), ROOM - 86),
        Column(city.say("Đơn vị chủ trì theo dữ liệu", "To lead by the data"), 40),
        Column(city.say("Thời hạn", "Deadline"), 35),
    )
    yield framed(table(columns, _nobody_rows(shown, city)))


def _nobody_rows(found: list[tuple[Clause, list[DutyState]]], city: City) -> Iterator[Row]:
    for number, (clause, leads) in enumerate(found, 1):
        whose = [unit_name(duty.unit, city.units, city.lang) for duty in leads]
        more = [f"+{len(whose) - _NAMES}"] if len(whose) > _NAMES else []
        yield (
            str(number),
            quoted(clause, city.directive, city.lang),
            "\n".join([*whose[:_NAMES], *more]),
            due_of(leads[0], city.directive, city.lang),
        )


_NAMES = 6  # units that a cell has room for


def _by_day(city: City) -> str:
    """Say how many of them are due by which day, the first in front."""
    open_ones = [duty for duty in city.survey.leads if duty.state is not State.COVERED]
    open_ones.sort(key=lambda duty: last_day(duty, city.directive))
    by_day = Counter(due_of(duty, city.directive, city.lang) for duty in open_ones)
    said = "; ".join(f"{day}: {count(many, city.lang)}" for day, many in by_day.items())
    return city.say(f" (theo thời hạn: {said})", f" (by deadline: {said})") if said else ""


def indicators(city: City) -> Iterator[str]:
    """Say how the indicators stand, and whether the units' parts reach the totals."""
    survey, sums, lang = city.survey, city.survey.sums, city.lang
    rows = [r for r in survey.indicators if r.unit in survey.inside and r.role == Role.LEAD]
    yield heading("IV", city.say("Chỉ tiêu", "Indicators"))
    by_verdict = Counter(row.verdict for row in rows)
    said = "; ".join(
        f"{words.said(lang)}: {count(by_verdict[verdict], lang)}"
        for verdict, words in VERDICTS.items()
        if by_verdict[verdict]
    )
    yield text(
        city.say(
            f"Có {count(len(rows), lang)} lượt chỉ tiêu thuộc nhiệm vụ do các đơn vị chủ trì (mỗi chỉ tiêu tính riêng với từng đơn vị){f', trong đó: {said}' if said else ''}. Tổng hợp tại Phụ lục II.",
            f"The tasks that the units lead have {len(rows)} indicators (each counts once for every unit){f'; {said}' if said else ''}. All stand in Annex II.",
        )
    )
    yield point(1, city.say("Chỉ tiêu cộng từ phần của các đơn vị", "Totals of the units' parts"))
    yield _sums(city) if sums else text(city.say("Không có chỉ tiêu nào.", "None."))
    against = [row for row in rows if row.verdict is Verdict.NOT_MET]
    yield point(2, city.say("Chỉ tiêu chưa đạt yêu cầu của Chỉ thị", "Indicators that fall short"))
    yield _against(city) if against else text(city.say("Không có chỉ tiêu nào.", "None."))


def _sums(city: City) -> str:
    columns = (
        Column(city.say("Chỉ tiêu", "Indicator"), ROOM - 102),
        Column(city.say("Chỉ thị yêu cầu", "Asked for"), 32),
        Column(city.say("Tổng các đơn vị", "Sum"), 30, "center"),
        Column(city.say("Kết quả", "Outcome"), 40),
    )
    rows = (
        (
            f"{name_of(one.indicator, city.lang)} ({one.clause.id})",
            demand(one.indicator.required).said(city.lang),
            added_up(one, city.lang),
            outcome(one, city.units, city.lang),
        )
        for one in city.survey.sums
    )
    return framed(table(columns, rows))


def _against(city: City) -> str:
    columns = (
        Column(city.say("Chỉ tiêu", "Indicator"), ROOM - 110),
        Column(city.say("Đơn vị", "Unit"), 40),
        Column(city.say("Chỉ thị yêu cầu", "Asked for"), 36),
        Column(city.say("Mức phấn đấu", "Target"), 34),
    )
    rows = (
        (
            f"{name_of(row.indicator, city.lang)} ({row.clause.id})",
            unit_name(row.unit, city.units, city.lang),
            asked_in(row, city.lang),
            promised_in(row, city.lang)[0],
        )
        for row in city.survey.indicators
        if row.verdict is Verdict.NOT_MET
    )
    return framed(table(columns, rows))


def unchecked(city: City) -> Iterator[str]:
    """Say what could not be checked, and why: it counts nowhere as passed."""
    yield heading("V", city.say("Nội dung chưa kiểm tra được", "What could not be checked"))
    everything = _not_run(city)
    lacking = [gap for gap in everything if gap.reason is NotRunReason.ANNEX_MISSING]
    if lacking:
        yield text(_lacking(lacking, city))
    others = dict.fromkeys(
        _told(gap, city) for gap in everything if gap.reason is not NotRunReason.ANNEX_MISSING
    )
    yield from (text(f"- {_sentence(plain(words, 500))}") for words in list(others)[:_ROWS])
    if len(others) > _ROWS:
        more = count(len(others) - _ROWS, city.lang)
        yield text(city.say(f"- Và {more} nội dung khác.", f"- And {more} more."))
    if not everything:
        yield text(city.say("Không có nội dung nào.", "None."))


def _told(gap: NotRun, city: City) -> str:
    """Say what was not run, and whose plan it is about where the words do not."""
    said = gap.message.said(city.lang)
    rows = city.survey.roster.rows
    file = next((row.unit.id for row in rows if row.file and row.file == gap.file), None)
    name = unit_name(gap.unit or file, city.units, city.lang) or _file_of(gap)
    if name and gap.path:
        where = ".".join(map(str, gap.path))
        name = city.say(f"{name}, mục {where}", f"{name}, at {where}")
    return said if not name or name in said else f"{name}: {said[:1].lower()}{said[1:]}"


def _file_of(gap: NotRun) -> str:
    return re.split(r"[\\/]", gap.file)[-1] if gap.file else ""


def _lacking(found: list[NotRun], city: City) -> str:
    tasks = dict.fromkeys(gap.task for gap in found if gap.task)
    annexes = dict.fromkeys(
        annex.short.said(city.lang)
        for task in tasks
        for annex in city.directive.lacking(city.directive.clauses[task])
    )
    named, whose = ", ".join(annexes), ", ".join(tasks)
    units = len({gap.unit for gap in found if gap.unit})
    return city.say(
        f"- Chưa có {named} của Chỉ thị, nên chưa đối chiếu được nhiệm vụ {whose} đối với {count(units, city.lang)} đơn vị ({len(found)} lượt).",
        f"- {named} of the directive are not supplied, so tasks {whose} could not be checked for {units} units ({len(found)} duties).",
    )


def _not_run(city: City) -> tuple[NotRun, ...]:
    return city.survey.coverage.not_run


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
