"""The keys of a plan, level by level, in the order in which they are written, and what each holds."""

from hpdirective.editor.outline import ENTRY, Route
from hpdirective.words import Text

ACTION: Route = ("actions", ENTRY)
LISTS = frozenset(
    (
        "actions",
        "objectives",
        "organisation",
        "waivers",
        "extensions",
        "contests",
        "tasks",
        "steps",
        "milestones",
        "support",
        "sent_to",
        "items",
        "indicators",
        "bases",
    )
)
"""Keys under which entries stand on lines of their own, each after a dash."""
GROUPS = frozenset(("document", "relation"))
"""Keys under which further keys stand."""

_TASK = Text(vi="Mã nhiệm vụ của Chỉ thị", en="Id of the directive's task")
_APPROVED = Text(
    vi="Văn bản chấp thuận của cơ quan ban hành Chỉ thị: số, ngày",
    en="The issuer's paper that allows it",
)

LEVELS: dict[Route, dict[str, Text]] = {
    (): {
        "format": Text(vi="Phiên bản của mẫu tệp: 1", en="Version of the form: 1"),
        "kind": Text(vi="Loại tệp; kế hoạch thì không cần ghi", en="Kind of file: plan if absent"),
        "directive": Text(
            vi="Chỉ thị mà kế hoạch thực hiện: mã, hoặc số kèm ngày",
            en="The directive that the plan answers: its id, or its number with the date",
        ),
        "unit": Text(
            vi="Đơn vị lập kế hoạch: mã, tên hoặc tên gọi khác",
            en="The unit whose plan it is: id, name or alias",
        ),
        "document": Text(vi="Văn bản ban hành kế hoạch", en="The paper that the plan is"),
        "objectives": Text(vi="Mục tiêu của kế hoạch", en="What the plan aims at"),
        "actions": Text(vi="Các đầu việc", en="What the unit will do"),
        "organisation": Text(vi="Tổ chức thực hiện", en="How it is organised and followed up"),
        "waivers": Text(
            vi="Nhiệm vụ được cơ quan ban hành Chỉ thị cho phép không thực hiện",
            en="Tasks that the issuer waives",
        ),
        "extensions": Text(vi="Nhiệm vụ được gia hạn", en="Tasks with a later day"),
        "contests": Text(
            vi="Nhiệm vụ đề nghị xác định lại đơn vị chủ trì",
            en="Tasks that are claimed to be another unit's",
        ),
    },
    ("document",): {
        "number": Text(vi="Số, ký hiệu văn bản", en="Number of the paper"),
        "issued": Text(vi="Ngày ban hành", en="Day of issue"),
        "sent_to": Text(vi="Nơi nhận", en="To whom it is sent"),
        "sent_on": Text(vi="Ngày gửi", en="Day of sending"),
        "received_on": Text(vi="Ngày nơi nhận nhận được", en="Day of receipt"),
        "relation": Text(vi="Quan hệ với kế hoạch trước", en="How it stands to an earlier plan"),
        "bases": Text(vi="Căn cứ pháp lý", en="What it rests on"),
    },
    ("document", "relation"): {
        "replaces": Text(vi="Số kế hoạch được thay thế", en="Number of the plan replaced"),
        "amends": Text(vi="Số kế hoạch được sửa đổi, bổ sung", en="Number of the plan amended"),
        "corrects": Text(vi="Số kế hoạch được đính chính", en="Number of the plan corrected"),
    },
    ACTION: {
        "id": Text(vi="Mã đầu việc, ví dụ A1", en="Id of the action, such as A1"),
        "tasks": Text(
            vi="Mã các nhiệm vụ của Chỉ thị mà đầu việc thực hiện",
            en="Ids of the directive's tasks that it answers",
        ),
        "title": Text(vi="Tên đầu việc", en="What is done"),
        "objective": Text(vi="Mục tiêu của đầu việc", en="What it aims at"),
        "steps": Text(vi="Giải pháp, nội dung thực hiện", en="How it is done"),
        "start": Text(vi="Thời điểm bắt đầu", en="When it starts"),
        "milestones": Text(vi="Mốc tiến độ", en="What is due on the way"),
        "due": Text(vi="Thời hạn hoàn thành", en="When it is done"),
        "lead": Text(vi="Đơn vị chủ trì", en="Who leads"),
        "in_charge": Text(vi="Lãnh đạo phụ trách", en="Who is in charge"),
        "approver": Text(vi="Người hoặc cấp phê duyệt", en="Who approves"),
        "budget": Text(vi="Kinh phí", en="Money"),
        "support": Text(vi="Đơn vị phối hợp", en="Who supports"),
        "result": Text(vi="Kết quả, sản phẩm", en="What comes of it"),
        "reference": Text(
            vi="Kế hoạch riêng, chỉ dùng cho nhiệm vụ có nội dung hạn chế",
            en="A plan of its own, for restricted tasks only",
        ),
        "items": Text(vi="Hạng mục mà Chỉ thị nêu", en="Items that the directive names"),
        "indicators": Text(vi="Chỉ tiêu của Chỉ thị", en="Indicators of the directive"),
    },
    (*ACTION, "milestones", ENTRY): {
        "what": Text(vi="Nội dung của mốc", en="What is due"),
        "due": Text(vi="Thời hạn của mốc", en="When"),
    },
    (*ACTION, "indicators", ENTRY): {
        "id": Text(vi="Mã chỉ tiêu", en="Id of the indicator"),
        "target": Text(vi="Mức phấn đấu", en="Value that is promised"),
        "baseline": Text(vi="Hiện trạng để so sánh", en="Value to compare with"),
    },
    ("waivers", ENTRY): {
        "task": _TASK,
        "reason": Text(vi="Lý do không thực hiện", en="Why it is not carried out"),
        "approved_by": _APPROVED,
        "until": Text(vi="Cho phép đến khi nào", en="Until when"),
    },
    ("extensions", ENTRY): {
        "task": _TASK,
        "to": Text(vi="Thời hạn mới", en="The new day"),
        "approved_by": _APPROVED,
    },
    ("contests", ENTRY): {
        "task": _TASK,
        "reason": Text(vi="Lý do đề nghị", en="Why"),
        "owner": Text(vi="Đơn vị được đề nghị chủ trì", en="Whose task it is claimed to be"),
        "document": Text(vi="Văn bản đề nghị: số, ngày", en="The paper that asks for it"),
    },
}

DIRECTIVE: Route = ("directive",)
TASKS: frozenset[Route] = frozenset(
    (
        (*ACTION, "tasks"),
        ("waivers", ENTRY, "task"),
        ("extensions", ENTRY, "task"),
        ("contests", ENTRY, "task"),
    )
)
UNITS: frozenset[Route] = frozenset(
    (
        ("unit",),
        ("document", "sent_to"),
        (*ACTION, "lead"),
        (*ACTION, "support"),
        ("contests", ENTRY, "owner"),
    )
)
GROUPED: frozenset[Route] = frozenset((("document", "sent_to"), (*ACTION, "support")))
"""Where groups of units may stand too."""
INDICATOR: Route = (*ACTION, "indicators", ENTRY, "id")
ITEMS: Route = (*ACTION, "items")


def cell(route: Route) -> Route:
    """Give the route of the key whose value, or one of whose values, a route leads to."""
    return route[:-1] if route[-1:] == (ENTRY,) else route
