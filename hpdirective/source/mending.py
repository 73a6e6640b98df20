"""What a YAML syntax error comes from, and how the line reads once mended, so that one broken line does not hide the rest.

Officials' text breaks YAML in a few ways that a line shows by itself: a value that starts with a sign, a second colon, a quotation mark
that closes too early. Such a line is reported, quoted in memory and read on; the file is never touched. Messages are ours, by the
cause found here, never the YAML library's.
"""

import re
from dataclasses import dataclass
from typing import Any

from hpdirective.source.document import Fault
from hpdirective.source.place import Span
from hpdirective.words import Fact


@dataclass(frozen=True, slots=True)
class Mend:
    """A line as the parser is to see it, and where its value stands in the line as the user wrote it."""

    line: int
    column: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The fault behind a syntax error, with its mend where there is a sure one."""

    fault: Fault
    mend: Mend | None = None


_LINE = re.compile(
    r"(?P<head>\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ \t]+)?)(?P<value>\S.*?)(?:\s+#[^\"']*)?\s*"
)
_GLUED = re.compile(
    r"(?P<head>\s*(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*?)(?:\s+#[^\"']*)?\s*"
)
_ENTRY = re.compile(r"\s*(?:- |-$|[A-Za-z_][\w-]*:(?: |$))")
_AFTER_QUOTE = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?P<rest>\S.*)")
_HEADER = re.compile(r"[|>][+-]?\d?[+-]?")
_BREAKS = re.compile(r"(\r\n|\n|\r)")
_SIGNS = "*&%@`!|>?:,[]{}-"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut into what stands before its value and the value."""

    number: int
    head: str
    value: str

    @property
    def span(self) -> Span:
        column = len(self.head) + 1
        return Span(self.number, column, self.number, column + len(self.value))


def diagnose(
    error: Any,
    shown: tuple[str, ...],
    mended: dict[int, Mend],
    last_quoted: Span | None,
) -> Trouble:
    """Name the cause of a syntax error; `last_quoted` is the last quoted value that ran over several lines."""
    trouble = (
        _tab(error, shown)
        or _quote(error, shown, mended, last_quoted)
        or _value(error, shown, mended)
        or _missing_space(error, shown, mended)
    )
    if trouble:
        return trouble
    problem, place = error.problem or "", _place(error, shown)
    if "expected ':'" in problem:
        return _without_colon(shown, mended, (error.context_mark or error.problem_mark).line + 1)
    if "flow" in (error.context or "") and error.context_mark:
        span = _at(error.context_mark, shown)
        sign = _line(shown, span.line)[span.column - 1 : span.column]
        return Trouble(Fault("unclosed-bracket", span=span, facts={"sign": sign}))
    if any(words in problem for words in _INDENTATION):
        return Trouble(Fault("bad-indentation", span=place))
    return Trouble(Fault("yaml-syntax", span=place))


_INDENTATION = ("expected key", "'-' indicator", "mapping values", "block end")


def _place(error: Any, shown: tuple[str, ...]) -> Span:
    return _at(error.problem_mark or error.context_mark, shown)


def _at(mark: Any, shown: tuple[str, ...]) -> Span:
    if mark.line >= len(shown):  # libyaml's end of a file without a last line end
        line, column = len(shown), max(1, len(shown[-1].rstrip()))
        return Span(line, column, line, column + 1)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _context_line(error: Any) -> int:
    return int((error.context_mark or error.problem_mark).line) + 1


def _tab(error: Any, shown: tuple[str, ...]) -> Trouble | None:
    line = _place(error, shown).line
    indent = re.match(r"\s*", _line(shown, line))
    if not indent or "\t" not in indent[0]:
        return None
    column = indent[0].index("\t") + 1
    return Trouble(Fault("tab-indentation", span=Span(line, column, line, column + 1)))


