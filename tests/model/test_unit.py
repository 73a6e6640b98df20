"""Units and groups as messages name them."""

from hpdirective.library import Library
from hpdirective.model.unit import Unit
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
