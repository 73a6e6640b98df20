"""HPD315 unit-not-in-force: plan names a unit that was not there on its day."""

from collections.abc import Iterator
from datetime import date

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.unit import Unit
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD315",
    name="unit-not-in-force",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Đơn vị không còn hoặc chưa có vào ngày ban hành kế hoạch",
        en="Unit that did not exist on the plan's day of issue",
    ),
    message=Text(
        vi="Ngày ban hành kế hoạch là {issued}, trong khi {unit} {validity}",
        en="the plan was issued on {issued}, while {unit} {validity}",
    ),
    help=Text(
        vi="kiểm tra ngày ban hành; nếu đúng thì ghi đơn vị thực hiện chức năng này vào ngày đó",
        en="check the day of issue; if it is right, name the unit that had the function on that day",
    ),
    usual={
        "validity": Text(
            vi="chưa thành lập hoặc không còn vào ngày đó",
            en="did not exist on that day",
        ),
    },
    why=Text(
        vi="Đơn vị được tách, nhập, đổi tên theo thời gian; kế hoạch chỉ có thể do đơn vị đang có ban hành và thực hiện",
        en="Units are split, merged and renamed; only one that exists can issue a plan and carry it out.",
    ),
    bad="""\
        unit: HuyenThuyNguyen
        document:
          issued: 10/02/2026 # HPD315 HPD401
          sent_on: 10/02/2026 # HPD409
    """,
    good="""\
        unit: HuyenThuyNguyen
        document:
          issued: 10/02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper is None or paper.issued is None:
        return
    if context.unit and (said := _validity(context.unit, paper.issued)):
        yield match(
            paper.at("issued"), issued=paper.issued, unit=context.unit.named, validity=said
        )
    for path, body in context.named_bodies:
        unit = context.units.by_id.get(body.id or "")
        if unit and unit is not context.unit and (said := _validity(unit, paper.issued)):
            yield match(path, issued=paper.issued, unit=unit.named, validity=said)


def _validity(unit: Unit, day: date) -> Text | None:
    """Say from or until when a unit is, where a day lies outside."""
    if unit.valid_from and day < unit.valid_from:
        since = unit.valid_from
        return Text(vi=f"chỉ hoạt động từ ngày {since:%d/%m/%Y}", en=f"exists only since {since}")
    if unit.valid_to and day > unit.valid_to:
        until = unit.valid_to
        return Text(
            vi=f"chỉ hoạt động đến hết ngày {until:%d/%m/%Y}", en=f"existed only until {until}"
        )
    return None
