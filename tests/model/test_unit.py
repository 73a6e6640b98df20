"""Units and groups as messages name them."""

import pytest

from hpdirective.library import Library
from hpdirective.model.unit import Groups, Unit
from hpdirective.reading import read
from hpdirective.source import yaml


def unit(text: str) -> Unit:
    value = read(yaml.read("unit.yaml", text.encode()), Unit, 0).value
    assert value is not None
    return value


def test_a_unit_is_named_by_its_title() -> None:
    named = unit("id: SoA\nname: {vi: Sở A, en: Department A}\n").named
    assert (named.id, named.name.vi, named.name.en) == ("SoA", "Sở A", "Department A")


def test_a_unit_without_a_name_is_named_by_its_id() -> None:
    named = unit("id: SoA\n").named
    assert (named.id, named.name.vi, named.name.en) == ("SoA", "SoA", "SoA")


def test_a_unit_without_an_english_name_has_its_vietnamese_one() -> None:
    named = unit("id: SoA\nname: {vi: Sở A}\n").named
    assert (named.name.vi, named.name.en) == ("Sở A", "Sở A")


def test_every_unit_of_the_city_has_a_name_in_both_languages(library: Library) -> None:
    for one in library.units:
        named = one.named
        assert named.id == one.id
        assert "" not in (named.name.vi, named.name.en)
        assert one.id not in (named.name.vi, named.name.en)


NO_IDS = (
    "../../x",
    "/tmp/x",
    "..",
    "a/b",
    "a\\b",
    "C:x",
    "=1+1",
    "So TC",
    "So.TC",
    "-a",
    "Sở",
    "x" * 101,
)


def wrong_values(text: str, model: type[Unit] | type[Groups]) -> list[tuple[object, ...]]:
    """Give the routes of the values that cannot stand where they do."""
    found = read(yaml.read("data.yaml", text.encode()), model, 0)
    return [fault.path for fault in found.faults if fault.code == "wrong-value"]


@pytest.mark.parametrize("id", NO_IDS)
def test_an_id_that_no_file_can_be_named_after_is_refused(id: str) -> None:
    assert wrong_values(f"id: '{id}'\n", Unit) == [("id",)]
    groups = f"groups:\n  - id: '{id}'\n"
    assert wrong_values(groups, Groups) == [("groups", 0, "id")]


@pytest.mark.parametrize("id", ["SoTC", "quan-huyen", "so_1", "2A", "x" * 100])
def test_an_id_of_letters_digits_and_dashes_stands(id: str) -> None:
    assert wrong_values(f"id: {id}\n", Unit) == []


@pytest.mark.parametrize("kind", ["plan", "Unit", "groups"])
def test_a_file_of_another_kind_is_no_unit(kind: str) -> None:
    assert wrong_values(f"kind: {kind}\nid: SoA\n", Unit) == [("kind",)]


def test_a_unit_says_its_kind() -> None:
    found = read(yaml.read("unit.yaml", b"id: SoA\n"), Unit, 0)
    missing = {fault.path for fault in found.faults if fault.code == "missing-data-key"}
    assert ("kind",) in missing


@pytest.mark.parametrize("model", [Unit, Groups])
def test_a_format_of_another_day_is_refused(model: type[Unit] | type[Groups]) -> None:
    found = read(yaml.read("data.yaml", b"format: 99\n"), model, 0)
    assert [f.path for f in found.faults if f.code == "unsupported-format"] == [("format",)]
