"""What tells that something a run rests on has changed: the day, and of each file its times and size; what a file holds is not read."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hpdirective import disk
from hpdirective.cli.opening import Desk

Stamp = tuple[int, ...]
Stamps = dict[Path | date, Stamp]


def stamps(desk: Desk, record: str | None, today: date) -> Stamps:
    """Stamp what a desk rests on, with its baseline: the day, the settings, the data. Raises NotUsable where an annex is missing."""
    data = Path(desk.data or disk.data_folder())
    named = [*disk.find_plans(desk.annexes), *files_of(data)]
    named += [Path(name) for name in (record, desk.directive) if name]
    for file in disk.settings_files():
        named.append(file)
        if file == desk.found.path:
            break  # those further up do not count
    return {today: (), **stamps_of(named)}


def files_of(folder: Path) -> list[Path]:
    """Give the files of a folder of data."""
    return [*folder.glob("*.y*ml"), *folder.glob("units/*.y*ml")]


def stamps_of(files: Iterable[Path]) -> Stamps:
    return {file: stamp_of(file) for file in files}


def stamp_of(file: Path) -> Stamp:
    """Give what tells that a file, or what one may do with it, has changed."""
    try:
        now = file.stat()
    except (OSError, ValueError):
        return ()  # gone since it was listed, not there yet, or no name of a file
    return now.st_mtime_ns, now.st_ctime_ns, now.st_ino, now.st_size
