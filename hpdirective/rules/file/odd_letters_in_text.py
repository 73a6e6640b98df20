"""HPD126 odd-letters-in-text: odd characters in the text."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match, is_name
from hpdirective.words import Text

RULE = Rule(
    id="HPD126",
    name="odd-letters-in-text",
    severity=Severity.INFO,
    cites=None,
    title=Text(vi="Ký tự lạ trong nội dung", en="Odd characters in the text"),
    message=Text(
        vi="Nội dung có ký tự không thường dùng ({character}); trong tệp có {count} chỗ như vậy",
        en="the text holds an unusual character ({character}); the file has {count} such places",
    ),
    help=Text(
        vi="gõ lại chỗ này nếu chữ hiện không đúng; nếu đúng thì không cần sửa",
        en="type it again if it looks wrong; otherwise leave it",
    ),
    why=Text(
        vi="Ký tự này thường do chép dán, không ảnh hưởng đến kết quả kiểm tra; NFD là chữ có dấu ghép từ nhiều ký tự (Unicode tổ hợp)",
        en="It mostly comes from pasting and does not change the result; NFD means letters put together from several characters.",
    ),
    bad="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ # HPD126
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    found = [fault for fault in context.by_code.get("odd-letters", ()) if not is_name(fault)]
    if found:
        facts = {**found[0].facts, "count": len(found)}
        yield Match(found[0].path, facts, span=found[0].span)
