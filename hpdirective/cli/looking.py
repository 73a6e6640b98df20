"""One plan looked at: opened, and examined unless it was before."""

from dataclasses import dataclass
from pathlib import Path

from hpdirective.checking import Examined
from hpdirective.cli.caching import Cache
from hpdirective.cli.fetching import Remote, open_remote
from hpdirective.cli.opening import Desk, without_context
from hpdirective.library import open_raw, shown
from hpdirective.source import yaml
from hpdirective.source.document import Document

Place = Path | Remote
"""Where a plan lies."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan as it was opened: its name in reports, and its bytes; or a document with the fault that kept it closed."""

    name: str
    raw: bytes | Document


def opened(desk: Desk, place: Place) -> Opened:
    """Open a plan; one that cannot be read is a document that says so."""
    limits = desk.settings.bounds
    if isinstance(place, Remote):
        return Opened(place.name, open_remote(place, limits))
    return Opened(shown(place), open_raw(place, limits))


def look_at(desk: Desk, place: Place, cache: Cache | None) -> Examined:
    """Give what was found in a plan, its context left behind: from before, or found now and kept."""
    return found_in(desk, opened(desk, place), cache)


def found_in(desk: Desk, plan: Opened, cache: Cache | None) -> Examined:
    """Give what was found in a plan that is open, likewise."""
    raw = plan.raw
    if isinstance(raw, Document):
        return without_context(desk.examine(raw))

    def found() -> Examined:
        return without_context(desk.examine(yaml.read(plan.name, raw, desk.settings.bounds)))

    return cache.examined(plan.name, raw, found) if cache else found()
