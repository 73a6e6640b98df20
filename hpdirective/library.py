"""The disk: where data, settings and plans lie, and how they are opened. The one place that knows.

A fault in a plan becomes part of its document; what a run cannot do without (data to check against, settings, an argument that does not exist) raises NotUsable.
"""

import errno
import os
import re
import stat
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hpdirective.finding import Finding
from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Directive
from hpdirective.model.located import Located
from hpdirective.model.names import SHARED_SYMBOL, Units
from hpdirective.model.official import normal
from hpdirective.model.unit import Groups, Unit
from hpdirective.reading import Read, read
from hpdirective.settings import SettingsError
from hpdirective.source import yaml
from hpdirective.source.document import Document, Fault, Limits
from hpdirective.source.encoding import decode, lines
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, Text, fold, nearest

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SETTINGS_FILE = "hpd.toml"
PLANS_FOLDER = "plans"
_SETTINGS_SIZE = 100_000  # bytes: a table of settings is a page
_HARMLESS = {"odd-letters", "windows-1258", "swallowed-item"}  # faults that lose nothing
_SUFFIXES = (".yaml", ".yml")
_GLOB = re.compile(r"[*?\[]")
_HANOI = timezone(timedelta(hours=7))  # Asia/Ho_Chi_Minh has kept UTC+7 since 1975


class NotUsable(Exception):
    """Something that a run stands on is missing or broken; `text` says what, `reads` hold the faults of a broken file, or `findings` say them."""

    def __init__(
        self, text: Text, reads: tuple[Read[Any], ...] = (), findings: tuple[Finding, ...] = ()
    ) -> None:
        super().__init__(text.en)
        self.text = text
        self.reads = reads
        self.findings = findings


@dataclass(frozen=True)
class Register:
    """The files of units and groups, as they were read."""

    units: tuple[Read[Unit], ...]
    groups: tuple[Read[Groups], ...]

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
            return Register((*others, read), self.groups)
        return Register(self.units, (read,)) if isinstance(read.value, Groups) else self


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


@dataclass(frozen=True, slots=True)
class Library:
    """A directive and the units that it speaks to; `reads` are the files that they were read from."""

    directive: Directive
    units: Units
    read: Read[Directive]
    register: Register


def today() -> date:
    """Give the day in Hải Phòng."""
    return datetime.now(_HANOI).date()


