"""HPD112 anchor-alias-or-tag: value starts with &, * or ! like a YAML command."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD112",
    name="anchor-alias-or-tag",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Giá trị bắt đầu bằng &, * hoặc ! như một lệnh YAML",
        en="Value starts with &, * or ! like a YAML command",
    ),
    message=Text(
        vi="Dấu “{sign}” ở đầu giá trị là một lệnh của YAML, không được dùng ở đây",
        en="“{sign}” at the start of the value is a YAML command, which is not used here",
    ),
    help=Text(vi="đặt giá trị trong dấu nháy kép", en="put the value in double quotation marks"),
    why=Text(
        vi="Tệp chỉ gồm văn bản; lệnh của YAML có thể làm nội dung khác với chữ đã gõ",
        en="A file is plain text; YAML commands may make its content differ from what was typed.",
    ),
    bad="""\
        objectives:
          - *muctieu # HPD112
    """,
    good="""\
        objectives:
          - "*muctieu"
    """,
)

check = faults("anchor-alias-or-tag")
