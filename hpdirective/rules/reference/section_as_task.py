"""HPD302 section-as-task: id of a section or part, not of a task."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD302",
    name="section-as-task",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mã là một mục hoặc một phần, không phải nhiệm vụ",
        en="Id of a section or part, not of a task",
    ),
    message=Text(
        vi="“{id}” là cả một mục hoặc một phần của Chỉ thị, không phải một nhiệm vụ",
        en="“{id}” is a whole section or part of the directive, not a task",
    ),
    help=Text(
        vi="ghi mã của từng đoạn hoặc từng ý trong đó: {paragraphs}",
        en="write the ids of its paragraphs or clauses: {paragraphs}",
    ),
    why=Text(
        vi="Một đầu việc không thể đáp ứng chung cho cả một mục hoặc một phần",
        en="One action cannot answer a whole section or part.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3 # HPD302
              - II.3.4.2
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for path, text in context.task_ids:
        id = answering.task_id(text)
        paragraphs = context.directive.within(id)
        if paragraphs and not context.directive.expand(id):
            yield match(path, id=text, paragraphs=paragraphs)
