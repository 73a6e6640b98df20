"""HPD902 overlapping-text: two clauses hold the same stretch of text."""

from collections.abc import Iterator
from itertools import pairwise

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD902",
    name="overlapping-text",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Hai ý liền nhau chứa cùng một đoạn lời văn",
        en="Two clauses hold the same stretch of text",
    ),
    message=Text(
        vi="Ý {clause} bắt đầu bằng lời văn mà ý {before} đã kết thúc: “{words}”",
        en="clause {clause} starts with the words that clause {before} ends with: “{words}”",
    ),
    help=Text(
        vi="chỉ giữ đoạn lời văn này ở một ý",
        en="keep these words in one of the two clauses",
    ),
    why=Text(
        vi="Các ý của một đoạn ghép lại phải thành đúng đoạn đó, mỗi chữ một lần",
        en="The clauses of a paragraph joined give it back, each word once.",
    ),
    bad="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Hoàn thành các công viên trong năm,
                      - id: II.1.1.2
                        text: công viên trong năm, mở rộng các đô thị. # HPD902
    """,
    good="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Hoàn thành các công viên trong năm,
                      - id: II.1.1.2
                        text: mở rộng các đô thị.
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for paragraph in context.directive.paragraphs if context.directive else ():
        for before, clause in pairwise(paragraph.clauses):
            words = _shared(before.text.split(), clause.text.split())
            if words:
                yield match(
                    clause.at("text"), clause=clause.id, before=before.id, words=" ".join(words)
                )


def _shared(before: list[str], after: list[str]) -> list[str]:
    """Give the longest run of words that ends the one and starts the other; a word or two may stand there by chance."""
    longest = min(len(before), len(after))
    return next((after[:n] for n in range(longest, 2, -1) if before[-n:] == after[:n]), [])
