"""HPD608 partner-in-title: title of one who assists, where the unit leads."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.patterns import pattern
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD608",
    name="partner-in-title",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Tên đầu việc ghi đơn vị phối hợp, trong khi đơn vị được giao chủ trì",
        en="Title of one who assists, where the unit leads",
    ),
    message=Text(
        vi="Tên của đầu việc {action} ghi đơn vị phối hợp với {other}, trong khi đơn vị được giao chủ trì nhiệm vụ {task}",
        en="the title of action {action} says that the unit assists {other}, while it is to lead task {task}",
    ),
    help=Text(
        vi="ghi “Chủ trì, phối hợp với …” nếu đơn vị chủ trì; nếu nhiệm vụ thuộc đơn vị khác, nêu ở “contests”",
        en="write “Chủ trì, phối hợp với …” if the unit leads; if the task is another's, say so in “contests”",
    ),
    why=Text(
        vi="Đọc tên đầu việc, người khác hiểu rằng đơn vị kia chủ trì, nên có thể không ai nhận chủ trì nhiệm vụ",
        en="Others read from it that the other unit leads, so that in the end nobody may.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Phối hợp với Sở Giao thông vận tải đôn đốc tiến độ 08 dự án # HPD608
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Chủ trì, phối hợp với Sở Giao thông vận tải đôn đốc tiến độ 08 dự án
    """,
)

_ASSISTS = pattern(r"(?:tham gia )?phối hợp (?:với|cùng) ")


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        title = fold(action.title or "")
        if not _ASSISTS.match(title) or "chủ trì" in title:
            continue
        duties = list(context.tasks(action))
        if not duties or not all(duty.required for duty in duties):
            continue  # of one of them the unit may be a partner
        if any("phối hợp" in fold(duty.clause.text) for duty in duties):
            continue  # the directive's own words
        others = [place for place in context.units.within(action.title or "") if place.id]
        if others and others[0].id and (context.unit is None or others[0].id != context.unit.id):
            yield match(
                action.at("title"),
                task=duties[0].id,
                action=action.id or "?",
                other=context.units.named(others[0].id),
            )
