"""HPD129 unclosed-bracket: bracket that is not closed."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD129",
    name="unclosed-bracket",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Dấu ngoặc chưa đóng", en="Bracket not closed"),
    message=Text(
        vi="Dấu ngoặc “{sign}” mở ở đây chưa được đóng đúng chỗ",
        en="the bracket “{sign}” opened here is not closed where it should be",
    ),
    help=Text(
        vi="đóng ngoặc, hoặc viết danh sách mỗi mục một dòng bắt đầu bằng dấu gạch",
        en="close it, or write the list one entry a line, each after a dash",
    ),
    why=Text(
        vi="Trong dấu ngoặc chưa đóng, YAML đọc các dòng sau như một phần của danh sách",
        en="Inside an open bracket YAML reads the lines that follow as part of the list.",
    ),
    bad="""\
        objectives: [Hoàn thành nhiệm vụ, # HPD129
          Báo cáo đúng hạn
        organisation:
          - Báo cáo hằng quý
    """,
    good="""\
        objectives: [Hoàn thành nhiệm vụ,
          Báo cáo đúng hạn]
        organisation:
          - Báo cáo hằng quý
    """,
)

check = faults("unclosed-bracket")
