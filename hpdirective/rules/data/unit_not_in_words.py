"""HPD906 unit-not-in-words: basis “named” or “place” without the unit in the words."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Basis
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD906",
    name="unit-not-in-words",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Căn cứ “nêu đích danh” hoặc “nêu tên địa bàn” nhưng lời văn không nêu đơn vị",
        en="Basis “named” or “place” without the unit in the words",
    ),
    message=Text(
        vi="{unit} được giao theo căn cứ “{basis}”, nhưng lời văn của ý {clause} không nêu tên đơn vị này",
        en="{unit} has basis “{basis}”, but the words of clause {clause} do not name it",
    ),
    help=Text(
        vi="dùng căn cứ function (kèm nguồn) hoặc reading (kèm lý do), hoặc bỏ dòng này",
        en="use basis function with its source, or reading with its reason, or take the row out",
    ),
    why=Text(
        vi="Chỉ được ghi “nêu đích danh”, “nêu tên địa bàn” khi chính văn bản nêu; ngược lại là gán cho văn bản điều không có",
        en="Named and place stand for the text's own words; anything else puts words into its mouth.",
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
                        text: Sở Tài chính tham mưu dự toán.
                        assign:
                          - {unit: SoYT, role: lead, basis: named} # HPD906
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
                        text: Sở Tài chính tham mưu dự toán.
                        assign:
                          - {unit: SoTC, role: lead, basis: named}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("assign"):
        for row in clause.assign:
            id = row.unit or row.group
            if id is None or row.basis not in (Basis.NAMED, Basis.PLACE):
                continue
            words = clause.text
            if (
                row.basis is Basis.NAMED
            ):  # the doer may stand earlier in the sentence, or in the lead-in
                words = f"{context.lead_in(clause)} {words}"
            if id not in context.units.standing(words):
                named = context.units.named(id)
                yield match(row.path, unit=named, basis=str(row.basis), clause=clause.id)
