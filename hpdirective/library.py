"""The data to check against: a directive, its annexes, the units; and the documents that are opened beside them.

What a run cannot do without, and is broken, raises NotUsable.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.disk import (
    SUFFIXES,
    NotUsable,
    data_folder,
    find_plans,
    open_raw,
    open_text,
    shown,
)
from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Directive
from hpdirective.model.located import Located
from hpdirective.model.names import Units
from hpdirective.model.official import normal
from hpdirective.model.unit import SHARED_SYMBOL, Groups, Unit
from hpdirective.reading import Read, read
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.encoding import decode, lines
from hpdirective.source.place import KeyPath
from hpdirective.words import Text, fold, nearest, one_line

_HARMLESS = {"odd-letters", "windows-1258", "swallowed-item"}  # faults that lose nothing


class Register(Struct, frozen=True, dict=True):
    """The files of units and groups, as they were read; `directives` are the files of a folder's directives by their id, where they were looked at."""

    units: tuple[Read[Unit], ...]
    groups: tuple[Read[Groups], ...]
    directives: Mapping[str, tuple[str, ...]] = {}

    @property
    def reads(self) -> tuple[Read[Any], ...]:
        return (*self.units, *self.groups)

    @cached_property
    def known(self) -> Units:
        """All units and groups, found by their names."""
        groups = [group for r in self.groups if r.value for group in r.value.groups]
        return Units((r.value for r in self.units if r.value), groups)

    @cached_property
    def owners(self) -> dict[str, tuple[str, ...]]:
        """The units and groups that have each name, by its match key."""
        found: dict[str, dict[str, None]] = {}
        for r in self.reads:
            for _, id, name in names(r.value) if r.value else ():
                found.setdefault(fold(name), {}).setdefault(id)
        return {key: tuple(ids) for key, ids in found.items()}

    def with_file(self, read: Read[Any]) -> "Register":
        """Take in a file from elsewhere: it stands for the one of the same id, the groups for all groups."""
        if any(r.document.file == read.document.file for r in self.reads):
            return self
        if isinstance(read.value, Unit):
            others = (r for r in self.units if not (r.value and r.value.id == read.value.id))
            return replace(self, units=(*others, read))
        return replace(self, groups=(read,)) if isinstance(read.value, Groups) else self


def names(value: Located) -> Iterator[tuple[KeyPath, str, str]]:
    """Give the place of each name of a unit or of the groups, the id that it belongs to, and the name."""
    owners = (
        (value,) if isinstance(value, Unit) else value.groups if isinstance(value, Groups) else ()
    )
    for owner in owners:
        yield owner.at("id"), owner.id, owner.id
        if owner.name:
            yield owner.name.at("vi"), owner.id, owner.name.vi
        yield from (
            ((*owner.at("aliases"), n), owner.id, name) for n, name in enumerate(owner.aliases)
        )
    if isinstance(value, Unit):
        own = ((n, symbol) for n, symbol in enumerate(value.symbols) if symbol != SHARED_SYMBOL)
        yield from (((*value.at("symbols"), n), value.id, symbol) for n, symbol in own)


class Library(Struct, frozen=True):
    """A directive and the units that it speaks to; `reads` are the files that they were read from."""

    directive: Directive
    units: Units
    read: Read[Directive]
    register: Register


def open_library(directive: str | None = None, data: str | None = None) -> Library:
    """Open a directive with the units; `directive` is a file, an id or a number, `data` another folder of data.

    Raises NotUsable where they are missing or broken.
    """
    if directive == "":
        raise NotUsable(Text(vi="tên chỉ thị để trống", en="the name of the directive is empty"))
    folder = _folder(data)
    chosen = _choose(directive, folder)
    register = open_register(folder)
    _must_be_sound((chosen, *register.reads))
    assert chosen.value is not None  # broken data has left above
    if not register.units:
        raise NotUsable(
            Text(vi=f"không có đơn vị nào trong {folder}", en=f"there are no units in {folder}")
        )
    return Library(chosen.value, register.known, chosen, register)


def open_directive(directive: str | None = None, data: str | None = None) -> Directive:
    """Open a directive by itself, chosen as `open_library` does. Raises NotUsable where it is missing or broken."""
    chosen = _choose(directive, _folder(data))
    _must_be_sound((chosen,))
    assert chosen.value is not None  # broken data has left above
    return chosen.value


