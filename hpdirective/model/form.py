"""What sort of paper a directive is, as its number tells: Decree 30/2020/NĐ-CP, Annex III, gives each sort its letters."""

from hpdirective.patterns import pattern
from hpdirective.words import Text

_LETTERS = pattern(r"\s*[0-9]+[a-z]?\s*[/-]\s*(?:[0-9]{4}\s*/\s*)?(?P<letters>[^\W\d_]+)")
_FORMS = {
    "ct": Text(vi="Chỉ thị", en="Directive"),
    "ctr": Text(vi="Chương trình", en="Programme"),
    "đa": Text(vi="Đề án", en="Scheme"),
    "hd": Text(vi="Hướng dẫn", en="Guidance"),
    "kh": Text(vi="Kế hoạch", en="Plan"),
    "nq": Text(vi="Nghị quyết", en="Resolution"),
    "pa": Text(vi="Phương án", en="Scheme"),
    "qđ": Text(vi="Quyết định", en="Decision"),
    "tb": Text(vi="Thông báo", en="Notice"),
}
_OTHER = Text(vi="Văn bản", en="Document")  # a letter (công văn) bears no letters of its own


def form_of(number: str) -> Text:
    """Give the sort of a paper by its number: "Chỉ thị" of 02/CT-UBND, "Văn bản" where the number does not tell."""
    found = _LETTERS.match(number)
    return _FORMS.get(found["letters"].casefold(), _OTHER) if found else _OTHER
