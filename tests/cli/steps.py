"""Writes cut off at each of their steps, every time in a process of its own; `python -m tests.cli.steps WHAT HOW FOLDER` prints what was left.

A step is a call that changes a folder: a file or a folder made, renamed, removed, given permissions. WHAT is `file`, `folder` or `cache`, HOW
a fault of FAULTS. One JSON object a line: the status that the process ended with, and every file that it left, by its name.
"""

import errno
import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from hpdirective.cli.caching import Cache
from hpdirective.cli.output import save, save_folder
from hpdirective.disk import NotUsable

OLD, NEW = b"old", b"new" * 100_000
REFUSED, INTERRUPTED, UNCAUGHT = 2, 130, 99
_GROWING = ("os.mkdir", "os.rename", "os.chmod")
_SHRINKING = ("os.remove", "os.rmdir")
_ENDLESS = 200  # steps: no write here takes as many


def _full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


FAULTS: dict[str, Callable[[], None]] = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "terminate": lambda: os.kill(os.getpid(), signal.SIGTERM),
    "interrupt": lambda: os.kill(os.getpid(), signal.SIGINT),
    "full": _full,
}


def _file(folder: Path) -> Callable[[], None]:
    (folder / "a.txt").write_bytes(OLD)
    return lambda: save(NEW, folder / "a.txt", force=True)


def _folder(folder: Path) -> Callable[[], None]:
    (folder / "site" / "units").mkdir(parents=True)
    (folder / "site" / "a.html").write_bytes(OLD)
    (folder / "site" / "units" / "b.html").write_bytes(OLD)
    files = {"a.html": NEW, "units/b.html": NEW}
    return lambda: save_folder(files, folder / "site", lambda _: True, force=True)


def _cache(folder: Path) -> Callable[[], None]:
    return lambda: Cache(folder).keep(NEW, "plan", "a")


WRITES = {"file": _file, "folder": _folder, "cache": _cache}


def cut(write: Callable[[], None], fault: str, step: int) -> tuple[int, bool]:
    """Write in a process of its own, its step cut off; give the status it ended with, of a signal negative, and whether it came to that step."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os._exit(_run(write, fault, step, writing))
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return os.waitstatus_to_exitcode(status), bool(told.read())


def _run(write: Callable[[], None], fault: str, step: int, told: int) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    left = step

    def count(event: str, words: tuple[object, ...]) -> None:
        nonlocal left
        makes = event == "open" and isinstance(words[2], int) and words[2] & os.O_CREAT
        if makes or event in _GROWING or (event in _SHRINKING and fault != "full"):
            left -= 1
            if left == 0:
                os.write(told, b"x")
                FAULTS[fault]()

    sys.addaudithook(count)
    try:
        write()
    except NotUsable:
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BaseException:
        return UNCAUGHT
    return 0


def left_in(folder: Path) -> dict[str, str]:
    """Give each file below a folder, and whether it is the old one, the new one, or neither."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): _state(file.read_bytes()) for file in files}


def _state(data: bytes) -> str:
    entry = data[:64] == hashlib.sha256(data[64:]).hexdigest().encode()  # of the cache
    return "old" if data == OLD else "new" if data == NEW or entry else "part"


def main(what: str, fault: str, folder: Path) -> None:
    for step in range(1, _ENDLESS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write = WRITES[what](folder)
        status, came = cut(write, fault, step)
        if not came:
            return
        left = left_in(folder)
        write()  # the next run
        sys.stdout.write(json.dumps([status, left, left_in(folder)]) + "\n")
    raise AssertionError("it did not end")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
