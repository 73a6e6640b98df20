"""The disk: where settings and plans lie, and how files are opened. What stands in them is the business of others.

A fault in a plan becomes part of its document; what a run cannot do without (settings, an argument that does not exist) raises NotUsable.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hpdirective.patterns import pattern
from hpdirective.settings import SettingsError
from hpdirective.source.document import Document, Fault, Limits
from hpdirective.source.encoding import office
from hpdirective.source.place import Span
from hpdirective.words import Fact, Text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from hpdirective.finding import Finding

SETTINGS_FILE = "hpd.toml"
PLANS_FOLDER = "plans"
_SETTINGS_SIZE = 100_000  # bytes: a table of settings is a page
SUFFIXES = (".yaml", ".yml")
# How plans come in that nothing here reads; Notepad adds .txt to the name that it is given.
_OF_OFFICES = (
    *(".doc", ".docx", ".odt", ".rtf", ".pdf", ".xls", ".xlsx", ".xlsm", ".ods", ".csv"),
    *(".yaml.txt", ".yml.txt"),
)
_GLOB = pattern(r"[*?\[]")
_MOST = 200_000  # entries of the folders walked for one name: more is a disk, not plans
_HANOI = timezone(timedelta(hours=7))  # Asia/Ho_Chi_Minh has kept UTC+7 since 1975


class NotUsable(Exception):
    """Something that a run stands on is missing or broken; `text` says what, `reads` hold the faults of a broken file, or `findings` say them."""

    def __init__(
        self, text: Text, reads: tuple[Any, ...] = (), findings: "tuple[Finding, ...]" = ()
    ) -> None:
        super().__init__(text.en)
        self.text = text
        self.reads = reads
        self.findings = findings


def today() -> date:
    """Give the day in Hải Phòng."""
    return datetime.now(_HANOI).date()


def data_folder() -> Path:
    """Give the folder of the shipped data: inside the installed package, else beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "data"
    return inside if inside.is_dir() else here.parent / "data"


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


def open_bytes(path: Path, limits: Limits | None = None) -> bytes:
    """Give a file whole. Raises NotUsable where it cannot be opened or is too large."""
    why = Text(vi="tệp quá lớn", en="the file is too large")
    try:
        if _size(path) <= (limits or Limits()).bytes:
            return path.read_bytes()
    except OSError as error:
        why = cause(error)
    raise NotUsable(
        Text(vi=f"không mở được “{path}”: {why.vi}", en=f"cannot open “{path}”: {why.en}")
    )


def open_text(path: Path) -> str:
    """Give a plain text file whole. Raises NotUsable where it cannot be read as UTF-8."""
    raw = open_bytes(path)
    why = Text(vi="không ở bảng mã UTF-8", en="it is not UTF-8")
    try:
        if (kind := office(raw)) is None:
            text = raw.decode("utf-8-sig")
            return text.replace("\r\n", "\n").replace("\r", "\n")
        why = Text(
            vi=f"tệp này là {kind.vi}; lưu lại thành văn bản thuần túy (.txt), bảng mã UTF-8, rồi dùng tệp đó",
            en=f"this is {kind.en}; save it as plain text (.txt) in UTF-8 and use that file",
        )
    except UnicodeDecodeError:
        pass
    raise NotUsable(
        Text(vi=f"không mở được “{path}”: {why.vi}", en=f"cannot open “{path}”: {why.en}")
    )


def _size(path: Path) -> int:
    """Give the size of a regular file; a folder, pipe or device is refused before it is opened."""
    try:
        status = path.stat()  # says of a link that leads nowhere, or round in a circle, why
    except ValueError as error:  # a name with a NUL, as a file of settings can hold one
        raise FileNotFoundError(errno.ENOENT, str(error)) from None
    if stat.S_ISDIR(status.st_mode):
        next(path.iterdir(), None)  # a folder that may not be read says so
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(errno.EINVAL, "no regular file")
    return status.st_size


class NotRegular(OSError):
    """A pipe, a socket or a device stands where a file is wanted."""


_FULL = Text(vi="đĩa đã đầy", en="the disk is full")
_IN_USE = Text(
    vi="đang được dùng cho việc khác (một lần chạy khác, hoặc ổ đĩa gắn vào đó)",
    en="it is in use (another run writes there, or a disk is mounted on it)",
)
_TOO_MANY_OPEN = Text(
    vi="quá nhiều tệp đang mở cùng lúc; đóng bớt chương trình khác, hoặc tăng giới hạn (ulimit -n)",
    en="too many files are open at once; close other programs, or raise the limit (ulimit -n)",
)
_CAUSES = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: Text(
        vi="tệp lớn hơn mức hệ thống cho phép",
        en="the file would be larger than the system allows",
    ),
    errno.EMFILE: _TOO_MANY_OPEN,
    errno.ENFILE: _TOO_MANY_OPEN,
    errno.ENOMEM: Text(vi="máy không đủ bộ nhớ", en="the machine has too little memory"),
    errno.EROFS: Text(vi="ổ đĩa chỉ cho đọc", en="the disk is read-only"),
    errno.EBUSY: _IN_USE,
    errno.ENOTEMPTY: _IN_USE,
    errno.ELOOP: Text(vi="liên kết trỏ vòng", en="the link leads round in a circle"),
    errno.ENAMETOOLONG: Text(vi="tên tệp quá dài", en="the file name is too long"),
}


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
        case NotRegular():
            return Text(
                vi="đây là đường ống hoặc thiết bị, không phải tệp thường; hãy lưu nội dung thành tệp trước",
                en="it is a pipe or a device, not a regular file; save what it holds as a file first",
            )
    said = f" ({error.strerror})" if error.strerror else ""  # in the system's own words
    other = Text(vi=f"không đọc hoặc ghi được{said}", en=f"it cannot be read or written{said}")
    return _CAUSES.get(error.errno or 0, other)


