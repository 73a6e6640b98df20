"""HPD119 text-after-quote: text after the closing quotation mark."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD119",
    name="text-after-quote",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Có chữ sau dấu nháy đóng", en="Text after the closing quotation mark"),
    message=Text(
        vi="Sau dấu nháy đóng còn có chữ, nên cả giá trị không đọc được",
        en="there is text after the closing quotation mark, so the value cannot be read",
    ),
    help=Text(
        vi="đặt cả giá trị trong dấu nháy đơn, hoặc dùng “ ” cho phần trích dẫn",
        en="put the whole value in single quotation marks, or use “ ” for the words quoted",
    ),
    why=Text(
        vi="Giá trị bắt đầu bằng dấu nháy thì kết thúc ở dấu nháy thứ hai",
        en="A value that starts with a quotation mark ends at the second one.",
    ),
    bad="""\
        objectives:
          - "Đẩy mạnh" chuyển đổi số trong 03 lĩnh vực # HPD119
    """,
    good="""\
        objectives:
          - '"Đẩy mạnh" chuyển đổi số trong 03 lĩnh vực'
    """,
)

check = faults("text-after-quote")
