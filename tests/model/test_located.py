"""What survives a bad field, what is said of it, and which key an unknown one was meant for."""

from pathlib import Path
from typing import Any, TypeVar

import pytest

from hpdirective.model.directive import Directive
from hpdirective.model.located import Cell, Located, empty, group_for, synonym
from hpdirective.model.plan import Plan
from hpdirective.model.unit import Groups, Unit
from hpdirective.reading import read
from hpdirective.source import yaml
from hpdirective.words import Lang, say
from tests.conftest import CheckText, Golden
from tests.rules.test_examples import told

GOLDEN = Path(__file__).parents[1] / "golden/model"
Model = TypeVar("Model", bound=Located)


def stated(text: str, model: type[Model]) -> Model:
    value = read(yaml.read("file.yaml", text.encode()), model, 2031).value
    assert value is not None
    return value


def faults(text: str, model: type[Located]) -> list[tuple[str, str]]:
    found = read(yaml.read("file.yaml", text.encode()), model, 2031).faults
    return [(fault.code, ".".join(map(str, fault.path))) for fault in found]


# Words for keys, as they are written and as the place has them free.
WORDS = [
    ("deadline", ("due", "to"), "due"),
    ("deadline", ("to", "until"), "to"),
    ("Thời hạn", ("due",), "due"),
    ("thoi_han", ("until",), "until"),
    ("THOI HAN HOAN THANH", ("due",), "due"),
    ("thời_hạn_hoàn_thành", ("due",), "due"),
    ("chủ trì", ("lead", "support"), "lead"),
    ("đơn vị phối hợp", ("lead", "support"), "support"),
    ("owner", ("lead",), "lead"),
    ("nhiệm vụ", ("task",), "task"),
    ("nhiệm vụ", ("actions", "objectives"), "actions"),
    ("ngày  ban hành", ("issued",), "issued"),
    ("số, ký hiệu", ("number",), "number"),
    ("deadline", ("title",), None),
    ("deadlines", ("due",), None),
    ("", ("due",), None),
]


@pytest.mark.parametrize(("key", "free", "meant"), WORDS)
def test_what_officials_call_a_key(key: str, free: tuple[str, ...], meant: str | None) -> None:
    assert synonym(key, free) == meant


ACTION = "actions:\n  - tasks: [II.3.4.2]\n"
PLANS = {
    "a slip": ACTION + "    tilte: x\n    ressult: y\n",
    "two slips": ACTION + "    tittle: x\n    tilte: y\n",
    "a slip of a key that is there": ACTION + "    title: x\n    tilte: y\n",
    "near and no slip": ACTION + "    objectiv_chung: x\n    milestone_list: y\n",
    "near a key that is there": ACTION + "    result: x\n    results_all: y\n",
    "a key of another place": ACTION + "    sent_to: x\n    approved_by: y\n    what: z\n",
    "another word": ACTION + "    deadline: 15/11/2023\n    chủ trì: Phòng A\n    kết quả: x\n",
    "another word of a key that is there": ACTION + "    due: 15/11/2023\n    deadline: 16/11/2023\n",
    "no word at all": ACTION + "    xyz: 1\n    ghi_chu: 2\n",
    "at the top": "objectifs: [a]\ndeadline: x\ngoals: [b]\nactons: []\n",
    "in a document": "document: {nummber: 1, ngay_ban_hanh: 10/02/2023, so_ky_hieu: 2, date: 10/02/2023}\n",
    "an entry of a list that is a list": ACTION + "    support:\n    -\n    - Sở Tài chính\n    - [b]\n    - Sở Y tế\n",
    "an entry of a list that is a group": ACTION + "    steps: [a, {b: c, d: e}, f]\n",
    "an entry that is a text": ACTION + "    milestones: [a, {what: b, due: 30/6/2023}]\n",
    "a list where a text is asked for": ACTION + "    title: [a]\n",
    "a text where a list of groups is asked for": ACTION + "    milestones: a\n    indicators: b\n",
    "a group where a list of groups is asked for": ACTION + "    milestones: {what: b}\n",
    "a colon that is not quoted": ACTION + "    title: {Nội dung: x}\n    steps: [a, {b: c}]\n",
    "braces around a text": ACTION + "    title: {x}\n    result: {}\n",
    "a text where a group is asked for": "document: 15/KH\n",
    "a list where a group is asked for": "document: [a]\n",
    "empty things": ACTION + "    title: '  '\n    steps: []\n    milestones: {}\n    xyz: ''\n    deadline:\n",
}  # fmt: skip

DATA = {
    "words of a choice": "kind: directive\nparts:\n  - id: II\n    sections:\n      - id: II.1\n        paragraphs:\n"
    "          - id: II.1.1\n            clauses:\n              - {id: II.1.1.1, text: Nâng cao., kind: finish, open: yes, met_by: [plan, action]}\n",
    "a choice that is a list": "kind: unit\nid: SoABC\nsubmits: [required]\n",
    "a choice in other words": "kind: unit\nid: SoABC\nsubmits: Required\n",
    "a day in other words": "kind: unit\nid: SoABC\nvalid_from: 01/02/2023\nvalid_to: [a]\n",
    "a year in other words": "kind: directive\nyear: hai nghìn\n",
    "a year too long": "kind: directive\nyear: \"1234567890\"\n",
    "shares": "kind: directive\nparts:\n  - id: II\n    sections:\n      - id: II.1\n        paragraphs:\n"
    "          - id: II.1.1\n            clauses:\n              - {id: II.1.1.1, text: Đạt 5 xã., indicators: [{id: a, text: 5 xã, "
    "target: {value: 5}, unit: xã, scope: total, shares: {HuyenAnDuong: 2, HuyenCatHai: ba, HuyenKienThuy: 3}}]}\n",
}  # fmt: skip


