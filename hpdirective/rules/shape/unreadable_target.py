"""HPD223 unreadable-target: target cannot be read."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import reason_of
from hpdirective.model.target import TargetFault, UnreadableTarget, read_target
from hpdirective.rules.check import Match, PlanContext
from hpdirective.words import Fact, Text

RULE = Rule(
    id="HPD223",
    name="unreadable-target",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Không đọc được mức phấn đấu", en="Target cannot be read"),
    message=Text(
        vi="Không đọc được mức phấn đấu “{value}”: {reason}",
        en="the target “{value}” cannot be read: {reason}",
    ),
    help=Text(
        vi="ghi một con số với đơn vị tính, ví dụ “08 dự án”, “trên 85%”, “≥ 35 xã”",
        en="write one number with its unit of measure, such as “08 dự án”, “trên 85%”, “≥ 35 xã”",
    ),
    why=Text(
        vi="Mức phấn đấu không đọc được thì không so được với chỉ tiêu của Chỉ thị",
        en="A target that cannot be read cannot be compared with the directive.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: Đạt mức tiên tiến # HPD223
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 08 dự án
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for fault in context.by_code.get("unreadable-target", ()):
        yield Match(fault.path, fault.facts, context.of_indicator(fault.path))
    for path, promise, text in context.baselines():
        try:
            read_target(text)
        except UnreadableTarget as fault:
            facts: dict[str, Fact] = {"value": text, "reason": reason_of(fault, text)}
            yield Match(path, {**facts, "kind": str(fault.reason)}, promise.duty.id)
    for promise in context.misnamed:
        target = promise.target
        reason = Text(
            vi=f"phần chữ trước con số không phải là tên của chỉ tiêu: “{target.of}”",
            en=f"the words before the number are not the indicator's name: “{target.of}”",
        )
        facts = {"value": target.text, "reason": reason, "kind": str(TargetFault.PART_UNREAD)}
        yield Match(promise.path, facts, promise.duty.id)
