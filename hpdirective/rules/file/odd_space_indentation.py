"""HPD130 odd-space-indentation: line indented with spaces that YAML does not count."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD130",
    name="odd-space-indentation",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Thụt dòng bằng dấu cách lạ",
        en="Line indented with odd spaces",
    ),
    message=Text(
        vi="Dòng này thụt vào bằng dấu cách lạ ({character}), trông giống dấu cách thường",
        en="this line is indented with odd spaces ({character}), which look like usual ones",
    ),
    help=Text(
        vi="xóa phần đầu dòng và gõ lại bằng phím cách",
        en="delete the start of the line and type it again with the space bar",
    ),
    why=Text(
        vi="YAML chỉ đếm dấu cách thường; dấu cách chép từ Word hoặc trang web không được tính",
        en="YAML counts plain spaces only; those pasted from Word or a web page are not counted.",
    ),
    bad="organisation:\n  - Báo cáo hằng quý\nobjectives:\n\u00a0\u00a0- Hoàn thành # HPD130\n\u00a0\u00a0- Đúng hạn # HPD130\n",
    good="""\
        objectives:
          - Hoàn thành
    """,
)

check = faults("odd-space-indentation")
