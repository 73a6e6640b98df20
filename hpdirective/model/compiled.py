"""The models without pydantic: what it worked out of them on an earlier run, and a base that its core fills in the same way.

To import pydantic, make its classes and work out their validators takes a third of a short run. What is worked out is a schema, plain
data but for the functions that it names; with the core alone it gives the same validators again. `base` takes it up where a command offers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cache, partial, reduce
from importlib import import_module
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, get_origin

import msgspec
from msgspec import Raw, Struct

if TYPE_CHECKING:
    import pydantic
    from pydantic_core import SchemaValidator

_OURS = ("hpdirective.model.", "hpdirective.choices")
_PLAIN = ("datetime:date", "decimal:Decimal")


class Changed(Exception):
    """What was kept of the models is not what `encode` wrote."""


_offer: Callable[[], bytes | None] | None = None


def offer(source: Callable[[], bytes | None]) -> None:
    """Say where schemas of an earlier run may be had; without effect once the models are loaded."""
    global _offer
    _offer = source


@cache
def found() -> Mapping[str, Raw] | None:
    """Give the schemas of an earlier run by model, as `encode` wrote them; None where pydantic is to work them out."""
    kept = _offer() if _offer else None
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(kept, type=dict[str, Raw]) if kept else None
    return None


# --- schemas as plain data


def encode(models: Iterable[type[pydantic.BaseModel]]) -> bytes:
    """Write the schemas of models. Raises TypeError where one rests on more than names."""
    said = {}
    for model in models:
        model.model_rebuild()
        said[_name(model)] = _said(model.__pydantic_core_schema__)
    return msgspec.json.encode(said)


def _said(value: Any, *, named: bool = False) -> Any:
    """Write a part of a schema; `named` where the keys of a mapping are those of a model."""
    match value:
        case Enum():
            return {"$member": [_name(type(value)), value.value]}
        case None | bool() | int() | str():
            return value
        case dict():  # what pydantic notes for its JSON schemas is no part of the validator
            kept = {key: part for key, part in value.items() if named or key != "metadata"}
            return {key: _said(part, named=key == "fields") for key, part in kept.items()}
        case list():
            return [_said(part) for part in value]
        case tuple():
            return {"$tuple": [_said(part) for part in value]}
        case date():
            return {"$date": value.isoformat()}
        case partial() if not value.keywords:
            return {"$partial": [_said(value.func), *map(_said, value.args)]}
        case type() | FunctionType():
            return {"$": _name(value)}
        case MethodType():
            return {"$": f"{_name(value.__self__)}.{value.__name__}"}
    raise TypeError(f"{value!r}")


def _name(thing: Any) -> str:
    name = f"{thing.__module__}:{thing.__qualname__}"
    if _named(name) is not thing:
        raise TypeError(f"{thing!r}")
    return name


def _named(name: str) -> Any:
    """Give what a name stands for: of the models, or a plain type. Raises TypeError for any other."""
    module, _, path = name.partition(":")
    if not (module.startswith(_OURS) or name in _PLAIN):
        raise TypeError(name)
    return reduce(getattr, path.split("."), import_module(module))


def _read(said: Any) -> Any:
    """Read what `_said` wrote."""
    if isinstance(said, list):
        return [_read(part) for part in said]
    if not isinstance(said, dict):
        return said
    match said:
        case {"$": name}:
            return _named(name)
        case {"$member": [name, value]}:
            return _named(name)(value)
        case {"$tuple": parts}:
            return tuple(map(_read, parts))
        case {"$date": day}:
            return date.fromisoformat(day)
        case {"$partial": [function, *arguments]}:
            return partial(_read(function), *map(_read, arguments))
    return {key: _read(part) for key, part in said.items()}


# --- what stands in for pydantic


class BeforeValidator(Struct, frozen=True):
    """A mark in a type; the schema holds what it asks for."""

    func: Callable[..., Any]


class AfterValidator(BeforeValidator, frozen=True):
    """Likewise."""


def model_validator(*, mode: str) -> Callable[[Any], Any]:
    """Leave a method as it is: the schema names it."""
    return lambda method: method


ConfigDict = dict[str, Any]


class Field(Struct, frozen=True):
    """What the program asks about a field."""

    alias: str | None


class BaseModel:
    """A model as pydantic's core makes it: its values in its dictionary, the keys that were given, those that are no fields."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )

    __pydantic_extra__: dict[str, Any] | None
    __pydantic_fields_set__: set[str]
    model_config: ClassVar[ConfigDict] = {}
    model_fields: ClassVar[dict[str, Field]] = {}

    def __init_subclass__(cls) -> None:
        alias = cls.model_config.get("alias_generator")
        own = (name for name, hint in cls.__annotations__.items() if _is_field(name, hint))
        cls.model_fields = {
            **cls.model_fields,
            **{name: Field(alias(name) if alias else None) for name in own},
        }

    @classmethod
    def model_validate(cls, data: Any, *, context: Any = None) -> Self:
        """Read a model. Raises ValidationError of pydantic's core."""
        model: Self = _validator(_name(cls)).validate_python(data, context=context)
        return model

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Make a model of values that need no check."""
        usual = {name: getattr(cls, name) for name in cls.model_fields if name not in values}
        return _made(cls, {**usual, **values}, set(values), None)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Give a copy with other values; those that need no check."""
        given = self.__pydantic_fields_set__ | update.keys()
        return _made(type(self), {**self.__dict__, **update}, given, self.__pydantic_extra__)

    def model_dump_json(self) -> str:
        """Write the fields as JSON."""
        from pydantic_core import SchemaSerializer

        return SchemaSerializer(_schema(_name(type(self)))).to_json(self).decode()

    @property
    def model_extra(self) -> dict[str, Any] | None:
        return self.__pydantic_extra__

    @property
    def model_fields_set(self) -> set[str]:
        return self.__pydantic_fields_set__

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, BaseModel)
            and type(other) is type(self)
            and self.__pydantic_extra__ == other.__pydantic_extra__
            and all(self.__dict__[name] == other.__dict__[name] for name in self.model_fields)
        )

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__[name] for name in self.model_fields)))

    # as pydantic writes a model, so that either reads what the other wrote
    def __getstate__(self) -> dict[str, Any]:
        kept = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__")
        return {**{name: getattr(self, name) for name in kept}, "__pydantic_private__": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name in BaseModel.__slots__:
            object.__setattr__(self, name, state[name])


Model = TypeVar("Model", bound=BaseModel)


def _is_field(name: str, hint: Any) -> bool:
    return not name.startswith("_") and get_origin(hint) is not ClassVar


def _made(
    cls: type[Model], values: dict[str, Any], given: set[str], extra: dict[str, Any] | None
) -> Model:
    model = cls()
    state = (values, extra, given, None)
    model.__setstate__(dict(zip(BaseModel.__slots__, state, strict=True)))
    return model


def _schema(name: str) -> Any:
    return _read(msgspec.json.decode((found() or {})[name]))


@cache
def _validator(name: str) -> SchemaValidator:
    from pydantic_core import SchemaValidator

    try:
        return SchemaValidator(_schema(name))
    except Exception as error:  # whatever a changed schema comes to
        raise Changed(name) from error
