"""HPD707 different-due-dates: two plans that promise different days for one shared task."""

from collections.abc import Iterator
from datetime import date

from hpdirective.answering import Duty
from hpdirective.choices import Basis, Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Action
from hpdirective.rules.check import Match
from hpdirective.rules.city import CityContext, of_one_value
from hpdirective.words import Text

RULE = Rule(
    id="HPD707",
    name="different-due-dates",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Hai kế hoạch ghi thời hạn khác nhau cho một nhiệm vụ chung",
        en="Two plans with different due dates for one shared task",
    ),
    message=Text(
        vi="{unit} ghi thời hạn {due} cho nhiệm vụ {task}, trong khi {other} chủ trì nhiệm vụ này ghi {day} ({where})",
        en="{unit} is to finish task {task} by {due}, while {other}, which leads it, says {day} ({where})",
    ),
    help=Text(
        vi="thống nhất với đơn vị chủ trì một thời hạn",
        en="agree on one day with the unit that leads",
    ),
    why=Text(
        vi="Đơn vị phối hợp xong muộn hơn hoặc sớm hơn đơn vị chủ trì thì nhiệm vụ chung không khớp tiến độ",
        en="Where a partner's day is not that of the lead, the shared task does not fit together.",
    ),
    beside="""\
        unit: SoCT
        actions:
          - tasks:
              - II.2.1.6
            due: 30/11/2023
    """,
    bad="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
          - tasks:
              - II.2.1.6 # HPD312
            lead: Sở Công Thương
            due: 31/12/2023 # HPD707
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
            due: 31/12/2023
    """,
)


def check(context: CityContext) -> Iterator[Match]:
    yield from of_one_value(_found(context))


def _found(context: CityContext) -> Iterator[Match]:
    for id, by_unit in context.citing.items():
        leads = [unit for unit in _shared(context, id) if unit in by_unit]
        if not leads:
            continue
        lead = leads[0]
        day, said = _last(by_unit[lead])
        if day is None or said is None:
            continue
        document = context.plans[lead].document
        span = document.span(said.at("due"))
        for unit, actions in by_unit.items():
            theirs, action = _last(actions)
            if unit != lead and theirs and action and theirs != day:
                yield Match(
                    action.at("due"),
                    {
                        "unit": context.units.named(unit),
                        "task": id,
                        "due": theirs,
                        "other": context.units.named(lead),
                        "day": day,
                        "where": f"{document.file}:{span.line}" if span else document.file,
                    },
                    id,
                    file=context.plans[unit].document.file,
                )


def _shared(context: CityContext, id: str) -> list[str]:
    """Give the units that lead one task together; none where each leads its own part of it, by its own day."""
    clause = context.directive.clauses[id]
    duties = list(context.leads(clause))
    if clause.restricted or not clause.binding:
        return []  # what is promised on a restricted task is not told to others
    if any(duty.row.group for duty in duties) or (len(duties) > 1 and any(map(_own, duties))):
        return []
    return [duty.unit for duty in duties]


def _own(duty: Duty) -> bool:
    """Tell whether a unit leads a part of its own of a task that others lead as well."""
    return bool(duty.row.scope) or duty.basis in (Basis.PLACE, Basis.ALL)


def _last(actions: tuple[Action, ...]) -> tuple[date | None, Action | None]:
    """Give the day when the last of some actions ends, and that action; none where one has no end."""
    ends = [(a.due.end, a) for a in actions if a.due and a.due.end]
    if not ends or len(ends) < len(actions):
        return None, None
    return max(ends, key=lambda pair: pair[0])
