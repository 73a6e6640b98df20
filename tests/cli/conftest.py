"""The real command in a real process."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.cli.nursery import Nursery

ROOT = Path(__file__).resolve().parents[2]
Done = subprocess.CompletedProcess[bytes]
Hpd = Callable[..., Done]


def heed_interrupts() -> None:
    """Take ^C as a terminal would, in a process about to start: a test run in the background hands on that it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def bound_by_permissions() -> list[str]:
    """Give the words to put before a command so that permissions hold for it: those of root's process would not; skip where that cannot be had."""
    if os.geteuid():
        return []
    words = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    if shutil.which(words[0]) and not subprocess.run([*words, "true"], check=False).returncode:
        return words
    pytest.skip("root, and no setpriv that takes its rights away")


def environment(kept: Path, env: dict[str, str] | None = None) -> dict[str, str]:
    """Give the environment of a run: a cache of its own, in Vietnamese, without colour, unless `env` says otherwise."""
    taken = ("NO_COLOR", "FORCE_COLOR", "HPD_LANG")
    base = {key: value for key, value in os.environ.items() if key not in taken}
    own = {"HPD_LANG": "vi", "PYTHONPATH": str(ROOT), "HPD_CACHE_DIR": str(kept)}
    return {**base, **own, **(env or {})}


_HEEDED = {"HPD_LANG", "HPD_CACHE_DIR", "NO_COLOR", "FORCE_COLOR"}  # once Python has started


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with tempfile.TemporaryDirectory(prefix="hpd-") as folder:  # a socket wants a short path
        found = Nursery(Path(folder), environment(Path(folder)))
        yield found
        found.close()


@pytest.fixture(scope="session")
def compiled(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a cache that holds the library in its compiled form, and nothing else: reading it anew is a third of a run."""
    kept = tmp_path_factory.mktemp("compiled") / "kept"
    words = ("tasks", "--unit", "SoTC")
    nursery.run(words, b"", kept.parent, environment(kept)).check_returncode()
    return kept


@pytest.fixture
def hpd(tmp_path: Path, compiled: Path, nursery: Nursery) -> Hpd:
    """Run `hpd` in the test's own folder, as a process of its own; `within` another command, where that is given."""
    # no result of another test, nor of the person who runs them
    kept = tmp_path.with_name(f"{tmp_path.name}-kept")
    shutil.copytree(compiled, kept)

    def run(
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        cwd: Path = tmp_path,
        env: dict[str, str] | None = None,
        within: Sequence[str] = (),
    ) -> Done:
        whole = environment(kept, env)
        if not within and (env or {}).keys() <= _HEEDED:
            return nursery.run(arguments, stdin, cwd, whole)
        command = [*within, sys.executable, "-m", "hpdirective", *arguments]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=cwd, env=whole, timeout=60, check=False
        )

    return run
