"""HPD139 odd-space-behind-sign: a space behind a dash or a colon that YAML takes for none."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD139",
    name="odd-space-behind-sign",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dấu cách lạ sau dấu gạch hoặc dấu hai chấm",
        en="Odd space behind a dash or a colon",
    ),
    message=Text(
        vi="Sau “{sign}” là dấu cách lạ ({character}), trông giống dấu cách thường",
        en="after “{sign}” stands an odd space ({character}), which looks like a usual one",
    ),
    help=Text(
        vi="xóa dấu cách sau “{sign}” và gõ lại bằng phím cách",
        en="delete the space after “{sign}” and type it again with the space bar",
    ),
    why=Text(
        vi="YAML chỉ hiểu là một mục, một khóa khi sau dấu gạch, dấu hai chấm có dấu cách thường; dấu cách chép từ Word hoặc trang web không được tính",
        en="YAML takes it for an entry, or a key, only with a plain space behind the dash, or the colon; one pasted from Word or a web page does not count.",
    ),
    bad="organisation:\n  - Báo cáo hằng quý\nunit:\u00a0SoTC # HPD139\n",
    good="""\
        organisation:
          - Báo cáo hằng quý
        unit: SoTC
    """,
)

check = faults("odd-space-behind-sign")