def open_units(data: str | None = None) -> Units:
    """Open the units and groups alone, of a folder that may hold no directive yet, nor any unit.

    Raises NotUsable where the folder is missing or a file in it is broken.
    """
    register = open_register(_folder(data))
    _must_be_sound(register.reads)
    return register.known


def _folder(data: str | None) -> Path:
    folder = Path(data) if data else data_folder()
    if not folder.is_dir():
        raise NotUsable(
            Text(vi=f"không có thư mục dữ liệu {folder}", en=f"there is no data folder {folder}")
        )
    return folder


def _must_be_sound(opened: Iterable[Read[Any]]) -> None:
    """Refuse data of which anything was lost."""
    broken = tuple(r for r in opened if not sound(r))
    if broken:
        raise NotUsable(broken_data(r.document.file for r in broken), broken)


def open_register(folder: Path) -> Register:
    """Open the units and groups of a folder of data; what is broken in them stays with each file."""
    return Register(
        tuple(
            read(open_document(path), Unit, 0)
            for path in sorted((folder / "units").glob("*.y*ml"))
        ),
        tuple(read(open_document(path), Groups, 0) for path in sorted(folder.glob("groups.y*ml"))),
    )


def open_folder(folder: Path) -> Register:
    """Open the units and groups of a folder, and look at the ids of its directives, so that its files can be held against each other."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.y*ml")):
        document = open_document(path)
        id = document.value(("id",)) if document.kind == "directive" else None
        if isinstance(id, str):
            found[id] = (*found.get(id, ()), document.file)
    return replace(open_register(folder), directives=found)


def folder_of(file: Path) -> Path | None:
    """Give the folder of data that a file lies in: the nearest that has units, its own or the one above."""
    return next((f for f in (file.parent, file.parent.parent) if (f / "units").is_dir()), None)


def broken_data(names: Iterable[str]) -> Text:
    """Say that files to check against cannot be used."""
    files = ", ".join(dict.fromkeys(names))
    return Text(
        vi=f"dữ liệu dùng để đối chiếu có lỗi: {files}",
        en=f"the data to check against is broken: {files}",
    )


def sound(stated: Read[Any]) -> bool:
    """Tell whether data may be checked against: nothing of it was lost."""
    return stated.value is not None and all(f.code in _HARMLESS for f in stated.faults)


def open_annexes(names: Iterable[str]) -> list[Document]:
    """Open the files, folders and patterns that name annexes, a file as often as it is named.

    Raises NotUsable for a name that does not exist, cannot be opened or holds no file.
    """
    found = []
    for name in names:
        paths = find_plans([name])
        if not paths:
            raise NotUsable(
                Text(
                    vi=f"không có tệp phụ lục nào trong “{name}”",
                    en=f"there is no annex in “{name}”",
                )
            )
        found += [open_document(path) for path in paths]
    return found


def open_baseline(name: str, directive: Directive) -> Read[Baseline]:
    """Open a baseline of findings. Raises NotUsable where it is missing, broken, or of another directive."""
    document = open_argument(Path(name))
    if document.data is not None and document.kind != "baseline":
        raise NotUsable(
            Text(
                vi=f"“{name}” không phải danh sách phát hiện đã ghi nhận (kind: baseline)",
                en=f"“{name}” is no baseline of findings (kind: baseline)",
            )
        )
    found = read(document, Baseline, 0)
    if found.value is None or not sound(found):
        raise NotUsable(broken_data([document.file]), (found,))
    if found.value.directive != directive.id:
        other = found.value.directive
        raise NotUsable(
            Text(
                vi=f"danh sách phát hiện “{name}” là của chỉ thị “{other}”, không phải “{directive.id}”",
                en=f"the baseline “{name}” is of directive “{other}”, not of “{directive.id}”",
            )
        )
    return found


_SHOWN = 5  # files that a message names


def _choose(wanted: str | None, folder: Path) -> Read[Directive]:
    if wanted and (Path(wanted).suffix.lower() in SUFFIXES or Path(wanted).is_file()):
        return _directive_file(Path(wanted))
    found = []
    passed_over = []
    for path in sorted(folder.glob("*.y*ml")):
        document = open_document(path)
        if document.kind == "directive":
            found.append(read(document, Directive, 0))
        elif document.data is None:
            return read(document, Directive, 0)  # it may be the one that is meant
        else:
            passed_over.append(f"{path.name} (kind: {one_line(document.kind)})")
    usable = [r for r in found if r.value]
    if not usable:
        if found:
            return found[0]
        others = ", ".join(passed_over[:_SHOWN])
        raise NotUsable(
            Text(
                vi=f"không có chỉ thị nào (kind: directive) trong {folder}"
                + (f"; các tệp khác ở đó: {others}" if others else ""),
                en=f"there is no directive (kind: directive) in {folder}"
                + (f"; other files there: {others}" if others else ""),
            )
        )
    fitting = [
        r for r in usable if r.value and (not wanted or wanted in (r.value.id, r.value.number))
    ]
    if not fitting:
        known = ", ".join(r.value.id for r in usable if r.value)
        raise NotUsable(
            Text(
                vi=f"không có chỉ thị “{wanted}”; có: {known}",
                en=f"there is no directive “{wanted}”; there is: {known}",
            )
        )
    chosen = max(
        fitting, key=lambda r: r.value.issued if r.value else date.min
    )  # numbers are used again
    assert chosen.value is not None
    id = chosen.value.id
    files = [r.document.file for r in usable if r.value and r.value.id == id]
    if len(files) > 1:
        named = ", ".join(files)
        raise NotUsable(
            Text(
                vi=f"mã chỉ thị “{id}” dùng ở nhiều tệp: {named}; chỉ giữ một tệp trong thư mục, sửa mã của tệp kia, hoặc nêu tệp cần dùng bằng --directive",
                en=f"several files state the directive “{id}”: {named}; keep one of them in the folder, mend the id of the other, or name the file with --directive",
            )
        )
    return chosen


def _directive_file(path: Path) -> Read[Directive]:
    if not path.is_file():
        raise NotUsable(
            Text(vi=f"không có tệp chỉ thị {path}", en=f"there is no directive file {path}")
        )
    document = open_document(path)
    if document.data is not None and document.kind != "directive":
        raise NotUsable(
            Text(
                vi=f"“{path}” không phải tệp chỉ thị (kind: directive)",
                en=f"“{path}” is no directive (kind: directive)",
            )
        )
    return read(document, Directive, 0)


def open_document(path: Path, limits: Limits | None = None) -> Document:
    """Open a file met on the way; one that cannot be read is a document with that fault."""
    raw = open_raw(path, limits)
    return raw if isinstance(raw, Document) else yaml.read(shown(path), raw, limits)


def open_argument(path: Path) -> Document:
    """Open the one file that a command was given. Raises NotUsable where it cannot be opened."""
    document = open_document(path)
    for fault in document.faults:
        why = fault.facts.get("cause")
        if fault.code == "unreadable-file" and isinstance(why, Text):
            raise NotUsable(
                Text(vi=f"không mở được “{path}”: {why.vi}", en=f"cannot open “{path}”: {why.en}")
            )
    return document


def open_official(path: Path) -> str:
    """Give the text of a document in force.

    Raises NotUsable where it is empty, or no plain text: control characters, letters of an old font.
    """
    text = open_text(path)
    if not normal(text):
        raise NotUsable(
            Text(vi=f"“{path}” không có nội dung", en=f"“{path}” holds no text"),
        )
    plain = text.translate({0x0B: "\n", 0x0C: "\n"})  # a page's end is white space
    _, faults = decode(plain.encode())
    if faults:
        document = Document(shown(path), lines=lines(plain), faults=tuple(faults))
        raise NotUsable(
            Text(vi=f"“{path}” không phải văn bản thuần", en=f"“{path}” is no plain text"),
            (Read(document, None, document.faults),),
        )
    return text


def find_unit(units: Units, wanted: str) -> Unit:
    """Give the unit that a name, an alias or an id means; raises NotUsable with the nearest names."""
    known = units.one(wanted)
    if known.id:
        return units.by_id[known.id]
    close = known.suggestions or nearest(wanted, units.by_id)
    vi = f"; gần nhất là {', '.join(close)}" if close else "; `hpd units` liệt kê các đơn vị"
    en = f"; did you mean {', '.join(close)}?" if close else "; `hpd units` lists the units"
    raise NotUsable(
        Text(vi=f"không có đơn vị “{wanted}”{vi}", en=f"there is no unit “{wanted}”{en}")
    )
