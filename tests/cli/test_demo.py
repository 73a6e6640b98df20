"""`hpd demo` by real processes: a folder of plans that every command can look at, and what it refuses."""

from pathlib import Path

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
