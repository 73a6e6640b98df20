"""Fixtures that all tests share."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings as properties

from hpdirective import library as disk
from hpdirective.checking import Examined, examine
from hpdirective.library import Library
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.supplying import supply
from tests.directives import WHOLE, fill_data
from tests.plans import fill

TODAY = date(2023, 3, 1)
# No example is judged by the clock: the machine may be busy. What lands is judged by the same examples each time; whoever develops looks
# at new ones.
properties.register_profile("dev", deadline=None)
properties.register_profile("ci", deadline=None, derandomize=True)
properties.load_profile("ci" if os.environ.get("CI") else "dev")
CheckText = Callable[..., Examined]
Golden = Callable[[Path, str], None]


def pytest_configure() -> None:
    """Keep the results of this run apart from those of the person who runs it."""
    kept = Path(tempfile.gettempdir()) / f"hpd-tests-{os.getpid()}"
    if "HPD_CACHE_DIR" not in os.environ:
        os.environ["HPD_CACHE_DIR"] = str(kept)
        atexit.register(shutil.rmtree, kept, ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def library() -> Library:
    return disk.open_library()


@pytest.fixture
def check_text(library: Library) -> CheckText:
    """Check a text as a plan; `like` is an example whose other keys and duties are filled in, so that only what it shows is wrong."""

    def check(
        text: str | bytes,
        *,
        filled: bool = False,
        behind: bool = False,
        missing: frozenset[str] = frozenset(),
        settings: Settings | None = None,
        annex: str = "",
    ) -> Examined:
        raw = text if isinstance(text, bytes) else text.encode()
        document = yaml.read("plan.yaml", raw)
        shelf = supply(library, [yaml.read("annex.yaml", annex.encode())]) if annex else library
        if filled and document.data is not None and document.kind == "plan":
            fill(document.data, shelf, missing, behind=behind)
        elif filled and document.data is not None and document.kind in WHOLE:
            fill_data(document, missing)
        return examine(document, shelf, settings or Settings(), TODAY)

    return check


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with its golden file, or rewrite it under `--golden`."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file} is missing; run `make golden` and read the diff"
        assert text == file.read_text(encoding="utf-8"), (
            f"{file} is stale; run `make golden` and read the diff"
        )

    return compare
