"""HPD227 unknown-kind: kind of file that is not known."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD227",
    name="unknown-kind",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Loại tệp không có", en="Kind of file that is not known"),
    message=Text(vi="Không có loại tệp “{value}”", en="there is no kind of file “{value}”"),
    help=Text(
        vi="ghi một trong: {known}; tệp kế hoạch có thể bỏ khóa “kind”",
        en="write one of: {known}; a plan may leave out “kind”",
    ),
    why=Text(
        vi="Khóa “kind” cho biết tệp là kế hoạch, chỉ thị, đơn vị, nhóm đơn vị hay phụ lục",
        en="The key says whether a file is a plan, a directive, a unit, the groups or an annex.",
    ),
    bad="""\
        kind: baocao # HPD227
    """,
    good="""\
        kind: plan
    """,
)

check = faults("unknown-kind")
