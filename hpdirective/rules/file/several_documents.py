"""HPD107 several-documents: file holds several YAML documents."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD107",
    name="several-documents",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp có nhiều tài liệu YAML", en="File holds several YAML documents"),
    message=Text(
        vi="Dấu “{sign}” ngăn tệp thành nhiều tài liệu; phần từ dòng này không được đọc",
        en="“{sign}” divides the file into several documents; nothing from this line on is read",
    ),
    help=Text(
        vi="xóa dòng “{sign}”, hoặc tách thành hai tệp",
        en="delete the “{sign}” line, or make two files of it",
    ),
    why=Text(vi="Mỗi tệp là một kế hoạch", en="One file is one plan."),
    bad="""\
        objectives:
          - Hoàn thành nhiệm vụ được giao
        --- # HPD107
        organisation:
          - Báo cáo hằng quý
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
)

check = faults("several-documents")
