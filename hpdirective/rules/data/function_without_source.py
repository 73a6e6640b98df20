"""HPD916 function-without-source: basis “function” without a source that the unit has."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD916",
    name="function-without-source",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Căn cứ “theo chức năng” chưa dẫn nguồn có trong tệp của đơn vị",
        en="Basis “function” without a source that the unit has",
    ),
    message=Text(
        vi="Nhiệm vụ {clause} ghi cho {unit} theo chức năng, nhưng nguồn “{source}” không có trong chức năng của đơn vị này",
        en="{unit} has {clause} by function, but the source “{source}” is not among its functions",
    ),
    help=Text(
        vi="ghi nguồn có trong tệp của đơn vị, hoặc dùng căn cứ reading kèm lý do",
        en="give a source that the unit's file has, or use basis reading with a reason",
    ),
    why=Text(
        vi="“Theo chức năng” nghĩa là văn bản pháp luật quy định, nên cần dẫn văn bản đó",
        en="By function means that a law says so, and the law has to be named.",
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
                        assign:
                          - {unit: SoKHDT, role: lead, basis: function, source: Nghị định chưa rõ} # HPD916
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
                          - {unit: SoKHDT, role: lead, basis: function, source: NĐ 24/2014/NĐ-CP (sửa đổi bởi NĐ 107/2020/NĐ-CP)}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        for row in clause.assign:
            unit = context.units.by_id.get(row.unit or "")
            known = (
                {function.source for function in unit.functions if function.source}
                if unit
                else set()
            )
            if row.basis is Basis.FUNCTION and row.source not in known:
                named = context.units.named(row.unit or row.group or "")
                yield match(row.path, unit=named, clause=clause.id, source=row.source or "-")
