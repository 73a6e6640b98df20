"""Invented annexes: what no real one says, whole and sound."""

from typing import Any

from hpdirective.library import Library
from hpdirective.source import yaml
from hpdirective.supplying import supply
from tests.plans import write

DIRECTIVE = "hai-phong/2023/02-CT-UBND"


def row(id: str, value: str = "10", unit: str | None = "%", **more: Any) -> dict[str, Any]:
    """Make an official row that asks for at least a value."""
    return {
        "id": id,
        "name": {"vi": f"Chỉ tiêu {id}", "en": f"Indicator {id}"},
        "text": f"{value.replace('.', ',')} {unit or ''}".strip(),
        "target": {"op": ">=", "value": value},
        "unit": unit,
        "source": "official",
        **more,
    }


def annex(id: str = "PL1", *rows: dict[str, Any], complete: str = "yes") -> dict[str, Any]:
    """Make an annex of the shipped directive."""
    return {
        "format": "1",
        "kind": "annex",
        "directive": DIRECTIVE,
        "annex": id,
        "title": {"vi": "Phụ lục giả định", "en": "Invented annex"},
        "complete": complete,
        "source": "nội dung giả định để thử",
        "indicators": list(rows) or [row(f"chi-tieu-{id.lower()}")],
    }


def pressed(id: str, value: str = "10", unit: str = "%", **more: Any) -> dict[str, Any]:
    """Make a row that is only known from the press."""
    return row(id, value, unit, **{"source": "press", "cited": "bao.example, 01/02/2023", **more})


def supplied(library: Library, *annexes: dict[str, Any]) -> Library:
    """Give the library with annexes taken in, each as a file named after its id."""
    documents = [yaml.read(f"{a.get('annex')}.yaml", write(a).encode()) for a in annexes]
    return supply(library, documents)


def whole(library: Library, *rows: dict[str, Any]) -> Library:
    """Give the library with all three annexes complete, these rows in the first."""
    return supplied(library, annex("PL1", *rows), annex("PL2"), annex("PL3"))
