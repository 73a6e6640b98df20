"""HPD920 due-date-not-in-words: due date by the words without the words."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD920",
    name="due-date-not-in-words",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Thời hạn theo câu chữ nhưng không dẫn câu chữ",
        en="Due date by the words without the words",
    ),
    message=Text(
        vi="Thời hạn của ý {clause} ghi “basis: text” nhưng chưa có “text” là lời văn nêu ngày đó",
        en="the due date of clause {clause} has basis text, but no “text” with the words that set it",
    ),
    help=Text(
        vi="thêm “text” chép từ lời văn, hoặc dùng “basis: year” nếu là cách hiểu",
        en="add “text” copied from the clause, or use basis: year where it is our reading",
    ),
    why=Text(
        vi="Muộn hạn theo câu chữ là lỗi, theo cách hiểu chỉ là cảnh báo, nên cần phân biệt",
        en="Late by the words is an error, by our reading a warning: they must not be mixed.",
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
                        text: Hoàn thành các cầu đang xây dựng.
                        kind: deliver
                        due: {by: 2023-12-31, basis: text} # HPD920
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
                        text: Hoàn thành các cầu trong năm 2023.
                        kind: deliver
                        due: {by: 2023-12-31, basis: text, text: trong năm 2023}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        for due in (clause.due, *(row.due for row in clause.assign)):
            if due and due.basis is DueBasis.TEXT and not due.text:
                yield match(due.path, clause=clause.id)
