"""HPD917 reading-without-reason: basis “reading” without a reason."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD917",
    name="reading-without-reason",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Căn cứ “cách hiểu” chưa nêu lý do",
        en="Basis “reading” without a reason",
    ),
    message=Text(
        vi="Nhiệm vụ {clause} ghi cho {unit} theo cách hiểu của bộ dữ liệu, nhưng chưa nêu lý do",
        en="{unit} has {clause} by our reading, without a reason",
    ),
    help=Text(
        vi="thêm “reason”: một dòng nêu vì sao hiểu như vậy",
        en="add “reason”: one line that says why it is read so",
    ),
    why=Text(
        vi="Điều văn bản không nêu mà bộ dữ liệu hiểu ra thì cần để người khác xem lại được",
        en="What the text does not say is a reading, and others must be able to judge it.",
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
                          - {unit: SoKHDT, role: lead, basis: reading} # HPD917
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
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        for row in clause.assign:
            if (
                row.basis is Basis.READING
                and not row.reason
                and not context.unreadable_under(row.path)
            ):
                unit = context.units.named(row.unit or row.group or "")
                yield match(row.path, unit=unit, clause=clause.id)
