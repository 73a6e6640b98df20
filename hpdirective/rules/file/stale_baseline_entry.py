"""HPD134 stale-baseline-entry: finding on record that is there no more."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD134",
    name="stale-baseline-entry",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Phát hiện đã ghi nhận nay không còn",
        en="Finding on record that is there no more",
    ),
    message=Text(
        vi="Phát hiện {rule} đã ghi nhận của {whose} không còn trong kế hoạch",
        en="the {rule} on record of {whose} is there no more",
    ),
    help=Text(
        vi="xóa mục này, hoặc lập lại danh sách bằng --write-baseline --force",
        en="take the entry out, or write the baseline again with --write-baseline --force",
    ),
    why=Text(
        vi="Mục cũ sẽ che phát hiện cùng loại nếu sau này lặp lại",
        en="An old entry would hide the same finding when it comes back.",
    ),
    bad="""\
        format: 1
        kind: baseline
        directive: hai-phong/2023/02-CT-UBND
        findings:
          - unit: SoKHDT # HPD134
            rule: HPD404
            task: II.3.4.2
            route: "actions/A1/due"
    """,
    good="""\
        format: 1
        kind: baseline
        directive: hai-phong/2023/02-CT-UBND
        findings: []
    """,
)

check = faults("stale-baseline-entry")
