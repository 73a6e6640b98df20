"""HPD607 vague-title: title that does not say what is done."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hpdirective.choices import Severity
from hpdirective.finding import Option, Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, any_of, fold

_EMPTY = (
    "thực hiện",
    "tổ chức thực hiện",
    "triển khai",
    "theo dõi",
    "đôn đốc",
    "tiếp tục",
    "hoàn thành",
    "tốt",
    "các",
    "nhiệm vụ",
    "công việc",
    "nội dung",
    "đầu việc",
    "được giao",
    "theo chức năng",
    "theo chỉ thị",
    "theo quy định",
    "theo kế hoạch",
    "theo yêu cầu",
    "và",
)

RULE = Rule(
    id="HPD607",
    name="vague-title",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Tên đầu việc không nêu việc cần làm",
        en="Title that does not say what is done",
    ),
    message=Text(
        vi="Tên “{text}” của đầu việc {action} chưa nêu việc cần làm, và đầu việc chưa có giải pháp, nội dung thực hiện",
        en="the title “{text}” of action {action} does not say what is done, nor do any steps",
    ),
    help=Text(
        vi="nêu việc cụ thể của đơn vị ở “title”, hoặc các bước ở “steps”",
        en="say what the unit itself will do in “title”, or how in “steps”",
    ),
    why=Text(
        vi="Tên chỉ gồm lời chung thì không biết đơn vị làm gì để đáp ứng nhiệm vụ",
        en="From general words alone nobody knows what the unit does about its task.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Triển khai thực hiện # HPD607
            steps: # HPD214
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Tháo gỡ vướng mắc mặt bằng cho 08 dự án
    """,
    options=(
        Option(
            "empty",
            Text(
                vi="những lời không nêu việc; tên chỉ gồm những lời này là chung chung",
                en="words that say nothing of what is done; a title of these alone is vague",
            ),
            _EMPTY,
        ),
    ),
)


def check(context: PlanContext) -> Iterator[Match]:
    empty = _only(context.settings.option(RULE, "empty"))
    for action in context.plan.actions:
        told = action.steps or context.unreadable_under(action.at("steps"))
        if action.title and not told and empty.fullmatch(fold(action.title)):
            yield match(action.at("title"), text=action.title, action=action.id or "?")


@lru_cache
def _only(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{any_of(words)})(?:\s+|$))+")
