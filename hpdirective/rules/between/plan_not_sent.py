"""HPD702 plan-not-sent: no plan of a unit that must send one."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule, Standing
from hpdirective.rules.check import Match
from hpdirective.rules.city import CityContext
from hpdirective.words import Text

RULE = Rule(
    id="HPD702",
    name="plan-not-sent",
    severity=Severity.ERROR,
    cites="plan.issued",
    title=Text(vi="Đơn vị chưa gửi kế hoạch", en="Unit that has not sent a plan"),
    message=Text(
        vi="Chưa có kế hoạch của {unit}, trong khi Chỉ thị yêu cầu “{words}”",
        en="there is no plan of {unit}, while the directive asks for “{words}”",
    ),
    help=Text(
        vi="đôn đốc đơn vị gửi kế hoạch; nếu đã gửi, đưa tệp vào thư mục kế hoạch",
        en="ask the unit for its plan; if it has sent one, put the file among the plans",
    ),
    why=Text(
        vi="Chỉ thị giao từng đơn vị ban hành kế hoạch trước một ngày xác định; chỉ kiểm tra khi các tệp được xem là kế hoạch của mọi đơn vị (--roster)",
        en="The directive has every unit issue a plan before a day; only checked where the files are taken for those of the whole city (--roster).",
    ),
    bad="""\
        unit: SoKHDT
        # chưa có tệp nào của SoTC
    """,
    good="""\
        unit: SoTC
    """,
    at=(0,),
)


def check(context: CityContext) -> Iterator[Match]:
    clause = context.directive.clause("plan.issued")
    if clause is None:
        return
    words = (clause.due.text if clause.due else None) or clause.text
    for row in context.roster.rows:
        if row.standing is Standing.NOT_SENT:
            yield Match((), {"unit": row.unit, "words": words})
