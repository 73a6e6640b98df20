"""HPD708 contest-in-a-circle: contest that points at a unit which contests the task too."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Contest
from hpdirective.rules.check import Match, PlanContext
from hpdirective.rules.city import CityContext
from hpdirective.words import Text

RULE = Rule(
    id="HPD708",
    name="contest-in-a-circle",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Đề nghị chuyển nhiệm vụ cho đơn vị cũng đề nghị chuyển nhiệm vụ đó",
        en="Contest that points at a unit which contests the task too",
    ),
    message=Text(
        vi="{unit} đề nghị {other} chủ trì nhiệm vụ {task}, trong khi {other} cũng đề nghị xác định lại đơn vị chủ trì ({where})",
        en="{unit} wants {other} to lead task {task}, while {other} contests it too ({where})",
    ),
    help=Text(
        vi="trình cơ quan ban hành chỉ thị quyết định đơn vị chủ trì",
        en="have the body that issued the directive decide who leads",
    ),
    why=Text(
        vi="Hai đơn vị cùng đề nghị chuyển thì nhiệm vụ không có người nhận",
        en="With two units handing it on, nobody takes the task.",
    ),
    beside="""\
        unit: SoNNPTNT
        contests:
          - task: II.6.3.7
            reason: Thuộc chức năng quản lý tài nguyên nước
            owner: Sở Tài nguyên và Môi trường
    """,
    bad="""\
        unit: SoTNMT
        contests:
          - task: II.6.3.7
            reason: Thuộc chức năng quản lý thủy lợi
            owner: Sở Nông nghiệp và Phát triển nông thôn # HPD708
    """,
    good="""\
        unit: SoTNMT
        actions:
          - tasks:
              - II.6.3.7
    """,
)


def check(context: CityContext) -> Iterator[Match]:
    for unit, plan in sorted(context.plans.items()):
        for contest in plan.plan.contests:
            owner = context.units.one(contest.owner).id if contest.owner else None
            theirs = context.plans.get(owner or "")
            if theirs is None or owner == unit:
                continue
            mine = _about(plan, contest)
            for other in theirs.plan.contests:
                both = mine & _about(theirs, other)
                shared = sorted(id for id in both if not context.directive.clauses[id].restricted)
                if shared:
                    span = theirs.document.span(other.path)
                    file = theirs.document.file
                    yield Match(
                        contest.at("owner"),
                        {
                            "unit": context.units.named(unit),
                            "task": shared[0],
                            "other": context.units.named(owner or ""),
                            "where": f"{file}:{span.line}" if span else file,
                        },
                        shared[0],
                        file=plan.document.file,
                    )


def _about(plan: PlanContext, contest: Contest) -> set[str]:
    clauses = answering.meant_clauses(contest.task or "", plan.directive, plan.duty)
    return {clause.id for clause in clauses}
