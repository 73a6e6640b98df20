"""A tree as YAML in the manner of the shipped data: block style, texts in double quotes, short maps on one line."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from hpdirective.patterns import pattern

Value: TypeAlias = (
    "str | int | bool | date | Decimal | Mapping[str, Value] | Sequence[Value] | None"
)

QUOTED = frozenset({"text", "label", "heading"})
"""Keys whose words are the official text's: always in double quotes."""
_WIDTH = 140
_PLAIN = pattern(
    r"[^\W\d_][\w /().%“”+-]*|[0-9]+(?:-[0-9]+)*|[0-9]+(?:\.[0-9]+)*|[\w.-]+/[\w./-]+"
)
_RESERVED = pattern(r"(?:null|true|false|yes|no|on|off|y|n|~)", re.IGNORECASE)
# What a double-quoted scalar may not hold as it is, and what no reader should have to guess at.
_ESCAPED = pattern(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]|[\U000e0000-\U0010ffff]'
)


def write(tree: Mapping[str, Value], comment: str) -> str:
    """Write a tree, under a comment of whole lines."""
    heads = "".join(f"# {line}\n" for line in comment.splitlines())
    return heads + "".join(_entries(tree, 0))


def quoted(text: str) -> str:
    """Write words in double quotes, letters that are not seen or not allowed as escapes."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in '"\\':
        return f"\\{char}"
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _entries(tree: Mapping[str, Value], depth: int) -> list[str]:
    return [line for key, value in tree.items() for line in _entry(key, value, depth)]


def _entry(key: str, value: Value, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, Mapping):
        flow = _flow(value)
        if value and len(indent) + len(key) + len(flow) > _WIDTH:
            return [f"{indent}{key}:\n", *_entries(value, depth + 1)]
        return [f"{indent}{key}: {flow}\n"]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _list(key, value, depth)
    return [f"{indent}{key}: {_scalar(value, always=key in QUOTED)}\n"]


def _list(key: str, values: Sequence[Value], depth: int) -> list[str]:
    indent = "  " * depth
    if not values:
        return [f"{indent}{key}: []\n"]
    short = all(isinstance(value, str) for value in values) and key not in ("head", "tail")
    if short and len(indent) + len(key) + len(flow := _flow(values)) <= _WIDTH:
        return [f"{indent}{key}: {flow}\n"]
    lines = [f"{indent}{key}:\n"]
    for value in values:
        lines += _item(value, depth + 1)
    return lines


def _item(value: Value, depth: int) -> list[str]:
    indent = "  " * depth
    if not isinstance(value, Mapping):
        return [f"{indent}- {_scalar(value, always=True)}\n"]
    nested = any(
        isinstance(part, Sequence) and not isinstance(part, str) for part in value.values()
    )
    if not nested and len(indent) + 2 + len(flow := _flow(value)) <= _WIDTH:
        return [f"{indent}- {flow}\n"]
    first, *rest = _entries(value, depth + 1)
    return [f"{indent}- {first.lstrip(' ')}", *rest]


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{key}: {_flow_value(key, part)}" for key, part in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_flow(part) for part in value)}]"
    return _scalar(value)


def _flow_value(key: str, value: Value) -> str:
    return _scalar(value, always=key in QUOTED) if isinstance(value, str) else _flow(value)


def _scalar(value: Value, *, always: bool = False) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            safe = not always and _PLAIN.fullmatch(value) and not _RESERVED.fullmatch(value)
            return value if safe and value == value.strip() else quoted(value)
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)
