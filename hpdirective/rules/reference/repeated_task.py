"""HPD318 repeated-task: task cited twice by one action."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD318",
    name="repeated-task",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Một nhiệm vụ ghi hai lần trong một đầu việc",
        en="Task cited twice by one action",
    ),
    message=Text(
        vi="Đầu việc {action} ghi nhiệm vụ {task} hai lần",
        en="action {action} cites task {task} twice",
    ),
    help=Text(
        vi="giữ một dòng; nếu định ghi nhiệm vụ khác thì sửa mã",
        en="keep one; if another task was meant, mend the id",
    ),
    why=Text(
        vi="Ghi trùng thường là chép nhầm mã của một nhiệm vụ khác",
        en="A task twice is mostly another task's id copied wrongly.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
              - II.3.4.2 # HPD318
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        seen: set[str] = set()
        for cell in action.tasks:
            id = context.directive.spelled(answering.task_id(cell.text))
            if id in seen:
                yield match(action.at("tasks", cell), task=id, action=action.id or "?")
            seen.add(id)
