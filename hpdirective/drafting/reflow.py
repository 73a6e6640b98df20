"""A text that has lost its line ends: lines are started again where labels, the title and the signature stand."""

from hpdirective.drafting.markers import LOWER, UPPER
from hpdirective.patterns import pattern

_LONG = 3000  # characters of one line that can be no paragraph
_MOST = 0.6  # of the text on that line
_LABEL = r"(?:[IVX]{1,4}\.|[0-9]{1,2}\.(?:[0-9]{1,2}\.?)?|[a-zđ]\)|Điều [0-9]{1,3}\.|Phần thứ \w+|[-–+])"
_STARTS = pattern(
    rf"(?<=[.;:!?/”]) (?={_LABEL} [{UPPER}“])"  # after a sentence, an item or a lead-in
    rf"|(?<=[{UPPER}][{UPPER}]) (?=(?:[0-9]{{1,2}}\.|[a-z]\)|[-–]) [{UPPER}][{LOWER}])"  # after a heading in capitals
    rf"|(?<=[{UPPER}][{UPPER}]) (?=Số ?: ?[0-9])| (?=Nơi nhận ?:)|(?<=\.) (?=(?:TM|KT|TL|TUQ)\. [{UPPER}]{{2}})|(?<=[;:]) (?=Căn cứ )"
)
_TITLE = pattern(
    rf"(?<=[{LOWER}0-9]) (?=(?:CHỈ THỊ|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|CÔNG ĐIỆN|THÔNG BÁO|KẾT LUẬN|HƯỚNG DẪN) [{UPPER}])"
)
_SMALL = pattern(rf" (?=[{UPPER}][{LOWER}]+ )")


def reflow(text: str) -> str:
    """Give a text with line ends where they were lost; a text that has them is left as it is. No word is touched."""
    longest = max(text.splitlines(), key=len, default="")
    if len(longest) < _LONG or len(longest) < _MOST * len(text):
        return text
    return _STARTS.sub("\n", _titled(text))


def _titled(text: str) -> str:
    """Part the title in capitals from the header before it and the words after it."""
    title = _TITLE.search(text)
    if title is None:
        return text
    end = _SMALL.search(text, title.end())
    head, named = text[: title.start()], text[title.end() :]
    if end is None:
        return f"{head}\n{named}"
    return f"{head}\n{text[title.end() : end.start()]}\n{text[end.end() :]}"
