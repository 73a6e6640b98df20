"""HPD931 due-date-unlike-words: day that the words of the deadline do not say."""

import re
from collections.abc import Iterator
from datetime import date

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.period import UnreadablePeriod, read_period
from hpdirective.patterns import pattern
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD931",
    name="due-date-unlike-words",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Thời hạn khác với ngày mà lời văn nêu",
        en="Deadline that is not the day of its words",
    ),
    message=Text(
        vi="Thời hạn của ý {clause} đến hết ngày {day}, trong khi lời văn “{text}” là đến hết ngày {said}",
        en="the last day of clause {clause} is {day}, and its words “{text}” say {said}",
    ),
    help=Text(
        vi='ghi lại “by” hoặc “before” theo lời văn; “trước ngày” là “before” với chính ngày đó; `hpd read "{text}"` cho biết cách hiểu',
        en='write “by” or “before” as the words have it; “trước ngày” is “before” with that very day; `hpd read "{text}"` shows how they are understood',
    ),
    why=Text(
        vi="Kế hoạch được đối chiếu với ngày ghi trong dữ liệu: ngày muộn hơn lời văn thì kế hoạch muộn vẫn được coi là đúng hạn",
        en="Plans are held against the day in the data: with a later one a late plan would be in time.",
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
                        text: Hoàn thành rà soát trước ngày 30/6/2023.
                        kind: deliver
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
                        due: # HPD931
                          before: 2023-07-30
                          basis: text
                          text: trước ngày 30/6/2023
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
                        text: Hoàn thành rà soát trước ngày 30/6/2023.
                        kind: deliver
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
                        due:
                          before: 2023-06-30
                          basis: text
                          text: trước ngày 30/6/2023
    """,
)


# "đầu năm", "giữa quý" are one day by the Civil Code, and a stretch of days to most who write them.
_LOOSE = pattern(r"(?<!tháng )(?:đầu|giữa)(?!\w)", re.IGNORECASE)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("due"):
        for due in (clause.due, *(row.due for row in clause.assign)):
            if not due or not due.text or due.day == date.max or _LOOSE.search(due.text):
                continue  # the year's end, HPD228's, or no single day
            said = _last_day(due.text, due.day.year)
            if said and said != due.last:
                yield match(due.path, clause=clause.id, text=due.text, day=due.last, said=said)


def _last_day(text: str, year: int) -> date | None:
    """Give the last day that words allow, None where they give none that can surely be read; what has no year is of the given one."""
    try:
        return read_period(text, year).end
    except UnreadablePeriod:
        return None
