"""HPD127 bad-key: key is not a word."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD127",
    name="bad-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Khóa không phải là một từ", en="Key is not a word"),
    message=Text(
        vi="Trước dấu hai chấm cần có tên khóa; mục này không được đọc",
        en="a key must stand before the colon; this entry is not read",
    ),
    help=Text(vi="ghi tên khóa, hoặc xóa dòng", en="write the key, or delete the line"),
    why=Text(
        vi="Giá trị không có tên khóa thì không biết thuộc mục nào",
        en="A value without a key belongs nowhere.",
    ),
    bad="""\
        objectives:
          - Hoàn thành nhiệm vụ
        ~: Báo cáo # HPD127
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
)

check = faults("bad-key")
