"""YAML into a Document: one pass over the parser's events gives strings and places together."""

import hashlib
import time

import yaml
from msgspec.structs import replace

from hpdirective.source import mending
from hpdirective.source.building import Builder, Refused
from hpdirective.source.document import Document, Fault, Limits
from hpdirective.source.encoding import decode, lines
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact

_MENDS = 60  # broken lines mended in one file before it is given up
_REREAD = 20_000_000  # characters read again for them


def read(file: str, raw: bytes, limits: Limits | None = None) -> Document:
    """Read a file's bytes; every fault is kept in the document, none is raised."""
    limits = limits or Limits()
    digest = hashlib.sha256(raw).hexdigest()
    if len(raw) > limits.bytes:
        facts: dict[str, Fact] = {"size": len(raw), "limit": limits.bytes}
        return Document(
            file, digest, faults=(Fault("too-large", span=Span(1, 1, 1, 1), facts=facts),)
        )
    text, faults = decode(raw)
    if text is None:
        no_text = any(f.facts.get("encoding") or f.code == "office-file" for f in faults)
        garbled = () if no_text else lines(raw.decode("utf-8", "replace"))
        return Document(file, digest, lines=garbled, faults=tuple(faults))
    shown = lines(text)
    end = (
        time.monotonic() + limits.seconds
    )  # the one look at a clock: a file may not hold up all others
    mended: dict[int, mending.Mend] = {}
    while True:
        builder = Builder(shown, mended, limits, end)
        try:
            data = builder.build(text)
        except Refused as refused:
            return Document(file, digest, lines=shown, faults=(*faults, refused.fault))
        except yaml.MarkedYAMLError as error:
            trouble = mending.diagnose(error, shown, mended, builder.last_quoted)
            faults.append(trouble.fault)
            if trouble.mend is None or len(mended) >= min(_MENDS, _REREAD // len(text)):
                return Document(file, digest, lines=shown, faults=tuple(faults))
            mended[trouble.mend.line] = trouble.mend
            text = mending.apply(text, (trouble.mend,))
            continue
        found = [t for t in builder.slips.troubles if t.mend and t.mend.line not in mended]
        if found and len(mended) < min(_MENDS, _REREAD // len(text)):
            mends = [trouble.mend for trouble in found if trouble.mend]
            faults += [trouble.fault for trouble in found]
            mended |= {mend.line: mend for mend in mends}
            text = mending.apply(text, mends)
            continue
        placed = (_in_its_place(fault, builder) for fault in faults)
        return Document(
            file,
            digest,
            data,
            builder.keys,
            builder.values,
            shown,
            (*placed, *builder.slips.faults),
        )


def _in_its_place(fault: Fault, builder: Builder) -> Fault:
    """Say of a line that was not read in what it stands: there a key may be the one that is missing."""
    if not fault.facts.get("dropped") or fault.span is None:
        return fault
    line, column = fault.span.line, fault.span.column
    spans = {**builder.values, **builder.keys}
    above = [(s.line, s.column, path) for path, s in spans.items() if path and s.line < line]
    beside = max((a for a in above if a[1] == column), default=None, key=lambda a: a[0])
    over = max((a for a in above if a[1] < column), default=None, key=lambda a: a[:2])
    path: KeyPath = ()
    if beside and (over is None or beside[0] > over[0]):
        path = beside[2][:-1]
    elif over:
        path = over[2]
    return replace(fault, path=path, parts=(path,))
