"""HPD103 windows-1258: file is in windows-1258."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD103",
    name="windows-1258",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Tệp ở bảng mã windows-1258", en="File is in windows-1258"),
    message=Text(
        vi="Tệp ở bảng mã windows-1258, đã được chuyển sang Unicode để đọc",
        en="the file is in windows-1258 and was converted to be read",
    ),
    help=Text(
        vi="lưu lại tệp với bảng mã UTF-8 và xem lại các chữ có dấu",
        en="save the file as UTF-8 and look over the letters with marks",
    ),
    why=Text(
        vi="Bảng mã cũ có thể làm sai chữ khi trao đổi giữa các máy",
        en="An old encoding may garble letters between machines.",
    ),
    bad=b"objectives:\n  - Ho\xe0n th\xe0nh nhi\xea\xf2m vu\xf2\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(2,),
)

check = faults("windows-1258")
