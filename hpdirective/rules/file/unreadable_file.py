"""HPD101 unreadable-file: a file cannot be read."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD101",
    name="unreadable-file",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Không đọc được tệp", en="A file cannot be read"),
    message=Text(vi="Không đọc được tệp: {cause}", en="the file cannot be read: {cause}"),
    help=Text(
        vi="kiểm tra đường dẫn và quyền đọc của tệp",
        en="check the path and the permission to read it",
    ),
    why=Text(
        vi="Tệp không mở được thì không mục nào của kế hoạch được kiểm tra",
        en="A file that does not open cannot be checked at all.",
    ),
    bad=b"",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
)

check = faults("unreadable-file")
