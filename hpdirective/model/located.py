"""The base of the models: each knows its route in the document, and survives a bad field.

A field that cannot be read is dropped and noted as a Fault; the rest is read. YAML's guesses never reach a model: every scalar comes
as text and is typed here.
"""

from collections.abc import Callable, Container, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

from msgspec import Struct, field
from pydantic_core import PydanticCustomError, ValidationError

from hpdirective.model.base import BaseModel, BeforeValidator, ConfigDict, model_validator
from hpdirective.model.period import YEARS
from hpdirective.patterns import pattern
from hpdirective.source.document import Fault, Node
from hpdirective.source.place import KeyPath
from hpdirective.words import Fact, Text, bare, iso_date, nearest, one_line, slips, unquoted

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler, ValidationInfo


class Reading(Struct):
    """What a reading shares: the year that a date without one takes, and the faults noted on the way."""

    year: int
    faults: list[Fault] = field(default_factory=list)
    undecided: set[KeyPath] = field(default_factory=set)
    """Routes that a `todo` names: a key there, or below, may still be missing."""


class Cell(Struct, frozen=True):
    """One entry of a list that is kept as it was written; `index` is None for a lone scalar."""

    text: str
    index: int | None = None


class Located(BaseModel):
    """A model that knows where in its document it stands."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    needed: ClassVar[tuple[str, ...]] = ()
    """Keys that data cannot do without; what a plan needs is the rules' business."""

    path: ClassVar[KeyPath] = ()
    """The route in its document: of each model its own, no field, since no file states it."""

    def at(self, name: str, cell: Cell | None = None) -> KeyPath:
        """Give the route of a key of this model, or of one entry under it."""
        if cell is None or cell.index is None:
            return (*self.path, name)
        return (*self.path, name, cell.index)

    @model_validator(mode="wrap")
    @classmethod
    def survive(
        cls, data: Any, read: "ModelWrapValidatorHandler[Self]", info: "ValidationInfo"
    ) -> Self:
        """Drop what cannot be read, note it, and read the rest."""
        if not isinstance(data, Node):
            if isinstance(data, cls):
                return data
            raise wrong_type("mapping", data)
        reading = info.context
        assert isinstance(reading, Reading)  # `reading.read` gives it
        before = len(reading.faults)
        # what `empty` says, without a call for each value
        given = {
            key: value
            for key, value in data.items()
            if value and not (isinstance(value, str) and value.isspace())
        }
        if "todo" in data and "todo" in cls.model_fields:
            reading.undecided |= {(*data.path, str(key)) for key in as_list(data["todo"])}
        for _ in range(
            3
        ):  # an unknown key can hide nothing more; two rounds do, the third is for safety
            try:
                model = read(given)
            except ValidationError as error:
                tried = _Tried(given)
                for fault in error.errors(include_url=False, include_input=False):
                    reading.faults.append(cls._noted(data, given, tried, fault))
                continue
            model.__dict__["path"] = data.path
            for key in cls.needed:
                if empty(data.get(key)) and not _undecided((*data.path, key), reading.undecided):
                    facts: dict[str, Fact] = {"key": key}
                    path = (*data.path, key)  # where it would stand: each absent key is a fault
                    reading.faults.append(Fault("missing-data-key", path, facts=facts))
            if cls.slips is not Located.slips:
                told = {fault.path for fault in reading.faults[before:]}
                found = (f for f in model.slips(told) if f.path not in told)
                reading.faults += [f for f in found if not _undecided(f.path, reading.undecided)]
            return model
        raise wrong_type("mapping", data)

    def slips(self, told: Container[KeyPath]) -> Iterable[Fault]:
        """Give what no single key shows to be wrong; `told` are the routes of what could not be read: said already."""
        return ()

    @classmethod
    def _keys(cls) -> tuple[str, ...]:
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def _near(cls, key: str) -> tuple[str, ...]:
        """Give the key nearest to an unknown one; one that stands elsewhere in such a file is misplaced, not misspelt."""
        siblings = (m for m in Located.__subclasses__() if m.__module__ == cls.__module__)
        misplaced = any(key in sibling._keys() for sibling in siblings)
        return () if misplaced else nearest(key, cls._keys(), 1, 0.6)

    @classmethod
    def _meant(cls, key: str, data: Node) -> str | None:
        """Give the key that an unknown one was likely meant for, where it is not there already."""
        known = cls._keys()
        free = tuple(name for name in known if name not in data)
        close = slips(key, known)[:1] or tuple(filter(None, [synonym(key, free)]))
        meant = next(iter(close or cls._near(key)), None)
        return meant if meant not in data else None

    @classmethod
    def _noted(cls, data: Node, given: dict[str, Any], tried: "_Tried", error: Any) -> Fault:
        key, *rest = error["loc"]
        path: KeyPath = (*data.path, key)
        if error["type"] == "extra_forbidden":
            given.pop(key, None)
            known = cls._keys()
            meant = cls._meant(key, data) if len(data) < _MANY else None
            facts: dict[str, Fact] = {"key": key, "known": known}
            return Fault("unknown-key", path, key=True, meant=meant, facts=facts)
        value = given.get(key)
        if rest and isinstance(value, list):
            index = tried.index(key, rest[0])
            given[key] = value = tried.own(key, value)
            value[index] = None
            path = (*path, index)
        elif rest and isinstance(value, dict) and rest[0] in value:
            given[key] = value = tried.own(key, value)
            del value[rest[0]]
            path = (*path, rest[0])
        else:
            given.pop(key, None)
        code, facts = error["type"], error.get("ctx", {})
        listed = bool(rest) and path[-1] == key  # a list was asked for, and one thing stands there
        return Fault(code, path, lost=True, facts={**facts, "listed": True} if listed else facts)


