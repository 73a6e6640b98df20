"""HPD927 shares-above-total: shares add up to more than the total."""

from collections.abc import Iterator
from decimal import Decimal

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD927",
    name="shares-above-total",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Các phần được phân bổ lớn hơn tổng",
        en="Shares add up to more than the total",
    ),
    message=Text(
        vi="Các phần của chỉ tiêu {id} cộng lại là {sum}, lớn hơn tổng {total}",
        en="the shares of indicator {id} add up to {sum}, more than the total {total}",
    ),
    help=Text(
        vi="xem lại “shares” theo lời văn",
        en="look again at “shares” in the words",
    ),
    why=Text(
        vi="Phần của các đơn vị nằm trong tổng mà văn bản nêu",
        en="Shares lie inside the total that the text gives.",
    ),
    bad="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Hoàn thành 35 xã.
                        indicators:
                          - id: xa
                            text: 35 xã
                            target: {op: '>=', value: 35}
                            scope: total
                            shares: {HuyenCatHai: 50} # HPD927
    """,
    good="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Hoàn thành 35 xã.
                        indicators:
                          - id: xa
                            text: 35 xã
                            target: {op: '>=', value: 35}
                            scope: total
                            shares: {HuyenCatHai: 5}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        for indicator in clause.indicators:
            total = indicator.target.value if indicator.target else None
            parts = sum(indicator.parts.values(), Decimal(0))
            if total is not None and parts > total:
                yield match(indicator.at("shares"), id=indicator.id, sum=parts, total=total)
