"""The JSON Schema of a plan: what editors show while one is written, and the faults of shape that they can already underline.

Whatever the reader takes fits, unknown keys left blank apart. Refused, as `hpd validate` refuses it:
a key that plans do not have; a mapping or list where a text is asked for, a text where a mapping is, one mapping where a list is;
a format other than 1, a kind other than plan; a required key that is missing, blank or filled with the likes of "…" (`REQUIRED`,
and `title`, `due`, `result` of an action without `reference`); what is written like the id of a task and is none; a day whose year has
two digits, or that no calendar has, where it stands alone. All else is for `hpd validate` to say.
"""

from collections.abc import Iterator

from hpdirective.model.directive import Directive
from hpdirective.model.located import Format, Located
from hpdirective.model.names import Units
from hpdirective.model.plan import (
    Action,
    Contest,
    Day,
    Due,
    Extension,
    Milestone,
    Paper,
    Plan,
    Promise,
    Promised,
    Relation,
    Waiver,
)
from hpdirective.model.unit import Submits
from hpdirective.reading import BLANK
from hpdirective.reporters.envelope import dump
from hpdirective.reporters.shapes import (
    DATE_VALUE,
    EMPTY,
    SCALAR,
    SOMETHING,
    SPACE,
    Schema,
    Shape,
    Shapes,
    any_case,
    any_of,
    atoms,
    bilingual,
    choices,
    exactly,
    ref,
)
from hpdirective.words import Lang, Text, say

REQUIRED: dict[type[Located], tuple[str, ...]] = {
    Plan: ("directive", "unit", "document", "objectives", "actions"),
    Paper: ("number", "issued"),
    Action: ("id", "tasks", "lead"),
    Promised: ("id",),
    Waiver: ("task",),
    Extension: ("task",),
    Contest: ("task", "reason"),
}
BY_REFERENCE = ("title", "due", "result")
"""What a paper of its own (`reference`) may stand for in an action."""

# A day alone: "15/02/23", "31/02/2023". The same words in a sentence may say something else.
_SHORT_YEAR = r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}"
_NO_DAY = (
    r"(?:(?:00?|3[2-9]|[4-9][0-9])([/.-])[0-9]{1,2}\2|[0-9]{1,2}([/.-])(?:00?|1[3-9]|[2-9][0-9])\3"
    r"|31([/.-])(?:0?[2469]|11)\4|30([/.-])0?2\5)[0-9]{4}"
)
_DATE = f"^(?!{SPACE}{_SHORT_YEAR}{SPACE}$)(?!{SPACE}{_NO_DAY}{SPACE}$)"


def render(directive: Directive, units: Units) -> str:
    """Write the schema of plans for a directive and the units in use."""
    # JavaScript takes no escaped quotation mark
    definitions = atoms(any_case(BLANK.pattern.replace('\\"', '"')))
    definitions |= {
        "date": any_of({"type": SCALAR, "pattern": _DATE}, DATE_VALUE, EMPTY),
        "task": _task(directive),
        "body": any_of({"type": SCALAR}, EMPTY, *choices(_bodies(units))),
        "item": any_of({"type": SCALAR}, EMPTY, *choices(_items(directive))),
    }
    shapes = Shapes(
        DESCRIPTIONS,
        values={
            Due: _filled("date"),
            Day: _filled("date"),
            Promise: Shape(ref("optional"), ref("text")),
            Format: Shape(_format(), _format()),
        },
        keys=_keys(directive, units),
        required=REQUIRED,
        definitions=definitions,
    )
    top = shapes.mapping(Plan)
    definitions["action"] |= _apart()
    about = Text(
        vi=f"Kế hoạch của một đơn vị thực hiện {directive.numbered.vi} ngày {say(directive.issued, Lang.VI)}; kiểm tra đầy đủ bằng: hpd validate TỆP",
        en=f"A unit's plan for {directive.numbered.en} of {directive.issued}; check it in full with: hpd validate FILE",
    )
    return dump(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "Kế hoạch hành động · An action plan",
            "description": bilingual(about),
            **top,
            "definitions": definitions,
        }
    )


