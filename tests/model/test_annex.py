"""The file of an annex: what the reader finds in it, and that the JSON Schema says the same."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.checking import examine_data
from hpdirective.disk import data_folder
from hpdirective.finding import Finding
from hpdirective.library import Library, open_register
from hpdirective.model.annex import AnnexFile, Provenance, Row, press_rows
from hpdirective.model.annex import supplied as taken_in
from hpdirective.model.directive import Required, Scope, Title
from hpdirective.model.located import Located
from hpdirective.model.target import Op, Trend
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.annexes import annex, pressed, row, supplied
from tests.conftest import Golden
from tests.plans import write
from tests.rules.test_examples import told
from tests.typing_yaml import typed

GOLDEN = Path(__file__).parents[1] / "golden/model"
SCHEMA = json.loads((files("hpdirective") / "schemas/annex.json").read_text(encoding="utf-8"))
EXAMPLE = Path(__file__).parents[2] / "examples/annexes/PL1-press.yaml"
Data = dict[str, Any]


REGISTER = open_register(data_folder())


def findings(text: str) -> tuple[Finding, ...]:
    document = yaml.read("annex.yaml", text.encode())
    return examine_data(document, REGISTER, Settings()).checked.findings


def fits(text: str) -> bool:
    return bool(Draft7Validator(SCHEMA).is_valid(typed(text)))


def sound() -> Data:
    return annex(
        "PL1",
        row("mot", "12.5"),
        row("hai", "70", "xã", scope="total", shares={"HuyenCatHai": "5"}, units=["HuyenCatHai"]),
        row("ba", target=None, text="tăng", trend="up", unit=None),
        row("bon", target={"op": "range", "value": "12.7", "high": "13"}, text="12,7%-13%"),
        pressed("nam", target={"op": ">", "value": "7.3"}, text="trên 7,3 triệu", unit="triệu"),
        row("sau", target=None, text="Đạt mức tiên tiến"),
        complete="no",
    )


def test_sound_annex_is_read_whole() -> None:
    text = write(sound())
    assert findings(text) == ()
    assert fits(text)
    read = yaml.read("annex.yaml", text.encode())
    assert read.kind == "annex"


def test_example_is_sound_and_keeps_the_printed_values() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert findings(text) == ()
    assert fits(text)
    Draft7Validator.check_schema(SCHEMA)
    Draft7Validator(SCHEMA).validate(pyyaml.safe_load(text))  # YAML 1.1 reads `no` as false
    said = typed(text)
    assert said["complete"] == "no"
    assert {r["text"]: (r["target"]["op"], r["target"]["value"]) for r in said["indicators"]} == {
        "12,7%-13%": ("range", 12.7),
        "15%": (">=", 15),
        "116.442,134 tỷ đồng": (">=", 116442.134),
        "42.500 tỷ đồng": (">=", 42500),
        "69.900 tỷ đồng": (">=", 69900),
        "195.855 tỷ đồng": (">=", 195855),
        "trên 7,3 triệu lượt": (">", 7.3),
    }
    assert all(
        r["source"] == "press" and r["cited"] and not r["units"] for r in said["indicators"]
    )


def test_the_annex_in_readme_is_sound() -> None:
    readme = (EXAMPLE.parents[2] / "README.md").read_text(encoding="utf-8")
    (shown,) = (
        b for b in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL) if "kind: annex" in b
    )
    assert findings(shown) == ()
    assert fits(shown)


def put(*path: str | int, value: Any) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        at: Any = data
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[Data], None]:
    return put(*path, value=None)


def of_first(**values: Any) -> Callable[[Data], None]:
    return lambda data: data["indicators"][0].update(values)


def with_one_id(data: Data) -> None:
    for row_ in data["indicators"][:3]:
        row_["id"] = "mot"


# What the reader and the schema must both refuse, with the rule that says it.
FAULTS: dict[str, tuple[str, Callable[[Data], None]]] = {
    "format 2": ("HPD225", put("format", value="2")),
    "no format": ("HPD228", drop("format")),
    "no directive": ("HPD228", drop("directive")),
    "no annex": ("HPD228", put("annex", value="  ")),
    "no title": ("HPD228", drop("title")),
    "title in one language": ("HPD228", put("title", value={"vi": "Phụ lục"})),
    "title that is a text": ("HPD221", put("title", value="Phụ lục")),
    "no complete": ("HPD228", drop("complete")),
    "complete in other words": ("HPD226", put("complete", value="gần đủ")),
    "no source": ("HPD228", drop("source")),
    "source that is a list": ("HPD221", put("source", value=["a", "b"])),
    "no indicators": ("HPD228", drop("indicators")),
    "indicators empty": ("HPD228", put("indicators", value=[])),
    "indicators of nothing": ("HPD228", put("indicators", value=[None])),
    "indicators that are a mapping": ("HPD221", put("indicators", value={"id": "a", "b": "c"})),
    "row that is a text": ("HPD221", put("indicators", 0, value="mot")),
    "unknown key": ("HPD220", put("note", value="x")),
    "unknown key in a row": ("HPD220", put("indicators", 0, "note", value="x")),
    "unknown key in a target": ("HPD220", put("indicators", 0, "target", "low", value="1")),
    "counts": ("HPD220", put("indicators", 0, "counts", value="items")),
    "no id": ("HPD228", drop("indicators", 0, "id")),
    "id with marks": ("HPD226", put("indicators", 0, "id", value="tăng trưởng")),
    "id in capitals": ("HPD226", put("indicators", 0, "id", value="GRDP")),
    "id of a number": ("HPD226", put("indicators", 0, "id", value="12")),
    "id of 101 letters": ("HPD226", put("indicators", 0, "id", value="a" * 101)),
    "no name": ("HPD228", drop("indicators", 0, "name")),
    "no row source": ("HPD228", drop("indicators", 0, "source")),
    "row source unknown": ("HPD226", put("indicators", 0, "source", value="tv")),
    "press without cited": ("HPD228", drop("indicators", 4, "cited")),
    "op unknown": ("HPD226", put("indicators", 0, "target", "op", value="≥")),
    "value in Vietnamese": ("HPD226", put("indicators", 0, "target", "value", value="12,5")),
    "value beyond writing": ("HPD226", put("indicators", 0, "target", "value", value="1e999999999")),
    "value with a unit": ("HPD226", put("indicators", 0, "target", "value", value="12.5%")),
    "target without value": ("HPD228", put("indicators", 0, "target", value={"op": ">="})),
    "target that is a text": ("HPD221", put("indicators", 0, "target", value="trên 85%")),
    "target without text": ("HPD228", drop("indicators", 0, "text")),
    "trend without text": ("HPD228", put("indicators", 2, "text", value=" ")),
    "range without high": ("HPD228", put("indicators", 3, "target", "high", value=None)),
    "high without range": ("HPD226", put("indicators", 3, "target", "op", value=">=")),
    "trend unknown": ("HPD226", put("indicators", 2, "trend", value="tăng")),
    "target and trend": ("HPD226", put("indicators", 0, "trend", value="up")),
    "scope unknown": ("HPD226", put("indicators", 0, "scope", value="all")),
    "shares of no total": ("HPD226", put("indicators", 1, "scope", value="each")),
    "share that is no number": ("HPD226", put("indicators", 1, "shares", "HuyenCatHai", value="năm")),
    "shares that are a list": ("HPD221", put("indicators", 1, "shares", value=["a", "b"])),
    "units that are a mapping": ("HPD221", put("indicators", 1, "units", value={"a": "b", "c": "d"})),
    "complete from the press": ("HPD226", put("complete", value="yes")),
}  # fmt: skip

# What only the reader can know: two rows, or a number and its words, held together.
READER_ALONE: dict[str, tuple[str, Callable[[Data], None]]] = {
    "one id twice": ("HPD226", put("indicators", 1, "id", value="mot")),
    "high below value": ("HPD226", put("indicators", 3, "target", "high", value="12")),
    "value not the printed one": ("HPD226", put("indicators", 0, "target", "value", value="1.25")),
    "high not the printed one": ("HPD226", put("indicators", 3, "target", "high", value="14")),
    "op not the printed one": ("HPD226", put("indicators", 4, "target", "op", value=">=")),
    "range printed, one value given": (
        "HPD226",
        put("indicators", 3, "target", value={"op": ">=", "value": "12.7"}),
    ),
    "unit not the printed one": ("HPD226", put("indicators", 0, "unit", value="xã")),
    "op of a range, one value given": ("HPD226", put("indicators", 3, "target", "op", value=">=")),
    "two rows of one id, twice": ("HPD226", with_one_id),
    "printed as less, given as more": (
        "HPD226",
        of_first(text="dưới 12,5%", target={"op": ">=", "value": "12.5"}),
    ),
    "high below value and not printed": (
        "HPD226",
        of_first(text="chưa rõ", target={"op": "range", "value": "12.7", "high": "12.6"}),
    ),
}


@pytest.mark.parametrize("name", [*FAULTS, *READER_ALONE])
def test_fault_is_found_with_its_line(name: str) -> None:
    rule, change = (FAULTS | READER_ALONE)[name]
    data = sound()
    change(data)
    found = findings(write(data))
    assert rule in {f.rule.id for f in found}, [f.message("vi") for f in found]  # type: ignore[arg-type]
    assert len({f.path for f in found}) == len(found), "one key is told twice"
    assert len(found) <= 2
    assert all(f.place.span for f in found)


def test_each_fault_says_what_its_golden_file_says(golden: Golden) -> None:
    said = []
    for name, (_, change) in (FAULTS | READER_ALONE).items():
        data = sound()
        change(data)
        said += [f"# {name}\n", *map(told, findings(write(data)))]
    golden(GOLDEN / "annex-faults.txt", "".join(said))


@pytest.mark.parametrize("name", FAULTS)
def test_schema_refuses_it_too(name: str) -> None:
    data = sound()
    FAULTS[name][1](data)
    assert not fits(write(data))


@pytest.mark.parametrize(
    "change",
    [
        put("format", value="1"),
        put("complete", value="false"),
        put("title", "vi", value=2023),
        put("directive", value="02/CT-UBND ngày 19/01/2023"),
        of_first(id="a" * 100),
        of_first(text="chưa rõ", target={"op": "range", "value": "12.5", "high": "12.5"}),
        of_first(target=None),
        of_first(target=None, text=None, unit=None),
        of_first(target={"value": "12.5"}),
        of_first(text="một phần tám"),
        of_first(units="SoTC"),
        of_first(units=[None, "SoTC"]),
        of_first(units={}),
        of_first(cited=[]),
        of_first(text="12.500 triệu đồng", unit="tỷ đồng"),
        of_first(scope="total"),
        put("indicators", value=[None, row("mot")]),
    ],
)
def test_both_accept(change: Callable[[Data], None]) -> None:
    data = sound()
    change(data)
    text = write(data)
    assert [f.message("vi") for f in findings(text)] == []  # type: ignore[arg-type]
    assert fits(text)


@pytest.mark.parametrize(
    ("said", "whole"), [("yes", True), ("true", True), ("no", False), ("false", False)]
)
def test_an_annex_said_to_be_whole_leaves_nothing_lacking(
    said: str, whole: bool, library: Library
) -> None:
    directive = supplied(library, annex("PL1", row("mot"), complete=said)).directive
    (taken,) = taken_in(directive)
    assert taken.supplied is whole
    needing = next(c for c in directive.clauses.values() if "PL1" in c.annexes)
    assert ("PL1" in {a.id for a in directive.lacking(needing)}) is not whole


EXTENTS = [
    ([row("a")], "1 chỉ tiêu", "1 indicator"),
    ([row("a"), row("b")], "2 chỉ tiêu", "2 indicators"),
    ([pressed("a")], "1 chỉ tiêu theo nguồn báo chí", "1 indicator from the press"),
    ([pressed("a"), pressed("b")], "2 chỉ tiêu theo nguồn báo chí", "2 indicators from the press"),
    ([row("a"), pressed("b"), row("c")], "3 chỉ tiêu, trong đó 1 theo nguồn báo chí", "3 indicators, 1 of them from the press"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "vi", "en"), EXTENTS)
def test_extent_in_words(rows: list[Data], vi: str, en: str, library: Library) -> None:
    directive = supplied(library, annex("PL1", *rows, complete="no")).directive
    (taken,) = taken_in(directive)
    assert (taken.extent.vi, taken.extent.en) == (vi, en)


def test_official_rows_join_the_clauses_that_need_the_annex_and_no_other(library: Library) -> None:
    directive = supplied(
        library, annex("PL1", row("mot"), pressed("hai"), complete="no")
    ).directive
    for id, clause in directive.clauses.items():
        before = library.directive.clauses[id]
        added = ["mot"] if "PL1" in before.annexes else []
        assert [i.id for i in clause.indicators] == [*(i.id for i in before.indicators), *added]
        pressing = ["hai"] if "PL1" in before.annexes else []
        assert [r.id for r in press_rows(directive, clause)] == pressing
    assert [r.id for r in press_rows(directive)] == ["hai"]


def test_lines_are_those_of_the_fault() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    line = next(n for n, said in enumerate(text.splitlines(), 1) if "value: 116442.134" in said)
    (found,) = findings(text.replace("value: 116442.134", "value: 116.442"))
    assert found.place.span
    assert found.place.span.line == line
    assert found.facts == {"value": "116.442", "known": ("116442.134",)}
    line = next(n for n, said in enumerate(text.splitlines(), 1) if "id: thu-noi-dia" in said)
    (found,) = findings(text.replace("id: thu-noi-dia", "id: thu-ngan-sach"))
    assert found.place.span
    assert found.place.span.line == line


def test_every_absent_key_is_named() -> None:
    found = findings("kind: annex\nformat: 1\n")
    assert {f.facts["key"] for f in found} == {
        "directive", "annex", "title", "complete", "source", "indicators",
    }  # fmt: skip


def keys(model: type[Located]) -> set[str]:
    return set(model.model_fields)


def values(part: Data) -> set[Any]:
    found = set(part.get("enum", ()))
    for one in part.get("anyOf", ()):
        found |= set(one.get("enum", ()))
    return found


def test_schema_follows_the_model() -> None:
    parts = SCHEMA["definitions"]
    for model, part in (
        (AnnexFile, SCHEMA),
        (Row, parts["row"]),
        (Required, parts["target"]),
        (Title, parts["title"]),
    ):
        allowed = keys(model) - ({"counts", "share"} if model is Row else set())
        assert set(part["properties"]) == allowed
        needed = set(model.needed) | ({"kind"} if model is AnnexFile else set())
        assert set(part["required"]) == needed | ({"value"} if model is Required else set())
        assert part["additionalProperties"] is False
        for name, key in part["properties"].items():
            vi, _, en = key["description"].partition("\n")
            assert vi, name
            assert en, name
    row_keys = parts["row"]["properties"]
    assert values(parts["target"]["properties"]["op"]) == set(Op)
    assert values(row_keys["trend"]) == set(Trend)
    assert values(row_keys["scope"]) == set(Scope)
    assert values(row_keys["source"]) == set(Provenance)


ANYTHING = st.recursive(
    st.sampled_from(
        [None, "", " ", "x", "12,5", "1", "-3.5", "yes", "no", "press", "official", "up", "each",
         "total", "range", ">", "SoTC", "12%", "a-b", "‮x", "1" * 40, "\u0000"],
    ),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.sampled_from(["vi", "en", "id", "op", "value", "SoTC"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


def routes(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for step, part in steps:
        found.append((*path, step))
        if isinstance(part, dict | list):
            found += routes(part, (*path, step))
    return found


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_changed_annex_is_read_or_refused_and_the_schema_is_never_stricter(
    data: st.DataObject,
) -> None:
    changed = sound()
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([r for r in routes(changed) if r != ("kind",)]))
        put(*path, value=data.draw(ANYTHING))(changed)
    text = write(changed)
    found = findings(text)
    if not found:
        assert fits(text), text
