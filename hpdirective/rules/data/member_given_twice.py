"""HPD933 member-given-twice: unit that a group lists twice."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.unit import Groups
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD933",
    name="member-given-twice",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Nhóm ghi một đơn vị hai lần",
        en="Group that lists a unit twice",
    ),
    message=Text(
        vi="Nhóm “{group}” ghi {unit} hai lần",
        en="the group “{group}” lists {unit} twice",
    ),
    help=Text(
        vi="bỏ một dòng, và xem có đơn vị nào bị ghi thiếu không",
        en="take one out, and see whether another unit was meant in its place",
    ),
    why=Text(
        vi="Mã chép trùng thường đứng chỗ của một đơn vị khác; đơn vị thiếu trong nhóm thì không bị tính thiếu nhiệm vụ nào của nhóm",
        en="An id copied twice often stands where another was meant, and a unit that a group lacks owes nothing of what the group owes.",
    ),
    bad="""\
        kind: groups
        groups:
          - id: so
            name:
              vi: các sở
              en: the departments
            members:
              - SoTC
              - SoXD
              - SoTC # HPD933
    """,
    good="""\
        kind: groups
        groups:
          - id: so
            name:
              vi: các sở
              en: the departments
            members:
              - SoTC
              - SoXD
              - SoYT
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    groups = context.value.groups if isinstance(context.value, Groups) else ()
    for group in groups:
        for at, unit in enumerate(group.members):
            if unit in group.members[:at]:
                where = (*group.at("members"), at)
                yield match(where, group=group.id, unit=context.units.named(unit))
