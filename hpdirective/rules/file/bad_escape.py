"""HPD122 bad-escape: backslash in double quotation marks."""

from hpdirective.finding import Rule, Severity
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
        vi="YAML đọc dấu này theo nghĩa riêng của nó, nên giá trị chỉ còn đúng khi đặt trong dấu nháy",
        en="YAML gives this sign a meaning of its own; only quotation marks keep the value as it is.",
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
