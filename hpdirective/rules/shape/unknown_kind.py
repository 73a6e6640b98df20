"""HPD227 unknown-kind: kind of file that is not known."""

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD227",
    name="unknown-kind",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Không biết loại tệp", en="Kind of file that is not known"),
    message=Text(vi="Không có loại tệp “{value}”", en="there is no kind of file “{value}”"),
    help=Text(
        vi="bỏ khóa “kind”, hoặc ghi một trong: {known}",
        en="leave out “kind”, or write one of: {known}",
    ),
    why=Text(
        vi="Khóa “kind” cho biết tệp là kế hoạch, chỉ thị hay đơn vị",
        en="The key says whether a file is a plan, a directive or a unit.",
    ),
    bad="""\
        kind: baocao # HPD227
    """,
    good="""\
        kind: plan
    """,
)

check = faults("unknown-kind")
