"""HPD124 swallowed-item: dash line taken for the rest of the line above."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD124",
    name="swallowed-item",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Dòng có gạch đầu dòng bị hiểu là phần tiếp của dòng trên",
        en="Dash line taken for the rest of the line above",
    ),
    message=Text(
        vi="Vì thụt dòng, “- {item}” bị hiểu là phần tiếp của dòng trên, không phải một mục riêng",
        en="by its indentation “- {item}” is read as the rest of the line above, not as an entry",
    ),
    help=Text(
        vi="thụt dấu gạch bằng với dấu gạch của dòng trên", en="indent the dash like the one above"
    ),
    why=Text(
        vi="YAML hiểu cấp của mỗi mục qua số dấu cách đầu dòng",
        en="YAML reads levels from the spaces at the start of lines.",
    ),
    bad="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
            - Báo cáo trước ngày 20/11/2023 # HPD124
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
          - Báo cáo trước ngày 20/11/2023
    """,
)

check = faults("swallowed-item")
