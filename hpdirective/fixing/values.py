"""One fix: what it is, the rule that it answers, where, and the words before and after."""

from enum import StrEnum

from msgspec import Struct

from hpdirective.source.edit import Edit


class What(StrEnum):
    """The sorts of fixes."""

    ENCODING = "encoding"
    SYNTAX = "syntax"
    LETTERS = "letters"
    KEY = "key"
    ID = "id"
    UNIT = "unit"
    TASK = "task"
    DIRECTIVE = "directive"
    DATE = "date"


class Fix(Struct, frozen=True):
    """A change that is safe to make; `rule` is the name of the rule whose finding goes away, None where there was none."""

    what: What
    edit: Edit
    old: str
    new: str
    rule: str | None = None


class Fixed(Struct, frozen=True):
    """A file as it is and as it would be: its bytes, its text, and what was mended.

    The places of the fixes are those of the file as it is, but for lines that a fix put in above.
    """

    file: str
    raw: bytes
    mended: bytes
    before: str
    after: str
    fixes: tuple[Fix, ...] = ()
    readable: bool = True
