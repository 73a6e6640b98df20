"""HPD501 missing-indicator: no target for an indicator of the task."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Indicator
from hpdirective.model.plan import Action
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.source.place import KeyPath
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD501",
    name="missing-indicator",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Chưa có mức phấn đấu cho chỉ tiêu của nhiệm vụ",
        en="No target for an indicator of the task",
    ),
    message=Text(
        vi="Chưa có mức phấn đấu cho chỉ tiêu “{name}” ({id}) của nhiệm vụ {task}",
        en="there is no target for indicator “{name}” ({id}) of task {task}",
    ),
    help=Text(
        vi="thêm vào “indicators” của đầu việc: “id: {id}” và “target: …”",
        en="add to “indicators” of the action: “id: {id}” and “target: …”",
    ),
    why=Text(
        vi="Chỉ thị nêu chỉ tiêu; kế hoạch cần nêu mức mà đơn vị phấn đấu đạt",
        en="The directive sets the indicator; the plan should say how far the unit goes.",
    ),
    bad="""\
        unit: SoKHDT
        actions:
          - tasks: # HPD501
              - II.3.4.2
            indicators:
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.duties:
        actions = context.answering(duty)
        where = _indicators_of(actions) if actions else _key(context, duty)
        if not duty.required or where is None:
            continue
        for indicator in duty.indicators:
            # an annex stands behind several clauses: its indicator may be promised under any of them
            able = _able(context, indicator)
            if any(
                context.by_reference(a) or context.unreadable_under(a.at("indicators"))
                for a in able
            ):
                continue
            ids = {promised.id for a in able for promised in a.indicators if promised.id}
            known = context.directive.indicators
            if any(id not in known and nearest(id, [indicator.id], 1) for id in ids):
                continue  # misspelt, and said where the id stands: HPD306
            if any(promised.id is None for a in able for promised in a.indicators):
                continue  # its id may be the one that is missing: HPD201
            if indicator.id not in ids:
                name = indicator.called
                yield match(where, task=duty.id, id=indicator.id, name=name)


def _able(context: PlanContext, indicator: Indicator) -> tuple[Action, ...]:
    holders = context.directive.holders[indicator.id]
    return tuple(action for clause in holders for action in context.cited.get(clause.id, ()))


def _indicators_of(actions: tuple[Action, ...]) -> KeyPath:
    first = next((a for a in actions if a.indicators), None)
    return first.at("indicators") if first else actions[0].at("tasks")


def _key(context: PlanContext, duty: Duty) -> KeyPath | None:
    """Give the place of the plan's own key that alone answers a duty, where no action surely does."""
    if not context.citations_read:
        return None
    stated = (k for k in duty.met_by if answering.stated(context.plan, k, context.lost))
    routes = [route for key in stated for route in answering.ROUTES.get(key, ())]
    unread = any(context.unreadable_under(route) for route in routes)
    return routes[0] if routes and not unread else None
