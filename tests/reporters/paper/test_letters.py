"""One letter for each unit whose plan lacks something, with the directive's own words, and none for the others."""

import re

import pytest

from hpdirective.library import Library
from hpdirective.reporters import paper
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.plans import clean_plan, write
from tests.reporters.paper.city import GAPPED, LEFT_OUT, WAIVED, opened, sheets, surveyed, words

VI = pytest.mark.parametrize("lang", [Lang.VI], ids=str, indirect=True, scope="session")


def text_of(raw: bytes) -> str:
    return "\n".join(words(sheets(opened(raw))[0]))


def test_each_unit_with_gaps_gets_one_and_no_other(apart: dict[str, bytes], city: Survey) -> None:
    assert set(apart) == GAPPED
    named = {f.unit for f in city.findings if f.severity != "info" and f.unit}
    files = {row.file: row.unit.id for row in city.roster.rows}
    named |= {files[f.place.file] for f in city.findings if f.severity != "info" and f.place.file}
    assert set(apart) == named


def test_each_letter_is_a_section_of_the_whole_file(
    raw: bytes, apart: dict[str, bytes], library: Library, lang: Lang
) -> None:
    every = sheets(opened(raw))[5:]
    assert ["\n".join(words(sheet)) for sheet in every] == [
        text_of(apart[u]) for u in sorted(apart)
    ]
    to = "Kính gửi" if lang is Lang.VI else "To"
    for unit, one in apart.items():
        (sheet,) = sheets(opened(one))
        heads = [w for w in words(sheet) if w.startswith(f"{to}: ")]
        assert heads == [f"{to}: {library.units.named(unit).name.said(lang)}"]


def test_quoted_words_are_the_directives_own(apart: dict[str, bytes], library: Library) -> None:
    text = " ".join(c.text for c in library.directive.clauses.values())
    quotes = 0
    for one in apart.values():
        for paragraph in words(sheets(opened(one))[0]):
            if paragraph.startswith("“"):
                assert paragraph.endswith("”")
                assert paragraph[1:-1] in text
                quotes += 1
    assert quotes > 20


@VI
def test_what_is_missing_is_said_with_its_clause_and_basis(
    apart: dict[str, bytes], library: Library
) -> None:
    said = text_of(apart["SoCT"])
    clause = library.directive.clauses[LEFT_OUT]
    assert f"“{clause.text}”" in said
    assert f"gạch đầu dòng thứ nhất ({LEFT_OUT}):" in said
    assert "Thuộc chức năng của đơn vị" in said
    assert "Được giao" not in said
    assert "trước ngày 15/02/2023" in said
    waived = said[said.index("theo dõi riêng") :]
    assert WAIVED in waived
    assert "được cho phép không thực hiện" in waived
    assert WAIVED not in said[: said.index("theo dõi riêng")]


@VI
def test_each_standing_is_said(apart: dict[str, bytes]) -> None:
    assert "Chưa có kế hoạch của Sở Ngoại vụ" in text_of(apart["SoNgV"])
    assert "không đọc được" in text_of(apart["SoNV"])
    assert "(tệp SoNV.yaml, dòng 16)" in text_of(apart["SoNV"])
    assert "ghi thực hiện văn bản khác" in text_of(apart["SoVHTT"])
    assert "ban hành ngày 16/02/2023, gửi ngày 17/02/2023: ban hành chậm" in text_of(apart["SoTC"])
    late = text_of(apart["SoXD"])
    assert "Thời hạn 30/06/2024 muộn hơn thời hạn 31/12/2023" in late
    assert "Ghi thời hạn chậm nhất 31/12/2023" in late
    for one in apart.values():
        assert re.search(r"trước ngày\s+/\s+/\s+để tổng hợp", text_of(one))


@VI
def test_a_unit_without_a_plan_is_told_all_it_owes(
    apart: dict[str, bytes], city: Survey, library: Library
) -> None:
    said = text_of(apart["SoNgV"])
    owed = [d for d in city.coverage.duties if d.unit == "SoNgV" and d.role == "lead"]
    assert owed
    for duty in owed:
        assert f"“{library.directive.clauses[duty.task].text}”" in said
    assert "theo cách hiểu của bộ dữ liệu, chưa phải phân công chính thức" in said.casefold()


def test_information_asks_for_nothing(library: Library, lang: Lang) -> None:
    plan = clean_plan("SoKHDT", library)
    del plan["actions"][0]["start"]  # information
    city = surveyed({"SoKHDT": write(plan)}, library)
    assert any(f.severity == "info" and f.unit == "SoKHDT" for f in city.findings)
    assert "SoKHDT" not in paper.letters(city, library.directive, library.units, lang, "m")