SHAPES = {"HPD220", "HPD221", "HPD226", "HPD228"}


@pytest.mark.parametrize("name", [*PLANS, *DATA])
def test_what_is_told_of_a_bad_field(name: str, check_text: CheckText, golden: Golden) -> None:
    found = check_text((PLANS | DATA)[name], filled=name in DATA).checked.findings
    said = "".join(told(f) for f in found if f.rule.id in SHAPES or f.rule.family == 1)
    golden(GOLDEN / f"located/{name.replace(' ', '-')}.txt", said)


@pytest.mark.parametrize(
    ("others", "meant"), [(0, "title"), (197, "title"), (198, None), (300, None)]
)
def test_a_group_of_very_many_unknown_keys_is_no_slip(others: int, meant: str | None) -> None:
    keys = "".join(f"    k{n}: x\n" for n in range(others))
    text = f"actions:\n  - id: A1\n{keys}    tilte: x\n"
    found = read(yaml.read("file.yaml", text.encode()), Plan, 2031).faults
    assert {f.meant for f in found if f.path[-1] == "tilte"} == {meant}


def test_the_rest_of_a_list_survives_a_bad_entry() -> None:
    plan = stated(PLANS["an entry of a list that is a list"], Plan)
    (action,) = plan.actions
    assert action.support == (Cell("Sở Tài chính", 1), Cell("Sở Y tế", 3))
    assert action.tasks == (Cell("II.3.4.2", 0),)
    assert action.at("support", action.support[1]) == ("actions", 0, "support", 3)
    assert action.at("support") == ("actions", 0, "support")
    assert stated("actions: [{steps: [a, {b: c, d: e}, f]}]\n", Plan).actions[0].steps == (
        "a",
        "f",
    )
    milestones = stated(PLANS["an entry that is a text"], Plan).actions[0].milestones
    assert [(m.what, m.path) for m in milestones] == [("b", ("actions", 0, "milestones", 1))]


def test_a_lone_text_is_a_list_of_one() -> None:
    (action,) = stated("actions: [{tasks: II.3.4.2, steps: a}]\n", Plan).actions
    assert (action.tasks, action.steps) == ((Cell("II.3.4.2"),), ("a",))
    assert action.at("tasks", action.tasks[0]) == ("actions", 0, "tasks")


def test_the_rest_of_a_group_survives_a_bad_value() -> None:
    directive = stated(DATA["shares"], Directive)
    (indicator,) = directive.clauses["II.1.1.1"].indicators
    assert {unit: int(part) for unit, part in indicator.parts.items()} == {
        "HuyenAnDuong": 2, "HuyenKienThuy": 3,
    }  # fmt: skip


CLAUSE = "parts: [{id: A, sections: [{id: A.1, paragraphs: [{id: A.1.1, clauses: [{id: A.1.1.1, %s}]}]}]}]\n"


@pytest.mark.parametrize(
    ("said", "read_as"), [("true", True), ("false", False), ('" true "', True)]
)
def test_flags(said: str, read_as: bool) -> None:
    clause = stated(CLAUSE % f"open: {said}", Directive).clauses["A.1.1.1"]
    assert clause.open is read_as


def test_words_of_a_choice_and_numbers() -> None:
    text = CLAUSE % "kind: deliver, met_by: [plan.sent]" + "year: '2100'\n"
    directive = stated(text, Directive)
    assert (directive.clauses["A.1.1.1"].kind, directive.year) == ("deliver", 2100)
    assert directive.clauses["A.1.1.1"].met_by == ("plan.sent",)
    unit = stated("id: SoA\nsubmits: requested\nvalid_from: 2023-02-01\n", Unit)
    assert (unit.submits, str(unit.valid_from)) == ("requested", "2023-02-01")


def test_a_key_of_data_that_is_absent_or_empty_is_told_at_its_place() -> None:
    assert faults(
        "kind: groups\ngroups: [{id: a, name: {vi: x}, members: [a]}, {id: '', name: , reading: x}]\n",
        Groups,
    ) == [
        ("missing-data-key", "groups.0.name.en"),
        ("missing-data-key", "groups.1.id"),
        ("missing-data-key", "groups.1.name"),
        ("missing-data-key", "format"),
    ]


@pytest.mark.parametrize(
    ("value", "nothing"),
    [(None, True), ("", True), (" \n", True), ([], True), ({}, True), ("0", False), ([None], False), ({"a": None}, False)],
)  # fmt: skip
def test_what_says_nothing(value: Any, nothing: bool) -> None:
    assert empty(value) is nothing


def test_a_group_where_something_else_is_asked_for() -> None:
    facts = group_for("list")
    assert {name: say(fact, Lang.EN) for name, fact in facts.items()} == {
        "expected": "a list",
        "found": "a group of “key: value” lines",
        "hint": "write one entry a line, each after a dash",
    }
