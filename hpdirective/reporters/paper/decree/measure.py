"""How wide bold Times New Roman is, so that a line may be drawn as long as the words above it, or a part of it."""

import unicodedata

# Thousandths of the size, from the metrics that every font made to fit Times New Roman Bold keeps.
_WIDTHS = {
    250: " ,.\u00a0",
    278: "/il",
    333: "!()-:;fjt’“”",
    389: "Is",
    444: "cerz",
    500: "#$*0123456789?JagovxyŒ…",
    556: "Sbdhknpqu",
    570: "+<=>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "&m",
    944: "M",
    1000: "%W",
}
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 600  # of a letter that no name of an office has
_MM = 25.4 / 72


def balanced(text: str, size: float, room: float) -> list[str]:
    """Part bold words into the fewest lines that a room in mm allows, about as long as each other, never at a space that holds them together."""
    whole, words = width_of(text, size), text.split(" ")
    for many in range(1, len(words) + 1):
        lines = _filled(words, size, min(room, whole / many * _LOOSE))
        if len(lines) <= many:
            return lines
    return [text]


_LOOSE = 1.15  # a line may be so much longer than its part


def _filled(words: list[str], size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def width_of(text: str, size: float) -> float:
    """Give the width in mm of bold words of a size in points; a mark above or below a letter takes no room."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    units = sum(_OF.get(one, _OTHER) for one in letters if not unicodedata.combining(one))
    return units * size / 1000 * _MM
