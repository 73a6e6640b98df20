"""HPD509 above-the-whole: share of a whole that is more than the whole."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.target import Op, Target, same_measure
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD509",
    name="above-the-whole",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Tỷ lệ trong tổng số lớn hơn 100%",
        en="Share of a whole that is more than the whole",
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” lớn hơn 100%, trong khi chỉ tiêu của nhiệm vụ {task} được hiểu là tỷ lệ trong “{whole}” (theo cách hiểu của bộ dữ liệu)",
        en="the target “{promised}” is more than 100%, while the indicator of task {task} is read as a share of “{whole}” (a reading of the data)",
    ),
    help=Text(
        vi="kiểm tra lại con số và ghi mức không quá 100%",
        en="check the number, and promise no more than 100%",
    ),
    why=Text(
        vi="Một phần không lớn hơn tổng số, nên mức trên 100% thường là ghi nhầm số hoặc nhầm chỉ tiêu",
        en="A part is no more than the whole, so that more than 100% is mostly a slip, or another indicator.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 185% # HPD509
    """,
    good="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 90%
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for promise in context.promises:
        share = promise.indicator.share
        if share and share.of and _exceeds(promise.target, promise.indicator.unit):
            yield match(
                promise.path,
                task=promise.duty.id,
                promised=promise.target.text,
                whole=share.of,
            )


def _exceeds(target: Target, unit: str | None) -> bool:
    """Tell whether a level can only be reached, or a range only be used up, beyond the whole; a rise by so much says nothing of that."""
    most = target.high if target.op is Op.RANGE else target.value
    if most is None or target.trend or not same_measure(target.unit, unit):
        return False
    if target.op in (Op.LESS, Op.AT_MOST):
        return False
    return most > 100 or (most == 100 and target.op is Op.MORE)
