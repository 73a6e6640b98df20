"""HPD406 standing-for-dated-task: standing answer to a task that the words date."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD406",
    name="standing-for-dated-task",
    severity=Severity.ERROR,
    cites="task",
    title=Text(
        vi="Ghi “thường xuyên” cho nhiệm vụ có thời hạn trong câu chữ",
        en="Standing answer to a task that the words date",
    ),
    message=Text(
        vi="Đầu việc {action} chỉ ghi “{said}”, trong khi nhiệm vụ {task} có thời hạn trong Chỉ thị",
        en="action {action} says only “{said}”, while the directive sets a day for task {task}",
    ),
    help=Text(
        vi="ghi thời hạn hoàn thành cụ thể ở “due”, không muộn hơn thời hạn của nhiệm vụ (xem `hpd show {first}`)",
        en="write a due date under “due”, no later than that of the task (see `hpd show {first}`)",
    ),
    why=Text(
        vi="Việc thường xuyên không có ngày hoàn thành, nên không đáp ứng nhiệm vụ có thời hạn",
        en="A standing task never ends, so it does not answer one with a date.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.4.2.4
            due: Thường xuyên # HPD406
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.4.2.4
            due: Quý IV/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, pairs in context.standing():
        (duty, basis), *others = pairs
        if basis is DueBasis.TEXT:
            also = tuple(other.id for other, on in others if on is basis)
            beside = tuple(other.id for other, on in others if on is not basis)
            said = action.due.text if action.due else ""
            yield match(
                action.at("due"),
                task=duty.id,
                also=also,
                beside=beside,
                first=duty.id,
                action=action.id or "?",
                said=said,
            )
