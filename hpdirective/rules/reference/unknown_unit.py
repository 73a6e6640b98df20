"""HPD303 unknown-unit: plan's unit is not in the list of units."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.names import Units
from hpdirective.rules.check import Match, PlanContext, did_you_mean, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD303",
    name="unknown-unit",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Đơn vị của kế hoạch không có trong danh mục",
        en="Plan's unit is not in the list of units",
    ),
    message=Text(
        vi="Không tìm thấy đơn vị “{text}” trong danh mục{near}",
        en="unit “{text}” is not in the list of units{near}",
    ),
    help=Text(
        vi="ghi mã hoặc tên đầy đủ của đơn vị; `hpd units` liệt kê các đơn vị",
        en="write the unit's id or full name; `hpd units` lists them",
    ),
    why=Text(
        vi="Không biết đơn vị thì không biết kế hoạch cần đáp ứng những nhiệm vụ nào",
        en="Without the unit nobody knows which tasks the plan owes.",
    ),
    bad="""\
        unit: Sở Kế hoạch Đầu tư # HPD303
    """,
    good="""\
        unit: Sở Kế hoạch và Đầu tư
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    plan = context.plan
    if plan.unit is not None and context.unit is None:
        near = context.units.one(plan.unit).suggestions or _named(context.units, plan.unit)
        yield match(("unit",), text=plan.unit, near=did_you_mean(context.units, near))


def _named(units: Units, text: str) -> tuple[str, ...]:
    """Give the one unit below the committee that a letterhead names: "UBND thành phố", and below it "Sở Tài chính"."""
    named = {place.id for place in units.within(text) if place.id}
    below = [id for id in named if units.by_id[id].type != "uy-ban"]
    return tuple(below) if len(below) == 1 else ()
