"""HPD122 bad-escape: backslash in double quotation marks."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD122",
    name="bad-escape",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dấu \\ trong dấu nháy kép", en="Backslash in double quotation marks"),
    message=Text(
        vi="Dấu \\ trong dấu nháy kép bắt đầu một ký hiệu mà YAML không có",
        en="the backslash in double quotation marks starts a sign that YAML does not have",
    ),
    help=Text(
        vi="dùng dấu nháy đơn, hoặc ghi hai dấu \\\\",
        en="use single quotation marks, or write \\\\",
    ),
    why=Text(
        vi="Trong dấu nháy kép, YAML hiểu dấu \\ là bắt đầu một ký hiệu riêng",
        en="Inside double quotation marks YAML takes the backslash for the start of a sign of its own.",
    ),
    bad="""\
        objectives:
          - "Lưu tại D:\\Kế hoạch" # HPD122
    """,
    good="""\
        objectives:
          - 'Lưu tại D:\\Kế hoạch'
    """,
)

check = faults("bad-escape")
