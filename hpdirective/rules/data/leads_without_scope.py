"""HPD912 leads-without-scope: several leads without their scopes."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Role
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD912",
    name="leads-without-scope",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Nhiều đơn vị chủ trì mà không rõ phạm vi",
        en="Several leads without their scopes",
    ),
    message=Text(
        vi="Nhiệm vụ {clause} có {count} đơn vị chủ trì, nhưng {unit} chưa có phạm vi (“scope”)",
        en="task {clause} has {count} leads, but {unit} has no scope",
    ),
    help=Text(
        vi="ghi “scope” cho từng đơn vị chủ trì, hoặc chỉ giữ một đơn vị chủ trì",
        en="give each lead its scope, or keep one lead",
    ),
    why=Text(
        vi="Theo thông lệ mỗi việc một đơn vị chủ trì; nhiều đơn vị thì mỗi đơn vị một phần rõ ràng",
        en="One task has one lead; several are each answerable for a part that is named.",
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
                      - id: II.1.1.1
                        text: Nâng cao hiệu quả đầu tư.
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư, scope: đầu tư công}
                          - {unit: SoTC, role: lead, basis: reading, reason: Lĩnh vực ngân sách} # HPD912
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
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư, scope: đầu tư công}
                          - {unit: SoTC, role: lead, basis: reading, reason: Lĩnh vực ngân sách, scope: nguồn vốn}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        leads = [row for row in clause.assign if row.role is Role.LEAD]
        for row in leads if len(leads) > 1 else ():
            if not row.scope:
                unit = context.units.named(row.unit or row.group or "")
                yield match(row.path, clause=clause.id, count=len(leads), unit=unit)
