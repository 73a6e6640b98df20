"""HPD918 unit-assigned-twice: unit with two rows in one task."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD918",
    name="unit-assigned-twice",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Một đơn vị có hai dòng trong một nhiệm vụ",
        en="Unit with two rows in one task",
    ),
    message=Text(
        vi="{unit} đã có một dòng trong nhiệm vụ {clause}",
        en="{unit} has a row in task {clause} already",
    ),
    help=Text(
        vi="giữ một dòng: căn cứ mạnh nhất, rồi chủ trì trước theo dõi, theo dõi trước phối hợp",
        en="keep one row: the strongest basis, then lead over monitor over support",
    ),
    why=Text(
        vi="Hai dòng cho một đơn vị thì không rõ đơn vị đó chủ trì hay phối hợp",
        en="With two rows nobody knows whether the unit leads or helps.",
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
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
                          - {unit: SoKHDT, role: support, basis: reading, reason: Lĩnh vực đầu tư} # HPD918
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
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
                          - {unit: SoTC, role: support, basis: reading, reason: Lĩnh vực ngân sách}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        seen: set[str] = set()
        for row in clause.assign:
            id = row.unit or row.group
            if id in seen:
                yield match(row.path, unit=context.units.named(id), clause=clause.id)
            elif id:
                seen.add(id)