class _Tried:
    """The values of a model as they were tried once: what could not be read is taken out of copies, one of each list however many faults it has."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._values = dict(given)
        self._indexes: dict[str, list[int]] = {}

    def index(self, key: str, number: int) -> int:
        """Give the index of an entry of a list by its number among those that are not empty: the others were not tried."""
        if key not in self._indexes:
            entries = enumerate(self._values[key])
            self._indexes[key] = [at for at, item in entries if not empty(item)]
        return self._indexes[key][number]

    def own(self, key: str, value: Any) -> Any:
        """Give a value that may be changed: a copy, the first time."""
        return value.copy() if value is self._values[key] else value


_MANY = 200  # keys of one mapping beyond which it is no slip of the hand, and nothing is suggested


def _undecided(path: KeyPath, routes: set[KeyPath]) -> bool:
    """Tell whether a `todo` names a key, or one that holds it."""
    return any(path[:end] in routes for end in range(1, len(path) + 1))


# What officials and other tools call the keys of a plan; of two, the one that fits the place.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "deadline": ("due", "to", "until"),
    "due_date": ("due",),
    "date": ("due", "issued"),
    "thoi_han": ("due", "until"),
    "thoi_han_hoan_thanh": ("due",),
    "thoi_gian": ("due",),
    "thoi_gian_hoan_thanh": ("due",),
    "bat_dau": ("start",),
    "tu": ("start",),
    "owner": ("lead",),
    "responsible": ("lead",),
    "chu_tri": ("lead",),
    "don_vi_chu_tri": ("lead",),
    "partners": ("support",),
    "phoi_hop": ("support",),
    "don_vi_phoi_hop": ("support",),
    "output": ("result",),
    "product": ("result",),
    "ket_qua": ("result",),
    "san_pham": ("result",),
    "name": ("title", "id"),
    "ten": ("title",),
    "noi_dung": ("title", "what"),
    "goals": ("objectives",),
    "muc_tieu": ("objectives", "objective"),
    "giai_phap": ("steps",),
    "tasks_list": ("actions",),
    "nhiem_vu": ("tasks", "task", "actions"),
    "chi_tieu": ("indicators", "id"),
    "indicator": ("id", "indicators"),
    "value": ("target",),
    "muc_phan_dau": ("target",),
    "hien_trang": ("baseline",),
    "hang_muc": ("items",),
    "moc_tien_do": ("milestones",),
    "kinh_phi": ("budget",),
    "don_vi": ("unit",),
    "chi_thi": ("directive",),
    "so": ("number",),
    "so_ky_hieu": ("number",),
    "ngay_ban_hanh": ("issued",),
    "noi_nhan": ("sent_to",),
    "ngay_gui": ("sent_on",),
    "to_chuc_thuc_hien": ("organisation",),
    "ly_do": ("reason",),
}


def synonym(key: str, known: tuple[str, ...]) -> str | None:
    """Give the known key that another word stands for: "deadline" is due."""
    words = _SYNONYMS.get("_".join(bare(key.replace("_", " ")).split()), ())
    return next((meant for meant in words if meant in known), None)


def empty(value: Any) -> bool:
    """Tell whether a value says nothing: null, blank text, an empty list or mapping."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or (isinstance(value, list | dict) and not value)


