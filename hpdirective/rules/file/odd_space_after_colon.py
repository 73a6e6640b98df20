"""HPD139 odd-space-after-colon: a space after the colon that YAML takes for none."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD139",
    name="odd-space-after-colon",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dấu cách lạ sau dấu hai chấm", en="Odd space after the colon"),
    message=Text(
        vi="Sau “{key}:” là dấu cách lạ ({character}), trông giống dấu cách thường",
        en="after “{key}:” stands an odd space ({character}), which looks like a usual one",
    ),
    help=Text(
        vi="xóa dấu cách sau “{key}:” và gõ lại bằng phím cách",
        en="delete the space after “{key}:” and type it again with the space bar",
    ),
    why=Text(
        vi="YAML chỉ hiểu là khóa khi sau dấu hai chấm có dấu cách thường; dấu cách chép từ Word hoặc trang web không được tính",
        en="YAML takes it for a key only with a plain space after the colon; one pasted from Word or a web page does not count.",
    ),
    bad="organisation:\n  - Báo cáo hằng quý\nunit:\u00a0SoTC # HPD139\n",
    good="""\
        organisation:
          - Báo cáo hằng quý
        unit: SoTC
    """,
)

check = faults("odd-space-after-colon")
