"""HPD404 late-for-the-year: action ends after the directive's year."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import DueBasis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD404",
    name="late-for-the-year",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Thời hạn của đầu việc sau năm của Chỉ thị", en="Action ends after the directive's year"
    ),
    message=Text(
        vi="Thời hạn {planned} muộn hơn thời hạn {limit} của nhiệm vụ {task}",
        en="due {planned}, after {limit}, the last day of task {task}",
    ),
    help=Text(
        vi="ghi thời hạn chậm nhất {limit}{otherwise}",
        en="set a due date no later than {limit}{otherwise}",
    ),
    usual={
        "otherwise": Text(
            vi=", hoặc nêu văn bản gia hạn ở “extensions”",
            en=", or name the paper that extends it under “extensions”",
        ),
    },
    why=Text(
        vi="Chỉ thị giao nhiệm vụ của năm; câu chữ không ghi ngày, nên năm của Chỉ thị là cách hiểu của bộ dữ liệu",
        en="The directive sets the year's tasks; the words give no day, so the year is a reading.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Quý I/2024 # HPD404
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Quý IV/2023
    """,
)


_EXTEND = Text(
    vi=", hoặc nêu văn bản gia hạn ở “extensions”",
    en=", or name the paper that extends it under “extensions”",
)
_EXTENDED = Text(
    vi=", ngày đã được gia hạn; một nhiệm vụ chỉ được gia hạn một lần",
    en=", the day to which it was extended; a task is extended once only",
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, past in context.late:
        (duty, limit), *others = past
        if limit.basis is DueBasis.YEAR:  # else the words' own day is missed too: HPD403
            also = tuple(other.id for other, day in others if day == limit)
            beside = tuple(other.id for other, day in others if day != limit)
            planned = action.due.end if action.due else None
            yield match(
                action.at("due"),
                task=duty.id,
                also=also,
                beside=beside,
                planned=planned,
                limit=limit.last,
                otherwise=_EXTENDED if limit.extended else _EXTEND,
            )
