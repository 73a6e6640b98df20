"""HPD121 missing-colon: line without a key or a dash."""

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD121",
    name="missing-colon",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dòng không có khóa hoặc dấu gạch đầu dòng", en="Line without a key or a dash"),
    message=Text(
        vi="Dòng “{value}” không có khóa, không có dấu gạch đầu dòng; dòng này không được đọc",
        en="the line “{value}” has neither a key nor a dash; it is not read",
    ),
    help=Text(
        vi="thụt dòng vào sâu hơn nếu là phần tiếp của dòng trên, hoặc thêm “khóa: ” ở đầu",
        en="indent it more if it continues the line above, or add “key: ” in front",
    ),
    why=Text(
        vi="Mỗi dòng cùng cấp cần có khóa và dấu hai chấm",
        en="Every line of a level needs a key and a colon.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          ban hành
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
    at=(4,),
)

check = faults("missing-colon")
