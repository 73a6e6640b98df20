"""HPD706 shares-below-total: parts of the units that do not add up to the city's total."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, demand
from hpdirective.rules.city import CityContext
from hpdirective.words import Fact, Text

RULE = Rule(
    id="HPD706",
    name="shares-below-total",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Phần của các đơn vị cộng lại chưa đạt chỉ tiêu chung",
        en="Units' parts that do not add up to the total",
    ),
    message=Text(
        vi="Các đơn vị cam kết cộng lại {sum} {measure}, trong khi chỉ tiêu “{name}” của nhiệm vụ {task} là {asked} ({parts})",
        en="the units promise {sum} {measure} together, while indicator “{name}” of task {task} asks for {asked} ({parts})",
    ),
    help=Text(
        vi="đề nghị các đơn vị rà soát lại phần của mình để tổng đạt {asked}",
        en="have the units go over their parts until the total is {asked}",
    ),
    why=Text(
        vi="Chỉ tiêu chung chỉ đạt khi phần của các đơn vị cộng lại đủ; đơn vị theo dõi, tổng hợp không tính vào tổng",
        en="The total is reached only where the units' parts add up to it; who only adds them up is left out.",
    ),
    beside="""\
        unit: HuyenAnLao
        actions:
          - tasks:
              - II.4.4.1
            indicators:
              - id: xa-ntm-chuyen-tiep
                target: 05 xã
    """,
    bad="""\
        unit: HuyenAnLao
        actions:
          - tasks:
              - II.4.4.1
            indicators:
              - id: xa-ntm-chuyen-tiep
                target: 01 xã
    """,
    good="""\
        unit: HuyenAnLao
        actions:
          - tasks:
              - II.4.4.1
            indicators:
              - id: xa-ntm-chuyen-tiep
                target: 30 xã
    """,
    at=(0,),
)


def check(context: CityContext) -> Iterator[Match]:
    for found in context.sums:
        if found.gap or found.enough:
            continue
        indicator = found.indicator
        parts: tuple[Fact, ...] = tuple(
            Text(
                vi=f"{context.units.named(part.duty.unit).name.vi}: {_number(part.least, 'chưa ghi')}",
                en=f"{context.units.named(part.duty.unit).name.en}: {_number(part.least, 'none')}",
            )
            for part in found.parts
        )
        name = indicator.called
        facts: dict[str, Fact] = {
            "sum": found.total,
            "measure": indicator.unit or "",
            "name": name,
            "task": found.clause.id,
            "asked": demand(indicator.required),
            "parts": parts,
        }
        yield Match((), facts, found.clause.id)


def _number(value: object, none: str) -> str:
    return none if value is None else f"{value}"
