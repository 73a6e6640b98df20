"""HPD213 no-organisation: plan has no section on its organisation."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD213",
    name="no-organisation",
    severity=Severity.WARNING,
    cites="plan.organisation",
    title=Text(
        vi="Kế hoạch chưa có phần Tổ chức thực hiện", en="Plan has no section on its organisation"
    ),
    message=Text(
        vi="Kế hoạch chưa có phần Tổ chức thực hiện (khóa organisation)",
        en="the plan has no section on how it will be carried out (key organisation)",
    ),
    help=Text(
        vi="thêm khóa “organisation:” và ghi phân công, kiểm tra, báo cáo",
        en="add “organisation:” with who does, inspects and reports",
    ),
    why=Text(
        vi="Các yêu cầu chung của Chỉ thị được đáp ứng ở phần Tổ chức thực hiện của kế hoạch",
        en="The general demands of the directive are met by this section.",
    ),
    bad="""\
        organisation: # HPD213
    """,
    good="""\
        organisation:
          - Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo hằng quý
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    if not context.plan.organisation and not context.unreadable_under(("organisation",)):
        yield match(("organisation",))
