"""HPD342 contest-without-effect: contest that has no effect."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD342",
    name="contest-without-effect",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Đề nghị xác định lại đơn vị chủ trì không có tác dụng",
        en="Contest that has no effect",
    ),
    message=Text(
        vi="Đề nghị xác định lại đơn vị chủ trì của nhiệm vụ {task} không có tác dụng: {why}",
        en="the contest of task {task} has no effect: {why}",
    ),
    help=Text(
        vi="ghi nhiệm vụ do đơn vị chủ trì (task), lý do (reason) và đơn vị khác được đề nghị chủ trì (owner); nếu không có thì bỏ mục này",
        en="give a task that the unit leads (task), the reason (reason) and another unit that should lead it (owner), or take the entry out",
    ),
    why=Text(
        vi="Đơn vị chỉ đề nghị xác định lại đối với nhiệm vụ của chính đơn vị, có lý do và nêu đơn vị khác",
        en="Only a duty of the unit itself can be contested, with a reason and for another unit.",
    ),
    bad="""\
        unit: SoCT
        contests:
          - task: II.2.1.6
            reason: Thuộc chức năng của đơn vị khác
            owner: Sở Công Thương # HPD342
        actions:
          - tasks:
              - II.2.1.7
    """,
    good="""\
        unit: SoCT
        contests:
          - task: II.2.1.6
            reason: Thuộc chức năng của đơn vị khác
            owner: Ban Quản lý Khu kinh tế Hải Phòng
        actions:
          - tasks:
              - II.2.1.7
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for contest in context.plan.contests:
        key = context.contest_fault(contest)
        if key is None or context.unit is None or context.unreadable_under(contest.path):
            continue  # an unknown task is HPD301's
        task = context.directive.expand(answering.task_id(contest.task or ""))[0].id
        yield match(contest.at(key), task=task, why=_WHY[key])


_WHY = {
    "task": Text(vi="đơn vị không chủ trì nhiệm vụ này", en="the unit does not lead this task"),
    "owner": Text(
        vi="đơn vị được đề nghị là chính đơn vị", en="the unit named as owner is the unit itself"
    ),
}
