"""What the models make of many files, as lines: run by itself, with the schemas of an earlier run or without.

python -m tests.model.states [SCHEMAS]
"""

import pickle
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hpdirective.model import compiled

ROOT = Path(__file__).resolve().parents[2]
NASTY: tuple[Any, ...] = (None, "", " ", "x", "31/02/2023", "101%", "true", [], ["a", None], [[]], {}, {"a": "b"}, {"a": None}, "²", "1e9")  # fmt: skip


def said(value: Any) -> Any:
    """Say a value with all that it holds."""
    from hpdirective.model.located import Located  # once the schemas are offered

    if isinstance(value, Located):
        fields = {name: said(getattr(value, name)) for name in type(value).model_fields}
        given = sorted(value.model_fields_set)
        return (type(value).__name__, value.path, fields, given, said(value.model_extra))
    if isinstance(value, tuple | list):
        return [said(one) for one in value]
    return repr(value)


def files() -> Iterator[tuple[str, bytes]]:
    for folder in ("examples", "data", "tests/hostile", "tests/second"):
        for path in sorted((ROOT / folder).rglob("*.y*ml")):
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def changed(data: Any, dice: random.Random) -> Any:
    """Give a copy of a document with some values put wrong."""
    from hpdirective.source.document import Node

    if dice.random() < 0.03:
        return dice.choice(NASTY)
    if isinstance(data, dict):
        made = {key: changed(value, dice) for key, value in data.items()}
        if dice.random() < 0.05:
            made[dice.choice(["odd", "titel", "tasks", "due"])] = dice.choice(NASTY)
        node = Node(made)
        node.path = getattr(data, "path", ())
        return node
    return [changed(value, dice) for value in data] if isinstance(data, list) else data


def write(*words: object) -> None:
    sys.stdout.write(f"{words}\n")


def main() -> None:
    if len(sys.argv) > 1:
        kept = Path(sys.argv[1]).read_bytes()
        compiled.offer(lambda: kept)
    from msgspec.structs import replace

    from hpdirective.model.annex import _changed
    from hpdirective.model.unit import Unit
    from hpdirective.reading import KINDS, read
    from hpdirective.source import yaml

    dice = random.Random(7)
    for name, raw in files():
        document = yaml.read(name, raw)
        shapes = [document]
        if len(raw) < 50_000 and isinstance(document.data, dict):
            shapes += [replace(document, data=changed(document.data, dice)) for _ in range(3)]
        for shape in shapes:
            kind = str(shape.data.get("kind")) if isinstance(shape.data, dict) else ""
            found = read(shape, KINDS.get(kind, KINDS["plan"]), 2023)
            write(name, said(found.value), found.faults)
            if found.value is not None:
                twin = pickle.loads(pickle.dumps(found.value))
                copy = _changed(found.value)
                assert twin == found.value == copy
                assert hash(twin) == hash(found.value)
                assert copy.path == found.value.path
                write(said(copy), found.value.model_dump_json() if kind == "annex" else "")
    bare = Unit.model_construct(id="SoTC")
    write(said(bare), bare == Unit.model_construct(id="SoNV"))
    sys.stderr.write(str("pydantic" in sys.modules))


if __name__ == "__main__":
    main()
