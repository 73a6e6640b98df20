"""An assessment and a baseline: what the baseline leaves out, which of its entries nothing needs any more, and how one is made.

A finding is known by its unit (its file, where the unit is not known), rule, task and route, entries of lists by their id: not by its
line, so that a plan may move and grow. Of several findings alike an entry leaves out one.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from hpdirective import catalogue
from hpdirective.checking import findings
from hpdirective.finding import Assessment, Checked, Finding, SuppressedBy, Suppression
from hpdirective.model.baseline import Baseline, Recorded
from hpdirective.reading import Read
from hpdirective.rules.check import FileContext
from hpdirective.settings import Settings
from hpdirective.source.document import Fault
from hpdirective.words import Text


class Key(Struct, frozen=True):
    """What a finding is known by from run to run."""

    unit: str | None
    file: str | None
    rule: str
    task: str | None
    route: str


def key_of(finding: Finding) -> Key:
    """Give what a finding is known by."""
    file = None if finding.unit else finding.place.file
    route = "/".join(map(str, finding.named))
    return Key(finding.unit, file, finding.rule.id, finding.task, route)


def keys(assessment: Assessment) -> tuple[Key, ...]:
    """Give the keys of all findings that count, or that a baseline alone leaves out: what a new baseline records."""
    kept = (
        f
        for f in assessment.findings
        if f.suppressed is None or f.suppressed.by is SuppressedBy.BASELINE
    )
    return tuple(sorted(map(key_of, kept), key=_order))


def without(assessment: Assessment, known: Read[Baseline], settings: Settings) -> Assessment:
    """Mark the findings that a baseline has on record, and add an entry of its own for each that nothing needs any more.

    Only what was looked at can be stale: entries of other units, or of rules that the settings leave out, are kept silent.
    """
    entries = known.value.findings if known.value else ()
    left = Counter(map(_key_in, entries))
    reason = known.document.file

    def marked(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(_marked(finding, left, reason) for finding in found)

    files = tuple(replace(file, findings=marked(file.findings)) for file in assessment.files)
    between = marked(assessment.between)
    stale = _stale(entries, left, assessment, settings)
    context = FileContext(known.document, (*known.faults, *stale))
    found = findings((*catalogue.OF_FILE, *catalogue.OF_BASELINE), context, settings)
    shown = tuple(f for f in found if settings.selects(f.rule.id))
    if shown:
        file = Checked(reason, "baseline", None, known.document.sha256, shown)
        others = (one for one in files if one.file != reason)  # it may lie among the plans
        files = tuple(sorted((*others, file), key=lambda one: one.file))
    return replace(assessment, files=files, between=between)


def _marked(finding: Finding, left: Counter[Key], reason: str) -> Finding:
    key = key_of(finding)
    if finding.suppressed or not left[key]:
        return finding
    left[key] -= 1
    return replace(finding, suppressed=Suppression(SuppressedBy.BASELINE, reason))


def _stale(
    entries: Iterable[Recorded], left: Counter[Key], assessment: Assessment, settings: Settings
) -> Iterable[Fault]:
    units = {file.unit for file in assessment.files if file.unit}
    names = {file.file for file in assessment.files}
    unused = Counter({key: count for key, count in left.items() if count > 0})
    for entry in reversed(tuple(entries)):  # of several alike the last ones are too many
        key = _key_in(entry)
        looked_at = key.unit in units or key.file in names
        if looked_at and unused[key] and settings.selects(key.rule):
            unused[key] -= 1
            whose = Text(entry.unit or entry.file or "?", entry.unit or entry.file or "?")
            yield Fault(
                "stale-baseline-entry", entry.path, facts={"rule": key.rule, "whose": whose}
            )


def _key_in(entry: Recorded) -> Key:
    id = catalogue.IDS.get(entry.rule.casefold(), entry.rule)
    return Key(entry.unit, entry.file, id, entry.task, entry.route)


def _order(key: Key) -> tuple[str, ...]:
    return (key.unit or "", key.file or "", key.rule, key.task or "", key.route)
