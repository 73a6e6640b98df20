"""The site of a city: every figure counted anew, every word of the directive, every link, and text of plans that stays text."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest

from hpdirective import library as disk
from hpdirective.coverage import DutyState, State
from hpdirective.finding import Standing
from hpdirective.library import Library
from hpdirective.model import official
from hpdirective.model.directive import Kind
from hpdirective.model.unit import Submits
from hpdirective.reporters import evidence, site
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.annexes import annex, row, supplied
from tests.plans import clean_plan, write
from tests.reporters.site.conftest import HOSTILE, SECRET, plans, rendered, surveyed
from tests.reporters.site.page import Element, cells, read
from tests.test_second_directive import DATA as SECOND

Sites = dict[Lang, dict[str, bytes]]
each_lang = pytest.mark.parametrize("lang", Lang)
PAGES = ("index", "directive", "matrix", "findings", "tables", "evidence")
NUMBERS = re.compile(r"^(\d+)/(\d+)")


def share(duties: Iterable[DutyState], lang: Lang = Lang.VI) -> str:
    """Say n/N (p%) by hand: the percentage in tenths, never rounded up."""
    states = [duty.state for duty in duties]
    covered, base = states.count(State.COVERED), len(states)
    if not base:
        return "0/0"
    whole, tenth = divmod(covered * 1000 // base, 10)
    point = "," if lang is Lang.VI else "."
    return f"{covered}/{base} ({whole}{f'{point}{tenth}' if tenth else ''}%)"


def must_send(library: Library) -> set[str]:
    return {unit.id for unit in library.units if unit.submits is Submits.REQUIRED}


def leads(city: Survey, library: Library, *, everyone: bool = False) -> list[DutyState]:
    """Give the duties in the base, by hand."""
    inside = must_send(library)
    return [
        duty
        for duty in city.coverage.duties
        if duty.role == "lead" and (everyone or duty.unit in inside)
    ]


def rows_of(table: Element) -> list[list[str]]:
    return [cells(tr) for tr in table.all("tr")]


def table(page: Element, heading: str) -> Element:
    """Give the first table after a heading."""
    section = next(s for s in page.all("section") if s.all("h2", id=heading))
    return section.all("table")[0]


# --- the files


def test_one_page_a_unit_and_the_rest(sites: Sites, library: Library) -> None:
    units = must_send(library) | {"CATP"}
    wanted = {f"{name}.html" for name in PAGES} | {f"units/{unit}.html" for unit in units}
    assert set(sites[Lang.VI]) == wanted | {"style.css", "filter.js", "hpd-report.json"}
    assert set(sites[Lang.EN]) == set(sites[Lang.VI])


@each_lang
def test_the_mark_stands_as_given(sites: Sites, city: Survey, lang: Lang) -> None:
    mark = evidence.mark(city, lang, "html")
    assert sites[lang]["hpd-report.json"] == f"{mark}\n".encode()
    assert city.evidence.startswith(json.loads(mark)["evidence"])
    said = read(sites[lang]["evidence.html"])
    assert [tuple(r) for r in rows_of(said.one("table"))[1:]] == [
        (label, " ".join(value.replace("\u202e", "\\u202e").replace("\udc80", "\\udc80").split()))
        for label, value in evidence.rows(city, lang)
    ]


def test_the_same_bytes_twice(sites: Sites, library: Library) -> None:
    again = surveyed(plans(library), library)
    assert rendered(again, library, Lang.VI) == sites[Lang.VI]


@each_lang
def test_each_page_is_whole(sites: Sites, city: Survey, lang: Lang) -> None:
    for name, raw in sites[lang].items():
        if not name.endswith(".html"):
            continue
        page = read(raw)
        assert raw.startswith(b"<!doctype html>"), name
        assert page.one("html").attrs["lang"] == lang, name
        assert len(page.all("h1")) == len(page.all("main")) == len(page.all("footer")) == 1
        policy = page.one("meta", http_equiv="Content-Security-Policy").attrs["content"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not page.all("style")
        assert not [e for e in page.all() if any(a in ("style", "onclick") for a in e.attrs)]
        assert page.all("a", "skip")[0].attrs["href"] == "#main"
        foot = page.one("footer").text
        assert city.evidence[:12] in foot
        assert ("01/03/2023" if lang is Lang.VI else "2023-03-01") in foot
        for held in page.all("table"):
            assert held.all("caption"), name
            assert all(th.attrs.get("scope") for th in held.all("th")), name
        ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
        assert len(ids) == len(set(ids)), name


def test_a_page_says_nothing_in_the_other_language(sites: Sites) -> None:
    vi, en = (read(sites[lang]["matrix.html"]).text for lang in Lang)
    assert "Toàn thành phố" in vi
    assert "Toàn thành phố" not in en
    assert "The whole city" in en


def assert_links_hold(files: dict[str, bytes]) -> int:
    read_pages = {name: read(raw) for name, raw in files.items() if name.endswith(".html")}
    anchors = {
        name: {e.attrs["id"] for e in page.all() if "id" in e.attrs}
        for name, page in read_pages.items()
    }
    count = 0
    for name, page in read_pages.items():
        for element in page.all():
            for key in ("href", "src"):
                if key not in element.attrs:
                    continue
                address, _, anchor = element.attrs[key].partition("#")
                assert ":" not in address, (name, address)
                assert not address.startswith("/"), (name, address)
                parts: list[str] = list(PurePosixPath(name).parent.parts)
                for step in PurePosixPath(unquote(address)).parts:
                    parts = parts[:-1] if step == ".." else [*parts, step]
                target = "/".join(parts) if address else name
                assert target in files, (name, element.attrs[key])
                if anchor:
                    assert unquote(anchor) in anchors[target], (name, element.attrs[key])
                count += 1
    return count


@each_lang
def test_every_link_leads_somewhere(sites: Sites, lang: Lang) -> None:
    assert assert_links_hold(sites[lang]) > 1000


# --- the overview


@each_lang
def test_the_citys_figures(sites: Sites, city: Survey, library: Library, lang: Lang) -> None:
    page, duties = read(sites[lang]["index.html"]), leads(city, library)
    assert page.one(id="figure").text == share(duties, lang)
    said = {
        tr.attrs["data-state"]: int(cells(tr)[1])
        for tr in page.one("table", "states").all("tr")
        if "data-state" in tr.attrs
    }
    count = Counter(duty.state for duty in duties)
    assert said == {str(state): count[state] for state in State}
    assert sum(said.values()) == len(duties)


def test_figures_by_basis_and_section(sites: Sites, city: Survey, library: Library) -> None:
    page, duties = read(sites[Lang.VI]["index.html"]), leads(city, library)
    said = [r[1] for r in rows_of(table(page, "bases"))[1:]]
    bases = ("named", "all", "function", "place", "reading")
    assert said == [share(d for d in duties if d.basis == basis) for basis in bases]
    by_section = {r[0].split()[0]: r[1] for r in rows_of(table(page, "sections"))[1:]}
    sections = {duty.section for duty in duties}
    assert by_section == {s: share(d for d in duties if d.section == s) for s in sections}


def test_figures_by_unit(sites: Sites, city: Survey, library: Library) -> None:
    page, duties = read(sites[Lang.VI]["index.html"]), leads(city, library, everyone=True)
    rows = table(page, "units").all("tr")[1:]
    assert len(rows) == len(must_send(library)) + 1
    for tr in rows:
        unit = tr.all("a")[0].attrs["href"][len("units/") : -len(".html")]
        mine = [duty for duty in duties if duty.unit == unit]
        said = cells(tr)
        assert said[1] == share(mine), unit
        for at, basis in enumerate(("named", "all", "function", "place", "reading"), 3):
            those = [duty.state for duty in mine if duty.basis == basis]
            wanted = f"{those.count(State.COVERED)}/{len(those)}" if those else "–"
            assert said[at] == wanted, (unit, basis)


def test_the_roster(sites: Sites, library: Library) -> None:
    page, base = read(sites[Lang.VI]["index.html"]), len(must_send(library))
    said = {
        tr.attrs["data-standing"]: (cells(tr)[1], {a.attrs["href"][6:-5] for a in tr.all("a")})
        for tr in table(page, "roster").all("tr")
        if "data-standing" in tr.attrs
    }
    sent = {"SoKHDT", "SoTP", "SoTC", "SoYT", "SoVHTT", "QuanHongBang", "SoXD", "SoNV"}
    wanted = {
        "sent": sent,
        Standing.IN_TIME: {"SoKHDT", "SoTP", "QuanHongBang", "SoXD"},
        Standing.ON_THE_DAY: {"SoYT"},
        Standing.LATE: {"SoTC"},
        Standing.UNDATED: set(),
        Standing.FIRST_MISSING: set(),
        Standing.UNREADABLE: {"SoNV"},
        Standing.OTHER_DIRECTIVE: {"SoVHTT"},
        Standing.NOT_DUE: set(),
        Standing.NOT_SENT: must_send(library) - sent,
        "sent-late": {"SoTC", "SoYT"},
        "several": set(),
    }
    outside = said.pop("outside")
    assert outside == ("1", {"CATP"})
    assert said == {key: (f"{len(units)}/{base}", units) for key, units in wanted.items()}


def test_what_is_not_covered_stands_by_deadline(
    sites: Sites, city: Survey, library: Library
) -> None:
    page = read(sites[Lang.VI]["index.html"])
    wanted = {(d.task, d.unit) for d in leads(city, library) if d.state is not State.COVERED}
    found: set[tuple[str, str | None]] = set()
    days: list[date] = []
    task = ""
    for tr in table(page, "uncovered").all("tr")[1:]:
        if tr.fits("", "band", {}):
            day = re.search(r"(\d\d)/(\d\d)/(\d{4})", tr.text)
            days.append(date(int(day[3]), int(day[2]), int(day[1])) if day else date.max)
            continue
        heads = tr.all("th")
        task = heads[0].all("a")[0].text if heads else task
        links = [a.attrs["href"] for a in tr.all("a")]
        found |= {(task, href[6:-5]) for href in links if href.startswith("units/")}
    assert found == wanted
    assert days == sorted(days)
    assert len(days) > 2
    assert f"({len(wanted)})" in page.one("h2", id="uncovered").text


def test_what_was_not_run_and_what_lies_between_plans(sites: Sites, city: Survey) -> None:
    page = read(sites[Lang.VI]["index.html"])
    section = next(s for s in page.all("section") if s.all("h2", id="not-run"))
    for gap in (*city.coverage.not_run, *city.assessment.not_run):
        assert " ".join(gap.message.vi.split()) in section.text
    between = next(s for s in page.all("section") if s.all("h2", id="between"))
    said = Counter(
        tr.all("th", scope="row")[0].text.split()[0]
        for tr in between.all("tr")
        if tr.all("th", scope="row")
    )
    assert said == Counter(f.rule.id for f in city.assessment.between if not f.suppressed)


# --- the directive


@each_lang
def test_every_word_of_the_directive_in_its_order(
    sites: Sites, library: Library, lang: Lang
) -> None:
    page = read(sites[lang]["directive.html"])
    words = " ".join(e.text for e in page.one("article").all(cls="words"))
    assert words == official.rebuilt(library.directive)
    assert official.digest(words) == library.directive.sha256


def test_every_clause_with_its_state(sites: Sites, city: Survey, library: Library) -> None:
    page = read(sites[Lang.VI]["directive.html"])
    worst = (
        *(State.MISSING, State.PARTIAL, State.UNKNOWN),
        *(State.CONTESTED, State.WAIVED, State.COVERED),
    )
    clauses = page.all("div", "clause")
    assert [e.attrs["id"] for e in clauses] == list(library.directive.clauses)
    everyone, inside = leads(city, library, everyone=True), leads(city, library)
    foci = {d.task: d.state for d in city.coverage.duties if d.unit is None}
    for element in clauses:
        clause = library.directive.clauses[element.attrs["id"]]
        mine = [d for d in inside if d.task == clause.id]
        mine = mine or [d for d in everyone if d.task == clause.id]
        look = element.attrs["class"].split()[1]
        verdict = element.one("p", "verdict").text
        if clause.kind is Kind.ORIENT:
            assert look == str(foci[clause.id])
        elif clause.kind is Kind.CONTEXT:
            assert look == "plain"
        elif not mine:
            assert look == "unled"
        else:
            states = {d.state for d in mine}
            assert look == str(next(state for state in worst if state in states))
            assert share(mine) in verdict
        if len(mine) > 1:
            said = re.findall(r"(\d+) ", element.all("ul", "counts")[0].text)
            assert sum(map(int, said)) == len(mine)


def test_who_answers_a_clause(sites: Sites, city: Survey) -> None:
    page = read(sites[Lang.VI]["directive.html"])
    shown = Counter(
        (clause.attrs["id"], a.all("strong")[0].all("a")[0].attrs["href"][6:-5])
        for clause in page.all("div", "clause")
        for a in clause.all("li", "answer")
    )
    assert set(shown.values()) == {1}
    for duty in city.coverage.duties:
        if duty.role == "lead" or duty.actions:
            assert (duty.task, duty.unit) in shown
    clause = page.one("div", "clause", id="II.3.4.4")
    commitment = next(c for c in city.commitments.values() if c.unit == "SoYT")
    assert f"{commitment.id} {commitment.title}" in clause.text
    assert f"plans/SoYT.yaml:{commitment.line}" in clause.text


# --- units


def test_a_page_a_unit(sites: Sites, city: Survey, library: Library) -> None:
    for unit in must_send(library) | {"CATP"}:
        page = read(sites[Lang.VI][f"units/{unit}.html"])
        mine = [d for d in leads(city, library, everyone=True) if d.unit == unit]
        assert page.one(id="figure").text == share(mine), unit
        assert page.one("h1").text == library.units.named(unit).name.vi
        by_section = {r[0]: r[1] for r in rows_of(page.one("table", "by-section"))[1:]}
        sections = {d.section for d in mine}
        assert by_section == {s: share(d for d in mine if d.section == s) for s in sections}
        section = next(s for s in page.all("section") if s.all("h2", id="duties"))
        said = {
            tr.all("a")[0].text: tr.one("td", "state").all("span", "sign")[0].attrs["class"]
            for tr in section.all("tr", "duty")
        }
        assert said == {d.task: f"sign {d.state}" for d in mine}, unit
        found = [f for file in city.assessment.files if file.unit == unit for f in file.findings]
        found += [f for f in city.assessment.between if f.unit == unit]
        count = sum(1 for f in found if not f.suppressed)
        assert page.one("h2", id="findings").text.endswith(f"({count})"), unit


def test_a_finding_stands_with_its_line_and_rule(sites: Sites, city: Survey) -> None:
    page = read(sites[Lang.VI]["units/SoTC.html"])
    late = next(f for f in city.findings if f.rule.name == "issued-late")
    assert late.place.span is not None
    row = next(r for r in rows_of(page.one("table", "findings")) if r[1].startswith(late.rule.id))
    assert row[2] == f"plans/SoTC.yaml:{late.place.span.line}"


def test_the_indicators_of_a_unit(sites: Sites, city: Survey) -> None:
    for unit in {i.unit for i in city.indicators}:
        page = read(sites[Lang.VI][f"units/{unit}.html"])
        rows = rows_of(page.one("table", "indicators"))[1:]
        mine = [i for i in city.indicators if i.unit == unit]
        hidden = [i.clause.restricted and i.file is not None for i in mine]
        wanted = [
            "(nội dung hạn chế)" if h else i.promised or "–"
            for h, i in zip(hidden, mine, strict=True)
        ]
        assert [r[3] for r in rows] == wanted


def test_of_a_plan_that_could_not_be_read_nothing_is_known(sites: Sites, city: Survey) -> None:
    verdicts = {
        unit: {
            r[5]
            for r in rows_of(
                read(sites[Lang.VI][f"units/{unit}.html"]).one("table", "indicators")
            )[1:]
        }
        for unit in ("SoNV", "HuyenCatHai")
    }
    assert verdicts["SoNV"] == {"? chưa đủ căn cứ kết luận"}
    assert verdicts["HuyenCatHai"] == {"× chưa có kế hoạch"}


# --- the matrix


def test_the_matrix(sites: Sites, city: Survey, library: Library) -> None:
    page = read(sites[Lang.VI]["matrix.html"])
    head, *rows = page.one("table", "matrix").all("tr")
    sections = cells(head)[1:-1]
    duties, inside = leads(city, library, everyone=True), leads(city, library)
    seen = set()
    for tr in rows:
        if tr.fits("", "band", {}):
            continue
        first, *said = cells(tr)
        links = tr.all("th")[0].all("a")
        unit = links[0].attrs["href"][6:-5] if links else ""
        seen.add(unit)
        mine = [d for d in duties if d.unit == unit] if unit else inside
        assert said[-1] == share(mine), first
        for section, cell in zip(sections, said[:-1], strict=True):
            states = [d.state for d in mine if d.section == section]
            numbers = NUMBERS.match(cell)
            found = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
            assert found == (states.count(State.COVERED), len(states)), (first, section)
    assert seen == must_send(library) | {"", "CATP"}


# --- findings


def test_all_findings_that_count_by_file_and_line(sites: Sites, city: Survey) -> None:
    page = read(sites[Lang.VI]["findings.html"])
    rows = page.one("table", id="findings").all("tr")[1:]
    assert len(rows) == len([f for f in city.assessment.findings if not f.suppressed])
    said = [
        (tr.attrs["data-severity"], tr.attrs["data-rule"], tr.attrs["data-unit"]) for tr in rows
    ]
    wanted = sorted(
        city.findings,
        key=lambda f: (
            f.place.file or "",
            (f.place.span.line, f.place.span.column) if f.place.span else (0, 0),
            f.rule.id,
        ),
    )
    assert said == [(str(f.severity), f.rule.id, f.unit or "") for f in wanted]
    assert page.one("form").attrs["hidden"] == ""  # it needs the script
    assert page.one(id="shown").attrs["aria-live"] == "polite"


# --- tables


def test_the_table_of_tasks(sites: Sites, city: Survey, library: Library) -> None:
    page = read(sites[Lang.VI]["tables.html"])
    held = page.one("table", id="table-tasks")
    assert cells(held.all("tr")[0]) == [
        *("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp"),
        *("Kết quả (sản phẩm)", "Thời gian hoàn thành", "Ghi chú"),
    ]
    duties = leads(city, library, everyone=True)
    tasks = list(dict.fromkeys(d.task for d in duties))
    bodies = held.all("tbody", "task")
    assert [b.all("td", "number")[0].text for b in bodies] == [
        str(n) for n in range(1, len(tasks) + 1)
    ]
    assert [b.all("th")[0].all("a")[0].text for b in bodies] == tasks
    sections = list(dict.fromkeys(d.section for d in duties))
    romans = [b.all("td", "number")[0].text for b in held.all("tbody", "group")]
    assert (
        romans
        == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][
            : len(sections)
        ]
    )
    shown = {
        (body.all("th")[0].all("a")[0].text, a.attrs["href"][6:-5])
        for body in bodies
        for a in body.all("a")
        if a.attrs["href"].startswith("units/")
    }
    assert shown == {(d.task, d.unit) for d in duties}


def test_the_table_of_indicators_and_the_sums(sites: Sites, city: Survey) -> None:
    page = read(sites[Lang.VI]["tables.html"])
    held = page.one("table", id="table-indicators")
    promised = [tr for body in held.all("tbody", "task") for tr in body.all("tr")]
    assert len(promised) == len(city.indicators)
    sums = page.one("table", id="table-sums").all("tr")[1:]
    assert len(sums) == len(city.sums)
    assert all("chưa cộng được" in tr.text for tr in sums)  # plans are missing


def test_a_sum_is_added_up_with_its_base(library: Library) -> None:
    group = [
        *("HuyenAnDuong", "HuyenAnLao", "HuyenKienThuy", "HuyenThuyNguyen"),
        *("HuyenTienLang", "HuyenVinhBao", "HuyenCatHai", "SoNNPTNT"),
    ]
    files = {f"{unit}.yaml": write(clean_plan(unit, library)).encode() for unit in group}
    one = surveyed(files, library)
    page = read(rendered(one, library, Lang.VI)["tables.html"])
    held = next(s for s in one.sums if s.indicator.id == "xa-ntm-chuyen-tiep")
    total = sum(part.least for part in held.parts if part.least is not None)
    row = next(
        tr for tr in page.one("table", id="table-sums").all("tr")[1:] if held.clause.id in tr.text
    )
    said = cells(row)
    assert said[2] == "ít nhất 35 xã"
    assert said[3] == f"{total} xã"
    assert said[4] == f"{len(held.parts)}/{len(held.parts)}"


def test_supplied_annexes_are_shown(library: Library) -> None:
    held = supplied(library, annex("PL1", row("chi-tieu-thu"), complete="no"))
    page = read(rendered(surveyed({}, held), held, Lang.VI)["tables.html"])
    section = next(s for s in page.all("section") if s.all("h2", id="annexes"))
    assert "Chỉ tiêu chi-tieu-thu" in section.text
    assert "ít nhất 10%" in section.text
    assert "Phụ lục số 2" in section.text


# --- what plans say is data


@each_lang
def test_hostile_text_stays_text(sites: Sites, lang: Lang) -> None:
    for name, raw in sites[lang].items():
        if name.endswith(".html"):
            page = read(raw)
            scripts = [e.attrs.get("src") for e in page.all("script")]
            assert scripts == (["filter.js"] if name == "findings.html" else []), name
            assert not page.all("img")
    shown = read(sites[lang]["units/SoTP.html"]).text
    assert HOSTILE in shown
    assert "\\u202e" in shown
    assert "\\udc80" in shown
    assert not re.search(
        "[\u202e\x00-\x08\x0b-\x1f]", "".join(p.decode() for p in sites[lang].values())
    )


def test_restricted_words_stay_out(sites: Sites) -> None:
    for lang, hidden in ((Lang.VI, "(nội dung hạn chế)"), (Lang.EN, "(restricted)")):
        every = b"".join(sites[lang].values()).decode()
        assert SECRET not in every
        assert hidden in read(sites[lang]["units/QuanHongBang.html"]).text


# --- other cities


def test_a_city_without_plans(empty: dict[str, bytes], library: Library) -> None:
    assert_links_hold(empty)
    page = read(empty["index.html"])
    assert re.fullmatch(r"0/\d+ \(0%\)", page.one(id="figure").text)
    held = read(empty["findings.html"]).one("table", id="findings")
    assert {r[1][:6] for r in rows_of(held)[1:]} <= {"HPD702", "HPD703"}
    assert official.digest(
        " ".join(e.text for e in read(empty["directive.html"]).one("article").all(cls="words"))
    ) == (library.directive.sha256)


def test_another_city() -> None:
    second = disk.open_library(data=str(SECOND))
    one = surveyed({}, second)
    for lang in Lang:
        made = site.render(one, second.directive, second.units, lang, "{}")
        assert_links_hold(made)
        words = read(made["directive.html"]).one("article").all(cls="words")
        assert official.digest(" ".join(e.text for e in words)) == second.directive.sha256
        assert "Hải Phòng" not in b"".join(made.values()).decode()
