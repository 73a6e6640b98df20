"""`hpd draft` in real processes: what is written, said and refused."""

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Hpd
from tests.drafting.texts import PLAIN, PROVINCE


@pytest.fixture
def official(tmp_path: Path) -> Path:
    path = tmp_path / "chỉ thị.txt"
    path.write_text(PROVINCE, encoding="utf-8")
    return path


def test_draft_is_written_and_verifies(hpd: Hpd, official: Path, tmp_path: Path) -> None:
    done = hpd("draft", official, "-o", "d.yaml")
    assert (done.returncode, done.stdout) == (0, b"")
    said = done.stderr.decode()
    assert "1 phần, 4 mục, 8 đoạn, 14 ý, trong đó 5 ý có thời hạn" in said
    assert "cần quyết định (todo)" in said
    assert "1 dòng chỉ là một con số" in said
    assert said.count("\n") == 2
    assert (tmp_path / "d.yaml").read_text(encoding="utf-8").startswith("# Bản dựng tự động")
    assert hpd("verify", official, "--directive", "d.yaml").returncode == 0
    assert hpd("validate", "d.yaml", "--select", "HPD1,HPD2", "--fail-on", "info").returncode == 0
    shown = hpd("show", "I.2.1.1", "--directive", "d.yaml").stdout.decode()
    assert "Mục 2, gạch đầu dòng thứ nhất:" in shown


def test_draft_goes_to_standard_output(hpd: Hpd, official: Path) -> None:
    done = hpd("draft", official, "--lang", "en")
    assert done.returncode == 0
    assert "id: binh-an/2024/15-CT-UBND" in done.stdout.decode()
    assert "Drafted 1 parts, 4 sections" in done.stderr.decode()


def test_file_is_not_overwritten(hpd: Hpd, official: Path, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text("mine", encoding="utf-8")
    done = hpd("draft", official, "-o", "d.yaml")
    assert done.returncode == 2
    assert "--force" in done.stderr.decode()
    assert (tmp_path / "d.yaml").read_text(encoding="utf-8") == "mine"
    assert hpd("draft", official, "-o", "d.yaml", "--force").returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["chỉ thị.txt", "d.yaml"]


def test_folder_of_a_city_that_has_no_directive_yet(
    hpd: Hpd, official: Path, tmp_path: Path
) -> None:
    (tmp_path / "city/units").mkdir(parents=True)
    unit = (ROOT / "data/units/SoTC.yaml").read_bytes()
    (tmp_path / "city/units/SoTC.yaml").write_bytes(unit)
    groups = "format: 1\nkind: groups\ngroups:\n  - id: all\n    name: {vi: các sở, en: all}\n    members: [SoTC]\n"
    (tmp_path / "city/groups.yaml").write_text(groups, encoding="utf-8")
    done = hpd("draft", official, "--data", "city")
    assert done.returncode == 0, done.stderr.decode()
    assert "{unit: SoTC, role: lead, basis: named}" in done.stdout.decode()
    assert "SoKHDT" not in done.stdout.decode()


def test_folder_without_units(hpd: Hpd, official: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = hpd("draft", official, "--data", "empty")
    assert done.returncode == 0
    assert b"assign:" not in done.stdout


def test_broken_units_are_said(hpd: Hpd, official: Path, tmp_path: Path) -> None:
    (tmp_path / "city/units").mkdir(parents=True)
    (tmp_path / "city/units/X.yaml").write_text("kind: unit\nid: [\n", encoding="utf-8")
    done = hpd("draft", official, "--data", "city")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "X.yaml" in done.stderr.decode()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "không có nội dung"),
        (b" \n\xc2\xa0\r\n-----\n", "không có nội dung"),
        (b"PK\x03\x04\x14", "lưu lại thành văn bản thuần túy"),
        (b"\xff\xfe1\x00", "không ở bảng mã UTF-8"),
        ("1. Đẩy mạnh".encode("utf-16-le"), "không ở bảng mã UTF-8"),
        (b"1. A\x00B", "không phải văn bản thuần"),
        ("Uû ban nh©n d©n thµnh phè chØ ®¹o".encode(), "HPD104"),
        (b"a" * 2_000_001, "quá lớn"),
    ],
    ids=[
        "office",
        "empty",
        "blank",
        "utf-16",
        "utf-16 without a mark",
        "NUL",
        "old font",
        "large",
    ],
)
def test_what_is_no_text_is_refused(hpd: Hpd, tmp_path: Path, raw: bytes, why: str) -> None:
    (tmp_path / "x.txt").write_bytes(raw)
    done = hpd("draft", "x.txt", "-o", "d.yaml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert why in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not (tmp_path / "d.yaml").exists()


@pytest.mark.parametrize(
    "arguments", [["nope.txt"], ["."], [], ["x.txt", "--data", "nope"]], ids=str
)
def test_bad_usage(hpd: Hpd, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "x.txt").write_text(PLAIN, encoding="utf-8")
    done = hpd("draft", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("hpd: ")


def test_bom_line_ends_and_form_feeds(hpd: Hpd, tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + PROVINCE.replace("\n", "\r\n").replace("3. Sở", "\x0c3. Sở").encode()
    (tmp_path / "x.txt").write_bytes(raw)
    assert hpd("draft", "x.txt", "-o", "d.yaml").returncode == 0
    assert hpd("verify", "x.txt", "--directive", "d.yaml").returncode == 0
