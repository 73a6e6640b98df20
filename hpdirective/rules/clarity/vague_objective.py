"""HPD601 vague-objective: objective that nothing can measure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hpdirective.choices import Severity
from hpdirective.finding import Option, Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, any_of, fold

# What alone says nothing that can be measured, and what does: a thing made, a time, a level; a number always does.
_VAGUE = (
    "đẩy mạnh",
    "tăng cường",
    "nâng cao",
    "phát huy",
    "quan tâm",
    "chú trọng",
    "làm tốt",
    "thực hiện tốt",
    "quyết liệt",
    "đẩy nhanh tiến độ",
    "tạo chuyển biến",
)
_TANGIBLE = (
    "quý",
    "tháng",
    "năm",
    "ngày",
    "hằng",
    "hàng",
    "toàn bộ",
    "tất cả",
    "mọi",
    "mỗi",
    "các xã",
    "dự án",
    "công trình",
    "đề án",
    "kế hoạch",
    "phương án",
    "quy hoạch",
    "hồ sơ",
    "tờ trình",
    "báo cáo",
    "danh mục",
    "quyết định",
    "quy chế",
    "nghị quyết",
    "hệ thống",
    "cơ sở dữ liệu",
    "phần mềm",
    "trạm",
    "trường",
    "bệnh viện",
    "đường",
    "cầu",
    "bến",
    "cảng",
    "khu",
    "cụm",
    "nhà máy",
    "lớp",
    "hội nghị",
    "hợp đồng",
    "giấy",
    "chỉ số",
    "tỷ lệ",
    "xếp hạng",
    "không để",
    "giảm",
    "hoàn thành",
    "khởi công",
    "đạt",
)

RULE = Rule(
    id="HPD601",
    name="vague-objective",
    severity=Severity.INFO,
    cites="plan.contents",
    title=Text(
        vi="Mục tiêu chung chung, không đo đếm được",
        en="Objective that nothing can measure",
    ),
    message=Text(
        vi="Mục tiêu “{text}” chưa có số liệu, sản phẩm hoặc thời gian",
        en="objective “{text}” has no number, product or date",
    ),
    help=Text(
        vi="nêu rõ mức cần đạt, sản phẩm hoặc thời gian, ví dụ “Đưa 08 dự án vào sử dụng trong Quý IV”",
        en="say how much, which product, or by when, such as “Đưa 08 dự án vào sử dụng trong Quý IV”",
    ),
    why=Text(
        vi="Mục tiêu chỉ ghi “đẩy mạnh”, “tăng cường”, “nâng cao” thì cuối năm không biết đã đạt hay chưa",
        en="With “promote”, “strengthen”, “improve” alone nobody can tell at year's end whether it was reached.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            objective: Đẩy mạnh, nâng cao hiệu quả công tác # HPD601
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            objective: Đưa 08 dự án vào sử dụng trong năm 2023
    """,
    options=(
        Option(
            "vague",
            Text(
                vi="lời mở đầu một mục tiêu chung chung",
                en="what an objective that nothing can measure starts with",
            ),
            _VAGUE,
        ),
        Option(
            "tangible",
            Text(
                vi="lời cho biết sản phẩm, thời gian hoặc mức đạt",
                en="what names a product, a time or a level",
            ),
            _TANGIBLE,
        ),
    ),
)


def check(context: PlanContext) -> Iterator[Match]:
    vague, tangible = (context.settings.option(RULE, name) for name in ("vague", "tangible"))
    for n, text in enumerate(context.plan.objectives):
        if _is_vague(text, vague, tangible):
            yield match(("objectives", n), text=text)
    for action in context.plan.actions:
        if action.objective and _is_vague(action.objective, vague, tangible):
            yield match(action.at("objective"), text=action.objective)


def _is_vague(text: str, vague: tuple[str, ...], tangible: tuple[str, ...]) -> bool:
    said = fold(text)
    return bool(_start(vague).match(said)) and not _anywhere(tangible).search(said)


@lru_cache
def _start(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:tiếp tục |tập trung |từng bước |không ngừng )*(?:{any_of(words)})(?!\w)"
    )


@lru_cache
def _anywhere(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\d|(?<!\w)(?<!công tác )(?:{any_of(words)})(?!\w)")
