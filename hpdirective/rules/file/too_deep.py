"""HPD114 too-deep: nested too deep."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD114",
    name="too-deep",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Lồng quá nhiều cấp", en="Nested too deep"),
    message=Text(
        vi="Nội dung lồng quá {limit} cấp", en="the content is nested deeper than {limit} levels"
    ),
    help=Text(vi="viết lại mục này với ít cấp hơn", en="write this entry with fewer levels"),
    why=Text(
        vi="Kế hoạch chỉ cần bốn, năm cấp; lồng sâu thường là lỗi dấu ngoặc",
        en="A plan needs four or five levels; more is mostly a slip with brackets.",
    ),
    bad=b"objectives: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("too-deep")
