"""Words of a plan inside Markdown: shown as they are, never obeyed."""

import re

from hpdirective.patterns import pattern
from hpdirective.words import one_line

_SIGNS = pattern(r"([\\`*_{}\[\]()<>|~!])")
_AT_START = pattern(r"^([-+#>=]|\d+[.)])")


def plain(text: str) -> str:
    """Write a text on one line so that no sign in it is Markdown or HTML, and nothing becomes a link, an issue or a person."""
    said = one_line(text).replace("&", "&amp;")
    said = _SIGNS.sub(
        lambda found: f"\\{found[1]}" if found[1] not in "<>" else _ENTITY[found[1]], said
    )
    said = said.replace("@", "&#64;").replace("#", "&#35;")
    said = re.sub(r":(?=//)", "&#58;", said)
    said = re.sub(r"(?i)\b(www)\.", r"\1&#46;", said)
    return _AT_START.sub(
        lambda found: f"\\{found[1]}" if not found[1][0].isdigit() else found[1], said
    )


_ENTITY = {"<": "&lt;", ">": "&gt;"}


def table(heads: list[str], rows: list[list[str]]) -> list[str]:
    """Write a table; the cells are Markdown."""
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]
