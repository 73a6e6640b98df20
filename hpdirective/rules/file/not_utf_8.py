"""HPD102 not-utf-8: file is not UTF-8."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD102",
    name="not-utf-8",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp không ở bảng mã UTF-8", en="File is not UTF-8"),
    message=Text(vi="Tệp không ở bảng mã UTF-8{encoding}", en="the file is not UTF-8{encoding}"),
    help=Text(
        vi="mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8",
        en="open the file in an editor and save it as UTF-8",
    ),
    why=Text(
        vi="Chữ tiếng Việt chỉ được đọc đúng khi tệp ở bảng mã UTF-8 (TCVN 6909:2001)",
        en="Vietnamese letters are read rightly only from UTF-8.",
    ),
    bad=b"objectives:\n  - \xff\xfe\x9d\x81\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(2,),
)

check = faults("not-utf-8")
