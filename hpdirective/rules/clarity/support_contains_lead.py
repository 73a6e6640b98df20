"""HPD603 support-contains-lead: partner that is the lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD603",
    name="support-contains-lead",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Đơn vị phối hợp trùng với đơn vị chủ trì",
        en="Partner that is the lead",
    ),
    message=Text(
        vi="Đầu việc {action} ghi {body} vừa chủ trì vừa phối hợp",
        en="action {action} has {body} both as lead and as partner",
    ),
    help=Text(
        vi="bỏ {body} khỏi “support”",
        en="take {body} out of support",
    ),
    why=Text(
        vi="Đơn vị không phối hợp với chính mình; ghi trùng thường là chép nhầm tên",
        en="A unit is no partner of itself; mostly another was meant.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Sở Kế hoạch và Đầu tư
            support:
              - Sở KH&ĐT # HPD603
              - Sở Tài chính
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
    for action, leads in context.leads:
        if len(leads) > 1:
            continue  # two leads are a fault of their own
        ids = {body.unit for body in leads if body.unit}
        if context.unit and any(b.division and b.stands_for(context.unit.id) for b in leads):
            ids.add(context.unit.id)  # a division counts as its unit
        words = {fold(body.text) for body in leads if body.division}
        for cell in action.support:
            for body in context.units.cell(cell.text):
                if body.id in ids or (body.division and fold(body.text) in words):
                    named = context.units.named(body.id).name if body.id else body.text
                    yield match(action.at("support", cell), action=action.id or "?", body=named)
