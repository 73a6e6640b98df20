"""HPD709 earlier-plan-not-there: a number that names an earlier plan, and no plan of the unit that bears it."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match
from hpdirective.rules.city import FolderContext
from hpdirective.words import Fact, Text

RULE = Rule(
    id="HPD709",
    name="earlier-plan-not-there",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Kế hoạch trước được nêu số không có trong các tệp",
        en="Earlier plan that is not among the files",
    ),
    message=Text(
        vi="“{number}” được nêu là kế hoạch trước, nhưng không có trong các tệp kế hoạch của {unit}",
        en="“{number}” is named as the earlier plan, and is not among the plans of {unit} that were given",
    ),
    help=Text(
        vi="ghi đúng số của kế hoạch trước, hoặc đưa tệp của kế hoạch đó vào cùng lượt kiểm tra",
        en="write the number that the earlier plan bears, or give its file too",
    ),
    why=Text(
        vi="Thiếu kế hoạch trước thì chưa kết luận được đơn vị ban hành đúng hạn hay chưa, và nội dung nào còn hiệu lực; chỉ kiểm tra khi có kế hoạch khác của đơn vị, hoặc khi các tệp được xem là kế hoạch của mọi đơn vị (--roster)",
        en="Without it nobody can tell whether the unit was in time, nor what is still in force; only checked where another plan of the unit is given, or the files are taken for those of the whole city (--roster).",
    ),
    bad="""\
        unit: SoKHDT
        document:
          number: 20/KH-SKHĐT
          issued: 12/02/2023
          sent_on: 12/02/2023
          relation:
            replaces: 51/KH-SKHĐT # HPD709
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
    for plans in context.by_unit.values():
        for plan in plans:
            for one in context.not_there(plan):
                facts: dict[str, Fact] = {"number": one.words, "unit": plan.unit}
                yield Match(one.path, facts, span=one.span, file=plan.file)
