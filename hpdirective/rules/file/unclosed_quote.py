"""HPD118 unclosed-quote: quotation mark not closed."""

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD118",
    name="unclosed-quote",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dấu nháy chưa đóng", en="Quotation mark not closed"),
    message=Text(
        vi="Dấu nháy mở ở đây chưa được đóng", en="the quotation mark opened here is not closed"
    ),
    help=Text(vi="thêm dấu nháy ở cuối giá trị", en="close it at the end of the value"),
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
