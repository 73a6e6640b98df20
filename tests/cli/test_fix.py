"""`hpd fix` by real processes: shown first, written only when asked, the file whole whatever happens."""

import json
import os
import subprocess
from pathlib import Path

from tests.cli.conftest import Hpd

PLAN = """\
format: 1
directive: hai-phong/2023/02-CT-UBND
unit: Sở Xây dựng # đơn vị
actions:
  - id: A1
    due: 2023-11-15
"""
MENDED = PLAN.replace("Sở Xây dựng", "SoXD").replace("2023-11-15", "15/11/2023")


def test_nothing_is_written_unless_asked(hpd: Hpd, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    plan.chmod(0o640)
    shown = hpd("fix", "plan.yaml")
    assert (shown.returncode, plan.read_text(encoding="utf-8")) == (1, PLAN)
    assert "plan.yaml:3:7: mã đơn vị: “Sở Xây dựng” → “SoXD”" in shown.stdout.decode()
    written = hpd("fix", "plan.yaml", "--write")
    assert (written.returncode, plan.read_text(encoding="utf-8")) == (0, MENDED)
    assert "Đã sửa 2 chỗ trong 1 tệp" in written.stdout.decode()
    assert plan.stat().st_mode & 0o777 == 0o640
    again = hpd("fix", "plan.yaml")
    assert (again.returncode, "Không có chỗ nào" in again.stdout.decode()) == (0, True)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.yaml"]


def test_the_diff_can_be_applied(hpd: Hpd, tmp_path: Path) -> None:
    plan = tmp_path / "kế hoạch.yaml"
    plan.write_bytes(PLAN.rstrip().encode())
    diff = hpd("fix", "kế hoạch.yaml", "--diff")
    assert (diff.returncode, plan.read_bytes()) == (1, PLAN.rstrip().encode())
    subprocess.run(["git", "apply", "-p0"], input=diff.stdout, cwd=tmp_path, check=True)
    assert plan.read_bytes() == MENDED.rstrip().encode()


def test_standard_input_comes_out_mended(hpd: Hpd) -> None:
    done = hpd("fix", "-", "--write", stdin=PLAN.encode())
    assert (done.returncode, done.stdout.decode()) == (0, MENDED)
    shown = hpd("fix", "-", "--stdin-filename", "của tôi.yaml", stdin=PLAN.encode())
    assert (shown.returncode, shown.stdout.decode().startswith("của tôi.yaml:3:7: ")) == (1, True)


def test_as_json(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("", encoding="utf-8")
    report = json.loads(hpd("fix", "a.yaml", "b.yaml", "--format", "json").stdout)
    assert (report["format"], report["written"]) == ("hpd-fixes/1", False)
    assert [(p["file"], p["readable"], len(p["fixes"])) for p in report["plans"]] == [
        ("a.yaml", True, 2),
        ("b.yaml", False, 0),
    ]
    assert report["plans"][0]["fixes"][1] == {
        "what": "date", "rule": None, "line": 6, "column": 10, "end_line": 6, "end_column": 20,
        "old": "2023-11-15", "new": "15/11/2023", "text": "15/11/2023",
    }  # fmt: skip


def test_what_cannot_be_had_is_refused(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd("fix", "none.yaml").returncode == 2
    assert hpd("fix").returncode == 2
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    if os.geteuid():  # root may write anywhere
        tmp_path.chmod(0o500)
        done = hpd("fix", tmp_path / "plan.yaml", "--write")
        tmp_path.chmod(0o700)
        assert (done.returncode, b"plan.yaml" in done.stderr) == (2, True)
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == PLAN
