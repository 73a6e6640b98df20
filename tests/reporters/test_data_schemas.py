"""The JSON Schemas of the files of data: what is shipped fits, and none is stricter than the reader."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Directive
from hpdirective.model.located import Located
from hpdirective.model.unit import Unit
from hpdirective.reading import read
from hpdirective.reporters.schema import data as schema
from hpdirective.source import yaml
from tests.typing_yaml import Plain, typed, written

ROOT = Path(__file__).parents[2]
SCHEMAS = {kind: json.loads(schema.render(kind)) for kind in schema.MODELS}
VALIDATORS = {kind: Draft7Validator(one) for kind, one in SCHEMAS.items()}
Data = dict[str, Any]
Route = tuple[str | int, ...]

SHIPPED = [
    *ROOT.glob("data/*.yaml"),
    *ROOT.glob("data/units/*.yaml"),
    *ROOT.glob("tests/second/data/*.yaml"),
    *ROOT.glob("tests/second/data/units/*.yaml"),
]
BLANKS: list[Any] = [None, " ", "", [], {}]
NAME = {"vi": "Tên", "en": "Name"}
CLAUSE: Data = {
    "id": "I.1.1.1", "text": "x", "kind": "deliver", "title": NAME, "met_by": ["action", "plan.sent"],
    "assign": [
        {"unit": "SoTC", "group": "so", "role": "lead", "basis": "named", "source": "x",
         "reason": "x", "scope": "x", "met_by": ["plan.sent"], "due": {"by": "2023-12-31"}},
    ],
    "due": {"by": "2023-12-31", "before": None, "basis": "text", "text": "x"},
    "start": {"from": "2023-01-01", "text": "x"},
    "items": [{"id": "a", "text": "x", "words": "x", "units": ["SoTC"]}],
    "open": True,
    "indicators": [
        {"id": "a", "name": NAME, "text": "x", "target": {"op": "range", "value": 1, "high": 2.5},
         "trend": None, "unit": "%", "scope": "total", "shares": {"SoTC": 1}, "counts": "items",
         "units": ["SoTC"]},
    ],
    "references": [{"text": "x", "number": "1/NQ", "date": "2023-01-01"}],
    "mentions": [{"unit": "SoTC", "group": "so", "text": "x"}],
    "horizons": [{"text": "năm 2025", "year": 2025}],
    "marks": [{"text": "x", "kind": "name"}],
    "restricted": False, "realised_by": ["I.1.1.2"], "annexes": ["PL1"], "todo": [],
}  # fmt: skip
SOUND: dict[str, Data] = {
    "directive": {
        "format": 1, "kind": "directive", "id": "x", "number": "1/CT", "issued": "2023-01-19",
        "year": 2023, "issuer": "x", "title": NAME, "signer": "x", "sha256": "0",
        "topics": {"plan.sent": "I.1.1.1"}, "contents": ["x"],
        "annexes": [{"id": "PL1", "title": NAME, "supplied": False}], "head": ["x"],
        "parts": [
            {"id": "I", "label": "I", "heading": "x", "sections": [
                {"id": "I.1", "label": "1", "heading": "x", "title": NAME, "paragraphs": [
                    {"id": "I.1.1", "label": "-", "clauses": [CLAUSE]}]}]},
        ],
        "tail": ["x"], "todo": [],
    },
    "unit": {
        "format": 1, "kind": "unit", "id": "SoTC", "name": NAME, "type": "so", "symbols": ["STC"],
        "aliases": ["x"], "functions": [{"sector": "x", "source": "x"}], "submits": "required",
        "valid_from": "2023-01-01", "valid_to": "2024-01-01", "source": "x",
    },
    "groups": {
        "format": 1, "kind": "groups",
        "groups": [{"id": "so", "name": NAME, "aliases": ["x"], "members": ["SoTC"], "reading": "x"}],
    },
    "baseline": {
        "format": 1, "kind": "baseline", "directive": "x",
        "findings": [
            {"unit": "SoTC", "file": "x", "rule": "HPD403", "task": "I.1.1.1", "route": "x"}
        ],
    },
}  # fmt: skip


def faults(kind: str, text: str) -> list[str]:
    document = yaml.read("data.yaml", text.encode())
    return [fault.code for fault in read(document, schema.MODELS[kind], 2023).faults]


def fits(kind: str, text: str) -> bool:
    return bool(VALIDATORS[kind].is_valid(typed(text)))


def routes(data: Any, path: Route = ()) -> list[Route]:
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    inner = [((*path, step), part) for step, part in steps]
    below = [routes(part, here) for here, part in inner if isinstance(part, dict | list)]
    return [*(here for here, _ in inner), *(route for some in below for route in some)]


def put(data: Any, path: Route, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = deepcopy(value)


PLACES = [(kind, path) for kind, data in SOUND.items() for path in routes(data)]


def changed(kind: str, path: Route, value: Any) -> str:
    data = deepcopy(SOUND[kind])
    put(data, path, value)
    return written(data)


@pytest.mark.parametrize("kind", schema.MODELS)
def test_every_key_of_the_models_stands_in_it_with_words_in_both_languages(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    whole = SCHEMAS[kind]
    parts = {schema.MODELS[kind].__name__.lower(): whole, **whole["definitions"]}
    seen = 0
    for model, words in schema.DESCRIPTIONS.items():
        part = parts.get(model.__name__.lower())
        if part is None:
            continue
        seen += 1
        draft = parts.get(f"{model.__name__.lower()}-draft", part)
        for shape in (part.get("then", draft), part.get("else", part)):
            names = {field.alias or name for name, field in model.model_fields.items()}
            assert set(shape["properties"]) == names == set(words)
            for key, one in shape["properties"].items():
                assert one["description"] == f"{words[key].vi}\n{words[key].en}"
    assert seen == {"directive": 20, "unit": 3, "groups": 3, "baseline": 2}[kind]
    assert fits(kind, written(SOUND[kind]))
    assert faults(kind, written(SOUND[kind])) == []


def test_every_model_of_the_data_is_described() -> None:
    modules = {model.__module__ for model in (Directive, Unit, Baseline)}
    models = {one for one in Located.__subclasses__() if one.__module__ in modules}
    assert models == set(schema.DESCRIPTIONS)


@pytest.mark.parametrize("load", [typed, pyyaml.safe_load])
def test_shipped_data_fits(load: Any) -> None:
    for file in SHIPPED:
        data = load(file.read_text(encoding="utf-8"))
        error = next(VALIDATORS[data["kind"]].iter_errors(data), None)
        assert error is None, (file, error)


WORDS = {"role", "basis", "op", "trend", "submits"}  # of which each takes a few
VALUES = {"open", "restricted", "supplied", "value", "high", "year", "by", "before", "date"}
FREE = ("shares", "topics")  # their keys are not fixed


def wrong_for(path: Route, value: Any) -> list[Any]:
    """Give what may not stand in the place of a value."""
    key = path[-1]
    if isinstance(value, dict):
        return ["x", ["x"], *([] if key in FREE else [{**value, "ghi chú": "x"}])]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ["x", ["x"], {"a": "x", "b": "y"}]
    word = ["sai"] if key in WORDS | VALUES else []
    several = [["x", "y"]] if isinstance(value, str | int | float) and isinstance(key, str) else []
    return [{"a": "x", "b": "y"}, *several, *word]


@pytest.mark.parametrize("kind", schema.MODELS)
def test_faults_of_shape_are_refused_by_both(kind: str) -> None:
    for path in routes(SOUND[kind]):
        value: Any = SOUND[kind]
        for step in path:
            value = value[step]
        if path != ("kind",) and "topics" not in path[:-1]:
            for wrong in wrong_for(path, value):
                text = changed(kind, path, wrong)
                assert faults(kind, text), (path, wrong)
                assert not fits(kind, text), (path, wrong)


NEEDED = {key for model in schema.DESCRIPTIONS for key in model.needed}


def needed() -> list[tuple[str, Route]]:
    found = []
    for kind, path in PLACES:
        text = changed(kind, path, None)
        if path[-1] in NEEDED and "missing-data-key" in faults(kind, text):
            found.append((kind, path))
    return found


def test_needed_keys_are_refused_by_both_unless_a_todo_names_them() -> None:
    places = needed()
    assert len(places) > 40
    for kind, path in places:
        for blank in BLANKS[:2]:
            assert not fits(kind, changed(kind, path, blank)), path
    for blank in BLANKS[:2]:
        data = deepcopy(SOUND["directive"])
        clause = data["parts"][0]["sections"][0]["paragraphs"][0]["clauses"][0]
        clause |= {"title": {"vi": "x", "en": blank}, "kind": blank, "todo": ["title", "kind"]}
        assert fits("directive", written(data))
        assert faults("directive", written(data)) == []
        assert not fits("directive", written(data).replace("todo:\n", "todo_:\n"))


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(
        [*BLANKS, "x", "2023", "12.5", "-3", "true", "false", "2023-01-19", "20230119",
         "lead", "text", "up", "I.1", *map(Plain, ["2023", "12.5", "true", "2023-01-19", "1e3"])],
    ),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["id", "vi", "en", "text", "unit", "by"]),
        inner.filter(lambda value: value not in BLANKS),
        max_size=2,
    ),
    max_leaves=4,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_the_reader_takes_fits(draw: st.DataObject) -> None:
    kind, path = draw.draw(st.sampled_from([one for one in PLACES if one[1] != ("kind",)]))
    text = changed(kind, path, draw.draw(ANYTHING))
    if not faults(kind, text):
        assert fits(kind, text), text
