"""What was found before, kept from run to run: an entry each under the digest of all that it rests on, read back only where it is whole.

An entry is written beside and renamed, so that two runs may share a folder; one that is damaged is made again. What cannot be kept (no room,
no right to write) is no fault of a run: it is found again.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from hpdirective import __version__
from hpdirective.cli.output import replace, uninterrupted
from hpdirective.disk import shown

_FOLDER = "v1"  # of the entries' form
_MOST = 50_000  # entries; beyond that the oldest go
_ROOM = 500_000_000  # bytes of all entries, likewise
_LARGEST = 32_000_000  # bytes of one entry
_DIGEST = 64  # characters of the digest that opens an entry
_LIBRARIES = ("pydantic", "pydantic_core", "pyyaml")  # that findings rest on


class Cache(Struct, frozen=True):
    """A folder of entries; what an entry rests on is its key."""

    folder: Path

    def read(self, *key: str) -> bytes | None:
        """Give an entry; None where there is none, or where it is not whole."""
        path = self._path(key)
        with suppress(OSError):
            status = path.stat()
            if not S_ISREG(status.st_mode) or status.st_size > _DIGEST + _LARGEST:
                return None  # a pipe would be waited for, and no entry of ours is that large
            data = path.read_bytes()
            body = data[_DIGEST:]
            if data[:_DIGEST] == hashlib.sha256(body).hexdigest().encode():
                return body
        return None

    def holds(self, *key: str) -> bool:
        """Tell whether there is an entry, whole or not."""
        return self._path(key).is_file()

    def keep(self, body: bytes, *key: str) -> None:
        """Write an entry, where there is room for it."""
        if len(body) > _LARGEST:
            return
        path = self._path(key)
        with suppress(OSError), uninterrupted():
            # for its owner alone: lines of plans lie in it
            (self.folder / _FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            whole = hashlib.sha256(body).hexdigest().encode() + body
            replace(whole, path, 0o600, lasting=False)

    def prune(self, sample: int) -> None:
        """Take the oldest half of the entries away where there are too many, or they take too much room.

        Digests spread evenly over 256 folders. The one with the number `sample` tells how it stands; all are looked at only where
        it holds more than its share, since that takes longer than most runs.
        """
        with suppress(OSError):
            if not _crowded(entries(self.folder, f"{sample:02x}"), 256):
                return
            found = entries(self.folder)
            if _crowded(found, 1):
                found.sort(key=lambda file: file.stat().st_mtime_ns)
                for file in found[: (len(found) + 1) // 2]:
                    file.unlink(missing_ok=True)

    def _path(self, key: tuple[str, ...]) -> Path:
        name = stamp(*key)
        return self.folder / _FOLDER / name[:2] / name[2:]


def usual_folder() -> Path:
    """Give the folder of the cache: HPD_CACHE_DIR, else the user's own for caches."""
    if named := os.environ.get("HPD_CACHE_DIR"):
        return Path(named)
    import platformdirs

    return platformdirs.user_cache_path("hpdirective")


def clean(folder: Path) -> int:
    """Take every entry away, and give how many there were."""
    count = 0
    for file in entries(folder):
        file.unlink(missing_ok=True)
        count += 1
    return count


def _crowded(found: list[Path], share: int) -> bool:
    """Tell whether there are too many entries, or too large ones, where these are one part in `share` of all."""
    return share * len(found) > _MOST or share * sum(f.stat().st_size for f in found) > _ROOM


def entries(folder: Path, of: str = "[0-9a-f][0-9a-f]") -> list[Path]:
    """Give the files that are entries, or were to become one, and no others; of all 256 folders, or of one."""
    return [file for file in (folder / _FOLDER).glob(f"{of}/*") if file.is_file()]


def stamp(*parts: str) -> str:
    """Give the digest of some words."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def stamp_of_files(paths: Iterable[Path]) -> str:
    """Give the digest of files, where they lie and all that they hold. Raises OSError where one cannot be read."""
    return stamp(*(f"{shown(path)}:{digest_of_file(path)}" for path in paths))


def digest_of_file(path: Path) -> str:
    """Give the digest of all that a file holds, however large it is. Raises OSError where it cannot be read, or is none."""
    if not path.is_file():
        raise IsADirectoryError(str(path))  # a pipe would be waited for
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def stamp_of_program() -> str:
    """Give the digest of what is run: its version, and that of all that it is run by. It is what it was when it was started."""
    return stamp(__version__, sys.version, *_installed(), *_source())


def _installed() -> Iterator[str]:
    """Give the names, with their versions, of the libraries that findings rest on: without loading them."""
    for folder in sys.path:
        with suppress(OSError):
            for name in sorted(os.listdir(folder or ".")):  # noqa: PTH208  (names alone)
                if name.casefold().endswith(".dist-info") and name.casefold().startswith(
                    _LIBRARIES
                ):
                    yield name


def _source() -> Iterator[str]:
    """Say when the program's own files last changed: they do so within one version where it is worked on."""
    for folder, folders, files in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116  (hundreds, at each start)
                yield f"{name}:{status.st_mtime_ns}:{status.st_size}"
