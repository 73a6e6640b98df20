"""HPD221 wrong-type: value of the wrong kind."""

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD221",
    name="wrong-type",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Giá trị không đúng kiểu", en="Value of the wrong kind"),
    message=Text(
        vi="Ở đây cần {expected}, nhưng tệp ghi {found}",
        en="{expected} is needed here, but the file has {found}",
    ),
    help=Text(
        vi="{hint}",
        en="{hint}",
    ),
    why=Text(
        vi="Giá trị sai kiểu thì không đọc được", en="A value of the wrong kind cannot be read."
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            result: # HPD221
              - Báo cáo
              - Tờ trình
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            result: Báo cáo, tờ trình
    """,
)

check = faults("wrong-type")
