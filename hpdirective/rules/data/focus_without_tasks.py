"""HPD914 focus-without-tasks: focus that nothing realises."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Kind
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD914",
    name="focus-without-tasks",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Trọng tâm chưa có nhiệm vụ nào thực hiện",
        en="Focus that nothing realises",
    ),
    message=Text(
        vi="Trọng tâm {clause} chưa nêu nhiệm vụ nào thực hiện (“realised_by”)",
        en="focus {clause} names nothing that realises it",
    ),
    help=Text(
        vi="ghi mã các nhiệm vụ thực hiện trọng tâm này",
        en="list the ids of the tasks that realise it",
    ),
    why=Text(
        vi="Mức đáp ứng của trọng tâm suy ra từ các nhiệm vụ thực hiện nó",
        en="What is covered of a focus follows from the tasks that realise it.",
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
                      - id: II.1.1.1 # HPD914
                        text: Tăng tốc đổi mới mô hình tăng trưởng.
                        kind: orient
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
                        text: Tăng tốc đổi mới mô hình tăng trưởng.
                        kind: orient
                        realised_by:
                          - II.1.1.2
                      - id: II.1.1.2
                        text: Nâng cao hiệu quả đầu tư.
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        if (
            clause.kind is Kind.ORIENT
            and not clause.realised_by
            and "realised_by" not in clause.todo
        ):
            yield match(clause.at("id"), clause=clause.id)
