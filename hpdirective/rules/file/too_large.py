"""HPD113 too-large: file is too large."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD113",
    name="too-large",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp quá lớn", en="File is too large"),
    message=Text(
        vi="Tệp có dung lượng {size} byte, quá giới hạn {limit} byte",
        en="the file has {size} bytes, over the limit of {limit}",
    ),
    help=Text(
        vi="kiểm tra lại tệp có đúng là kế hoạch không, hoặc chia nhỏ tệp",
        en="check that this is the plan, or split it",
    ),
    why=Text(
        vi="Giới hạn giữ cho việc kiểm tra nhiều kế hoạch không bị nghẽn",
        en="The limit keeps a check of many plans from being blocked.",
    ),
    bad=b"####################",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("too-large")
