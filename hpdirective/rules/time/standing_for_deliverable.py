"""HPD407 standing-for-deliverable: standing answer to a task that is to be finished."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD407",
    name="standing-for-deliverable",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Ghi “thường xuyên” cho nhiệm vụ cần có kết quả hoàn thành",
        en="Standing answer to a task that is to be finished",
    ),
    message=Text(
        vi="Đầu việc {action} chỉ ghi “{said}”, trong khi nhiệm vụ {task} yêu cầu có kết quả hoàn thành",
        en="action {action} says only “{said}”, while task {task} asks for something finished",
    ),
    help=Text(
        vi="ghi thời hạn hoàn thành cụ thể, ví dụ “due: Quý IV”",
        en="write a due date, such as “due: Quý IV”",
    ),
    why=Text(
        vi="Nhiệm vụ hoàn thành, khởi công, nghiên cứu, báo cáo có kết quả vào một ngày; việc thường xuyên thì không",
        en="What is to be finished, started, studied or reported is done on a day; a standing task is not.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: Thường xuyên # HPD407
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            due: Quý IV/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, pairs in context.standing():
        (duty, basis), *others = pairs
        if basis is DueBasis.YEAR:
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
