"""Nothing in the code knows the one directive of 2023: an invented directive of an invented city, with its own units, goes the whole road."""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml as plain
from msgspec.structs import replace
from typer.testing import CliRunner

from hpdirective import catalogue
from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.choices import Severity
from hpdirective.cli import app
from hpdirective.finding import Finding
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.model import official
from hpdirective.model.directive import Kind, Title
from hpdirective.model.names import Units
from hpdirective.reading import understand
from hpdirective.reporters.figures import everyone
from hpdirective.rules.check import Check
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang, Text
from tests.plans import clean_plan, write
from tests.rules.test_examples import text_of

HERE = Path(__file__).parent / "second"
OFFICIAL, DATA, PLANS = HERE / "official.txt", HERE / "data", HERE / "plans"
FILES = sorted(PLANS.glob("*.yaml"))
DAY = date(2024, 3, 1)
# What no output for this city may say: it stands in its directive, units and plans nowhere.
FOREIGN = re.compile(
    r"2023|2022|02/CT-UBND|Hải Phòng|hai-phong|\bIII\.\d|VPUBND|Văn phòng Ủy ban|Cát Hải|Office of the People"
)


@pytest.fixture(scope="module")
def second() -> Library:
    return disk.open_library(data=str(DATA))


@pytest.fixture(autouse=True)
def _away_from_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str, library: Library) -> Examined:
    return examine(yaml.read("plan.yaml", text.encode()), library, Settings(), DAY)


def findings(plan: Any, library: Library) -> list[tuple[str, str | None]]:
    """Give the rules and tasks of all that is more than information."""
    text = plan if isinstance(plan, str) else write(plan)
    found = checked(text, library).checked.findings
    return [(f.rule.id, f.task) for f in found if f.severity is not Severity.INFO]


def plan_of(unit: str, library: Library) -> dict[str, Any]:
    """Make a plan of a unit that answers all it owes in this city."""
    plan = clean_plan(unit, library)
    plan["document"] = {
        "number": "15/KH",
        "issued": "10/02/2024",
        "sent_to": ["Trung tâm Điều hành thành phố"],
        "sent_on": "10/02/2024",
    }
    for action in plan["actions"]:
        other = "Sở Hạ tầng và Đô thị" if unit != "SoHTDT" else "Sở Kinh tế và Quy hoạch"
        action |= {"start": "02/2024", "support": [other]}
        for promised in action.get("indicators", ()):
            if promised["id"] == "ty-le-giai-ngan":
                promised["target"] = "95-98%"
    return plan


