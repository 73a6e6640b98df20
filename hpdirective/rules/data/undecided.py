"""HPD923 undecided: something left to decide."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD923",
    name="undecided",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Còn chỗ chưa quyết định",
        en="Something left to decide",
    ),
    message=Text(
        vi="{where} còn chưa quyết định: {keys}",
        en="{where}: still to decide: {keys}",
    ),
    help=Text(
        vi="xem lại từng khóa, sửa hoặc giữ, rồi xóa tên khóa khỏi “todo”",
        en="look at each key, mend or keep it, then take its name out of “todo”",
    ),
    why=Text(
        vi="Bản nháp chỉ là đề xuất của máy; người lập dữ liệu xác nhận từng chỗ",
        en="A draft is a machine's proposal; a person confirms each place.",
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
                        text: Nâng cao hiệu quả đầu tư.
                        todo: [assign] # HPD923
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
                        text: Nâng cao hiệu quả đầu tư.
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    if context.directive and context.directive.todo:
        whole = Text(vi="Phần đầu tệp", en="the top of the file")
        yield match(("todo",), where=whole, keys=context.directive.todo)
    for clause in context.clauses:
        if clause.todo:
            where = Text(vi=f"Ý {clause.id}", en=f"clause {clause.id}")
            yield match(clause.at("todo"), where=where, keys=clause.todo)
