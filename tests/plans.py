"""Clean plans made from the data: what a unit owes, answered in the plainest way."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import yaml

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.library import Library
from hpdirective.model.directive import Indicator, Kind, MetBy, Scope
from hpdirective.model.target import Op, Trend, is_rank
from hpdirective.source.document import Node
from hpdirective.source.place import KeyPath
from hpdirective.words import Lang, say

PAPER = {
    "issued": "10/02/2023",
    "sent_to": ["VPUBND"],
    "sent_on": "10/02/2023",
}


def paper(unit: str, library: Library) -> dict[str, Any]:
    """Make the document of a plan in time, numbered with the unit's own symbol."""
    symbols = library.units.by_id[unit].symbols
    return {"number": f"15/KH-{symbols[0] if symbols else 'UBND'}", **PAPER}


def clean_plan(unit: str, library: Library) -> dict[str, Any]:
    """Make a plan of a unit that answers every duty and breaks no rule."""
    return {
        "format": "1",
        "directive": library.directive.id,
        "unit": unit,
        "document": paper(unit, library),
        "objectives": ["Hoàn thành 100% nhiệm vụ được giao năm 2023"],
        "actions": [
            clean_action(duty, f"A{n}", library) for n, duty in enumerate(owed(unit, library), 1)
        ],
        "organisation": ["Văn phòng theo dõi, đôn đốc, tổng hợp, báo cáo hằng quý"],
    }


def owed(unit: str, library: Library) -> list[Duty]:
    """Give the duties that a plan of the unit answers by actions."""
    given = answering.duties(
        library.directive, library.units, library.units.by_id[unit], submitted=True
    )
    partner = [d for d in given if d.role == "support" and d.basis == "named"]
    return [d for d in given if d.required and d.met_by == (MetBy.ACTION,)] + partner


def clean_action(duty: Duty, id: str, library: Library) -> dict[str, Any]:
    """Make an action that answers one duty."""
    return {"id": id, "tasks": [duty.id], **_rest([duty], id)}


def _rest(duties: list[Duty], id: str) -> dict[str, Any]:
    action: dict[str, Any] = {
        "title": f"Việc {id}",
        "objective": "Hoàn thành đúng thời hạn",
        "steps": ["Xây dựng phương án", "Tổ chức thực hiện"],
        "start": "02/2023",
        "due": _due(duties),
        "lead": "Phòng Tổng hợp",
        "support": ["Sở Xây dựng" if duties and duties[0].unit == "SoTC" else "Sở Tài chính"],
        "result": "Báo cáo kết quả",
    }
    items = [item.text for duty in duties for item in duty.items]
    if items:
        action["items"] = items
    indicators = [
        _promise(duty, i)
        for duty in duties
        for i in duty.clause.indicators
        if i.owed_by(duty.unit)
    ]
    if indicators:
        action["indicators"] = indicators
    return action


def _due(duties: list[Duty]) -> str:
    days = [limit.last for duty in duties if (limit := answering.limit(duty, {}))]
    if days:
        return f"{min(days):%d/%m/%Y}"
    if any(duty.clause.kind in (Kind.DELIVER, Kind.STUDY, Kind.REPORT) for duty in duties):
        return "31/12/2023"
    return "Thường xuyên"


def _promise(duty: Duty, indicator: Indicator) -> dict[str, Any]:
    unit = indicator.unit or ""
    if indicator.trend:
        target = "tăng" if indicator.trend is Trend.UP else "giảm"
        target = "cải thiện thứ hạng" if is_rank(indicator.unit) else target
        return {"id": indicator.id, "baseline": "theo kết quả năm 2022", "target": target}
    value = indicator.parts.get(duty.unit) or (
        indicator.target.value if indicator.target else None
    )
    if value is None:
        return {"id": indicator.id, "target": f"100 {unit}".strip()}
    if indicator.scope is Scope.TOTAL and duty.unit not in indicator.parts and duty.row.group:
        value = Decimal(1)
    if indicator.target and indicator.target.op is Op.MORE:
        value += 1
    return {"id": indicator.id, "target": f"{say(value, Lang.VI)} {unit}".strip()}


def write(plan: dict[str, Any]) -> str:
    """Write a plan as YAML in block style; by libyaml where it is there, since tests write thousands."""
    said: str = yaml.dump(
        plan,
        Dumper=yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=1000,
    )
    return said


def fill(
    data: Node, library: Library, missing: Iterable[str] = (), *, behind: bool = False
) -> None:
    """Fill what an example leaves out: keys, and actions for every duty that it does not cite, `missing` apart.

    The example's own actions come first, or `behind` the others.
    """
    cited = [
        answering.task_id(task)
        for action in data.get("actions") or ()
        if isinstance(action, dict)
        for task in _listed(action.get("tasks"))
    ]
    if "unit" not in data:
        data["unit"] = _lead_of(cited, library)
    known = library.units.one(data["unit"]).id or "SoKHDT"
    given = {
        duty.id: duty
        for duty in answering.duties(
            library.directive, library.units, library.units.by_id[known], submitted=True
        )
    }
    plan = clean_plan(known, library)
    for number, action in enumerate(data.get("actions") or ()):
        if isinstance(action, Node):
            mine = [
                given[id]
                for id in map(answering.task_id, _listed(action.get("tasks")))
                if id in given
            ]
            complete(
                action,
                {"id": f"A{number + 1}", "tasks": ["II.3.4.2"], **_rest(mine, f"A{number + 1}")},
            )
    own = [a for a in plan["actions"] if a["tasks"][0] not in (*cited, *missing)]
    if "actions" not in data:
        data["actions"] = []
    if isinstance(data["actions"], list):
        start = len(data["actions"])
        others = [_node({**a, "id": f"X{n}"}, ("actions", start + n)) for n, a in enumerate(own)]
        own_actions = data["actions"]
        data["actions"] = [*others, *own_actions] if behind else [*own_actions, *others]
    complete(data, {key: value for key, value in plan.items() if key != "actions"})
    if isinstance(data["document"], Node):
        complete(data["document"], {k: v for k, v in plan["document"].items() if k not in missing})


def complete(data: Node, values: dict[str, Any]) -> None:
    """Put in the keys that a mapping of a document lacks."""
    for key, value in values.items():
        if key not in data:
            data[key] = _node(value, (*data.path, key))


def _node(value: Any, path: KeyPath) -> Any:
    if isinstance(value, dict):
        made = Node({key: _node(part, (*path, key)) for key, part in value.items()})
        made.path = path
        return made
    if isinstance(value, list):
        return [_node(part, (*path, at)) for at, part in enumerate(value)]
    return value


def _listed(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _lead_of(cited: list[str], library: Library) -> str:
    for id in cited:
        for clause in library.directive.expand(id):
            for row in clause.assign:
                if row.role == "lead":
                    return row.unit or library.units.members(row.group or "")[0]
    return "SoKHDT"
