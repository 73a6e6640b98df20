"""HPD132 unknown-rule-in-ignore: ignore of a rule that is not there."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD132",
    name="unknown-rule-in-ignore",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Ghi chú bỏ qua nêu quy tắc không có",
        en="Ignore comment for a rule that is not there",
    ),
    message=Text(
        vi="Không có quy tắc “{rule}”, nên ghi chú bỏ qua này không có tác dụng",
        en="there is no rule “{rule}”, so this comment has no effect",
    ),
    help=Text(
        vi="ghi mã hoặc tên có trong `hpd rules`",
        en="write an id or name of `hpd rules`",
    ),
    why=Text(
        vi="Ghi sai mã thì phát hiện vẫn còn, trong khi người viết cho là đã bỏ qua",
        en="With a wrong id the finding stays, and the writer believes it gone.",
    ),
    bad="""\
        document:
          sent_to:
            - VPUBND # hpd: ignore[far-unit] đã thống nhất
    """,
    good="""\
        document:
          sent_to:
            - VPUBND
    """,
    at=(3,),
)

check = faults("unknown-rule-in-ignore")
