"""What a server works with: the library, the language, and the ways to the disk that it is given; and a text with all that is known of it."""

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from hpdirective.editor import acting, completing, defining, diagnosing, hovering
from hpdirective.editor.acting import Offer
from hpdirective.editor.completing import Completion
from hpdirective.editor.defining import Definition
from hpdirective.editor.diagnosing import Diagnostic
from hpdirective.editor.hovering import Hover
from hpdirective.editor.page import Page, open_page
from hpdirective.editor.positions import Point
from hpdirective.finding import Finding
from hpdirective.fixing import Candidates
from hpdirective.library import Library
from hpdirective.source.document import Document, Limits
from hpdirective.words import Lang


class Seen(Struct, frozen=True):
    """The findings of a file; `ignorable` says whether comments in it may leave some out."""

    findings: tuple[Finding, ...]
    ignorable: bool


class Bench(Struct, frozen=True):
    """What the texts of a run share."""

    library: Library
    lang: Lang
    examine: Callable[[Document], Seen]
    name: Callable[[str], str]  # of a path, as findings say it
    locate: Callable[[str], str | None]  # the URI of such a name, while the file is what was read
    limits: Limits = Limits()


Renewed = Bench | str | None
"""What the disk has come to since it was last looked at: a bench of what has changed, why that cannot be used, or nothing new."""


class Sheet(Struct, frozen=True, dict=True):
    """One text in one version; everything is worked out when it is first asked for."""

    bench: Bench
    page: Page

    @cached_property
    def seen(self) -> Seen:
        # what is examined is emptied of what only holds a place
        return self.bench.examine(self.page.document.copy())

    @cached_property
    def _fixes(self) -> Candidates | None:
        return acting.find_fixes(self.page, self.bench.library)

    @cached_property
    def _all(self) -> Offer | None:
        return acting.offer_all(self._fixes, self.bench.lang) if self._fixes else None

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return diagnosing.diagnose(self.seen.findings, self.bench.lang)

    def hover(self, at: Point) -> Hover | None:
        return hovering.hover(self.page, self.bench.library, at, self.bench.lang)

    def completions(self, at: Point) -> tuple[Completion, ...]:
        return completing.complete(self.page, self.bench.library, at, self.bench.lang)

    def definitions(self, at: Point) -> tuple[Definition, ...]:
        return defining.define(self.page, self.bench.library, at)

    def offers(self, chosen: range) -> tuple[Offer, ...]:
        """Give the quick fixes on some lines."""
        lang = self.bench.lang
        found = acting.offer_fixes(self._fixes, chosen, lang) if self._fixes else ()
        if self.seen.ignorable:
            found += acting.offer_ignores(self.page, self.seen.findings, chosen, lang)
        return found

    def all_fixes(self) -> tuple[Offer, ...]:
        """Give the one offer that mends the whole text, where there is something to mend."""
        return (self._all,) if self._all else ()


def open_sheet(bench: Bench, path: str, text: str) -> Sheet:
    return Sheet(bench, open_page(bench.name(path), text, bench.limits))