def data_folder() -> Path:
    """Give the folder of the shipped data: inside the installed package, else beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "data"
    return inside if inside.is_dir() else here.parent / "data"


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


def _choose(wanted: str | None, folder: Path) -> Read[Directive]:
    if wanted and (Path(wanted).suffix.lower() in _SUFFIXES or Path(wanted).is_file()):
        return _directive_file(Path(wanted))
    found = []
    for path in sorted(folder.glob("*.y*ml")):
        document = open_document(path)
        if document.kind == "directive":
            found.append(read(document, Directive, 0))
        elif document.data is None:
            return read(document, Directive, 0)  # it may be the one that is meant
    usable = [r for r in found if r.value]
    if not usable:
        if found:
            return found[0]
        raise NotUsable(
            Text(
                vi=f"không có chỉ thị nào trong {folder}", en=f"there is no directive in {folder}"
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
    return max(
        fitting, key=lambda r: r.value.issued if r.value else date.min
    )  # numbers are used again


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


def open_raw(path: Path, limits: Limits | None = None) -> bytes | Document:
    """Give the bytes of a file met on the way; one that cannot be read, or is too large, is a document with that fault."""
    limits = limits or Limits()
    name = shown(path)
    try:
        size = _size(path)
        if size > limits.bytes:
            facts: dict[str, Fact] = {"size": size, "limit": limits.bytes}
            return Document(name, faults=(Fault("too-large", span=Span(1, 1, 1, 1), facts=facts),))
        return path.read_bytes()
    except OSError as error:
        return Document(name, faults=(Fault("unreadable-file", facts={"cause": cause(error)}),))


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


def open_bytes(path: Path) -> bytes:
    """Give a file whole. Raises NotUsable where it cannot be opened or is too large."""
    why = Text(vi="tệp quá lớn", en="the file is too large")
    try:
        if _size(path) <= Limits().bytes:
            return path.read_bytes()
    except OSError as error:
        why = cause(error)
    raise NotUsable(
        Text(vi=f"không mở được “{path}”: {why.vi}", en=f"cannot open “{path}”: {why.en}")
    )


def _size(path: Path) -> int:
    """Give the size of a regular file; a folder, pipe or device is refused before it is opened."""
    status = path.stat()  # says of a link that leads nowhere, or round in a circle, why
    if stat.S_ISDIR(status.st_mode):
        next(path.iterdir(), None)  # a folder that may not be read says so
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "no regular file")
    return status.st_size


def open_text(path: Path) -> str:
    """Give a plain text file whole. Raises NotUsable where it cannot be read as UTF-8."""
    try:
        text = open_bytes(path).decode("utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise NotUsable(
            Text(
                vi=f"không mở được “{path}”: không ở bảng mã UTF-8",
                en=f"cannot open “{path}”: it is not UTF-8",
            )
        ) from None


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


def cause(error: OSError) -> Text:
    """Say why the system refused, in our words."""
    match error:
        case FileNotFoundError():
            return Text(vi="không có tệp này", en="there is no such file")
        case PermissionError():
            return Text(vi="không có quyền đọc hoặc ghi", en="permission denied")
        case IsADirectoryError() | NotADirectoryError():
            return Text(
                vi="đây là thư mục hoặc đường dẫn không đúng loại",
                en="it is a folder, or not the kind of path that is needed",
            )
        case _ if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            return Text(vi="đĩa đã đầy", en="the disk is full")
        case _ if error.errno == errno.EFBIG:
            return Text(
                vi="tệp lớn hơn mức hệ thống cho phép",
                en="the file would be larger than the system allows",
            )
        case _ if error.errno == errno.EROFS:
            return Text(vi="ổ đĩa chỉ cho đọc", en="the disk is read-only")
        case _ if error.errno in (errno.EBUSY, errno.ENOTEMPTY):
            return Text(
                vi="đang được dùng cho việc khác (một lần chạy khác, hoặc ổ đĩa gắn vào đó)",
                en="it is in use (another run writes there, or a disk is mounted on it)",
            )
        case _ if error.errno == errno.ELOOP:
            return Text(vi="liên kết trỏ vòng", en="the link leads round in a circle")
        case _ if error.errno == errno.ENAMETOOLONG:
            return Text(vi="tên tệp quá dài", en="the file name is too long")
        case _:
            return Text(vi="không đọc hoặc ghi được", en="it cannot be read or written")


def shown(path: Path) -> str:
    """Say a path as reports do: relative to the working folder where it lies below it, with forward slashes."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def find_plans(names: Iterable[str]) -> list[Path]:
    """Give the files that arguments name, folders walked in order; hidden files and linked folders are passed over.

    Raises NotUsable for an argument that does not exist or cannot be opened.
    """
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        try:
            if not name:
                raise FileNotFoundError(errno.ENOENT, "no name")
            if _GLOB.search(name) and not path.exists():
                matched = sorted(glob(name, recursive=True))  # noqa: PTH207  (a pattern may be absolute)
                for match in find_plans(matched) if matched else _unmatched(name):
                    found.setdefault(match)
                continue
            if path.is_dir():
                next(path.iterdir(), None)  # a folder that may not be read says so
                for file in _walk(path):
                    found.setdefault(file)
                continue
            _size(path)
            with path.open("rb"):
                found.setdefault(path)
        except (OSError, ValueError) as error:
            why = (
                cause(error)
                if isinstance(error, OSError)
                else Text(vi="tên không dùng được", en="the name cannot be used")
            )
            raise NotUsable(
                Text(vi=f"không mở được “{name}”: {why.vi}", en=f"cannot open “{name}”: {why.en}")
            ) from None
    return list(found)


def _unmatched(pattern: str) -> list[Path]:
    raise NotUsable(
        Text(vi=f"không có tệp nào khớp với “{pattern}”", en=f"no file matches “{pattern}”")
    )


