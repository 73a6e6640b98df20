"""The JSON Schemas of the files of data: a directive, a unit, the groups, a baseline.

Refused is what the reader refuses by its shape alone: unknown keys, wrong types, words and numbers that a key does not take, missing keys.
Where a `todo` leaves something to decide, any key beside it or below may be missing. What the values must mean is for `hpd validate`.
"""

from hpdirective.model.baseline import Baseline, Recorded
from hpdirective.model.directive import (
    Annex,
    Assignment,
    Clause,
    Deadline,
    Directive,
    Horizon,
    Indicator,
    Item,
    Mark,
    Mention,
    Paragraph,
    Part,
    Reference,
    Required,
    Section,
    Share,
    Shares,
    Start,
    Title,
    Topics,
)
from hpdirective.model.located import Format, Located
from hpdirective.model.unit import BODY_ID, BodyId, Function, Group, Groups, Unit
from hpdirective.reporters.envelope import dump
from hpdirective.reporters.shapes import (
    ANY_ENTRY,
    DATE_VALUE,
    SPACE,
    Schema,
    Shape,
    Shapes,
    any_of,
    atoms,
    bilingual,
)
from hpdirective.words import Text

MODELS: dict[str, type[Located]] = {
    "directive": Directive,
    "unit": Unit,
    "groups": Groups,
    "baseline": Baseline,
}

_TITLES = {
    "directive": Text(
        "Chỉ thị dạng dữ liệu: toàn văn, chia thành từng ý",
        "A directive as data: its whole text, cut into clauses",
    ),
    "unit": Text("Một đơn vị", "A unit"),
    "groups": Text("Các nhóm đơn vị", "The groups of units"),
    "baseline": Text(
        "Các phát hiện đã ghi nhận, lần sau không tính lại",
        "Findings on record, not counted again",
    ),
}


def render(kind: str) -> str:
    """Write the schema of one kind of data file."""
    model, title = MODELS[kind], _TITLES[kind]
    one = any_of({"enum": [1, "1"]}, {"type": "string", "pattern": f"^{SPACE}1{SPACE}$"})
    shapes = Shapes(
        DESCRIPTIONS,
        values={Format: Shape(one, one), BodyId: Shape(_body_id(), _body_id())},
        keys={(model, "kind"): Shape({"const": kind}, {"const": kind})},
        filled=ANY_ENTRY,
        definitions=atoms(filled=ANY_ENTRY),
    )
    top = shapes.whole(model)
    top["required"] = list(
        dict.fromkeys([*top.get("required", ()), "kind"])
    )  # by it a file is known for what it is
    return dump(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": f"{title.vi} · {title.en}",
            "description": bilingual(title),
            **top,
            "definitions": shapes.definitions,
        }
    )


def _body_id() -> Schema:
    named = {"type": "string", "pattern": f"^{SPACE}{BODY_ID}{SPACE}$"}
    return any_of({"type": ["number", "boolean"]}, named, DATE_VALUE)


_FORMAT = Text("Số của định dạng, hiện nay là 1", "Number of the format, now 1")
_KIND = Text("Loại tệp", "Kind of file")
_UNIT = Text("Mã đơn vị", "Id of a unit")
_GROUP = Text("Mã nhóm đơn vị", "Id of a group")
_NAME = Text("Tên bằng hai thứ tiếng", "Name in both languages")
_WORDS = Text("Lời văn, đúng như trong văn bản", "The words, as the text has them")
_LABEL = Text("Ký hiệu đứng đầu, như in trong văn bản", "The label, as printed")
_HEADING = Text("Tiêu đề, như in trong văn bản", "The heading, as printed")
_TODO = Text(
    "Các khóa còn phải quyết định; quyết định xong thì xóa khỏi đây",
    "Keys that are still to be decided; struck here once they are",
)
_ALIASES = Text("Các tên gọi khác", "Other names")
_MET_BY = Text(
    "Nội dung nào của kế hoạch đáp ứng: action, plan.issued, plan.contents, plan.sent, plan.organisation",
    "What in a plan answers it: action, plan.issued, plan.contents, plan.sent, plan.organisation",
)

