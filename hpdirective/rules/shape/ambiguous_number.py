"""HPD224 ambiguous-number: number that can be read two ways."""

from collections.abc import Iterator
from contextlib import suppress

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.target import UnreadableTarget, read_target
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD224",
    name="ambiguous-number",
    severity=Severity.WARNING,
    cites=None,
    title=Text(vi="Số có thể hiểu hai cách", en="Number that can be read two ways"),
    message=Text(
        vi="Số trong “{value}” có thể hiểu hai cách: dấu chấm hoặc dấu phẩy ngăn phần nghìn hay phần thập phân",
        en="the number in “{value}” can be read two ways: the point or comma may mark thousands or decimals",
    ),
    help=Text(
        vi="số nguyên ghi liền, không có dấu ngăn (1234); số thập phân ghi dấu phẩy với một hoặc hai chữ số sau đó (1,23)",
        en="write whole numbers without any mark (1234), decimals with a comma and one or two digits (1,23)",
    ),
    why=Text(
        vi="Hiểu sai một dấu làm mức phấn đấu lệch một nghìn lần",
        en="One mark misread moves the target a thousandfold.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            indicators:
              - id: du-an-hoan-thanh
                target: 1.234 dự án # HPD224
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
    for action in context.plan.actions:
        for promised in action.indicators:
            if promised.target and promised.target.ambiguous:
                path = promised.at("target")
                yield match(path, task=context.of_indicator(path), value=promised.target.text)
    for path, promise, text in context.baselines():
        with suppress(UnreadableTarget):  # that is HPD223's
            if read_target(text).ambiguous:
                yield match(path, task=promise.duty.id, value=text)
