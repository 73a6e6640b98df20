"""The city's units and their groups, as their files state them."""

from enum import StrEnum
from typing import Annotated, ClassVar

from hpdirective.model.base import BeforeValidator
from hpdirective.model.directive import Title
from hpdirective.model.located import IsoDate, Listed, Located, Texts, Words, choice
from hpdirective.words import Named, Text


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


class Unit(Located):
    """A body that the directive may concern."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "id",
        "name",
        "submits",
    )

    format: Words = "1"
    kind: Words = "unit"
    id: Words = ""
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


class Group(Located):
    """Several units under one name; `reading` says why where the members are our reading."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
    )

    id: Words = ""
    name: Title | None = None
    aliases: Texts = ()
    members: Texts = ()
    reading: Words | None = None


class Groups(Located):
    """The file of groups."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "groups",
    )

    format: Words = "1"
    kind: Words = "groups"
    groups: Listed[Group] = ()
