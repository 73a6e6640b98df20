"""Reports as the command line has them: several at once, colour, quiet, a folder that git ignores in part, what the shell offers."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hpdirective import disk
from hpdirective.cli.opening import Asked, open_desk
from hpdirective.cli.validating import _stamps
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


def test_what_lies_among_the_plans_and_is_not_read_is_told(hpd: Hpd, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    (folder / "quan").mkdir(parents=True)
    plan = (ROOT / "examples/plans/minimal.yaml").read_bytes()
    (folder / "SoTP.yaml").write_bytes(plan)
    silent = ("SoTP.docx", "~$SoXD.docx", ".SoXD.docx", "README.md")
    told = ("SoTC.yaml.txt", "SoXD.DOCX", "quan/HaiAn.xlsx", "quan/KienAn.pdf")
    for name in silent + told:
        (folder / name).write_bytes(b"PK\x03\x04")
    for words in (
        ("validate", "plans"),
        ("coverage", "--plans", "plans"),
        ("trace", "II.7.3.3", "--plans", "plans"),
        ("fix", "plans"),
        ("report", "--plans", "plans", "--html", "site"),
    ):
        done = hpd(*words, env={"HPD_LANG": "en"})
        said = done.stderr.decode()
        assert said.count("not read") == 1, words
        assert all(f"plans/{name}" in said for name in told), words
        assert not any(f"plans/{name}" in said for name in silent), words
    # it stops no run: the folder may hold papers that are no plans
    assert hpd("validate", "plans").returncode == 0
    assert hpd("validate", "plans/SoTP.yaml").stderr == b""
    named = json.loads(hpd("validate", "plans/SoXD.DOCX", "--format", "json").stdout)
    assert [f["rule"] for f in named["plans"][0]["findings"]] == ["HPD138"]


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


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
def test_watching_ends_with_its_reader(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(LATE.read_bytes())
    run = subprocess.Popen(
        [sys.executable, "-m", "hpdirective", "validate", "plan.yaml", "--watch"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HPD_LANG": "vi"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert run.stdout is not None
        assert b"HPD403" in run.stdout.readline()
        run.stdout.close()
        assert run.wait(timeout=30) == 0
    finally:
        run.kill()
        run.wait()


def test_watching_sees_whatever_a_run_rests_on(tmp_path: Path) -> None:
    plan, annex = tmp_path / "plan.yaml", tmp_path / "annexes/a.yaml"
    directive = tmp_path / "d.yaml"
    annex.parent.mkdir()
    for file in (plan, annex, directive):
        file.write_text("a: 1\n", encoding="utf-8")
    desk = open_desk(directive=str(directive), annexes=[str(annex.parent)])
    asked = Asked((str(plan),), "", None, write_baseline=False, force=False)
    for file in (plan, annex, directive):
        before, times = _stamps(desk, asked), file.stat()
        file.chmod(0o600)  # its time of change stays
        assert _stamps(desk, asked) != before, file
        before = _stamps(desk, asked)
        other = tmp_path / "other"
        other.write_text("a: 2\n", encoding="utf-8")
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.replace(file)
        assert _stamps(desk, asked) != before, file


def test_watching_sees_a_new_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.yaml").write_text("a: 1\n", encoding="utf-8")
    asked = Asked((str(tmp_path),), "", None, write_baseline=False, force=False)
    found = []
    for day in (date(2023, 12, 31), date(2024, 1, 1)):
        monkeypatch.setattr(disk, "today", lambda day=day: day)
        found.append([_stamps(open_desk(as_of=named), asked) for named in (None, day, ASKED)])
    before, after = found
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_watching_says_that_it_waits_where_nothing_can_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(LATE.read_bytes())
    settings = tmp_path / "hpd.toml"
    settings.write_text("[[[", encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, "-m", "hpdirective", "validate", "plan.yaml", "--watch"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HPD_LANG": "vi"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert run.stderr is not None
        assert run.stdout is not None
        assert "hpd.toml" in run.stderr.readline().decode()
        assert run.stderr.readline().decode().startswith("Đang chờ")
        settings.unlink()
        assert b"HPD403" in run.stdout.readline()
        assert run.stderr.readline().decode().startswith("Đang chờ")
    finally:
        run.kill()
        run.communicate()


def test_watching_is_not_woken_by_the_baseline_that_it_writes(tmp_path: Path) -> None:
    plan, record = tmp_path / "plan.yaml", tmp_path / "baseline.yaml"
    for file in (plan, record):
        file.write_text("a: 1\n", encoding="utf-8")
    for writes in (True, False):
        asked = Asked((str(plan),), "", str(record), write_baseline=writes, force=True)
        before = _stamps(open_desk(), asked)
        record.write_text(f"b: {writes}\n", encoding="utf-8")
        assert (_stamps(open_desk(), asked) == before) is writes


ASKED = date(2023, 3, 1)
MACHINES = ["json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"]


@pytest.mark.parametrize("format", MACHINES)
def test_colour_stays_out_of_what_programs_read(format: str, hpd: Hpd) -> None:
    plain = hpd("validate", LATE, "--format", format).stdout
    forced = hpd("validate", LATE, "--format", format, env={"FORCE_COLOR": "1"})
    assert forced.stdout == plain
    assert b"\x1b[" not in hpd("validate", LATE, "--format", format, "--color", "always").stdout


def test_colour_stays_out_of_the_json_of_every_command(hpd: Hpd, tmp_path: Path) -> None:
    for words in (
        ("coverage", "--plans", CLEAN),
        ("trace", "II.3.4.2", "--plans", CLEAN),
        ("tasks",),
        ("units",),
        ("rules",),
        ("read", "Quý IV/2023"),
        ("config",),
        ("fix", CLEAN),
    ):
        done = hpd(*words, "--format", "json", env={"FORCE_COLOR": "1"})
        assert json.loads(done.stdout)["format"], words


def test_rows_of_csv_end_as_the_format_says(hpd: Hpd, tmp_path: Path) -> None:
    hpd("coverage", "--plans", CLEAN, "--format", "csv:a.csv")
    for raw in (
        hpd("coverage", "--plans", CLEAN, "--format", "csv").stdout,
        (tmp_path / "a.csv").read_bytes(),
    ):
        lines = raw.decode("utf-8-sig").splitlines(keepends=True)
        assert len(lines) > 30
        assert all(line.endswith("\r\n") for line in lines)
        assert rb"\u000d" not in raw


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "cp437", "ascii"])
def test_help_is_never_lost_to_a_letter(encoding: str, hpd: Hpd) -> None:
    done = hpd("validate", "--help", env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"--fail-on" in done.stdout


def test_an_output_without_a_report_is_refused(hpd: Hpd, tmp_path: Path) -> None:
    for command in (("validate", CLEAN), ("coverage", "--plans", CLEAN)):
        done = hpd(*command, "-o", "q.txt", "--format", "json:q.json")
        assert (done.returncode, "“q.txt”" in done.stderr.decode()) == (2, True)
        assert list(tmp_path.iterdir()) == []


def test_statistics_beside_another_report(hpd: Hpd, tmp_path: Path) -> None:
    done = hpd("validate", LATE, "--statistics", "--format", "json:a.json")
    assert done.stdout.split()[:2] == [b"1", b"HPD403"]
    assert hpd("validate", LATE, "--statistics", "--format", "json").returncode == 2
    quiet = hpd("validate", LATE, "-q", "--format", "text", "--format", "json:b.json")
    assert b"HPD403" in quiet.stdout
    assert "Tổng số".encode() not in quiet.stdout


def test_a_refusal_without_an_option_names_none(hpd: Hpd) -> None:
    said = hpd("coverage", "--no-regress").stderr.decode()
    assert said.startswith("hpd: --no-regress cần --compare")


def test_plans_with_the_suffix_in_capitals_are_found(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.YAML").write_bytes(LATE.read_bytes())
    assert b"plans/a.YAML" in hpd("validate", "plans", "--format", "concise").stdout


def test_a_city_is_held_against_its_roster(hpd: Hpd, tmp_path: Path) -> None:
    done = hpd("validate", "--roster", CLEAN, "--as-of", "2023-03-01")
    said = done.stdout.decode()
    assert done.returncode == 1
    assert said.count("HPD702 plan-not-sent") == 34
    assert "Danh sách đơn vị phải gửi: 1/35" in said
    (tmp_path / "hpd.toml").write_text("roster = true\n", encoding="utf-8")
    assert hpd("validate", CLEAN, "--as-of", "2023-03-01").stdout == done.stdout
    report = json.loads(hpd("validate", CLEAN, "--format", "json", "--as-of", "2023-03-01").stdout)
    rules = [f["rule"] for f in report["between"]["findings"]]
    assert rules.count("HPD702") == 34
    assert {f["clause"] for f in report["between"]["findings"] if f["rule"] == "HPD702"} == {
        "III.1.2.1"
    }


def test_the_city_in_every_format(hpd: Hpd, tmp_path: Path) -> None:
    kinds = ("sarif", "junit", "github", "gitlab", "markdown", "concise", "jsonl", "json")
    named = [part for kind in kinds for part in ("--format", f"{kind}:{kind}.out")]
    done = hpd("validate", "--roster", CLEAN, "--as-of", "2023-03-01", *named)
    assert (done.returncode, done.stderr) == (1, b"")
    for kind in kinds:
        assert "HPD702" in (tmp_path / f"{kind}.out").read_text(encoding="utf-8"), kind


def test_ranks_and_the_matrix_come_where_they_are_asked_for(hpd: Hpd) -> None:
    plain = hpd("coverage", "--plans", ROOT / "examples/plans").stdout.decode()
    ranked = hpd(
        "coverage", "--plans", ROOT / "examples/plans", "--rank", "--matrix"
    ).stdout.decode()
    assert "Đơn vị × mục" in ranked
    assert "Đơn vị × mục" not in plain
    assert "   1. " in ranked
    assert "   1. " not in plain
