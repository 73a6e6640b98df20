"""A plan as a file: YAML in block style, as `hpd new` writes it, with the comments that some values bear."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from hpdirective.drafting.writing import quoted
from hpdirective.patterns import pattern
from hpdirective.source.place import KeyPath

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Tree: TypeAlias = dict[str, Value]
Comments: TypeAlias = Mapping[KeyPath, str]
"""What is said behind a value on its line."""

_PLAIN = pattern(r"[\w“][^\x00-\x1f:#\"'\\`]*")
_RESERVED = pattern(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)


def write(tree: Tree, head: tuple[str, ...], comments: Comments) -> str:
    """Write a plan under a comment of whole lines."""
    lines = [f"# {line}" for line in head]
    return "\n".join([*lines, *_mapping(tree, (), comments)]) + "\n"


def _mapping(tree: Tree, path: KeyPath, comments: Comments) -> Iterator[str]:
    for key, value in tree.items():
        here = (*path, key)
        if isinstance(value, str):
            yield f"{key}: {_scalar(value)}{_said(here, comments)}"
            continue
        inside = (
            _list(value, here, comments)
            if isinstance(value, list)
            else _mapping(value, here, comments)
        )
        yield f"{key}:{_said(here, comments)}"
        yield from (f"  {line}" for line in inside)


def _list(values: list[Value], path: KeyPath, comments: Comments) -> Iterator[str]:
    for at, value in enumerate(values):
        here = (*path, at)
        if isinstance(value, dict):
            first, *rest = _mapping(value, here, comments)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield f"- {_scalar(str(value))}{_said(here, comments)}"


def _scalar(text: str) -> str:
    safe = _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text)
    return text if safe and text == text.strip() else quoted(text)


def _said(path: KeyPath, comments: Comments) -> str:
    return f" # {comments[path]}" if path in comments else ""
