"""HPD135 entry-without-dash: entry of a list without a dash and a space in front."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match
from hpdirective.words import Text

RULE = Rule(
    id="HPD135",
    name="entry-without-dash",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mục của danh sách chưa có dấu gạch và dấu cách ở đầu",
        en="Entry of a list without a dash and a space in front",
    ),
    message=Text(
        vi="Mục “{value}” của danh sách chưa bắt đầu bằng dấu gạch “-” và dấu cách",
        en="the entry “{value}” of a list does not start with a dash and a space",
    ),
    help=Text(
        vi="ghi “- ” (dấu gạch ngang trên bàn phím và một dấu cách) trước “{value}”",
        en="write “- ” (a hyphen and a space) before “{value}”",
    ),
    why=Text(
        vi="YAML nhận ra từng mục của danh sách qua dấu gạch và dấu cách; thiếu thì các mục bị nối vào nhau",
        en="YAML tells the entries of a list by a hyphen and a space; without them they run together.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            steps:
              -Rà soát từng dự án # HPD135
              - Giao ban hằng tháng
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            steps:
              - Rà soát từng dự án
              - Giao ban hằng tháng
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    said: set[int] = set()
    found = [(f, f.span) for f in context.by_code.get("entry-without-dash", ()) if f.span]
    for fault, span in sorted(found, key=lambda pair: pair[1].line):
        if span.line - 1 not in said:  # a list typed so is one fault, said at its first line
            yield Match(fault.path, fault.facts, span=span)
        said.add(span.line)
