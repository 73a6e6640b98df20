"""HPD109 bad-indentation: indentation does not fit."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD109",
    name="bad-indentation",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Thụt dòng không khớp", en="Indentation does not fit"),
    message=Text(
        vi="Dòng này thụt vào không khớp với các dòng trên",
        en="this line is not indented like the lines above it",
    ),
    help=Text(
        vi="thụt các khóa cùng cấp bằng số dấu cách như nhau, mỗi cấp hai dấu cách",
        en="indent keys of one level by the same number of spaces, two a level",
    ),
    why=Text(
        vi="YAML hiểu cấp của mỗi mục qua số dấu cách đầu dòng",
        en="YAML reads levels from the spaces at the start of lines.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
         issued: 10/02/2023 # HPD109
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
    """,
)

check = faults("bad-indentation")
