"""HPD212 no-support: no action has a partner."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD212",
    name="no-support",
    severity=Severity.WARNING,
    cites="plan.contents",
    title=Text(vi="Không đầu việc nào có đơn vị phối hợp", en="No action has a partner"),
    message=Text(
        vi="Không đầu việc nào trong kế hoạch có đơn vị phối hợp (khóa support)",
        en="no action of the plan has a partner (key support)",
    ),
    help=Text(
        vi="ghi đơn vị phối hợp ở khóa “support” của từng đầu việc có phối hợp",
        en="write the partners under “support” where there are some",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu phối kết hợp với các cấp, ngành, địa phương liên quan",
        en="The directive wants the work done with others concerned.",
    ),
    bad="""\
        unit: CucHaiQuan
        actions: # HPD212
          - id: A1
            tasks:
              - III.1.4.1
              - III.1.4.2
            support:
    """,
    good="""\
        unit: CucHaiQuan
        actions:
          - id: A1
            tasks:
              - III.1.4.1
              - III.1.4.2
            support:
              - Cục Thuế
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.none_has("support"):
        yield match(("actions",))
