"""The only door out: standard output, standard error and files."""

import errno
import os
import select
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO, TypeVar

from hpdirective.cli.speech import COLOUR, Colour
from hpdirective.disk import NotUsable, cause, shown
from hpdirective.patterns import pattern
from hpdirective.words import Text, harmless, one_line

Item = TypeVar("Item")

_STYLES = (
    (r"^.+?(?=: (?:lỗi|cảnh báo|lưu ý|error|warning|info) HPD\d)", "bold"),
    (r"(?:(?<=: )|^HPD\d+ )(?:lỗi|error)(?= )", "bold red"),
    (r"(?:(?<=: )|^HPD\d+ )(?:cảnh báo|warning)(?= )", "bold yellow"),
    (r"(?:(?<=: )|^HPD\d+ )(?:lưu ý|info)(?= )", "bold cyan"),
    (r"\bHPD\d{3}\b", "bold"),
    (r"^ *\d* \|.*$", "dim"),
    (r"^ +\| *(\^+)$", "bold red"),
    (r"^\+(?!\+\+ ).*$", "green"),  # of a diff
    (r"^-(?!-- ).*$", "red"),
    (r"^ {3}= (?:Căn cứ|Đề nghị|Basis|Help):", "bold blue"),
)


def write(
    text: str | Iterable[str],
    output: Path | None = None,
    *,
    force: bool = False,
    painted: bool = True,
) -> None:
    """Write a report, or its parts one after the other, to standard output, in colour on a terminal where it may be `painted`, or whole into a file.

    Raises NotUsable where the file exists and `force` is not given, or cannot be written.
    """
    said = map(harmless, (text,) if isinstance(text, str) else _in_bulk(text))
    if output is None:
        for part in said:
            _say(part, sys.stdout, painted=painted)
    else:
        save((part.encode() for part in said), output, force=force)


def _in_bulk(parts: Iterable[str]) -> Iterator[str]:
    """Put parts together, so that each writing is worth it."""
    held: list[str] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size > _BULK:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


_BULK = 1_000_000  # characters, or bytes


