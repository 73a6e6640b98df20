"""YAML into a Document: one pass over the parser's events gives strings and places together."""

import hashlib
import re
import time
import unicodedata
from typing import Any

import yaml
from msgspec.structs import replace

from hpdirective.patterns import pattern
from hpdirective.source import mending
from hpdirective.source.document import Document, Fault, Limits, Node
from hpdirective.source.edit import Edit
from hpdirective.source.encoding import decode, legacy_font, lines, usual
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, latin

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml
    from yaml import Loader as _Parser  # type: ignore[assignment]

_EMPTY = {"", "~", "null", "Null", "NULL"}
_ODD = pattern(
    "[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\u0370-\u03ff\u0400-\u04ff]"
)
_NAME = pattern("[a-z_]+")
LISTS = frozenset(
    (
        "sent_to",
        "bases",
        "objectives",
        "tasks",
        "steps",
        "lead",
        "support",
        "items",
        "organisation",
    )
)
"""The keys of a plan under which texts are listed: words below another key may well start with a dash."""
_FONT_SIGN = pattern("[¡-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")  # of TCVN3, VNI, wrong decoding
_FEW_SIGNS = 2
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_HASH_VALUE = pattern(r"[\"']?:[ \t]+(?P<text>#[^\s#].*?)\s*$")
_HASH_WITHIN = pattern(r"\s+#\d.*")
_new = tuple.__new__  # a third of what the constructor of a NamedTuple takes
_LOOK = 1000  # entries between two looks at the clock
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
        builder = _Builder(shown, mended, limits, end)
        try:
            data = builder.build(text)
        except _Refused as refused:
            return Document(file, digest, lines=shown, faults=(*faults, refused.fault))
        except yaml.MarkedYAMLError as error:
            trouble = mending.diagnose(error, shown, mended, builder.last_quoted)
            faults.append(trouble.fault)
            if trouble.mend is None or len(mended) >= min(_MENDS, _REREAD // len(text)):
                return Document(file, digest, lines=shown, faults=tuple(faults))
            mended[trouble.mend.line] = trouble.mend
            text = mending.apply(text, trouble.mend)
            continue
        found = [t for t in builder.troubles if t.mend and t.mend.line not in mended]
        if found and len(mended) < min(_MENDS, _REREAD // len(text)):
            for trouble in found:
                faults.append(trouble.fault)
                if trouble.mend:
                    mended[trouble.mend.line] = trouble.mend
                    text = mending.apply(text, trouble.mend)
            continue
        placed = (_in_its_place(fault, builder) for fault in faults)
        return Document(
            file, digest, data, builder.keys, builder.values, shown, (*placed, *builder.faults)
        )


def _in_its_place(fault: Fault, builder: "_Builder") -> Fault:
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


def _too_deep(limit: int, span: Span) -> Fault:
    return Fault("too-deep", span=span, facts={"limit": limit})


class _Refused(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Frame:
    """A mapping or list that is being filled."""

    __slots__ = (
        "before",
        "container",
        "entry",
        "flow",
        "key",
        "key_span",
        "mapping",
        "path",
        "plain_key",
        "skip",
    )

    def __init__(self, container: Any, path: KeyPath, *, flow: bool, skip: bool) -> None:
        self.container = container
        self.mapping = isinstance(container, Node)
        self.entry = self.mapping and bool(path) and isinstance(path[-1], int)
        self.path = path
        self.flow = flow
        self.skip = skip  # built, then thrown away: the second value of a repeated key
        self.key: str | None = None
        self.key_span: Span | None = None
        self.plain_key = False
        self.before: tuple[str | int, str, Span] | None = (
            None  # the plain value just before, in flow style
        )


class _Builder:
    """Turns events into data and places, without recursion."""

    def __init__(
        self,
        shown: tuple[str, ...],
        mended: dict[int, mending.Mend],
        limits: Limits,
        end: float,
    ) -> None:
        self.shown = shown
        self.mended = mended
        self.limits = limits
        self.end = end
        self.keys: dict[KeyPath, Span] = {}
        self.values: dict[KeyPath, Span] = {}
        self.faults: list[Fault] = []
        self.troubles: list[mending.Trouble] = []  # lines that read otherwise once mended
        self.last_quoted: Span | None = None
        self.stack: list[_Frame] = []
        self.top: Any = None
        self.nodes = 0  # entries counted up to the last look at the limits
        self.look = self.left = min(_LOOK, limits.nodes + 1)  # entries up to the next one
        self.hashes = False

    def build(self, text: str) -> Node | None:
        parser = _Parser(text)
        self.hashes = "#" in text
        try:
            self._fill(parser, clean=not self.mended and _clean(text))
        except yaml.MarkedYAMLError as error:
            if "nesting depth" not in (error.problem or ""):
                raise
            # libyaml has a limit too, and comes to it first, since it looks ahead
            span = mending.place_of(error, self.shown)
            raise _Refused(_too_deep(self.limits.depth, span)) from None
        finally:
            if hasattr(parser, "dispose"):
                parser.dispose()
        if isinstance(self.top, Node):
            return self.top
        if self.top is None and not self.faults:
            self._fault("empty-file", (), Span(1, 1, 1, 1))
        elif self.top is not None:
            self._fault("not-a-mapping", (), Span(1, 1, 1, 1))
        return None

    def _fill(self, parser: Any, *, clean: bool) -> None:
        """Take what the parser gives, up to the end of the first document."""
        documents = 0
        while True:
            event = self._beyond_usual(parser) if clean else parser.get_event()
            if event is None or isinstance(event, yaml.StreamEndEvent):
                return
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault("several-documents", (), _span(event), facts={"sign": "---"})
                    return
            else:
                self._take(event)

    def _beyond_usual(self, parser: Any) -> Any:
        """Take what nearly all is: block style, keys and texts on one line; give the first event that is another.

        All that `_scalar`, `_open` and `_put` look for besides is ruled out by `_clean` or here: the two ways must come to the same.
        """
        takers = {
            yaml.ScalarEvent: self._usual_scalar,
            yaml.MappingStartEvent: self._usual_start,
            yaml.SequenceStartEvent: self._usual_start,
            yaml.MappingEndEvent: self._usual_end,
            yaml.SequenceEndEvent: self._usual_end,
        }
        next_event = parser.get_event
        while True:
            event = next_event()
            take = takers.get(type(event))
            frame = self.stack[-1] if self.stack else None
            if take is None or frame is None or frame.flow or frame.skip or self.left == 1:
                return event  # the last entry before a look at the limits is `_count`'s too
            if not take(event, frame):
                return event

    def _usual_scalar(self, event: Any, frame: _Frame) -> bool:
        start: Any = event.start_mark
        end: Any = event.end_mark
        value, line, style = event.value, start.line, event.style
        if (
            value in _EMPTY
            or line != end.line
            or event.tag
            or event.anchor
            or (style and (style not in "\"'" or "\\" in self.shown[line]))
            or (not style and value[-1] == '"')
            or (self.hashes and "#" in self.shown[line])
        ):
            return False
        span = _new(Span, (line + 1, start.column + 1, line + 1, end.column + 1))
        container = frame.container
        if not frame.mapping:
            self.values[(*frame.path, len(container))] = span
            container.append(value)
        elif frame.key is None:
            if value in container or style or not value.isascii():
                return False
            if frame.entry and not container:
                self.values[frame.path] = span  # as in `_key`
            frame.key, frame.key_span, frame.plain_key = value, span, True
        else:
            key_span = frame.key_span
            if key_span is None or key_span[0] != line + 1:
                return False
            path = (*frame.path, frame.key)
            container[frame.key] = value
            self.keys[path] = key_span
            self.values[path] = span
            frame.key = None
        self.left -= 1
        return True

    def _usual_start(self, event: Any, frame: _Frame) -> bool:
        if event.flow_style or event.anchor or event.tag or len(self.stack) >= self.limits.depth:
            return False
        inner: Any = Node() if type(event) is yaml.MappingStartEvent else []
        if not frame.mapping:
            path = (*frame.path, len(frame.container))
            frame.container.append(inner)
            self.values[path] = _start(event)
        elif frame.key is None or frame.key_span is None:
            return False
        else:
            path = (*frame.path, frame.key)
            frame.container[frame.key] = inner
            self.keys[path] = self.values[path] = frame.key_span
            frame.key = None
        opened = _Frame(inner, path, flow=False, skip=False)
        if opened.mapping:
            inner.path = path
        self.stack.append(opened)
        self.left -= 1
        return True

    def _usual_end(self, event: Any, frame: _Frame) -> bool:
        if len(self.stack) == 1:
            return False
        self.stack.pop()
        if frame.mapping and not self.stack[-1].mapping:
            self._stray_dash(frame)
        return True

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self.stack.pop()
            if frame.mapping:
                self._stray_dash(frame)
        elif isinstance(event, yaml.AliasEvent):
            self._count(event)
            path, span = self._put(None, _span(event), plain=False)
            self._refuse_yaml(event, path, span)

    def _count(self, event: Any) -> None:
        """Count an entry, and look at the limits of time and number when it is due."""
        self.left -= 1
        if self.left:
            return
        self.nodes += self.look
        if self.nodes > self.limits.nodes:
            facts: dict[str, Fact] = {"limit": self.limits.nodes}
            raise _Refused(Fault("too-many-nodes", span=_span(event), facts=facts))
        if time.monotonic() > self.end:
            facts = {"limit": self.limits.seconds}
            raise _Refused(Fault("too-slow", span=_span(event), facts=facts))
        self.look = self.left = min(_LOOK, self.limits.nodes + 1 - self.nodes)

    def _scalar(self, event: Any) -> None:
        self._count(event)
        value: str | None = event.value
        span = self._span_of(event)
        plain = not event.style
        if plain and value in _EMPTY:
            value = None
        elif not plain and event.style in "\"'" and span.end_line > span.line:
            self.last_quoted = span
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.container, Node) and frame.key is None:
            self._key(frame, value, span, plain=plain)
            if event.anchor or event.tag:
                self._fault(
                    "anchor-alias-or-tag",
                    frame.path,
                    span,
                    facts={"sign": "&" if event.anchor else "!"},
                )
            return
        if frame is not None and frame.flow and plain and self._split_by_comma(frame, value, span):
            return
        value = self._hidden(event, frame, value, span)
        path, span = self._put(value, span, plain=plain)
        if event.anchor or event.tag:
            self._refuse_yaml(event, path, span)
            self._lose(path)
        elif value:
            self._look_at(value, path, span, key=False)
            if plain:
                self._look_around(value, path, span)

    def _look_around(self, value: str, path: KeyPath, span: Span) -> None:
        """Note what a value without quotation marks has swallowed or lost."""
        if span.end_line > span.line:
            self._look_for_swallowed(path, span)
        if value.endswith('"') and value.count('"') == 1 and "“" not in value:
            self._lost_opening(value, path, span)
        if not any(frame.flow for frame in self.stack):
            self._look_for_dashes(path, span)

    def _hidden(
        self, event: Any, frame: _Frame | None, value: str | None, span: Span
    ) -> str | None:
        """Give the text that YAML takes for a comment or for the head of a block."""
        if value is None and frame is not None and not isinstance(frame.container, Node):
            return self._hash_item(span)
        if value is None and frame is not None and frame.key_span is not None:
            return self._hash_value(frame.key_span)
        if value and not event.style and frame is not None and not frame.flow:
            return self._hash_within(value, span)
        if event.style and event.style in "|>" and not (value or "").strip():
            return self._no_block(span)
        return value

    def _hash_item(self, span: Span) -> str | None:
        """Catch `- # text`: an entry that YAML takes for a comment."""
        rest = self.shown[span.line - 1][span.column - 1 :].strip()
        if not rest.startswith("#"):
            return None
        column = self.shown[span.line - 1].index("#", span.column - 1) + 1
        place = Span(span.line, column, span.line, column + len(rest))
        facts: dict[str, Fact] = {"value": rest, "sign": "#"}
        self._unquoted(place, facts)
        return rest

    def _hash_value(self, key: Span) -> str | None:
        """Catch `title: #Rà soát`: a value that YAML takes for a comment; a comment has a space after its sign."""
        found = _HASH_VALUE.match(self.shown[key.line - 1], key.end_column - 1)
        if found is None:
            return None
        place = Span(key.line, found.start("text") + 1, key.line, found.end("text") + 1)
        self._unquoted(place, {"value": found["text"], "sign": "#"})
        return found["text"]

    def _hash_within(self, value: str, span: Span) -> str:
        """Catch `title: Tháo gỡ #1 vướng mắc`: YAML drops what follows the sign."""
        raw = self.shown[span.end_line - 1]
        found = _HASH_WITHIN.match(raw, span.end_column - 1)
        if found is None or span.line != span.end_line or span.line in self.mended:
            return value
        whole = raw[span.column - 1 : found.end()].rstrip()
        place = Span(span.line, span.column, span.line, span.column + len(whole))
        self._unquoted(place, {"value": whole, "sign": "#"})
        return whole

    def _no_block(self, span: Span) -> str:
        """Catch `target: >5`: a value that YAML takes for the head of a block with nothing in it."""
        rest = self.shown[span.line - 1][span.column - 1 :].partition(" #")[0].strip()
        place = Span(span.line, span.column, span.line, span.column + len(rest))
        facts: dict[str, Fact] = {"value": rest, "sign": rest[:1]}
        self._unquoted(place, facts)
        return rest

    def _unquoted(self, place: Span, facts: dict[str, Fact]) -> None:
        cure = Edit(place, mending.quoted(str(facts["value"])))
        self.faults.append(Fault("unquoted-value", span=place, facts=facts, cure=cure))

    def _key(self, frame: _Frame, value: str | None, span: Span, *, plain: bool) -> None:
        if value is None:
            self._fault("bad-key", frame.path, span)
            frame.key, frame.key_span = "", None
            return
        key = latin(_INVISIBLE.sub("", unicodedata.normalize("NFC", value)).strip())
        path = (*frame.path, key)
        if key in frame.container and not frame.skip:
            first = self.keys[path]
            if self._lost_dash(frame, key, span):
                frame.skip = True  # what follows is another entry, read once the dash is there
                frame.key, frame.key_span = key, None
                return
            self._fault(
                "duplicate-key", path, span, facts={"key": key, "first": first.line}, lost=True
            )
            frame.key, frame.key_span = key, None
            return
        frame.key, frame.key_span, frame.plain_key = key, span, plain
        entry = bool(frame.path) and isinstance(frame.path[-1], int)
        if entry and not frame.container and not frame.skip:
            self.values[frame.path] = span  # an item of a list is placed at its first key
        self._look_at(value, path, span, key=True)

    def _lost_dash(self, frame: _Frame, key: str, span: Span) -> bool:
        """Catch an entry of a list without its dash: its first key stands there a second time."""
        raw = self.shown[span.line - 1]
        at = span.column - 1
        entry = bool(frame.path) and isinstance(frame.path[-1], int) and not frame.flow
        if not entry or raw[:at].strip() or at < 2:
            return False
        if key != next(iter(frame.container)):
            return self._strayed_entry(frame, span)
        facts: dict[str, Fact] = {"value": raw.strip()}
        place = Span(span.line, span.column, span.line, len(raw.rstrip()) + 1)
        cure = Edit(Span(span.line, at - 1, span.line, at + 1), "- ")
        fault = Fault("entry-without-dash", span=place, facts=facts, cure=cure)
        text = f"{raw[: at - 2]}- {raw[at:]}"
        mend = mending.Mend(span.line, mending.NOWHERE, place, text)
        self.troubles.append(mending.Trouble(fault, mend))
        return True

    def _strayed_entry(self, frame: _Frame, span: Span) -> bool:
        """Catch an entry whose first line was indented into the list above: its other keys stand here a second time."""
        number = span.line - 1
        raw = self.shown[number - 1]
        first = next(iter(frame.container))
        found = re.match(rf"(\s*)- +{re.escape(str(first))}:(?:\s|$)", raw)
        dash = self.values[frame.path].column - 3 if frame.path in self.values else -1
        if found is None or dash < 0 or number in self.mended or found.end(1) == dash:
            return False
        place = Span(number, found.end(1) + 1, number, found.end(1) + 2)
        cure = Edit(Span(number, 1, number, found.end(1) + 1), " " * dash)
        text = " " * dash + raw[found.end(1) :]
        mend = mending.Mend(number, mending.NOWHERE, place, text, dash - found.end(1))
        self.troubles.append(
            mending.Trouble(Fault("bad-indentation", span=place, cure=cure), mend)
        )
        return True

    def _stray_dash(self, frame: _Frame) -> None:
        """Catch a dash that cuts an entry in two: what stands after it has none of the keys before it, not the one that entries start with."""
        entries = self.stack[-1].container if self.stack else None
        if not isinstance(entries, list) or len(entries) < 2 or frame.flow or frame.skip:
            return
        before, here = entries[-2], entries[-1]
        first = next(iter(entries[0]), None) if isinstance(entries[0], Node) else None
        if first in here or not (isinstance(before, Node) and here and first in before):
            return
        if not before.keys().isdisjoint(here):
            return
        if not all(_NAME.fullmatch(key) for key in (*before, *here)):
            return  # texts with a colon, not keys
        span = self.keys[*frame.path, next(iter(here))]
        raw, at = self.shown[span.line - 1], span.column - 1
        above = self.shown[span.line - 2] if span.line > 1 else ""
        if above.strip() == "-" and not raw[:at].strip():
            self._empty_dash(span.line - 1, above, next(iter(here)))
            return
        if raw[:at].strip() != "-" or raw[at - 2 : at] != "- ":
            return
        place = Span(span.line, at - 1, span.line, at)
        cure = Edit(place, " ")
        fault = Fault("stray-dash", span=place, facts={"key": next(iter(here))}, cure=cure)
        mend = mending.Mend(span.line, mending.NOWHERE, place, f"{raw[: at - 2]}  {raw[at:]}")
        self.troubles.append(mending.Trouble(fault, mend))

    def _empty_dash(self, number: int, raw: str, key: str) -> None:
        at = raw.index("-") + 1
        place = Span(number, at, number, at + 1)
        fault = Fault("stray-dash", span=place, facts={"key": key}, cure=Edit(place, ""))
        mend = mending.Mend(number, mending.NOWHERE, place, "")
        self.troubles.append(mending.Trouble(fault, mend))

    def _put(self, value: Any, span: Span, *, plain: bool) -> tuple[KeyPath, Span]:
        """Store a value where it belongs and note its place."""
        if isinstance(value, str):
            value = unicodedata.normalize("NFC", value)
        if not self.stack:
            self.top = value
            self.values[()] = span
            return (), span
        frame = self.stack[-1]
        if isinstance(frame.container, Node):
            key: str | int = frame.key if frame.key is not None else ""
            path: KeyPath = (*frame.path, key)
            kept = frame.key_span is not None and not frame.skip
            if kept:
                frame.container[str(key)] = value
                self.keys[path] = frame.key_span  # type: ignore[assignment]
            frame.key = None
        else:
            key = len(frame.container)
            path = (*frame.path, key)
            frame.container.append(value)
            kept = not frame.skip
        if kept:
            self.values[path] = span
        frame.before = (key, value, span) if plain and isinstance(value, str) else None
        return path, span

    def _open(self, event: Any) -> None:
        self._count(event)
        if len(self.stack) >= self.limits.depth:
            raise _Refused(_too_deep(self.limits.depth, _span(event)))
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Any = Node() if mapping else []
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.container, Node) and parent.key is None:
            self._fault("bad-key", parent.path, _span(event))
            parent.key, parent.key_span = "", None  # the value that follows is thrown away with it
            self.stack.append(_Frame(value, parent.path, flow=False, skip=True))
            if mapping:
                value.path = parent.path
            return
        skip = bool(
            parent
            and (parent.skip or (isinstance(parent.container, Node) and parent.key_span is None))
        )
        span = (
            parent.key_span if parent and isinstance(parent.container, Node) else None
        ) or _start(event)
        path, _ = self._put(value, span, plain=False)
        if mapping:
            value.path = path
        if event.anchor or event.tag:
            self._refuse_yaml(event, path, _start(event))
            self._lose(path)
            skip = True
        self.stack.append(_Frame(value, path, flow=bool(event.flow_style), skip=skip))

    def _split_by_comma(self, frame: _Frame, value: str | None, span: Span) -> bool:
        """Catch `{target: 85,1%}` and `[85,1%]`, which YAML cuts at the comma in silence."""
        if frame.before is None:
            return False
        before, said, place = frame.before
        if isinstance(frame.container, Node):
            piece = frame.key
            if value is not None or not frame.plain_key or frame.key_span is None or piece is None:
                return False
            if (
                self.shown[frame.key_span.end_line - 1][frame.key_span.end_column - 1 :].lstrip()[
                    :1
                ]
                == ":"
            ):
                return False  # a key with an empty value, not a piece of the value before
            glued = (
                place.end_line == frame.key_span.line
                and place.end_column + 1 == frame.key_span.column
            )
            joined = f"{said},{'' if glued else ' '}{piece}"
            frame.key = None
        else:
            glued = place.end_line == span.line and place.end_column + 1 == span.column
            if not (glued and value and said[-1:].isdigit() and value[:1].isdigit()):
                return False
            joined = f"{said},{value}"
        path = (*frame.path, before)
        self._fault("comma-splits-value", path, place, facts={"value": joined}, lost=True)
        self._lose(path)
        return True

    def _refuse_yaml(self, event: Any, path: KeyPath, span: Span) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        self._fault("anchor-alias-or-tag", path, span, facts={"sign": sign}, lost=True)

    def _lose(self, path: KeyPath) -> None:
        """Empty a value that could not be used; its fault says so."""
        if path not in self.values:
            return  # thrown away with the second value of a repeated key
        if any(frame.skip for frame in self.stack):
            return
        data: Any = self.top
        for step in path[:-1]:
            data = data[step]
        if path and not (isinstance(data, Node) and path[-1] not in data):
            data[path[-1]] = None

    def _look_at(self, value: str, path: KeyPath, span: Span, *, key: bool) -> None:
        """Note letters that look right and are not."""
        if value.isascii() and value.isprintable():
            return
        odd = None
        if bad := _CONTROL.search(value):
            odd = f"U+{ord(bad[0]):04X}"
            self._fault(
                "control-character", path, span, key=key, facts={"character": odd, "count": 1}
            )
        elif len(_FONT_SIGN.findall(value)) > _FEW_SIGNS and legacy_font(value):
            self._fault("legacy-font-text", path, span, key=key, lost=not key)
            if not key:
                self._lose(path)
        elif (found := _ODD.search(value)) or not unicodedata.is_normalized("NFC", value):
            facts: dict[str, Fact] = {"character": f"U+{ord(found[0]):04X}" if found else "NFD"}
            self._fault("odd-letters", path, span, key=key, facts=facts)

    def _look_for_swallowed(self, path: KeyPath, span: Span) -> None:
        """Catch a list item that wrong indentation glued to the one above."""
        for number in range(span.line + 1, span.end_line + 1):
            raw = self.shown[number - 1]
            stripped = raw.lstrip()
            if stripped.startswith("- "):
                column = len(raw) - len(stripped) + 1
                place = Span(number, column, number, len(raw.rstrip()) + 1)
                facts: dict[str, Fact] = {"item": stripped[2:].partition(" #")[0].strip()}
                dash = re.match(r"\s*(?:- +)*(?=- )", self.shown[span.line - 1])
                if dash is None or number in self.mended:
                    self._fault("swallowed-item", path, place, facts=facts)
                    return
                cure = Edit(Span(number, 1, number, column), " " * dash.end())
                fault = Fault("swallowed-item", span=place, facts=facts, cure=cure)
                text = " " * dash.end() + stripped
                shift = dash.end() - (column - 1)
                mend = mending.Mend(number, mending.NOWHERE, place, text, shift)
                self.troubles.append(mending.Trouble(fault, mend))
                return

    def _lost_opening(self, value: str, path: KeyPath, span: Span) -> None:
        """Catch a value that ends in a quotation mark and does not start with one."""
        place = Span(span.end_line, span.end_column - 1, span.end_line, span.end_column)
        cure = Edit(place, "") if span.line == span.end_line else None
        fault = Fault("unclosed-quote", path, place, facts={"value": value}, cure=cure)
        self.faults.append(fault)

    def _look_for_dashes(self, path: KeyPath, span: Span) -> None:
        """Catch lines below a key that are meant as a list and do not start with a dash and a space."""
        key = self.keys.get(path) if path and path[-1] in LISTS else None
        if key is None or key.end_line == span.line or self.shown[key.line - 1].endswith("|"):
            return
        numbers = range(span.line, span.end_line + 1)
        rows = [self.shown[number - 1].lstrip() for number in numbers]
        dashed = any(row.startswith("- ") for row in rows[1:])
        for number, row in zip(numbers, rows, strict=True):
            if number in self.mended or row.startswith("- ") or not row:
                continue
            raw = self.shown[number - 1]
            trouble = mending.without_dash(raw, number)
            if trouble is None and dashed and number == span.line:
                trouble = mending.without_dash(raw, number, bare=True)
            if trouble:
                self.troubles.append(trouble)

    def _span_of(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        mend = self.mended.get(start.line + 1)
        if mend is not None and start.column + 1 >= mend.column:
            return mend.span
        line, column = self._place(start)
        if event.style and event.style in "|>":
            return Span(line, column, line, column + 1)
        return Span(line, column, *self._place(end))

    def _place(self, mark: Any) -> tuple[int, int]:
        """Give a line and a column as the user sees them: of a file without a last line end libyaml sees one more, of a mended line more than stands there."""
        if mark.line >= len(self.shown):
            return len(self.shown), len(self.shown[-1]) + 1
        line, column = mark.line + 1, mark.column + 1
        mend = self.mended.get(line)
        if mend is None:
            return line, column
        return line, min(max(1, column - mend.shift), len(self.shown[mark.line]) + 1)

    def _fault(
        self,
        code: str,
        path: KeyPath,
        span: Span,
        *,
        key: bool = False,
        lost: bool = False,
        facts: dict[str, Fact] | None = None,
    ) -> None:
        self.faults.append(Fault(code, path, span, key, lost, facts=facts or {}))


def _clean(text: str) -> bool:
    """Tell whether a text holds no letter that looks right and is not; what escapes stand for is another matter."""
    return usual(text) or (
        unicodedata.is_normalized("NFC", text)
        and not _ODD.search(text)
        and len(_FONT_SIGN.findall(text)) <= _FEW_SIGNS
        and not _CONTROL.search(text)
    )


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _start(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
