"""HPD704 two-plans-lead: two plans that both lead a task of one lead."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Clause, Role
from hpdirective.model.plan import Action
from hpdirective.rules.check import Match
from hpdirective.rules.city import CityContext, of_one_value
from hpdirective.words import Text

RULE = Rule(
    id="HPD704",
    name="two-plans-lead",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Hai kế hoạch cùng nhận chủ trì một nhiệm vụ",
        en="Two plans that both lead one task",
    ),
    message=Text(
        vi="{unit} ghi tự chủ trì nhiệm vụ {task}, {other} cũng vậy ({where}); bộ dữ liệu ghi nhiệm vụ này do {lead} chủ trì",
        en="{unit} leads task {task} by its plan, and so does {other} ({where}); by the data {lead} leads it",
    ),
    help=Text(
        vi="hai đơn vị thống nhất một đơn vị chủ trì; đơn vị kia ghi ở “lead” tên đơn vị chủ trì",
        en="let the two agree on one lead; the other names it under “lead”",
    ),
    why=Text(
        vi="Mỗi nhiệm vụ chỉ có một đơn vị chủ trì; hai đơn vị cùng chủ trì thì không rõ ai chịu trách nhiệm",
        en="A task has one lead; with two nobody knows who answers for it.",
    ),
    beside="""\
        unit: SoCT
        actions:
          - tasks:
              - II.2.1.6
    """,
    bad="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
          - tasks:
              - II.2.1.6 # HPD312
            lead: Sở Kế hoạch và Đầu tư # HPD704
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
    """,
)


def check(context: CityContext) -> Iterator[Match]:
    yield from of_one_value(_found(context))


def _found(context: CityContext) -> Iterator[Match]:
    for id, by_unit in context.citing.items():
        clause = context.directive.clauses[id]
        owners = [duty.unit for duty in context.leads(clause)]
        if not clause.binding or len(owners) != 1:
            continue  # several lead it, each in its own field
        claims = {unit: own for unit in by_unit if (own := _own(context, clause, unit))}
        first = owners[0] if owners[0] in claims else next(iter(claims), "")
        for unit, action in claims.items():
            if unit != first:
                other = context.plans[first].document
                span = other.span(claims[first].at("lead"))
                yield Match(
                    action.at("lead"),
                    {
                        "unit": context.units.named(unit),
                        "task": id,
                        "other": context.units.named(first),
                        "where": f"{other.file}:{span.line}" if span else other.file,
                        "lead": context.units.named(owners[0]),
                    },
                    id,
                    file=context.plans[unit].document.file,
                )


def _own(context: CityContext, clause: Clause, unit: str) -> Action | None:
    """Give the first action on a clause that a unit leads itself; what a partner or who adds up does of its own leads nothing."""
    if context.role(unit, clause) in (Role.MONITOR, Role.SUPPORT):
        return None
    actions = context.citing[clause.id][unit]
    return next((a for a in actions if context.led_by_itself(unit, a)), None)
