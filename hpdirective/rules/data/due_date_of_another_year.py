"""HPD921 due-date-of-another-year: due date by the year outside the directive's year."""

from collections.abc import Iterator
from datetime import date

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD921",
    name="due-date-of-another-year",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Thời hạn theo năm nằm ngoài năm của chỉ thị",
        en="Due date by the year outside the directive's year",
    ),
    message=Text(
        vi="Thời hạn {day} của ý {clause} là cách hiểu theo năm, nhưng không thuộc năm {year}",
        en="due date {day} of clause {clause} is read from the year, but is not in {year}",
    ),
    help=Text(
        vi="mốc xa hơn là tầm nhìn, ghi ở “horizons”; thời hạn theo năm là ngày cuối năm {year}",
        en="a year further on is a horizon; by the year the last day is that of {year}",
    ),
    why=Text(
        vi="Tầm nhìn đến năm sau không phải là thời hạn của năm nay",
        en="A horizon is not a due date.",
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
                        due: {by: 2030-12-31, basis: year} # HPD921
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
    year = context.directive.year if context.directive else 0
    for clause in context.clauses:
        for due in (clause.due, *(row.due for row in clause.assign)):
            if (
                year
                and due
                and due.basis is DueBasis.YEAR
                and due.day.year != year
                and due.day != date.max
            ):
                yield match(due.path, day=due.day, clause=clause.id, year=year)