def _walk(folder: Path) -> Iterable[Path]:
    closed: list[Path] = []  # folders that may not be read: opened as files, they become findings
    ignored = Ignored(folder)
    for here, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(Path(error.filename))
    ):
        above = Path(here)
        seen = (f for f in folders if not f.startswith("."))
        folders[:] = sorted(f for f in seen if not ignored.holds(above / f, folder=True))
        for file in sorted(files):
            wanted = file.lower().endswith(_SUFFIXES) and not file.startswith(".")
            if wanted and not ignored.holds(above / file):
                yield above / file
    yield from closed


class Ignored:
    """What the .gitignore files of a folder's repository leave out; outside a repository those of the folder and below."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.absolute()
        top = next((f for f in (self._root, *self._root.parents) if (f / ".git").exists()), None)
        self._top = top or self._root
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

    def holds(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a path is left out; the deepest file that speaks of it decides."""
        whole = path.absolute()
        left_out = False
        for above in reversed([f for f in whole.parents if f.is_relative_to(self._top)]):
            spec = self._spec(above)
            if spec is not None:
                said = spec.check_file(
                    f"{whole.relative_to(above).as_posix()}{'/' if folder else ''}"
                )
                left_out = left_out if said.include is None else said.include
        return left_out

    def _spec(self, folder: Path) -> "GitIgnoreSpec | None":
        if folder not in self._specs:
            self._specs[folder] = self._read(folder / ".gitignore")
        return self._specs[folder]

    def _read(self, file: Path) -> "GitIgnoreSpec | None":
        if not file.is_file():
            return None
        from pathspec import GitIgnoreSpec  # only a folder with such a file pays for it

        try:
            # as git does, without the mark that editors on Windows begin with
            return GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8-sig").splitlines())
        except (OSError, ValueError):
            return None  # git itself passes over what it cannot read


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The table that a settings file holds, and where it was found."""

    path: Path | None
    table: dict[str, Any]

    def beside(self, name: str) -> str:
        """Give a path of the settings as seen from the working folder."""
        if self.path is None or Path(name).is_absolute():
            return name
        return shown(self.path.parent / name)


def find_settings(start: Path | None = None) -> SettingsFile:
    """Find the nearest hpd.toml, or pyproject.toml with [tool.hpd], upward from a folder.

    Raises SettingsError for a file that cannot be read.
    """
    here = (start or Path.cwd()).absolute()
    for folder in (here, *here.parents):
        for file in (folder / SETTINGS_FILE, folder / "pyproject.toml"):
            table = _table(file)
            if table is not None:
                return SettingsFile(file, table)
    return SettingsFile(None, {})


def _table(file: Path) -> dict[str, Any] | None:
    try:
        if not file.exists():
            return None
        if _size(file) > _SETTINGS_SIZE:
            raise SettingsError(
                Text(vi=f"{shown(file)}: tệp quá lớn", en=f"{shown(file)}: the file is too large")
            )
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except SettingsError:
        raise
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        why = cause(error)
        raise SettingsError(
            Text(vi=f"{shown(file)}: {why.vi}", en=f"{shown(file)}: {why.en}")
        ) from None
    except (ValueError, RecursionError) as error:  # broken TOML, not UTF-8, nested without end
        line = re.search(r"line (\d+)", str(error))
        vi, en = (f", dòng {line[1]}", f", line {line[1]}") if line else ("", "")
        raise SettingsError(
            Text(
                vi=f"{shown(file)}{vi}: không đúng cú pháp TOML",
                en=f"{shown(file)}{en}: not valid TOML",
            )
        ) from None
    if file.name == SETTINGS_FILE:
        return table
    tool = table.get("tool")
    mine = tool.get("hpd") if isinstance(tool, dict) else None
    if mine is not None and not isinstance(mine, dict):
        raise SettingsError(
            Text(
                vi=f"{shown(file)}: [tool.hpd] cần là một bảng",
                en=f"{shown(file)}: [tool.hpd] must be a table",
            )
        )
    return mine


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
