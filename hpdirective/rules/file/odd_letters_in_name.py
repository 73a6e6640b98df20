"""HPD125 odd-letters-in-name: odd letters in an id, a name or a key."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match, is_name
from hpdirective.words import Text

RULE = Rule(
    id="HPD125",
    name="odd-letters-in-name",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Ký tự lạ trong mã, tên hoặc khóa", en="Odd letters in an id, a name or a key"),
    message=Text(
        vi="Mã, tên hoặc khóa có ký tự lạ ({character}) trông giống chữ thường dùng",
        en="an id, a name or a key holds an odd character ({character}) that looks like a usual one",
    ),
    help=Text(
        vi="gõ lại mã, tên hoặc khóa này với bảng mã Unicode (Unicode dựng sẵn)",
        en="type it again with a Unicode keyboard (precomposed letters)",
    ),
    why=Text(
        vi="Chữ trông giống nhau nhưng khác mã thì chương trình không nhận ra tên; NFD là chữ có dấu ghép từ nhiều ký tự (Unicode tổ hợp)",
        en="Letters that look alike but are not the same keep a name from being recognised; NFD means letters put together from several characters.",
    ),
    bad="""\
        actions:
          - id: А1 # HPD125
            tasks:
              - II.3.4.2
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    decomposed = 0
    for fault in context.by_code.get("odd-letters", ()):
        if not is_name(fault):
            continue
        if fault.facts["character"] == "NFD":
            decomposed += 1
            if decomposed > 1:
                continue  # a file typed so holds it everywhere: said once
        yield Match(fault.path, fault.facts, span=fault.span)
