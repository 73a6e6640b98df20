"""What YAML reads otherwise than its writer meant, and says nothing of: lost dashes and quotation marks, texts taken for comments, letters that only look right."""

import re
import unicodedata
from typing import Any

from hpdirective.patterns import pattern
from hpdirective.source import mending
from hpdirective.source.document import Fault, Node
from hpdirective.source.edit import Edit
from hpdirective.source.encoding import legacy_font, usual
from hpdirective.source.frame import Frame
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact

_ODD = pattern(
    "[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\u0370-\u03ff\u0400-\u04ff]"
)
_NAME = pattern("[a-z_]+")
_ODD_START = pattern(rf"(?:-|(?P<key>[a-z][a-z_]*)[ \u00a0]*:) *{mending.ODD_SPACES}")
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
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_HASH_VALUE = pattern(r"[\"']?:[ \t]+(?P<text>#[^\s#].*?)\s*$")
_HASH_WITHIN = pattern(r"\s+#\d.*")


class Slips:
    """Looks at a file's values while they are read, and gathers what it notes; `keys` and `values` are the places known so far."""

    def __init__(
        self,
        shown: tuple[str, ...],
        mended: dict[int, mending.Mend],
        keys: dict[KeyPath, Span],
        values: dict[KeyPath, Span],
    ) -> None:
        self.shown = shown
        self.mended = mended
        self.keys = keys
        self.values = values
        self.faults: list[Fault] = []
        self.troubles: list[mending.Trouble] = []  # lines that read otherwise once mended

    def fault(
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

    def around(self, value: str, path: KeyPath, span: Span, *, flow: bool) -> None:
        """Note what a value without quotation marks has swallowed or lost."""
        if self._odd_behind_sign(path, span):
            return
        if span.end_line > span.line:
            self._look_for_swallowed(path, span)
        if value.endswith('"') and value.count('"') == 1 and "“" not in value:
            if flow:
                self._cut_quotation(path, span)
            else:
                self._lost_opening(value, path, span)
        if not flow:
            self._look_for_dashes(path, span)

    def _odd_behind_sign(self, path: KeyPath, span: Span) -> bool:
        """Catch a dash or a key that YAML takes for text, for the sake of the space behind it; lines that this made part of the text, too."""
        if not self._starts_oddly(path, span):
            return False
        found = [
            trouble
            for number in range(span.line, span.end_line + 1)
            if number not in self.mended
            and (trouble := mending.odd_behind_sign(self.shown[number - 1], number))
        ]
        self.troubles += found
        return bool(found)

    def _starts_oddly(self, path: KeyPath, span: Span) -> bool:
        found = _ODD_START.match(self.shown[span.line - 1], span.column - 1)
        listed = len(path) > 1 and isinstance(path[-1], int) and path[-2] in LISTS
        return found is not None and not (found["key"] and listed)  # a text in a list is no key

    def hidden(self, event: Any, frame: Frame | None, value: str | None, span: Span) -> str | None:
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

    def lost_dash(self, frame: Frame, key: str, span: Span) -> bool:
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

    def _strayed_entry(self, frame: Frame, span: Span) -> bool:
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

    def stray_dash(self, frame: Frame, entries: object) -> None:
        """Catch a dash that cuts an entry in two: what stands after it has none of the keys before it, not the one that entries start with."""
        if not isinstance(entries, list) or len(entries) < 2 or frame.flow or frame.skip:
            return
        if len(frame.path) > 1 and frame.path[-2] in LISTS:
            return  # texts with a colon, not keys
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

    def letters(self, value: str, path: KeyPath, span: Span, *, key: bool) -> bool:
        """Note letters that look right and are not, and tell whether the text is still of use."""
        if value.isascii() and value.isprintable():
            return True
        if key and self._odd_behind_sign((), span):
            return True
        odd = None
        if bad := _CONTROL.search(value):
            odd = f"U+{ord(bad[0]):04X}"
            self.fault(
                "control-character", path, span, key=key, facts={"character": odd, "count": 1}
            )
        elif len(_FONT_SIGN.findall(value)) > _FEW_SIGNS and legacy_font(value):
            self.fault("legacy-font-text", path, span, key=key, lost=not key)
            return False
        elif (found := _ODD.search(value)) or not unicodedata.is_normalized("NFC", value):
            facts: dict[str, Fact] = {"character": f"U+{ord(found[0]):04X}" if found else "NFD"}
            self.fault("odd-letters", path, span, key=key, facts=facts)
        return True

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
                    self.fault("swallowed-item", path, place, facts=facts)
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

    def _cut_quotation(self, path: KeyPath, span: Span) -> None:
        """Catch `[Làm sạch dữ liệu "đúng, đủ"]`: commas inside a quotation cut it."""
        raw = self.shown[span.end_line - 1][: span.end_column - 1]
        opened = raw.rfind('"', 0, -1)
        start = max(raw.rfind(sign, 0, max(0, opened)) for sign in "[{,") + 1
        # in the quotation marks that it is to be put in, these may stand
        whole = raw[start:].strip().replace('"', "“", 1).replace('"', "”", 1)
        facts: dict[str, Fact] = {"value": whole}
        self.fault("comma-splits-value", path, span, facts=facts)

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


def clean(text: str) -> bool:
    """Tell whether a text holds no letter that looks right and is not; what escapes stand for is another matter."""
    return usual(text) or (
        unicodedata.is_normalized("NFC", text)
        and not _ODD.search(text)
        and not mending.ODD_SPACE.search(text)
        and len(_FONT_SIGN.findall(text)) <= _FEW_SIGNS
        and not _CONTROL.search(text)
    )
