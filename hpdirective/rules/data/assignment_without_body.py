"""HPD926 assignment-without-body: row that names no body, or two."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Assignment, Mention
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD926",
    name="assignment-without-body",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dòng giao nhiệm vụ hoặc dẫn tên không nêu đúng một đơn vị hoặc nhóm",
        en="Row that names no body, or two",
    ),
    message=Text(
        vi="Dòng này của ý {clause} cần đúng một trong hai khóa “unit”, “group”, hiện {found}",
        en="this row of clause {clause} needs exactly one of “unit” and “group”, and has {found}",
    ),
    help=Text(
        vi="ghi một “unit” hoặc một “group”",
        en="give one “unit” or one “group”",
    ),
    why=Text(
        vi="Không rõ đơn vị nào thì không đơn vị nào nhận nhiệm vụ",
        en="A row for nobody, or for two, is nobody's.",
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
                          - {role: support, basis: reading, reason: Lĩnh vực ngân sách} # HPD926
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
    both = Text(vi="ghi cả hai", en="both")
    neither = Text(vi="chưa ghi khóa nào", en="neither")
    for clause in context.clauses:
        rows: list[Assignment | Mention] = [*clause.assign, *clause.mentions]
        for row in rows:
            if bool(row.unit) == bool(row.group) and not context.unreadable_under(row.path):
                yield match(row.path, clause=clause.id, found=both if row.unit else neither)
