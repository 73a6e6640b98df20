"""HPD226 wrong-value: value that is not among those allowed."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD226",
    name="wrong-value",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Giá trị ngoài các giá trị cho phép", en="Value that is not among those allowed"
    ),
    message=Text(vi="Giá trị “{value}” không dùng được ở đây", en="“{value}” cannot stand here"),
    help=Text(
        vi="ghi giá trị hoặc dạng dùng được ở đây: {known}",
        en="write what may stand here: {known}",
    ),
    why=Text(vi="Khóa này chỉ nhận một số giá trị", en="This key takes only some values."),
    bad=b"format: 1\nkind: unit\nid: SoX\nname:\n  vi: X\n  en: X\nsubmits: maybe\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(7,),
)

check = faults("wrong-value")