def hpd(*arguments: str | Path) -> tuple[int, str]:
    """Run the command in this process on the second city's data; give its exit code and all that it prints."""
    result = CliRunner().invoke(app.build(), [*map(str, arguments), "--data", str(DATA)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


# --- the data


def test_the_tree_is_the_text(second: Library) -> None:
    text = OFFICIAL.read_text(encoding="utf-8")
    assert official.difference(second.directive, text) is None
    assert hpd("verify", OFFICIAL)[0] == 0
    changed = official.difference(second.directive, text.replace("12 xã", "13 xã"))
    assert changed is not None
    assert changed.clause == "B.2.1.1"


def test_the_data_checks_itself_clean() -> None:
    code, said = hpd("validate", DATA)
    assert code == 0, said
    assert "HPD" not in said


def test_the_structure_is_not_that_of_the_shipped_directive(
    second: Library, library: Library
) -> None:
    directive = second.directive
    assert [part.id for part in directive.parts] == ["A", "B", "C"]
    assert not set(directive.clauses) & set(library.directive.clauses)
    assert not set(second.units.by_id) & set(library.units.by_id)
    assert set(directive.topic_ids) == set(library.directive.topic_ids)
    kinds = Counter(clause.kind for clause in directive.clauses.values())
    assert set(kinds) == set(Kind)
    assert all(len(id.split(".")) == 4 for id in directive.clauses)


# --- plans


def marks(file: Path) -> list[tuple[int, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return sorted(
        (n, rule)
        for n, line in enumerate(lines, 1)
        if "# <-" in line
        for rule in re.findall(r"HPD\d+", line.partition("# <-")[2])
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_fault_is_found_on_its_line_and_nothing_else(file: Path, second: Library) -> None:
    found = examine(disk.open_document(file), second, Settings(), DAY).checked.findings
    at = sorted((f.place.span.line if f.place.span else 0, f.rule.id) for f in found)
    assert at == marks(file)


def test_the_marked_faults_are_of_every_sort() -> None:
    rules = {rule for file in FILES for _, rule in marks(file)}
    missing = {"HPD320", "HPD321", "HPD322", "HPD323", "HPD324", "HPD325"}
    late = {"HPD401", "HPD402", "HPD403", "HPD404", "HPD405", "HPD409"}
    shape = {"HPD205", "HPD206", "HPD209", "HPD210", "HPD222"}
    names = {"HPD301", "HPD302", "HPD303", "HPD304", "HPD305", "HPD307", "HPD309", "HPD341"}
    targets = {"HPD501", "HPD502", "HPD503"}
    assert rules >= missing | late | shape | names | targets
    assert marks(PLANS / "SoKTQH.yaml") == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_findings_cite_this_directive_in_its_own_words(file: Path, second: Library) -> None:
    text = official.normal(OFFICIAL.read_text(encoding="utf-8"))
    found = examine(disk.open_document(file), second, Settings(), DAY).checked.findings
    for finding in found:
        citation = finding.citation
        if finding.rule.cites is None:
            assert citation is None
        else:
            assert citation
            assert citation.clause in second.directive.clauses
            assert citation.quote in text
    cited = {f.rule.name: f.citation.clause for f in found if f.citation}
    wanted = {
        "issued-late": "C.2.b.1",
        "issued-on-the-day": "C.2.b.1",
        "sent-late": "C.2.b.3",
        "office-not-addressed": "C.2.b.3",
        "no-addressee": "C.2.b.3",
        "action-without-due-date": "C.2.b.2",
        "late-due-date": "C.1.b.1",
        "due-on-the-day": "C.1.b.1",
    }
    assert {name: clause for name, clause in cited.items() if name in wanted} == {
        name: clause for name, clause in wanted.items() if name in cited
    }


@pytest.mark.parametrize(
    ("due", "rules"),
    [
        ("29/6/2024", []),
        ("30/6", [("HPD405", "B.1.b.1")]),
        ("Trước ngày 30/6", []),
        ("01/7/2024", [("HPD403", "B.1.b.1")]),
        ("Quý II", [("HPD405", "B.1.b.1")]),
        ("Tháng 5", []),
    ],
)
def test_a_date_without_a_year_is_of_this_directives_year(
    due: str, rules: list[tuple[str, str]], second: Library
) -> None:
    plan = (PLANS / "SoKTQH.yaml").read_text(encoding="utf-8")
    assert findings(plan.replace("due: 31/5", f"due: {due}"), second) == rules


def test_each_unit_of_the_city_can_be_satisfied(second: Library) -> None:
    for unit in second.units:
        if unit.submits in ("required", "requested"):
            assert findings(plan_of(unit.id, second), second) == [], unit.id


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("an-van/2024/07-CT-UBND", []),
        ("Chỉ thị số 7/CT-UBND ngày 22/01/2024 của UBND thành phố", []),
        ("07/CT-UBND ngày 22/01/2024 của UBND thành phố Hải Phòng", ["HPD307"]),
        ("07/CT-UBND ngày 19/01/2023", ["HPD308"]),
        ("an-van/2023/07-CT-UBND", ["HPD308"]),
        ("02/CT-UBND ngày 19/01/2023", ["HPD307"]),
        ("hai-phong/2023/02-CT-UBND", ["HPD307"]),
        ("hai-phong/2024/07-CT-UBND", ["HPD307"]),
        ("07/CT-UBND", ["HPD309"]),
    ],
)
def test_a_plan_names_this_directive_or_another(
    written: str, rules: list[str], second: Library
) -> None:
    plan = plan_of("SoDSGD", second) | {"directive": written}
    assert [rule for rule, _ in findings(plan, second)] == rules


@pytest.mark.parametrize(
    ("addressee", "reached"),
    [
        ("Trung tâm Điều hành thành phố", True),
        ("Trung tâm Điều hành TP", True),
        ("TTDH", True),
        ("VPUBND", False),
        ("Văn phòng UBND", False),
        ("Văn phòng Ủy ban nhân dân thành phố", False),
        ("Sở Kinh tế và Quy hoạch", False),
    ],
)
def test_the_plan_goes_to_this_citys_office(
    addressee: str, reached: bool, second: Library
) -> None:
    plan = plan_of("SoDSGD", second)
    plan["document"]["sent_to"] = [addressee]
    found = [f for f in checked(write(plan), second).checked.findings if f.rule.id == "HPD210"]
    assert bool(found) != reached
    for finding in found:
        assert "Trung tâm Điều hành thành phố" in finding.message(Lang.VI)


def test_a_bare_name_of_the_office_is_this_citys_alone(second: Library, library: Library) -> None:
    """In a list of addressees the city need not be said; whose short name it is, the units say."""
    ours, theirs = plan_of("SoDSGD", second), clean_plan("SoTC", library)
    ours["document"]["sent_to"] = theirs["document"]["sent_to"] = ["Văn phòng UBND"]
    assert ("HPD210", None) in findings(ours, second)
    assert findings(theirs, library) == []


def test_a_bare_name_of_the_office_is_a_provinces_too(second: Library) -> None:
    """“Văn phòng UBND” is short for “Văn phòng UBND tỉnh” where a province issued the directive."""
    office = second.units.by_id["TTDH"]
    title = Title.model_construct(vi="Văn phòng Ủy ban nhân dân tỉnh", en="Office")
    named = office.model_copy(update={"name": title, "aliases": ("Văn phòng UBND tỉnh",)})
    issued = second.directive.model_copy(update={"issuer": "Ủy ban nhân dân tỉnh An Vân"})
    others = [unit for unit in second.units if unit is not office]
    units = Units([*others, named], second.units.groups.values())
    province = replace(second, directive=issued, units=units)
    plan = plan_of("SoDSGD", second)
    for short in ("Văn phòng UBND", "Văn phòng Ủy ban nhân dân"):
        plan["document"]["sent_to"] = [short]
        assert ("HPD210", None) not in findings(plan, province)


def test_the_figures_of_a_province_are_not_called_a_citys(second: Library) -> None:
    issued = second.directive.model_copy(update={"issuer": "Ủy ban nhân dân tỉnh An Vân"})
    assert everyone(issued) == Text("Toàn tỉnh", "The whole province")
    assert everyone(second.directive) == Text("Toàn thành phố", "The whole city")


def test_units_of_the_other_city_are_unknown_here(second: Library, library: Library) -> None:
    plan = plan_of("SoDSGD", second)
    for unit in library.units:
        assert second.units.one(unit.id).id is None
    assert [rule for rule, _ in findings(plan | {"unit": "Sở Tài chính"}, second)] == ["HPD303"]


@pytest.mark.parametrize(
    ("written", "clauses"),
    [
        ("C.2.b.1", ["C.2.b.1"]),
        ("c.2.B.1", ["C.2.b.1"]),
        ("C.2.b.1.", ["C.2.b.1"]),
        ("C.2.b", ["C.2.b.1", "C.2.b.2", "C.2.b.3"]),
        ("B.1.đ", ["B.1.đ.1"]),
        ("b.1.Đ.1", ["B.1.đ.1"]),
        (unicodedata.normalize("NFD", "B.1.a"), ["B.1.a.1", "B.1.a.2", "B.1.a.3"]),
        ("B.2", []),
        ("III.1.2", []),
    ],
)
def test_an_id_is_known_however_it_is_written(
    written: str, clauses: list[str], second: Library
) -> None:
    plan = plan_of("SoDSGD", second)
    plan["actions"][0]["tasks"] = [written]
    assert [c.id for c in second.directive.expand(written.rstrip("."))] == clauses
    found = {rule for rule, _ in findings(plan, second)}
    assert bool({"HPD301", "HPD302"} & found) != bool(clauses)


def test_several_ids_in_one_line_are_told_apart(second: Library) -> None:
    plan = plan_of("SoDSGD", second)
    plan["actions"][0]["tasks"] = ["B.4.1.1, B.4.1.2"]
    found = checked(write(plan), second).checked.findings
    said = next(f.message(Lang.EN) for f in found if f.rule.id == "HPD301")
    assert said.endswith("; write one id a line, after a dash")


@pytest.mark.parametrize(
    ("id", "vi", "en"),
    [
        ("B.1.đ.1", "điểm đ, mục 1, phần B", "part B, section 1, point đ"),
        ("C.2.b.1", "điểm b, mục 2, phần C", "part C, section 2, point b"),
        ("B.2.2.2", "phần B, mục 2, gạch đầu dòng thứ hai", "part B, section 2, dash 2"),
        ("A.1.1.2", "phần A, mục 1", "part A, section 1"),
    ],
)
def test_a_clause_is_cited_as_its_own_labels_say(
    id: str, vi: str, en: str, second: Library
) -> None:
    address = second.directive.address(second.directive.clauses[id])
    assert (address.vi, address.en) == (vi, en)


def test_a_lead_in_before_the_dashes_is_not_counted_as_one(tmp_path: Path) -> None:
    text = (DATA / "directive_2024.yaml").read_text(encoding="utf-8")
    file = tmp_path / "directive.yaml"
    file.write_text(
        re.sub(r"(id: B\.2\.1\n +label:) '-'", r"\1 ''", text, count=1), encoding="utf-8"
    )
    directive = disk.open_library(str(file), str(DATA)).directive
    said = {id: directive.address(directive.clauses[id]).vi for id in ("B.2.1.1", "B.2.2.1")}
    assert said == {
        "B.2.1.1": "phần B, mục 2",
        "B.2.2.1": "phần B, mục 2, gạch đầu dòng thứ nhất",
    }


# --- coverage, against a count over the raw files


def raw() -> tuple[list[dict[str, Any]], dict[str, list[str]], list[str]]:
    """Give clauses, groups and the units that must submit, as a plain YAML reader sees them."""

    def load(file: Path) -> Any:
        return plain.safe_load(file.read_text(encoding="utf-8"))

    tree = load(DATA / "directive_2024.yaml")
    clauses = [
        clause
        for part in tree["parts"]
        for section in part["sections"]
        for paragraph in section["paragraphs"]
        for clause in paragraph["clauses"]
    ]
    groups = {g["id"]: g["members"] for g in load(DATA / "groups.yaml")["groups"]}
    units = [load(file) for file in sorted((DATA / "units").glob("*.yaml"))]
    return clauses, groups, [u["id"] for u in units if u["submits"] == "required"]


def owed(unit: str) -> list[str]:
    """Give the tasks that a unit leads: the strongest of its rows says so."""
    clauses, groups, _ = raw()
    strength = ["named", "all", "function", "place", "reading"]
    found = []
    for clause in clauses:
        rows = [
            row
            for row in clause.get("assign", ())
            if unit == row.get("unit") or unit in groups.get(row.get("group"), ())
        ]
        rows.sort(key=lambda r: (strength.index(r["basis"]), r["role"] != "lead"))
        if clause["kind"] not in ("orient", "context") and rows and rows[0]["role"] == "lead":
            found.append(clause["id"])
    return found


# Counted by hand from the text: seven tasks of all, and each unit's own.
REQUIRED = {
    "SoKTQH": 11,
    "SoHTDT": 12,
    "SoDSGD": 9,
    "SoSHTT": 10,
    "TTDH": 8,
    "QuanBinhSa": 10,
    "QuanDongMac": 10,
    "HuyenVanLinh": 10,
    "HuyenThachGiang": 10,
}
COVERED = {"SoKTQH": 10, "SoHTDT": 4, "QuanBinhSa": 6, "HuyenVanLinh": 2, "SoSHTT": 0}


def test_coverage_counts_what_a_naive_count_counts(second: Library) -> None:
    plans = [examine(disk.open_document(file), second, Settings(), DAY) for file in FILES]
    coverage = measure(plans, second, Settings(), DAY)
    assert {u: len(owed(u)) for u in raw()[2]} == REQUIRED
    assert {row.unit: row.totals.required for row in coverage.by_unit} == REQUIRED
    assert {row.unit: row.totals.covered for row in coverage.by_unit if row.plan} == COVERED
    totals = coverage.totals
    assert (totals.required, totals.covered) == (sum(REQUIRED.values()), sum(COVERED.values()))
    for unit in REQUIRED:
        led = [d.task for d in coverage.duties if d.unit == unit and d.role == "lead"]
        assert sorted(led) == sorted(owed(unit))


def test_a_whole_plan_leaves_the_annex_alone_open(second: Library) -> None:
    for unit in REQUIRED:
        plan = checked(write(plan_of(unit, second)), second)
        coverage = measure([plan], second, Settings(), DAY, second.units.by_id[unit])
        left = [d.task for d in coverage.duties if d.role == "lead" and d.state != "covered"]
        assert left == ["C.1.a.1"], unit
        assert coverage.totals.covered == len(owed(unit)) - 1


def test_the_foci_follow_from_what_realises_them(second: Library) -> None:
    everyone = [
        examine(
            yaml.read(f"{u}.yaml", write(plan_of(u, second)).encode()), second, Settings(), DAY
        )
        for u in REQUIRED
    ]
    coverage = measure(everyone, second, Settings(), DAY)
    foci = {d.task: str(d.state) for d in coverage.duties if d.role is None}
    orient = [c.id for c in second.directive.clauses.values() if c.kind is Kind.ORIENT]
    assert foci == dict.fromkeys(orient, "covered")


def test_a_trend_and_a_restricted_task_keep_their_meaning(second: Library) -> None:
    plan = plan_of("SoSHTT", second)
    action = next(a for a in plan["actions"] if a["tasks"] == ["B.3.a.2"])
    action["indicators"][0] |= {
        "baseline": "hạng 20",
        "target": "hạng 22",
    }  # a rank: down is better
    assert findings(plan, second) == [("HPD507", "B.3.a.2")]
    action["indicators"][0]["target"] = "hạng 18"
    assert findings(plan, second) == []
    files = (PLANS / "SoKTQH.yaml").read_text(encoding="utf-8")
    two = files.replace("      - Cụm công nghiệp Cồn Lau\n", "")
    assert findings(two, second) == [("HPD330", "B.1.b.1")]
    drill = plan_of("QuanDongMac", second)
    answer = next(a for a in drill["actions"] if a["tasks"] == ["B.5.1.1"])
    answer.clear()
    answer |= {
        "id": "R1",
        "tasks": ["B.5.1.1"],
        "lead": "Ban Chỉ huy Quân sự quận",
        "reference": "kế hoạch riêng số 05/KH-BCH",
    }
    assert findings(drill, second) == []


# --- what the commands say

COMMANDS = [
    ["validate", str(PLANS)],
    ["validate", str(DATA)],
    ["coverage", "--plans", str(PLANS)],
    ["coverage", "--plans", str(PLANS), "--unit", "SoKTQH"],
    ["coverage", "--plans", str(PLANS), "--unit", "UBND huyện Vân Lĩnh"],
    ["tasks"],
    ["tasks", "--unit", "Sở KT&QH"],
    ["units"],
    ["units", "TTDH"],
    ["show", "B.1.a"],
    ["show", "b.5.1"],
    ["show", "C.2.b.1"],
    ["read", "Quý IV"],
    ["read", "trước 30/6"],
    ["read", "các quận, huyện; Trung tâm Điều hành"],
    ["read", "31/11"],
]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:1]))
def test_no_output_speaks_of_the_other_directive(
    command: list[str], format: str, lang: str
) -> None:
    day = ["--as-of", "2024-03-01"] if command[0] in ("validate", "coverage") else []
    code, said = hpd(*command, *day, "--format", format, "--lang", lang)
    assert code == (1 if command[1:] == [str(PLANS)] else 0)
    assert said.strip()
    # the plan of a district names a district of the other city, and is shown with these words
    own = said.replace("UBND huyện Cát Hải", "")
    assert FOREIGN.findall(own) == []


