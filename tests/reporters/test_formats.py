"""The formats that programs read, against the schemas and readers of others, on real reports and on hostile words."""

import csv
import io
import json
from pathlib import Path

import pytest
from junitparser import JUnitXml, TestCase
from msgspec.structs import replace

from hpdirective import catalogue
from hpdirective.checking import check, examine, terms
from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Finding, Place
from hpdirective.library import Library, open_document
from hpdirective.measuring import measure
from hpdirective.reporters import coverage
from hpdirective.reporters.assessment import REPORTERS
from hpdirective.reporters.finding import fingerprints
from hpdirective.reporters.view import View
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.official import official_schema
from tests.plans import clean_plan, write
from tests.reporters.sample import EMPTY, ERROR, FULL, WARNING

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "::error::x%0A%25, a:b",
    "<script>alert(1)</script> & ]]>",
    "=HYPERLINK(0)",
    "| a `b` [c](http://x) @ai #1 *d* <!-- \\",
    "\x00\x1b[31m\ufffe\ud800 \u202e",
    "\r\n::warning::\n- x",
)


def real(library: Library) -> Assessment:
    """Give what is found in all examples: plans, faults, data."""
    files = sorted((ROOT / "examples").rglob("*.yaml"))
    seen = [examine(open_document(file), library, Settings(), TODAY) for file in files]
    return check(seen, terms(library.directive, Settings(), TODAY), Settings())


def hostile() -> Assessment:
    found = tuple(
        replace(
            WARNING, facts={"text": words, "near": words}, place=Place(f"plans/{n} {words}.yaml")
        )
        for n, words in enumerate(HOSTILE)
    )
    return replace(FULL, files=(replace(FULL.files[0], findings=found),))


@pytest.mark.parametrize("lang", [*Lang])
@pytest.mark.parametrize("kind", ["real", "full", "empty", "hostile"])
def test_sarif_is_valid(kind: str, lang: Lang, library: Library) -> None:
    report = {"real": real(library), "full": FULL, "empty": EMPTY, "hostile": hostile()}[kind]
    said = json.loads(REPORTERS["sarif"](report, lang))
    official_schema("sarif-2.1.0.json").validate(said)
    (run,) = said["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [one.RULE.id for one in catalogue.ALL]
    assert len(run["results"]) == len(report.findings)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    digests = [result["partialFingerprints"]["hpdFinding/v1"] for result in run["results"]]
    assert len(set(digests)) == len(digests)


def test_fingerprints_outlive_moved_lines_and_entries_put_in(library: Library) -> None:
    def digests(text: str) -> set[str]:
        one = examine(yaml.read("plan.yaml", text.encode()), library, Settings(), TODAY)
        found = [f for f in one.checked.findings if f.rule.id == "HPD404"]
        return set(fingerprints(found))

    plan = write(clean_plan("SoKHDT", library)).replace("due: 31/12/2023", "due: 31/12/2024")
    moved = plan.replace("actions:\n", "\n# x\nactions:\n- id: Z9\n  title: x\n", 1)
    assert digests(plan) == digests(moved)
    assert len(digests(plan)) > 5


def test_gitlab_is_valid(library: Library) -> None:
    for report in (real(library), FULL, EMPTY, hostile()):
        issues = json.loads(REPORTERS["gitlab"](report, Lang.VI))
        counted = [f for f in report.findings if not f.suppressed]
        assert len(issues) == len(counted)
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)
        for issue in issues:
            assert set(issue) == {
                "description",
                "check_name",
                "fingerprint",
                "severity",
                "location",
            }
            assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert issue["location"]["lines"]["begin"] >= 1


def test_junit_is_read_by_others(library: Library) -> None:
    for report in (real(library), FULL, EMPTY, hostile()):
        suites = JUnitXml.fromstring(REPORTERS["junit"](report, Lang.VI).encode())
        assert suites.tests == sum(suite.tests for suite in suites)
        failed = {
            (case.classname, case.name.split()[0])
            for suite in suites
            for case in suite
            if isinstance(case, TestCase) and case.is_failure
        }
        errors = [f for f in report.findings if f.severity is Severity.ERROR and not f.suppressed]
        expected = {(f.place.file, f.rule.id) for f in errors}
        assert {(name, id) for name, id in failed if name in {f for f, _ in expected}} == expected


