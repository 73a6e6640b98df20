"""What may be mended in a plan's file without its author: spelling, never a promise.

A fix touches only the stretch concerned. Each round reads the file again and keeps a fix only where every date and target of the plan
still reads as before, so that fixing what is fixed changes nothing.
"""

from collections import deque
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.fixing.cures import cures
from hpdirective.fixing.values import Fix, Fixed, What
from hpdirective.fixing.writings import ids, writings
from hpdirective.library import Library
from hpdirective.model.located import Located
from hpdirective.model.period import Period
from hpdirective.model.plan import Plan
from hpdirective.model.target import Target
from hpdirective.reading import Read, read
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.edit import Edit, apart, apply
from hpdirective.source.encoding import BOM, typed
from hpdirective.source.place import Span

__all__ = ["Candidates", "Fix", "Fixed", "What", "candidates", "fix", "mend", "offers"]

_MOST = 20  # fixes that are tried one by one
_REREAD = 10_000_000  # characters read again in a round to find the fixes that do harm; what is left then stays as it is
_LEAST = 20  # times that even a long file is read for that
_ROUNDS = 6  # a mended key shows what stands under it; more than two rounds are rare


class Candidates(Struct, frozen=True):
    """A plan's text, what it states, and every fix that might be made in it, not yet held against what it promises."""

    text: str
    stated: Read[Plan]
    fixes: tuple[Fix, ...]
    library: Library
    limits: Limits


def candidates(document: Document, text: str, library: Library, limits: Limits) -> Candidates:
    """Give the fixes that might be made in a plan; its document, read from this very text, is no longer what it was."""
    return _candidates(read(document, Plan, library.directive.year), text, library, limits)


def fix(file: str, raw: bytes, library: Library, limits: Limits | None = None) -> Fixed:
    """Mend the bytes of one file, of which no more is read than the limits allow; one that cannot be read as a plan stays as it is, and so does a file of another kind."""
    limits = limits or Limits()
    text = typed(raw)
    if text is None:
        return Fixed(file, raw, raw, "", "", readable=False)
    document = yaml.read(file, raw, limits)
    if document.data is None or document.kind != "plan":
        return Fixed(file, raw, raw, text, text, readable=document.data is not None)
    found = list(_recoded(document, text))
    plain = text.encode()
    same = document if raw == plain else yaml.read(file, plain, limits)
    after, fixes = mend(candidates(same, text, library, limits))
    mark = BOM if raw.startswith(BOM) else b""
    return Fixed(file, raw, mark + after.encode(), text, after, (*found, *fixes))


def mend(left: Candidates) -> tuple[str, tuple[Fix, ...]]:
    """Make every fix that is safe, and those that it leads to; give the text and the fixes."""
    found: list[Fix] = []
    for _ in range(_ROUNDS):
        kept, after = _kept(left)
        if not kept:
            break
        found += kept
        text = apply(left.text, (one.edit for one in kept))
        left = _candidates(after or _read(left, text), text, left.library, left.limits)
    return left.text, tuple(found)


def offers(left: Candidates, lines: range) -> tuple[Fix, ...]:
    """Give the fixes on some lines of a plan's text, each safe to make alone and at its place in the text as it stands; of many the first ones."""
    spans = ((one, one.edit.span) for one in left.fixes)
    here = [one for one, s in spans if s.line < lines.stop and s.end_line >= lines.start]
    return tuple(one for one in here[:_MOST] if _harmless(left, [one]))


def _candidates(stated: Read[Plan], text: str, library: Library, limits: Limits) -> Candidates:
    plan = stated.value
    if plan is None or stated.document.kind != "plan":
        return Candidates(text, stated, (), library, limits)
    offered = [*cures(stated, text), *writings(stated, plan, text, library)]
    # ids come last, for they put lines in
    return Candidates(text, stated, tuple(offered or ids(stated, plan, text)), library, limits)


def _recoded(document: Document, text: str) -> Iterator[Fix]:
    if any(fault.code == "windows-1258" for fault in document.faults):
        yield Fix(
            What.ENCODING, Edit(Span(1, 1, 1, 1), ""), "windows-1258", "UTF-8", "windows-1258"
        )


def _read(left: Candidates, text: str) -> Read[Plan]:
    """Read a plan again, of which only the text has changed."""
    document = yaml.read(left.stated.document.file, text.encode(), left.limits)
    return read(document, Plan, left.library.directive.year)


def _kept(left: Candidates) -> tuple[list[Fix], Read[Plan] | None]:
    """Give the fixes of one round that leave every promise as it reads, all together, else half by half; and the plan with them, where it was read."""
    edits = set(apart(one.edit for one in left.fixes))
    chosen = [one for one in left.fixes if one.edit in edits]
    kept: set[int] = set()
    after = None
    waiting = deque([range(len(chosen))] if chosen else [])
    for _ in range(max(_LEAST, _REREAD // max(1, len(left.text)))):
        if not waiting:
            break
        group = waiting.popleft()
        harmless = _harmless(left, [chosen[n] for n in group])
        if harmless:
            kept |= set(group)
            after = harmless if len(group) == len(chosen) else None
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[:half], group[half:]]
    return [chosen[n] for n in sorted(kept)], after


def _harmless(left: Candidates, fixes: list[Fix]) -> Read[Plan] | None:
    """Give the plan with some fixes made, None where they would do harm."""
    stated = left.stated
    after = _read(left, apply(left.text, (one.edit for one in fixes)))
    if after.value is None or stated.value is None:
        return None
    codes = {fault.code for fault in stated.document.faults}
    if any(fault.code not in codes for fault in after.document.faults):
        return None
    before, now = _promises(stated.value), _promises(after.value)
    return after if all(now.get(place) == promise for place, promise in before.items()) else None


def _promises(plan: Plan) -> dict[tuple[object, ...], object]:
    """Give every date, period and target of a plan that could be read, by its place, without the words it is written in."""
    found: dict[tuple[object, ...], object] = {}
    for holder in _holders(plan):
        for name in type(holder).model_fields:
            value = getattr(holder, name)
            if name in _PROMISES and value is not None:
                found[*holder.path, name] = _meant(value)
    found["actions",] = len(plan.actions)
    return found


def _meant(value: date | Period | Target) -> object:
    return value if isinstance(value, date) else replace(value, text="")


_PROMISES = {"issued", "sent_on", "received_on", "start", "due", "target", "until", "to"}


def _holders(plan: Plan) -> list[Located]:
    holders: list[Located] = [plan.document] if plan.document else []
    for action in plan.actions:
        holders += [action, *action.milestones, *action.indicators]
    return [*holders, *plan.waivers, *plan.extensions]
