"""HPD919 task-without-due-date: task to be finished has no due date."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Kind, MetBy
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD919",
    name="task-without-due-date",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Nhiệm vụ cần hoàn thành chưa có thời hạn",
        en="Task to be finished has no due date",
    ),
    message=Text(
        vi="Nhiệm vụ {clause} có loại “{kind}” nhưng chưa có thời hạn (“due”)",
        en="task {clause} is of kind “{kind}” but has no due date",
    ),
    help=Text(
        vi="ghi ngày mà lời văn nêu (basis: text), hoặc ngày cuối năm của chỉ thị (basis: year)",
        en="give the day that the words set (basis: text), or the last day of the directive's year (basis: year)",
    ),
    why=Text(
        vi="Không có thời hạn thì không kế hoạch nào bị coi là muộn",
        en="Without a last day no plan is ever late.",
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
                      - id: II.1.1.1 # HPD919
                        text: Hoàn thành các cầu đang xây dựng.
                        kind: deliver
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
                        text: Hoàn thành các cầu đang xây dựng.
                        kind: deliver
                        due: {by: 2023-12-31, basis: year}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        finished = clause.kind in (Kind.DELIVER, Kind.STUDY, Kind.REPORT)
        by_action = MetBy.ACTION in clause.met_by
        undecided = "due" in clause.todo or context.unreadable_under(clause.at("due"))
        if finished and by_action and clause.due is None and not undecided:
            yield match(clause.at("id"), clause=clause.id, kind=str(clause.kind))
