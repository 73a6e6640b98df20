"""The report says what the plans come to: every number is counted anew from the survey, not by the helpers of the reporters."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from hpdirective import library as disk
from hpdirective.library import Library
from hpdirective.reporters import evidence, paper
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.plans import clean_plan, write
from tests.reporters.paper.city import HOSTILE, opened, sheets, surveyed, tables, words

SECOND = Path(__file__).parents[2] / "second"
FOREIGN = re.compile(
    r"2023|2022|02/CT-UBND|Hải Phòng|HẢI PHÒNG|\bIII\.\d|VPUBND|Văn phòng Ủy ban|VĂN PHÒNG"
)
NUMBERS = r"(\d+)/(\d+) \(([\d.,]+)%\)"


def percent(some: int, of: int, lang: Lang) -> str:
    """Round down to a tenth."""
    tenths = some * 1000 // of
    whole, rest = divmod(tenths, 10)
    mark = "," if lang is Lang.VI else "."
    return f"{some}/{of} ({whole}{f'{mark}{rest}' if rest else ''}%)"


def states(city: Survey, **wanted: str) -> Counter[str]:
    inside = {row.unit.id for row in city.roster.rows if not row.outside}
    return Counter(
        str(d.state)
        for d in city.coverage.duties
        if d.role == "lead"
        and d.unit in inside
        and all(getattr(d, key) == value for key, value in wanted.items())
    )


def test_the_whole_and_each_part_are_counted_right(raw: bytes, city: Survey, lang: Lang) -> None:
    found = opened(raw)
    said = " ".join(words(sheets(found)[0]))
    counts = states(city)
    assert percent(counts["covered"], counts.total(), lang) in said
    assert percent(counts.total() - counts["covered"], counts.total(), lang) in said
    rows = [row for table in tables(found) for row in table]
    for unit in city.coverage.by_unit:
        own = states(city, unit=unit.unit)
        share = percent(own["covered"], own.total(), lang)
        numbers = [str(own[s]) for s in ("partial", "missing", "unknown")]
        assert [share, *numbers, str(own["waived"] + own["contested"])] in [r[3:] for r in rows]
    for basis in ("named", "all", "function", "place", "reading"):
        own = states(city, basis=basis)
        assert percent(own["covered"], own.total(), lang) in [r[1] for r in rows if len(r) > 2]
    for section, _ in city.coverage.by_section:
        own = states(city, section=section)
        assert percent(own["covered"], own.total(), lang) in [r[1] for r in rows if len(r) > 2]


def test_the_roster_is_counted_right(raw: bytes, library: Library, lang: Lang) -> None:
    total = sum(1 for unit in library.units if unit.submits == "required")
    said = " ".join(words(sheets(opened(raw))[0]))
    assert percent(total - 3, total, lang) in said  # not sent, unreadable, another directive
    for some in (1, total - 4):
        assert percent(some, total, lang) in said
    assert library.units.named("SoNgV").name.said(lang) in said


def test_annexes_hold_every_duty_and_every_gap(raw: bytes, city: Survey, lang: Lang) -> None:
    tasks, indicators, gaps, evidence_rows = _annex_tables(raw)
    own = [d for d in city.coverage.duties if d.role == "lead" and d.unit and d.basis != "all"]
    common = {d.task for d in city.coverage.duties if d.role == "lead" and d.basis == "all"}
    assert len(tasks) == len(own) + len(common)
    assert len(indicators) == len(city.indicators)
    counts = states(city)
    assert len(gaps) == counts.total() - counts["covered"]
    for rows in (tasks, indicators, gaps, evidence_rows):
        assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert [row[1:] for row in evidence_rows] == [list(r) for r in evidence.rows(city, lang)]


def _annex_tables(raw: bytes) -> list[list[list[str]]]:
    """Give the rows of the four annexes, their heads and group rows left out."""
    found = opened(raw)
    names = [t for t in tables(found) if len(t[0]) > 2 or t[0][0] in ("TT", "No")]
    four = []
    for columns in (7, 8, 6, 3):
        table = next(
            t for t in names if len(t[0]) == columns and t[0][0] in ("TT", "No") and _annexed(t)
        )
        four.append([row for row in table[1:] if len(row) == columns])
    return four


def _annexed(table: list[list[str]]) -> bool:
    return len(table[0]) != 8 or table[0][1] in ("Chỉ tiêu", "Indicator")


def test_groups_of_annexes_are_numbered_with_roman_figures(raw: bytes) -> None:
    grouped = [[row[0] for row in t if len(row) == 2 and row[0]] for t in tables(opened(raw))]
    long = [g for g in grouped if len(g) > 8]
    assert long
    for group in long:
        assert group[:9] == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


def test_tasks_that_nobody_takes_are_quoted_by_deadline(
    raw: bytes, city: Survey, library: Library
) -> None:
    nobody = {f.task for f in city.findings if f.rule.id == "HPD703" and f.task}
    assert nobody
    table = next(
        t
        for t in tables(opened(raw))
        if t[0][-2:][0] in ("Đơn vị chủ trì theo dữ liệu", "To lead by the data")
    )
    clauses = library.directive.clauses
    days = []
    for row in table[1:]:
        task = next(id for id in nobody if f"({id}):" in row[1])
        assert f"“{clauses[task].text}”" in row[1]
        due = clauses[task].due
        days.append(due.last if due else date.max)
    assert len(days) == len(nobody)
    assert days == sorted(days)


def test_sums_are_held_against_the_citys_totals(raw: bytes, city: Survey, lang: Lang) -> None:
    text = "\n".join(words(sheets(opened(raw))[0]))
    assert city.sums
    for one in city.sums:
        name = one.indicator.name
        assert name
        assert f"{name.text.said(lang)} ({one.clause.id})" in text
        if not one.gap:
            total = sum((p.least for p in one.parts if p.least is not None), start=0)
            assert f"{total} {one.indicator.unit}" in text


def test_annexes_that_are_missing_are_said_to_be(raw: bytes, city: Survey, lang: Lang) -> None:
    text = "\n".join(words(sheets(opened(raw))[0]))
    lacking = [gap for gap in city.coverage.not_run if gap.reason == "annex-missing"]
    assert str(len(lacking)) in text
    word = "Phụ lục số" if lang is Lang.VI else "Annex"
    assert all(f"{word} {n}" in text for n in (1, 2, 3))


def test_text_of_plans_stays_text(raw: bytes) -> None:
    shown = "\n".join(words(sheets(opened(raw))[1]))
    assert "<w:b/>&amp;<script>alert(1)</script> =1+1 {{7*7}} “x” ]]> \U0001f600" in shown
    assert "\u202e" not in shown
    assert "\u202e" in HOSTILE


def test_restricted_answers_stay_out(library: Library) -> None:
    plan = clean_plan("QuanLeChan", library)
    secret = next(a for a in plan["actions"] if a["tasks"] == ["II.8.3.5"])
    secret |= {"title": "TUYỆT MẬT 99", "result": "TUYỆT MẬT 98", "steps": ["TUYỆT MẬT 97"]}
    city = surveyed({"QuanLeChan": write(plan)}, library)
    for lang in Lang:
        raw = paper.render(city, library.directive, library.units, lang, "m")
        said = "\n".join(w for sheet in sheets(opened(raw)) for w in words(sheet))
        assert "TUYỆT MẬT" not in said
        assert ("(nội dung hạn chế)" if lang is Lang.VI else "(restricted)") in said


def test_a_city_without_plans_has_a_whole_report(library: Library, lang: Lang) -> None:
    city = surveyed({}, library)
    raw = paper.render(city, library.directive, library.units, lang, "m")
    total = sum(1 for unit in library.units if unit.submits == "required")
    said = " ".join(words(sheets(opened(raw))[0]))
    assert f"0/{total} (0%)" in said
    assert len(sheets(opened(raw))) == 5 + total - 1  # the office writes none to itself
    early = surveyed({}, library, date(2023, 1, 25))  # the day is not over
    assert paper.letters(early, library.directive, library.units, lang, "m") == {}


@pytest.mark.parametrize("lang", list(Lang), ids=str)
def test_another_city_names_its_own_office(lang: Lang) -> None:
    other = disk.open_library(data=str(SECOND / "data"))
    texts = {
        file.stem: file.read_text(encoding="utf-8")
        for file in sorted((SECOND / "plans").glob("*.yaml"))
        if file.stem != "other-city"
    }
    city = surveyed(texts, other, date(2024, 3, 1))
    raw = paper.render(city, other.directive, other.units, lang, "m")
    every = sheets(opened(raw))
    said = [w for sheet in every for w in words(sheet)]
    assert "UBND THÀNH PHỐ AN VÂN" in said
    assert "TRUNG TÂM ĐIỀU HÀNH" in " ".join(said)
    assert any(re.match(r"(Số|No):\s+/BC-TTĐH$", w) for w in said)
    assert any(w.startswith("An Vân,") and w.endswith("2024") for w in said)
    body = "\n".join(w for w in words(every[0]))
    assert not FOREIGN.search(body)
