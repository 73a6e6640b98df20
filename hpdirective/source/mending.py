"""What a YAML syntax error comes from, and how the line reads once mended, so that one broken line does not hide the rest.

Officials' text breaks YAML in a few ways that a line shows by itself: a value that starts with a sign, a second colon, a quotation mark
that closes too early. Such a line is reported, quoted in memory and read on; the file is never touched. Messages are ours, by the
cause found here, never the YAML library's.
"""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from hpdirective.patterns import pattern
from hpdirective.source.document import Fault
from hpdirective.source.edit import Edit
from hpdirective.source.place import Span
from hpdirective.words import Fact, Text


class Mend(Struct, frozen=True):
    """A line as the parser is to see it, and where its value stands in the line as the user wrote it."""

    line: int
    column: int
    span: Span
    text: str
    shift: int = 0  # how far the parser sees the line's columns to the right of the user's


class Trouble(Struct, frozen=True):
    """The fault behind a syntax error, with its mend where there is a sure one."""

    fault: Fault
    mend: Mend | None = None


_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_ODD = rf"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{_NO_WIDTH}"  # spaces that look like the usual one, or like none
_LINE = pattern(
    r"(?P<head>\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ \t]+)?)(?P<value>\S.*?)(?:\s+#[^\"']*)?\s*"
)
_GLUED = pattern(
    r"(?P<head>\s*(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*?)(?:\s+#[^\"']*)?\s*"
)
ODD_SPACES = f"[{_ODD}]"
ODD_SPACE = pattern(ODD_SPACES)
_ENTRY = pattern(r"\s*(?:- |-$|[A-Za-z_][\w-]*:(?: |$))")
_AFTER_QUOTE = pattern(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?P<rest>\S.*)")
_HEADER = pattern(r"[|>][+-]?[1-9]?[+-]?")
_BREAKS = pattern(r"(\r\n|\n|\r)")
NOWHERE = 1_000_000  # a column that no value starts at: the line is only moved
_SIGNS = "*&%@`!|>?:,[]{}-"


class _Row(Struct, frozen=True):
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
        _ended(error, shown)
        or _odd_space(error, shown, mended)
        or _odd_behind_sign(error, shown, mended)
        or _tab(error, shown, mended)
        or _dash(error, shown, mended)
        or _first_entry(error, shown, mended)
        or _shifted(error, shown, mended)
        or _quote(error, shown, mended, last_quoted)
        or _line_above(error, shown, mended)
        or _bracket(error, shown, mended)
        or _value(error, shown, mended)
        or _missing_space(error, shown, mended)
    )
    if trouble:
        return trouble
    problem, place = error.problem or "", place_of(error, shown)
    if "expected ':'" in problem:
        return _without_colon(shown, mended, (error.context_mark or error.problem_mark).line + 1)
    if "flow" in (error.context or "") and error.context_mark:
        span = _opened(_at(error.context_mark, shown), shown)
        sign = _line(shown, span.line)[span.column - 1 : span.column]
        return Trouble(Fault("unclosed-bracket", span=span, facts={"sign": sign}))
    if any(words in problem for words in _INDENTATION):
        raw = _line(shown, place.line)
        column = len(raw) - len(raw.lstrip()) + 1
        return Trouble(
            Fault("bad-indentation", span=Span(place.line, column, place.line, column + 1))
        )
    return Trouble(Fault("yaml-syntax", span=place))


_INDENTATION = ("expected key", "'-' indicator", "mapping values", "block end")


def place_of(error: Any, shown: tuple[str, ...]) -> Span:
    """Give the place at which the parser gave up."""
    return _at(error.problem_mark or error.context_mark, shown)


def _at(mark: Any, shown: tuple[str, ...]) -> Span:
    if mark.line >= len(shown):  # libyaml's end of a file without a last line end
        line, column = len(shown), max(1, len(shown[-1].rstrip()))
        return Span(line, column, line, column + 1)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _opened(span: Span, shown: tuple[str, ...]) -> Span:
    """Give the bracket that was opened last, at a place or before it."""
    for number in range(span.line, max(0, span.line - 3), -1):
        raw = _line(shown, number)
        upto = span.column if number == span.line else len(raw)
        column = max(raw.rfind("[", 0, upto), raw.rfind("{", 0, upto)) + 1
        if column:
            return Span(number, column, number, column + 1)
    return span


