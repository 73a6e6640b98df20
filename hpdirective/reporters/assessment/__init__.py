"""What `validate` found, one file a format; a run loads the formats that it writes, and no others."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

Render = Callable[..., str]

_RENDERS = {
    "text": ("text", "render"),
    "quiet": ("text", "quiet"),
    "concise": ("concise", "render"),
    "json": ("json", "render"),
    "jsonl": ("jsonl", "render"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "markdown": ("markdown", "render"),
    "statistics": ("statistics", "render"),
}


class _Reporters(Mapping[str, Render]):
    def __getitem__(self, format: str) -> Render:
        module, name = _RENDERS[format]
        render: Render = getattr(import_module(f"{__name__}.{module}"), name)
        return render

    def __iter__(self) -> Iterator[str]:
        return iter(_RENDERS)

    def __len__(self) -> int:
        return len(_RENDERS)


REPORTERS: Mapping[str, Render] = _Reporters()
"""The formats by name: each takes an Assessment and a language."""
