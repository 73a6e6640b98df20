"""What once broke the command: each case a real process, none may end in a traceback, hang, or lose the rest."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Hpd

BUG = "lỗi nội bộ"
PLAN = ROOT / "examples/plans/SoKHDT.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "objectives:\n  - Giao ban: ngày 25\n  - Rà soát: x\n",
        "unit: SoTP\nunit:\n  x: &a b\n",
        "objectives: a\nobjectives: [1,2]\n",
        "unit: SoTP\nunit: {a: 85,1}\n",
        "objectives:\n  - a\nobjectives:\n  - b\n  - &a c\n",
        "~:\n  a: &x b\n",
        "? {a: b}\n: {c: 1,5}\n",
        "? {a: b}\n: {c: &d e}\n",
        "directive: " + "0" * 30_000 + "\n",
        "actions:\n  - lead: Sở" + " " * 30_000 + "x\n",
        "actions:\n  - " + "due: x\n    " * 2_000 + "\n",
        "".join(f"k{n}: 1\n" for n in range(3_000)),
        "objectives:\n" + "  - >85%\n" * 300,
        "kind: directive\n",
        "kind: unit\n",
        "kind: groups\ngroups: [a, b, c]\n",
        "kind: directive\nparts: [a, b]\n",
        "actions\n  - id: A1\n",
        "objectives:\n  - [[[\n",
        "[",
        "{",
        '"',
        "- - - -",
        "a: b: c: d\n",
        "\\u0000: x\n",
    ],
)
def test_plan_that_once_broke_the_command(text: str, hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    done = hpd("validate", "x.yaml")
    assert done.returncode == 1, done.stderr.decode()
    assert done.stderr == b""
    assert b"HPD" in done.stdout


def test_sound_lines_beside_broken_ones_are_not_blamed(hpd: Hpd, tmp_path: Path) -> None:
    text = "objectives:\n  - Giao ban: ngày 25\n  - Rà soát: x\n  - Báo cáo quý\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    out = hpd("validate", "x.yaml", "--select", "HPD1").stdout.decode()
    assert [line.split(":")[1] for line in out.splitlines() if "HPD117" in line] == ["2", "3"]


def test_no_name_is_bad_usage(hpd: Hpd) -> None:
    for arguments in (
        ["validate", ""],
        ["tasks", "--unit", ""],
        ["units", ""],
        ["coverage", "--directive", ""],
        ["tasks", "--data", ""],
        ["validate", PLAN, "--baseline", ""],
    ):
        done = hpd(*arguments)
        assert done.returncode == 2, arguments
        assert done.stdout == b""


@pytest.mark.parametrize("table", ["a=" + "[" * 90_000, "a=" + "{a=" * 3_000, "[tool]\nhpd = 3"])
def test_settings_without_end_are_refused(table: str, hpd: Hpd, tmp_path: Path) -> None:
    file = "pyproject.toml" if "tool" in table else "hpd.toml"
    (tmp_path / file).write_text(table, encoding="utf-8")
    done = hpd("tasks")
    assert done.returncode == 2
    assert file in done.stderr.decode()
    assert BUG not in done.stderr.decode()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("before: 2023-02-15", "before: 0001-01-01"),
        ("issued: 2023-01-19", "issued: 9999-12-31"),
        ("issued: 2023-01-19", "issued: 20230119"),
        ("year: 2023", "year: 0"),
        ("year: 2023", "year: 99999"),
    ],
)
def test_days_at_the_ends_of_time_are_faults_of_the_data(
    said: str, wrong: str, hpd: Hpd, tmp_path: Path
) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    file = data / "directive_2023.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(said, wrong, 1), encoding="utf-8")
    line = text[: text.index(said)].count("\n") + 1
    found = hpd("validate", "data")
    assert found.returncode == 1
    assert f"data/directive_2023.yaml:{line}:" in found.stdout.decode()
    for command in (["validate", PLAN], ["coverage"], ["demo", "d"], ["read", "trước 1/1"]):
        done = hpd(*command, "--data", "data")
        assert done.returncode == 2, command
        assert "HPD226" in done.stderr.decode()
        assert BUG not in done.stderr.decode()


@pytest.mark.parametrize("size", ["²", "9" * 5000, "abc", "-1", ""])
@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_terminal_of_no_size_is_one_of_the_usual(name: str, size: str, hpd: Hpd) -> None:
    done = hpd("read", "85%", env={name: size, "FORCE_COLOR": "1"})
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_link_to_itself_is_no_place_to_write_to(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "me").symlink_to("me")
    report = ("report", "--plans", PLAN.parent)
    for words in (
        ("rules", "-o", "me"),
        ("rules", "-o", "me", "--force"),
        (*report, "--html", "me"),
        (*report, "--xlsx", "me"),
    ):
        done = hpd(*words)
        assert (done.returncode, done.stdout) == (2, b""), words
        assert done.stderr.decode() == "hpd: không ghi được “me”: liên kết trỏ vòng\n"
        assert (tmp_path / "me").is_symlink()


def test_a_server_that_cannot_hear_or_speak_says_so() -> None:
    for closed in ("<&-", ">&-"):
        command = f"{sys.executable} -m hpdirective lsp {closed}"
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, check=False, capture_output=True)
        assert done.returncode == 2
        assert done.stderr.decode().startswith("hpd: máy chủ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_pipes_and_devices_are_not_waited_for(hpd: Hpd, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    done = hpd("validate", "x.yaml", env={"HPD_LANG": "en"})
    assert done.returncode == 2
    assert "a pipe or a device, not a regular file" in done.stderr.decode()
    assert "HPD101" in hpd("validate", ".").stdout.decode()


def test_a_link_keeps_being_one_and_devices_are_left_alone(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    assert hpd("rules", "--format", "json", "-o", "link.json", "--force").returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8").startswith("{")
    assert hpd("rules", "-o", os.devnull, "--force").returncode == 2
    assert Path(os.devnull).is_char_device()


def test_a_link_out_of_its_folder_is_not_written_through(hpd: Hpd, tmp_path: Path) -> None:
    """As one in plans that somebody handed in would have it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.json").symlink_to("../real.json")
    (tmp_path / "in/plan.yaml").symlink_to("../plan.yaml")
    (tmp_path / "plan.yaml").write_text("format: 1\nunit:SoTC\n", encoding="utf-8")
    write = ("rules", "--format", "json", "-o", "in/link.json", "--force")
    for words in (write[:-1], write, ("fix", "in/plan.yaml", "--write")):
        done = hpd(*words, env={"HPD_LANG": "en"})
        assert done.returncode == 2
        assert "is a link that leads out of its folder, to “" in done.stderr.decode()
    assert not (tmp_path / "real.json").exists()
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "format: 1\nunit:SoTC\n"


