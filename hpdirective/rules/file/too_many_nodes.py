"""HPD115 too-many-nodes: too many entries."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD115",
    name="too-many-nodes",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Quá nhiều mục", en="Too many entries"),
    message=Text(vi="Tệp có hơn {limit} mục", en="the file has more than {limit} entries"),
    help=Text(
        vi="kiểm tra lại tệp có đúng là kế hoạch không, hoặc chia nhỏ tệp",
        en="check that this is the plan, or split it",
    ),
    why=Text(
        vi="Giới hạn giữ cho việc kiểm tra nhiều kế hoạch không bị nghẽn",
        en="The limit keeps a check of many plans from being blocked.",
    ),
    bad=b"objectives: [a, b]\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("too-many-nodes")
