"""HPD118 unclosed-quote: quotation mark not closed."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD118",
    name="unclosed-quote",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dấu nháy thiếu một nửa", en="Quotation mark without its pair"),
    message=Text(
        vi="Dấu nháy ở đây không có dấu nháy thứ hai đi cùng",
        en="the quotation mark here has no second one to it",
    ),
    help=Text(
        vi="đặt cả giá trị giữa hai dấu nháy kép, hoặc bỏ dấu nháy này",
        en="put the whole value between two quotation marks, or take this one out",
    ),
    why=Text(
        vi="Thiếu dấu nháy đóng thì các dòng sau bị hiểu là một phần của giá trị này",
        en="Without it the lines that follow are taken for part of the value.",
    ),
    bad="""\
        objectives:
          - "Hoàn thành 100% nhiệm vụ được giao
          - Báo cáo trước ngày 20/11/2023
    """,
    good="""\
        objectives:
          - "Hoàn thành 100% nhiệm vụ được giao"
          - Báo cáo trước ngày 20/11/2023
    """,
    at=(2,),
)

check = faults("unclosed-quote")