def _keys(directive: Directive, units: Units) -> dict[tuple[type[Located], str], Shape]:
    indicators = [
        (id, i.name.text if i.name else Text(id, id))
        for id, (_, i) in directive.indicators.items()
    ]
    task, bodies = _filled("task"), _listed("body")
    return {
        (Plan, "kind"): Shape(*[{"enum": ["plan", "", None, [], {}]}] * 2),
        (Plan, "directive"): _suggested(choices(_names(directive))),
        (Plan, "unit"): _suggested(choices(_senders(units))),
        (Paper, "sent_to"): bodies,
        (Action, "tasks"): _listed("task"),
        (Action, "lead"): bodies,
        (Action, "support"): bodies,
        (Action, "items"): _listed("item"),
        (Promised, "id"): _suggested(choices(indicators)),
        (Waiver, "task"): task,
        (Extension, "task"): task,
        (Contest, "task"): task,
        (Contest, "owner"): _filled("body"),
    }


def _format() -> Schema:
    return any_of(
        {"enum": [1, "1"]}, {"type": "string", "pattern": f"^{SPACE}1{SPACE}$"}, ref("nothing")
    )


def _filled(name: str) -> Shape:
    """Give the shape of a single value of a definition that also takes nothing."""
    return Shape(ref(name), {"allOf": [ref(name), {"not": ref("nothing")}]})


def _listed(name: str) -> Shape:
    """Give the shape of a list of such values, or of a lone one."""
    items = {"type": "array", "items": ref(name)}
    one = _filled(name)
    return Shape(any_of(items, one.optional), any_of({**items, **SOMETHING}, one.said))


def _suggested(values: list[Schema]) -> Shape:
    return Shape(any_of(ref("optional"), *values), any_of(ref("text"), *values))


def _apart() -> Schema:
    """Ask for what an action must state unless a paper of its own stands for it."""
    stated = {"title": ref("text"), "due": _filled("date").said, "result": ref("text")}
    return {
        "if": {"required": ["reference"], "properties": {"reference": ref("text")}},
        "else": {"required": list(BY_REFERENCE), "properties": stated},
    }


def _task(directive: Directive) -> Schema:
    known = [id for id, _ in _tasks(directive)]
    numbers = any(
        _is_number(id) for id in known
    )  # of another directive: "1.2" is a number to YAML
    ids = f"(?:{exactly(known)})[.,;]*"
    taken = rf"^{SPACE}[“‘\"']?{SPACE}{ids}{SPACE}[”’\"']?[.,;]*{SPACE}$"
    first, *others = choices(_tasks(directive)) or [{"const": ""}]
    written = {"type": ["string", "number"] if numbers else "string", "pattern": taken}
    # The first choice makes editors list the choices where nothing fits; the pattern before the others saves validators trying them.
    return any_of(first, written, ref("nothing"), *others)


def _is_number(id: str) -> bool:
    return id.replace(".", "", 1).isdigit()


def _tasks(directive: Directive) -> Iterator[tuple[str, Text]]:
    """Give every id that stands for tasks: each paragraph before its clauses."""
    for paragraph in directive.paragraphs:
        if len(paragraph.clauses) > 1:
            yield paragraph.id, _paragraph(paragraph.id, [c.name for c in paragraph.clauses])
        else:
            yield paragraph.id, paragraph.clauses[0].name if paragraph.clauses else Text("", "")
        yield from ((clause.id, clause.name) for clause in paragraph.clauses)


def _paragraph(id: str, names: list[Text]) -> Text:
    vi, en = "; ".join(n.vi for n in names), "; ".join(n.en for n in names)
    return Text(
        vi=f"Cả đoạn {id}, các ý được giao cho đơn vị: {vi}",
        en=f"All of {id} that is given to the unit: {en}",
    )


def _names(directive: Directive) -> Iterator[tuple[str, Text]]:
    title = directive.title.text if directive.title else Text(directive.number, directive.number)
    yield directive.id, title
    yield f"{directive.number} ngày {say(directive.issued, Lang.VI)}", title


