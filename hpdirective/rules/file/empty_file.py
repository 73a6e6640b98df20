"""HPD106 empty-file: file is empty."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD106",
    name="empty-file",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp không có nội dung", en="File is empty"),
    message=Text(vi="Tệp không có nội dung", en="the file is empty"),
    help=Text(vi="ghi nội dung kế hoạch vào tệp", en="write the plan into the file"),
    why=Text(vi="Tệp trống không phải là kế hoạch", en="An empty file is no plan."),
    bad=b"# hpd\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("empty-file")
