"""What was found goes into bytes and back without a change; any other bytes are refused."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective import library as disk
from hpdirective.catalogue import ALL
from hpdirective.checking import Examined, examine
from hpdirective.packing import Unreadable, _as_fact, _Fact, _fact, pack, unpack
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Fact, Named, Text
from tests.conftest import TODAY

ROOT = Path(__file__).parents[1]
LIBRARY = disk.open_library()
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


def looked_at(file: str, raw: bytes) -> Examined:
    found = examine(yaml.read(file, raw), LIBRARY, Settings(), TODAY)
    return Examined(found.checked, sent=found.sent, asked=found.asked)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_examples_come_back_as_they_were(file: Path) -> None:
    found = looked_at(file.name, file.read_bytes())
    assert unpack(pack(found)) == found


def test_what_every_rule_finds_comes_back_as_it_was() -> None:
    for check in ALL:
        bad = check.RULE.bad
        raw = bad if isinstance(bad, bytes) else dedent(bad).encode()
        found = looked_at(f"{check.RULE.id}.yaml", raw)
        assert unpack(pack(found)) == found, check.RULE.id


def test_odd_names_and_comments_come_back() -> None:
    text = 'unit: SoTC\ndirective: "\\udcff" # hpd: ignore[HPD308, HPD404] lý do\nactions: {x: ["\\ud800"]}\n'
    found = looked_at("a\udc80\n “b”.yaml", text.encode())
    assert found.asked
    assert unpack(pack(found)) == found


texts = st.text(max_size=20)
facts: st.SearchStrategy[Fact] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        texts,
        st.dates(),
        st.decimals(allow_nan=False, allow_infinity=False, places=4),
        st.builds(Text, texts, texts),
        st.builds(Named, texts, st.builds(Text, texts, texts)),
    ),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)


@given(facts)
def test_facts_come_back_as_they_were(fact: Fact) -> None:
    said = json.dumps(msgspec.to_builtins(_fact(fact)))
    back = _as_fact(msgspec.convert(json.loads(said), _Fact))
    assert (back, type(back)) == (fact, type(fact))


WHOLE = pack(looked_at("plan.yaml", EXAMPLES[0].read_bytes()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        WHOLE[:-1],
        WHOLE[1:],
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"checked": 1}',
        b"[1]",
    ],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(data)


def put(said: Any, path: tuple[Any, ...], value: Any) -> Any:
    for step in path[:-1]:
        said = said[step]
    said[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((5, 0, 0), "HPD000"),
        ((5, 0, 1), "grave"),
        ((5, 0, 2), [1, 2, 3]),
        ((5, 0, 3), None),
        ((5, 0, 4), [1.5]),
        ((5, 0, 8, "x"), ["date", "never"]),
        ((5, 0, 8, "x"), ["pickle", "x"]),
        ((5, 0, 8, "x"), 1.5),
        ((5, 0, 8), {}),
        ((6, 0, "reason"), "luck"),
        ((7,), [1]),
        ((8,), 3),
    ],
)
def test_a_value_of_another_kind_is_refused(path: tuple[Any, ...], value: Any) -> None:
    late = (ROOT / "examples/faults/late-due-date.yaml").read_bytes()
    said = json.loads(pack(looked_at("plan.yaml", late)))
    put(said, path, value)
    with pytest.raises(Unreadable):
        unpack(json.dumps(said).encode())


def test_facts_are_written_by_their_sort() -> None:
    def said(fact: Fact) -> Any:
        return json.loads(msgspec.json.encode(_fact(fact)))

    assert said(date(2023, 2, 15)) == ["date", "2023-02-15"]
    assert said(Decimal("85.10")) == ["number", "85.10"]
    assert said(("a", None)) == ["list", ["a", None]]
