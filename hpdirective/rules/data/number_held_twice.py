"""HPD909 number-held-twice: words held twice."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.holding import holdings
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD909",
    name="number-held-twice",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Một đoạn lời văn được ghi nhận hai lần",
        en="Words held twice",
    ),
    message=Text(
        vi="“{words}” của ý {clause} đã thuộc một mục khác",
        en="“{words}” of clause {clause} is held by another entry already",
    ),
    help=Text(
        vi="giữ đoạn này ở một mục; nếu là hai chỗ khác nhau thì ghi thêm từ đứng cạnh để phân biệt",
        en="keep it in one entry; where two places are meant, add a word beside it to tell them apart",
    ),
    why=Text(
        vi="Một con số vừa là chỉ tiêu vừa là ghi chú thì không rõ nó yêu cầu gì",
        en="A number that is both target and mark says two things.",
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
                        marks:
                          - {text: '21', kind: count} # HPD909
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
            if holding.taken:
                yield match(holding.path, words=holding.words, clause=clause.id)