def test_reports_name_this_directive() -> None:
    found = json.loads(hpd("validate", PLANS, "--format", "json")[1])
    assert found["directive"]["id"] == "an-van/2024/07-CT-UBND"
    assert found["summary"]["error"] > 0
    tasks = json.loads(hpd("tasks", "--format", "json")[1])
    clauses, _, required = raw()
    assert [task["id"] for task in tasks["tasks"]] == [clause["id"] for clause in clauses]
    assert (
        "đáp ứng 22/90 (24,4%) nhiệm vụ của Chỉ thị 07/CT-UBND ngày 22/01/2024"
        in (hpd("coverage", "--plans", PLANS, "--lang", "vi")[1])
    )
    listed = hpd("units", "--lang", "vi")[1]
    assert all(unit in listed for unit in required)
    assert hpd("read", "Quý IV", "--lang", "en")[1].count("2024-12-31") == 1


def test_a_cell_without_a_year_is_read_in_this_year(second: Library) -> None:
    year = second.directive.year
    for text, end in {
        "Quý II": "2024-06-30",
        "tháng 2": "2024-02-29",
        "cả năm": "2024-12-31",
    }.items():
        period = understand(text, second.units, year).period
        assert period
        assert period.end
        assert period.end.isoformat() == end


def in_a_process(*arguments: str | Path, lang: str = "vi") -> tuple[int, str]:
    """Run the real command away from any settings; give its exit code and what it prints, refusals too."""
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "hpdirective", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "HPD_LANG": lang, "PYTHONPATH": str(root), "NO_COLOR": "1"},
        timeout=60,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_directive_alone_does_not_borrow_the_shipped_units(lang: str, tmp_path: Path) -> None:
    file = shutil.copy(DATA / "directive_2024.yaml", tmp_path)
    code, said = in_a_process("validate", PLANS, "--directive", file, lang=lang)
    assert code == 2
    assert "HPD905" in said
    assert "SoHTDT" in said
    assert "--data" in said
    assert "Traceback" not in said
    code, _ = in_a_process("validate", PLANS / "SoKTQH.yaml", "--directive", file, "--data", DATA)
    assert code == 0


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "wrong",
    [
        ["show", "III.1.2.1"],
        ["tasks", "--unit", "SoKHDT"],
        ["tasks", "--directive", "02/CT-UBND"],
        ["coverage", "--as-of", "soon"],
    ],
    ids=lambda wrong: wrong[0],
)
def test_refusals_speak_of_this_city(wrong: list[str], lang: str) -> None:
    code, said = in_a_process(*wrong, "--data", DATA, lang=lang)
    assert code == 2
    asked = said.replace(f"“{wrong[-1]}”", "")
    assert FOREIGN.findall(asked) == []


