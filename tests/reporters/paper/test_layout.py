"""The papers against Decree 30/2020/NĐ-CP, Annex I, element by element, and against what keeps them the same."""

import io
import re
import time
import zipfile
from datetime import date
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Length

from hpdirective.library import Library
from hpdirective.reporters import paper
from hpdirective.reporters.paper.decree.binding import Sheet, bind
from hpdirective.reporters.paper.decree.markup import said
from hpdirective.reporters.paper.decree.measure import balanced, width_of
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.reporters.paper.city import opened, sheets, words
from tests.reporters.paper.conftest import MARK

FONT = "Times New Roman"
SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
VI = pytest.mark.parametrize("lang", [Lang.VI], ids=str, indirect=True, scope="session")


def parts(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def look(run: Any) -> tuple[float, bool, bool]:
    """Give size in points, bold, italic."""
    about = run.find(qn("w:rPr"))
    size = int(about.find(qn("w:sz")).get(qn("w:val"))) / 2
    return size, about.find(qn("w:b")) is not None, about.find(qn("w:i")) is not None


def looks(blocks: list[Any], start: str) -> tuple[float, bool, bool]:
    """Give the look of the first paragraph whose words start so."""
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            runs = paragraph.findall(qn("w:r"))
            if "".join(words([paragraph])).startswith(start):
                return look(runs[0])
    raise AssertionError(start)


def align(blocks: list[Any], start: str) -> str:
    found = next(
        p for b in blocks for p in b.iter(qn("w:p")) if "".join(words([p])).startswith(start)
    )
    return str(found.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")))


# --- pages


def test_pages_are_a4_with_the_margins_of_the_decree(raw: bytes) -> None:
    for section in opened(raw).sections:
        wide = section.orientation is WD_ORIENT.LANDSCAPE
        wanted = (297, 210) if wide else (210, 297)
        for got, want in zip((section.page_width, section.page_height), wanted, strict=True):
            assert mm(got) == pytest.approx(want, abs=0.1)
        for margin, low, high in (
            (section.top_margin, 20, 25),
            (section.bottom_margin, 20, 25),
            (section.left_margin, 30, 35),
            (section.right_margin, 15, 20),
        ):
            assert low - 0.05 < mm(margin) < high + 0.05


def mm(length: Length | None) -> float:
    assert length is not None
    return float(length.mm)


def test_pages_count_from_one_in_each_paper_and_the_first_shows_no_number(raw: bytes) -> None:
    for section in opened(raw).sections:
        number = section._sectPr.find(qn("w:pgNumType"))
        assert number.get(qn("w:start")) == "1"
        assert number.get(qn("w:fmt")) == "decimal"
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text.strip()
        shown = section.header.paragraphs[0]._p
        assert shown.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "center"
        assert [t.text for t in shown.iter(qn("w:instrText"))] == [" PAGE "]
        assert {look(run)[0] for run in shown.findall(qn("w:r"))} <= {13, 14}
        assert mm(section.header_distance) < mm(section.top_margin)
        assert not section.footer.is_linked_to_previous or not section.footer.paragraphs[0].text


def test_every_word_is_times_new_roman(raw: bytes) -> None:
    for name, text in parts(raw).items():
        for font in re.findall(r"<w:rFonts[^>]*>", text):
            assert {re.search(rf'w:{s}="([^"]*)"', font)[1] for s in SCRIPTS} == {FONT}, name  # type: ignore[index]
        assert "Theme=" not in text
        assert not re.search("Calibri|Cambria|Arial", text), name
    body = opened(raw).element.body
    for run in body.iter(qn("w:r")):
        assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") is not None
        if "".join(words([run])) or any((t.text or "").strip() for t in run.iter(qn("w:t"))):
            assert look(run)[0] in {11, 12, 13, 14}


def test_the_text_is_justified_indented_and_spaced(raw: bytes) -> None:
    body = opened(raw).element.body
    flowing = 0
    for paragraph in body.findall(qn("w:p")):
        about = paragraph.find(qn("w:pPr"))
        if about.find(qn("w:jc")) is None or about.find(qn("w:jc")).get(qn("w:val")) != "both":
            continue
        flowing += 1
        spacing = about.find(qn("w:spacing"))
        assert int(spacing.get(qn("w:before"))) >= 6 * 20
        assert 240 <= int(spacing.get(qn("w:line"))) <= 360
        assert spacing.get(qn("w:lineRule")) == "auto"
        assert int(about.find(qn("w:ind")).get(qn("w:firstLine"))) == 720  # 1,27 cm
        assert {look(run)[0] for run in paragraph.findall(qn("w:r"))} == {14}
    assert flowing > 40


def test_no_row_is_cut_and_heads_are_repeated(raw: bytes) -> None:
    for table in opened(raw).tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        if table._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") is not None:
            assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


# --- elements


@VI
def test_the_elements_of_the_report(raw: bytes) -> None:
    report = sheets(opened(raw))[0]
    expected = {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": ((12, True, False), "center"),
        "Độc lập - Tự do - Hạnh phúc": ((13, True, False), "center"),
        "UBND THÀNH PHỐ HẢI PHÒNG": ((12, False, False), "center"),
        "VĂN PHÒNG": ((12, True, False), "center"),
        "Số:": ((13, False, False), "center"),
        "Hải Phòng, ngày": ((13, False, True), "center"),
        "BÁO CÁO": ((14, True, False), "center"),
        "Kết quả rà soát": ((14, True, False), "center"),
        "Kính gửi: Ủy ban nhân dân thành phố Hải Phòng": ((14, False, False), "center"),
        "I. TÌNH HÌNH": ((14, True, False), "left"),
        "1. Kết quả chung": ((14, True, False), "left"),
        "CHÁNH VĂN PHÒNG": ((14, True, False), "center"),
        "Nơi nhận:": ((12, True, True), "left"),
        "- Như trên;": ((11, False, False), "left"),
        "- Lưu: VT.": ((11, False, False), "left"),
    }
    for start, (look_, side) in expected.items():
        assert looks(report, start) == look_, start
        assert align(report, start) == side, start
    said = list(words(report))
    assert said.index("UBND THÀNH PHỐ HẢI PHÒNG") == 0
    assert re.fullmatch(r"Số:\s+/BC-…", next(w for w in said if w.startswith("Số:")))
    assert re.fullmatch(
        r"Hải Phòng, ngày\s+tháng\s+năm 2023", next(w for w in said if w.startswith("Hải Phòng,"))
    )
    parts_ = [w.split(".")[0] for w in said if re.match(r"[IVX]+\. ", w)]
    assert parts_ == ["I", "II", "III", "IV", "V", "VI"]


@VI
def test_the_elements_of_a_letter(apart: dict[str, bytes]) -> None:
    (letter,) = sheets(opened(apart["SoCT"]))
    assert looks(letter, "V/v bổ sung") == (12, False, False)
    assert align(letter, "V/v bổ sung") == "center"
    assert looks(letter, "Kính gửi: Sở Công Thương") == (14, False, False)
    said = list(words(letter))
    assert re.fullmatch(r"Số:\s+/…-…", next(w for w in said if w.startswith("Số:")))
    assert "BÁO CÁO" not in said
    head = letter[0]
    rows = head.findall(qn("w:tr"))
    left = [" ".join(words([row.findall(qn("w:tc"))[0]])) for row in rows]
    assert left[1].startswith("Số:")
    assert left[2].startswith("V/v")
    topic = rows[2].find(f".//{qn('w:spacing')}")
    assert topic.get(qn("w:before")) == str(6 * 20)


def lines(blocks: list[Any]) -> list[tuple[float, str]]:
    """Give the length in mm of each drawn line of a sheet, with the words above it."""
    found = []
    for block in blocks:
        above, room = "", 165.0
        for paragraph in block.iter(qn("w:p")):
            about = paragraph.find(qn("w:pPr"))
            if about.find(qn("w:pBdr")) is None:
                above = "".join(words([paragraph])) or above
                continue
            cell = next(paragraph.iterancestors(qn("w:tc")), None)
            if cell is not None:
                width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))
                room = int(width) * 25.4 / 1440
            sides = about.find(qn("w:ind"))
            taken = sum(int(sides.get(qn(f"w:{side}"))) for side in ("left", "right"))
            found.append((room - taken * 25.4 / 1440, above))
    return found


