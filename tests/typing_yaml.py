"""YAML as editors see it, and what a JSON Schema says of it."""

from typing import Any

import yaml as pyyaml


class Editor(pyyaml.CSafeLoader if pyyaml.__with_libyaml__ else pyyaml.SafeLoader):  # type: ignore[misc]
    """Types scalars as editors do (YAML 1.2): numbers, true and false; no dates, "no" is a word."""


Editor.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rpartition(":")[2] in ("int", "float", "null")
        or (tag.endswith(":bool") and first in "tTfF")
    ]
    for first, resolvers in pyyaml.SafeLoader.yaml_implicit_resolvers.items()
}


def typed(text: str) -> Any:
    return pyyaml.load(text, Editor)


class Plain(str):
    """A scalar that is written without quotes, whatever YAML takes it for."""


class _Writer(pyyaml.CSafeDumper if pyyaml.__with_libyaml__ else pyyaml.SafeDumper):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _plain(writer: _Writer, value: Plain) -> Any:
    tag = writer.resolve(pyyaml.ScalarNode, str(value), (True, False))
    return writer.represent_scalar(tag, str(value))


_Writer.add_representer(Plain, _plain)


def written(data: Any) -> str:
    """Write a plan in block style, `Plain` values as they are."""
    return pyyaml.dump(
        data,
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=1000,
    )
