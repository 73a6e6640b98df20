"""What the invented plans say: sentences of officials, by the kind of a clause and the sort of a unit."""

import re
from zlib import crc32

from msgspec import Struct

from hpdirective.model.directive import Clause, Kind
from hpdirective.model.unit import Unit
from hpdirective.words import fold


class Pattern(Struct, frozen=True):
    """An action in the words of a plan: {name} is the clause's short name, {where} the unit's field, {year} the directive's year."""

    title: str
    objective: str
    steps: tuple[str, ...]
    milestone: str
    result: str


def chosen(options: tuple[str, ...], *keys: str) -> str:
    """Choose one of several words; the same keys always choose the same."""
    return options[turn(len(options), *keys)]


def turn(count: int, *keys: str) -> int:
    return crc32("/".join(keys).encode()) % count


def pattern(clause: Clause, unit: Unit) -> Pattern:
    """Give the pattern of an action of a unit on a clause."""
    options = _BY_KIND.get(clause.kind, _SUSTAIN)
    return options[turn(len(options), unit.id, clause.id)]


def where(unit: Unit) -> str:
    """Say what a unit answers for: a district for its ground, others for their field."""
    if unit.type in ("quan", "huyen"):
        return "trên địa bàn"
    return "của ngành" if _is_department(unit) else "của đơn vị"


def division(clause: Clause, unit: Unit) -> str:
    """Give the division of a unit that a clause fits, by the words of its short name."""
    if clause.restricted and unit.type in ("quan", "huyen"):
        return _own("Ban Chỉ huy Quân sự {kind}", unit)
    said = fold(clause.name.vi)
    table = _DISTRICT if unit.type in ("quan", "huyen") else _DEPARTMENT
    for words, names in table:
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", said):
            return _own(chosen(names, unit.id, clause.id), unit)
    rest = _REST_OF_A_DISTRICT if unit.type in ("quan", "huyen") else _REST
    return _own(chosen(rest, unit.id, clause.id), unit)


def _own(name: str, unit: Unit) -> str:
    """Name a division as the unit does: "Thanh tra Sở" is a department's, "Thanh tra huyện" a district's."""
    if (
        unit.type == "huyen"
    ):  # Decree 37/2014/NĐ-CP gives the two sorts of district different divisions
        return name.replace("Quản lý đô thị", "Kinh tế và Hạ tầng").format(kind="huyện")
    if unit.type == "quan":
        return name.format(kind="quận")
    if _is_department(unit):
        return name.format(kind="Sở")
    return {"Thanh tra {kind}": "Phòng Thanh tra, kiểm tra", "Văn phòng {kind}": "Văn phòng"}.get(
        name, name
    )


def _is_department(unit: Unit) -> bool:
    return unit.named.name.vi.startswith("Sở ")


def inner(unit: Unit) -> str:
    """Name the bodies under a unit that take part in its work."""
    return "các đơn vị trực thuộc Sở" if _is_department(unit) else "các đơn vị trực thuộc"


def communes(unit: Unit) -> str | None:
    """Give the partners that a district has on its own ground."""
    return {"quan": "UBND các phường", "huyen": "UBND các xã, thị trấn"}.get(unit.type or "")


