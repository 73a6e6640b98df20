"""Files that want to break a reader: one a case, with all that is found in it, and every report of it whole and harmless."""

import json
import time
import unicodedata
from pathlib import Path

import pytest

from hpdirective import fixing
from hpdirective import library as disk
from hpdirective.checking import Examined, check, examine, terms
from hpdirective.gathering import without_city
from hpdirective.measuring import measure
from hpdirective.reporters import assessment, coverage
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang, harmless
from tests.conftest import TODAY, Golden

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
def test_every_report_of_it_is_whole(file: Path) -> None:
    start = time.process_time()
    found = looked_at(file)
    settings = Settings()
    whole = check([found], terms(LIBRARY.directive, settings, TODAY), settings)
    whole = without_city(whole, [found], settings)
    measured = measure([found], LIBRARY, settings, TODAY)
    for lang in Lang:
        for name, render in assessment.REPORTERS.items():
            said = harmless(render(whole, lang))
            assert _unobeyed(said), name
            if name in ("json", "sarif", "gitlab"):
                json.loads(said)
            if name == "github":
                commands = [line for line in said.splitlines() if line.startswith(("::", "##["))]
                assert all(
                    line.startswith(("::error ", "::warning ", "::notice ")) for line in commands
                )
        for name, draw in coverage.REPORTERS.items():
            assert _unobeyed(harmless(draw(measured, LIBRARY.directive, LIBRARY.units, lang))), (
                name
            )
    assert time.process_time() - start < SECONDS


def _unobeyed(text: str) -> bool:
    """Tell whether a text holds nothing that a terminal obeys."""
    return all(unicodedata.category(char) not in ("Cc", "Cs") or char in "\n\t\r" for char in text)


@each_file
def test_mending_it_promises_nothing_and_ends(file: Path) -> None:
    raw = file.read_bytes()
    once = fixing.fix(file.name, raw, LIBRARY)
    again = fixing.fix(file.name, once.mended, LIBRARY)
    assert again.mended == once.mended