def _context_line(error: Any) -> int:
    return int((error.context_mark or error.problem_mark).line) + 1


def _ended(error: Any, shown: tuple[str, ...]) -> Trouble | None:
    """Look for a line "...", which ends a document; what follows is another."""
    if "document start" not in (error.problem or ""):
        return None
    for number in range(place_of(error, shown).line, 0, -1):
        if _line(shown, number).startswith("..."):
            return Trouble(
                Fault("several-documents", span=Span(number, 1, number, 4), facts={"sign": "..."})
            )
    return None


_ODD_INDENT = pattern(rf" *[{_ODD}][\s{_NO_WIDTH}]*")


def _odd_space(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for indentation pasted from elsewhere: it reads on with plain spaces in its place."""
    line = place_of(error, shown).line
    for number in dict.fromkeys((_context_line(error), line, line - 1)):
        raw = _line(shown, number)
        indent = _ODD_INDENT.match(raw)
        if indent is None or number in mended or not raw.strip():
            continue
        odd = next(char for char in raw if char != " ")
        span = Span(number, 1, number, indent.end() + 1)
        facts: dict[str, Fact] = {"character": f"U+{ord(odd):04X}"}
        text = _usual_spaces(indent[0]) + raw[indent.end() :]
        cure = Edit(span, _usual_spaces(indent[0]))
        if behind := odd_behind_sign(text, number):
            text = behind.mend.text if behind.mend else text
            cure = Edit(Span(number, 1, number, len(raw) + 1), text)
        fault = Fault("odd-space-indentation", span=span, facts=facts, cure=cure)
        return Trouble(fault, Mend(number, NOWHERE, span, text))
    return None


def _usual_spaces(odd: str) -> str:
    return " " * sum(char not in _NO_WIDTH for char in odd)


def _odd_behind_sign(
    error: Any, shown: tuple[str, ...], mended: dict[int, Mend]
) -> Trouble | None:
    """Look for a dash or a key's colon that another space than the usual one follows."""
    line = place_of(error, shown).line
    for number in dict.fromkeys((_context_line(error), line, line - 1, _holder(shown, line))):
        trouble = odd_behind_sign(_line(shown, number), number)
        if trouble and number not in mended and not _is_in_text(shown, number):
            return trouble
    return None


def _is_in_text(shown: tuple[str, ...], number: int) -> bool:
    """Tell whether a line lies in a block, or in a text in quotation marks that starts above it."""
    depth = _indent(_line(shown, number))
    lines = (_line(shown, n) for n in range(number - 1, 0, -1))
    above = next((raw for raw in lines if raw.strip() and _indent(raw) < depth), "")
    return _OPENS_TEXT.search(above) is not None


_OPENS_TEXT = pattern(r"(?:^|[:-] +)(?:[|>][+-]?[1-9]?[+-]?\s*(?:#.*)?|\"[^\"]*|'[^']*)$")
_SPACED = pattern(
    rf"(?P<indent> *)(?P<dashes>(?:-[ {_ODD}]+)*)(?:(?P<key>[A-Za-z_][\w-]*)[ {_ODD}]*:(?P<gap>[ \t{_ODD}]+|$))?(?P<rest>.*)"
)
_FLOW = pattern(r"\[.*\]|\{.*\}")


def odd_behind_sign(raw: str, number: int) -> Trouble | None:
    """Give the trouble of a line with another space than the usual one behind a dash or a key's colon: it reads on with that in its place."""
    found = _SPACED.fullmatch(raw)
    odd = ODD_SPACE.search(raw, found.end("indent"), found.start("rest")) if found else None
    if found is None or odd is None:
        return None
    runs = found["dashes"].split("-")[1:]
    head = found["indent"] + "".join(f"-{_usual_spaces(run) or ' '}" for run in runs)
    shift = len(head) - found.end("dashes")
    rest, comment = _cut_comment(found["rest"])
    said, column = rest, NOWHERE
    if found["key"]:
        head += f"{found['key']}: "
        if rest and not (_FLOW.fullmatch(rest) or _HEADER.fullmatch(rest)):
            said, column = _as_value(rest), len(head) + 1
    text = f"{head}{said}{comment}"
    start, end = found.start("rest"), found.start("rest") + len(rest)
    # before the first odd space, and behind the value, the two are the same
    at, upto = odd.start(), start if said == rest else end
    cure = Edit(Span(number, at + 1, number, upto + 1), text[at : len(text) - len(raw) + upto])
    sign = f"{found['key']}:" if at >= found.end("dashes") else "-"
    facts: dict[str, Fact] = {"sign": sign, "character": f"U+{ord(odd[0]):04X}"}
    place = Span(number, at + 1, number, at + 2)
    fault = Fault("odd-space-behind-sign", span=place, facts=facts, cure=cure)
    value = Span(number, start + 1, number, end + 1)
    return Trouble(fault, Mend(number, column, value, text, shift))


def _cut_comment(text: str) -> tuple[str, str]:
    """Cut a comment off; "#1" is a number, and a sign in quotation marks is none."""
    start = r"(?:^|\s)#(?!\d)"
    found = re.search(rf"{start}[^\"']*$" if text[:1] in ("'", '"') else start, text)
    value = text[: found.start()].rstrip() if found else text
    return value, text[len(value) :]


def _as_value(words: str) -> str:
    """Put a value in quotation marks where YAML would not take it for one without them."""
    if words[0] in "\"'":
        return quoted(words) if _AFTER_QUOTE.fullmatch(words) else words
    broken = words[0] in _SIGNS or ": " in words or words.endswith(":") or " #" in words
    return quoted(words) if broken else words


def _holder(shown: tuple[str, ...], line: int) -> int:
    """Give the next line above that stands no deeper and is no entry, 0 where there is none: what stands between may have been read into it."""
    depth = _indent(_line(shown, line))
    above = ((n, _line(shown, n)) for n in range(line - 1, 0, -1))
    fits = (n for n, raw in above if raw.strip() and _indent(raw) <= depth)
    return next((n for n in fits if not _line(shown, n).lstrip().startswith("-")), 0)


def _tab(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    line = place_of(error, shown).line
    raw = _line(shown, line)
    indent = re.match(r"\s*(?:-\s+)*", raw)
    if not indent or "\t" not in indent[0]:
        return None
    column = indent[0].index("\t") + 1
    fault = Fault("tab-indentation", span=Span(line, column, line, column + 1))
    if line in mended:
        return Trouble(fault)
    # read on as if the line stood where the one above lets it
    above = next((r for n in range(line - 1, 0, -1) if (r := _line(shown, n)).strip()), "")
    width = len(above) - len(above.lstrip()) + (2 if above.rstrip().endswith(":") else 0)
    start = raw.lstrip()
    if start.startswith("-"):
        start = "- " + start[1:].lstrip()
    shift = len(raw) - len(raw.lstrip()) + 1
    span = Span(line, shift, line, len(raw.rstrip()) + 1)
    shift_by = width - (len(raw) - len(raw.lstrip()))
    return Trouble(fault, Mend(line, NOWHERE, span, " " * width + start, shift_by))


_DASH = pattern(r"(?P<head>\s*)(?P<dash>-(?=[^\W\d_])|[–—+•·]\s*)(?P<rest>\S.*)")


def _dash(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for an entry of a list whose dash has no space after it, or is no dash."""
    line = place_of(error, shown).line
    for number in dict.fromkeys((line, line - 1, _context_line(error))):
        trouble = without_dash(_line(shown, number), number)
        if trouble and number not in mended:
            return trouble
    return None


def without_dash(raw: str, number: int, *, bare: bool = False) -> Trouble | None:
    """Give the trouble of a line that is an entry of a list and does not start with a dash and a space; `bare` where it has no sign at all."""
    found = (
        re.fullmatch(r"(?P<head>\s*)(?P<dash>)(?P<rest>\S.*)", raw)
        if bare
        else _DASH.fullmatch(raw)
    )
    if found is None:
        return None
    start = len(found["head"])
    shift = start + 2 - found.start("rest")
    span = Span(number, start + 1, number, len(raw.rstrip()) + 1)
    cure = Edit(Span(number, start + 1, number, found.start("rest") + 1), "- ")
    facts: dict[str, Fact] = {"value": found["rest"].strip()}
    fault = Fault("entry-without-dash", span=span, facts=facts, cure=cure)
    return Trouble(fault, Mend(number, NOWHERE, span, f"{found['head']}- {found['rest']}", shift))


def _shifted(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for a line that stands beside its place: it reads on in it."""
    line = place_of(error, shown).line
    for number in dict.fromkeys((line, _context_line(error), _beside(shown, line, -1))):
        raw = _line(shown, number)
        if not _ENTRY.match(raw) or number in mended or raw.startswith("\t"):
            continue
        width = _indent(raw)
        place = _right_place(shown, number, line)
        if place is None or place == width:
            continue
        cure = Edit(Span(number, 1, number, width + 1), " " * place)
        span = Span(number, width + 1, number, width + 2)
        mend = Mend(number, NOWHERE, span, " " * place + raw[width:], place - width)
        return Trouble(Fault("bad-indentation", span=span, cure=cure), mend)
    return None


def _beside(shown: tuple[str, ...], number: int, step: int) -> int:
    """Give the nearest line above (-1) or below (1) that is not blank nor a comment."""
    at = number + step
    while 0 < at <= len(shown) and _line(shown, at).strip()[:1] in ("", "#"):
        at += step
    return at


def _right_place(shown: tuple[str, ...], number: int, wrong: int) -> int | None:
    """Give the column, from 0, where a line surely belongs: a space beside it, or that of the lines around it; `wrong` is where YAML gave up."""
    raw, above, below = (
        _line(shown, n) for n in (number, _beside(shown, number, -1), _beside(shown, number, 1))
    )
    width, dash = _indent(raw), raw.lstrip().startswith("-")
    places = _places(shown, number, dash=dash)
    near = {place for place in places if abs(place - width) == 1}
    if width not in places and len(near) == 1:
        return near.pop()
    if dash:
        held = re.match(r"(\s*)- +(?!\w+:(?: |$))", above)
        item = bool(re.match(r"\s*- +(?!\w+:(?: |$))\S", raw))
        return len(held[1]) if held and item and width not in places else None
    over = _key_column(above)
    if _VALUED.match(above) and over is not None and width > over:
        return over  # nothing can stand under a key that has its value
    under = _key_column(below)
    outdented = over is not None and over == under and width < over
    gave_up = wrong in (number, _beside(shown, number, 1))
    return over if outdented and gave_up and _VALUED.match(raw) else None


_VALUED = pattern(r"\s*(?:- +)*[A-Za-z_][\w-]*:[ \t]+[^\s#|>].*")


def _key_column(raw: str) -> int | None:
    found = re.match(r"\s*(?:- +)*(?=[A-Za-z_][\w-]*:(?:\s|$))", raw)
    return found.end() if found else None


def _first_entry(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for the first entry of a list without its dash, where the second has one."""
    line = place_of(error, shown).line
    depth = _indent(_line(shown, line))
    if not _line(shown, line).lstrip().startswith("- "):
        return None
    number = line - 1
    while number > 0 and (
        not _line(shown, number).strip() or _indent(_line(shown, number)) > depth
    ):
        number -= 1
    first = _beside(shown, number, 1)
    raw = _line(shown, first)
    heads = re.fullmatch(r"\s*[a-z_]+:\s*(?:#.*)?", _line(shown, number))
    fits = _indent(raw) == depth + 2 and _key_column(raw) == depth + 2
    if not heads or not fits or first in mended or first >= line:
        return None
    span = Span(first, depth + 3, first, len(raw.rstrip()) + 1)
    cure = Edit(Span(first, depth + 1, first, depth + 3), "- ")
    facts: dict[str, Fact] = {"value": raw.strip()}
    fault = Fault("entry-without-dash", span=span, facts=facts, cure=cure)
    return Trouble(fault, Mend(first, NOWHERE, span, f"{' ' * depth}- {raw.lstrip()}"))


def _places(shown: tuple[str, ...], number: int, *, dash: bool) -> set[int]:
    """Give the columns, from 0, at which the lines above let a dash or a key stand."""
    found: set[int] = set()
    least = 1_000
    for above in range(number - 1, 0, -1):
        raw = _line(shown, above)
        if not _ENTRY.match(raw):
            continue
        width = len(raw) - len(raw.lstrip(" "))
        dashes = re.match(r"(?:- +)*", raw[width:])
        after = width + (dashes.end() if dashes else 0)
        if width <= least:
            least = width
            starts = {width} if after > width else set()
            found |= starts if dash else {after}
    return found


def _line_above(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for a key whose colon was forgotten on the line above, or a text that goes on and holds a colon."""
    place = place_of(error, shown)
    raw = _line(shown, place.line)
    if "mapping values" not in (error.problem or "") or not _ENTRY.match(raw):
        return None
    number = next((n for n in range(place.line - 1, 0, -1) if _line(shown, n).strip()), 0)
    above = _line(shown, number)
    found = re.fullmatch(r"(?P<head>\s*(?:- +)*)(?P<words>[^\s:#\"'-][^:#]*)", above.rstrip())
    if not found or len(raw) - len(raw.lstrip()) < len(found["head"]) or number in mended:
        return None
    words = found["words"]
    column = len(found["head"]) + 1
    span = Span(number, column, number, column + len(words))
    fault = Fault("missing-colon", span=span, facts=_said(words))
    if re.fullmatch(r"[a-z_]+", words):
        cure = _put_in(number, column + len(words), ":")
        fault = Fault("missing-colon", span=span, facts=_said(words, cure), cure=cure)
        return Trouble(fault, Mend(number, column, span, f"{above.rstrip()}:"))
    if re.fullmatch(r"[a-z_]+(?:[ =]+\S+|\s*：.*)", words):  # "id A2"
        return _lacking(words, shown, number, column) or Trouble(fault)
    facts: dict[str, Fact] = {"value": f"{words} {raw.strip()}"}
    return Trouble(Fault("unquoted-colon", span=place, facts=facts))


def _quote(
    error: Any, shown: tuple[str, ...], mended: dict[int, Mend], last_quoted: Span | None
) -> Trouble | None:
    start = _unclosed_quote(error, shown, last_quoted, place_of(error, shown))
    row = _row(shown, start) if start is not None and start not in mended else None
    return _mended("unclosed-quote", row, row.value[1:]) if row else None


def _value(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for a value that YAML takes for something else, where the error is and where it began."""
    place = place_of(error, shown)
    problem = error.problem or ""
    for number in (_context_line(error), place.line):
        row = _row(shown, number)
        if row is None or number in mended:
            continue
        if not row.head.strip():
            if row.value[0] in "*•@" and number == place.line:
                return _bullet(row)
            continue
        rest = _AFTER_QUOTE.fullmatch(row.value)
        if rest and number == place.line:
            column = row.span.column + rest.start("rest")
            span = Span(number, column, number, column + len(rest["rest"]))
            return _mended("text-after-quote", row, row.value, span=span)
        if _starts_with_sign(row.value):
            return _signed(row)
        if number == place.line and ("escape" in problem or "hex" in problem):
            column = _line(shown, number).rfind("\\", 0, place.column) + 1 or place.column
            span = Span(number, column, number, column + 1)
            return _mended("bad-escape", row, row.value.strip("\"'"), span=span)
        if number == place.line and "mapping values" in problem and place.column > len(row.head):
            return _mended("unquoted-colon", row, row.value, span=place)
    return None


_CLOSED_BY = {"[": "]", "{": "}"}


def _bracket(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    """Look for a value in brackets that are not closed on its line, nor meant to go on."""
    for number in (_context_line(error), place_of(error, shown).line):
        row = _row(shown, number)
        close = _CLOSED_BY.get(row.value[0]) if row and row.head.strip() else None
        if row and close and close not in row.value and number not in mended:
            return None if row.value.endswith(",") else _closed(row)
    return None


def _closed(row: _Row) -> Trouble:
    """Close a bracket at the end of its line."""
    end, sign = row.span.end_column, row.value[0]
    span = Span(row.number, row.span.column, row.number, row.span.column + 1)
    fault = Fault(
        "unclosed-bracket",
        span=span,
        facts={"sign": sign},
        cure=_put_in(row.number, end, _CLOSED_BY[sign]),
    )
    return Trouble(
        fault, Mend(row.number, NOWHERE, span, f"{row.head}{row.value}{_CLOSED_BY[sign]}")
    )


def _signed(row: _Row) -> Trouble:
    if row.value.startswith("- ") and row.head.rstrip().endswith(":"):
        return _dash_as_value(row)
    return _mended("unquoted-value", row, row.value, facts={"sign": row.value[0]})


def _dash_as_value(row: _Row) -> Trouble:
    """Mend `tasks: - II.7.2.3`: an entry on the line of its key; a single one needs no dash."""
    words = row.value[2:].strip()
    span = Span(row.number, row.span.column, row.number, row.span.column + 1)
    cure = Edit(Span(row.number, row.span.column, row.number, row.span.end_column), words)
    facts: dict[str, Fact] = {"value": words, "sign": "-"}
    fault = Fault("unquoted-value", span=span, facts=facts, cure=cure)
    shift = len(row.value) - len(words)
    return Trouble(fault, Mend(row.number, NOWHERE, row.span, f"{row.head}{words}", -shift))


def _bullet(row: _Row) -> Trouble:
    """Mend a list written with "*" or "•" in the place of the dash."""
    words = row.value[1:].strip() if row.value[1:2] == " " else row.value
    entry = f"- {quoted(words)}"
    mend = Mend(row.number, row.span.column, row.span, f"{row.head}{entry}")
    facts: dict[str, Fact] = {"value": row.value, "sign": row.value[0]}
    cure = Edit(row.span, entry)
    return Trouble(Fault("unquoted-value", span=row.span, facts=facts, cure=cure), mend)


def _missing_space(error: Any, shown: tuple[str, ...], mended: dict[int, Mend]) -> Trouble | None:
    line = place_of(error, shown).line
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


def apply(text: str, mends: Iterable[Mend]) -> str:
    """Give the text with some lines as the mends have them."""
    pieces = _BREAKS.split(text)
    for mend in mends:
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
    if sign in "[{":  # a list over several lines is not one value, a whole one is as it should be
        return not value.endswith((",", _CLOSED_BY[sign]))
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
    mend = Mend(row.number, row.span.column, row.span, f"{row.head}{space}{quoted(value)}")
    cure = Edit(row.span, space + quoted(value))
    if space and re.fullmatch(r"\w[^:#]*", value):
        cure = _put_in(row.number, row.span.column, space)  # it needs no quotes
    said: dict[str, Fact] = {"value": value, **(facts or {})}
    return Trouble(Fault(code, span=span or row.span, facts=said, cure=cure), mend)


def quoted(value: str) -> str:
    """Write words in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _put_in(line: int, column: int, text: str) -> Edit:
    return Edit(Span(line, column, line, column), text)


def _without_colon(shown: tuple[str, ...], mended: dict[int, Mend], number: int) -> Trouble:
    raw = _line(shown, number)
    words = raw.strip()
    start = len(raw) - len(raw.lstrip()) + 1
    span = Span(number, start, number, max(start + 1, len(raw.rstrip()) + 1))
    if number in mended:
        return Trouble(Fault("missing-colon", span=span, facts=_said(words)))
    if _below_a_dash(shown, number):
        trouble = without_dash(raw, number, bare=True)
        if trouble:
            return trouble
    return _lacking(words, shown, number, start) or Trouble(
        Fault("missing-colon", span=span, facts={**_said(words), "dropped": True}),
        Mend(number, start, span, " " * (start - 1) + "#"),
    )


def _lacking(words: str, shown: tuple[str, ...], number: int, start: int) -> Trouble | None:
    """Give the trouble of a key without its colon, where it is sure to be one."""
    cure = _colon(words, shown, number, start)
    if cure is None:
        return None
    span = Span(number, start, number, start + len(words))
    fault = Fault("missing-colon", span=span, facts=_said(words, cure), cure=cure)
    return Trouble(fault, Mend(number, NOWHERE, span, _edited(_line(shown, number), cure)))


def _below_a_dash(shown: tuple[str, ...], number: int) -> bool:
    """Tell whether the entry above stands at the same column and has its dash."""
    raw = _line(shown, number)
    above = next((r for n in range(number - 1, 0, -1) if (r := _line(shown, n)).strip()), "")
    if not above.lstrip().startswith("- ") or _indent(above) != _indent(raw):
        return False
    at = number - 1
    while at > 0 and (not _line(shown, at).strip() or _line(shown, at).lstrip().startswith("- ")):
        at -= 1
    column = _key_column(_line(shown, at))
    return column is not None and column < _indent(
        raw
    )  # else it may as well be a key of that level


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip())


def _colon(words: str, shown: tuple[str, ...], number: int, start: int) -> Edit | None:
    """Give the colon that a line surely lacks: after a key alone that something stands under, or one that the file has elsewhere."""
    wide = words.find("：")
    if wide > 0 and re.fullmatch(r"[a-z_]+\s*", words[:wide]):
        return Edit(Span(number, start + wide, number, start + wide + 1), ": ")
    equals = re.match(r"[a-z_]+(\s*=\s*)", words)
    if equals:
        at = start + equals.start(1)
        return Edit(Span(number, at, number, start + equals.end(1)), ": ")
    below = _line(shown, number + 1)
    deeper = _indent(below) + 1 > start or below.lstrip().startswith("- ")
    key = words.partition(" ")[0]
    if key == words and re.fullmatch(r"[a-z_]+", key) and below.strip() and deeper:
        return _put_in(number, start + len(key), ":")
    known = re.compile(rf"\s*(?:- +)*{re.escape(key)}:(?:\s|$)")
    if re.fullmatch(r"[a-z_]+", key) and any(map(known.match, shown)):
        return _put_in(number, start + len(key), ":")
    return None


def _said(words: str, cure: Edit | None = None) -> dict[str, Fact]:
    """Say what the line holds, what becomes of it, and how it is to be written."""
    key, _, rest = re.sub(r"\s*[：=]\s*", " ", words, count=1).partition(" ")
    if cure:
        typed = f"{key}: {rest.strip()}".strip() if rest.strip() else f"{key}:"
        hint = Text(vi=f"ghi “{typed}”", en=f"write “{typed}”")
        return {"value": words, "effect": Text("", ""), "hint": hint}
    return {"value": words, "effect": _NOT_READ, "hint": _THREE_WAYS}


_NOT_READ = Text(vi="; dòng này không được đọc", en="; it is not read")
_THREE_WAYS = Text(
    vi="thụt dòng vào sâu hơn nếu là phần tiếp của dòng trên, thêm dấu gạch và dấu cách nếu là một mục, hoặc thêm khóa và dấu hai chấm ở đầu",
    en="indent it more if it continues the line above, put a dash and a space in front if it is an entry, or a key and a colon",
)


def _edited(raw: str, edit: Edit) -> str:
    return raw[: edit.span.column - 1] + edit.text + raw[edit.span.end_column - 1 :]
