"""HPD310 two-leads: two leads in one cell."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.names import is_many
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD310",
    name="two-leads",
    severity=Severity.WARNING,
    cites="plan.contents",
    title=Text(vi="Đầu việc có nhiều đơn vị chủ trì", en="Action with several leads"),
    message=Text(
        vi="Đầu việc {action} ghi {count} đơn vị chủ trì: {leads}",
        en="action {action} names {count} leads: {leads}",
    ),
    help=Text(
        vi="giữ một đơn vị chủ trì, chuyển đơn vị còn lại sang “support”, hoặc tách thành từng đầu việc",
        en="keep one lead and move the others to “support”, or make an action for each",
    ),
    why=Text(
        vi="Mỗi đầu việc có một đơn vị chủ trì chịu trách nhiệm chính",
        en="One action has one lead that answers for it.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Sở Kế hoạch và Đầu tư và Sở Tài chính # HPD310
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Sở Kế hoạch và Đầu tư
            support:
              - Sở Tài chính
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, bodies in context.leads:
        many = len(bodies) == 1 and not bodies[0].division and is_many(bodies[0].text)
        if len(bodies) == 1 and not (bodies[0].group or many):
            continue
        if any(action.at("lead", cell) in context.split_names for cell in action.lead):
            continue  # one name that a comma cut in two: HPD123
        names = dict.fromkeys(body.id or body.group or body.text for body in bodies)
        unit = context.unit
        if unit and any(body.division and body.stands_for(unit.id) for body in bodies):
            names.pop(unit.id, None)  # "Phòng Tổng hợp - Sở …": a division and its own unit
        count = sum(len(context.units.members(name)) or 1 for name in names)
        if count > 1 or many:
            yield match(
                action.at("lead"),
                action=action.id or "?",
                count=count if count > 1 else _SEVERAL,
                leads=tuple(body.text for body in bodies),
            )


_SEVERAL = Text(vi="nhiều", en="several")