_DELIVER = (
    Pattern(
        "Lập tiến độ chi tiết và tổ chức thực hiện nội dung “{name}” {where}",
        "Hoàn thành toàn bộ khối lượng được giao, có hồ sơ nghiệm thu hoặc văn bản phê duyệt trong năm {year}",
        (
            "Rà soát khối lượng còn lại, xác định việc theo từng tháng và người phụ trách",
            "Tháo gỡ vướng mắc về thủ tục, nguồn vốn; việc vượt thẩm quyền thì báo cáo {issuer}",
            "Kiểm tra kết quả, lập hồ sơ trình cấp có thẩm quyền",
        ),
        "Ban hành tiến độ chi tiết và phân công người phụ trách",
        "Tờ trình kèm hồ sơ hoàn thành; báo cáo kết quả gửi {issuer}",
    ),
    Pattern(
        "Xây dựng phương án, phân công đầu mối thực hiện nhiệm vụ “{name}”",
        "Có sản phẩm được cấp có thẩm quyền phê duyệt hoặc nghiệm thu trước khi kết thúc năm {year}",
        (
            "Xây dựng phương án, dự toán và danh mục việc cần làm",
            "Lấy ý kiến các cơ quan liên quan, hoàn thiện phương án",
            "Tổ chức thực hiện, giao ban kiểm điểm tiến độ hằng tháng",
        ),
        "Phê duyệt phương án thực hiện",
        "Quyết định phê duyệt hoặc biên bản nghiệm thu; báo cáo kết quả thực hiện",
    ),
    Pattern(
        "Chỉ đạo, kiểm tra hằng tháng việc thực hiện nhiệm vụ “{name}” {where}",
        "Hoàn thành đúng thời hạn, hồ sơ đầy đủ theo quy định, không chuyển việc sang năm sau",
        (
            "Thành lập tổ công tác do lãnh đạo đơn vị làm tổ trưởng",
            "Kiểm tra thực tế, đánh giá tiến độ từng hạng mục vào tuần cuối hằng tháng",
            "Tổng hợp, lập hồ sơ kết thúc và bàn giao, lưu trữ",
        ),
        "Kiểm điểm tiến độ giữa kỳ, điều chỉnh phân công",
        "Hồ sơ kết thúc công việc; thông báo kết quả của cấp có thẩm quyền",
    ),
)
_ADVANCE = (
    Pattern(
        "Lập bảng tiến độ theo quý để đẩy nhanh việc thực hiện “{name}”",
        "Hoàn thành khối lượng theo bảng tiến độ của năm {year}, mỗi quý có báo cáo đánh giá",
        (
            "Lập bảng tiến độ theo quý, nêu rõ việc, sản phẩm và người phụ trách",
            "Giao ban hằng tháng với các đơn vị liên quan để xử lý vướng mắc",
            "Đề xuất giải pháp bổ sung khi tiến độ chậm quá một tháng",
        ),
        "Hoàn thành khối lượng của giai đoạn đầu",
        "Bảng tiến độ được phê duyệt; báo cáo kết quả từng quý",
    ),
    Pattern(
        "Rà soát vướng mắc, đề xuất cơ chế phối hợp triển khai “{name}” {where}",
        "Toàn bộ vướng mắc được phân loại, có phương án xử lý và thời hạn cụ thể trong năm {year}",
        (
            "Rà soát, lập danh mục vướng mắc theo từng nhóm việc",
            "Thống nhất cơ chế phối hợp, thời hạn xử lý với các cơ quan liên quan",
            "Theo dõi, cập nhật kết quả xử lý lên phần mềm quản lý công việc",
        ),
        "Hoàn thành danh mục vướng mắc và phương án xử lý",
        "Danh mục vướng mắc kèm phương án xử lý; báo cáo kết quả thực hiện",
    ),
    Pattern(
        "Ban hành chương trình làm việc và tổ chức triển khai nội dung “{name}”",
        "Chương trình làm việc được ban hành trong Quý I, hoàn thành các mốc của năm {year}",
        (
            "Ban hành chương trình làm việc, phân công lãnh đạo phụ trách từng nội dung",
            "Triển khai theo chương trình, ưu tiên nội dung đã đủ điều kiện",
            "Sơ kết sáu tháng, điều chỉnh chương trình cho phù hợp thực tế",
        ),
        "Sơ kết kết quả thực hiện chương trình làm việc",
        "Quyết định ban hành chương trình làm việc; báo cáo sơ kết và báo cáo năm",
    ),
)
_SUSTAIN = (
    Pattern(
        "Tổ chức thực hiện và kiểm tra định kỳ nội dung “{name}” {where}",
        "Mỗi quý kiểm tra ít nhất một lần, toàn bộ tồn tại được xử lý trong tháng tiếp theo",
        (
            "Giao chỉ tiêu cụ thể cho từng bộ phận, công chức phụ trách",
            "Kiểm tra định kỳ hằng quý, kiểm tra đột xuất khi có phản ánh",
            "Tổng hợp kết quả, kiến nghị giải pháp với cấp có thẩm quyền",
        ),
        "Kiểm tra, đánh giá kết quả sáu tháng đầu năm",
        "Báo cáo kết quả hằng quý; biên bản kiểm tra",
    ),
    Pattern(
        "Duy trì và cải tiến quy trình thực hiện nhiệm vụ “{name}”",
        "Quy trình nội bộ được rà soát mỗi năm một lần, báo cáo kết quả đúng kỳ hạn",
        (
            "Rà soát quy trình nội bộ, bãi bỏ bước trùng lặp",
            "Tập huấn nghiệp vụ cho công chức, viên chức được giao việc",
            "Theo dõi, đánh giá mức độ hoàn thành hằng tháng",
        ),
        "Hoàn thành rà soát quy trình nội bộ",
        "Quy trình nội bộ được cập nhật; báo cáo đánh giá hằng quý",
    ),
    Pattern(
        "Cụ thể hóa thành việc hằng tháng nội dung “{name}” {where}",
        "Hằng tháng có danh mục việc và kết quả kèm theo, cả năm không để việc tồn đọng",
        (
            "Lập danh mục việc hằng tháng, công khai người phụ trách và thời hạn",
            "Phối hợp với các cơ quan liên quan xử lý việc phát sinh trong ngày làm việc",
            "Đánh giá kết quả tại hội nghị giao ban tháng",
        ),
        "Sơ kết danh mục việc của sáu tháng đầu năm",
        "Danh mục việc hằng tháng; thông báo kết luận giao ban",
    ),
    Pattern(
        "Xây dựng kế hoạch chuyên đề và hướng dẫn thực hiện “{name}”",
        "Kế hoạch chuyên đề được ban hành trong Quý I năm {year}, các bộ phận báo cáo hằng quý",
        (
            "Xây dựng kế hoạch chuyên đề gắn với dự toán được giao",
            "Hướng dẫn, phổ biến đến từng bộ phận và đơn vị trực thuộc",
            "Tổng hợp khó khăn, đề xuất điều chỉnh khi cần thiết",
        ),
        "Ban hành văn bản hướng dẫn thực hiện",
        "Kế hoạch chuyên đề; văn bản hướng dẫn; báo cáo tổng hợp hằng quý",
    ),
)
_STUDY = (
    Pattern(
        "Khảo sát, xây dựng báo cáo chuyên đề phục vụ nhiệm vụ “{name}”",
        "Có báo cáo chuyên đề kèm kiến nghị cụ thể trình cấp có thẩm quyền trong năm {year}",
        (
            "Xây dựng đề cương, thu thập số liệu của ba năm gần nhất",
            "Khảo sát thực tế, tham khảo kinh nghiệm của các địa phương khác",
            "Tổ chức hội thảo lấy ý kiến chuyên gia, hoàn thiện báo cáo",
        ),
        "Hoàn thành dự thảo báo cáo chuyên đề",
        "Báo cáo chuyên đề; tờ trình {issuer}",
    ),
    Pattern(
        "Xây dựng đề cương, so sánh các phương án đối với nhiệm vụ “{name}”",
        "Trình ít nhất 02 phương án kèm dự kiến nguồn lực trước khi kết thúc năm {year}",
        (
            "Thành lập nhóm nghiên cứu, phê duyệt đề cương",
            "Phân tích hiện trạng, dự báo nhu cầu và so sánh các phương án",
            "Lấy ý kiến các sở, ngành, địa phương và hoàn thiện hồ sơ",
        ),
        "Phê duyệt đề cương nghiên cứu",
        "Hồ sơ phương án kèm tờ trình; biên bản họp thẩm định",
    ),
)
_REPORT = (
    Pattern(
        "Tổng hợp số liệu, xây dựng và gửi báo cáo theo nhiệm vụ “{name}”",
        "Báo cáo gửi đúng thời hạn, 100% số liệu có nguồn và được bộ phận chuyên môn xác nhận",
        (
            "Ban hành đề cương, biểu mẫu số liệu cho các bộ phận",
            "Tổng hợp, đối chiếu số liệu với kết quả theo dõi hằng tháng",
            "Trình lãnh đạo đơn vị ký, gửi trên phần mềm quản lý văn bản",
        ),
        "Hoàn thành dự thảo báo cáo",
        "Báo cáo được lãnh đạo đơn vị ký ban hành kèm biểu số liệu",
    ),
    Pattern(
        "Đánh giá kết quả từng đầu việc, lập báo cáo theo nhiệm vụ “{name}”",
        "Báo cáo nêu rõ kết quả, nguyên nhân và kiến nghị của từng đầu việc, gửi đúng thời hạn",
        (
            "Các bộ phận tự đánh giá mức độ hoàn thành từng đầu việc",
            "Họp thẩm định kết quả tự đánh giá, thống nhất số liệu",
            "Hoàn thiện, ký ban hành và lưu hồ sơ báo cáo",
        ),
        "Các bộ phận gửi kết quả tự đánh giá",
        "Báo cáo đánh giá kèm phụ lục kết quả từng đầu việc",
    ),
)
_BY_KIND = {
    Kind.DELIVER: _DELIVER,
    Kind.ADVANCE: _ADVANCE,
    Kind.SUSTAIN: _SUSTAIN,
    Kind.STUDY: _STUDY,
    Kind.REPORT: _REPORT,
}

