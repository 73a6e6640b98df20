"""From the fields of models to a JSON Schema (draft-07) that editors take: never stricter than the reader in what it accepts."""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from msgspec import Struct, field

from hpdirective.model.located import (
    Cells,
    Flag,
    Id,
    IsoDate,
    Located,
    Number,
    Texts,
    Words,
    Year,
)
from hpdirective.model.period import YEARS
from hpdirective.patterns import pattern
from hpdirective.words import Text

Schema = dict[str, Any]
Described = Mapping[type[Located], Mapping[str, Text]]

SCALAR = ["string", "number", "boolean"]  # what YAML types, the reader takes as text
# No enum: editors would suggest its values.
EMPTY: Schema = {"type": ["null", "array", "object"], "maxItems": 0, "maxProperties": 0}
# Some loaders of YAML make dates of what looks like one; JSON knows none, so this lets only those through.
DATE_VALUE: Schema = {"not": {"type": ["null", "boolean", "number", "string", "array", "object"]}}
SPACE = r"\s*"


def ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def any_of(*shapes: Schema) -> Schema:
    return {"anyOf": list(shapes)}


def bilingual(text: Text) -> str:
    """Say a text in Vietnamese, then in English, each on its line."""
    return f"{text.vi}\n{text.en}"


def choices(said: Iterable[tuple[str, Text]]) -> list[Schema]:
    """Make the values that an editor suggests, each with what it stands for; of one value the first stands."""
    known: dict[str, Text] = {}
    for value, text in said:
        known.setdefault(value, text)
    return [{"const": value, "description": bilingual(text)} for value, text in known.items()]


def any_case(pattern: str) -> str:
    """Let every letter of a pattern without letter classes stand in either case, composed or with its marks apart."""
    return "".join(_cases(char) if char.isalpha() else char for char in pattern)


def _cases(letter: str) -> str:
    composed = {letter.lower(), letter.upper()}
    apart = {unicodedata.normalize("NFD", one) for one in composed} - composed
    plain = f"[{''.join(sorted(composed))}]"
    return f"(?:{'|'.join([plain, *sorted(apart)])})" if apart else plain


SOMETHING: Schema = {"contains": {"not": ref("nothing")}}
"""Of a list in which an entry must say something."""
ANY_ENTRY: Schema = {"minItems": 1}
"""Of a list in which a blank entry will do."""


def atoms(blank: str = "", filled: Schema = SOMETHING) -> dict[str, Schema]:
    """Give the definitions of the values that models are made of; `blank` is the pattern of words that count as nothing, `filled` says when a list does not."""
    nothing = rf"^{SPACE}(?:{blank})?{SPACE}$"
    said = {"type": SCALAR, "pattern": f"^(?!{nothing.removeprefix('^')})"}
    return {
        "nothing": any_of(EMPTY, {"type": "string", "pattern": nothing}),
        "text": said,
        "optional": any_of({"type": SCALAR}, EMPTY),
        "texts": any_of({"type": "array", "items": ref("optional")}, ref("optional")),
        "some-texts": any_of({"type": "array", "items": ref("optional"), **filled}, ref("text")),
    }


class Shape(Struct, frozen=True):
    """How a value may be where its key may stay blank, and how where it may not."""

    optional: Schema
    said: Schema


_YEAR = "(?:(?:19|20)[0-9]{2}|2100)"  # the same as in YEARS
_DAY = rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_AMOUNT = r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?"


