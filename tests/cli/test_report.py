"""`hpd report` as the city's office runs it: written, refused, and held against the plans again."""

import json
import shutil
from pathlib import Path

import pytest

from hpdirective.cli import reporting
from hpdirective.disk import NotUsable
from tests.cities import plan_of
from tests.cli.conftest import Hpd, environment
from tests.cli.nursery import Nursery

DAY = ("--as-of", "2023-03-01")
SITE = "hpd-report.json"


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the plans of three units in a folder."""
    folder = tmp_path_factory.mktemp("three")
    (folder / "plans").mkdir()
    for unit in ("SoTC", "SoCT", "HuyenCatHai"):
        (folder / "plans" / f"{unit}.yaml").write_text(plan_of(unit), encoding="utf-8")
    return folder


@pytest.fixture
def plans(three: Path, tmp_path: Path) -> Path:
    """Give the test's own folder of the plans of three units."""
    return shutil.copytree(three / "plans", tmp_path / "plans")


ALL = ("--html", "site", "--xlsx", "a.xlsx", "--docx", "a.docx", "--letters", "letters")


@pytest.fixture(scope="session")
def written(
    three: Path, compiled: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give a folder in which every report of the plans was written."""
    folder = tmp_path_factory.mktemp("written")
    shutil.copytree(three, folder, dirs_exist_ok=True)
    done = nursery.run(("report", *ALL, *DAY), b"", folder, environment(compiled))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Đã ghi site, a.xlsx, a.docx, letters, từ 3 tệp")
    return folder


@pytest.fixture
def reports(written: Path, tmp_path: Path) -> Path:
    """Give the test's own folder in which every report of the plans was written."""
    return shutil.copytree(written, tmp_path, dirs_exist_ok=True)


def test_each_report_holds_until_a_plan_changes(reports: Path, hpd: Hpd) -> None:
    letter = next((reports / "letters").glob("*.docx")).relative_to(reports)
    kinds = ("site", f"site/{SITE}", "site/index.html", "a.xlsx", "a.docx", "letters", str(letter))
    for kind in kinds:
        done = hpd("report", "--check", kind, "--lang", "en", "--as-of", "2024-01-01")
        assert (done.returncode, done.stderr) == (0, b""), kind
        assert "still holds" in done.stdout.decode()
    plan = reports / "plans" / "SoCT.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "# thêm\n", encoding="utf-8")
    for kind in ("site", "a.xlsx", "a.docx", str(letter)):
        done = hpd("report", "--check", kind)
        said = done.stdout.decode()
        assert done.returncode == 1, kind
        assert "không còn đúng" in said
        if kind not in ("letters", str(letter)):  # a letter names its own plan alone
            assert "đã đổi hoặc mới có: Kế hoạch plans/SoCT.yaml" in said, kind


def test_a_plan_that_is_gone_and_other_settings_are_told(reports: Path, hpd: Hpd) -> None:
    (reports / "hpd.toml").write_text('before_day = "error"\n', encoding="utf-8")
    done = hpd("report", "--check", "a.xlsx")
    assert (done.returncode, "cấu hình" in done.stdout.decode()) == (1, True)
    (reports / "hpd.toml").unlink()
    (reports / "plans" / "SoCT.yaml").unlink()
    done = hpd("report", "--check", "site")
    assert (done.returncode, "từ 3 tệp kế hoạch, nay có 2" in done.stdout.decode()) == (1, True)


def test_a_report_that_was_changed_is_told(reports: Path, hpd: Hpd) -> None:
    page = reports / "site" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    (reports / "a.xlsx").write_bytes((reports / "a.xlsx").read_bytes() + b" ")
    for kind in ("site", "a.xlsx"):
        done = hpd("report", "--check", kind)
        assert (done.returncode, "đã bị sửa sau khi lập" in done.stdout.decode()) == (1, True)


def test_files_are_never_written_over_unasked(reports: Path, hpd: Hpd) -> None:
    before = (reports / "a.xlsx").read_bytes()
    for words in (ALL[:2], ALL[2:4], ALL[4:6], ALL[6:]):
        done = hpd("report", *words, *DAY)
        assert (done.returncode, b"--force" in done.stderr) == (2, True), words
    assert (reports / "a.xlsx").read_bytes() == before
    stale = reports / "site" / "units" / "Gone.html"
    stale.write_text("of an earlier run", encoding="utf-8")
    assert hpd("report", *ALL, *DAY, "--force").returncode == 0
    assert not stale.exists()
    assert (reports / "a.xlsx").read_bytes() == before
    assert [path.name for path in reports.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_no_report_is_left_alone(plans: Path, hpd: Hpd) -> None:
    before = sorted(plans.iterdir())
    for words in (("--html", "plans"), ("--letters", "plans")):
        done = hpd("report", *words, "--force", *DAY)
        assert (done.returncode, "không phải thư mục" in done.stderr.decode()) == (2, True)
    assert sorted(plans.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--html"),
        (("--check", "plans/SoCT.yaml"), "không phải báo cáo"),
        (("--check", "plans"), "không phải báo cáo"),
        (("--check", "nowhere.xlsx"), "không mở được"),
        (("--check", "a.xlsx", "--xlsx", "b.xlsx"), "--check"),
        (("--xlsx", "nowhere/b.xlsx"), "không ghi được"),
        (("--xlsx", "b.xlsx", "--plans", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_refused(
    words: tuple[str, ...], said: str, plans: Path, hpd: Hpd
) -> None:
    done = hpd("report", *words)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_city_without_plans_is_reported_too(hpd: Hpd, tmp_path: Path) -> None:
    done = hpd("report", *ALL, *DAY, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads((tmp_path / "site" / SITE).read_text(encoding="utf-8"))["kind"] == "html"
    assert (
        len(list((tmp_path / "letters").glob("*.docx"))) == 34
    )  # the office writes none to itself


def test_the_same_plans_give_the_same_bytes(reports: Path, hpd: Hpd) -> None:
    first = {p: p.read_bytes() for p in reports.rglob("*") if p.is_file()}
    shutil.rmtree(reports / "site")
    environment = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"}
    assert hpd("report", *ALL, *DAY, "--force", env=environment).returncode == 0
    assert {p: p.read_bytes() for p in reports.rglob("*") if p.is_file()} == first


def test_office_reports_name_the_extra_that_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NotUsable, match=r"hpdirective\[office\]"):
        reporting._must_be_installed("xlsxwriter")


def test_files_of_others_in_a_report_are_kept(reports: Path, hpd: Hpd) -> None:
    (reports / "site" / "notes.txt").write_text("mine", encoding="utf-8")
    for words in (("--html", "site"), ("--html", "letters"), ("--letters", "site")):
        done = hpd("report", *words, "--force", *DAY)
        assert (done.returncode, "có tệp khác" in done.stderr.decode()) == (2, True), words
    assert (reports / "site" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_no_report_is_written_onto_a_plan(plans: Path, hpd: Hpd) -> None:
    before = (plans / "SoCT.yaml").read_bytes()
    done = hpd("report", "--xlsx", "plans/SoCT.yaml", "--force", *DAY)
    assert (done.returncode, "kế hoạch đang đọc" in done.stderr.decode()) == (2, True)
    assert (plans / "SoCT.yaml").read_bytes() == before
