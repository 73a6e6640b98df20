"""HPD411 backwards-date-range: range of dates that runs backwards."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD411",
    name="backwards-date-range",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Khoảng thời gian kết thúc trước khi bắt đầu", en="Range of dates that runs backwards"
    ),
    message=Text(
        vi="Khoảng thời gian “{value}” kết thúc trước khi bắt đầu",
        en="the range “{value}” ends before it starts",
    ),
    help=Text(vi="ghi thời điểm sớm trước, thời điểm muộn sau", en="write the earlier date first"),
    why=Text(
        vi="Khoảng thời gian ngược thì không biết ngày cuối",
        en="A range that runs backwards has no last day.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Tháng 9 - 3/2023 # HPD411
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            due: Tháng 3 - 9/2023
    """,
)

check = faults("backwards-date-range")
