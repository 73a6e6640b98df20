"""The JSON Schema of plans: it takes what the reader takes, and refuses the listed faults that the reader finds.

The list is in `listed`; everything else that `hpd validate` says, the schema leaves to it.
"""

import json
import re
from calendar import monthrange
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.checking import examine
from hpdirective.choices import Severity
from hpdirective.finding import Finding
from hpdirective.library import open_document, open_library
from hpdirective.model.located import Located, empty
from hpdirective.model.period import UnreadablePeriod, read_period
from hpdirective.model.plan import Plan
from hpdirective.model.target import read_target
from hpdirective.model.unit import Submits
from hpdirective.reporters.schema import plan as schema
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.source.document import Document
from tests.conftest import TODAY
from tests.reporters.test_plan import filled, form
from tests.typing_yaml import Plain, typed, written

ROOT = Path(__file__).parents[2]
LIBRARY = open_library()
TEXT = schema.render(LIBRARY.directive, LIBRARY.units)
SCHEMA = json.loads(TEXT)
VALIDATOR = Draft7Validator(SCHEMA)
Data = dict[str, Any]


def found(document: Document) -> tuple[Finding, ...]:
    return examine(document, LIBRARY, Settings(), TODAY).checked.findings


def fits(text: str) -> bool:
    return bool(VALIDATOR.is_valid(typed(text)))


# ---- the list -----------------------------------------------------------------------------------

ALWAYS = {
    "unknown-key",
    "wrong-type",
    "unquoted-colon",  # a mapping of one text where a text is asked for
    "stray-dash",  # a mapping in a list of texts
    "comma-splits-value",  # in { }: its second half is a key that plans do not have
    "unsupported-format",
    "unknown-kind",
    "no-issue-date",
    "no-objectives",
    "no-actions",
    "action-without-task",
    "action-without-lead",
    "section-as-task",
}
UNLESS_REFERENCE = {"action-without-due-date", "action-without-result"}
LONE_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})")


def no_day(text: str) -> bool:
    """Tell whether a text is one day alone, of a year of two digits, or one that no year has."""
    alone = LONE_DAY.fullmatch(text)
    if alone is None:
        return False
    day, month, year = int(alone[1]), int(alone[3]), alone[4]
    return len(year) == 2 or month not in range(1, 13) or not 0 < day <= monthrange(2024, month)[1]


def listed(finding: Finding, document: Document) -> bool:
    """Tell whether a finding is one that the schema must give too."""
    name, facts = finding.rule.name, finding.facts
    if finding.severity is not Severity.ERROR:
        return False
    if name in UNLESS_REFERENCE or (name == "missing-key" and facts["key"] == "title"):
        return not document.value((*finding.path[:2], "reference"))
    if name == "missing-key" and facts["key"] == "reference":  # a blank one stands for nothing
        beside = (document.value((*finding.path[:2], key)) for key in schema.BY_REFERENCE)
        return any(map(empty, beside))
    if name == "missing-key":
        return True
    if name == "unknown-task":
        return True
    if name == "unreadable-date":
        return no_day(str(facts["value"]))
    if name == "unquoted-value":  # "{x}" where a text is asked for, a mapping to YAML
        return facts["sign"] == "{"
    return name in ALWAYS


def shape_faults(document: Document) -> list[str]:
    return [f.rule.name for f in found(document) if listed(f, document)]


def compare(data: Data) -> tuple[list[str], bool]:
    text = written(data)
    return shape_faults(yaml.read("plan.yaml", text.encode())), fits(text)


# ---- random plans in every form that is read ------------------------------------------------------