DESCRIPTIONS: dict[type[Located], dict[str, Text]] = {
    Directive: {
        "format": _FORMAT,
        "kind": _KIND,
        "id": Text(
            "Mã của chỉ thị, kế hoạch dẫn theo mã này", "Id of the directive; plans cite it"
        ),
        "number": Text("Số, ký hiệu văn bản", "Its number"),
        "issued": Text("Ngày ban hành: năm-tháng-ngày", "Day of issue: YYYY-MM-DD"),
        "year": Text(
            "Năm thực hiện: thời hạn không ghi năm thì hiểu là năm này",
            "The year it is for: a date without a year takes it",
        ),
        "issuer": Text("Cơ quan ban hành", "Who issued it"),
        "title": Text("Tên văn bản", "Its title"),
        "signer": Text("Người ký", "Who signed it"),
        "sha256": Text(
            "Mã SHA-256 của toàn văn; hpd verify đối chiếu",
            "SHA-256 of the whole text; hpd verify compares it",
        ),
        "topics": Text("Ý nào nói về việc gì", "Where rules find their clause"),
        "contents": Text("Các nội dung mà kế hoạch phải nêu", "What a plan must state"),
        "annexes": Text("Các phụ lục của văn bản", "The annexes of the text"),
        "head": Text("Phần mở đầu, mỗi đoạn một mục", "What stands before the parts, a text each"),
        "parts": Text("Các phần", "The parts"),
        "tail": Text("Phần kết, nơi nhận, chữ ký", "What stands after the parts"),
        "todo": _TODO,
    },
    Part: {
        "id": Text("Mã của phần: C", "Id of the part: C"),
        "label": _LABEL,
        "heading": _HEADING,
        "sections": Text("Các mục", "Its sections"),
    },
    Section: {
        "id": Text("Mã của mục: C.2", "Id of the section: C.2"),
        "label": _LABEL,
        "heading": _HEADING,
        "title": _NAME,
        "paragraphs": Text("Các đoạn", "Its paragraphs"),
    },
    Paragraph: {
        "id": Text("Mã của đoạn: C.2.b", "Id of the paragraph: C.2.b"),
        "label": _LABEL,
        "clauses": Text(
            "Các ý; nối lại thì thành đúng đoạn văn", "Its clauses; joined, they are its text"
        ),
    },
    Clause: {
        "id": Text("Mã của ý: C.2.b.1", "Id of the clause: C.2.b.1"),
        "text": _WORDS,
        "kind": Text(
            "Loại: deliver (hoàn thành), advance (đẩy nhanh), sustain (thường xuyên), study, report, orient (định hướng), context (không giao việc)",
            "Its sort: deliver, advance, sustain, study, report, orient (realised by others), context (no duty)",
        ),
        "title": Text("Tên ngắn của nhiệm vụ", "A short name of the task"),
        "met_by": _MET_BY,
        "assign": Text("Giao cho đơn vị nào", "To whom it is given"),
        "due": Text("Thời hạn", "Its last day"),
        "start": Text("Thời điểm bắt đầu", "From when"),
        "items": Text("Các hạng mục được nêu", "The things that it names"),
        "open": Text("true khi danh sách kết thúc bằng “…”", "true where the list ends in “…”"),
        "indicators": Text("Các chỉ tiêu", "Its indicators"),
        "references": Text("Các văn bản được dẫn", "Laws and resolutions that it cites"),
        "mentions": Text("Các đơn vị được nhắc đến", "Units that stand in the words"),
        "horizons": Text("Các năm xa hơn, không phải thời hạn", "Years beyond; never a due date"),
        "marks": Text(
            "Các con số không đặt ra yêu cầu", "Numbers in the words that ask for nothing"
        ),
        "restricted": Text(
            "true khi nội dung trả lời thuộc diện hạn chế", "true where the answers are restricted"
        ),
        "realised_by": Text(
            "Định hướng này được thực hiện qua các ý nào", "The clauses that realise it"
        ),
        "annexes": Text(
            "Các phụ lục cần có để đánh giá", "Annexes that it cannot be judged without"
        ),
        "todo": _TODO,
    },
    Title: {
        "vi": Text("Tiếng Việt", "In Vietnamese"),
        "en": Text("Tiếng Anh", "In English"),
    },
    Deadline: {
        "by": Text(
            "Chậm nhất ngày này, tính cả ngày đó: năm-tháng-ngày",
            "By this day, it included: YYYY-MM-DD",
        ),
        "before": Text("Trước ngày này: năm-tháng-ngày", "Before this day: YYYY-MM-DD"),
        "basis": Text(
            "text: chính văn bản nêu; year: hiểu là trong năm của chỉ thị",
            "text: the words say it; year: our reading, the directive's year",
        ),
        "text": _WORDS,
    },
    Start: {
        "from": Text("Từ ngày: năm-tháng-ngày", "From this day: YYYY-MM-DD"),
        "text": _WORDS,
    },
    Assignment: {
        "unit": _UNIT,
        "group": _GROUP,
        "role": Text(
            "lead (chủ trì), monitor (theo dõi, tổng hợp), support (phối hợp)",
            "lead, monitor or support",
        ),
        "basis": Text(
            "Căn cứ: named (nêu đích danh), all (giao chung), function (theo chức năng), place (theo địa bàn), reading (cách hiểu của bộ dữ liệu)",
            "What it rests on: named, all, function, place, or reading, which is ours",
        ),
        "source": Text(
            "Văn bản quy định chức năng, khi basis là function",
            "The legal source, where the basis is function",
        ),
        "reason": Text(
            "Vì sao hiểu như vậy, khi basis là reading", "Why, where the basis is reading"
        ),
        "scope": Text("Phạm vi của đơn vị", "The unit's share of the work"),
        "met_by": _MET_BY,
        "due": Text("Thời hạn riêng của đơn vị", "A last day of the unit's own"),
    },
    Item: {
        "id": Text("Mã hạng mục", "Id of the item"),
        "text": Text("Hạng mục", "What it is"),
        "words": Text(
            "Lời văn trong văn bản, khi text ghi khác",
            "The words of the text, where `text` differs",
        ),
        "units": Text("Mã các đơn vị có hạng mục này", "Ids of the units that owe it"),
    },
    Indicator: {
        "id": Text("Mã chỉ tiêu, kế hoạch dẫn theo mã này", "Id of the indicator; plans cite it"),
        "name": _NAME,
        "text": _WORDS,
        "target": Text("Mức phải đạt", "The value to reach"),
        "trend": Text(
            "Xu hướng khi không có con số: up hoặc down",
            "The trend where there is no number: up or down",
        ),
        "unit": Text("Đơn vị tính", "Unit of measure"),
        "scope": Text(
            "each: mỗi đơn vị đều phải đạt; total: mức chung, các phần cộng lại",
            "each: every unit is to reach it; total: the parts add up to it",
        ),
        "shares": Text("Phần của từng đơn vị trong mức chung", "The part of each unit"),
        "share": Text(
            "Tổng số mà chỉ tiêu là một phần, khi mức trên 100% là không thể",
            "The whole that it is a part of, where more than 100% cannot be",
        ),
        "counts": Text(
            "items khi trả lời đủ các hạng mục là đạt", "items where answering the items meets it"
        ),
        "units": Text("Mã các đơn vị được giao chỉ tiêu", "Ids of the units that owe it"),
    },
    Required: {
        "op": Text("Dấu so sánh; range là một khoảng", "How the value bounds; range is a span"),
        "value": Text(
            "Giá trị, viết theo kiểu máy: 12.7", "The value, as machines write it: 12.7"
        ),
        "high": Text("Đầu trên của khoảng", "The upper end of the span"),
    },
    Shares: {},
    Share: {
        "of": Text("Tổng số, bằng lời văn của văn bản", "The whole, in the words of the text"),
        "reason": Text("Vì sao hiểu như vậy", "Why it is read so"),
    },
    Topics: {},
    Reference: {
        "text": _WORDS,
        "number": Text("Số, ký hiệu văn bản", "Its number"),
        "date": Text("Ngày ban hành: năm-tháng-ngày", "Its day: YYYY-MM-DD"),
    },
    Mention: {"unit": _UNIT, "group": _GROUP, "text": _WORDS},
    Horizon: {"text": _WORDS, "year": Text("Năm", "The year")},
    Mark: {
        "text": _WORDS,
        "kind": Text(
            "Con số là gì: name, ordinal, year, period, count",
            "What the number is: name, ordinal, year, period or count",
        ),
    },
    Annex: {
        "id": Text("Mã phụ lục", "Id of the annex"),
        "title": _NAME,
        "supplied": Text("true khi đã có nội dung", "true where its content is known"),
    },
    Unit: {
        "format": _FORMAT,
        "kind": _KIND,
        "id": Text("Mã đơn vị, là tên tệp", "Id of the unit, the name of the file"),
        "name": _NAME,
        "type": Text("Loại đơn vị: so, quan, huyen, nganh…", "Its type: so, quan, huyen, nganh…"),
        "symbols": Text("Ký hiệu trong số văn bản", "Symbols in the numbers of its documents"),
        "aliases": _ALIASES,
        "functions": Text("Chức năng, kèm văn bản quy định", "Functions, with their legal source"),
        "submits": Text(
            "Việc gửi kế hoạch: required (phải gửi), requested (đề nghị gửi), no, unknown",
            "Whether it sends a plan: required, requested, no or unknown",
        ),
        "valid_from": Text("Có từ ngày: năm-tháng-ngày", "There from this day: YYYY-MM-DD"),
        "valid_to": Text("Có đến hết ngày: năm-tháng-ngày", "There to this day: YYYY-MM-DD"),
        "source": Text("Thông tin lấy từ đâu", "Where this was taken from"),
    },
    Function: {
        "sector": Text("Ngành, lĩnh vực", "The sector"),
        "source": Text("Văn bản quy định", "The legal source"),
    },
    Groups: {"format": _FORMAT, "kind": _KIND, "groups": Text("Các nhóm", "The groups")},
    Group: {
        "id": Text("Mã nhóm", "Id of the group"),
        "name": _NAME,
        "aliases": _ALIASES,
        "members": Text("Mã các đơn vị trong nhóm", "Ids of its members"),
        "reading": Text(
            "Vì sao gồm các đơn vị này, khi đó là cách hiểu của bộ dữ liệu",
            "Why these members, where they are our reading",
        ),
    },
    Baseline: {
        "format": _FORMAT,
        "kind": _KIND,
        "directive": Text("Mã của chỉ thị", "Id of the directive"),
        "findings": Text("Các phát hiện đã ghi nhận", "The findings on record"),
    },
    Recorded: {
        "unit": _UNIT,
        "file": Text("Tệp, khi không biết đơn vị", "The file, where the unit is not known"),
        "rule": Text("Mã quy tắc: HPD403", "Id of the rule: HPD403"),
        "task": Text("Mã nhiệm vụ", "Id of the task"),
        "route": Text("Vị trí trong tệp, theo mã", "Its place in the file, by ids"),
    },
}
