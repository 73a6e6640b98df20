"""HPD415 no-milestone-this-year: action runs past the year without a milestone in it."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Kind
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD415",
    name="no-milestone-this-year",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Đầu việc kéo dài quá năm của Chỉ thị mà chưa có mốc tiến độ trong năm",
        en="Action runs past the year without a milestone in it",
    ),
    message=Text(
        vi="Đầu việc {action} kéo dài đến {planned} nhưng chưa có mốc tiến độ trong năm {year} cho nhiệm vụ {task}",
        en="action {action} runs to {planned} and has no milestone in {year} for task {task}",
    ),
    help=Text(
        vi="thêm “milestones”, mỗi mốc ghi “what: …” và “due: …”, có ít nhất một mốc trong năm {year}",
        en="add “milestones”, each with “what: …” and “due: …”, at least one of them in {year}",
    ),
    why=Text(
        vi="Nhiệm vụ đẩy nhanh, triển khai cần có bước tiến trong năm của Chỉ thị",
        en="A task to be moved on should move within the directive's year.",
    ),
    bad="""\
        unit: BQLKKT
        actions:
          - id: A1
            tasks:
              - II.2.2.1
            due: 31/12/2024 # HPD415
    """,
    good="""\
        unit: BQLKKT
        actions:
          - id: A1
            tasks:
              - II.2.2.1
            milestones:
              - what: Hoàn thành san lấp mặt bằng bến số 3
                due: Quý IV/2023
            due: 31/12/2024
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    year = context.directive.year
    for action in context.plan.actions:
        due = action.due
        if due is None or due.end is None or due.recurring or due.end.year <= year:
            continue
        if any(
            stone.due and stone.due.end and stone.due.end.year <= year
            for stone in action.milestones
        ):
            continue
        moved = [duty.id for duty in context.tasks(action) if duty.clause.kind is Kind.ADVANCE]
        if moved:
            yield match(
                action.at("due"),
                task=moved[0],
                also=tuple(moved[1:]),
                action=action.id or "?",
                planned=due.end,
                year=year,
            )
