"""HPD705 partner-unaware: partner whose own plan does not know of the task."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match
from hpdirective.rules.city import CityContext
from hpdirective.source.place import KeyPath
from hpdirective.words import Text

RULE = Rule(
    id="HPD705",
    name="partner-unaware",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Đơn vị phối hợp chưa có nhiệm vụ này trong kế hoạch của mình",
        en="Partner whose own plan does not have the task",
    ),
    message=Text(
        vi="{unit} ghi {partner} phối hợp nhiệm vụ {tasks}; kế hoạch của {partner} ({file}) chưa nêu nhiệm vụ này",
        en="{unit} names {partner} as its partner in task {tasks}; the plan of {partner} ({file}) does not name it",
    ),
    help=Text(
        vi="thông báo để đơn vị phối hợp biết và bố trí thực hiện",
        en="let the partner know, so that it can plan for it",
    ),
    why=Text(
        vi="Đơn vị được ghi phối hợp mà không biết thì khó phối hợp; Chỉ thị không buộc ghi vào kế hoạch của đơn vị phối hợp, nên chỉ là lưu ý",
        en="Who does not know that it is a partner can hardly be one; the directive does not ask for it in the partner's plan, hence a note.",
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
            support:
              - Sở Công Thương # HPD705
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - II.3.4.2
            support:
              - các sở, ban, ngành liên quan
    """,
)


def check(context: CityContext) -> Iterator[Match]:
    for unit, plan in sorted(context.plans.items()):
        asked: dict[str, list[tuple[KeyPath, str]]] = {}
        for action in plan.plan.actions:
            duties = (d for d in plan.tasks(action) if d.required)
            led = [d.id for d in duties if not d.clause.restricted]  # who helps there is not told
            for cell in action.support:
                for body in context.units.cell(cell.text):
                    if body.unit and body.unit != unit:
                        at = action.at("support", cell)
                        asked.setdefault(body.unit, []).extend((at, task) for task in led)
        for partner, places in asked.items():
            theirs = context.plans.get(partner)
            known = context.named(partner)
            missed = [
                (path, task) for path, task in places if known is not None and task not in known
            ]
            if theirs and missed:
                yield Match(
                    missed[0][0],
                    {
                        "unit": context.units.named(unit),
                        "partner": context.units.named(partner),
                        "tasks": tuple(dict.fromkeys(task for _, task in missed)),
                        "file": theirs.document.file,
                    },
                    file=plan.document.file,
                )
