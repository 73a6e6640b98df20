"""What was found before, kept from run to run: an entry a file and all that its findings rest on, read back only where it is whole.

An entry is written beside and renamed, so that two runs may share a folder; one that is damaged is made again. What cannot be kept (no room,
no right to write) is no fault of a run: it is found again.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import pydantic
import yaml

from hpdirective import __version__
from hpdirective.checking import Examined
from hpdirective.cli.output import replace, uninterrupted
from hpdirective.packing import Unreadable, pack, unpack

_FOLDER = "v1"  # of the entries' form
_MOST = 50_000  # entries; beyond that the oldest go
_DIGEST = 64  # characters of the digest that opens an entry


@dataclass(frozen=True)
class Cache:
    """A folder of results; `rests_on` is the digest of all that they rest on besides the file itself."""

    folder: Path
    rests_on: str

    def examined(self, file: str, raw: bytes, examine: Callable[[], Examined]) -> Examined:
        """Give what was found in a file: from before, or found now and kept."""
        path = self._path(file, raw)
        known = _read(path)
        if known is not None:
            return known
        found = examine()
        if found.checked.kind == "plan":  # data rests on the folder that it lies in
            self._keep(path, found)
        return found

    def _path(self, file: str, raw: bytes) -> Path:
        said = f"{self.rests_on}\0{file}\0{hashlib.sha256(raw).hexdigest()}"
        key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / _FOLDER / key[:2] / key[2:]

    def _keep(self, path: Path, found: Examined) -> None:
        body = pack(found)
        data = hashlib.sha256(body).hexdigest().encode() + body
        with suppress(OSError), uninterrupted():
            # for its owner alone: lines of plans lie in it
            (self.folder / _FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            replace(data, path, 0o600)

    def prune(self) -> None:
        """Take the oldest half of the entries away where there are too many."""
        with suppress(OSError):
            found = entries(self.folder)
            if len(found) > _MOST:
                found.sort(key=lambda file: file.stat().st_mtime_ns)
                for file in found[: len(found) // 2]:
                    file.unlink(missing_ok=True)


def _read(path: Path) -> Examined | None:
    """Read an entry; None where there is none, or where it is not whole."""
    try:
        data = path.read_bytes()
        body = data[_DIGEST:]
        if data[:_DIGEST] == hashlib.sha256(body).hexdigest().encode():
            return unpack(body)
    except (OSError, Unreadable):
        pass
    return None


def usual_folder() -> Path:
    """Give the folder of the cache: HPD_CACHE_DIR, else the user's own for caches."""
    named = os.environ.get("HPD_CACHE_DIR")
    return Path(named) if named else platformdirs.user_cache_path("hpdirective")


def clean(folder: Path) -> int:
    """Take every entry away, and give how many there were."""
    count = 0
    for file in entries(folder):
        file.unlink(missing_ok=True)
        count += 1
    return count


def entries(folder: Path) -> list[Path]:
    """Give the files that are entries, or were to become one, and no others."""
    return [file for file in (folder / _FOLDER).glob("[0-9a-f][0-9a-f]/*") if file.is_file()]


def stamp(*parts: str) -> str:
    """Give the digest of what results rest on: the parts given, the program, and what it is run by."""
    said = [*parts, __version__, sys.version, pydantic.VERSION, yaml.__version__, _source()]
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _source() -> str:
    """Say when the program's own files last changed: in a checkout they do so within one version."""
    here = Path(__file__).parents[1]
    stats = ((file, file.stat()) for file in sorted(here.rglob("*.py")))
    return " ".join(f"{file.name}:{s.st_mtime_ns}:{s.st_size}" for file, s in stats)
