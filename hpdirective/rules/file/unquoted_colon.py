"""HPD117 unquoted-colon: colon inside a value that is not quoted."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match
from hpdirective.words import Text

RULE = Rule(
    id="HPD117",
    name="unquoted-colon",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dấu hai chấm trong giá trị không có dấu nháy",
        en="Colon inside a value that is not quoted",
    ),
    message=Text(
        vi="Giá trị “{value}” có dấu hai chấm mà không đặt trong dấu nháy",
        en="the value “{value}” holds a colon and is not quoted",
    ),
    help=Text(
        vi='đặt cả giá trị trong dấu nháy kép: "{value}"',
        en='put the whole value in double quotation marks: "{value}"',
    ),
    why=Text(
        vi="YAML hiểu dấu hai chấm kèm dấu cách là bắt đầu một khóa mới",
        en="YAML takes a colon and a space for the start of a new key.",
    ),
    bad="""\
        objectives:
          - Giao ban: ngày 25 hằng tháng # HPD117
    """,
    good="""\
        objectives:
          - "Giao ban: ngày 25 hằng tháng"
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    seen: set[int] = set()
    for fault in context.by_code.get("unquoted-colon", ()):
        span = fault.span or context.document.span(fault.path)
        if span and span.line not in seen:  # a line with two colons is one fault
            seen.add(span.line)
            yield Match(fault.path, fault.facts, span=fault.span)