BLANKS: list[Any] = [
    None,
    "",
    "  ",
    [],
    {},
    "…",
    "...",
    "chưa xác định",
    "KHÔNG",
    "n/a",
    "(Để trống)",
    "?",
]
DUES = [
    "15/11/2023", "15-11-2023", "15.11.2023", "2023-11-15", "5/3/2023", "Quý IV/2023",
    "quý 4 năm 2023", "Q.IV/2023", "11/2023", "12.2023", "Tháng 11/2023", "2023", "Năm 2023",
    "Thường xuyên", "Hằng tháng", "Trước ngày 15 tháng 02 năm 2023", "Trong quý II",
    "6 tháng đầu năm 2023", "Cuối năm 2023", "Từ 01/3 đến 30/6/2023", "29/02/2024",
    "Sau khi được phê duyệt", " 15/11/2023 ", "Quý I, Quý II/2023", "30/4", "hết tháng 6",
]  # fmt: skip
DAYS = [
    "10/02/2023", "10-02-2023", "2023-02-10", "10.2.2023", "ngày 10 tháng 02 năm 2023",
    "Hải Phòng, ngày 10 tháng 02 năm 2023", "ngày 10/2/2023", "10/2", "‘10/02/2023’",
]  # fmt: skip
TARGETS = [
    "trên 85%", "85,1%", "≥ 86%", "90-95%", "08 dự án", "tăng", "12", "3.10", "1e3", "-5",
    "tối thiểu 5 xã", "đứng thứ 3",
]  # fmt: skip
WORDS = [
    "Rà soát", "Báo cáo", "2023", "3.10", "true", "no", "0x1F", "1_000", "2023-02-10", "12:30",
    "Tiếp dân: hằng tuần", "a\nb", "15/02/23", "II.9", ".inf", "1.5.2",
]  # fmt: skip
UNITS = LIBRARY.units
NAMES = [
    *(name for unit in UNITS for name in (unit.id, unit.named.name.vi, *unit.aliases[:2])),
    *(name for group in UNITS.groups.values() for name in (group.id, *group.aliases[:2])),
]
BODIES = [*NAMES, "Phòng Tổng hợp", "Sở Tài chính và Sở Xây dựng", "Nhà thầu", "sokhdt", "5"]
SENDERS = [
    name
    for unit in UNITS
    if unit.submits is not Submits.NO
    for name in (unit.id, unit.id.lower(), unit.named.name.vi, *unit.aliases)
]
IDS = [*LIBRARY.directive.clauses, *(p.id for p in LIBRARY.directive.paragraphs)]
INDICATORS = [*LIBRARY.directive.indicators, "chi-tieu-cua-phu-luc", "12"]

blanks = st.sampled_from(BLANKS)


def scalars(values: list[str]) -> st.SearchStrategy[Any]:
    """Write a value with or without quotes, so that YAML may take it for a number, a day or a truth value."""
    plain = [v for v in values if "\n" not in v and ": " not in v and v == v.strip()]
    return st.one_of(st.sampled_from(values), st.sampled_from([Plain(v) for v in plain]))


words = scalars(WORDS)
names = scalars(BODIES)
tasks = st.builds(
    lambda cited, change: change(cited),
    st.sampled_from(IDS),
    st.sampled_from([str, str.lower, str.swapcase, lambda i: f"{i}.", lambda i: f" {i} "]),
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, blanks)


def one_or_more(values: st.SearchStrategy[Any], *, needed: bool = True) -> st.SearchStrategy[Any]:
    """Give a lone value, or a list of some among blank ones."""
    several = st.builds(
        lambda before, value, after: [*before, value, *after],
        st.lists(blanks, max_size=1),
        values,
        st.lists(maybe(values), max_size=2),
    )
    some = st.one_of(values, several)
    return some if needed else maybe(some)


def mappings(
    needed: dict[str, st.SearchStrategy[Any]], free: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Data]:
    optional = {key: maybe(values) for key, values in free.items()}
    return st.fixed_dictionaries(needed, optional=optional)


