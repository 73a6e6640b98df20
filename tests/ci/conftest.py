"""A repository of somebody else's with plans in it, and an `hpd` on the path."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Give the environment of a job: no settings of the person who runs the tests, a home of its own."""
    tools = tmp_path / "tools"
    tools.mkdir()
    command = tools / "hpd"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m hpdirective "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    return {
        **kept,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "HPD_LANG": "vi",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x@example.org",
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@example.org",
    }


@pytest.fixture
def run(environment: dict[str, str], repository: Path) -> Run:
    def run(*words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            words,
            cwd=repository,
            env={**environment, **more},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def repository(environment: dict[str, str], tmp_path: Path) -> Path:
    """Give a repository whose first commit has a clean plan, and whose second one with a fault and a file that is no plan."""
    repo = tmp_path / "kho kế hoạch"
    (repo / "plans").mkdir(parents=True)

    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=repo, env=environment, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    clean = (ROOT / "examples/plans/SoKHDT.yaml").read_text(encoding="utf-8")
    (repo / "plans/SoKHDT.yaml").write_text(clean, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    late = (ROOT / "examples/faults/late-due-date.yaml").read_text(encoding="utf-8")
    (repo / "plans/muộn %, 1.yaml").write_text(late, encoding="utf-8")
    (repo / "workflow.yaml").write_text("jobs: {}\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "second")
    return repo
