"""HPD924 unknown-annex: clause needs an annex that is not declared."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD924",
    name="unknown-annex",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Ý dẫn phụ lục chưa được khai báo",
        en="Clause needs an annex that is not declared",
    ),
    message=Text(
        vi="Phụ lục “{id}” của ý {clause} không có trong “annexes” của chỉ thị",
        en="annex “{id}” of clause {clause} is not among the directive's annexes",
    ),
    help=Text(
        vi="khai báo phụ lục ở đầu tệp, hoặc ghi đúng mã",
        en="declare it at the top of the file, or write the right id",
    ),
    why=Text(
        vi="Phụ lục chưa có thì nhiệm vụ được liệt kê là chưa kiểm tra; mã sai thì bị bỏ qua",
        en="What needs a missing annex is listed as not run; with a wrong id it would be passed over.",
    ),
    bad="""\
        kind: directive
        annexes:
          - id: PL1
            title: {vi: Phụ lục 1, en: Annex 1}
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Phấn đấu đạt các chỉ tiêu tại Phụ lục.
                        annexes:
                          - PL9 # HPD924
    """,
    good="""\
        kind: directive
        annexes:
          - id: PL1
            title: {vi: Phụ lục 1, en: Annex 1}
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Phấn đấu đạt các chỉ tiêu tại Phụ lục.
                        annexes:
                          - PL1
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    known = {annex.id for annex in context.directive.annexes} if context.directive else set()
    for clause in context.clauses:
        for n, id in enumerate(clause.annexes):
            if id not in known:
                yield match((*clause.at("annexes"), n), id=id, clause=clause.id)
