"""HPD910 words-not-in-text: quoted words that do not stand in the clause."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.holding import holdings
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD910",
    name="words-not-in-text",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Lời văn trích không có trong ý",
        en="Quoted words that do not stand in the clause",
    ),
    message=Text(
        vi="“{words}” không có trong lời văn của ý {clause}",
        en="“{words}” does not stand in the words of clause {clause}",
    ),
    help=Text(
        vi="chép đúng từng chữ như lời văn của ý",
        en="copy it word for word from the clause",
    ),
    why=Text(
        vi="Chỉ tiêu, thời hạn, hạng mục chỉ có giá trị khi chính văn bản nói như vậy",
        en="A target, date or item holds only where the text says it.",
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
                        text: Hoàn thành 21 công viên.
                        indicators:
                          - id: cong-vien
                            text: 21 công viên
                        references:
                          - {text: Quyết định số 15} # HPD910
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
                        text: Hoàn thành 21 công viên.
                        indicators:
                          - id: cong-vien
                            text: 21 công viên
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        for holding in holdings(clause):
            if holding.span is None and not holding.taken:
                yield match(holding.path, words=holding.words, clause=clause.id)
        for indicator in clause.indicators:
            share = indicator.share
            if share and share.of and share.of not in clause.text:
                yield match(share.at("of"), words=share.of, clause=clause.id)
