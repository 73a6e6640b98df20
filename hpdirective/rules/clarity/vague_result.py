"""HPD605 vague-result: result that names no product."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hpdirective.choices import Severity
from hpdirective.finding import Option, Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, any_of, fold

_EMPTY = (
    "được",
    "đã",
    "cơ bản",
    "hoàn thành",
    "hoàn tất",
    "thực hiện",
    "đạt",
    "tốt",
    "xong",
    "đúng",
    "đủ",
    "đảm bảo",
    "bảo đảm",
    "có",
    "các",
    "yêu cầu",
    "kết quả",
    "nhiệm vụ",
    "công việc",
    "kế hoạch đề ra",
    "tiến độ",
    "thời hạn",
    "hạn",
    "chất lượng",
    "quy định",
    "hiệu quả",
    "theo",
    "đề ra",
    "được giao",
    "và",
    "theo kế hoạch",
    "sản phẩm",
    "nâng cao",
    "tăng cường",
    "đẩy mạnh",
    "công tác",
    "quản lý",
    "hiệu lực",
)

RULE = Rule(
    id="HPD605",
    name="vague-result",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Kết quả không nêu sản phẩm",
        en="Result that names no product",
    ),
    message=Text(
        vi="Kết quả “{text}” của đầu việc {action} chưa nêu sản phẩm cụ thể",
        en="result “{text}” of action {action} names no product",
    ),
    help=Text(
        vi="ghi sản phẩm (văn bản, hồ sơ, công trình, báo cáo) hoặc con số đạt được, ví dụ “result: Biên bản nghiệm thu 08 dự án”",
        en="write the product (a document, a file, a structure, a report) or the figure reached, such as “result: Biên bản nghiệm thu 08 dự án”",
    ),
    why=Text(
        vi="Sản phẩm là căn cứ để xác nhận đầu việc đã hoàn thành",
        en="The product is what shows that the work is done.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            result: Hoàn thành tốt nhiệm vụ # HPD605
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            result: Biên bản nghiệm thu 08 dự án
    """,
    options=(
        Option(
            "empty",
            Text(
                vi="những lời không nêu sản phẩm; kết quả chỉ gồm những lời này là chung chung",
                en="words that name no product; a result of these alone is vague",
            ),
            _EMPTY,
        ),
    ),
)


def check(context: PlanContext) -> Iterator[Match]:
    empty = _only(context.settings.option(RULE, "empty"))
    for action in context.plan.actions:
        if action.result and empty.fullmatch(fold(action.result)):
            yield match(action.at("result"), text=action.result, action=action.id or "?")


@lru_cache
def _only(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{any_of(words)})(?:\s+|$))+")