@VI
def test_lines_are_drawn_and_as_long_as_the_decree_wants(raw: bytes) -> None:
    report = sheets(opened(raw))[0]
    (body, motto), subject = lines(report[:1]), _subject_line(report)
    assert body[1] == "VĂN PHÒNG"
    assert 1 / 3 <= body[0] / width_of(body[1], 12) <= 1 / 2
    assert motto[1] == "Độc lập - Tự do - Hạnh phúc"
    assert motto[0] == pytest.approx(width_of(motto[1], 13), abs=0.5)
    start = next(n for n, b in enumerate(report) if "".join(words([b])) == "BÁO CÁO")
    rule = next(n for n, b in enumerate(report) if n > start and lines([b]))
    longest = max(width_of("".join(words([b])), 14) for b in report[start + 1 : rule])
    assert 1 / 3 <= subject / longest <= 1 / 2
    assert "___" not in "".join(words(report))


def _subject_line(report: list[Any]) -> float:
    return next(lines([b])[0][0] for b in report if b.tag == qn("w:p") and lines([b]))


def test_widths_are_those_of_the_bold_face() -> None:
    assert width_of("AVÀ", 72) == pytest.approx(3 * 0.722 * 25.4)
    assert width_of("Độc lập", 72) == pytest.approx(
        (722 + 500 + 444 + 250 + 278 + 500 + 556) * 0.0254
    )
    for room in (40, 80, 120):
        found = balanced("Kết quả rà soát kế hoạch của các đơn vị thực hiện Chỉ thị", 14, room)
        assert max(width_of(one, 14) for one in found) <= room
        assert " ".join(found).startswith("Kết quả rà soát kế hoạch của")


