"""HPD111 tab-indentation: line indented with a tab."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD111",
    name="tab-indentation",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Thụt dòng bằng phím Tab", en="Line indented with a tab"),
    message=Text(vi="Dòng này thụt vào bằng ký tự Tab", en="this line is indented with a tab"),
    help=Text(vi="thay mỗi ký tự Tab bằng dấu cách", en="put spaces in the place of each tab"),
    why=Text(
        vi="YAML không cho dùng Tab để thụt dòng", en="YAML does not allow tabs in indentation."
    ),
    bad="document:\n\tnumber: 15/KH-SKHĐT # HPD111\n  issued: 10/02/2023\n  sent_to:\n    - VPUBND\n  sent_on: 10/02/2023\n",
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - VPUBND
          sent_on: 10/02/2023
    """,
)

check = faults("tab-indentation")
