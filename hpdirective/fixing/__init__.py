"""What may be mended in a plan's file without its author: spelling, never a promise.

A fix touches only the stretch concerned. Each round reads the file again and keeps a fix only where every date and target of the plan
still reads as before, so that fixing what is fixed changes nothing.
"""

from collections import deque
from collections.abc import Iterator
from datetime import date

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
from hpdirective.source.document import Document
from hpdirective.source.edit import Edit, apart, apply
from hpdirective.source.encoding import BOM, typed
from hpdirective.source.place import Span

__all__ = ["Fix", "Fixed", "What", "fix", "offers"]

_MOST = 20  # fixes that are tried one by one
_REREAD = 10_000_000  # characters read again in a round to find the fixes that do harm; what is left then stays as it is
_LEAST = 20  # times that even a long file is read for that
_ROUNDS = 6  # a mended key shows what stands under it; more than two rounds are rare


def fix(file: str, raw: bytes, library: Library) -> Fixed:
    """Mend the bytes of one file; one that cannot be read as a plan stays as it is, and so does a file of another kind."""
    text = typed(raw)
    if text is None:
        return Fixed(file, raw, raw, "", "", readable=False)
    document = yaml.read(file, raw)
    if document.data is None or document.kind != "plan":
        return Fixed(file, raw, raw, text, text, readable=document.data is not None)
    found = list(_recoded(document, text))
    after = text
    for _ in range(_ROUNDS):
        kept = _kept(file, after, library)
        if not kept:
            break
        found += kept
        after = apply(after, (one.edit for one in kept))
    mark = BOM if raw.startswith(BOM) else b""
    return Fixed(file, raw, mark + after.encode(), text, after, tuple(found))


def offers(file: str, text: str, library: Library, lines: range) -> tuple[Fix, ...]:
    """Give the fixes on some lines of a plan's text, each safe to make alone and at its place in the text as it stands; of many the first ones."""
    stated = _read(file, text, library)
    if stated.value is None or stated.document.kind != "plan":
        return ()
    spans = ((one, one.edit.span) for one in _offered(stated, stated.value, text, library))
    here = [one for one, s in spans if s.line < lines.stop and s.end_line >= lines.start]
    return tuple(one for one in here[:_MOST] if _harmless(stated, [one], text, library))


def _recoded(document: Document, text: str) -> Iterator[Fix]:
    if any(fault.code == "windows-1258" for fault in document.faults):
        yield Fix(
            What.ENCODING, Edit(Span(1, 1, 1, 1), ""), "windows-1258", "UTF-8", "windows-1258"
        )


def _read(file: str, text: str, library: Library) -> Read[Plan]:
    return read(yaml.read(file, text.encode()), Plan, library.directive.year)


def _kept(file: str, text: str, library: Library) -> list[Fix]:
    """Give the fixes of one round that leave every promise as it reads: all together, else half by half."""
    stated = _read(file, text, library)
    if stated.value is None:
        return []
    offered = _offered(stated, stated.value, text, library)
    edits = set(apart(one.edit for one in offered))
    chosen = [one for one in offered if one.edit in edits]
    kept: set[int] = set()
    waiting = deque([range(len(chosen))] if chosen else [])
    for _ in range(max(_LEAST, _REREAD // max(1, len(text)))):
        if not waiting:
            break
        group = waiting.popleft()
        if _harmless(stated, [chosen[n] for n in group], text, library):
            kept |= set(group)
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[:half], group[half:]]
    return [chosen[n] for n in sorted(kept)]


def _offered(stated: Read[Plan], plan: Plan, text: str, library: Library) -> list[Fix]:
    offered = [*cures(stated, text), *writings(stated, plan, text, library)]
    return offered or list(ids(stated, plan, text))  # last, for they put lines in


def _harmless(stated: Read[Plan], fixes: list[Fix], text: str, library: Library) -> bool:
    after = _read(stated.document.file, apply(text, (one.edit for one in fixes)), library)
    if after.value is None or stated.value is None:
        return False
    codes = {fault.code for fault in stated.document.faults}
    if any(fault.code not in codes for fault in after.document.faults):
        return False
    before, now = _promises(stated.value), _promises(after.value)
    return all(now.get(place) == promise for place, promise in before.items())


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
