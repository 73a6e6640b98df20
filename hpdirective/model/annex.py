"""An annex of a directive: the file that supplies it, and the directive with its annexes taken in."""

import hashlib
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from hpdirective.model.base import AfterValidator, BeforeValidator
from hpdirective.model.directive import Annex, Clause, Directive, Indicator, Title
from hpdirective.model.located import (
    Format,
    Listed,
    Located,
    Reading,
    Words,
    absent,
    as_text,
    choice,
    refuse,
    wrong,
)
from hpdirective.patterns import pattern
from hpdirective.source.document import Fault
from hpdirective.source.place import KeyPath
from hpdirective.words import Fact, Text

if TYPE_CHECKING:
    from pydantic import ValidationInfo


class Provenance(StrEnum):
    """Whose word a row is: the annex's own, or a newspaper's, which binds nobody."""

    OFFICIAL = "official"
    PRESS = "press"


_ID = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _as_id(value: Any) -> str:
    text = as_text(value)
    if not _ID.fullmatch(text) or len(text) > 100:
        raise refuse("wrong-value", value=text, known=("tang-truong-grdp",))
    return text


def _as_yes(value: Any) -> bool:
    text = as_text(value)
    if text not in ("yes", "no", "true", "false"):
        raise refuse("wrong-value", value=text, known=("yes", "no"))
    return text in ("yes", "true")


class Row(Indicator):
    """One line of an annex; who owes it is unknown where `units` is empty, and its value where it has no target and no trend."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
        "source",
    )

    id: Annotated[str, BeforeValidator(_as_id)] = ""
    source: Annotated[Provenance, BeforeValidator(choice(Provenance))] = Provenance.PRESS
    cited: Words | None = None

    @property
    def known(self) -> bool:
        """Whether there is something to compare a promise with."""
        return self.required.value is not None or self.trend is not None

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        if (
            "source" in self.model_fields_set
            and self.source is Provenance.PRESS
            and not self.cited
        ):
            yield absent(self.path, "cited")
        if (self.target or self.trend) and not self.text:
            yield absent(self.path, "text")  # messages quote what is asked as it is printed
        if self.target and self.target.value is None:
            yield absent(self.target.path, "value")
        known = tuple(name for name in Row.model_fields if name not in _OF_CLAUSES)
        for key in filter(self.model_fields_set.__contains__, _OF_CLAUSES):
            facts: dict[str, Fact] = {"key": key, "known": known}
            yield Fault("unknown-key", self.at(key), key=True, facts=facts)
        yield from super().slips(told)

    def owed_by(self, unit: str) -> bool:
        """Tell whether a plan of the unit may be blamed for lacking it: the annex names the unit, and the value is known."""
        return unit in self.units and self.known


_OF_CLAUSES = ("counts", "share")
"""Keys of the directive's own indicators: an annex has no items, and no text that names a whole."""


def _held_together(rows: tuple[Row, ...], info: "ValidationInfo") -> tuple[Row, ...]:
    """Note what no single row shows: an id used again, rows of the press in an annex that is whole."""
    assert isinstance(info.context, Reading)
    noted = info.context.faults
    taken: set[str] = set()
    for row in rows:
        if row.id and row.id in taken:
            unused = Text(vi="một mã chưa dùng ở dòng khác", en="an id that no other row has")
            noted.append(wrong(row.at("id"), row.id, unused))
        taken.add(row.id)
    if not rows:
        noted.append(absent((), "indicators"))
    if info.data.get("complete") and any(row.source is Provenance.PRESS for row in rows):
        noted.append(wrong(("complete",), "yes", "no"))  # the press never gives an annex whole
    return rows


class AnnexFile(Located):
    """The rows of one annex of a directive, all of them and all official where it is `complete`."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "directive",
        "annex",
        "title",
        "complete",
        "source",
        "indicators",
    )

    format: Format = "1"
    kind: Words = "annex"
    directive: Words = ""
    annex: Words = ""
    title: Title | None = None
    complete: Annotated[bool, BeforeValidator(_as_yes)] = False
    source: Words = ""
    indicators: Annotated[Listed[Row], AfterValidator(_held_together)] = ()

    def of(self, source: Provenance) -> tuple[Row, ...]:
        return tuple(row for row in self.indicators if row.source is source)

    @property
    def digest(self) -> str:
        """SHA-256 of what it states: not of its comments and layout."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


class Supplied(Annex):
    """An annex that the directive declares, with the file that supplies it."""

    file: AnnexFile

    @property
    def extent(self) -> Text:
        """How much of the annex the file holds."""
        rows, press = len(self.file.indicators), len(self.file.of(Provenance.PRESS))
        one = "" if rows == 1 else "s"
        if press == rows:
            whose = Text(vi=" theo nguồn báo chí", en=" from the press")
        elif press:
            whose = Text(
                vi=f", trong đó {press} theo nguồn báo chí", en=f", {press} of them from the press"
            )
        else:
            whose = Text("", "")
        return Text(vi=f"{rows} chỉ tiêu{whose.vi}", en=f"{rows} indicator{one}{whose.en}")


def with_annexes(directive: Directive, files: Iterable[AnnexFile]) -> Directive:
    """Give the directive with annexes taken in: each official row is an indicator of every clause that needs its annex.

    Rows from the press join no clause. An annex counts as supplied where its file is complete.
    """
    held = {file.annex: file for file in files}
    if not held:
        return directive
    return _changed(
        directive,
        annexes=tuple(_supplied(a, held[a.id]) if a.id in held else a for a in directive.annexes),
        parts=tuple(
            _changed(
                part,
                sections=tuple(
                    _changed(
                        section,
                        paragraphs=tuple(
                            _changed(p, clauses=tuple(_joined(c, held) for c in p.clauses))
                            for p in section.paragraphs
                        ),
                    )
                    for section in part.sections
                ),
            )
            for part in directive.parts
        ),
    )


def supplied(directive: Directive) -> tuple[Supplied, ...]:
    """Give the annexes of a directive that were taken in."""
    return tuple(annex for annex in directive.annexes if isinstance(annex, Supplied))


def press_rows(directive: Directive, clause: Clause | None = None) -> tuple[Row, ...]:
    """Give what is known from the press alone, of all annexes or of those that a clause needs: never the directive's word."""
    return tuple(
        row
        for annex in supplied(directive)
        if clause is None or annex.id in clause.annexes
        for row in annex.file.of(Provenance.PRESS)
    )


def _supplied(annex: Annex, file: AnnexFile) -> Supplied:
    return Supplied.model_construct(
        id=annex.id, title=annex.title, supplied=annex.supplied or file.complete, file=file
    )


def _joined(clause: Clause, held: dict[str, AnnexFile]) -> Clause:
    rows = [r for id in clause.annexes if id in held for r in held[id].of(Provenance.OFFICIAL)]
    return _changed(clause, indicators=(*clause.indicators, *rows)) if rows else clause


Model = TypeVar("Model", bound=Located)


def _changed(model: Model, **values: Any) -> Model:
    """Copy a model with other values; `model_copy` would keep what was cached of the old ones."""
    copy = model.model_copy(update=values)
    for name in copy.__dict__.keys() - type(copy).model_fields.keys() - {"path"}:
        del copy.__dict__[name]
    return copy