def test_a_rule_that_was_left_out_is_no_case_that_passed(library: Library) -> None:
    some = Settings(select=("HPD4",))
    one = examine(open_document(ROOT / "examples/plans/SoKHDT.yaml"), library, some, TODAY)
    report = check([one], terms(library.directive, some, TODAY), some)
    text = REPORTERS["junit"](report, Lang.VI)
    assert "HPD403" in text
    assert "HPD502" not in text


def test_each_line_of_jsonl_is_a_finding() -> None:
    lines = REPORTERS["jsonl"](FULL, Lang.VI).splitlines()
    whole = json.loads(REPORTERS["json"](FULL, Lang.VI))
    assert [json.loads(line) for line in lines] == whole["plans"][0]["findings"]
    assert REPORTERS["jsonl"](EMPTY, Lang.VI) == ""


def test_no_workflow_command_comes_from_a_plan() -> None:
    for line in REPORTERS["github"](hostile(), Lang.VI).splitlines():
        assert line.startswith("::warning file=plans/")
        head = line.removeprefix("::").split("::")[0]
        assert "\r" not in line
        assert head.count("file=") == 1
    assert REPORTERS["github"](FULL, Lang.VI).startswith("::error ")  # the heaviest first


def test_github_is_told_where_it_shows_no_more() -> None:
    many = tuple(replace(ERROR, task=str(n)) for n in range(11))
    report = replace(FULL, files=(replace(FULL.files[0], findings=many),))
    lines = REPORTERS["github"](report, Lang.EN).splitlines()
    assert len(lines) == 12
    assert "all 11 findings" in lines[-1]


def test_markdown_shows_words_and_obeys_none() -> None:
    text = REPORTERS["markdown"](hostile(), Lang.VI)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for row in rows:
        assert len(row.replace("\\|", "").split("|")) == 8  # six cells, whatever stands in them
    for sign in ("<script", "<!--", "](http", "@ai", "http://"):
        assert sign not in text


def test_a_long_report_still_fits_a_comment(library: Library) -> None:
    many: list[Finding] = [replace(ERROR, task=str(n)) for n in range(2000)]
    report = replace(FULL, files=(replace(FULL.files[0], findings=tuple(many)),))
    text = REPORTERS["markdown"](report, Lang.VI)
    assert len(text) < 65_536
    assert "không đủ chỗ" in text
    units = measure([], library, Settings(), TODAY)
    assert len(coverage.markdown.render(units, library.directive, library.units, Lang.VI)) < 65_536


def test_csv_has_a_row_a_duty_and_no_formula(library: Library) -> None:
    plan = clean_plan("SoKHDT", library)
    plan["actions"][0]["id"] = '=HYPERLINK("x")'
    plan["actions"][0]["due"] = "@SUM(1+1)"
    one = examine(yaml.read("=1+1.yaml", write(plan).encode()), library, Settings(), TODAY)
    unit = library.units.by_id["SoKHDT"]
    measured = measure([one], library, Settings(), TODAY, unit)
    text = coverage.csv.render(measured, library.directive, library.units, Lang.VI)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 1 + measured.totals.required
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


@pytest.mark.parametrize("start", ["=1+1", "@SUM(1)", "+1", "-1"])
def test_csv_of_a_matrix_has_no_formula(start: str, library: Library) -> None:
    measured = measure([], library, Settings(), TODAY)
    measured = replace(
        measured,
        by_unit=tuple(replace(row, unit=start + row.unit) for row in measured.by_unit),
        by_section=tuple((start + id, totals) for id, totals in measured.by_section),
    )
    view = View(matrix=True)
    text = coverage.csv.render(measured, library.directive, library.units, Lang.VI, view)
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
    assert f"'{start}SoTC" in cells
    assert f"'{start}II.1" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
