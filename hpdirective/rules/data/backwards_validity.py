"""HPD925 backwards-validity: unit's validity runs backwards."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.unit import Unit
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD925",
    name="backwards-validity",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Ngày cuối của đơn vị đứng trước ngày đầu",
        en="Unit's validity runs backwards",
    ),
    message=Text(
        vi="Đơn vị có hiệu lực từ {start} đến {end}: ngày cuối đứng trước ngày đầu",
        en="the unit is valid from {start} to {end}, which runs backwards",
    ),
    help=Text(
        vi="xem lại “valid_from” và “valid_to”",
        en="look again at “valid_from” and “valid_to”",
    ),
    why=Text(
        vi="Kế hoạch được đối chiếu với đơn vị có vào ngày ban hành",
        en="A plan is checked with the units of its day.",
    ),
    bad="""\
        kind: unit
        id: SoABC
        valid_from: 2023-01-01
        valid_to: 2020-12-31 # HPD925
    """,
    good="""\
        kind: unit
        id: SoABC
        valid_from: 2020-01-01
        valid_to: 2023-12-31
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    unit = context.value
    if (
        isinstance(unit, Unit)
        and unit.valid_from
        and unit.valid_to
        and unit.valid_to < unit.valid_from
    ):
        yield match(("valid_to",), start=unit.valid_from, end=unit.valid_to)