_DISTRICT = (
    ("thanh tra|khiếu nại|tố cáo|tham nhũng|vụ việc", ("Thanh tra {kind}",)),
    ("nông thôn|nông nghiệp|chăn nuôi", ("Phòng Nông nghiệp và Phát triển nông thôn",)),
    ("đất đai|tái định cư|môi trường|sạt lở", ("Phòng Tài nguyên và Môi trường",)),
    ("văn hóa|thể thao|du lịch|di sản|tuyên truyền|trực tuyến", ("Phòng Văn hóa và Thông tin",)),
    ("công viên|đô thị|hạ tầng|xây dựng|nạo vét|vỉa hè", ("Phòng Quản lý đô thị",)),
    ("báo cáo|tổng kết|phối hợp", ("Văn phòng HĐND và UBND {kind}",)),
    ("vốn|giải ngân|ngân sách|thu|chi", ("Phòng Tài chính - Kế hoạch",)),
    ("bộ máy|chính quyền|cán bộ", ("Phòng Nội vụ",)),
)
_REST_OF_A_DISTRICT = (
    "Văn phòng HĐND và UBND {kind}",
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
)
_DEPARTMENT = (
    ("thanh tra|khiếu nại|tố cáo|tham nhũng|vụ việc|chống", ("Thanh tra {kind}",)),
    ("báo cáo|tổng kết|đôn đốc|phối hợp", ("Văn phòng {kind}",)),
    (
        "(?:đổi|nền tảng|chính quyền|văn hóa|công nghệ) số|dữ liệu|điện tử|trực tuyến",
        ("Phòng Công nghệ thông tin", "Trung tâm Thông tin"),
    ),
    ("quy hoạch|đề án|chương trình|nghị quyết", ("Phòng Quy hoạch - Tổng hợp", "Phòng Tổng hợp")),
    (
        "đầu tư|dự án|khởi công|hạ tầng|giải ngân",
        ("Phòng Quản lý dự án", "Phòng Kế hoạch - Đầu tư"),
    ),
    ("tuyên truyền|thông tin|truyền thông", ("Phòng Thông tin - Tuyên truyền",)),
)
_REST = ("Phòng Kế hoạch - Tổng hợp", "Phòng Nghiệp vụ", "Phòng Kế hoạch - Tài chính")

