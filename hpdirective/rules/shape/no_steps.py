"""HPD211 no-steps: no action has steps."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD211",
    name="no-steps",
    severity=Severity.WARNING,
    cites="plan.contents",
    title=Text(vi="Không đầu việc nào có giải pháp, nội dung thực hiện", en="No action has steps"),
    message=Text(
        vi="Không đầu việc nào trong kế hoạch có giải pháp, nội dung thực hiện (khóa steps)",
        en="no action of the plan has steps (key steps)",
    ),
    help=Text(
        vi="ghi giải pháp, nội dung thực hiện ở khóa “steps” của từng đầu việc, mỗi bước một dòng sau dấu gạch",
        en="write the steps under “steps” in each action, one a line, each after a dash",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu kế hoạch đề ra các giải pháp thực hiện",
        en="The directive wants the plan to set out how the tasks will be carried out.",
    ),
    bad="""\
        unit: CucHaiQuan
        actions: # HPD211
          - id: A1
            tasks:
              - III.1.4.1
              - III.1.4.2
            steps:
    """,
    good="""\
        unit: CucHaiQuan
        actions:
          - id: A1
            tasks:
              - III.1.4.1
              - III.1.4.2
            steps:
              - Tổng hợp số liệu thu nộp từ các chi cục
    """,
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    if context.none_has("steps"):
        yield match(("actions",))