def terminal_width() -> int | None:
    """Give the columns of the terminal that reports go to, None where they go into a pipe or a file."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns


def followed(items: Sequence[Item]) -> Iterable[Item]:
    """Show on standard error how far a long run has come, where a person looks at it."""
    if len(items) < _LONG or sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track  # only a terminal pays for it

    return track(items, description="", console=Console(stderr=True), transient=True)


_LONG = 20  # files that take longer than a blink


def clear() -> None:
    """Clear the screen, where reports go to one."""
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[H")
        sys.stdout.flush()


def complain(text: str) -> None:
    """Write to standard error; where that is full or gone, the exit code alone must say it."""
    with suppress(OSError):
        _say(harmless(text), sys.stderr)


def _say(text: str, stream: TextIO | None, *, painted: bool = True) -> None:
    if stream is None:  # closed by the caller: `hpd … >&-`
        return
    try:
        if painted and _coloured(stream):
            _paint(text, stream)
        elif not painted and not stream.isatty():
            _pass_on(text.encode(), stream)  # for programs, or to become a file: UTF-8 everywhere
        else:
            # an ASCII or windows-1258 terminal shows what it can; a report is never lost to one letter
            encoding = stream.encoding or "utf-8"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        _let_go(stream)


_left = False  # the reader of standard output


def _let_go(stream: TextIO) -> None:
    """Go on without a reader that has gone, as in `hpd tasks | head`; the exit code stands."""
    global _left
    _left = _left or stream is sys.stdout
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_read() -> bool:
    """Tell whether somebody may still read standard output: the reader of a pipe can have gone."""
    if _left or sys.stdout is None or not hasattr(select, "poll"):  # Windows cannot be asked
        return not _left
    asked = select.poll()
    with suppress(OSError, ValueError):  # it is no file, as in tests
        asked.register(sys.stdout.fileno(), 0)
        return not any(event & select.POLLERR for _, event in asked.poll(0))
    return True


def hand_on(data: bytes) -> None:
    """Write a file to standard output as it is: no letter of it is spelled out."""
    if sys.stdout is None:
        return
    try:
        _pass_on(data, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go(sys.stdout)


def _pass_on(data: bytes, stream: TextIO) -> None:
    stream.flush()
    stream.buffer.write(data)


def _coloured(stream: TextIO) -> bool:
    if COLOUR is not Colour.AUTO:
        return COLOUR is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _paint(text: str, stream: TextIO) -> None:
    from rich.console import Console  # only a terminal pays for it
    from rich.text import Text as Painted

    console = Console(
        file=stream,
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    for line in text.splitlines():
        painted = Painted(line)
        for styled, style in _STYLES:
            painted.highlight_regex(styled, style)
        console.print(painted)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let ^C, and a request to end, wait until what has been begun is whole: files that lie ready are written in moments."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows ends a program without asking it
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_ENDING = {
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}


def save(data: bytes | Iterable[bytes], output: Path, *, force: bool) -> None:
    """Write beside, then rename: a file is never half written, and one that was there keeps its permissions.

    Raises NotUsable where the file exists and `force` is not given, or cannot be written.
    """
    name = shown(output)
    try:
        output = _real(output)
        there = _must_be_free(output, name, force=force)
        if there and not os.access(output, os.W_OK):  # renaming would not ask
            raise PermissionError(errno.EACCES, "read-only")
        mode = _mode(output)
        if isinstance(data, bytes):
            with uninterrupted():
                replace(data, output, mode)
            return
        # making the parts may take long, and may be cut off
        with tempfile.SpooledTemporaryFile(_BULK, dir=str(output.parent)) as ready:
            ready.writelines(data)
            ready.seek(0)
            with uninterrupted():
                replace(ready, output, mode)
    except OSError as error:
        raise _not_written(name, error) from None


def save_all(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Save files one after the other; where one cannot be written the new ones are taken away again, and those written over are told.

    Raises NotUsable as `save` does.
    """
    new: list[Path] = []
    over: list[str] = []
    try:
        for place, data in files.items():
            there = os.path.lexists(place)
            if not there:
                new.append(place)  # ^C may come before this call is back
            save(data, place, force=force)
            if there:
                over.append(shown(place))
    except BaseException as error:
        for place in new:
            with suppress(OSError):
                place.unlink()
        if not (over and isinstance(error, NotUsable)):
            raise
        names = ", ".join(over)
        raise NotUsable(
            Text(
                vi=f"{error.text.vi}; các tệp đã ghi đè trước đó: {names}",
                en=f"{error.text.en}; written over before that: {names}",
            )
        ) from None


def _real(path: Path) -> Path:
    """Follow links to where something lies, or would: a link stays a link. Raises OSError where they lead round in a circle.

    Raises NotUsable for a link that leads out of its folder: whoever hands in a folder could have any file written over.
    """
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, "a circle of links")
    out = path.is_symlink() and not real.is_relative_to(os.path.realpath(path.parent))
    if out and (real.is_file() or not real.exists()):  # a folder must be ours, a device is refused
        name, place = shown(path), one_line(str(real))
        raise NotUsable(
            Text(
                vi=f"“{name}” là liên kết dẫn ra ngoài thư mục của nó, đến “{place}”; không ghi qua liên kết đó: nếu đúng là muốn ghi vào đấy, hãy nêu thẳng “{place}”",
                en=f"“{name}” is a link that leads out of its folder, to “{place}”, and is not written through; name “{place}” itself if that is meant",
            )
        )
    return real


def _must_be_free(output: Path, name: str, *, force: bool) -> bool:
    """Tell whether a file is there that may be written over. Raises NotUsable where one is there that may not."""
    if output.exists() and not output.is_file():
        raise NotUsable(
            Text(
                vi=f"“{name}” không phải là tệp thường, không ghi vào đó",
                en=f"“{name}” is no regular file and is not written to",
            )
        )
    if output.exists() and not force:
        raise NotUsable(
            Text(
                vi=f"tệp “{name}” đã có; thêm --force để ghi đè",
                en=f"“{name}” exists; add --force to overwrite it",
            )
        )
    return output.exists()


