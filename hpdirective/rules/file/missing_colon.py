"""HPD121 missing-colon: line without a key or a dash."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD121",
    name="missing-colon",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dòng không có khóa hoặc dấu gạch đầu dòng", en="Line without a key or a dash"),
    message=Text(
        vi="Dòng “{value}” chưa có khóa kèm dấu hai chấm, cũng chưa có dấu gạch đầu dòng{effect}",
        en="the line “{value}” has neither a key with its colon nor a dash{effect}",
    ),
    help=Text(vi="{hint}", en="{hint}"),
    usual={
        "hint": Text(
            vi="thụt dòng vào sâu hơn, thêm dấu gạch và dấu cách, hoặc thêm khóa và dấu hai chấm ở đầu",
            en="indent it more, put a dash and a space in front, or a key and a colon",
        ),
    },
    why=Text(
        vi="Mỗi dòng cùng cấp cần có khóa và dấu hai chấm",
        en="Every line of a level needs a key and a colon.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to
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
