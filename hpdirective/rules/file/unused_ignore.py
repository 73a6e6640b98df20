"""HPD133 unused-ignore: ignore that nothing needs."""

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD133",
    name="unused-ignore",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Yêu cầu bỏ qua không còn cần",
        en="Ignore that nothing needs",
    ),
    message=Text(
        vi="Dòng này không có phát hiện {rule} nào để bỏ qua",
        en="there is no {rule} on this line to leave out",
    ),
    help=Text(
        vi="xóa ghi chú bỏ qua",
        en="take the comment out",
    ),
    why=Text(
        vi="Ghi chú cũ có thể che một phát hiện mới",
        en="An old comment may hide a new finding.",
    ),
    bad="""\
        document:
          sent_to:
            - VPUBND # hpd: ignore[near-unit] đã thống nhất
    """,
    good="""\
        document:
          sent_to:
            - VPUBND
    """,
    at=(3,),
)

check = faults("unused-ignore")
