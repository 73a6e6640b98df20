"""HPD133 unused-ignore: ignore that nothing needs."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD133",
    name="unused-ignore",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Ghi chú bỏ qua không còn cần",
        en="Ignore comment that is not needed",
    ),
    message=Text(
        vi="Dòng mà ghi chú này nói đến không có phát hiện {rule} nào để bỏ qua",
        en="the line that this comment is about has no finding of {rule} to leave out",
    ),
    help=Text(
        vi="xóa ghi chú bỏ qua",
        en="delete the comment",
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
