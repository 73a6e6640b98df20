"""A parser's events into data and places, in one pass."""

import time
import unicodedata
from typing import Any

import yaml

from hpdirective.patterns import pattern
from hpdirective.source import mending
from hpdirective.source.document import Fault, Limits, Node
from hpdirective.source.frame import Frame
from hpdirective.source.place import KeyPath, Span
from hpdirective.source.slips import Slips, clean
from hpdirective.words import Fact, latin

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml
    from yaml import Loader as _Parser  # type: ignore[assignment]

_EMPTY = {"", "~", "null", "Null", "NULL"}
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")
_new = tuple.__new__  # a third of what the constructor of a NamedTuple takes
_LOOK = 1000  # entries between two looks at the clock


class Refused(Exception):
    """A file that goes beyond a limit; `fault` says which."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class Builder:
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
        self.slips = Slips(shown, mended, self.keys, self.values)
        self.last_quoted: Span | None = None
        self.stack: list[Frame] = []
        self.top: Any = None
        self.nodes = 0  # entries counted up to the last look at the limits
        self.look = self.left = min(_LOOK, limits.nodes + 1)  # entries up to the next one
        self.hashes = False

    def build(self, text: str) -> Node | None:
        parser = _Parser(text)
        self.hashes = "#" in text
        try:
            self._fill(parser, clean=not self.mended and clean(text))
        except yaml.MarkedYAMLError as error:
            if "nesting depth" not in (error.problem or ""):
                raise
            # libyaml has a limit too, and comes to it first, since it looks ahead
            span = mending.place_of(error, self.shown)
            raise Refused(_too_deep(self.limits.depth, span)) from None
        finally:
            if hasattr(parser, "dispose"):
                parser.dispose()
        if isinstance(self.top, Node):
            return self.top
        if self.top is None and not self.slips.faults:
            self.slips.fault("empty-file", (), Span(1, 1, 1, 1))
        elif self.top is not None:
            self.slips.fault("not-a-mapping", (), Span(1, 1, 1, 1))
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
                    self.slips.fault("several-documents", (), _span(event), facts={"sign": "---"})
                    return
            else:
                self._take(event)

    def _beyond_usual(self, parser: Any) -> Any:
        """Take what nearly all is: block style, keys and texts on one line; give the first event that is another.

        All that `_scalar`, `_open` and `_put` look for besides is ruled out by `clean` or here: the two ways must come to the same.
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

    def _usual_scalar(self, event: Any, frame: Frame) -> bool:
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

    def _usual_start(self, event: Any, frame: Frame) -> bool:
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
        opened = Frame(inner, path, flow=False, skip=False)
        if opened.mapping:
            inner.path = path
        self.stack.append(opened)
        self.left -= 1
        return True

    def _usual_end(self, event: Any, frame: Frame) -> bool:
        if len(self.stack) == 1:
            return False
        self.stack.pop()
        if frame.mapping and not self.stack[-1].mapping:
            self.slips.stray_dash(frame, self.stack[-1].container)
        return True

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self.stack.pop()
            if frame.mapping and self.stack:
                self.slips.stray_dash(frame, self.stack[-1].container)
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
            raise Refused(Fault("too-many-nodes", span=_span(event), facts=facts))
        if time.monotonic() > self.end:
            facts = {"limit": self.limits.seconds}
            raise Refused(Fault("too-slow", span=_span(event), facts=facts))
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
                self.slips.fault(
                    "anchor-alias-or-tag",
                    frame.path,
                    span,
                    facts={"sign": "&" if event.anchor else "!"},
                )
            return
        if frame is not None and frame.flow and plain and self._split_by_comma(frame, value, span):
            return
        value = self.slips.hidden(event, frame, value, span)
        path, span = self._put(value, span, plain=plain)
        if event.anchor or event.tag:
            self._refuse_yaml(event, path, span)
            self._lose(path)
        elif value:
            if not self.slips.letters(value, path, span, key=False):
                self._lose(path)
            if plain:
                flow = any(frame.flow for frame in self.stack)
                self.slips.around(value, path, span, flow=flow)

    def _key(self, frame: Frame, value: str | None, span: Span, *, plain: bool) -> None:
        if value is None:
            self.slips.fault("bad-key", frame.path, span)
            frame.key, frame.key_span = "", None
            return
        key = latin(_INVISIBLE.sub("", unicodedata.normalize("NFC", value)).strip())
        path = (*frame.path, key)
        if key in frame.container and not frame.skip:
            first = self.keys[path]
            if self.slips.lost_dash(frame, key, span):
                frame.skip = True  # what follows is another entry, read once the dash is there
                frame.key, frame.key_span = key, None
                return
            self.slips.fault(
                "duplicate-key", path, span, facts={"key": key, "first": first.line}, lost=True
            )
            frame.key, frame.key_span = key, None
            return
        frame.key, frame.key_span, frame.plain_key = key, span, plain
        entry = bool(frame.path) and isinstance(frame.path[-1], int)
        if entry and not frame.container and not frame.skip:
            self.values[frame.path] = span  # an item of a list is placed at its first key
        self.slips.letters(value, path, span, key=True)

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
            raise Refused(_too_deep(self.limits.depth, _span(event)))
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Any = Node() if mapping else []
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.container, Node) and parent.key is None:
            self.slips.fault("bad-key", parent.path, _span(event))
            parent.key, parent.key_span = "", None  # the value that follows is thrown away with it
            self.stack.append(Frame(value, parent.path, flow=False, skip=True))
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
        self.stack.append(Frame(value, path, flow=bool(event.flow_style), skip=skip))

    def _split_by_comma(self, frame: Frame, value: str | None, span: Span) -> bool:
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
        self.slips.fault("comma-splits-value", path, place, facts={"value": joined}, lost=True)
        self._lose(path)
        return True

    def _refuse_yaml(self, event: Any, path: KeyPath, span: Span) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        self.slips.fault("anchor-alias-or-tag", path, span, facts={"sign": sign}, lost=True)

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


def _too_deep(limit: int, span: Span) -> Fault:
    return Fault("too-deep", span=span, facts={"limit": limit})


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _start(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