def _senders(units: Units) -> Iterator[tuple[str, Text]]:
    """Give the units that send plans, by id and by name."""
    senders = [unit.named for unit in units if unit.submits is not Submits.NO]
    yield from ((unit.id, unit.name) for unit in senders)
    yield from ((unit.name.vi, Text(unit.id, unit.name.en)) for unit in senders)


def _bodies(units: Units) -> Iterator[tuple[str, Text]]:
    """Give all units and groups, by id and by name."""
    bodies = [units.named(id) for id in (*units.by_id, *units.groups)]
    yield from ((body.id, body.name) for body in bodies)
    yield from ((body.name.vi, Text(body.id, body.name.en)) for body in bodies)


def _items(directive: Directive) -> Iterator[tuple[str, Text]]:
    for clause in directive.clauses.values():
        for item in clause.items:
            yield item.id, Text(f"{item.text} ({clause.id})", f"an item of {clause.id}")


_TASK = Text(vi="Mã nhiệm vụ của Chỉ thị", en="Id of a task of the directive")
_REASON = Text(vi="Lý do", en="The reason")
_APPROVED = Text(
    vi="Số, ký hiệu văn bản của cơ quan ban hành Chỉ thị cho phép",
    en="Number of the issuer's paper that allows it",
)

DESCRIPTIONS: dict[type[Located], dict[str, Text]] = {
    Plan: {
        "format": Text(vi="Số của định dạng, hiện nay là 1", en="Number of the format, now 1"),
        "kind": Text(
            vi="Loại tệp; kế hoạch có thể bỏ khóa này",
            en="Kind of file; a plan may leave it out",
        ),
        "directive": Text(
            vi="Chỉ thị được thực hiện: mã, hoặc số kèm ngày",
            en="The directive: its id, or its number with the date",
        ),
        "unit": Text(
            vi="Đơn vị lập kế hoạch: mã, tên hoặc tên gọi khác",
            en="The unit whose plan it is: id, name or alias",
        ),
        "document": Text(
            vi="Văn bản ban hành kế hoạch", en="The document that the plan was issued as"
        ),
        "objectives": Text(
            vi="Mục tiêu của kế hoạch, mỗi mục tiêu một dòng", en="Objectives, one a line"
        ),
        "actions": Text(
            vi="Các đầu việc, mỗi đầu việc trả lời một hay nhiều nhiệm vụ",
            en="The actions, each for one or more tasks",
        ),
        "organisation": Text(
            vi="Tổ chức thực hiện: theo dõi, đôn đốc, báo cáo",
            en="How it is carried out: who follows up and reports",
        ),
        "waivers": Text(
            vi="Nhiệm vụ được cơ quan ban hành Chỉ thị cho phép không thực hiện",
            en="Tasks that the issuer allows to be left out",
        ),
        "extensions": Text(
            vi="Nhiệm vụ được cơ quan ban hành Chỉ thị gia hạn, mỗi nhiệm vụ một lần",
            en="Tasks for which the issuer gives more time, once each",
        ),
        "contests": Text(
            vi="Nhiệm vụ đề nghị xác định lại đơn vị chủ trì",
            en="Tasks that the unit says are another's to lead",
        ),
    },
    Paper: {
        "number": Text(vi="Số, ký hiệu văn bản, ví dụ 15/KH-…", en="Its number, such as 15/KH-…"),
        "issued": Text(
            vi="Ngày ban hành, một ngày cụ thể: ngày/tháng/năm",
            en="The day of issue: day/month/year",
        ),
        "sent_to": Text(vi="Nơi nhận", en="To whom it was sent"),
        "sent_on": Text(vi="Ngày gửi: ngày/tháng/năm", en="The day it was sent: day/month/year"),
        "received_on": Text(
            vi="Ngày nơi nhận tiếp nhận: ngày/tháng/năm",
            en="The day it was received: day/month/year",
        ),
        "relation": Text(
            vi="Quan hệ với kế hoạch trước của đơn vị",
            en="How it stands to an earlier plan of the unit",
        ),
        "bases": Text(vi="Các căn cứ", en="What it is based on"),
    },
    Relation: {
        "replaces": Text(
            vi="Số của kế hoạch bị thay thế", en="Number of the plan that it replaces"
        ),
        "amends": Text(
            vi="Số của kế hoạch được sửa đổi, bổ sung", en="Number of the plan that it amends"
        ),
        "corrects": Text(
            vi="Số của kế hoạch được đính chính", en="Number of the plan that it corrects"
        ),
    },
    Action: {
        "id": Text(vi="Mã đầu việc, mỗi mã một lần: A1, A2, …", en="Id, used once: A1, A2, …"),
        "tasks": Text(
            vi="Mã các nhiệm vụ mà đầu việc này đáp ứng: một ý, hoặc cả một đoạn (các ý được giao cho đơn vị)",
            en="Ids of the tasks that it answers: a clause, or a paragraph (what of it is given to the unit)",
        ),
        "title": Text(vi="Tên đầu việc", en="What is to be done"),
        "objective": Text(vi="Mục tiêu của đầu việc", en="Its objective"),
        "steps": Text(
            vi="Giải pháp, nội dung thực hiện, mỗi ý một dòng", en="Measures and steps, one a line"
        ),
        "start": Text(vi="Thời điểm bắt đầu", en="When it starts"),
        "milestones": Text(vi="Các mốc tiến độ", en="Milestones on the way"),
        "due": Text(
            vi="Thời hạn hoàn thành: ngày/tháng/năm, tháng/năm, quý (Quý IV), năm, hoặc “Thường xuyên”",
            en="Due date: day/month/year, month/year, a quarter (Quý IV), a year, or “Thường xuyên” for standing work",
        ),
        "lead": Text(
            vi="Đơn vị chủ trì: mã, tên, hoặc phòng, ban của đơn vị",
            en="Who leads: id, name, or a division of the unit",
        ),
        "in_charge": Text(vi="Lãnh đạo phụ trách", en="The leader in charge"),
        "approver": Text(vi="Người hoặc cấp phê duyệt", en="Who approves"),
        "budget": Text(vi="Kinh phí", en="Budget"),
        "support": Text(
            vi="Đơn vị phối hợp: mã, tên, tên gọi khác hoặc nhóm đơn vị",
            en="Who supports: ids, names, aliases or groups",
        ),
        "result": Text(vi="Kết quả, sản phẩm", en="The result or product"),
        "reference": Text(
            vi="Chỉ với nhiệm vụ có nội dung hạn chế: “kế hoạch riêng số …” thay cho title, steps, due, result, items, indicators",
            en="On restricted tasks only: “kế hoạch riêng số …” stands for title, steps, due, result, items and indicators",
        ),
        "items": Text(
            vi="Các hạng mục mà Chỉ thị nêu: mã hoặc lời văn",
            en="The things that the directive names: ids or its words",
        ),
        "indicators": Text(vi="Các chỉ tiêu của Chỉ thị", en="The directive's indicators"),
    },
    Milestone: {
        "what": Text(vi="Nội dung của mốc", en="What is reached"),
        "due": Text(vi="Thời hạn của mốc", en="By when"),
    },
    Promised: {
        "id": Text(vi="Mã chỉ tiêu", en="Id of the indicator"),
        "target": Text(
            vi="Mức phấn đấu, ví dụ trên 85%, 08 dự án",
            en="The target, such as trên 85%, 08 dự án",
        ),
        "baseline": Text(vi="Hiện trạng", en="The value it starts from"),
    },
    Waiver: {
        "task": _TASK,
        "reason": _REASON,
        "approved_by": _APPROVED,
        "until": Text(vi="Có hiệu lực đến khi nào", en="Until when it holds"),
    },
    Extension: {
        "task": _TASK,
        "to": Text(vi="Thời hạn mới", en="The new due date"),
        "approved_by": _APPROVED,
    },
    Contest: {
        "task": _TASK,
        "reason": _REASON,
        "owner": Text(
            vi="Đơn vị được cho là có trách nhiệm chủ trì", en="The unit that is said to lead"
        ),
        "document": Text(vi="Văn bản đề nghị", en="The paper that says so"),
    },
}
