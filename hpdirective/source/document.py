"""A file that was opened: its data as strings, the place of every key and value, and the faults met on the way."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from hpdirective.source.edit import Edit
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, fold

_NAMES = ("id", "task", "what")  # keys by which an entry of a list is known


class Node(dict[str, Any]):
    """A mapping of a document that knows its route from the top."""

    __slots__ = ("path",)
    path: KeyPath


class Limits(Struct, frozen=True):
    """How much of a file is read before it is refused: its size, how deep it nests, its entries, the seconds that reading it may take."""

    bytes: int = 2_000_000
    depth: int = 40
    nodes: int = 200_000
    seconds: int = 30


MOST = Limits(bytes=1_000_000_000, depth=500, nodes=100_000_000, seconds=86_400)
"""What the limits can be set to. Python gives up where calls nest some thousand deep, and libyaml, from 0.2.6 on, where mappings do."""


class Fault(Struct, frozen=True):
    """Something that kept a reader from reading: `code` is the name of the rule that says it.

    It has a route into the data, a stretch of the file, or both; `lost` says that the value on the route could not be used, and `cure`
    what makes the file read as it was read all the same.
    """

    code: str
    path: KeyPath = ()
    span: Span | None = None
    key: bool = False
    lost: bool = False
    parts: tuple[KeyPath, ...] = ()  # routes under which something was not read
    meant: str | None = None  # the key that an unknown one was surely meant to be
    facts: Mapping[str, Fact] = field(default_factory=dict)
    cure: Edit | None = None

    @property
    def unread(self) -> KeyPath | None:
        """The route whose value could not be read because of this fault."""
        if self.lost:
            return self.path
        return (*self.path[:-1], self.meant) if self.meant else None


def _copied(value: Any) -> Any:
    """Give data with mappings and lists of its own."""
    if isinstance(value, Node):
        made = Node((key, _copied(inner)) for key, inner in value.items())
        made.path = value.path
        return made
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _name(entry: Any) -> str | None:
    """Give what an entry of a list is known by."""
    if isinstance(entry, dict):
        for key in _NAMES:
            name = entry.get(key)
            if name and isinstance(name, str):
                return name
    elif entry and isinstance(entry, str):
        return f"~{hashlib.sha256(fold(entry).encode('utf-8', 'replace')).hexdigest()[:10]}"
    return None


def unread(faults: Iterable[Fault]) -> frozenset[KeyPath]:
    """Give the routes whose values, or something under them, could not be read."""
    found: set[KeyPath] = set()
    for fault in faults:
        found |= {path for path in (fault.unread, *fault.parts) if path is not None}
    return frozenset(found)


class Document(Struct, frozen=True, dict=True):
    """One file as read by its source; `data` is None where nothing could be read."""

    file: str
    sha256: str = ""
    data: Node | None = None
    keys: Mapping[KeyPath, Span] = field(default_factory=dict)
    values: Mapping[KeyPath, Span] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def copy(self) -> "Document":
        """Give the document with data of its own: who reads it as a plan empties what only holds a place."""
        return replace(self, data=_copied(self.data))

    def span(self, path: KeyPath, *, key: bool = False) -> Span | None:
        """Give the place of a key or of its value, else of the nearest parent."""
        if path in self.keys and (key or self.value(path) is None):
            return self.keys[path]
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        first = next(iter(self.keys.values()), None)
        return first or (Span(1, 1, 1, 1) if self.lines else None)

    def value(self, path: KeyPath) -> Any:
        """Give what the file holds on a route, None where there is nothing."""
        at: Any = self.data
        for step in path:
            if isinstance(at, list) and isinstance(step, int) and step < len(at):
                at = at[step]
            else:
                at = at.get(step) if isinstance(at, dict) else None
        return at

    def named(self, path: KeyPath) -> KeyPath:
        """Give a route with the entries of lists by their id, or what they name, so that it outlives entries put in above.

        Mere words stand as a digest: they may be many, and may be restricted.
        """
        found: list[str | int] = []
        at: Any = self.data
        for step in path:
            if isinstance(step, int):
                at = at[step] if isinstance(at, list) and step < len(at) else None
                found.append(_name(at) or step)
            else:
                at = at.get(step) if isinstance(at, dict) else None
                found.append(step)
        return tuple(found)

    def line(self, number: int) -> str:
        """Give a line of the file as it stands, without its end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def block_end(self, span: Span) -> int:
        """Give the first line past a block text (`|`, `>`), which is placed at its sign alone; its lines stand deeper than its key.

        Of any other value, the line that it starts on.
        """
        first = self.line(span.line)
        if first[span.column - 1 : span.column] not in ("|", ">"):
            return span.line
        depth = len(first) - len(first.lstrip())
        for number in range(span.line + 1, len(self.lines) + 1):
            text = self.line(number)
            if text.strip() and len(text) - len(text.lstrip()) <= depth:
                return number
        return len(self.lines) + 1

    @cached_property
    def values_on(self) -> Mapping[int, list[Span]]:
        """The places of the values of which each line holds a part."""
        found: dict[int, list[Span]] = {}
        for span in self.values.values():
            for line in range(span.line, max(span.end_line + 1, self.block_end(span))):
                found.setdefault(line, []).append(span)
        return found

    @property
    def kind(self) -> str:
        """What the file says it is: plan where it says nothing."""
        kind = self.data.get("kind") if self.data else None
        return kind if isinstance(kind, str) and kind else "plan"
