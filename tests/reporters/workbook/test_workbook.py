"""The workbook read back: every number counted again from the duties, plans and findings themselves."""

import io
import os
import shutil
import subprocess
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from hpdirective.coverage import DutyState
from hpdirective.library import Library
from hpdirective.reporters.evidence import mark, rows
from hpdirective.reporters.workbook import layout, render
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.reporters.workbook.conftest import HOSTILE

Read: TypeAlias = Callable[..., Workbook]
NAMES = {
    Lang.VI: [
        "Tổng hợp",
        "Ma trận",
        "Nhiệm vụ chưa có chủ trì",
        "Chỉ tiêu",
        "Kế hoạch chưa gửi",
        "Lỗi",
        "Nhiệm vụ",
        "Căn cứ",
    ],
    Lang.EN: [
        "Summary",
        "Matrix",
        "Tasks without a lead",
        "Indicators",
        "Plans not sent",
        "Findings",
        "Tasks",
        "Evidence",
    ],
}
SUMMARY, MATRIX, UNLED, INDICATORS, ROSTER, FINDINGS, DUTIES, EVIDENCE = NAMES[Lang.VI]
STATES = {
    "covered": "đã đáp ứng",
    "partial": "đáp ứng một phần",
    "waived": "được cho phép không thực hiện",
    "contested": "đang đề nghị xác định lại đơn vị chủ trì",
    "missing": "chưa có trong kế hoạch",
    "unknown": "chưa đủ căn cứ kết luận",
}
HEAD = 5  # the row of the first table's heads, from 1
each_language = pytest.mark.parametrize("lang", list(Lang))


@pytest.fixture(scope="module")
def made(city: Survey, library: Library) -> bytes:
    return _made(city, library)


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(io.BytesIO(made))


def _made(survey: Survey, library: Library, lang: Lang = Lang.VI) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return render(survey, library.directive, library.units, lang, mark(survey, lang, "xlsx"))


def _table(page: Worksheet, head: int = HEAD) -> list[list[Any]]:
    """Give the rows under the heads in a row, down to the first empty one."""
    found = []
    for row in page.iter_rows(min_row=head + 1, values_only=True):
        if all(value is None for value in row):
            break
        found.append(list(row))
    return found


def _heads(page: Worksheet, head: int = HEAD) -> list[Any]:
    return [cell.value for cell in page[head] if cell.value is not None]


def _second(page: Worksheet) -> int:
    """Give the row of the heads of the second table."""
    (table,) = page.tables.values()
    return int("".join(c for c in table.ref.split(":")[0] if c.isdigit()))


def _counted(duties: Iterable[DutyState]) -> list[int]:
    by = Counter(str(duty.state) for duty in duties)
    return [sum(by.values()), *(by[state] for state in STATES)]