def entries(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return maybe(st.lists(st.one_of(values, blanks), min_size=1, max_size=2))


dues, days = scalars(DUES), scalars(DAYS)
ACTION = {
    "id": words,
    "tasks": one_or_more(tasks),
    "lead": one_or_more(names),
}
STATED = {"title": words, "due": dues, "result": words}
FREE = {
    "objective": words,
    "steps": one_or_more(words, needed=False),
    "start": dues,
    "milestones": entries(mappings({}, {"what": words, "due": dues})),
    "in_charge": words,
    "approver": words,
    "budget": words,
    "support": one_or_more(names, needed=False),
    "items": one_or_more(words, needed=False),
    "indicators": entries(
        mappings({"id": scalars(INDICATORS)}, {"target": scalars(TARGETS), "baseline": words})
    ),
}
actions = st.one_of(
    mappings({**ACTION, **STATED}, {**FREE, "reference": words}),
    mappings(
        {
            **ACTION,
            "tasks": one_or_more(st.sampled_from(["II.8.3.6", "ii.8.2.1"])),
            "reference": words,
        },
        {**FREE, **STATED},
    ),
)
one_task = st.sampled_from([*IDS, *(f"“{id}”" for id in IDS)])
plans = mappings(
    {
        "directive": scalars(["hai-phong/2023/02-CT-UBND", "02/CT-UBND", "02/CT-UBND ngày 19/01/2023"]),
        "unit": scalars(SENDERS),
        "document": mappings(
            {"number": words, "issued": days},
            {
                "sent_to": one_or_more(names, needed=False),
                "sent_on": days,
                "received_on": days,
                "relation": mappings({"replaces": words}, {"amends": words, "corrects": words}),
                "bases": one_or_more(words, needed=False),
            },
        ),
        "objectives": one_or_more(words),
        "actions": st.builds(
            lambda before, action, after: [*before, action, *after],
            st.lists(blanks, max_size=1),
            actions,
            st.lists(actions, max_size=1),
        ),
    },
    {
        "format": st.sampled_from([1, "1", " 1 "]),
        "organisation": one_or_more(words, needed=False),
        "waivers": entries(
            mappings({"task": one_task}, {"reason": words, "approved_by": words, "until": dues})
        ),
        "extensions": entries(mappings({"task": one_task}, {"to": dues, "approved_by": words})),
        "contests": entries(
            mappings({"task": one_task, "reason": words}, {"owner": names, "document": words})
        ),
    },
)  # fmt: skip


def test_the_forms_are_read() -> None:
    for text in DUES:
        read_period(text, 2023)
    for text in TARGETS:
        if text not in ("1e3", "-5"):
            read_target(text)
    assert all(UNITS.one(name).id for name in SENDERS)


@settings(max_examples=120, deadline=None)
@given(plans)
def test_what_the_reader_takes_fits(data: Data) -> None:
    faults, fitting = compare(data)
    assert faults == []
    assert fitting, next(VALIDATOR.iter_errors(typed(written(data))))


# ---- random faults ------------------------------------------------------------------------------

MAPPING = {"hai": "a", "khóa": "b"}


def sound() -> Data:
    """Make a plan with every key that plans have."""
    return {
        "format": 1,
        "kind": "plan",
        "directive": LIBRARY.directive.id,
        "unit": "SoKHDT",
        "document": {
            "number": "15/KH-SKHĐT", "issued": "10/02/2023", "sent_to": ["VPUBND"],
            "sent_on": "10/02/2023", "received_on": "11/02/2023",
            "relation": {"replaces": "1/KH", "amends": "2/KH", "corrects": "3/KH"}, "bases": ["x"],
        },
        "objectives": ["Hoàn thành 100% nhiệm vụ"],
        "actions": [
            {
                "id": "A1", "tasks": ["II.3.4.2", "ii.1.1"], "title": "Đôn đốc", "objective": "x",
                "steps": ["a", "b"], "start": "02/2023",
                "milestones": [{"what": "x", "due": "Quý II/2023"}], "due": "Quý IV/2023",
                "lead": "Phòng Tổng hợp", "in_charge": "x", "approver": "x", "budget": "x",
                "support": ["Sở Tài chính"], "result": "Báo cáo", "items": ["x"],
                "indicators": [{"id": "du-an-hoan-thanh", "target": "08 dự án", "baseline": "x"}],
            },
            {
                "id": "A2", "tasks": "II.8.3.6", "lead": ["SoKHDT"],
                "reference": "kế hoạch riêng số 12/KH",
            },
        ],
        "organisation": "Văn phòng theo dõi",
        "waivers": [{"task": "II.1.1.1", "reason": "x", "approved_by": "x", "until": "2023"}],
        "extensions": [{"task": "II.1.1.1", "to": "2024", "approved_by": "x"}],
        "contests": [{"task": "II.1.1.1", "reason": "x", "owner": "SoTC", "document": "x"}],
    }  # fmt: skip


Route = tuple[str | int, ...]


def routes(data: Any, path: Route = ()) -> list[Route]:
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    inner = [((*path, step), part) for step, part in steps]
    below = [routes(part, here) for here, part in inner if isinstance(part, dict | list)]
    return [*(here for here, _ in inner), *(route for some in below for route in some)]


def at(data: Any, path: Route) -> Any:
    for step in path:
        data = data[step]
    return data


def put(data: Data, path: Route, value: Any) -> None:
    at(data, path[:-1])[path[-1]] = value


ROUTES = routes(sound())
MAPPINGS = [(), *(r for r in ROUTES if isinstance(at(sound(), r), dict))]
TEXTS = [r for r in ROUTES if isinstance(at(sound(), r), str) and r != ("kind",)]
ENTRIES = [r for r in ROUTES if isinstance(r[-1], int) and r in MAPPINGS]
LISTS = [r[:-1] for r in ENTRIES]
SINGLE = [r for r in TEXTS if isinstance(r[-1], str) and r[-1] not in ("tasks", "lead", "organisation")]  # fmt: skip
TASKS = [r for r in TEXTS if "tasks" in r or r[-1] == "task"]
DATES = [r for r in TEXTS if r[-1] in ("due", "start", "issued", "sent_on", "received_on", "until", "to")]  # fmt: skip
NEEDED = [
    *((key,) for key in ("directive", "unit", "document", "objectives", "actions")),
    *(("document", key) for key in ("number", "issued")),
    *(("actions", 0, key) for key in ("id", "tasks", "title", "due", "lead", "result")),
    *(("actions", 1, key) for key in ("id", "tasks", "lead", "reference")),
    ("actions", 0, "indicators", 0, "id"),
    ("waivers", 0, "task"),
    ("extensions", 0, "task"),
    ("contests", 0, "task"),
    ("contests", 0, "reason"),
]  # fmt: skip
FAULTS: dict[str, tuple[list[Route], list[Any]]] = {
    "unknown key": ([(*r, "ghi chú") for r in MAPPINGS], ["x", 5, ["x"], MAPPING, {"x": None}]),
    "mapping for text": (TEXTS, [MAPPING, {"Trước": "15/11"}, {"x": ["y"]}]),
    "list for text": (SINGLE, [["a"], ["a", "b"], [None], [["a"]]]),
    "list in a list of texts": (
        [("objectives", 0), ("actions", 0, "steps", 1), ("actions", 0, "tasks", 0)],
        [["a"], [["a"]], [None]],
    ),
    "text for mapping": ([r for r in MAPPINGS if r], ["x", 2023, True, "a: b"]),
    "list for mapping": ([("document",), ("document", "relation"), *ENTRIES], [["x"], [MAPPING]]),
    "text or mapping for entries": (LISTS, ["x", 5, MAPPING, {"id": "A1"}]),
    "format": ([("format",)], [2, "2", 1.5, "một", "1.0", "v1", True, [1], MAPPING]),
    "kind": ([("kind",)], ["baocao", "Plan", " plan ", "…", "plans"]),
    "needed key": (NEEDED, [*BLANKS, [None], ["…"]]),
    "unknown task": (TASKS, ["II.3.4.99", "iv.1", "II.9", "I.1", "ii.3.4.2.1", "3.4", "II.3.4.9.", "II", "abc", "II-1-1-1", "II,1,1,1", "II. 1.1.1", "II.1.1.1 (x)", "II.1.1.1, II.1.1.2"]),
    "no such day": (
        DATES,
        ["15/02/23", "1-1-24", "31/02/2023", "31.11.2023", "32/1/2023", "0/5/2023", "1/13/2023", "30-2-2024", "15/00/2023"],
    ),
}  # fmt: skip


def test_the_plan_with_every_key_is_sound() -> None:
    assert compare(sound()) == ([], True)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_listed_faults_are_refused_by_both(draw: st.DataObject) -> None:
    data = sound()
    for name in draw.draw(st.lists(st.sampled_from([*FAULTS]), min_size=1, max_size=2)):
        places, values = FAULTS[name]
        path, value = draw.draw(st.sampled_from(places)), draw.draw(st.sampled_from(values))
        try:
            put(data, path, deepcopy(value))
        except (KeyError, IndexError, TypeError):  # the first fault took the place of the second
            continue
    faults, fitting = compare(data)
    assert faults
    assert not fitting


ANYTHING = st.recursive(
    st.one_of(
        blanks,
        scalars(WORDS),
        scalars(DUES),
        scalars(IDS),
        st.sampled_from(["II.9", "31/02/2023"]),
    ),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["id", "tasks", "task", "due", "what", "number", "x"]),
            # of an unknown key left blank the schema alone says something
            inner.filter(lambda value: value not in BLANKS),
            max_size=2,
        )
    ),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_of_a_changed_plan_both_say_the_same(draw: st.DataObject) -> None:
    data = sound()
    for _ in range(draw.draw(st.integers(1, 3))):
        path = draw.draw(st.sampled_from([r for r in routes(data) if r != ("kind",)]))
        put(data, path, draw.draw(ANYTHING))
    text = written(data)
    faults = shape_faults(yaml.read("plan.yaml", text.encode()))
    assert fits(text) == (not faults), (faults, text)


