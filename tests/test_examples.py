"""Every file in examples/ gives its golden result; a fault file shows just the fault that it is named after."""

import re
from pathlib import Path

import pytest

from hpdirective.checking import Examined, check, examine, terms
from hpdirective.choices import Severity
from hpdirective.library import Library, open_document
from hpdirective.measuring import measure
from hpdirective.model.annex import supplied
from hpdirective.reporters import assessment, coverage
from hpdirective.settings import Settings
from hpdirective.supplying import supply
from hpdirective.words import Lang
from tests.conftest import TODAY, Golden

ROOT = Path(__file__).parents[1]
FAULTS = sorted((ROOT / "examples/faults").glob("*.yaml"))
PLANS = sorted((ROOT / "examples/plans").glob("*.yaml"))
ANNEXES = sorted((ROOT / "examples/annexes").glob("*.yaml"))
GOLDEN = ROOT / "tests/golden/examples"


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # reports name files as seen from here


def examined(file: Path, library: Library) -> Examined:
    return examine(open_document(file), library, Settings(), TODAY)


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_fault_file_shows_its_fault_alone(file: Path, library: Library) -> None:
    found = [
        f for f in examined(file, library).checked.findings if f.severity is not Severity.INFO
    ]
    assert [f.rule.name for f in found] == [file.stem]
    marked = re.findall(r"# <- (HPD\d+)", file.read_text(encoding="utf-8", errors="replace"))
    assert set(marked) <= {found[0].rule.id}


@pytest.mark.parametrize("file", [*FAULTS, *PLANS], ids=lambda file: file.stem)
def test_findings_equal_the_golden_file(file: Path, library: Library, golden: Golden) -> None:
    report = check(
        [examined(file, library)], terms(library.directive, Settings(), TODAY), Settings()
    )
    golden(GOLDEN / f"{file.stem}.validate.txt", assessment.REPORTERS["text"](report, Lang.VI))


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_coverage_equals_the_golden_file(file: Path, library: Library, golden: Golden) -> None:
    one = examined(file, library)
    unit = library.units.by_id[one.checked.unit or ""]
    measured = measure([one], library, Settings(), TODAY, unit)
    text = coverage.text.render(measured, library.directive, library.units, Lang.VI)
    golden(GOLDEN / f"{file.stem}.coverage.txt", text)


def test_every_folder_of_examples_is_known_here() -> None:
    files = {path for path in (ROOT / "examples").rglob("*") if path.is_file()}
    assert files == {*FAULTS, *PLANS, *ANNEXES}


@pytest.mark.parametrize("file", ANNEXES, ids=lambda file: file.stem)
def test_annexes_are_sound_and_can_be_taken_in(file: Path, library: Library) -> None:
    assert examined(file, library).checked.findings == ()
    taken = supply(library, [open_document(file)])
    assert [a.file.annex for a in supplied(taken.directive)] == [file.stem.partition("-")[0]]


@pytest.mark.parametrize("name", ["SoKHDT", "minimal"])
def test_clean_plans_are_clean(name: str, library: Library) -> None:
    found = examined(ROOT / f"examples/plans/{name}.yaml", library).checked.findings
    assert [f.rule.id for f in found if f.severity is not Severity.INFO] == []


def test_faulty_plans_hold_a_few_faults(library: Library) -> None:
    for name in ("SoTTTT", "HuyenCatHai"):
        found = examined(ROOT / f"examples/plans/{name}.yaml", library).checked.findings
        serious = [f for f in found if f.severity is not Severity.INFO]
        assert 3 <= len(serious) <= 8, [f.rule.id for f in serious]
