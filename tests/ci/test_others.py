"""pre-commit, GitLab and a plain shell: each run as far as it goes without its server."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.ci.conftest import ROOT, Run
from tests.official import official_schema

needs_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")


def test_the_hooks_are_a_manifest() -> None:
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(words, cwd=ROOT, check=True)


@needs_git
def test_the_hooks_run_in_another_repository(run: Run, tmp_path: Path) -> None:
    files = ("plans/muộn %, 1.yaml", "plans/SoKHDT.yaml", "workflow.yaml")  # the last is no plan
    words = (sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "hpd-validate", "--files")
    done = run(*words, *files, PRE_COMMIT_HOME=str(tmp_path / "cache"), PYTHONPATH="")
    assert done.returncode == 1, done.stderr
    at_fault = set(re.findall(r"^(\S.*\.yaml):\d+:\d+: ", done.stdout, re.MULTILINE))
    assert at_fault == {files[0]}
    assert "HPD403" in done.stdout


STUB = """\
#!/bin/sh
# stands for `python -m venv .hpd`: installing is tried with the action
mkdir -p .hpd/bin && printf '#!/bin/sh\\ntest "$3" = "{root}"\\n' > .hpd/bin/pip && ln -s "{hpd}" .hpd/bin/hpd
chmod +x .hpd/bin/pip
"""


def test_the_gitlab_job_runs(run: Run, repository: Path, tmp_path: Path) -> None:
    whole: dict[str, Any] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
    official_schema("ci.json").validate(whole)
    tools = tmp_path / "tools"
    (tools / "python").write_text(STUB.format(root=ROOT, hpd=tools / "hpd"), encoding="utf-8")
    (tools / "python").chmod(0o755)
    job = whole["hpd"]
    script = "\n".join(job["script"])
    settings = {**whole["variables"], "HPD_SOURCE": str(ROOT), "HPD_PLANS": "plans"}
    done = run("bash", "-e", "-c", script, **settings)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert {"HPD403 late-due-date"} <= {issue["check_name"] for issue in issues}
    assert ET.parse(repository / reports["junit"]).getroot().get("failures") != "0"


def test_the_shell_example_runs(run: Run, repository: Path) -> None:
    done = run("bash", str(ROOT / "ci/check.sh"), "plans", "reports")
    assert done.returncode == 1
    assert "HPD403" in done.stdout
    (repository / "plans/muộn %, 1.yaml").unlink()
    done = run("bash", str(ROOT / "ci/check.sh"), "plans", "reports")
    assert done.returncode == 0, done.stderr
    assert {file.name for file in (repository / "reports").iterdir()} == {
        "hpd.sarif",
        "hpd.xml",
        "findings.jsonl",
        "coverage.json",
        "coverage.md",
    }
