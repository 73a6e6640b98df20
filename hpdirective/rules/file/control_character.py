"""HPD105 control-character: file holds a control character."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD105",
    name="control-character",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Tệp có ký tự điều khiển", en="File holds a control character"),
    message=Text(
        vi="Có {count} ký tự điều khiển không hiển thị, ký tự đầu là {character}",
        en="there are {count} invisible control characters, the first is {character}",
    ),
    help=Text(
        vi="xóa ký tự này, hoặc gõ lại dòng", en="delete the character, or type the line again"
    ),
    why=Text(
        vi="Ký tự điều khiển không thuộc văn bản, thường do chép dán hoặc tệp hỏng",
        en="Control characters are no part of a text; they come from pasting or a damaged file.",
    ),
    bad=b"objectives:\n  - Ho\x0bn th\x00nh\n",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(2,),
)

check = faults("control-character")
