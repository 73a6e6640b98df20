"""The disk: files that cannot be read are documents with that fault; what a run cannot do without is refused."""

import os
from pathlib import Path

import pytest

from hpdirective import disk
from hpdirective import library as shelves
from hpdirective.disk import NotUsable, shown
from hpdirective.source.document import Limits


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    document = shelves.open_document(file, Limits(bytes=2))
    assert [f.code for f in document.faults] == ["too-large"]


@pytest.mark.parametrize("make", ["folder", "dead link", "loop"])
def test_what_is_no_file_is_a_fault(make: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    if make == "folder":
        path.mkdir()
    else:
        path.symlink_to("x.yaml" if make == "loop" else "nowhere")
    document = shelves.open_document(path)
    assert [f.code for f in document.faults] == ["unreadable-file"]
    assert document.data is None
    cause = document.faults[0].facts["cause"]
    assert ("vòng" in cause.vi) == (make == "loop")  # type: ignore[union-attr]


def test_folders_are_walked_in_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", ".hidden/x.yaml", "sub/d.yaml", ".e.yaml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "sub/round").symlink_to(tmp_path)
    found = [p.relative_to(tmp_path).as_posix() for p in disk.find_plans([str(tmp_path)])]
    assert found == ["a.yml", "b.yaml", "sub/d.yaml"]


@pytest.mark.parametrize("name", ["/", "//", "/.", "/tmp/..", "/**/*.yaml", "/../**"])
def test_a_whole_disk_is_not_looked_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "walk", lambda *_, **__: pytest.fail("it was walked"))
    monkeypatch.setattr(disk, "glob", lambda *_, **__: pytest.fail("it was walked"))
    with pytest.raises(NotUsable, match="root of a whole disk") as refusal:
        disk.find_plans([name])
    assert f"“{name}”" in refusal.value.text.vi


def test_a_link_to_a_whole_disk_is_not_looked_through(tmp_path: Path) -> None:
    (tmp_path / "all").symlink_to("/")
    with pytest.raises(NotUsable, match="root of a whole disk"):
        disk.find_plans([str(tmp_path / "all")])


def test_a_folder_of_too_many_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").touch()
    (tmp_path / "a.yaml").touch()
    monkeypatch.setattr(disk, "_MOST", 7)
    assert len(disk.find_plans([str(tmp_path)])) == 1
    monkeypatch.setattr(disk, "_MOST", 6)
    with pytest.raises(NotUsable, match="more than 6 files and folders"):
        disk.find_plans([str(tmp_path)])


def test_an_argument_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    assert disk.find_plans([str(file), str(file), str(tmp_path)]) == [file]


def test_settings_nearest_the_folder_win(tmp_path: Path) -> None:
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / "hpd.toml").write_text('fail_on = "info"\n', encoding="utf-8")
    (tmp_path / "in/pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert disk.find_settings(tmp_path / "in/deep").path == tmp_path / "hpd.toml"
    (tmp_path / "in/pyproject.toml").write_text("[tool.hpd]\n", encoding="utf-8")
    assert disk.find_settings(tmp_path / "in/deep").path == tmp_path / "in/pyproject.toml"


def test_a_path_of_the_settings_may_be_written_as_on_windows(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").touch()
    found = disk.SettingsFile(tmp_path / "hpd.toml", {})
    for name in ("plans\\a.yaml", "plans/a.yaml", "plans\\*.yaml"):
        assert found.beside(name) == shown(tmp_path / name.replace("\\", "/"))
    if os.name == "posix":  # where a name may hold one
        (tmp_path / "a\\b.yaml").touch()
        assert found.beside("a\\b.yaml") == shown(tmp_path / "a\\b.yaml")
        assert found.beside("\\") == shown(tmp_path / "\\")  # never the whole disk


@pytest.mark.parametrize("name", ["nope.yaml", "", "no*.yaml", "empty"])
def test_annexes_that_are_not_there_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotUsable):
        shelves.open_annexes([str(tmp_path / name) if name else ""])


def test_a_folder_of_annexes_and_a_file_twice(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("kind: annex\n", encoding="utf-8")
    names = [str(tmp_path), str(tmp_path / "a.yaml")]
    files = [Path(d.file).name for d in shelves.open_annexes(names)]
    assert files == ["a.yaml", "b.yaml", "a.yaml"]


def test_units_are_found_by_any_name(library: shelves.Library) -> None:
    assert shelves.find_unit(library.units, "sở kh&đt").id == "SoKHDT"
    with pytest.raises(NotUsable, match="SoKHDT"):
        shelves.find_unit(library.units, "SoKHDTT")


def test_units_open_without_a_directive(tmp_path: Path) -> None:
    with pytest.raises(NotUsable):
        shelves.open_units(str(tmp_path / "nope"))
    assert list(shelves.open_units(str(tmp_path))) == []
    assert "SoTC" in shelves.open_units().by_id


def test_official_text_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(b"\xef\xbb\xbf" + b"I. A\x0c\r\nB")
    assert shelves.open_official(file) == "I. A\x0c\nB"
    for raw in (b"", b"\n---\n", b"a\x01b", b"\xff"):
        file.write_bytes(raw)
        with pytest.raises(NotUsable):
            shelves.open_official(file)
