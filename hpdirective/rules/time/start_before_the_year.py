"""HPD416 start-before-the-year: start that ends before the directive's year."""

import re
from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD416",
    name="start-before-the-year",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Thời gian bắt đầu trước năm của Chỉ thị",
        en="Start before the directive's year",
    ),
    message=Text(
        vi="Đầu việc {action} bắt đầu “{start}”, trước năm {year} của Chỉ thị",
        en="action {action} starts “{start}”, before the directive's year {year}",
    ),
    help=Text(
        vi="kiểm tra lại năm; việc chuyển tiếp thì ghi thời gian thực hiện trong năm {year}",
        en="check the year; for work carried over, give the time within {year}",
    ),
    why=Text(
        vi="Kế hoạch lập cho năm của Chỉ thị; ghi năm trước thường là do chép từ kế hoạch cũ",
        en="The plan is for the directive's year; an earlier one is mostly copied from an old plan.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: 02/2022 # HPD416
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            start: 02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    year = context.directive.year
    for action in context.plan.actions:
        start = action.start
        if start is None or start.end is None or start.end.year >= year:
            continue
        duties = context.tasks(action)
        if not any(_names_earlier_year(duty.clause.text, year) for duty in duties):
            yield match(action.at("start"), action=action.id or "?", start=start.text, year=year)


def _names_earlier_year(text: str, year: int) -> bool:
    return any(int(found) < year for found in re.findall(r"\b(?:19|20)\d\d\b", text))
