"""HPD405 due-on-the-day: action ends on the very day before which its task was due."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import MetBy, Role
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD405",
    name="due-on-the-day",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Thời hạn trùng ngày mốc, trong khi Chỉ thị yêu cầu trước ngày này",
        en="Action ends on the very day before which its task was due",
    ),
    message=Text(
        vi="Thời hạn {planned} trùng ngày mốc, trong khi Chỉ thị yêu cầu hoàn thành nhiệm vụ {task} trước ngày này",
        en="due on {planned} itself, the day before which task {task} is to be done",
    ),
    help=Text(vi="ghi thời hạn chậm nhất {limit}", en="set a due date no later than {limit}"),
    why=Text(
        vi="“Trước ngày” hiểu theo câu chữ là đến hết ngày liền trước; chưa có văn bản nào giải thích khác, nên mặc định chỉ là cảnh báo",
        en="Read literally, “before” a day ends the day before; no text settles it, hence a warning by default.",
    ),
    bad="""\
        actions:
          - tasks:
              - III.1.4.2
            due: 20/11/2023 # HPD405
    """,
    good="""\
        actions:
          - tasks:
              - III.1.4.2
            due: Trước ngày 20/11/2023
    """,
    before_day=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        if action.due is None or action.due.end is None:
            continue
        met = [
            (duty.id, limit.last)
            for duty in context.tasks(action)
            if (limit := context.limit(duty))
            and limit.before
            and duty.role is not Role.SUPPORT
            and MetBy.ACTION in duty.met_by
            and action.due.end == limit.named
        ]
        if met:
            (task, last), *others = met
            also = tuple(other for other, _ in others)
            yield match(action.at("due"), task=task, also=also, planned=action.due.end, limit=last)
