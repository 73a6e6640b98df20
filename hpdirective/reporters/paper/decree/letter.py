"""The letter of the office to one unit: what its plan lacks, clause by clause in the directive's own words, and what to write."""

from collections.abc import Iterator

from hpdirective.finding import RosterRow, Standing
from hpdirective.reporters.figures import share
from hpdirective.reporters.labels import STANDINGS, STATES
from hpdirective.reporters.paper.decree.annexes import City
from hpdirective.reporters.paper.decree.binding import Sheet
from hpdirective.reporters.paper.decree.duties import named
from hpdirective.reporters.paper.decree.frame import (
    GAP,
    LETTER,
    head,
    point,
    signature,
    text,
    to,
)
from hpdirective.reporters.paper.decree.gaps import UNHELD, Gaps
from hpdirective.reporters.paper.decree.lacks import Part, missing, wrong
from hpdirective.reporters.paper.decree.markup import plain
from hpdirective.reporters.paper.decree.office import cited
from hpdirective.words import one_line, say


def letter(gaps: Gaps, city: City) -> Sheet:
    """Write the letter."""
    lang, office, unit = city.lang, city.office, gaps.row.unit.name.said(city.lang)
    topic = city.say(
        f"V/v bổ sung, hoàn thiện kế hoạch thực hiện {cited(city.directive, lang)}",
        f"Re: completing the plan for {cited(city.directive, lang)}",
    )
    if gaps.row.standing is Standing.NOT_SENT:
        topic = city.say(
            f"V/v gửi kế hoạch thực hiện {cited(city.directive, lang)}",
            f"Re: sending the plan for {cited(city.directive, lang)}",
        )
    blocks = [
        *head(LETTER, office, city.survey.terms.as_of.year, lang, topic),
        to(unit, lang),
        text(_opening(unit, city)),
        *_parts(gaps, city),
        text(_request(gaps, unit, city), keep=True),
        *signature(office, lang),
    ]
    return Sheet(tuple(blocks))


def _opening(unit: str, city: City) -> str:
    whole, day = (
        cited(city.directive, city.lang, whole=True),
        say(city.survey.terms.as_of, city.lang),
    )
    return city.say(
        f"Thực hiện {whole}, {city.office.name} đã rà soát kế hoạch của {unit} tính đến ngày {day} và thông báo kết quả như sau:",
        f"Under {whole}, the {city.office.name} has looked at the plan of {unit} as it stood on {day}:",
    )


def _parts(gaps: Gaps, city: City) -> Iterator[str]:
    """Write the parts that there is something to say in, numbered."""
    parts = [_sent(gaps, city), missing(gaps, city), wrong(gaps, city), _apart(gaps, city)]
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), 1):
        yield point(number, title)
        yield from blocks


def _sent(gaps: Gaps, city: City) -> Part:
    """Say whether and when a plan has come, and by when it was due."""
    said = [
        text(words) for words in (_standing(gaps, city), _due(city), _figures(gaps, city)) if words
    ]
    return city.say("Về việc gửi kế hoạch", "The plan"), said


def _standing(gaps: Gaps, city: City) -> str:
    row, unit = gaps.row, gaps.row.unit.name.said(city.lang)
    if row.standing is Standing.NOT_SENT:
        return city.say(
            f"Chưa có kế hoạch của {unit} gửi về {city.office.name}.",
            f"No plan of {unit} has come to the {city.office.name}.",
        )
    if row.standing is Standing.UNREADABLE:
        return city.say(
            f"Tệp kế hoạch của {unit} không đọc được, nên chưa đối chiếu được với Chỉ thị.",
            f"The file of the plan of {unit} could not be read, so it could not be held against the directive.",
        )
    paper = _paper(row, city)
    if row.standing is Standing.OTHER_DIRECTIVE:
        return city.say(
            f"{paper} ghi thực hiện văn bản khác, không phải {cited(city.directive, city.lang)}, nên chưa được tính là kế hoạch thực hiện Chỉ thị này.",
            f"{paper} says that it is for another directive than {cited(city.directive, city.lang)}, so it does not count as a plan for this one.",
        )
    return f"{paper}: {STANDINGS[row.standing].said(city.lang)}."


def _paper(row: RosterRow, city: City) -> str:
    """Name the plan by its own number and days, as far as it states them."""
    number = f" {plain(row.number, 60)}" if row.number else ""
    issued = say(row.issued, city.lang) if row.issued else ""
    sent = say(row.sent_on, city.lang) if row.sent_on else ""
    vi = f"Kế hoạch{f' số{number}' if number else ''}{f' ban hành ngày {issued}' if issued else ''}{f', gửi ngày {sent}' if sent else ''}"
    en = f"The plan{number}{f', issued {issued}' if issued else ''}{f', sent {sent}' if sent else ''}"
    return city.say(vi, en)


def _due(city: City) -> str:
    clause, before = city.directive.clause("plan.issued"), city.survey.roster.before
    if clause is None or before is None:
        return ""
    address = city.directive.address(clause).said(city.lang)
    quote, day = one_line(clause.text).rstrip(",;"), say(before, city.lang)
    return city.say(
        f"Chỉ thị yêu cầu ban hành kế hoạch trước ngày {day}: “{quote}” ({address}).",
        f"The directive asks for the plan to be issued before {day}: “{quote}” ({address}).",
    )


def _figures(gaps: Gaps, city: City) -> str:
    if gaps.row.standing in UNHELD:
        return ""
    totals = next(
        (one.totals for one in city.survey.coverage.by_unit if one.unit == gaps.row.unit.id), None
    )
    if totals is None:
        return ""
    figure = share(totals, city.lang)
    return city.say(
        f"Kế hoạch đáp ứng {figure} nhiệm vụ đơn vị chủ trì.",
        f"The plan covers {figure} of the tasks that the unit leads.",
    )


def _apart(gaps: Gaps, city: City) -> Part:
    """Name what is waived or contested: it is followed apart, and nothing is asked for."""
    title = city.say("Nội dung theo dõi riêng, chưa đề nghị bổ sung", "Followed apart")
    lines = [
        text(
            f"- {named(city.directive.clauses[duty.task], city.directive, city.lang)}: {STATES[duty.state].said(city.lang)}."
        )
        for duty in gaps.apart
    ]
    return title, lines


def _request(gaps: Gaps, unit: str, city: City) -> str:
    day = f"{GAP}/{GAP}/{GAP}"
    if gaps.row.standing is Standing.NOT_SENT:
        return city.say(
            f"Đề nghị {unit} ban hành kế hoạch, gửi về {city.office.name} trước ngày {day} để tổng hợp, báo cáo {city.office.committee}./.",
            f"Would {unit} please issue the plan and send it to the {city.office.name} before {day}, for the report to {city.office.committee}.",
        )
    return city.say(
        f"Đề nghị {unit} bổ sung, hoàn thiện kế hoạch theo các nội dung trên và gửi lại về {city.office.name} trước ngày {day} để tổng hợp, báo cáo {city.office.committee}./.",
        f"Would {unit} please complete the plan accordingly and send it again to the {city.office.name} before {day}, for the report to {city.office.committee}.",
    )
