"""HPD137 too-slow: file that takes too long to read."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD137",
    name="too-slow",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Đọc tệp quá lâu", en="File that takes too long to read"),
    message=Text(
        vi="Đọc tệp này mất hơn {limit} giây, nên không đọc tiếp",
        en="reading this file takes more than {limit} seconds, so it was given up",
    ),
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

check = faults("too-slow")
