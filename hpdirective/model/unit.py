"""The city's units and their groups, as their files state them."""

from collections.abc import Container, Iterator
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from hpdirective.model.base import BeforeValidator
from hpdirective.model.directive import Title
from hpdirective.model.located import (
    Format,
    IsoDate,
    Listed,
    Located,
    Texts,
    Words,
    absent,
    as_text,
    choice,
    kind_of,
    refuse,
)
from hpdirective.patterns import pattern
from hpdirective.source.document import Fault
from hpdirective.source.place import KeyPath
from hpdirective.words import Named, Text, fold

BODY_ID = "[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*"
LONGEST_ID = 100  # letters: files are named after units
_BODY_ID = pattern(BODY_ID)
_AS_ID = Text(
    vi=f"chữ không dấu và chữ số, nối bằng - hoặc _, nhiều nhất {LONGEST_ID} ký tự",
    en=f"letters without marks and digits, joined by - or _, at most {LONGEST_ID}",
)


def _as_body_id(value: Any) -> str:
    text = as_text(value)
    if not _BODY_ID.fullmatch(text) or len(text) > LONGEST_ID:
        raise refuse("wrong-value", value=text, known=(_AS_ID,))
    return text


BodyId = Annotated[str, BeforeValidator(_as_body_id)]


class Submits(StrEnum):
    """Whether a unit must send a plan."""

    REQUIRED = "required"
    REQUESTED = "requested"
    NO = "no"
    UNKNOWN = "unknown"


class Function(Located):
    """A sector that a legal text gives to a unit."""

    sector: Words = ""
    source: Words | None = None


SHARED_SYMBOL = "UBND"
"""What the documents of every People's Committee carry: a symbol, never a name."""


class Unit(Located):
    """A body that the directive may concern."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "kind",
        "id",
        "name",
        "submits",
    )

    format: Format = "1"
    kind: Annotated[str, BeforeValidator(kind_of("unit"))] = "unit"
    id: BodyId = ""
    name: Title | None = None
    type: Words | None = None
    symbols: Texts = ()
    aliases: Texts = ()
    functions: Listed[Function] = ()
    submits: Annotated[Submits, BeforeValidator(choice(Submits))] = Submits.UNKNOWN
    valid_from: IsoDate | None = None
    valid_to: IsoDate | None = None
    source: Words | None = None

    @property
    def named(self) -> Named:
        return Named(self.id, self.name.text if self.name else Text(vi=self.id, en=self.id))

    @property
    def is_committee(self) -> bool:
        """Whether it is a People's Committee itself: its papers bear the same symbol as those of the one above."""
        name = self.name.vi if self.name else ""
        return SHARED_SYMBOL in self.symbols or fold(name).startswith(
            ("ubnd ", "ủy ban nhân dân ")
        )


ALL = "all"
"""The group of every unit that must submit a plan."""


class Group(Located):
    """Several units under one name; `reading` says why where the members are our reading."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
    )

    id: BodyId = ""
    name: Title | None = None
    aliases: Texts = ()
    members: Texts = ()
    reading: Words | None = None

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        whole = self.id == ALL  # what is laid on all is somebody's
        if not self.members and (whole or not self.reading):  # else it says why nobody is in it
            yield absent(self.path, "members")


class Groups(Located):
    """The file of groups."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "kind",
        "groups",
    )

    format: Format = "1"
    kind: Annotated[str, BeforeValidator(kind_of("groups"))] = "groups"
    groups: Listed[Group] = ()
