"""HPD228 missing-data-key: data file without a key that it cannot do without."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD228",
    name="missing-data-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Tệp dữ liệu thiếu khóa bắt buộc",
        en="Data file lacks a required key",
    ),
    message=Text(
        vi="Mục này của tệp dữ liệu chưa có khóa “{key}”",
        en="this entry of the data has no key “{key}”",
    ),
    help=Text(vi="thêm dòng “{key}: …”", en="add a line “{key}: …”"),
    why=Text(
        vi="Thiếu khóa này thì kế hoạch bị đối chiếu với dữ liệu không đầy đủ",
        en="Without it plans would be compared with data that is not whole.",
    ),
    bad=b"format: 1\nkind: unit\nid: SoX\nname:\n  vi: X\n  en: X\n",
    good="""\
        format: 1
        kind: unit
        id: SoX
        name:
          vi: X
          en: X
        submits: unknown
    """,
    at=(1,),
)

check = faults("missing-data-key")
