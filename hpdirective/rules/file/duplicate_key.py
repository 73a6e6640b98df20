"""HPD110 duplicate-key: key given twice."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD110",
    name="duplicate-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Khóa ghi hai lần", en="Key given twice"),
    message=Text(
        vi="Khóa “{key}” đã có ở dòng {first}; chưa rõ giá trị nào là đúng",
        en="key “{key}” is already on line {first}; which of the two is meant is unknown",
    ),
    help=Text(vi="giữ một trong hai dòng", en="keep one of the two lines"),
    why=Text(
        vi="YAML lấy giá trị sau mà không báo, nên người đọc và chương trình có thể hiểu khác nhau",
        en="YAML silently takes the last, so reader and program may differ.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
          issued: 12/02/2023 # HPD110
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
)

check = faults("duplicate-key")
