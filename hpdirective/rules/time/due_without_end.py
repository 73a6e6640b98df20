"""HPD413 due-without-end: due date that only says when it starts."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD413",
    name="due-without-end",
    severity=Severity.ERROR,
    cites="plan.contents",
    title=Text(
        vi="Thời hạn chỉ có thời gian bắt đầu", en="Due date that only says when it starts"
    ),
    message=Text(
        vi="“{text}” chỉ nêu thời gian bắt đầu, chưa có thời hạn hoàn thành",
        en="“{text}” says when it starts and not when it is due",
    ),
    help=Text(
        vi="ghi thời gian bắt đầu ở “start” của đầu việc và thời hạn hoàn thành ở “due”",
        en="put the start under “start” of the action and the due date under “due”",
    ),
    why=Text(vi="Tiến độ cần có thời hạn hoàn thành", en="A schedule needs a last day."),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Từ ngày 15/02/2023 # HPD413
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            start: Từ ngày 15/02/2023
            due: Quý IV/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for path, due in context.dues:
        if path[-1] == "start":
            continue  # a start needs no end
        if due.end is None and not (due.standing or due.condition):
            yield match(path, text=due.text)