_SHAPES = {
    "text": Text(vi="một đoạn văn bản", en="text"),
    "mapping": Text(vi="một nhóm dòng “khóa: giá trị”", en="a group of “key: value” lines"),
    "list": Text(vi="một danh sách", en="a list"),
    "entries": Text(vi="một danh sách gồm các nhóm khóa", en="a list of groups of keys"),
}


_HINTS = {
    "text": Text(
        vi="ghi trên một dòng: thời hạn, mức phấn đấu chỉ một giá trị, nội dung khác cách nhau bằng dấu chấm phẩy; có dấu hai chấm thì đặt trong dấu nháy kép",
        en="write it on one line: one value where a date or target is asked for, else parts divided by semicolons; quote it where it holds a colon",
    ),
    "mapping": Text(
        vi="ghi các dòng “khóa: giá trị” thụt vào dưới khóa này",
        en="write “key: value” lines, indented under this key",
    ),
    "list": Text(
        vi="ghi mỗi mục một dòng bắt đầu bằng dấu gạch",
        en="write one entry a line, each after a dash",
    ),
    "entries": Text(
        vi="ghi mỗi mục thành một nhóm dòng, dòng đầu bắt đầu bằng dấu gạch, ví dụ “- id: A1”, các khóa sau thẳng hàng với “id”",
        en="write each entry as lines of its own, a dash before the first, such as “- id: A1”, the other keys under “id”",
    ),
}


def wrong_type(expected: str, found: Any) -> PydanticCustomError:
    """Say which shape was expected and which was found."""
    shape = "mapping" if isinstance(found, dict) else "list" if isinstance(found, list) else "text"
    return refuse(
        "wrong-type", expected=_SHAPES[expected], found=_SHAPES[shape], hint=_HINTS[expected]
    )


def refuse(code: str, **facts: Fact) -> PydanticCustomError:
    """Make the error that becomes a Fault of this code."""
    return PydanticCustomError(code, "", facts)


def wrong(path: KeyPath, value: Fact, *known: Fact) -> Fault:
    """Say of a value that it cannot stand beside the others."""
    return Fault("wrong-value", path, facts={"value": value, "known": known})


def absent(path: KeyPath, key: str) -> Fault:
    """Say of a key that the others ask for that it is not there."""
    return Fault("missing-data-key", (*path, key), facts={"key": key})


def group_for(expected: str) -> dict[str, Fact]:
    """Give the facts of a group of keys where a text or a list is asked for."""
    return dict(wrong_type(expected, {}).context or {})