def test_annexes_take_roman_numbers_and_sections_of_their_own(raw: bytes, lang: Lang) -> None:
    found = sheets(opened(raw))
    label = "Phụ lục" if lang is Lang.VI else "Annex"
    for number, annex in zip(("I", "II", "III", "IV"), found[1:5], strict=True):
        first, name, belongs, *_ = words(annex)
        assert first == f"{label} {number}"
        assert looks(annex, first) == (14, True, False)
        assert name == name.upper()
        assert looks(annex, name) == (14, True, False)
        assert looks(annex, belongs) == (14, False, True)
        assert belongs.startswith("(Kèm theo Báo cáo số" if lang is Lang.VI else "(With Report No")
        assert {align(annex, start) for start in (first, name, belongs)} == {"center"}
        said = " ".join(words(found[0]))
        assert number == "IV" or f"{label} {number}" in said  # the report refers to it


# --- the file


def test_the_same_plans_give_the_same_bytes_at_another_time(
    raw: bytes,
    apart: dict[str, bytes],
    city: Survey,
    library: Library,
    lang: Lang,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40_000_000)
    assert paper.render(city, library.directive, library.units, lang, MARK) == raw
    assert paper.letters(city, library.directive, library.units, lang, MARK) == apart
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = file.namelist()
        assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_the_mark_and_the_day_stand_in_the_properties(raw: bytes, apart: dict[str, bytes]) -> None:
    for one in (raw, *apart.values()):
        about = opened(one).core_properties
        assert about.comments == MARK
        assert about.created == about.modified
        assert f"{about.created:%Y-%m-%d}" == "2023-03-01"
        assert about.author == ""


def test_a_title_holds_no_sign_that_no_paper_may() -> None:
    day = date(2023, 3, 1)
    sheet = Sheet((said("Kế hoạch"),))
    raw = bind([sheet], title="UBND\uffff thành\x07 phố\u202e", mark="", day=day, lang=Lang.VI)
    assert opened(raw).core_properties.title == "UBND thành phố"
