"""Where something stands: the route to it in the data, and the stretch of its file."""

from typing import NamedTuple, TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the top of a document, the shape of pydantic's `loc`."""


class Span(NamedTuple):
    """A stretch of a text file: lines and columns from 1, columns in code points, the end column just past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int