def _quote(
    error: Any, shown: tuple[str, ...], mended: dict[int, Mend], last_quoted: Span | None
) -> Trouble | None:
    start = _unclosed_quote(error, shown, last_quoted, _place(error, shown))
    quoted = _row(shown, start) if start is not None and start not in mended else None
    return _mended("unclosed-quote", quoted, quoted.value[1:]) if quoted else None


def _value(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for a value that YAML takes for something else, where the error is and where it began."""
    place = _place(error, shown)
    problem = error.problem or ""
    for number in (_context_line(error), place.line):
        row = _row(shown, number)
        if row is None or number in mended or not row.head.strip():
            continue
        rest = _AFTER_QUOTE.fullmatch(row.value)
        if rest and number == place.line:
            column = row.span.column + rest.start("rest")
            span = Span(number, column, number, column + len(rest["rest"]))
            return _mended("text-after-quote", row, row.value, span=span)
        if _starts_with_sign(row.value):
            return _mended("unquoted-value", row, row.value, facts={"sign": row.value[0]})
        if number == place.line and "escape" in problem:
            return _mended("bad-escape", row, row.value.strip("\"'"), span=place)
        if number == place.line and "mapping values" in problem and place.column > len(row.head):
            return _mended("unquoted-colon", row, row.value, span=place)
    return None


def _missing_space(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    line = _place(error, shown).line
    for number in (_context_line(error), line, line - 1):
        glued = _GLUED.fullmatch(_line(shown, number))
        if glued is None or number in mended:
            continue
        head = f"{glued['head']}{glued['key']}:"
        colon = Span(number, len(head), number, len(head) + 1)
        found = _Row(number, head, glued["value"])
        facts: dict[str, Fact] = {"key": glued["key"]}
        return _mended("missing-space", found, found.value, span=colon, space=" ", facts=facts)
    return None


def apply(text: str, mend: Mend) -> str:
    """Give the text with one line as the mend has it."""
    pieces = _BREAKS.split(text)
    pieces[(mend.line - 1) * 2] = mend.text
    return "".join(pieces)


def _line(shown: tuple[str, ...], number: int) -> str:
    return shown[number - 1] if 0 < number <= len(shown) else ""


def _row(shown: tuple[str, ...], number: int) -> _Row | None:
    found = _LINE.fullmatch(_line(shown, number))
    return _Row(number, found["head"], found["value"]) if found else None


def _unclosed_quote(
    error: Any, shown: tuple[str, ...], last_quoted: Span | None, place: Span
) -> int | None:
    if "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or ""):
        return int(error.context_mark.line) + 1
    if last_quoted is None or last_quoted.end_line < place.line - 1:
        return None
    return last_quoted.line if _ENTRY.match(_line(shown, last_quoted.line + 1)) else None


def _starts_with_sign(value: str) -> bool:
    sign = value[0]
    if sign not in _SIGNS:
        return False
    if sign in "|>":
        return not _HEADER.fullmatch(value)
    if sign in "-?:":
        return value[1:2] in ("", " ")
    if sign in "[{":
        return not value.endswith(",")  # a list over several lines is not one value
    return True


def _mended(
    code: str,
    row: _Row,
    value: str,
    *,
    span: Span | None = None,
    space: str = "",
    facts: dict[str, Fact] | None = None,
) -> Trouble:
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    mend = Mend(row.number, row.span.column, row.span, f'{row.head}{space}"{quoted}"')
    return Trouble(
        Fault(code, span=span or row.span, facts={"value": value, **(facts or {})}), mend
    )


def _without_colon(shown: tuple[str, ...], mended: dict[int, Mend], number: int) -> Trouble:
    raw = _line(shown, number)
    start = len(raw) - len(raw.lstrip()) + 1
    span = Span(number, start, number, len(raw.rstrip()) + 1)
    fault = Fault("missing-colon", span=span, facts={"value": raw.strip()})
    if number in mended:
        return Trouble(fault)
    return Trouble(fault, Mend(number, start, span, " " * (start - 1) + "#"))