def _said(counts: list[int]) -> str:
    """Say n/N (p%) by long division."""
    total, covered = counts[0], counts[1]
    if not total:
        return "0/0"
    whole, tenth = divmod(covered * 1000 // total, 10)
    return f"{covered}/{total} ({whole}{f',{tenth}' if tenth else ''}%)"


def _base(survey: Survey, library: Library) -> list[DutyState]:
    """Give the duties of units that must send a plan, in the lead of a clause that binds."""
    return [
        duty
        for duty in survey.coverage.duties
        if duty.role == "lead"
        and duty.unit is not None
        and library.units.by_id[duty.unit].submits == "required"
    ]


def _name(unit: str, library: Library) -> str:
    title = library.units.by_id[unit].name
    assert title is not None
    return title.vi


@each_language
def test_sheets_have_the_names_of_the_language(city: Survey, library: Library, lang: Lang) -> None:
    book = load_workbook(io.BytesIO(_made(city, library, lang)))
    assert book.sheetnames == NAMES[lang]
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_figures_of_the_city_are_those_of_its_duties(
    city: Survey, library: Library, book: Workbook
) -> None:
    base, rows = _base(city, library), _table(book[SUMMARY])
    counts = _counted(base)
    assert counts[0] > 0
    assert len([c for c in counts[1:] if c]) >= 5
    assert rows[0][3] == _said(counts)
    assert rows[0][5:] == counts
    assert rows[0][4] == pytest.approx((counts[1] * 1000 // counts[0]) / 1000)
    assert _said(counts) in str(book[SUMMARY]["A2"].value)


def test_figures_by_basis_and_by_section(city: Survey, library: Library, book: Workbook) -> None:
    base, rows = _base(city, library), _table(book[SUMMARY])
    bases = {
        "named": "văn bản nêu đích danh",
        "all": "giao chung các đơn vị",
        "function": "theo chức năng, nhiệm vụ",
        "place": "nêu tên địa bàn",
        "reading": "cách hiểu của bộ dữ liệu",
    }
    by_basis = {r[1]: r for r in rows if r[0] == "Theo căn cứ"}
    assert set(by_basis) == set(bases.values())
    for basis, words in bases.items():
        counts = _counted(d for d in base if d.basis == basis)
        assert (by_basis[words][3], by_basis[words][5:]) == (_said(counts), counts)
    by_section = {
        r[1].split(".")[0] + "." + r[1].split(".")[1]: r for r in rows if r[0] == "Theo mục"
    }
    assert {d.section for d in base} <= set(by_section)
    for section, row in by_section.items():
        counts = _counted(d for d in base if d.task.startswith(f"{section}."))
        assert (row[3], row[5:]) == (_said(counts), counts)


def test_figures_by_unit(city: Survey, library: Library, book: Workbook) -> None:
    rows = _table(book[SUMMARY])
    required = {u.id for u in library.units if u.submits == "required"}
    by_unit = {r[1]: r for r in rows if r[0] == "Theo đơn vị"}
    outside = {r[1]: r for r in rows if r[0] == "Ngoài tổng số"}
    assert set(by_unit) == {_name(unit, library) for unit in required}
    assert set(outside) == {_name("CATP", library)}
    for unit in (*required, "CATP"):
        row = (by_unit | outside)[_name(unit, library)]
        counts = _counted(d for d in city.coverage.duties if d.unit == unit and d.role == "lead")
        assert (row[3], row[5:]) == (_said(counts), counts)
    standing = {_name(u, library): s for u, s in STANDING.items()}
    assert {name: r[2] for name, r in by_unit.items() if name in standing} == standing


STANDING = {
    "SoTC": "ban hành chậm",
    "SoYT": "ban hành đúng ngày mốc",
    "SoNV": "kế hoạch không đọc được",
    "SoVHTT": "kế hoạch thực hiện chỉ thị khác",
    "QuanLeChan": "chưa gửi",
    "SoCT": "ban hành trong hạn",
}


def test_each_state_says_what_it_counts(city: Survey, library: Library, book: Workbook) -> None:
    page = book[SUMMARY]
    counts = _counted(_base(city, library))
    rows = {r[0]: r for r in _table(page, _second(page))}
    for state, number in zip(STATES, counts[1:], strict=True):
        assert rows[STATES[state]][1]
        assert rows[STATES[state]][2:4] == [number, counts[0]]


def test_matrix_is_counted_cell_by_cell(city: Survey, library: Library, book: Workbook) -> None:
    page = book[MATRIX]
    _, *sections, _ = _heads(page)
    *rows, total = _table(page)
    names = {_name(u.id, library): u.id for u in library.units}
    leads = [d for d in city.coverage.duties if d.role == "lead" and d.unit]
    assert {d.section for d in leads} <= set(sections)
    for name, *cells, margin in rows:
        unit = names[name.removesuffix(" (ngoài tổng số)")]
        for section, cell in zip(sections, cells, strict=True):
            mine = [d for d in leads if d.unit == unit and d.section == section]
            covered = sum(d.state == "covered" for d in mine)
            assert cell == (f"{covered}/{len(mine)}" if mine else None)
        assert margin == _said(_counted(d for d in leads if d.unit == unit))
    base = _base(city, library)
    for section, cell in zip(sections, total[1:-1], strict=True):
        mine = [d for d in base if d.section == section]
        assert cell == (f"{sum(d.state == 'covered' for d in mine)}/{len(mine)}" if mine else None)
    assert total[-1] == _said(_counted(base))


def test_tasks_that_nobody_leads(city: Survey, library: Library, book: Workbook) -> None:
    page = book[UNLED]
    rows = _table(page)
    states: dict[str, list[str]] = {}
    for duty in city.coverage.duties:
        if duty.role == "lead":
            states.setdefault(duty.task, []).append(str(duty.state))
    expected = {t for t, all_ in states.items() if set(all_) <= {"missing", "contested"}}
    assert "II.2.1.6" in expected
    assert {r[0] for r in rows} == expected
    assert str(len(expected)) in str(page["A4"].value)
    days = [r[5] for r in rows]
    assert days == sorted(days, key=lambda d: d or datetime.max)
    clauses = library.directive.clauses
    assert all(r[2] == clauses[r[0]].text for r in rows)


def test_every_duty_not_covered_is_listed(city: Survey, library: Library, book: Workbook) -> None:
    page = book[UNLED]
    head = _second(page)
    rows = _table(page, head)
    expected = Counter(
        (d.task, _name(d.unit or "", library), STATES[str(d.state)])
        for d in _base(city, library)
        if d.state != "covered"
    )
    assert Counter((r[0], r[3], r[6]) for r in rows) == expected
    assert f"{len(rows)}/{len(_base(city, library))}" in str(page.cell(head - 1, 1).value)
    days = [r[5] for r in rows]
    assert days == sorted(days, key=lambda d: d or datetime.max)
    assert all(r[7] for r in rows), "each has a reason"


def test_every_lead_duty_stands_with_its_actions(
    city: Survey, library: Library, book: Workbook
) -> None:
    page = book[DUTIES]
    rows = _table(page)
    leads = [d for d in city.coverage.duties if d.role == "lead"]
    assert len(rows) == len(leads)
    found = Counter(r[6] for r in rows if r[7] == "có")
    counts = _counted(_base(city, library))
    assert [found[words] for words in STATES.values()] == counts[1:]
    for duty, row in zip(leads, rows, strict=True):
        assert (row[0], row[8]) == (duty.task, len(duty.actions))
        for answer in duty.actions:
            assert f"{answer.id} ({answer.file}:{answer.line})" in row[9]


def test_restricted_tasks_say_so_and_show_nothing(library: Library, book: Workbook) -> None:
    rows = [r for r in _table(book[DUTIES]) if library.directive.clauses[r[0]].restricted and r[8]]
    assert rows
    for row in rows:
        assert "(nội dung hạn chế)" in row[9]
        assert "Việc" not in row[9]


def test_indicators_and_sums(city: Survey, library: Library, book: Workbook) -> None:
    page = book[INDICATORS]
    rows = _table(page)
    assert _heads(page) == [
        "TT", "Chỉ tiêu", "Đơn vị tính", "Nhiệm vụ", "Yêu cầu của Chỉ thị", "Đơn vị", "Mức phấn đấu",
        "Hiện trạng", "Đánh giá", "Tệp:dòng",
    ]  # fmt: skip
    assert [r[0] for r in rows] == list(range(1, len(city.indicators) + 1))
    for row, one in zip(rows, city.indicators, strict=True):
        assert (row[3], row[5]) == (one.clause.id, _name(one.unit, library))
        assert row[6] == (one.promised or ("(nội dung hạn chế)" if one.file else None))
        assert row[9] == (f"{one.file}:{one.line}" if one.file else None)
    assert any(row[6] == "(nội dung hạn chế)" for row in rows)
    sums = _table(page, _second(page))
    assert len(sums) == len(city.sums)
    gaps = [r for r in sums if r[8] == "chưa cộng được"]
    assert len(gaps) == 1
    assert _name("QuanLeChan", library) in gaps[0][9]
    for row, one_sum in zip(sums, city.sums, strict=True):
        if one_sum.gap is None:
            parts = [part.least or 0 for part in one_sum.parts]
            assert (row[6], row[7]) == (float(sum(parts)), len(parts))
            required = one_sum.indicator.target
            assert required is not None
            assert required.value is not None
            enough = sum(parts) >= required.value
            assert row[8] == ("đủ mức yêu cầu" if enough else "chưa đủ mức yêu cầu")


def test_roster_lists_those_not_sent_and_late_first(
    city: Survey, library: Library, book: Workbook
) -> None:
    rows = _table(book[ROSTER])
    standings = [r[3] for r in rows]
    required = [u for u in library.units if u.submits == "required"]
    assert len(rows) == len(required) + 1
    assert standings.index("chưa gửi") == 0
    assert max(i for i, s in enumerate(standings) if s == "ban hành chậm") < standings.index(
        "ban hành trong hạn"
    )
    by_name = {r[1]: r for r in rows}
    late = by_name[_name("SoTC", library)]
    assert late[5:8] == [
        datetime(2023, 2, 16),
        datetime(2023, 2, 17),
        "gửi từ ngày 15/02/2023 trở đi",
    ]
    assert by_name[_name("SoKHDT", library)][8:] == ["SoKHDT.yaml", "SoKHDT-cu.yaml"]
    assert by_name[_name("SoTP", library)][4] == HOSTILE[0]
    assert by_name[_name("SoYT", library)][8] == "=1+1.yaml"
    sent = sum(1 for r in rows if r[8])
    assert sent == sum(1 for r in city.roster.rows if r.file)


def test_findings_that_count_and_checks_not_run(
    city: Survey, library: Library, book: Workbook
) -> None:
    page = book[FINDINGS]
    rows = _table(page)
    files = [f for one in city.assessment.files for f in one.findings]
    counting = [f for f in (*files, *city.assessment.between) if f.suppressed is None]
    words = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
    expected = Counter(
        (
            words[str(f.severity)],
            f"{f.rule.id} {f.rule.name}",
            f.place.file,
            f.place.span.line if f.place.span else None,
            f.place.span.column if f.place.span else None,
        )
        for f in counting
    )
    assert Counter(tuple(r[:5]) for r in rows) == expected
    severities = [list(words.values()).index(r[0]) for r in rows]
    assert severities == sorted(severities)
    gaps = _table(page, _second(page))
    assert len(gaps) == len(city.coverage.not_run) > 0
    assert {r[0] for r in gaps} == {"chưa kiểm tra"}


def test_evidence_and_mark(city: Survey, library: Library, made: bytes, book: Workbook) -> None:
    assert [tuple(r) for r in _table(book[EVIDENCE])] == rows(city, Lang.VI)
    assert book.properties.description == mark(city, Lang.VI, "xlsx")
    assert book.properties.created == datetime(2023, 3, 1)
    hard = '{"a":"<&>\\"é"}'
    other = render(city, library.directive, library.units, Lang.VI, hard)
    assert load_workbook(io.BytesIO(other)).properties.description == hard


def _cells(book: Workbook) -> Iterator[Any]:
    return (
        cell
        for page in book
        for row in page.iter_rows()
        for cell in row
        if not isinstance(cell, MergedCell)
    )


def test_no_cell_is_a_formula_and_hostile_words_stay_words(made: bytes, book: Workbook) -> None:
    assert {cell.data_type for cell in _cells(book)} <= {"s", "n", "d"}
    said = "\n".join(str(cell.value) for cell in _cells(book) if cell.value is not None)
    for words in HOSTILE:
        assert words in said
    assert "bell ␇ and ␛[31m" in said
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"_x005F_x0041_" in parts.read("xl/sharedStrings.xml"), "Excel reads _x0041_ as A"
        assert not any("externalLink" in name for name in parts.namelist())
        for name in parts.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                assert b"<f>" not in parts.read(name)
            if name.endswith(".rels"):
                assert b"External" not in parts.read(name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x0bc\x1fd\x7f", "a␀b␋c␟d␡"),
        ("a\ud800b\udfff\ufffe\uffff", "a�b���"),
        ("a\u202eb", "a�b"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("😀" * 16_384, "😀" * 16_383 + "…"),
    ],
)
def test_what_a_cell_cannot_hold(text: str, shown: str) -> None:
    assert layout.plain(text) == shown


def test_a_cell_has_no_more_lines_than_excel_reads() -> None:
    assert layout.plain("a\n" * 1000).count("\n") <= 253


def test_dates_are_dates_and_numbers_are_numbers(book: Workbook) -> None:
    dates = [cell for cell in _cells(book) if cell.is_date]
    assert len(dates) > 50
    assert {cell.number_format for cell in dates} == {"dd/mm/yyyy"}
    assert {type(cell.value) for cell in dates} == {datetime}
    assert all(isinstance(value, int) for r in _table(book[SUMMARY]) for value in r[5:])


@pytest.mark.parametrize("name", NAMES[Lang.VI])
def test_every_sheet_can_be_read_filtered_and_printed(book: Workbook, name: str) -> None:
    page = book[name]
    columns = len(_heads(page))
    assert page.freeze_panes is not None
    assert page.freeze_panes.endswith(str(HEAD + 1))
    assert page.auto_filter.ref is not None
    assert page.auto_filter.ref.startswith(f"A{HEAD}:")
    assert page.print_title_rows == f"${HEAD}:${HEAD}"
    assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter is not None
    assert "Trang &P/&N" in str(page.oddFooter.center.text)
    wide = "portrait" if name == EVIDENCE else "landscape"
    assert (page.page_setup.orientation or "portrait") == wide
    for table in page.tables.values():
        assert table.autoFilter is not None
        assert len(table.tableColumns) > 1
    assert columns > 1
    fonts = {cell.font.name for row in page.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}


def test_states_are_coloured_by_their_words(book: Workbook) -> None:
    words = set()
    for area in book[DUTIES].conditional_formatting:
        words |= {rule.text for rule in area.rules}
    assert words == set(STATES.values())
    assert len(book[MATRIX].conditional_formatting) > 1


def test_links_lead_to_rows_that_speak_of_the_same(book: Workbook) -> None:
    links = [cell for cell in _cells(book) if cell.hyperlink]
    assert len(links) > 500
    for cell in links:
        assert cell.hyperlink.target is None
        sheet, _, spot = cell.hyperlink.location.rpartition("!")
        page, row = book[sheet.strip("'")], int(spot.removeprefix("A"))
        there = [str(other.value) for other in page[row] if other.value]
        about = cell.value.removesuffix(" (ngoài tổng số)")
        assert row == 1 or any(words == about or words in about for words in there)
    pages = {c.hyperlink.location.split("'")[1] for c in links if c.parent.title == SUMMARY}
    assert pages >= set(NAMES[Lang.VI][1:])


@each_language
def test_same_bytes_twice(city: Survey, library: Library, lang: Lang) -> None:
    assert _made(city, library, lang) == _made(city, library, lang)


@each_language
def test_city_without_any_plan_makes_a_whole_workbook(
    empty: Survey, library: Library, lang: Lang
) -> None:
    book = load_workbook(io.BytesIO(_made(empty, library, lang)))
    assert book.sheetnames == NAMES[lang]
    counts = _counted(_base(empty, library))
    assert _table(book[NAMES[lang][0]])[0][5:] == counts
    assert counts[1] == 0
    assert len(_table(book[NAMES[lang][4]])) == len(empty.roster.rows) > 0


def test_english_has_no_vietnamese_heads(city: Survey, library: Library) -> None:
    book = load_workbook(io.BytesIO(_made(city, library, Lang.EN)))
    assert all(str(head).isascii() for page in book for head in _heads(page))
    assert {cell.number_format for cell in _cells(book) if cell.is_date} == {"yyyy-mm-dd"}


def test_libreoffice_reads_the_same_values(made: bytes, book: Workbook, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        assert not os.environ.get("CI"), "LibreOffice (soffice) is needed in CI"
        pytest.skip("LibreOffice (soffice) is not installed")
    source, out = tmp_path / "city.xlsx", tmp_path / "out"
    source.write_bytes(made)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(out),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    again = load_workbook(out / "city.xlsx")
    assert again.sheetnames == book.sheetnames
    for page in book:
        other = again[page.title]
        for row in page.iter_rows():
            for cell in row:
                assert _same(cell.value, other[cell.coordinate].value), (page.title, cell)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str):
        return bool(one == other)
    if isinstance(one, date):
        return bool(one == other)
    return bool(one == pytest.approx(other)) if one is not None else other in (None, "")
