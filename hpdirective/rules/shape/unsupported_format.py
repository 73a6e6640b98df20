"""HPD225 unsupported-format: file of a format that is not known."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD225",
    name="unsupported-format",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp theo một định dạng chưa hỗ trợ", en="File of a format that is not known"),
    message=Text(
        vi="Định dạng “{value}” chưa được hỗ trợ; định dạng hiện nay là 1",
        en="format “{value}” is not known; the present one is 1",
    ),
    help=Text(vi="ghi “format: 1”", en="write “format: 1”"),
    why=Text(
        vi="Số định dạng cho biết tệp được viết theo quy ước nào",
        en="The number says by which conventions the file is written.",
    ),
    bad="""\
        format: 2 # HPD225
    """,
    good="""\
        format: 1
    """,
)

check = faults("unsupported-format")