def test_streams_that_are_gone(tmp_path: Path) -> None:
    def shell(line: str) -> int:
        command = f"{sys.executable} -m hpdirective {line}"
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=ROOT,
            check=False,
            stderr=subprocess.DEVNULL,
        ).returncode

    assert shell("tasks --format json | true") == 0
    assert shell("tasks >&-") == 0
    assert shell("validate nope.yaml 2>&-") == 2
    assert shell("validate - <&- >/dev/null") == 1


def test_broken_data_is_named_and_not_blamed_on_plans(hpd: Hpd, tmp_path: Path) -> None:
    plan = ROOT / "examples/plans/minimal.yaml"

    def with_data(change: str, old: str, new: str) -> tuple[int, str]:
        folder = tmp_path / f"data{len(list(tmp_path.iterdir()))}"
        subprocess.run(["cp", "-r", str(ROOT / "data"), str(folder)], check=True)
        file = folder / change
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        done = hpd("validate", plan, "--data", folder)
        return done.returncode, done.stderr.decode()

    for change, old, new, said in (
        ("directive_2023.yaml", "id: hai-phong", " id: hai-phong", "HPD"),
        ("directive_2023.yaml", "unit: SoTTTT", "unit: SoTTTTT", "SoTTTTT"),
        ("directive_2023.yaml", "parts:", "parst:", "HPD220"),
        ("units/SoTC.yaml", "id: SoTC", "id: SoYT", "SoYT"),
        ("units/SoTC.yaml", "submits: required", "", "HPD228"),
    ):
        code, stderr = with_data(change, old, new)
        assert code == 2, (change, new)
        assert said in stderr, (change, new, stderr)
    (tmp_path / "unit.yaml").write_text("kind: unit\nid: X\n", encoding="utf-8")
    assert hpd("coverage", "--directive", "unit.yaml").returncode == 2


LOADED = """
import sys
from hpdirective.__main__ import main
{before}
sys.argv = ["hpd", {words}]
main()
"""


@pytest.mark.parametrize(
    "before",
    [
        "sys.modules['hpdirective.cli'] = None",
        "sys.modules['hpdirective.cli.refusals'] = None",
        "sys.modules['hpdirective.cli.opening'] = None",
    ],
)
def test_a_program_that_cannot_be_loaded_says_so(before: str, tmp_path: Path) -> None:
    code = LOADED.format(before=before, words="'validate', 'nope.yaml'")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")  # 1 would say that plans were found wanting
    assert done.stderr.startswith("hpd: không nạp được")
    assert "Traceback" not in done.stderr
    assert BUG not in done.stderr


def test_too_little_memory_is_no_bug_of_ours() -> None:
    before = """
from hpdirective import disk
def find_settings(): raise MemoryError
disk.find_settings = find_settings
"""
    code = LOADED.format(before=before, words="'validate', 'nope.yaml'")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("hpd: không đủ bộ nhớ")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_plans_are_checked_where_no_process_can_be_started_to_help(
    hpd: Hpd, tmp_path: Path
) -> None:
    for name in ("a.yaml", "b.yaml"):
        shutil.copy(PLAN, tmp_path / name)
    words = ("validate", ".", "--no-cache", "--as-of", "2023-03-01")
    alone = hpd(*words)
    few = ("bash", "-c", 'ulimit -n 8; exec "$@"', "bash")
    helped = hpd(*words, "--jobs", "2", within=few)
    assert (helped.returncode, helped.stdout, helped.stderr) == (
        alone.returncode,
        alone.stdout,
        alone.stderr,
    )
