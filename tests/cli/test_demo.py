"""`hpd demo` by real processes: a folder of plans that every command can look at, and what it refuses."""

from pathlib import Path
from shutil import copytree

import pytest

from hpdirective.cli.output import inside, save_folder
from hpdirective.disk import NotUsable
from tests.cli.conftest import ROOT, Hpd


def test_it_writes_a_city_that_other_commands_look_at(hpd: Hpd, tmp_path: Path) -> None:
    folder = tmp_path / "thành phố/minh họa"
    done = hpd("demo", "thành phố/minh họa")
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert said.count("\n") == 1
    assert "hpd validate --roster 'thành phố/minh họa'" in said
    plans = sorted(folder.glob("*.yaml"))
    assert f"{len(plans)} kế hoạch" in said
    assert sorted(folder.iterdir()) == sorted([*plans, folder / "README.md"])
    assert hpd("validate", "--roster", "--quiet", folder).returncode == 1


def test_a_folder_that_is_not_empty_is_refused_and_nothing_in_it_is_lost(
    hpd: Hpd, tmp_path: Path
) -> None:
    kept = tmp_path / "plans" / "của-tôi.txt"
    kept.parent.mkdir()
    kept.write_text("giữ nguyên", encoding="utf-8")
    refused = hpd("demo", "plans")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "--force" in refused.stderr.decode()
    assert list(kept.parent.iterdir()) == [kept]
    assert hpd("demo", "plans/của-tôi.txt").returncode == 2
    data = ROOT / "tests/second/data"
    assert hpd("demo", "plans", "--data", data, "--force").returncode == 0
    assert kept.read_text(encoding="utf-8") == "giữ nguyên"


def test_the_clean_city_passes_with_warnings_taken_for_errors(hpd: Hpd) -> None:
    assert hpd("demo", "plans", "--clean").returncode == 0
    done = hpd("validate", "--roster", "--fail-on", "warning", "--as-of", "2023-03-01", "plans")
    assert done.returncode == 0, done.stdout.decode()


def test_another_citys_demo_speaks_of_it_alone(hpd: Hpd, tmp_path: Path) -> None:
    data = ROOT / "tests/second/data"
    done = hpd("demo", "plans", "--data", data, "--lang", "en")
    assert done.returncode == 0
    assert "sample plans" in done.stdout.decode()
    text = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "plans").iterdir())
    assert "an-van/2024/07-CT-UBND" in text
    for other in ("Hải Phòng", "VPUBND", "02/CT-UBND"):
        assert other not in text


def renamed_data(folder: Path, old: str, new: str) -> Path:
    """Copy the data of another city, with other words in all its files."""
    data = copytree(ROOT / "tests/second/data", folder / "data")
    for file in data.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new), encoding="utf-8")
    return data


@pytest.mark.parametrize("id", ["../../victim", "{folder}/victim"])
@pytest.mark.parametrize("command", [("demo", "a/b"), ("report", "--letters", "a/b")])
def test_no_file_is_written_outside_the_folder_named(
    hpd: Hpd, tmp_path: Path, command: tuple[str, ...], id: str
) -> None:
    data = renamed_data(tmp_path, "HuyenVanLinh", f'"{id.format(folder=tmp_path)}"')
    plans = copytree(ROOT / "tests/second/plans", tmp_path / "plans")
    for ending in ("yaml", "docx"):
        (tmp_path / f"victim.{ending}").write_text("giữ nguyên", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    found = ("--plans", plans) if command[0] == "report" else ()
    done = hpd(*command, "--data", data, *found)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "HPD226" in done.stderr.decode()
    assert sorted(tmp_path.rglob("*")) == before
    for ending in ("yaml", "docx"):
        assert (tmp_path / f"victim.{ending}").read_text(encoding="utf-8") == "giữ nguyên"


NO_NAMES = (
    "../x",
    "/tmp/x",
    "a/../../x",
    "a//x",
    ".",
    "..",
    "",
    "a\\x",
    "C:x",
    ".x",
    "a/./x",
    "x\0",
)


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_leads_out_of_its_folder_is_never_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotUsable):
        inside(tmp_path / "new", name)
    with pytest.raises(NotUsable):
        save_folder({"a.txt": b"", name: b""}, tmp_path / "new", lambda _: True, force=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["SoTC.docx", "units/SoTC.html", "README.md", "Sở Y tế.yaml"])
def test_a_plain_name_stands_in_its_folder(name: str, tmp_path: Path) -> None:
    assert inside(tmp_path, name) == tmp_path / name


def test_names_with_signs_that_turn_text_round_are_spelled_out(hpd: Hpd, tmp_path: Path) -> None:
    data = renamed_data(tmp_path, "vi: Sở Kinh tế và Quy hoạch", 'vi: "Sở \\u202e Kinh\\ntế"')
    assert hpd("demo", "plans", "--data", data).returncode == 0
    texts = [file.read_text(encoding="utf-8") for file in (tmp_path / "plans").iterdir()]
    assert any("\\u202e" in text for text in texts)
    assert not any("\u202e" in text for text in texts)
    head = (tmp_path / "plans/SoKTQH.yaml").read_text(encoding="utf-8").splitlines()[:2]
    assert all(line.startswith("# ") for line in head)
