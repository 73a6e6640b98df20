"""HPD911 task-without-lead: task without a lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Role
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD911",
    name="task-without-lead",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Nhiệm vụ chưa có đơn vị chủ trì",
        en="Task without a lead",
    ),
    message=Text(
        vi="Nhiệm vụ {clause} chưa có đơn vị chủ trì",
        en="task {clause} has no lead",
    ),
    help=Text(
        vi="thêm một dòng “role: lead” cho một đơn vị hoặc nhóm, kèm căn cứ",
        en="add a row with role: lead for a unit or group, with its basis",
    ),
    why=Text(
        vi="Nhiệm vụ không ai chủ trì thì không kế hoạch nào cần đáp ứng, và tỷ lệ đáp ứng cao hơn thực tế",
        en="A task that nobody leads is in no base, so coverage would read higher than the truth.",
    ),
    bad="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1 # HPD911
                        text: Nâng cao hiệu quả đầu tư.
                        kind: sustain
                        assign:
                          - {unit: SoTC, role: support, basis: reading, reason: Lĩnh vực ngân sách}
    """,
    good="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Nâng cao hiệu quả đầu tư.
                        kind: sustain
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
                          - {unit: SoTC, role: support, basis: reading, reason: Lĩnh vực ngân sách}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        led = any(row.role is Role.LEAD for row in clause.assign)
        undecided = "assign" in clause.todo or context.unreadable_under(clause.at("assign"))
        if clause.binding and not led and not undecided:
            yield match(clause.at("id"), clause=clause.id)
