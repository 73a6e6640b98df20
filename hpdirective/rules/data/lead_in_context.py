"""HPD932 lead-in-context: unit that leads a clause which carries no duty."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Kind, Role
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD932",
    name="lead-in-context",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Ý không giao nhiệm vụ mà có đơn vị chủ trì",
        en="Clause that carries no duty and has a lead",
    ),
    message=Text(
        vi="Ý {clause} là “context”, không giao nhiệm vụ, nhưng có đơn vị chủ trì: {unit}",
        en="clause {clause} is “context”, which carries no duty, and has a lead: {unit}",
    ),
    help=Text(
        vi="ghi đúng loại nhiệm vụ ở “kind”, hoặc bỏ dòng này nếu ý chỉ nêu bối cảnh",
        en="write the kind of the duty in “kind”, or take the row out if the clause only tells how things stand",
    ),
    why=Text(
        vi="Ý “context” không nằm trong tổng số: không đơn vị nào bị coi là thiếu, và tỷ lệ đáp ứng cao hơn thực tế",
        en="What is context stands in no total: nobody owes it, and coverage reads higher than the truth.",
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
                        kind: context
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư} # HPD932
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
                        kind: sustain
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.decided("kind"):
        lead = next((row for row in clause.assign if row.role is Role.LEAD), None)
        id = (lead.unit or lead.group) if lead else None
        known = "kind" in clause.model_fields_set and not context.unreadable_under(
            clause.at("kind")
        )
        if lead and id and known and clause.kind is Kind.CONTEXT:
            yield match(lead.path, clause=clause.id, unit=context.units.named(id))
