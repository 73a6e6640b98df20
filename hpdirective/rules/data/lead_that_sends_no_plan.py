"""HPD922 lead-that-sends-no-plan: lead or monitor that sends no plan."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Role
from hpdirective.model.unit import Submits
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD922",
    name="lead-that-sends-no-plan",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Đơn vị không gửi kế hoạch được giao chủ trì hoặc theo dõi",
        en="Lead or monitor that sends no plan",
    ),
    message=Text(
        vi="{unit} không thuộc diện gửi kế hoạch, nên không giao chủ trì hoặc theo dõi nhiệm vụ {clause} được",
        en="{unit} sends no plan, so it can neither lead nor monitor task {clause}",
    ),
    help=Text(
        vi="giao vai trò phối hợp (role: support), và giao chủ trì cho đơn vị khác",
        en="make it a support, and another unit the lead",
    ),
    why=Text(
        vi="Ủy ban nhân dân không giao nhiệm vụ cho cơ quan Đảng, Mặt trận, đoàn thể; các cơ quan này chỉ phối hợp",
        en="The People's Committee cannot command Party and front bodies: they only support.",
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
                        text: Ban Tuyên giáo Thành ủy định hướng tuyên truyền.
                        assign:
                          - {unit: BTGTU, role: lead, basis: named} # HPD922
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
                        text: Ban Tuyên giáo Thành ủy định hướng tuyên truyền.
                        assign:
                          - {unit: SoTTTT, role: lead, basis: reading, reason: Lĩnh vực thông tin}
                          - {unit: BTGTU, role: support, basis: named}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        for row in clause.assign:
            unit = context.units.by_id.get(row.unit or "")
            if unit and unit.submits is Submits.NO and row.role is not Role.SUPPORT:
                yield match(row.path, unit=unit.named, clause=clause.id)
