"""HPD908 number-not-held: number in the text that nothing holds."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.holding import numbers_not_held
from hpdirective.rules.check import DataContext, Match
from hpdirective.words import Text

RULE = Rule(
    id="HPD908",
    name="number-not-held",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Số trong lời văn chưa được ghi nhận ở đâu",
        en="Number in the text that nothing holds",
    ),
    message=Text(
        vi="Số “{number}” trong lời văn của ý {clause} chưa thuộc thời hạn, hạng mục, chỉ tiêu, văn bản dẫn chiếu, tầm nhìn hay “marks” nào",
        en="number “{number}” of clause {clause} is in no due date, item, indicator, reference, horizon or mark",
    ),
    help=Text(
        vi="ghi số này vào đúng mục của nó; số không đặt ra yêu cầu thì ghi ở “marks” kèm loại",
        en="put it where it belongs; a number that asks for nothing is a mark with its kind",
    ),
    why=Text(
        vi="Một con số bỏ quên có thể là một chỉ tiêu hoặc thời hạn không ai đối chiếu",
        en="A number left out may be a target or a date that nobody checks.",
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
                        text: Hoàn thành 21 công viên. # HPD908
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
        if not context.unreadable_under(clause.path):
            for number in dict.fromkeys(numbers_not_held(clause)):
                yield Match(clause.at("text"), {"number": number, "clause": clause.id})
