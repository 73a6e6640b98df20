"""`hpd fix` by real processes: shown first, written only when asked, the file whole whatever happens."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from hpdirective import fixing
from hpdirective.cli.fix import _write
from hpdirective.disk import NotUsable
from hpdirective.library import Library
from hpdirective.source.document import Limits
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


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root")
def test_a_file_stays_its_owners(hpd: Hpd, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    plan.chmod(0o640)
    os.chown(plan, 12345, 23456)
    assert hpd("fix", "plan.yaml", "--write").returncode == 0
    found = plan.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12345, 23456, 0o640)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp1258", "ascii"])
@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("\n", "\r"),
        PLAN.replace("\n", "\r\n"),
        PLAN + "# \u202e\u200f\u0085 \x1b[31m Kế hoạch 😀\n",
    ],
    ids=["CR", "CRLF", "signs"],
)
def test_standard_input_comes_out_in_its_own_bytes(
    text: str, encoding: str, hpd: Hpd, tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_bytes(text.encode())
    assert hpd("fix", "plan.yaml", "--write").returncode == 0
    done = hpd("fix", "-", "--write", stdin=text.encode(), env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (tmp_path / "plan.yaml").read_bytes()


def test_what_is_to_become_a_file_is_utf_8_everywhere(hpd: Hpd) -> None:
    for words in (("new", "--unit", "SoTC"), ("schema", "plan"), ("validate", "--help")):
        done = hpd(*words, env={"PYTHONIOENCODING": "cp1252"})
        if words[0] != "validate":
            assert done.stdout == hpd(*words).stdout, words
            assert "thành phố" in done.stdout.decode()


def test_a_file_that_changes_meanwhile_is_left_as_it_is(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [Path(name) for name in ("a.yaml", "b.yaml", "c.yaml")]
    fixed = []
    for path in paths:
        path.write_text(PLAN, encoding="utf-8")
        fixed.append((fixing.fix(path.name, PLAN.encode(), library), path))
    paths[1].write_text(PLAN + "# mine\n", encoding="utf-8")
    with pytest.raises(NotUsable) as refused:
        _write(fixed, Limits())
    assert refused.value.text.en.startswith("“b.yaml” was changed while it was being mended")
    assert refused.value.text.en.endswith("; 1 files were written, 2 were not")
    assert [path.read_text(encoding="utf-8") for path in paths] == [
        MENDED,
        PLAN + "# mine\n",
        PLAN,
    ]


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