OBJECTIVES = (
    "Hoàn thành 100% nhiệm vụ được giao trong năm {year}, có sản phẩm cụ thể cho từng đầu việc",
    "Mỗi đầu việc có một bộ phận chủ trì, một thời hạn và một sản phẩm; kết quả được cập nhật hằng tháng",
    "Trên 95% văn bản, hồ sơ được xử lý trước hạn và đúng hạn trong năm {year}",
    "Báo cáo định kỳ gửi đúng hạn 12/12 tháng, số liệu có nguồn đối chiếu",
    "Giảm ít nhất 20% số đầu việc chậm tiến độ so với năm {before}",
)
ORGANISATION = (
    "Lãnh đạo đơn vị trực tiếp chỉ đạo, chịu trách nhiệm về tiến độ và chất lượng các đầu việc được phân công phụ trách",
    "{office} theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo tại giao ban hằng tháng",
    "Trưởng các phòng, đơn vị trực thuộc cụ thể hóa kế hoạch này thành chương trình công tác tháng, quý",
    "Kết quả thực hiện là một căn cứ đánh giá, xếp loại chất lượng tập thể, cá nhân cuối năm {year}",
    "Khó khăn, vướng mắc phát sinh được phản ánh trong vòng 03 ngày làm việc để xem xét, điều chỉnh kế hoạch",
)


def secretariat(unit: Unit) -> str:
    """Name the office of a unit that follows up its plan."""
    name = "Văn phòng HĐND và UBND {kind}" if communes(unit) else "Văn phòng {kind}"
    return _own(name, unit)
