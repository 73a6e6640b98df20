"""Exit codes and streams, by real processes."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.conftest import ROOT, Hpd, heed_interrupts

CLEAN = ROOT / "examples/plans/SoKHDT.yaml"
FAULTY = ROOT / "examples/faults/late-due-date.yaml"
WARNED = ROOT / "examples/faults/late-for-the-year.yaml"


def test_clean_plan_exits_0(hpd: Hpd) -> None:
    done = hpd("validate", CLEAN)
    assert done.returncode == 0, done.stdout.decode()
    assert done.stderr == b""


def test_error_exits_1_and_warning_0(hpd: Hpd) -> None:
    assert hpd("validate", FAULTY).returncode == 1
    assert hpd("validate", WARNED).returncode == 0
    assert hpd("validate", WARNED, "--fail-on", "warning").returncode == 1
    assert hpd("validate", FAULTY, "--fail-on", "never").returncode == 0
    assert hpd("validate", FAULTY, "--ignore", "HPD4").returncode == 0
    assert hpd("validate", FAULTY, "--select", "HPD1,HPD5").returncode == 0


def test_two_files_of_one_directive_are_both_named(hpd: Hpd, tmp_path: Path) -> None:
    data = shutil.copytree(ROOT / "tests/second/data", tmp_path / "data")
    shutil.copy(data / "directive_2024.yaml", data / "new.yaml")
    done = hpd("coverage", "--data", "data")
    assert done.returncode == 2
    said = done.stderr.decode()
    assert "data/directive_2024.yaml, data/new.yaml" in said
    assert "--directive" in said
    named = hpd("coverage", "--data", "data", "--directive", "data/new.yaml")
    assert named.returncode == 0, named.stderr
    found = json.loads(hpd("validate", "data", "--format", "json").stdout)
    ids = [
        (f["file"], f["rule"], f["path"], f["facts"]["where"])
        for p in found["plans"]
        for f in p["findings"]
    ]
    assert ids == [("data/new.yaml", "HPD904", ["id"], "data/directive_2024.yaml")]
    elsewhere = shutil.copy(data / "new.yaml", tmp_path / "draft.yaml")
    (data / "new.yaml").unlink()
    assert hpd("validate", elsewhere, "--data", "data").returncode == 0


def test_a_directive_named_by_its_file_speaks_to_the_units_beside_it(
    hpd: Hpd, tmp_path: Path
) -> None:
    second = ROOT / "tests/second"
    file = shutil.copytree(second / "data", tmp_path / "data") / "directive_2024.yaml"
    done = hpd("tasks", "--directive", file, "--unit", "QuanBinhSa")
    assert done.returncode == 0, done.stderr
    assert b"B.2." in done.stdout
    other = hpd("tasks", "--directive", file, "--data", ROOT / "data")
    assert other.returncode == 2
    assert "HPD905" in other.stderr.decode()
    alone = shutil.copy(file, tmp_path / "alone.yaml")
    proof = hpd("verify", second / "official.txt", "--directive", alone)
    assert proof.returncode == 0, proof.stderr  # the text can be proven before any unit is known


def test_unreadable_plan_is_a_finding(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe\x00")
    done = hpd("validate", "x.yaml")
    assert done.returncode == 1
    assert b"x.yaml:1:1: l\xe1\xbb\x97i HPD102" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "nope.yaml"],
        ["validate"],
        ["validate", ""],
        ["validate", "--format", "xml"],
        ["validate", "--fomat", "json"],
        ["validate", "--as-of", "hôm qua"],
        ["validate", "--select", "HPD999"],
        ["validate", "--severity"],
        ["coverage", "--unit", "SoKHDTT"],
        ["validate", "--as-of", "20230101"],
        ["validate", "--as-of", "2023-W01-1"],
        ["coverage", "--fail-under", "101"],
        ["coverage", "--fail-under", "1e999999999"],
        ["coverage", "--fail-under", "1e-999999999"],
        ["coverage", "--fail-under", "1/2"],
        ["coverage", "--directive", "nope.yaml"],
        ["coverage", "--directive", "05/CT-UBND"],
        ["coverage", "--data", "nope"],
        ["show", "II.3.4.99"],
        ["show"],
        ["units", "Sở Hỏa tinh"],
        ["explain", "HPD999"],
        ["verify", "nope.txt"],
        ["frobnicate"],
        ["read"],
    ],
    ids=" ".join,
)
def test_bad_usage_exits_2_with_one_line(hpd: Hpd, arguments: list[str]) -> None:
    done = hpd(*arguments)
    assert done.returncode == 2, done.stdout.decode()
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith("hpd: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_near_names_are_suggested(hpd: Hpd) -> None:
    assert "SoKHDT" in hpd("coverage", "--unit", "SoKHDTT").stderr.decode()
    assert "II.3.4.2" in hpd("show", "II.3.4.22").stderr.decode()
    assert (
        "HPD403" in hpd("explain", "late-due-dat").stderr.decode()
        or "late-due-date" in hpd("explain", "late-due-dat").stderr.decode()
    )


def test_coverage_without_plans_says_where_it_looked(hpd: Hpd) -> None:
    done = hpd("coverage", "--unit", "SoKHDT")
    assert done.returncode == 0
    assert "đã tìm trong: plans" in done.stdout.decode()
    assert "đáp ứng 0/35 (0%)" in done.stdout.decode()


def test_fail_under_is_exact(hpd: Hpd) -> None:
    def under(limit: str) -> int:
        return hpd(
            "coverage", "--unit", "SoKHDT", "--plans", str(CLEAN), "--fail-under", limit
        ).returncode

    assert under("94.2") == 0
    assert under("94.28") == 0
    assert under("94.29") == 1
    assert under("95") == 1


def test_stdin_is_read(hpd: Hpd) -> None:
    done = hpd("validate", "-", "--stdin-filename", "kế hoạch.yaml", stdin=FAULTY.read_bytes())
    assert done.returncode == 1
    assert "kế hoạch.yaml:" in done.stdout.decode()


def test_verify_proves_the_tree(hpd: Hpd, tmp_path: Path) -> None:
    from hpdirective import library
    from hpdirective.model import official

    text = official.rebuilt(library.open_library().directive)
    (tmp_path / "official.txt").write_text(text, encoding="utf-8")
    assert hpd("verify", "official.txt").returncode == 0
    (tmp_path / "official.txt").write_text(
        text.replace("21 công viên", "12 công viên"), encoding="utf-8"
    )
    done = hpd("verify", "official.txt")
    assert done.returncode == 1
    assert "II.4.2.4" in done.stdout.decode()
    _, text, tree, caret = done.stdout.decode().splitlines()
    at = caret.index("^")
    assert (text[at : at + 2], tree[at : at + 2]) == ("12", "21")


def test_settings_are_found_and_refused(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent/a.yaml").write_bytes(FAULTY.read_bytes())
    (tmp_path / "hpd.toml").write_text(
        'plans = ["sent"]\n[severity]\nHPD403 = "info"\n', encoding="utf-8"
    )
    done = hpd("validate", cwd=tmp_path / "here")
    assert done.returncode == 0
    assert "../sent/a.yaml" in done.stdout.decode() or f"{tmp_path}" in done.stdout.decode()
    for bad, near in (
        ('plan = ["x"]', "plans"),
        ('before_day = "maybe"', "warning"),
        ("plans = 3", "plans"),
        ('select = ["HPD9999"]', "HPD9999"),
        ('[severity]\nHPD4O3 = "error"', "HPD403"),
        ("= broken", "hpd.toml"),
        (f"[limits]\nbytes = {10**30}", "limits.bytes"),
        ("[limits]\ndepth = 5000", "limits.depth"),
        (f"[options.copied-title]\nshortest = 0x{'F' * 4000}", "copied-title.shortest"),
        ('baseline = "a\\u0000b"', "không có tệp này"),
    ):
        (tmp_path / "hpd.toml").write_text(bad + "\n", encoding="utf-8")
        done = hpd("validate", str(FAULTY))
        assert done.returncode == 2
        assert near in done.stderr.decode()


def test_pyproject_table_is_read(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.hpd]\nfail_on = "warning"\n', encoding="utf-8")
    assert hpd("validate", WARNED).returncode == 1


def test_before_day_setting_decides(hpd: Hpd, tmp_path: Path) -> None:
    plan = ROOT / "examples/faults/issued-on-the-day.yaml"
    for setting, code in (("ok", 0), ("warning", 0), ("error", 1)):
        (tmp_path / "hpd.toml").write_text(f'before_day = "{setting}"\n', encoding="utf-8")
        done = hpd("validate", plan, "--format", "json")
        assert done.returncode == code
        found = [f["rule"] for p in json.loads(done.stdout)["plans"] for f in p["findings"]]
        assert ("HPD402" in found) == (setting != "ok")


def test_broken_directive_exits_2_and_names_the_line(hpd: Hpd, tmp_path: Path) -> None:
    data = (ROOT / "data/directive_2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "d.yaml").write_text(
        data.replace("kind: deliver", "kind: delivr", 1), encoding="utf-8"
    )
    done = hpd("coverage", "--directive", "d.yaml")
    assert done.returncode == 2
    assert "HPD226" in done.stderr.decode()
    assert "d.yaml:" in done.stderr.decode()


def test_data_folder_itself_is_clean(hpd: Hpd) -> None:
    done = hpd("validate", ROOT / "data")
    assert done.returncode == 0, done.stdout.decode()
    files = len([*(ROOT / "data").rglob("*.yaml")])
    assert f"Không có phát hiện nào trong {files} tệp" in done.stdout.decode()


def test_output_goes_to_a_file_once(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd("validate", CLEAN, "--format", "json", "-o", "r.json").returncode == 0
    first = (tmp_path / "r.json").read_bytes()
    assert json.loads(first)["format"] == "hpd-findings/1"
    again = hpd("validate", FAULTY, "-o", "r.json")
    assert again.returncode == 2
    assert (tmp_path / "r.json").read_bytes() == first
    assert hpd("validate", FAULTY, "-o", "r.json", "--force").returncode == 1
    assert (tmp_path / "r.json").read_bytes() != first
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]
    assert hpd("validate", CLEAN, "-o", "no/such/r.json").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk_is_said(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hpdirective", "tasks"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_broken_pipe_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "hpdirective", "tasks", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(30)


def test_interrupt_exits_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "hpdirective", "validate", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        preexec_fn=heed_interrupts,
    )
    assert process.stdin
    process.stdin.write(
        b"#" * 300_000
    )  # more than a pipe holds: it returns once the command reads
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_in_a_folder_is_a_finding(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    file = tmp_path / "plans/a.yaml"
    file.write_text("unit: SoTC\n", encoding="utf-8")
    file.chmod(0)
    assert "HPD101" in hpd("validate", "plans").stdout.decode()


def test_dead_link_and_folder_named_like_a_plan(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "plans/x.yaml").mkdir(parents=True)
    (tmp_path / "plans/dead.yaml").symlink_to("nowhere")
    (tmp_path / "plans/round").symlink_to(".")
    done = hpd("validate", "plans")
    assert done.returncode == 1
    assert "plans/dead.yaml: lỗi HPD101" in done.stdout.decode()
    assert done.stdout.decode().count("HPD101") == 1


def test_languages(hpd: Hpd) -> None:
    def said(env: dict[str, str], *more: str) -> str:
        return hpd(
            "explain", "HPD403", *more, env={"HPD_LANG": "", "LC_ALL": "", "LANG": "", **env}
        ).stdout.decode()

    assert "Vì sao" in said({})
    assert "Vì sao" in said({"LANG": "C.UTF-8"})
    assert "Why" in said({"LANG": "en_US.UTF-8"})
    assert "Vì sao" in said({"LANG": "en_US.UTF-8", "HPD_LANG": "vi"})
    assert "Why" in said({"HPD_LANG": "vi"}, "--lang", "en")


@pytest.mark.parametrize("encoding", ["ascii", "cp1258", "latin-1", "utf-8"])
def test_any_console_encoding_is_survived(hpd: Hpd, encoding: str) -> None:
    done = hpd("validate", FAULTY, env={"PYTHONIOENCODING": encoding})
    assert done.returncode == 1
    assert b"HPD403" in done.stdout
    assert b"Traceback" not in done.stderr


def test_colour_is_for_terminals(hpd: Hpd) -> None:
    plain = hpd("validate", FAULTY).stdout
    assert b"\x1b" not in plain
    painted = hpd("validate", FAULTY, env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b[1;31m" in painted
    assert b"\x1b" not in hpd("validate", FAULTY, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_text_of_a_plan_cannot_drive_the_terminal(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(
        'unit: "\\e[31mSo\\u202eKHDT"\nfoo\u202e: "\\x9b0m"\n', encoding="utf-8"
    )
    for format in ("text", "json"):
        out = hpd("validate", "x.yaml", "--format", format).stdout.decode()
        assert not set(out) & set("\x1b\x9b\u202e")
        if format == "json":
            json.loads(out)


def test_strange_file_names(hpd: Hpd, tmp_path: Path) -> None:
    for name in ("kế hoạch 2023.yaml", "a\nb.yaml", "a\x1b[31m.yaml", "--x.yaml"):
        (tmp_path / name).write_bytes(FAULTY.read_bytes())
    done = hpd("validate", ".")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert hpd("validate", os.fsencode(str(tmp_path)) + b"/\xff.yaml").returncode == 2


def test_help_speaks_both_languages(hpd: Hpd) -> None:
    assert "Kiểm tra kế hoạch" in hpd("--help").stdout.decode()
    assert "Check units" in hpd("--help", env={"HPD_LANG": "en"}).stdout.decode()
    assert hpd("--version").stdout.startswith(b"hpd ")


def test_patterns_are_expanded_and_must_match(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "in/deep").mkdir(parents=True)
    for name in ("in/a.yaml", "in/deep/b.yaml"):
        (tmp_path / name).write_bytes(FAULTY.read_bytes())
    assert "trong 2 tệp" in hpd("validate", "in/**/*.yaml").stdout.decode()
    done = hpd("validate", "in/*.yml")
    assert done.returncode == 2
    assert "in/*.yml" in done.stderr.decode()


def test_broken_data_given_to_validate_is_a_finding(hpd: Hpd, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "units").mkdir(parents=True)
    text = (ROOT / "data/units/SoYT.yaml").read_text(encoding="utf-8")
    (data / "units/SoYT.yaml").write_text(
        text.replace("submits: required", "submits: maybe"), encoding="utf-8"
    )
    done = hpd("validate", "data", "--data", "data")
    assert done.returncode == 1
    assert "HPD226" in done.stdout.decode()
    assert done.stderr == b""


def test_coverage_reads_standard_input(hpd: Hpd) -> None:
    done = hpd("coverage", "--unit", "SoKHDT", "--plans", "-", stdin=CLEAN.read_bytes())
    assert "đáp ứng 33/35" in done.stdout.decode()


@pytest.mark.parametrize("cell", ["- Sở Nội vụ", "-Sở Nội vụ", "-\u00a0Sở Nội vụ"])
def test_a_cell_with_a_dash_in_front_is_no_option(hpd: Hpd, cell: str) -> None:
    done = hpd("read", cell, "--format", "json")
    assert json.loads(done.stdout)["units"][0]["id"] == "SoNV"
    assert hpd("read", "--formt", cell).returncode == 2


def test_every_report_can_go_into_a_file(hpd: Hpd, tmp_path: Path) -> None:
    for number, arguments in enumerate(
        (
            ["tasks"],
            ["show", "II.3.4.2"],
            ["units"],
            ["rules"],
            ["explain", "HPD403"],
            ["read", "2023"],
        )
    ):
        assert hpd(*arguments, "-o", f"{number}.txt").returncode == 0
        assert (tmp_path / f"{number}.txt").read_bytes()


def test_data_that_contradicts_itself_is_not_checked_against(hpd: Hpd, tmp_path: Path) -> None:
    text = (ROOT / "data/directive_2023.yaml").read_text(encoding="utf-8")
    file = tmp_path / "directive.yaml"
    file.write_text(text.replace("unit: SoNNPTNT", "unit: SoNNPTNX", 1), encoding="utf-8")
    done = hpd("validate", ROOT / "examples/plans/SoKHDT.yaml", "--directive", file)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert "HPD905" in said
    assert "gần nhất là “SoNNPTNT”" in said
    assert hpd("validate", file).returncode == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("data", "khong-co"),
        ("directive", "khong-co.yaml"),
        ("directive", "khong-co"),
        ("annexes", "khong-co.yaml"),
        ("baseline", "khong-co.yaml"),
        ("plans", "khong-co"),
    ],
)
def test_a_path_of_the_settings_that_is_not_there_is_told_by_its_key(
    hpd: Hpd, tmp_path: Path, key: str, value: str
) -> None:
    settings = {"plans": str(ROOT / "examples/plans"), key: value}
    lines = "".join(f'{name} = "{said}"\n' for name, said in settings.items())
    (tmp_path / "hpd.toml").write_text(lines, encoding="utf-8")
    done = hpd("validate")
    assert done.returncode == 2
    assert f"xem khóa {key} trong hpd.toml" in done.stderr.decode()
    by_option = {"data": "--data", "directive": "--directive", "baseline": "--baseline"}
    if key in by_option:
        (tmp_path / "hpd.toml").write_text("", encoding="utf-8")
        given = hpd("validate", ROOT / "examples/plans", by_option[key], value)
        assert given.returncode == 2
        assert "hpd.toml" not in given.stderr.decode()


def test_a_folder_without_a_directive_names_what_is_in_it(hpd: Hpd, tmp_path: Path) -> None:
    copytree(ROOT / "tests/second/data", tmp_path / "data")
    file = tmp_path / "data/directive_2024.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kind: directive", "kind: Directive"), encoding="utf-8")
    done = hpd("tasks", "--data", "data")
    assert done.returncode == 2
    said = done.stderr.decode()
    assert "directive_2024.yaml (kind: Directive)" in said
    assert "groups.yaml (kind: groups)" in said


def test_draft_is_no_directive_to_check_against(hpd: Hpd, tmp_path: Path) -> None:
    text = (ROOT / "data/directive_2023.yaml").read_text(encoding="utf-8")
    file = tmp_path / "directive.yaml"
    drafted = text.replace("kind: deliver\n", "kind: deliver\n                todo: [assign]\n", 1)
    file.write_text(drafted, encoding="utf-8")
    listed = hpd("validate", file)
    assert (listed.returncode, listed.stdout.decode().count("HPD923")) == (0, 1)
    assert hpd("tasks", "--directive", file).returncode == 0
    for command in (["coverage"], ["validate", ROOT / "examples/plans/SoKHDT.yaml"]):
        done = hpd(*command, "--directive", file)
        assert done.returncode == 2
        assert "còn 1 chỗ chưa quyết định" in done.stderr.decode()


def test_two_plans_of_a_unit_are_named_unless_related(hpd: Hpd, tmp_path: Path) -> None:
    text = CLEAN.read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    later = text.replace("number: 15/KH-SKHĐT", "number: 20/KH-SKHĐT")
    assert later != text
    (tmp_path / "b.yaml").write_text(later, encoding="utf-8")
    done = hpd("validate", tmp_path, "--format", "json")
    report = json.loads(done.stdout)
    found = report["between"]["findings"]
    assert [(f["rule"], f["file"], f["line"], f["unit"]) for f in found] == [
        ("HPD701", "b.yaml", 5, "SoKHDT")
    ]
    assert report["summary"]["warning"] == 1
    assert "b.yaml:5:7: cảnh báo HPD701" in hpd("validate", tmp_path).stdout.decode()
    related = later.replace("  sent_to:", "  relation:\n    replaces: 15/KH-SKHĐT\n  sent_to:", 1)
    (tmp_path / "b.yaml").write_text(related, encoding="utf-8")
    assert (
        json.loads(hpd("validate", tmp_path, "--format", "json").stdout)["between"]["findings"]
        == []
    )
