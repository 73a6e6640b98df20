"""The action: its file is one by GitHub's schema, and its steps do what they say when bash runs them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import ROOT, Run
from tests.official import official_schema

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, Any] = {step["name"]: step for step in ACTION["runs"]["steps"]}


def step(name: str, **inputs: str) -> tuple[list[str], dict[str, str]]:
    """Give the command of a step and its environment, as GitHub would fill them in."""
    given = {key: str(one["default"]) for key, one in ACTION["inputs"].items()} | inputs
    known = {f"inputs.{key.replace('_', '-')}": value for key, value in given.items()}
    known |= {
        "github.action_path": str(ROOT),
        "github.event.pull_request.base.sha": given.get("base", ""),
    }

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], text)

    said = STEPS[name]
    env = {key: filled(value) for key, value in said["env"].items()}
    return ["bash", "-e", "-c", filled(said["run"])], env


def test_the_file_is_an_action() -> None:
    official_schema("github-action.json").validate(ACTION)


def test_changed_plans_are_annotated_and_reported(
    run: Run, repository: Path, tmp_path: Path
) -> None:
    command, env = step("Validate", base="HEAD~1")
    out, summary = tmp_path / "out", tmp_path / "summary.md"
    done = run(
        *command,
        **env,
        GITHUB_ACTIONS="true",
        GITHUB_OUTPUT=str(out),
        GITHUB_STEP_SUMMARY=str(summary),
    )
    assert done.returncode == 1, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert lines[0].startswith("::error file=plans/muộn %25%2C 1.yaml,line=")
    assert "HPD403" in lines[0]
    assert "workflow.yaml" not in done.stdout
    assert "SoKHDT.yaml" not in done.stdout
    assert out.read_text(encoding="utf-8") == "sarif=hpd.sarif\nexit-code=1\n"
    assert "## Kế hoạch có lỗi" in summary.read_text(encoding="utf-8")
    sarif = json.loads((repository / "hpd.sarif").read_text(encoding="utf-8"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
    }
    assert uris == {"plans/mu%E1%BB%99n%20%25%2C%201.yaml"}


def test_no_changed_plan_is_no_failure(run: Run, repository: Path, tmp_path: Path) -> None:
    command, env = step("Validate", base="HEAD")
    done = run(*command, **env, GITHUB_OUTPUT=str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (0, "hpd: no plan was changed\n")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "sarif=hpd.sarif\nexit-code=0\n"
    sarif = json.loads((repository / "hpd.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"] == []
    official_schema("sarif-2.1.0.json").validate(sarif)


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"plans": "plans"}, 1),
        ({"plans": "plans/SoKHDT.yaml"}, 0),
        ({"plans": "plans", "fail_on": "never"}, 0),
        ({"plans": "nowhere"}, 2),
        ({"plans": "plans", "args": "--select HPD9 --as-of 2023-03-01"}, 0),
    ],
)
def test_inputs_reach_the_command(inputs: dict[str, str], code: int, run: Run) -> None:
    command, env = step("Validate", **{k.replace("_", "-"): v for k, v in inputs.items()})
    assert run(*command, **env).returncode == code


def test_installing_gives_the_command(run: Run, tmp_path: Path) -> None:
    command, env = step("Install")
    path = tmp_path / "github path"
    done = run(
        *command, **env, RUNNER_TEMP=str(tmp_path / "runner"), GITHUB_PATH=str(path), PYTHONPATH=""
    )
    assert done.returncode == 0, done.stderr
    binaries = path.read_text(encoding="utf-8").strip()
    shown = run(f"{binaries}/hpd", "validate", "plans/SoKHDT.yaml", "-q", PYTHONPATH="")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")


TEXT = (ROOT / "examples/plans/SoKHDT.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-16"),
        b"",
        "".join(f"  {line}" for line in TEXT.splitlines(keepends=True)).encode(),
        TEXT.replace("unit:", '"Unit" :').replace("actions:", "ACTIONS :").encode(),
        b"\xff\xfe\x00 not text",
    ],
    ids=["utf-16", "empty", "indented", "other keys", "no text"],
)
def test_a_changed_plan_that_is_broken_is_no_other_file(
    raw: bytes, run: Run, repository: Path
) -> None:
    (repository / "plans/SoKHDT.yaml").write_bytes(raw)
    run("git", "commit", "-q", "-a", "-m", "third")
    command, env = step("Validate", base="HEAD~1")
    done = run(*command, **env)
    assert "no plan was changed" not in done.stdout
    assert done.returncode == (0 if raw.startswith(b"  ") else 1), done.stderr


def test_where_git_cannot_tell_everything_is_checked(run: Run, repository: Path) -> None:
    run("git", "checkout", "-q", "--orphan", "alone")
    run("git", "commit", "-q", "-m", "alone")
    command, env = step("Validate", base="main")
    done = run(*command, **env)
    assert "all plans are checked" in done.stderr
    assert (done.returncode, "HPD403" in done.stdout) == (1, True)


def test_changes_are_found_from_a_folder_within(run: Run, repository: Path) -> None:
    command, env = step("Validate", base="HEAD~1")
    done = run("bash", "-c", f"cd plans && {command[-1]}", **env)
    assert (done.returncode, "HPD403" in done.stdout) == (1, True)


def test_no_report_is_announced_that_was_not_written(
    run: Run, repository: Path, tmp_path: Path
) -> None:
    (repository / "hpd.sarif").write_text("of an earlier run", encoding="utf-8")
    command, env = step("Validate", plans="nowhere")
    done = run(*command, **env, GITHUB_OUTPUT=str(tmp_path / "out"))
    assert done.returncode == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "exit-code=2\n"


def test_the_plain_example_keeps_its_reports_where_plans_fail(run: Run, repository: Path) -> None:
    done = run("bash", str(ROOT / "ci/check.sh"), "plans", "reports")
    assert done.returncode == 1
    names = {path.name for path in (repository / "reports").iterdir()}
    assert names == {"hpd.sarif", "hpd.xml", "findings.jsonl", "coverage.json", "coverage.md"}
