"""The demonstration city: clean where it says so, and each seeded gap shows what it is there for, and nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
import yaml as plain

from hpdirective import library as disk
from hpdirective.checking import examine
from hpdirective.choices import Severity
from hpdirective.coverage import State
from hpdirective.demonstrating import README, demonstrate, seeded
from hpdirective.demonstrating.gaps import GAPS, Seeded
from hpdirective.finding import Finding, Standing
from hpdirective.library import Library
from hpdirective.model.unit import Submits
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.surveying import Survey, survey

LOADER = getattr(plain, "CSafeLoader", plain.SafeLoader)
DATA = Path(__file__).parent / "second" / "data"


@dataclass(frozen=True)
class City:
    library: Library
    files: dict[str, str]
    clean: dict[str, str]
    gaps: tuple[Seeded, ...]
    survey: Survey
    survey_of_clean: Survey


def surveyed(files: dict[str, str], library: Library) -> Survey:
    settings, today = Settings(roster=True), date(library.directive.year, 3, 1)
    plans = {name: text for name, text in files.items() if name != README}
    examined = [
        examine(yaml.read(name, text.encode()), library, settings, today)
        for name, text in plans.items()
    ]
    return survey(examined, library, settings, today)


@pytest.fixture(scope="module", params=["shipped", "second"])
def city(request: pytest.FixtureRequest) -> City:
    library = disk.open_library(data=None if request.param == "shipped" else str(DATA))
    files, clean = demonstrate(library), demonstrate(library, clean=True)
    return City(
        library,
        files,
        clean,
        seeded(library),
        surveyed(files, library),
        surveyed(clean, library),
    )


def place(finding: Finding) -> str:
    """Give the unit that a finding speaks of, none where it is about a task of the city."""
    if finding.unit:
        return finding.unit
    if finding.place.file:
        return PurePosixPath(finding.place.file).stem
    named = finding.facts.get("unit")
    return getattr(named, "id", "")


def loud(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Count what is more than information, by rule and unit."""
    return Counter((f.rule.id, place(f)) for f in findings if f.severity is not Severity.INFO)


# --- without gaps


def test_the_clean_city_has_no_finding_at_all(city: City) -> None:
    assert [(f.rule.id, f.place.file, dict(f.facts)) for f in city.survey_of_clean.findings] == []


def test_the_clean_city_covers_all_but_the_annexes(city: City) -> None:
    left = {d.task for d in city.survey_of_clean.leads if d.state is not State.COVERED}
    without_annex = {
        c.id for c in city.library.directive.clauses.values() if city.library.directive.lacking(c)
    }
    assert left == without_annex


def test_the_shares_of_the_clean_city_add_up_exactly(city: City) -> None:
    assert city.survey_of_clean.sums
    for one in city.survey_of_clean.sums:
        assert one.gap is None
        assert one.total == one.indicator.required.value


def test_one_plan_a_unit_that_must_send_one(city: City) -> None:
    must = {unit.id for unit in city.library.units if unit.submits is Submits.REQUIRED}
    assert set(city.clean) == {README, *(f"{unit}.yaml" for unit in must)}


# --- the gaps


def test_every_gap_of_the_table_has_its_place_in_the_shipped_city(library: Library) -> None:
    assert [one.gap.id for one in seeded(library)] == [gap.id for gap in GAPS]


def test_a_small_city_has_the_gaps_that_its_data_allows() -> None:
    found = {one.gap.id for one in seeded(disk.open_library(data=str(DATA)))}
    assert found >= {"nothing-sent", "issued-late", "missing-all", "weaker-target", "nobody-leads"}


def test_each_gap_shows_its_rules_at_its_unit_and_nothing_else_is_found(city: City) -> None:
    stated = Counter(shown for one in city.gaps for shown in one.shows)
    found = Counter((f.rule.id, place(f)) for f in city.survey.findings)
    assert found == stated
    assert loud(city.survey.findings) <= stated


def test_findings_on_a_task_are_about_the_stated_one(city: City) -> None:
    for one in city.gaps:
        if one.task is None:
            continue
        for rule, unit in one.shows:
            found = [f for f in city.survey.findings if f.rule.id == rule and place(f) == unit]
            tasks = {task for f in found for task in (f.task, *f.also, *_tasks(f)) if task}
            assert one.task in tasks, (one.gap.id, rule)


def _tasks(finding: Finding) -> tuple[object, ...]:
    tasks = finding.facts.get("tasks", ())
    return tasks if isinstance(tasks, tuple) else ()


