"""One plan looked at: opened, and examined unless it was before."""

import hashlib
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from hpdirective.checking import Examined
from hpdirective.cli.caching import Cache
from hpdirective.cli.fetching import Remote, open_remote
from hpdirective.cli.opening import Desk, without_context
from hpdirective.disk import open_raw, shown
from hpdirective.packing import Unreadable, pack, unpack
from hpdirective.source import yaml
from hpdirective.source.document import Document

Place = Path | Remote
"""Where a plan lies."""


class Opened(Struct, frozen=True):
    """A plan as it was opened: its name in reports, and its bytes; or a document with the fault that kept it closed."""

    name: str
    raw: bytes | Document


def opened(desk: Desk, place: Place) -> Opened:
    """Open a plan; one that cannot be read is a document that says so."""
    limits = desk.settings.bounds
    if isinstance(place, Remote):
        return Opened(place.name, open_remote(place, limits))
    return Opened(shown(place), open_raw(place, limits))


class Results(Struct, frozen=True):
    """What was found in plans, kept from run to run."""

    desk: Desk
    cache: Cache

    def holds(self, plan: Opened) -> bool:
        """Tell whether a plan was looked at before, with all else as it is now."""
        return isinstance(plan.raw, bytes) and self.cache.holds(*self._key(plan.name, plan.raw))

    def of(self, plan: Opened) -> Examined | None:
        """Give what was found in a plan before, None where it is not known."""
        if isinstance(plan.raw, bytes) and (
            known := self.cache.read(*self._key(plan.name, plan.raw))
        ):
            with suppress(Unreadable):
                return unpack(known)
        return None

    def keep(self, plan: Opened, found: Examined) -> None:
        """Keep what was found in a plan; what was found in data rests on the folder that it lies in."""
        if isinstance(plan.raw, bytes) and found.checked.kind == "plan" and self.desk.unchanged:
            self.cache.keep(pack(found), *self._key(plan.name, plan.raw))

    def _key(self, name: str, raw: bytes) -> tuple[str, ...]:
        return "plan", self.desk.rests_on, name, hashlib.sha256(raw).hexdigest()


def look_at(desk: Desk, place: Place, results: Results | None) -> Examined:
    """Give what was found in a plan, its context left behind: from before, or found now and kept."""
    return found_in(desk, opened(desk, place), results)


def found_in(desk: Desk, plan: Opened, results: Results | None) -> Examined:
    """Give what was found in a plan that is open, likewise."""
    if isinstance(plan.raw, Document):
        return without_context(desk.examine(plan.raw))
    known = results.of(plan) if results else None
    if known is None:
        known = without_context(desk.examine(yaml.read(plan.name, plan.raw, desk.settings.bounds)))
        if results:
            results.keep(plan, known)
    return known
