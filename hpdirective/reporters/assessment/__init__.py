"""What `validate` found, one file a format; a run loads the formats that it writes, and no others."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

_SAID = {
    "text": ("text", "parts"),
    "quiet": ("text", "quiet"),
    "concise": ("concise", "parts"),
    "json": ("json", "render"),
    "jsonl": ("jsonl", "parts"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "markdown": ("markdown", "render"),
    "statistics": ("statistics", "render"),
}
"""The module of each format, and what in it says a report: at once, or part after part where it is a list of lines."""


def parts(format: str, *told: Any) -> Iterator[str]:
    """Say a report part after part: what is written at once need not be held at once."""
    module, name = _SAID[format]
    said = getattr(import_module(f"{__name__}.{module}"), name)(*told)
    return iter([said]) if isinstance(said, str) else said


def _whole(format: str, *told: Any) -> str:
    return "".join(parts(format, *told))


REPORTERS: Mapping[str, Callable[..., str]] = {name: partial(_whole, name) for name in _SAID}
"""The formats by name: each takes an Assessment and a language."""
