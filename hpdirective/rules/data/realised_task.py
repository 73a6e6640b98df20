"""HPD929 realised-task: task that names what realises it."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Kind
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD929",
    name="realised-task",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Ý không phải trọng tâm lại nêu các ý thực hiện",
        en="Clause that is no focus names what realises it",
    ),
    message=Text(
        vi="Ý {clause} thuộc loại “{kind}”, không phải trọng tâm, nhưng lại nêu các ý thực hiện (“realised_by”)",
        en="clause {clause} is of kind “{kind}”, no focus, and yet names what realises it (“realised_by”)",
    ),
    help=Text(
        vi="xóa “realised_by”; nếu ý này là trọng tâm thì ghi “kind: orient”",
        en="strike “realised_by”, or write “kind: orient” where the clause is a focus",
    ),
    why=Text(
        vi="Chỉ trọng tâm được thực hiện qua các ý khác; nhiệm vụ do kế hoạch trả lời trực tiếp",
        en="A focus alone is realised by other clauses; a task is answered by plans themselves.",
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
                        kind: sustain
                        realised_by: # HPD929
                          - II.1.1.1
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
    for clause in context.decided("kind"):
        unread = context.unreadable(clause.at("kind"))
        if clause.realised_by and clause.kind is not Kind.ORIENT and not unread:
            yield match(clause.at("realised_by"), clause=clause.id, kind=str(clause.kind))
