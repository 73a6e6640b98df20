"""HPD319 action-answers-nothing: action that cites only what no action answers."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import MetBy
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD319",
    name="action-answers-nothing",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Đầu việc không đáp ứng nhiệm vụ nào",
        en="Action that answers no task",
    ),
    message=Text(
        vi="Đầu việc {action} chỉ nêu {task}, là nội dung không được đáp ứng bằng đầu việc",
        en="action {action} cites only {task}, which no action answers",
    ),
    help=Text(
        vi="nêu ở “tasks” nhiệm vụ mà đầu việc này thực hiện, hoặc bỏ đầu việc",
        en="cite in tasks what the action carries out, or leave the action out",
    ),
    why=Text(
        vi="Có nội dung của Chỉ thị do chính kế hoạch đáp ứng (ngày ban hành, nơi nhận, phần Tổ chức thực hiện) hoặc không giao nhiệm vụ",
        en="Some clauses are answered by the plan itself (day of issue, addressees, organisation), or give no task.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks: # HPD319
              - III.1.2
            title: Ban hành kế hoạch
          - id: A2
            tasks:
              - III.1.4.1
    """,
    good="""\
        actions:
          - id: A2
            tasks:
              - III.1.4.1
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        cited = [clause for cell in action.tasks for clause in context.cited_by(cell)]
        duties = [context.duty.get(clause.id) for clause in cited]
        if not all(duty and MetBy.ACTION not in duty.met_by for duty in duties):
            continue  # one that is not given is HPD312's
        if not cited or context.unreadable_under(action.at("tasks")):
            continue
        first, *others = dict.fromkeys(clause.id for clause in cited)
        yield match(action.at("tasks"), task=first, also=tuple(others), action=action.id or "?")
