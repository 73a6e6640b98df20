"""The report of the office to the committee: how the plans of the units stand against the directive, with its annexes."""

from collections.abc import Iterator

from hpdirective.coverage import State
from hpdirective.finding import RosterRow, Standing
from hpdirective.reporters.paper.decree.annexes import City, annexes
from hpdirective.reporters.paper.decree.binding import Sheet
from hpdirective.reporters.paper.decree.frame import (
    HELD,
    REPORT,
    head,
    heading,
    signature,
    text,
    title,
    to,
)
from hpdirective.reporters.paper.decree.office import cited, count, written_day
from hpdirective.reporters.paper.decree.results import coverage, names, sending
from hpdirective.reporters.paper.decree.shortfalls import gaps, indicators, nobody_leads, unchecked
from hpdirective.words import Text, say


def report(city: City, gapped: int) -> list[Sheet]:
    """Write the report and its annexes; `gapped` units have a plan that could be looked at, and get a letter about what it lacks."""
    lang, office, day = city.lang, city.office, city.survey.terms.as_of
    blocks = [
        *head(REPORT, office, day.year, lang),
        *title(REPORT, _held(subject(city), city), lang),
        to(office.committee, lang),
        text(_opening(city)),
        *sending(city),
        *coverage(city),
        *gaps(city),
        *indicators(city),
        *unchecked(city),
        *_proposals(city, gapped),
        *signature(office, lang),
    ]
    return [Sheet(tuple(blocks)), *annexes(city)]


def subject(city: City) -> str:
    """Give the subject of the report."""
    number, issued = cited(city.directive, city.lang), city.directive.issued
    return Text(
        vi=f"Kết quả rà soát kế hoạch của các đơn vị thực hiện {number} {written_day(issued)} của {city.directive.issuer}",
        en=f"The units' plans for {number} of {issued.isoformat()} of {city.directive.issuer}",
    ).said(city.lang)


def _held(words: str, city: City) -> str:
    """Keep the number and the day of the directive, and the name of its issuer, from being parted."""
    held = (cited(city.directive, city.lang), written_day(city.directive.issued))
    for one in (*held, city.directive.issuer):
        words = words.replace(one, one.replace(" ", HELD))
    return words


def _opening(city: City) -> str:
    day = say(city.survey.terms.as_of, city.lang)
    whole = cited(city.directive, city.lang, whole=True)
    return city.say(
        f"Thực hiện {whole}, {city.office.name} đã rà soát kế hoạch của các đơn vị và đối chiếu với từng nội dung của Chỉ thị. Tính đến ngày {day}, kết quả như sau:",
        f"Under {whole}, the {city.office.name} has held the units' plans against every clause of the directive. As of {day}:",
    )


def _proposals(city: City, gapped: int) -> Iterator[str]:
    """Propose only what follows from the findings."""
    yield heading("VI", city.say("Đề xuất, kiến nghị", "Proposals"))
    said = list(_wanted(city, gapped))
    if said:
        yield text(
            city.say(
                f"{city.office.name} đề nghị {city.office.committee} xem xét, chỉ đạo:",
                f"The {city.office.name} asks {city.office.committee}:",
            ),
            keep=True,
        )
        yield from (text(f"{number}. {words}") for number, words in enumerate(said, 1))
    closing = city.say(
        f"{city.office.name} báo cáo {city.office.committee} xem xét./.",
        f"This is the report of the {city.office.name}.",
    )
    yield text(closing, keep=True)


def _wanted(city: City, gapped: int) -> Iterator[str]:
    lang = city.lang
    if rows := _standing(city, Standing.NOT_SENT):
        yield city.say(
            f"Đôn đốc {count(len(rows), lang)} đơn vị chưa gửi kế hoạch: {names(rows, city)}.",
            f"To urge the {len(rows)} units that have sent no plan: {names(rows, city)}.",
        )
    if rows := _standing(city, Standing.UNREADABLE, Standing.OTHER_DIRECTIVE):
        yield city.say(
            f"Yêu cầu {count(len(rows), lang)} đơn vị có kế hoạch không đọc được hoặc thực hiện chỉ thị khác gửi lại kế hoạch: {names(rows, city)}.",
            f"To have the {len(rows)} units send again whose plan could not be read or is for another directive: {names(rows, city)}.",
        )
    if gapped:
        yield city.say(
            f"Yêu cầu {count(gapped, lang)} đơn vị bổ sung, hoàn thiện kế hoạch theo văn bản của {city.office.name} gửi từng đơn vị.",
            f"To have {gapped} units complete their plans as the letters of the {city.office.name} say.",
        )
    yield from _to_decide(city)


def _to_decide(city: City) -> Iterator[str]:
    lang, survey = city.lang, city.survey
    if many := len(nobody_leads(city)):
        yield city.say(
            f"Xác định đơn vị chủ trì đối với {count(many, lang)} nhiệm vụ chưa kế hoạch nào nhận chủ trì (khoản 1 Mục III).",
            f"To settle who leads the {many} tasks that no plan takes (part III, point 1).",
        )
    if many := len({d.task for d in survey.leads if d.state is State.CONTESTED}):
        yield city.say(
            f"Quyết định đơn vị chủ trì đối với {count(many, lang)} nhiệm vụ mà đơn vị đang đề nghị xác định lại.",
            f"To decide who leads the {many} tasks that units contest.",
        )
    if short := [one for one in survey.sums if not one.gap and not one.enough]:
        yield city.say(
            f"Yêu cầu các đơn vị liên quan rà soát lại phần đăng ký đối với {count(len(short), lang)} chỉ tiêu có tổng chưa đạt mức Chỉ thị giao (khoản 1 Mục IV).",
            f"To have the units review their parts of the {len(short)} totals that are not reached (part IV, point 1).",
        )
    tasks = {gap.task for gap in survey.coverage.not_run if gap.reason == "annex-missing"}
    if tasks:
        yield city.say(
            f"Cung cấp các phụ lục của Chỉ thị để đối chiếu {count(len(tasks), lang)} nhiệm vụ còn thiếu căn cứ (Mục V).",
            f"To supply the directive's annexes, without which {len(tasks)} tasks cannot be judged (part V).",
        )


def _standing(city: City, *standings: Standing) -> list[RosterRow]:
    rows = city.survey.roster.rows
    return [row for row in rows if row.standing in standings and not row.outside]
