"""A baseline: what it leaves out by unit, rule, task and route, what is stale in it, and that it comes back as it was written."""

import pytest
from msgspec.structs import replace

from hpdirective.baselining import keys, without
from hpdirective.checking import check, examine, terms
from hpdirective.finding import Assessment, SuppressedBy
from hpdirective.library import Library
from hpdirective.model.baseline import Baseline
from hpdirective.reading import Read, read
from hpdirective.reporters import baseline
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write

SETTINGS = Settings()
LATE = "due: 31/12/2023"


def assessed(text: str, library: Library, settings: Settings = SETTINGS) -> Assessment:
    one = examine(yaml.read("plan.yaml", text.encode()), library, settings, TODAY)
    return check([one], terms(library.directive, settings, TODAY), settings)


def faulty(library: Library, unit: str = "SoKHDT") -> str:
    """Give a plan with late days, a misspelt unit and a broken value."""
    text = write(clean_plan(unit, library)).replace(LATE, "due: 31/12/2024", 2)
    return text.replace("- Sở Tài chính", "- Sở Tài chánh", 1).replace(
        "title: Việc A3", "title: Việc: A3"
    )


def recorded(found: Assessment, library: Library) -> Read[Baseline]:
    text = baseline.render(keys(found), library.directive.id, Lang.VI)
    known = read(yaml.read("baseline.yaml", text.encode()), Baseline, 0)
    assert known.faults == ()
    return known


def rules(found: Assessment) -> list[str]:
    return [f.rule.id for f in found.findings if not f.suppressed]


def test_all_that_is_on_record_is_left_out(library: Library) -> None:
    found = assessed(faulty(library), library)
    assert rules(found) == ["HPD304", "HPD404", "HPD117", "HPD404"]
    after = without(found, recorded(found, library), SETTINGS)
    assert rules(after) == []
    assert after.suppressed == {SuppressedBy.BASELINE: 4}
    assert keys(after) == keys(found)  # writing it again records the same


def test_it_follows_actions_and_lines_that_move(library: Library) -> None:
    known = recorded(assessed(faulty(library), library), library)
    moved = faulty(library).replace(
        "actions:\n",
        "\n\n# thêm\nactions:\n- id: B1\n  tasks:\n  - II.3.4.2\n  title: x\n  due: 2023\n  lead: y\n  result: z\n",
    )
    after = without(assessed(moved, library), known, SETTINGS)
    assert "HPD404" not in rules(after)
    assert "HPD134" not in rules(after)


def test_what_is_new_counts(library: Library) -> None:
    known = recorded(assessed(faulty(library), library), library)
    worse = faulty(library).replace(LATE, "due: 31/12/2025", 1)
    assert rules(without(assessed(worse, library), known, SETTINGS)) == ["HPD404"]


def test_entries_that_nothing_needs_are_said_at_their_line(library: Library) -> None:
    known = recorded(assessed(faulty(library), library), library)
    mended = faulty(library).replace("due: 31/12/2024", LATE, 1)
    after = without(assessed(mended, library), known, SETTINGS)
    stale = [
        (f.rule.id, f.facts["rule"], f.place.file) for f in after.findings if not f.suppressed
    ]
    assert stale == [("HPD134", "HPD404", "baseline.yaml")]
    (line,) = [f.place.line for f in after.findings if f.rule.id == "HPD134"]
    assert line == "  - unit: SoKHDT"


def test_of_several_alike_one_entry_leaves_out_one(library: Library) -> None:
    text = faulty(library).replace("title: Việc A4", "title: Việc: A4")
    once = recorded(assessed(faulty(library), library), library)
    assert rules(without(assessed(text, library), once, SETTINGS)) == ["HPD117"]
    twice = recorded(assessed(text, library), library)
    assert rules(without(assessed(faulty(library), library), twice, SETTINGS)) == ["HPD134"]


def test_entries_of_what_was_not_looked_at_are_not_stale(library: Library) -> None:
    known = recorded(assessed(faulty(library), library), library)
    other = assessed(write(clean_plan("SoXD", library)), library)
    assert rules(without(other, known, SETTINGS)) == []
    some = replace(SETTINGS, ignore=("HPD4", "HPD134"))
    clean = assessed(write(clean_plan("SoKHDT", library)), library, some)
    assert rules(without(clean, known, some)) == []
    some = replace(SETTINGS, ignore=("HPD4",))
    stale = without(assessed(write(clean_plan("SoKHDT", library)), library, some), known, some)
    assert {f.facts["rule"] for f in stale.findings} == {"HPD304", "HPD117"}


@pytest.mark.parametrize("unit", ["Sở Không Có", "SoKHDT"])
def test_a_plan_of_nobody_is_known_by_its_file(unit: str, library: Library) -> None:
    text = write(clean_plan("SoKHDT", library)).replace("unit: SoKHDT", f"unit: {unit}")
    found = assessed(text.replace("result: Báo cáo kết quả", "result:"), library)
    assert {key.file for key in keys(found)} == {None if unit == "SoKHDT" else "plan.yaml"}
    assert rules(without(found, recorded(found, library), SETTINGS)) == []
