"""HPD116 unquoted-value: value starts with a special sign and is not quoted."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD116",
    name="unquoted-value",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Giá trị bắt đầu bằng dấu đặc biệt mà không có dấu nháy",
        en="Value starts with a special sign and is not quoted",
    ),
    message=Text(
        vi="Giá trị “{value}” bắt đầu bằng dấu “{sign}” mà không đặt trong dấu nháy",
        en="the value “{value}” starts with “{sign}” and is not quoted",
    ),
    help=Text(
        vi='đặt giá trị trong dấu nháy kép: "{value}"',
        en='put it in double quotation marks: "{value}"',
    ),
    why=Text(
        vi="YAML đọc dấu này theo nghĩa riêng của nó, nên giá trị chỉ còn đúng khi đặt trong dấu nháy",
        en="YAML gives this sign a meaning of its own; only quotation marks keep the value as it is.",
    ),
    bad="""\
        objectives:
          - Giải quyết khiếu nại, tố cáo đạt tỷ lệ
          - >85% số vụ việc # HPD116
    """,
    good="""\
        objectives:
          - Giải quyết khiếu nại, tố cáo đạt tỷ lệ
          - ">85% số vụ việc"
    """,
)

check = faults("unquoted-value")
