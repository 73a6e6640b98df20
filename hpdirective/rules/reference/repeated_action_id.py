"""HPD314 repeated-action-id: two actions with one id."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD314",
    name="repeated-action-id",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Hai đầu việc trùng mã", en="Two actions with one id"),
    message=Text(
        vi="Mã “{id}” đã dùng cho đầu việc ở dòng {first}",
        en="id “{id}” is already that of the action on line {first}",
    ),
    help=Text(vi="đặt cho đầu việc này một mã khác", en="give this action an id of its own"),
    why=Text(
        vi="Mã trùng nhau thì không biết báo cáo nói đến đầu việc nào",
        en="With one id for two, a report cannot say which is meant.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
          - id: A1 # HPD314
            tasks:
              - II.3.4.3
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
          - id: A2
            tasks:
              - II.3.4.3
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    seen: dict[str, int] = {}
    for action in context.plan.actions:
        if action.id is None:
            continue
        span = context.document.span(action.at("id"))
        if action.id in seen:
            yield match(action.at("id"), id=action.id, first=seen[action.id])
        seen.setdefault(action.id, span.line if span else 0)