# ---- the examples -------------------------------------------------------------------------------

EXAMPLES = sorted([*(ROOT / "examples/plans").glob("*.yaml"), *(ROOT / "examples/faults").glob("*.yaml")])  # fmt: skip
NOT_YAML = {"duplicate-key", "text-after-quote", "unclosed-quote", "unquoted-colon", "unquoted-value", "windows-1258"}  # fmt: skip


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_of_an_example_both_say_the_same(file: Path) -> None:
    document = open_document(file)
    try:
        data = typed(file.read_text(encoding="utf-8"))
    except (pyyaml.YAMLError, UnicodeDecodeError):
        assert file.stem in NOT_YAML  # an editor says so without a schema
        assert any(f.rule.id.startswith("HPD1") for f in found(document))
    else:
        assert VALIDATOR.is_valid(data) == (not shape_faults(document))


def test_loaders_that_make_dates_fit_too() -> None:
    data = sound()
    for path in DATES:
        put(data, path, Plain("2023-02-10"))
    assert VALIDATOR.is_valid(pyyaml.safe_load(written(data)))


# ---- what it is made of ---------------------------------------------------------------------------


def test_it_is_a_schema_and_the_same_every_time() -> None:
    Draft7Validator.check_schema(SCHEMA)
    again = open_library()
    assert schema.render(again.directive, again.units) == TEXT


