"""HPD701 two-plans: two plans of one unit, and neither says how it stands to the other."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match
from hpdirective.rules.city import FolderContext, Sent
from hpdirective.words import Fact, Text

RULE = Rule(
    id="HPD701",
    name="two-plans",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Một đơn vị có hai kế hoạch không nêu quan hệ với nhau",
        en="Two plans of one unit with no relation",
    ),
    message=Text(
        vi="{unit} còn có kế hoạch ở {other}; chưa nêu kế hoạch này thay thế, sửa đổi hay đính chính kế hoạch kia; kế hoạch ban hành sau được tính",
        en="{unit} has a plan in {other} too, and neither says whether it replaces, amends or corrects the other; the one issued last counts",
    ),
    help=Text(
        vi="ghi ở “document”: “relation: {{replaces: số của kế hoạch kia}}” (hoặc amends, corrects), hoặc bỏ bớt một tệp",
        en="write under document “relation: {{replaces: number of the other}}” (or amends, corrects), or take one file away",
    ),
    why=Text(
        vi="Hai kế hoạch cùng hiệu lực thì không rõ đơn vị thực hiện theo kế hoạch nào",
        en="With two plans in force nobody knows which one the unit follows.",
    ),
    bad="""\
        unit: SoKHDT # HPD701
        document:
          number: 20/KH-SKHĐT
          issued: 12/02/2023
          sent_on: 12/02/2023
    """,
    good="""\
        unit: SoKHDT
        document:
          number: 20/KH-SKHĐT
          issued: 12/02/2023
          sent_on: 12/02/2023
          relation:
            replaces: 15/KH-SKHĐT
    """,
)


def check(context: FolderContext) -> Iterator[Match]:
    for held in context.by_unit.values():
        plans = [plan for plan in held if not context.not_there(plan)]  # else HPD709 speaks
        for at, plan in enumerate(plans):
            related = _related(plan, plans)
            other = next((o for o in reversed(plans[:at]) if o.file not in related), None)
            if other:
                facts: dict[str, Fact] = {"unit": plan.unit, "other": other.file}
                yield Match(("unit",), facts, span=plan.span, file=plan.file)


def _related(one: Sent, plans: list[Sent]) -> set[str]:
    """Give the files of the plans that one is tied to by the numbers that they name, one after the other."""
    found, waiting = {one.file}, [one]
    while waiting:
        at = waiting.pop()
        for other in plans:
            if other.file not in found and (
                other.number in at.related or at.number in other.related
            ):
                found.add(other.file)
                waiting.append(other)
    return found
