"""The real command in a real process."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a cache that holds the library in its compiled form, and nothing else: reading it anew is a third of a run."""
    kept = tmp_path_factory.mktemp("compiled") / "kept"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HPD_CACHE_DIR": str(kept)}
    command = [sys.executable, "-m", "hpdirective", "tasks", "--unit", "SoTC"]
    subprocess.run(command, env=env, check=True, capture_output=True, cwd=kept.parent)
    return kept


@pytest.fixture
def hpd(tmp_path: Path, compiled: Path) -> Hpd:
    """Run `hpd` in the test's own folder, in Vietnamese, without colour; `within` another command, where that is given."""
    # no result of another test, nor of the person who runs them
    kept = tmp_path.with_name(f"{tmp_path.name}-kept")
    shutil.copytree(compiled, kept)

    def run(
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
        within: Sequence[str] = (),
    ) -> Done:
        base = {
            k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "HPD_LANG")
        }
        command = [*within, sys.executable, "-m", "hpdirective", *arguments]
        own = {"HPD_LANG": "vi", "PYTHONPATH": str(ROOT), "HPD_CACHE_DIR": str(kept)}
        environment = {**base, **own, **(env or {})}
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env=environment,
            timeout=60,
            check=False,
        )

    return run
