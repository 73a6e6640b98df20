"""HPD128 not-a-mapping: file is not made of “key: value” lines."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD128",
    name="not-a-mapping",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Tệp không gồm các dòng “khóa: giá trị”", en="File is not made of “key: value” lines"
    ),
    message=Text(
        vi="Tệp cần gồm các dòng “khóa: giá trị”, ví dụ “format: 1”",
        en="the file must be made of “key: value” lines, such as “format: 1”",
    ),
    help=Text(
        vi="tạo tệp điền sẵn bằng `hpd new --unit …`, hoặc bắt đầu từ tệp mẫu trong examples/plans",
        en="make a prefilled file with `hpd new --unit …`, or start from a sample in examples/plans",
    ),
    why=Text(
        vi="Mỗi mục của kế hoạch được nhận ra qua tên khóa",
        en="Each part of a plan is recognised by its key.",
    ),
    bad=b"- mot\n- hai\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("not-a-mapping")
