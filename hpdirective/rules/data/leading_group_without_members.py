"""HPD930 leading-group-without-members: task that a group leads or monitors in which nobody is."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Role
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD930",
    name="leading-group-without-members",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Nhóm chưa có thành viên được giao chủ trì hoặc theo dõi",
        en="Task led or monitored by a group in which nobody is",
    ),
    message=Text(
        vi="Ý {clause} giao chủ trì hoặc theo dõi cho nhóm {group}, nhưng nhóm này chưa có thành viên",
        en="clause {clause} is led or monitored by the group {group}, in which nobody is",
    ),
    help=Text(
        vi="ghi “members” của nhóm trong groups.yaml, hoặc giao cho một đơn vị, một nhóm khác",
        en="list the group's “members” in groups.yaml, or give the task to a unit or another group",
    ),
    why=Text(
        vi="Không ai trong nhóm thì không đơn vị nào bị thiếu nhiệm vụ này, và tỷ lệ đáp ứng cao hơn thực tế",
        en="With nobody in it no plan is missed, and coverage reads higher than the truth.",
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
                          - {group: BQLDA, role: lead, basis: reading, reason: Chủ đầu tư} # HPD930
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
                          - {group: quan-huyen, role: lead, basis: reading, reason: Chủ đầu tư}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        for row in clause.assign:
            group = context.units.groups.get(row.group or "")
            if group and not group.members and row.role is not Role.SUPPORT:
                named = context.units.named(group.id)
                yield match(row.at("group"), clause=clause.id, group=named)
