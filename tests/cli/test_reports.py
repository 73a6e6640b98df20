"""Reports as the command line has them: several at once, colour, quiet, a folder that git ignores in part, what the shell offers."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Hpd, heed_interrupts

LATE = ROOT / "examples/faults/late-due-date.yaml"
CLEAN = ROOT / "examples/plans/SoKHDT.yaml"


def test_several_formats_each_into_its_file(hpd: Hpd, tmp_path: Path) -> None:
    done = hpd(
        "validate",
        LATE,
        "--format",
        "sarif:a.sarif",
        "--format",
        "text",
        "--format",
        "jsonl:sub:b.jsonl",
    )
    assert done.returncode == 1
    assert "HPD403" in done.stdout.decode()
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "sub:b.jsonl").exists()
    again = hpd("validate", LATE, "--format", "sarif:a.sarif")
    assert (again.returncode, b"--force" in again.stderr) == (2, True)
    assert hpd("validate", LATE, "--format", "sarif:a.sarif", "--force").returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "sarf"), "gần nhất là sarif"),
        (("--format", "text", "--format", "json"), "đầu ra chuẩn"),
        (("--format", "text:a", "--format", "json:a"), "“a”"),
        (("--format", "text", "--format", "json", "-o", "a"), "“a”"),
    ],
)
def test_reports_that_would_clash_are_refused(words: tuple[str, ...], said: str, hpd: Hpd) -> None:
    done = hpd("validate", LATE, *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_quiet_and_statistics(hpd: Hpd) -> None:
    assert hpd("validate", CLEAN, "-q").stdout == b""
    quiet = hpd("validate", LATE, "--quiet").stdout.decode()
    assert "HPD403" in quiet
    assert "Tổng số" not in quiet
    counted = hpd("validate", LATE, "--statistics").stdout.decode().splitlines()
    assert counted[0].split()[:2] == ["1", "HPD403"]


def test_colour_is_as_it_is_asked_for(hpd: Hpd) -> None:
    assert b"\x1b[" in hpd("validate", LATE, "--color", "always").stdout
    assert b"\x1b[" in hpd("--color=always", "validate", LATE, env={"NO_COLOR": "1"}).stdout
    assert (
        b"\x1b[" not in hpd("validate", LATE, "--color", "never", env={"FORCE_COLOR": "1"}).stdout
    )
    assert b"\x1b[" not in hpd("validate", LATE).stdout
    assert hpd("validate", LATE, "--color", "red").returncode == 2


def test_what_git_ignores_is_not_walked(hpd: Hpd, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    (folder / "old" / "deep").mkdir(parents=True)
    for name in ("a.yaml", "draft.yaml", "old/b.yaml", "old/deep/keep.yaml", "build.yaml"):
        (folder / name).write_text(LATE.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / ".gitignore").write_text("draft*\nold/*\n!old/deep\n", encoding="utf-8")
    (folder / "old/deep/.gitignore").write_text("!keep.yaml\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("build.yaml\n", encoding="utf-8")
    report = json.loads(hpd("validate", "plans", "--format", "json").stdout)
    seen = [Path(plan["file"]).relative_to("plans").as_posix() for plan in report["plans"]]
    assert seen == ["a.yaml", "build.yaml", "old/deep/keep.yaml"]  # the folder is no repository
    (tmp_path / ".git").mkdir()
    report = json.loads(hpd("validate", "plans", "--format", "json").stdout)
    seen = [Path(plan["file"]).relative_to("plans").as_posix() for plan in report["plans"]]
    assert seen == ["a.yaml", "old/deep/keep.yaml"]
    named = json.loads(hpd("validate", "plans/draft.yaml", "--format", "json").stdout)
    assert len(named["plans"]) == 1  # what is named is meant


SHELLS = ("zsh", "fish", "powershell")


@pytest.mark.parametrize(
    ("shell", "line", "offered"),
    [
        *((shell, "hpd coverage --unit HuyenC", "HuyenCatHai") for shell in SHELLS),
        ("bash", "hpd coverage --unit HuyenC", "HuyenCatHai"),
        ("bash", "hpd show II.4.4.", "II.4.4.1"),
        ("bash", "hpd explain late-du", "late-due-date"),
        ("bash", "hpd coverage --section II.", "II.4"),
        ("bash", "hpd validate --format sa", "sarif"),
        ("bash", "hpd validate --select HPD40", "HPD403"),
        ("bash", "hpd new --unit SoKH", "SoKHDT"),
    ],
)
def test_the_shell_offers_ids(shell: str, line: str, offered: str, hpd: Hpd) -> None:
    words = line.split()
    env = {
        "_HPD_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    env |= {
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = hpd(env=env)
    assert offered in done.stdout.decode()
    assert done.stderr == b""


def test_the_shell_is_offered_nothing_where_the_data_is_broken(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "hpd.toml").write_text("nonsense", encoding="utf-8")
    env = {
        "_HPD_COMPLETE": "complete_bash",
        "COMP_WORDS": "hpd coverage --unit So",
        "COMP_CWORD": "3",
    }
    done = hpd(env=env)
    assert (done.stdout.strip(), done.stderr) == (b"", b"")


def test_coverage_against_an_earlier_report(hpd: Hpd, tmp_path: Path) -> None:
    unit = ("coverage", "--unit", "SoKHDT", "--as-of", "2023-03-01")
    assert hpd(*unit, "--plans", CLEAN, "--format", "json:old.json").returncode == 0
    gone = hpd(*unit, "--plans", LATE, "--compare", "old.json", "--no-regress")
    assert gone.returncode == 1
    assert "đáp ứng thêm 0, không còn đáp ứng" in gone.stdout.decode()
    same = hpd(
        *unit, "--plans", CLEAN, "--compare", "old.json", "--no-regress", "--format", "json"
    )
    report = json.loads(same.stdout)
    assert (same.returncode, report["format"], report["lost"]) == (0, "hpd-comparison/1", [])
    for wrong in (
        ("--no-regress",),
        ("--compare", "none.json"),
        ("--section", "IX.9"),
        ("--basis", "x"),
        ("--section", "II", "--format", "json"),
    ):
        done = hpd(*unit, "--plans", CLEAN, *wrong)
        assert (done.returncode, done.stdout) == (2, b""), wrong


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_watching_checks_again_when_a_file_changes(tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out"
    plan.write_text(CLEAN.read_text(encoding="utf-8"), encoding="utf-8")
    words = ["validate", "plan.yaml", "--watch", "--format", "concise"]
    with out.open("wb") as file:
        run = subprocess.Popen(
            [sys.executable, "-m", "hpdirective", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "HPD_LANG": "vi"},
            stdout=file,
            stderr=subprocess.PIPE,
            preexec_fn=heed_interrupts,
        )
    try:
        assert run.stderr is not None
        assert run.stderr.readline().decode().startswith("Đang chờ")
        assert out.read_bytes() == b""
        plan.write_text(LATE.read_text(encoding="utf-8"), encoding="utf-8")
        assert run.stderr.readline().decode().startswith("Đang chờ")
        assert b"HPD403" in out.read_bytes()
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=30) == 130
    finally:
        run.kill()
        run.communicate()
