"""HPD221 wrong-type: value of the wrong kind."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match
from hpdirective.source.place import KeyPath
from hpdirective.words import Text

RULE = Rule(
    id="HPD221",
    name="wrong-type",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Giá trị không đúng kiểu", en="Value of the wrong kind"),
    message=Text(
        vi="Ở đây cần {expected}, nhưng tệp ghi {found}",
        en="{expected} is needed here, but the file has {found}",
    ),
    help=Text(
        vi="{hint}",
        en="{hint}",
    ),
    usual={
        "expected": Text(
            vi="một kiểu giá trị",
            en="one kind of value",
        ),
        "found": Text(
            vi="một kiểu khác",
            en="another",
        ),
        "hint": Text(
            vi="ghi đúng kiểu: một giá trị trên một dòng, mỗi mục một dòng sau dấu gạch, hoặc các dòng “khóa: giá trị” thụt vào dưới khóa này",
            en="write it as the kind that is needed: a value on one line, one entry a line after a dash, or “key: value” lines indented under this key",
        ),
    },
    why=Text(
        vi="Giá trị sai kiểu thì không đọc được", en="A value of the wrong kind cannot be read."
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            result: # HPD221
              - Báo cáo
              - Tờ trình
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            result: Báo cáo, tờ trình
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    last: KeyPath = ()
    open_brackets = {f.span.line for f in context.by_code.get("unclosed-bracket", ()) if f.span}
    for fault in context.by_code.get("wrong-type", ()):
        span = context.document.span(fault.path)
        if span and span.line in open_brackets:
            continue  # what the bracket makes of the value is its fault
        before, last = last, fault.path
        if _follows(before, fault.path):
            continue  # a list under the wrong key is one fault, said at its first entry
        yield Match(fault.path, fault.facts)


def _follows(before: KeyPath, path: KeyPath) -> bool:
    return (
        bool(before and path)
        and before[:-1] == path[:-1]
        and isinstance(before[-1], int)
        and isinstance(path[-1], int)
        and path[-1] == before[-1] + 1
    )