def replace(data: bytes | IO[bytes], output: Path, mode: int, *, lasting: bool = True) -> None:
    """Write beside, then rename; nothing is left beside where that fails. What is not `lasting` may be lost with the machine. Raises OSError."""
    handle, beside = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            if isinstance(data, bytes):
                file.write(data)
            else:
                shutil.copyfileobj(data, file)
            if lasting:
                # its bytes before its name: whatever ends the machine, one whole file stays
                file.flush()
                os.fsync(file.fileno())
        _give_to_owner(beside, output)
        Path(beside).chmod(mode)  # mkstemp makes it ours alone
        Path(beside).replace(output)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _give_to_owner(beside: str, output: Path) -> None:
    """Let a file stay its owner's where somebody else may write it anew, as root may."""
    with suppress(OSError, AttributeError):  # a new file; one may not; Windows has no such call
        there = output.stat()
        if (there.st_uid, there.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(beside, there.st_uid, there.st_gid)


def _not_written(name: str, error: OSError) -> NotUsable:
    why = cause(error)
    if isinstance(error, FileNotFoundError):
        why = Text(vi="không có thư mục này", en="there is no such folder")
    return NotUsable(
        Text(vi=f"không ghi được “{name}”: {why.vi}", en=f"cannot write “{name}”: {why.en}")
    )


def inside(folder: Path, name: str) -> Path:
    """Give the place of a file in a folder. Raises NotUsable for a name that may lead out of it."""
    if not all(map(_PLAIN_PART.fullmatch, name.split("/"))):
        said = one_line(name)
        raise NotUsable(
            Text(
                vi=f"không đặt tên tệp là “{said}” được, không ghi gì vào “{shown(folder)}”; sửa mã dùng làm tên tệp: chỉ gồm chữ, số, dấu - và _",
                en=f"no file can be named “{said}”, and nothing is written into “{shown(folder)}”; mend the id that it is named after: letters, digits, - and _",
            )
        )
    return folder / name


_PLAIN_PART = pattern(r"[\w-][\w. -]*")


def save_folder(
    files: Mapping[str, bytes], folder: Path, is_ours: Callable[[Path], bool], *, force: bool
) -> None:
    """Write a folder beside, then put it in place whole; one that is there is replaced only where all that it holds is our own, and by `force`.

    Raises NotUsable where the folder may not be replaced, cannot be written, or a name may lead out of it.
    """
    name = shown(folder)
    for file in files:
        inside(folder, file)
    try:
        folder = _real(folder)
        _must_be_ours(folder, name, is_ours, force=force)
        with uninterrupted():
            _replace_folder(files, folder)
    except OSError as error:
        raise _not_written(name, error) from None


def _must_be_ours(
    folder: Path, name: str, is_ours: Callable[[Path], bool], *, force: bool
) -> None:
    """Raise NotUsable where a folder is there that may not be replaced."""
    there = folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))
    if there and not is_ours(folder):
        raise NotUsable(
            Text(
                vi=f"“{name}” đã có và không phải thư mục của báo cáo này, hoặc có tệp khác trong đó; không ghi vào đó",
                en=f"“{name}” is there and is no folder of this report, or holds other files; it is not written to",
            )
        )
    if there and not force:
        raise NotUsable(
            Text(
                vi=f"thư mục “{name}” đã có; thêm --force để ghi đè",
                en=f"folder “{name}” exists; add --force to overwrite it",
            )
        )
    if Path.cwd().is_relative_to(folder):  # whoever stands in it would be left in one that is gone
        raise NotUsable(
            Text(
                vi=f"“{name}” là thư mục đang làm việc, không thay được; ghi vào một thư mục khác, ví dụ một thư mục con",
                en=f"“{name}” is the working folder and cannot be replaced; write into another, such as one below it",
            )
        )


def _replace_folder(files: Mapping[str, bytes], folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}."))
    new, old = beside / "new", beside / "old"
    try:
        for file, data in files.items():
            path = new / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if folder.exists():
            folder.rename(old)
            shutil.copymode(old, new)
        new.rename(folder)
    finally:
        _bring_back(old, folder)
        if folder.exists() or not old.exists():  # else the only one left is in there
            shutil.rmtree(beside, ignore_errors=True)


def _bring_back(old: Path, folder: Path) -> None:
    """Put the old folder back where the new one did not take its place."""
    if old.exists() and not folder.exists():
        with suppress(OSError):
            old.rename(folder)


def _mode(output: Path) -> int:
    """Give the permissions that a file has, or that a new one would be made with."""
    if output.exists():
        return output.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