def as_text(value: Any) -> str:
    """Take one scalar; a mapping of one scalar is a colon that someone forgot to quote."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        if rest is None:
            raise refuse("unquoted-value", value=f"{{{key}}}", sign="{")
        if isinstance(rest, str):
            raise refuse("unquoted-colon", value=one_line(f"{key}: {rest}"))
    raise wrong_type("text", value)


def as_list(value: Any) -> Any:
    """Take a list, or a lone scalar for a list of one; empty entries are nothing."""
    if isinstance(value, list):
        return [item for item in value if item and not (isinstance(item, str) and item.isspace())]
    return [value]


def as_entries(value: Any) -> Any:
    """Take a list of mappings; one mapping alone is a dash that someone forgot, one text is no entry."""
    if not isinstance(value, list):
        raise wrong_type("entries", value)
    return as_list(value)


def as_cells(value: Any) -> Any:
    """Take a list of texts and keep the place of each."""
    if isinstance(value, list):
        return [_Item(item, at) for at, item in enumerate(value) if not empty(item)]
    return [_Item(value, None)]


class _Item(Struct, frozen=True):
    value: Any
    index: int | None


def _as_cell(item: Any) -> Cell:
    return item if isinstance(item, Cell) else Cell(as_text(item.value), item.index)


Choice = TypeVar("Choice", bound=Enum)


def choice(kind: type[Choice]) -> Callable[[Any], Choice]:
    """Make the reader of a key that takes one of a few words."""
    return partial(_as_choice, kind)  # by name, so that a schema can say it


def _as_choice(kind: type[Choice], value: Any) -> Choice:
    text = as_text(value)
    try:
        return kind(text)
    except ValueError:
        known = tuple(str(one.value) for one in kind)
        raise refuse("wrong-value", value=text, known=known) from None


_DECIMAL = pattern(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?")


def as_iso_date(value: Any) -> date:
    """Take a date as data files write it: 2023-02-15."""
    text = as_text(value)
    day = iso_date(text)
    if day is None:
        raise refuse("wrong-value", value=text, known=("YYYY-MM-DD",))
    if day.year not in YEARS:
        raise refuse("wrong-value", value=text, known=(f"{YEARS[0]}-01-01 … {YEARS[-1]}-12-31",))
    return day


def as_decimal(value: Any) -> Decimal:
    """Take a number as data files write it: 12.7."""
    text = as_text(value)
    if not _DECIMAL.fullmatch(text):  # no 1e999999999 either: nobody could write it out
        raise refuse("wrong-value", value=text, known=("12.7",))
    return Decimal(text)


_YEAR = pattern("[0-9]{4}")


def as_year(value: Any) -> int:
    """Take a year as data files write it: 2023."""
    text = as_text(value)
    if not _YEAR.fullmatch(text) or int(text) not in YEARS:
        raise refuse("wrong-value", value=text, known=(f"{YEARS[0]} … {YEARS[-1]}",))
    return int(text)


def as_bool(value: Any) -> bool:
    text = as_text(value)
    if text not in ("true", "false"):
        raise refuse("wrong-value", value=text, known=("true", "false"))
    return text == "true"


def as_id(value: Any) -> str:
    """Take an id, without quotation marks that only look like YAML's."""
    return unquoted(as_text(value))


def as_format(value: Any) -> str:
    text = as_text(value)
    if text != "1":
        raise refuse("unsupported-format", value=text)
    return text


def kind_of(kind: str) -> Callable[[Any], str]:
    """Make the reader of the key that says what a file is: of this kind and no other."""
    return partial(_as_kind, kind)


def _as_kind(kind: str, value: Any) -> str:
    text = as_text(value)
    if text != kind:
        raise refuse("wrong-value", value=text, known=(kind,))
    return text


Words = Annotated[str, BeforeValidator(as_text)]
Id = Annotated[str, BeforeValidator(as_id)]
Format = Annotated[str, BeforeValidator(as_format)]
Cells = Annotated[
    tuple[Annotated[Cell, BeforeValidator(_as_cell)], ...], BeforeValidator(as_cells)
]
Texts = Annotated[tuple[Words, ...], BeforeValidator(as_list)]
IsoDate = Annotated[date, BeforeValidator(as_iso_date)]
Number = Annotated[Decimal, BeforeValidator(as_decimal)]
Year = Annotated[int, BeforeValidator(as_year)]
Flag = Annotated[bool, BeforeValidator(as_bool)]

Model = TypeVar("Model")
Listed = Annotated[tuple[Model, ...], BeforeValidator(as_entries)]
