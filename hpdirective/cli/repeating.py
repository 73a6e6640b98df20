"""A run of which nothing has changed says the same again: its reports are kept whole, and found by the bytes of all that they rest on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from hpdirective.cli.caching import Cache, digest_of_file, usual_folder
from hpdirective.cli.exits import Exit
from hpdirective.cli.opening import Asked, Desk
from hpdirective.disk import NotUsable, shown

ROOM = 8_000_000  # characters of all the reports of a run that is kept


class Told(Struct, frozen=True):
    """What a run came to: its exit code, and its reports by format."""

    code: Exit
    reports: Mapping[str, str]


class Copy:
    """What the reports of a run say, taken down while they are written, as long as there is not too much of it."""

    def __init__(self, room: int) -> None:
        self._parts: dict[str, list[str]] = {}
        self._room = room

    def of(self, format: str, parts: Iterable[str]) -> Iterator[str]:
        """Pass the parts of a report on."""
        held = self._parts[format] = []
        for part in parts:
            self._room -= len(part)
            if self._room >= 0:
                held.append(part)
            else:
                held.clear()
            yield part

    @property
    def reports(self) -> dict[str, str] | None:
        """The reports, None where they were too long to be kept."""
        if self._room < 0:
            return None
        return {format: "".join(parts) for format, parts in self._parts.items()}


Key = tuple[str, ...]


def key_of(desk: Desk, asked: Asked, files: list[Path], formats: list[str]) -> Key | None:
    """Give what names a run: what it says, of which plans; None where it also writes a baseline, is not to be kept, or cannot be read."""
    if not asked.cached or asked.write_baseline:
        return None
    try:
        record = desk.baseline(asked.baseline, required=False)
        named = [*files, *([Path(record)] if record else [])]
        plans = (f"{shown(file)}:{digest_of_file(file)}" for file in named)
        return "run", desk.rests_on, desk.lang, ",".join(formats), str(bool(record)), *plans
    except (OSError, NotUsable):
        return None


def recall(key: Key) -> Told | None:
    """Give what the same run came to before, None where it was never made or cannot be read."""
    body = Cache(usual_folder()).read(*key)
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        if body is not None:
            said = json.loads(body)
            return Told(Exit(said["code"]), {str(f): str(t) for f, t in said["reports"].items()})
    return None


def remember(key: Key, told: Told) -> None:
    """Keep what a run came to."""
    said = {"code": int(told.code), "reports": dict(told.reports)}
    Cache(usual_folder()).keep(json.dumps(said).encode(), *key)
