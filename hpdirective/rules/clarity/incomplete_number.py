"""HPD606 incomplete-number: document number that is not filled in."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.patterns import pattern
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD606",
    name="incomplete-number",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Số, ký hiệu của kế hoạch chưa đầy đủ",
        en="Document number that is not complete",
    ),
    message=Text(
        vi="“{number}” chưa phải số, ký hiệu đầy đủ của văn bản đã ban hành",
        en="“{number}” is not the whole number and symbol of a paper that was issued",
    ),
    help=Text(
        vi="ghi số và ký hiệu như trên văn bản đã ban hành, ví dụ “number: 15/KH-{symbol}”",
        en="write number and symbol as on the paper that was issued, such as “number: 15/KH-{symbol}”",
    ),
    why=Text(
        vi="Kế hoạch được tra cứu theo số, ký hiệu; bản dự thảo chưa điền số thì chưa là văn bản đã ban hành",
        en="A plan is found by its number and symbol; a draft without a number has not been issued.",
    ),
    bad="""\
        unit: SoKHDT
        document:
          number: /KH-SKHĐT # HPD606
    """,
    good="""\
        unit: SoKHDT
        document:
          number: 15/KH-SKHĐT
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper and paper.number and not _issued(paper.number):
        symbols = context.unit.symbols if context.unit else ()
        yield match(
            paper.at("number"), number=paper.number, symbol=symbols[0] if symbols else "UBND"
        )


def _issued(number: str) -> bool:
    return bool(_WHOLE.search(number)) and "dự thảo" not in fold(number)


_WHOLE = pattern(r"(?<!\d)\d+[a-zA-Z]?\s*[/-]\s*(?:\d{4}\s*/\s*)?[^\W\d_]")
