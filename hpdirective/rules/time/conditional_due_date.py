"""HPD408 conditional-due-date: due date hangs on a condition and has no day."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD408",
    name="conditional-due-date",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Thời gian phụ thuộc điều kiện, không có ngày",
        en="Date depends on a condition and names no day",
    ),
    message=Text(
        vi="Thời gian “{text}” phụ thuộc điều kiện, không xác định được ngày",
        en="“{text}” depends on a condition and names no day",
    ),
    help=Text(
        vi="ghi thêm ngày, tháng hoặc quý dự kiến, ví dụ “Quý III/{year}, sau khi được phê duyệt”",
        en="add the day, month or quarter expected, such as “Quý III/{year}, sau khi được phê duyệt”",
    ),
    why=Text(
        vi="Không có ngày thì không theo dõi được đúng hạn hay chậm",
        en="Without a day nobody can tell what is late.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Sau khi được phê duyệt # HPD408
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Quý III/2023, sau khi được phê duyệt
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for path, due in context.dues:
        if path[-1] == "start":
            continue  # a start may wait for something; only an end is owed
        if due.condition and due.end is None:
            yield match(path, text=due.text, year=context.directive.year)
