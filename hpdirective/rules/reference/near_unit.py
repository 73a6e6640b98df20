"""HPD304 near-unit: name close to a unit of the list."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, did_you_mean, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD304",
    name="near-unit",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Tên gần giống một đơn vị trong danh mục", en="Name close to a unit of the list"
    ),
    message=Text(
        vi="Không tìm thấy đơn vị “{text}” trong danh mục{near}",
        en="unit “{text}” is not in the list of units{near}",
    ),
    help=Text(vi="ghi tên đầy đủ hoặc mã của đơn vị", en="write the unit's full name or id"),
    why=Text(
        vi="Tên viết sai thì không xác định được đơn vị nào chủ trì, phối hợp hoặc nhận kế hoạch",
        en="A misspelt name leaves open which unit leads, helps or receives the plan.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            support:
              - Sở Tài nguyên và Môi trườg # HPD304
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            support:
              - Sở Tài nguyên và Môi trường
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for path, body in context.named_bodies:
        if body.suggestions:
            near = did_you_mean(context.units, body.suggestions)
            yield match(path, text=body.text, near=near)