def shown(path: Path) -> str:
    """Say a path as reports do: relative to the working folder where it lies below it, with forward slashes."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, FileNotFoundError):  # it lies elsewhere, or the working folder is gone
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
                if "**" in path.parts:
                    _must_not_be_all(_fixed(path), name)
                matched = sorted(glob(name, recursive=True))  # noqa: PTH207  (a pattern may be absolute)
                for match in find_plans(matched) if matched else _unmatched(name):
                    found.setdefault(match)
                continue
            if path.is_dir():
                next(path.iterdir(), None)  # a folder that may not be read says so
                _must_not_be_all(path, name)
                for file in _walk(path, name):
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


def passed_over(names: Iterable[str]) -> list[Path]:
    """Give the files in folders that look like plans and are not read, for they are no YAML; a plan's own paper, of the same name beside it, is none of them."""
    folders = [name for name in names if Path(name).is_dir()]
    found = [file for name in folders for file in _walk(Path(name), name, _OF_OFFICES)]
    return [
        file
        for file in dict.fromkeys(found)
        if file.is_file()
        and not file.name.startswith("~$")  # what Word leaves while it has a file open
        and not any(file.with_suffix(suffix).exists() for suffix in SUFFIXES)
    ]


def _fixed(pattern: Path) -> Path:
    """Give the folder below which a pattern looks."""
    at = next(n for n, part in enumerate(pattern.parts) if _GLOB.search(part))
    return Path(*pattern.parts[:at])


def _must_not_be_all(folder: Path, name: str) -> None:
    """Refuse to look through a whole disk. Raises NotUsable."""
    whole = folder.resolve()
    if whole == whole.parent:
        raise NotUsable(
            Text(
                vi=f"“{name}” là gốc của cả ổ đĩa, không tìm tệp trong đó; nêu thư mục chỉ chứa các tệp cần đọc",
                en=f"“{name}” is the root of a whole disk and is not looked through; name the folder that holds the files",
            )
        )


def _unmatched(pattern: str) -> list[Path]:
    raise NotUsable(
        Text(vi=f"không có tệp nào khớp với “{pattern}”", en=f"no file matches “{pattern}”")
    )


def _walk(folder: Path, name: str, suffixes: tuple[str, ...] = SUFFIXES) -> Iterable[Path]:
    closed: list[Path] = []  # folders that may not be read: opened as files, they become findings
    ignored = Ignored(folder)
    entries = 0
    for here, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(Path(error.filename))
    ):
        above = Path(here)
        entries += len(folders) + len(files)
        if entries > _MOST:
            raise NotUsable(
                Text(
                    vi=f"“{name}” có hơn {_MOST} tệp và thư mục, không tìm tiếp trong đó; nêu thư mục chỉ chứa các tệp cần đọc",
                    en=f"“{name}” holds more than {_MOST} files and folders and is not looked through further; name the folder that holds the files",
                )
            )
        seen = (f for f in folders if not f.startswith("."))
        folders[:] = sorted(f for f in seen if not ignored.holds(above / f, folder=True))
        for file in sorted(files):
            wanted = file.lower().endswith(suffixes) and not file.startswith(".")
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


class SettingsFile(Struct, frozen=True):
    """The table that a settings file holds, and where it was found."""

    path: Path | None
    table: dict[str, Any]

    def beside(self, name: str) -> str:
        """Give a path of the settings as seen from the working folder; one that was written on Windows, with backslashes, is found here too."""
        if self.path is None or Path(name).is_absolute():
            return name
        path, slashed = self.path.parent / name, name.replace("\\", "/")
        if not path.exists() and not Path(slashed).is_absolute():
            path = self.path.parent / slashed
        return shown(path)


def find_settings(start: Path | None = None) -> SettingsFile:
    """Find the nearest hpd.toml, or pyproject.toml with [tool.hpd], upward from a folder.

    Raises SettingsError for a file that cannot be read.
    """
    for file in settings_files(start):
        table = _table(file)
        if table is not None:
            return SettingsFile(file, table)
    return SettingsFile(None, {})


def settings_files(start: Path | None = None) -> Iterator[Path]:
    """Give the files that may hold the settings, there or not, the nearest first."""
    here = (start or Path.cwd()).absolute()
    for folder in (here, *here.parents):
        yield folder / SETTINGS_FILE
        yield folder / "pyproject.toml"


def _table(file: Path) -> dict[str, Any] | None:
    try:
        if not file.exists():
            return None
        if _size(file) > _SETTINGS_SIZE:
            raise SettingsError(
                Text(vi=f"{shown(file)}: tệp quá lớn", en=f"{shown(file)}: the file is too large")
            )
        import tomllib  # most folders hold no settings

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
