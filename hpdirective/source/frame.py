"""A mapping or list while it is being filled."""

from typing import Any

from hpdirective.source.document import Node
from hpdirective.source.place import KeyPath, Span


class Frame:
    """A mapping or list that is being filled."""

    __slots__ = (
        "before",
        "container",
        "entry",
        "flow",
        "key",
        "key_span",
        "mapping",
        "path",
        "plain_key",
        "skip",
    )

    def __init__(self, container: Any, path: KeyPath, *, flow: bool, skip: bool) -> None:
        self.container = container
        self.mapping = isinstance(container, Node)
        self.entry = self.mapping and bool(path) and isinstance(path[-1], int)
        self.path = path
        self.flow = flow
        self.skip = skip  # built, then thrown away: the second value of a repeated key
        self.key: str | None = None
        self.key_span: Span | None = None
        self.plain_key = False
        self.before: tuple[str | int, str, Span] | None = (
            None  # the plain value just before, in flow style
        )
