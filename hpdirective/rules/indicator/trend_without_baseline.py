"""HPD506 trend-without-baseline: trend without a baseline."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD506",
    name="trend-without-baseline",
    severity=Severity.WARNING,
    cites="task",
    title=Text(vi="Chỉ tiêu xu hướng chưa có hiện trạng", en="Trend without a baseline"),
    message=Text(
        vi="Chỉ tiêu “{name}” của nhiệm vụ {task} chưa ghi hiện trạng để so sánh (khóa baseline)",
        en="indicator “{name}” of task {task} has no baseline to compare with (key baseline)",
    ),
    help=Text(
        vi="thêm “baseline: …” với kết quả năm trước",
        en="add “baseline: …” with the last year's value",
    ),
    why=Text(
        vi="Chỉ thị yêu cầu tăng hoặc giảm; không có hiện trạng thì không biết có tăng, giảm hay không",
        en="The directive asks for more or less; without a baseline nobody can tell whether it rose or fell.",
    ),
    bad="""\
        unit: SoTTTT
        actions:
          - tasks:
              - II.4.5.1
            indicators:
              - id: dti # HPD506
                target: hạng 9
    """,
    good="""\
        unit: SoTTTT
        actions:
          - tasks:
              - II.4.5.1
            indicators:
              - id: dti
                baseline: hạng 10
                target: hạng 9
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        indicator, promised = promise.indicator, promise.promised
        if (
            indicator.trend
            and _says_nothing(promised.baseline)
            and not context.unreadable(promised.at("baseline"))
        ):
            name = indicator.called
            yield match(promised.at("baseline"), task=promise.duty.id, name=name)


def _says_nothing(baseline: str | None) -> bool:
    """Tell whether a baseline holds no figure at all."""
    return not any(char.isdigit() for char in baseline or "")