def models(model: type[Located]) -> set[type[Located]]:
    return {one for one in Located.__subclasses__() if one.__module__ == model.__module__}


def test_every_key_of_the_models_stands_in_it_with_words_in_both_languages() -> None:
    parts = {"plan": SCHEMA, **SCHEMA["definitions"]}
    assert models(Plan) == set(schema.DESCRIPTIONS)
    for model, words in schema.DESCRIPTIONS.items():
        part = parts[model.__name__.lower()]
        assert set(part["properties"]) == set(model.model_fields) == set(words)
        assert part["additionalProperties"] is False
        for key, shape in part["properties"].items():
            assert shape["description"] == f"{words[key].vi}\n{words[key].en}"
            assert words[key].vi != words[key].en


def suggested(part: Data) -> dict[str, str]:
    return {one["const"]: one["description"] for one in part["anyOf"] if "const" in one}


def test_tasks_and_units_are_suggested_with_their_names() -> None:
    tasks = suggested(SCHEMA["definitions"]["task"])
    assert set(tasks) == set(IDS)
    for clause in LIBRARY.directive.clauses.values():
        assert tasks[clause.id] == f"{clause.name.vi}\n{clause.name.en}"
    bodies = suggested(SCHEMA["definitions"]["body"])
    assert bodies["SoTC"] == "Sở Tài chính\nDepartment of Finance"
    assert {*UNITS.by_id, *UNITS.groups} <= set(bodies)
    assert {unit.named.name.vi for unit in UNITS} <= set(bodies)
    assert "BTGTU" not in suggested(SCHEMA["properties"]["unit"])  # it sends no plan
    promised = SCHEMA["definitions"]["promised"]["properties"]["id"]
    assert set(suggested(promised)) == set(LIBRARY.directive.indicators)


@pytest.mark.parametrize("text", [text for text in BLANKS if isinstance(text, str)])
def test_words_that_hold_a_place_are_nothing(text: str) -> None:
    assert re.search(SCHEMA["definitions"]["nothing"]["anyOf"][1]["pattern"], text)
    assert not re.search(SCHEMA["definitions"]["text"]["pattern"], text)


def test_lone_days_that_are_refused_are_never_read() -> None:
    pattern = SCHEMA["definitions"]["date"]["anyOf"][0]["pattern"]
    for sign in "/.-":
        for day in (0, 1, 12, 28, 29, 30, 31, 32, 99):
            for month in (0, 1, 2, 4, 11, 12, 13, 45):
                for year in ("00", "23", "99", "2023", "2024"):
                    text = f"{day}{sign}{month:02}{sign}{year}"
                    assert bool(re.search(pattern, text)) != no_day(text), text
                    if no_day(text):
                        with pytest.raises(UnreadablePeriod):
                            read_period(text, 2023)


def test_another_citys_schema_speaks_of_it_alone() -> None:
    second = open_library(data=str(ROOT / "tests/second/data"))
    text = schema.render(second.directive, second.units)
    for other in ("Hải Phòng", "VPUBND", "02/CT-UBND", "2023", "II.3.4.2", "SoKHDT"):
        assert other not in text
    validator = Draft7Validator(json.loads(text))
    for file in sorted((ROOT / "tests/second/plans").glob("*.yaml")):
        document = open_document(file)
        checked = examine(document, second, Settings(), TODAY).checked.findings
        faults = [f.rule.name for f in checked if listed(f, document)]
        assert validator.is_valid(typed(file.read_text(encoding="utf-8"))) == (not faults), faults


@pytest.mark.parametrize("unit", ["SoKHDT", "QuanNgoQuyen", "CATP"])
def test_a_form_is_refused_for_its_blanks_alone(unit: str) -> None:
    text = form(UNITS.by_id[unit], LIBRARY)
    assert not fits(text)
    assert fits(filled(text, UNITS.by_id[unit]))
