"""HPD703 duty-nobody-leads: task that no plan takes on."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match
from hpdirective.rules.city import CityContext
from hpdirective.words import Fact, Text

RULE = Rule(
    id="HPD703",
    name="duty-nobody-leads",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Nhiệm vụ chưa có đơn vị nào nhận chủ trì",
        en="Task that no unit has taken the lead of",
    ),
    message=Text(
        vi="Chưa kế hoạch nào nhận chủ trì nhiệm vụ {task}; bộ dữ liệu ghi đơn vị chủ trì: {owners}",
        en="no plan takes the lead of task {task}; to lead by the data: {owners}",
    ),
    help=Text(
        vi="đề nghị đơn vị chủ trì bổ sung đầu việc, hoặc xác định lại đơn vị chủ trì",
        en="ask who is to lead it to add an action, or settle who leads",
    ),
    why=Text(
        vi="Nhiệm vụ không có trong kế hoạch của đơn vị nào thì không ai thực hiện",
        en="What stands in nobody's plan is done by nobody.",
    ),
    bad="""\
        unit: SoCT
        actions: # HPD322
          - tasks:
              - II.2.1.7
    """,
    good="""\
        unit: SoCT
        actions:
          - tasks:
              - II.2.1.6
              - II.2.1.7
    """,
    at=(0,),
)


def check(context: CityContext) -> Iterator[Match]:
    for clause in context.directive.clauses.values():
        duties = list(context.leads(clause))
        if duties and all(context.taken(duty) is False for duty in duties):
            names = tuple(context.units.named(duty.unit) for duty in duties[:_SHOWN])
            more = (f"+{len(duties) - _SHOWN}",) if len(duties) > _SHOWN else ()
            facts: dict[str, Fact] = {"task": clause.id, "owners": (*names, *more)}
            yield Match((), facts, clause.id)


_SHOWN = 5  # names that a sentence bears
