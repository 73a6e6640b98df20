"""Words of a plan on restricted tasks stay out of what is shared; the findings and the counts stay."""

import pytest
from msgspec.structs import replace

from hpdirective.checking import Examined, check, examine, terms
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.reporters import assessment, coverage
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write

SECRET = "Hầm chỉ huy số 7"


def plan(library: Library, *, of: str = "QuanHongBang") -> str:
    made = clean_plan(of, library)
    action = next(a for a in made["actions"] if a["tasks"] == ["II.8.3.2"])
    action |= {
        "title": f"{SECRET} A",
        "steps": [f"{SECRET} B", {"x": SECRET}],
        "result": f"{SECRET} C",
        "due": f"{SECRET} quý",
        "support": [f"Sở Tài chánh {SECRET}", "Sở Tài chánh"],
        "items": [f"{SECRET} D"],
        "indicators": [{"id": "chi-tieu-giao-quan", "target": f"{SECRET} E"}],
        "muc_tieux": SECRET,
    }
    return write(made)


def examined(text: str, library: Library, *, shown: bool) -> Examined:
    settings = replace(Settings(), include_restricted=shown)
    return examine(yaml.read("plan.yaml", text.encode()), library, settings, TODAY)


def reports(one: Examined, library: Library) -> str:
    report = check([one], terms(library.directive, Settings(), TODAY), Settings())
    measured = measure([one], library, Settings(), TODAY)
    shelf = (library.directive, library.units)
    said = [r(report, lang) for r in assessment.REPORTERS.values() for lang in Lang]
    said += [r(measured, *shelf, lang) for r in coverage.REPORTERS.values() for lang in Lang]
    return "\n".join(said)


def test_words_on_restricted_tasks_are_not_shown(library: Library) -> None:
    text = plan(library)
    hidden, shown = (examined(text, library, shown=s) for s in (False, True))
    assert SECRET in reports(shown, library)
    assert SECRET not in reports(hidden, library)
    assert "Sở Tài chánh" not in reports(hidden, library)
    places = [[(f.rule.id, f.place.span) for f in e.checked.findings] for e in (hidden, shown)]
    assert places[0] == places[1]
    assert len(places[0]) >= 5
    assert measure([hidden], library, Settings(), TODAY).totals == (
        measure([shown], library, Settings(), TODAY).totals
    )


def test_a_paragraph_cited_whole_is_restricted_too(library: Library) -> None:
    text = plan(library).replace("- II.8.3.2\n", "- II.8.3\n")
    assert SECRET not in reports(examined(text, library, shown=False), library)


def test_other_actions_are_shown(library: Library) -> None:
    text = plan(library).replace("- II.8.3.2\n", "- II.4.2.4\n")
    assert SECRET in reports(examined(text, library, shown=False), library)


@pytest.mark.parametrize(
    "broken", ["    title: Hầm: số 7", "\ttitle: Hầm số 7", '    title: "Hầm số 7" x']
)
def test_broken_lines_of_restricted_actions_are_not_shown(broken: str, library: Library) -> None:
    lines = plan(library).splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip() == "- II.8.3.2") + 1
    text = "\n".join([*lines[:at], broken.replace("    ", "  ", 1), *lines[at + 1 :]])
    one = examined(text, library, shown=False)
    assert one.context is not None
    assert "Hầm" not in reports(one, library)


def test_the_directives_own_ids_are_shown(library: Library) -> None:
    made = clean_plan("QuanLeChan", library)
    action = next(a for a in made["actions"] if a["tasks"] == ["II.8.3.2"])
    action["indicators"] = [{"id": "giao-quan", "target": "97%", "baseline": SECRET}]
    one = examined(write(made), library, shown=False)
    found = next(f for f in one.checked.findings if f.rule.id == "HPD501")
    assert "“id: chi-tieu-giao-quan”" in found.help(Lang.VI)
    assert SECRET not in reports(one, library)
    assert "“giao-quan”" not in reports(one, library)
