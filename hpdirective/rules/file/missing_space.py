"""HPD120 missing-space: no space after the colon."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD120",
    name="missing-space",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Thiếu dấu cách sau dấu hai chấm", en="No space after the colon"),
    message=Text(vi="Sau “{key}:” chưa có dấu cách", en="there is no space after “{key}:”"),
    help=Text(vi="ghi “{key}: {value}”", en="write “{key}: {value}”"),
    why=Text(
        vi="YAML chỉ hiểu là khóa khi sau dấu hai chấm có dấu cách",
        en="YAML takes it for a key only with a space after the colon.",
    ),
    bad="""\
        document:
          number:15/KH-SKHĐT # HPD120
          issued: 10/02/2023
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
)

check = faults("missing-space")
