"""Files that want to break a reader: one a case, with all that is found in it, and every report of it whole and harmless."""

import time
import unicodedata
from pathlib import Path

import pytest

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.measuring import measure
from hpdirective.reporters import coverage
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang, harmless
from tests.conftest import TODAY, Golden
from tests.fuzz.targets import TARGETS

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))
EXPECTED = Path(__file__).parent / "expected.txt"
LIBRARY = disk.open_library()
SECONDS = 30.0  # of a processor, on a machine that others use too
each_file = pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)


def looked_at(file: Path) -> Examined:
    return examine(yaml.read(file.name, file.read_bytes()), LIBRARY, Settings(), TODAY)


def told(file: Path) -> str:
    """Say what is found in a file, line by line; of the same on many lines the first few."""
    found = looked_at(file).checked
    said = [
        f"{f.place.span.line if f.place.span else '-'}:{f.rule.id}"
        for f in found.findings
        if f.rule.id != "HPD228"
    ]
    more = [f"+{len(said) - 12}"] if len(said) > 12 else []
    return f"{file.stem}: {' '.join([*said[:12], *more])}{'' if found.readable else ' (unreadable)'}\n"


def test_each_file_gives_what_is_expected_of_it(golden: Golden) -> None:
    golden(EXPECTED, "".join(map(told, CORPUS)))


@each_file
@pytest.mark.parametrize("target", ["document", "reports", "mending"])
def test_it_breaks_no_reader(file: Path, target: str) -> None:
    start = time.process_time()
    TARGETS[target](file.read_bytes())
    assert time.process_time() - start < SECONDS


@each_file
def test_every_report_on_coverage_is_harmless(file: Path) -> None:
    measured = measure([looked_at(file)], LIBRARY, Settings(), TODAY)
    for lang in Lang:
        for name, draw in coverage.REPORTERS.items():
            text = harmless(draw(measured, LIBRARY.directive, LIBRARY.units, lang))
            assert _unobeyed(text), name


def _unobeyed(text: str) -> bool:
    """Tell whether a text holds nothing that a terminal obeys."""
    return all(unicodedata.category(char) not in ("Cc", "Cs") or char in "\n\t\r" for char in text)