# --- every rule, said to this city

CHECKS: tuple[Check, ...] = (*catalogue.OF_FILE, *catalogue.OF_PLAN)
_TO_THIS_CITY = {
    "Quý I/2024": "Quý I/2025",
    "2023": "2024",
    "2022": "2025",
    "02/CT-UBND": "07/CT-UBND",
    "19/01/": "22/01/",
    "19 tháng 01": "22 tháng 01",
    "hai-phong": "an-van",
    "Văn phòng Ủy ban nhân dân thành phố": "Trung tâm Điều hành thành phố",
    "VPUBND": "TTDH",
    "Cát Hải": "Vân Lĩnh",
    "CatHai": "VanLinh",
    "SoKHDT": "SoKTQH",
    "SoTC": "SoHTDT",
    "II.3.4.2": "B.1.a.1",
    "III.1.4.2": "C.1.b.1",
}


def said_of(finding: Finding) -> str:
    return " ".join(part for lang in Lang for part in (finding.message(lang), finding.help(lang)))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.RULE.id)
def test_a_rule_says_nothing_of_the_other_directive(check: Check, second: Library) -> None:
    """Its bad example, carried over to this city and year, gives findings of this city and year alone."""
    for finding in carried(check, second):
        assert FOREIGN.findall(said_of(finding)) == [], (finding.rule.id, said_of(finding))


def carried(check: Check, library: Library) -> tuple[Finding, ...]:
    text = text_of(check.RULE.bad)
    if isinstance(text, str):
        for there, here in _TO_THIS_CITY.items():
            text = text.replace(there, here)
        text = re.sub(r"\bI{1,3}(\.\d+){2,3}", "B.1.a.1", text).encode()
    document = yaml.read("plan.yaml", text)
    return examine(document, library, Settings(), DAY).checked.findings


def test_examples_and_plans_try_nearly_every_rule_on_this_city(second: Library) -> None:
    tried = {f.rule.id for check in CHECKS for f in carried(check, second)}
    tried |= {rule for file in FILES for _, rule in marks(file)}
    assert len(tried) > 0.8 * len(CHECKS), sorted({c.RULE.id for c in CHECKS} - tried)