def _whole_text(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{SPACE}{pattern}{SPACE}$"}


def _blankable(said: Schema) -> Shape:
    return Shape(any_of(said, ref("nothing")), said)


_VALUES: dict[Any, Shape] = {
    Words: Shape(ref("optional"), ref("text")),
    Id: Shape(ref("optional"), ref("text")),
    Texts: Shape(ref("texts"), ref("some-texts")),
    Cells: Shape(ref("texts"), ref("some-texts")),
    IsoDate: _blankable(any_of(_whole_text(_DAY), DATE_VALUE)),
    Number: _blankable(any_of({"type": "number"}, _whole_text(_AMOUNT))),
    Year: _blankable(
        any_of({"type": "integer", "minimum": YEARS[0], "maximum": YEARS[-1]}, _whole_text(_YEAR))
    ),
    Flag: _blankable({"enum": [True, False, "true", "false"]}),
}


class Shapes(Struct):
    """The schema of one kind of file, as its models are met."""

    described: Described
    values: Mapping[Any, Shape] = field(default_factory=dict)
    """Shapes of further types of values."""
    keys: Mapping[tuple[type[Located], str], Shape] = field(default_factory=dict)
    """Shapes of keys that their type alone does not give."""
    required: Mapping[type[Located], tuple[str, ...]] | None = None
    """The keys that may not be missing or blank; those that the models say themselves where there are none."""
    filled: Mapping[str, Any] = field(default_factory=lambda: SOMETHING)
    definitions: dict[str, Schema] = field(default_factory=dict)

    def mapping(self, model: type[Located], *, draft: bool = False) -> Schema:
        """Give the schema of a model's mapping; in a draft any key may still be missing."""
        needed = () if draft else self.needed(model)
        properties = {}
        for name, hint in get_type_hints(model, include_extras=True).items():
            known = model.model_fields.get(name)
            if known is None:
                continue
            key = known.alias or name
            shape = self.keys.get((model, key)) or self.shape(hint, draft=draft)
            schema = shape.said if key in needed else shape.optional
            properties[key] = {"description": bilingual(self.described[model][key]), **schema}
        made: Schema = {"type": "object", "additionalProperties": self._others(model)}
        if needed:
            made["required"] = list(needed)
        return {**made, "properties": properties}

    def needed(self, model: type[Located]) -> tuple[str, ...]:
        return model.needed if self.required is None else self.required.get(model, ())

    def shape(self, hint: Any, *, draft: bool = False) -> Shape:
        """Give the shape of a field by its type."""
        hint = next((one for one in get_args(hint) if NoneType in get_args(hint)), hint)
        if hint in self.values or hint in _VALUES:
            return self.values.get(hint) or _VALUES[hint]
        kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _blankable({"enum": [one.value for one in kind]})
        if isinstance(kind, type) and issubclass(kind, Located):
            return _blankable(self._model(kind, draft=draft))
        return self._entries(self.shape(get_args(kind)[0], draft=draft))

    def _entries(self, entry: Shape) -> Shape:
        items = {"type": "array", "items": any_of(entry.said, ref("nothing"))}
        return Shape(any_of(items, ref("nothing")), {**items, **self.filled})

    def _model(self, model: type[Located], *, draft: bool) -> Schema:
        name = model.__name__.lower()
        if draft:
            name += "-draft"
        if name not in self.definitions:
            self.definitions[name] = {}  # a model may hold others of its own kind
            self.definitions[name] = self._decided(model, draft=draft)
        return ref(name)

    def whole(self, model: type[Located]) -> Schema:
        """Give the schema of the model that a file holds."""
        return self._decided(model, draft=False)

    def _decided(self, model: type[Located], *, draft: bool) -> Schema:
        """Ask for no key of a model, or of what it holds, whose `todo` says that something is left to decide."""
        if draft or "todo" not in model.model_fields:
            return self.mapping(model, draft=draft)
        undecided = {"required": ["todo"], "properties": {"todo": ref("some-texts")}}
        drafted, decided = self.mapping(model, draft=True), self.mapping(model)
        return {"if": undecided, "then": drafted, "else": decided}

    def _others(self, model: type[Located]) -> Any:
        if model.model_config.get("extra") != "allow":
            return False
        hint = model.__annotations__.get("__pydantic_extra__")
        return self.shape(get_args(hint)[1]).optional if hint else True


def exactly(words: Iterable[str]) -> str:
    """Give the pattern that takes any of these words, in any case."""
    # re.escape also escapes what JavaScript may not see escaped
    return "|".join(any_case(_SYNTAX.sub(r"\\\g<0>", word)) for word in words)


_SYNTAX = pattern(r"[\\^$.*+?()\[\]{}|/]")
