"""HPD604 number-of-another-body: document number that does not fit the unit."""

import re
from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.patterns import pattern
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD604",
    name="number-of-another-body",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Ký hiệu văn bản không khớp với đơn vị",
        en="Document number that does not fit the unit",
    ),
    message=Text(
        vi="Số, ký hiệu “{number}” không có ký hiệu {symbols} của {unit}",
        en="number “{number}” lacks the symbol {symbols} of {unit}",
    ),
    help=Text(
        vi="kiểm tra số, ký hiệu và đơn vị của kế hoạch",
        en="check the number, and the plan's unit",
    ),
    why=Text(
        vi="Ký hiệu cho biết cơ quan ban hành; ký hiệu của cơ quan khác thường là chép từ mẫu",
        en="The symbol names the issuing body; another body's is mostly left from a model.",
    ),
    bad="""\
        unit: SoKHDT
        document:
          number: 15/KH-STC # HPD604
    """,
    good="""\
        unit: SoKHDT
        document:
          number: 15/KH-SKHĐT
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper, unit = context.plan.document, context.unit
    if paper is None or unit is None or not paper.number or not unit.symbols:
        return
    found = _SYMBOL.fullmatch(paper.number.strip())
    if found and not any(_key(part) in map(_key, unit.symbols) for part in _parts(found[1])):
        yield match(paper.at("number"), number=paper.number, symbols=unit.symbols, unit=unit.named)


_SYMBOL = pattern(r"(?<!\d)\d+[a-zA-Z]?\s*/\s*(?:\d{4}\s*/\s*)?(\S.*)")


def _parts(symbols: str) -> list[str]:
    """Give what stands between the dashes: KH-SKHĐT is KH and SKHĐT."""
    whole = re.split(r"\s+ngày\b|[,(]", symbols)[0]
    return re.split("[-‐-―]", whole)  # every dash that Word puts there


def _key(symbol: str) -> str:
    """Give a symbol as symbols are compared: SKH&ĐT is SKHĐT."""
    return fold(symbol.replace("&", ""))
