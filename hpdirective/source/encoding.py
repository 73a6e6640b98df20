"""From the bytes of a file to its text: encodings that officials' tools still write, and characters that no text should hold."""

import unicodedata

from hpdirective.patterns import pattern
from hpdirective.source.document import Fault
from hpdirective.source.place import Span
from hpdirective.words import Text

# libyaml ends a line at these, editors do not: one space each keeps lines and columns as the user sees them.
_OTHER_BREAKS = ("\x85", "\u2028", "\u2029")
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAK = pattern(r"\r\n|\n|\r")
BOM = b"\xef\xbb\xbf"
# The letters of Vietnamese in NFC and the signs that go with them: of a text that has no others nothing need be looked for.
_USUAL = pattern("[\n -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•≥≤]*")
_WIDE = Text(vi=" (có vẻ là UTF-16 hoặc UTF-32)", en=" (it looks like UTF-16 or UTF-32)")
# What files of offices start with, and which they are.
_OFFICE = {
    b"PK\x03\x04": Text(
        vi="văn bản Word, bảng tính Excel hoặc tệp nén (.docx, .xlsx, .odt, .zip)",
        en="a file of Word or Excel, or an archive (.docx, .xlsx, .odt, .zip)",
    ),
    b"\xd0\xcf\x11\xe0": Text(
        vi="văn bản Word hoặc bảng tính Excel đời cũ (.doc, .xls)",
        en="an old file of Word or Excel (.doc, .xls)",
    ),
    b"%PDF-": Text(vi="văn bản PDF", en="a PDF"),
    b"{\\rtf": Text(vi="văn bản RTF", en="a file of rich text (RTF)"),
}
_BINARY = 20  # as many control characters are no slip of the hand

# Letters and signs that TCVN3 (ABC) and VNI fonts draw as Vietnamese, and Vietnamese never writes.
_FONT_SIGNS = pattern("[¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹»¼½¾¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
# A vowel and the mark after it; the mark comes first here, since far fewer letters are to be looked at then.
_VNI_PAIRS = pattern(
    "[âùøûõïáàåäãéèêëúü](?:(?<=[aA].)|(?<=[eE][âùøûõïáàåäãéèêë])|(?<=[oO][âùøûïåäëé])|(?<=[uU][ùøûõïáà])(?<![qQ]..)(?![yaeiâêôơ]))"
)
_SEVERAL = 3  # words
_WORD = pattern(r"[^\s\"'“”(),.;:/\-\[\]{}]+")
_MARKED = pattern("[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹ]")
_VIETNAMESE = pattern(
    "[\x00-\x7fÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•\u00a0≥≤×°±€™§²³½¼©®«»]*"
)


def decode(raw: bytes) -> tuple[str | None, list[Fault]]:
    """Give the text of a file, or None where it cannot be had, and what was wrong with its bytes."""
    if kind := office(raw):
        return None, [Fault("office-file", span=Span(1, 1, 1, 1), facts={"kind": kind})]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(raw):
        return None, [Fault("not-utf-8", span=Span(1, 1, 1, 1), facts={"encoding": _WIDE})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_other(raw, error)
    plain = usual(text)
    if legacy_font(text, plain=plain):
        return None, [Fault("legacy-font-text", span=_first_sign(text))]
    return (text, []) if plain else _without_control(text)


def office(raw: bytes) -> Text | None:
    """Name the sort of file that an office writes, None for any other."""
    return next((kind for start, kind in _OFFICE.items() if raw.startswith(start)), None)


def usual(text: str) -> bool:
    """Tell whether a text has no letters and signs but those of plain Vietnamese in NFC, and no line end but LF."""
    return _USUAL.fullmatch(text) is not None


def typed(raw: bytes) -> str | None:
    """Give the text of a file as it was typed, without a byte order mark, None where `decode` gives none; one in windows-1258 comes in NFC."""
    if decode(raw)[0] is None:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", raw.removeprefix(BOM).decode("cp1258"))


def lines(text: str) -> tuple[str, ...]:
    """Cut a text into its lines, without their ends."""
    return tuple(_BREAK.split(text) if "\r" in text else text.split("\n"))


def position(text: str, index: int) -> Span:
    """Give the line and column of a character."""
    before = _BREAK.split(text[:index])
    return Span(len(before), len(before[-1]) + 1, len(before), len(before[-1]) + 2)


def _looks_utf16(raw: bytes) -> bool:
    head = raw[:400]
    return len(head) > 3 and (
        head[1::2].count(0) > len(head) // 4 or head[::2].count(0) > len(head) // 4
    )


def _decode_other(raw: bytes, error: UnicodeDecodeError) -> tuple[str | None, list[Fault]]:
    body = raw.removeprefix(BOM)
    before = body[: error.start].decode("utf-8", "replace")
    place = position(before, len(before))
    try:
        text = unicodedata.normalize("NFC", body.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if text and legacy_font(text):
        return None, [Fault("legacy-font-text", span=place)]
    if text and _VIETNAMESE.fullmatch(text) and _MARKED.search(text):
        found, faults = _without_control(text)
        return found, [Fault("windows-1258", span=place), *faults]
    return None, [Fault("not-utf-8", span=place, facts={"encoding": ""})]


def _without_control(text: str) -> tuple[str | None, list[Fault]]:
    first = _CONTROL.search(text)
    if first is None:
        return _with_our_breaks(text), []
    count = len(_CONTROL.findall(text))
    fault = Fault(
        "control-character",
        span=position(text, first.start()),
        facts={"character": f"U+{ord(first[0]):04X}", "count": count},
    )
    if count > _BINARY:
        return None, [fault]
    return _with_our_breaks(_CONTROL.sub(" ", text)), [fault]


def _with_our_breaks(text: str) -> str:
    for sign in _OTHER_BREAKS:
        text = text.replace(sign, " ")
    return text


def legacy_font(text: str, *, plain: bool = False) -> bool:
    """Tell whether words look typed in a TCVN3 or VNI font: several of them, and a third of all words with marks; a plain text is `usual`."""
    signs = 0 if plain else len(_FONT_SIGNS.findall(text))
    if text.isascii() or signs + len(_VNI_PAIRS.findall(text)) < _SEVERAL:
        return False  # at once, as nearly always
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(1 for word in marked if _font_word(word))
    return odd >= _SEVERAL and odd * 3 >= len(marked)


def _font_word(word: str) -> bool:
    return bool((len(word) > 1 and _FONT_SIGNS.search(word)) or _VNI_PAIRS.search(word))


def _first_sign(text: str) -> Span:
    for word in _WORD.finditer(text):
        if not word[0].isascii() and _font_word(word[0]):
            return position(text, word.start())
    return Span(1, 1, 1, 1)
