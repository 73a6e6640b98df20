"""Every reader bears whatever is thrown at it: the cases that once broke it, shapes made to confuse it, and a moment of atheris."""

import os
import subprocess
import sys
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as properties

from tests.fuzz import shapes
from tests.fuzz.corpora import FOLDERS, HOSTILE, ROOT, cases, seeds
from tests.fuzz.shrinking import shrunk
from tests.fuzz.targets import TARGETS

OWN = [name for name, (folder, _) in FOLDERS.items() if folder != HOSTILE]
quick = properties(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_every_target_has_its_cases() -> None:
    assert list(FOLDERS) == list(TARGETS)


@pytest.mark.parametrize(
    ("name", "file"),
    [(name, file) for name in OWN for file in cases(name)],
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)
def test_what_once_broke_a_target(name: str, file: Path) -> None:
    TARGETS[name](file.read_bytes())


@pytest.mark.parametrize("name", OWN)
def test_sound_text_of_each_kind(name: str) -> None:
    for raw in islice(seeds(name), 50):
        TARGETS[name](raw)


@quick
@given(shapes.plans())
def test_plans(raw: bytes) -> None:
    for name in ("document", "mending", "reports"):
        TARGETS[name](raw)


@quick
@given(shapes.baselines(next(seeds("baseline"))))
def test_baselines(raw: bytes) -> None:
    TARGETS["baseline"](raw)


@properties(quick, max_examples=200)
@given(shapes.cells)
def test_cells(raw: bytes) -> None:
    TARGETS["period"](raw)
    TARGETS["target"](raw)


@properties(quick, max_examples=100)
@given(shapes.settings)
def test_settings(raw: bytes) -> None:
    TARGETS["settings"](raw)


@properties(quick, max_examples=100)
@given(shapes.entries(list(islice(seeds("cached"), 6))))
def test_entries_of_the_cache(raw: bytes) -> None:
    TARGETS["cached"](raw)


@quick
@given(shapes.texts)
def test_texts_of_a_directive(raw: bytes) -> None:
    TARGETS["draft"](raw)


@pytest.mark.skipif(
    not (find_spec("atheris") or os.environ.get("CI")), reason="atheris is not installed"
)
def test_a_moment_of_atheris(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--runs", "30", "--found", tmp_path],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == list(TARGETS)


def test_what_breaks_a_target_is_made_short() -> None:
    def breaks(raw: bytes) -> None:
        if raw.startswith(b"x"):
            raise IndexError
        if b"{" in raw and b"}" in raw:
            raise ValueError

    assert shrunk(b"a long {text} with more", breaks) == b"{}"
    assert shrunk(b"xyz", breaks) == b"x"
    assert shrunk(b"sound", breaks) == b"sound"
