"""HPD108 yaml-syntax: yAML syntax error."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD108",
    name="yaml-syntax",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Sai cú pháp YAML", en="YAML syntax error"),
    message=Text(
        vi="Không đọc tiếp được từ vị trí này vì sai cú pháp YAML",
        en="the file cannot be read from here on: YAML syntax error",
    ),
    help=Text(
        vi="xem lại dấu nháy, dấu ngoặc và thụt dòng ở dòng này và dòng trên",
        en="look at quotation marks, brackets and indentation on this line and the one above",
    ),
    why=Text(
        vi="Một chỗ sai cú pháp làm phần sau của tệp không đọc được",
        en="One syntax error hides all that follows.",
    ),
    bad=b"%YAML 3.0\n---\nobjectives:\n  - a\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("yaml-syntax")