STATES = {
    "nobody-leads": State.CONTESTED,
    "missing-all": State.MISSING,
    "missing-function": State.MISSING,
    "missing-place": State.MISSING,
    "missing-reading": State.MISSING,
    "weaker-target": State.PARTIAL,
    "late-due-date": State.PARTIAL,
    "late-for-the-year": State.PARTIAL,
    "item-missing": State.PARTIAL,
    "waived": State.WAIVED,
    "waiver-without-effect": State.MISSING,
    "extended": State.COVERED,
    "shares-below-total": State.COVERED,
    "partner-unaware": State.COVERED,
}
STANDINGS = {
    "nothing-sent": Standing.NOT_SENT,
    "other-directive": Standing.OTHER_DIRECTIVE,
    "unreadable": Standing.UNREADABLE,
    "issued-late": Standing.LATE,
    "issued-on-the-day": Standing.ON_THE_DAY,
    "sent-late": Standing.IN_TIME,
}


def test_each_gap_shows_its_state(city: City) -> None:
    states = {(d.unit, d.task): d.state for d in city.survey.coverage.duties}
    rows = {row.unit.id: row for row in city.survey.roster.rows}
    for one in city.gaps:
        if wanted := STATES.get(one.gap.id):
            assert one.task
            assert states[one.unit, one.task] is wanted, one.gap.id
        if standing := STANDINGS.get(one.gap.id):
            assert rows[one.unit].standing is standing, one.gap.id
        if one.gap.id == "requested-unit":
            assert rows[one.unit].outside
        if one.gap.id in ("two-plans", "two-related-plans"):
            assert rows[one.unit].file == one.file
            assert rows[one.unit].others == (f"{one.unit}.yaml",)


def test_a_finding_is_left_out_for_the_reason_given(city: City) -> None:
    for one in [gap for gap in city.gaps if gap.gap.id == "ignored"]:
        found = city.survey.assessment.findings
        (left_out,) = [
            f for f in found if (f.unit, f.task) == (one.unit, one.task) and f.suppressed
        ]
        assert left_out.rule.id == "HPD404"
        assert left_out.suppressed
        assert left_out.suppressed.reason


def test_half_of_the_units_are_clean_and_none_has_more_than_two_gaps(city: City) -> None:
    must = {unit.id for unit in city.library.units if unit.submits is Submits.REQUIRED}
    named = [one.unit for one in city.gaps]
    at = {unit for one in city.gaps for unit in (one.unit, *(u for _, u in one.shows)) if unit}
    assert len(must - at) * 2 >= len(must)
    assert max(Counter(named).values()) <= 2


# --- the files


def test_the_same_data_gives_the_same_files(city: City) -> None:
    assert demonstrate(city.library) == city.files


def test_any_reader_of_yaml_reads_the_plans_back(city: City) -> None:
    broken = {one.file for one in city.gaps if one.gap.id == "unreadable"}
    for name, text in city.files.items():
        if name not in (README, *broken):
            read = plain.load(text, Loader=LOADER)
            assert read["unit"] == name.removesuffix(".yaml").removesuffix("-2")
            assert [a["id"] for a in read["actions"]] == [
                f"A{n}" for n in range(1, len(read["actions"]) + 1)
            ]


def test_every_file_says_in_both_languages_that_it_is_invented(city: City) -> None:
    for name, text in city.files.items():
        assert "hư cấu" in text, name
        assert "invented" in text, name


def test_nothing_of_another_city_is_said() -> None:
    text = "".join(demonstrate(disk.open_library(data=str(DATA))).values())
    for other in ("Hải Phòng", "VPUBND", "02/CT-UBND", "2022", "hai-phong"):
        assert other not in text


def test_the_readme_lists_every_gap_in_both_languages(city: City) -> None:
    vietnamese, english = city.files[README].split("\n---\n")
    for one in city.gaps:
        for text, said in ((vietnamese, one.gap.what.vi), (english, one.gap.what.en)):
            (row,) = [line for line in text.splitlines() if line.startswith(f"| {said} |")]
            assert f"`{one.file}`" in row
            assert all(rule in row for rule, _ in one.shows)
    assert "HPD" not in city.clean[README]


def test_restricted_tasks_are_answered_by_reference_alone(city: City) -> None:
    clauses = city.library.directive.clauses
    answered = 0
    for name, text in city.clean.items():
        for action in plain.load(text, Loader=LOADER)["actions"] if name != README else ():
            if any(clauses[task].restricted for task in action["tasks"]):
                answered += 1
                assert set(action) == {"id", "tasks", "lead", "reference"}
    assert answered
