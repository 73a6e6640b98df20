"""What sort of paper a number tells of."""

import pytest

from hpdirective.library import Library
from hpdirective.model.form import form_of


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        ("02/CT-UBND", "Chỉ thị", "Directive"),
        ("05-CT/TW", "Chỉ thị", "Directive"),
        ("2a/2023/CT-TTg", "Chỉ thị", "Directive"),
        ("15/QĐ-UBND", "Quyết định", "Decision"),
        ("15/qđ-ubnd", "Quyết định", "Decision"),
        ("87/KH-UBND", "Kế hoạch", "Plan"),
        ("03/CTr-UBND", "Chương trình", "Programme"),
        ("123/UBND-TH", "Văn bản", "Document"),
        ("02", "Văn bản", "Document"),
        ("", "Văn bản", "Document"),
    ],
)
def test_the_letters_of_a_number_tell_its_sort(number: str, vi: str, en: str) -> None:
    assert (form_of(number).vi, form_of(number).en) == (vi, en)


def test_a_directive_is_called_by_its_sort_and_number(library: Library) -> None:
    numbered = library.directive.numbered
    assert (numbered.vi, numbered.en) == ("Chỉ thị 02/CT-UBND", "Directive 02/CT-UBND")
