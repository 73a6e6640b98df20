"""HPD131 ignore-without-reason: ignore without a rule or a reason."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD131",
    name="ignore-without-reason",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Ghi chú bỏ qua chưa nêu quy tắc hoặc lý do",
        en="Ignore comment without a rule or a reason",
    ),
    message=Text(
        vi="Ghi chú bỏ qua này chưa nêu quy tắc hoặc lý do, nên không có tác dụng",
        en="this comment names no rule or no reason, so it has no effect",
    ),
    help=Text(
        vi="ghi “# hpd: ignore[HPD403] lý do”",
        en="write “# hpd: ignore[HPD403] reason”",
    ),
    why=Text(
        vi="Bỏ qua một phát hiện cần có lý do để người khác xem lại được",
        en="A finding is left out with a reason, so that others can judge it.",
    ),
    bad="""\
        document:
          sent_to:
            - VPUBND # hpd: ignore[near-unit]
    """,
    good="""\
        document:
          sent_to:
            - VPUBND
    """,
    at=(3,),
)

check = faults("ignore-without-reason")
