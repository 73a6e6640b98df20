"""The same plans give the same bytes: whatever the order, the number of processes, the locale, the folder one stands in, the ends of lines."""

import json
import re
import shutil
import subprocess
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from hpdirective import disk
from hpdirective.checking import examine
from hpdirective.cli import validating
from hpdirective.cli.app import call
from hpdirective.cli.destinations import destinations
from hpdirective.cli.exits import Exit
from hpdirective.cli.following import Spot, find_spot
from hpdirective.finding import Finding
from hpdirective.library import Library
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.cli.conftest import ROOT, Hpd
from tests.conftest import TODAY

NAMES = ("plans/SoKHDT.yaml", "plans/HuyenCatHai.yaml", "faults/late-due-date.yaml")
DAY = ("--as-of", "2023-03-01")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        shutil.copy(ROOT / "examples" / name, folder / f"kế hoạch {number}.yaml")
    return folder


def test_order_and_processes_change_nothing(plans: Path, tmp_path: Path, hpd: Hpd) -> None:
    words = ("validate", "--format", "json", "--no-cache", *DAY)
    usual = hpd(*words, "plans").stdout
    assert usual
    files = sorted(file.relative_to(tmp_path).as_posix() for file in plans.iterdir())
    for more in (files[::-1], ["plans/*.yaml"], [files[-1], "plans", "-j", "3"]):
        assert hpd(*words, *more).stdout == usual, more
    for file in sorted(plans.iterdir(), reverse=True):  # the folder lists them in another order
        file.rename(tmp_path / file.name)
        (tmp_path / file.name).rename(file)
    assert hpd(*words, "plans").stdout == usual


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("plans",),
        ("plans/kế hoạch 1.yaml", "plans", "plans/*.yaml"),
        ("-", "plans/kế hoạch 2.yaml"),
        ("",),
        ("nowhere.yaml",),
        ("s3://bucket/plans",),
        ("validate",),
        ("bản-kê.docx",),
    ],
    ids=repr,
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_run_without_options_is_the_run_with_all_of_them_as_they_are(
    words: tuple[str, ...], lang: str, plans: Path, tmp_path: Path, hpd: Hpd
) -> None:
    """What is called without an option is not read by typer; `--` brings it there."""
    (tmp_path / "hpd.toml").write_text("roster = true\nfail-on = 'warning'\n" if words else "")
    (tmp_path / "bản-kê.docx").write_bytes(b"PK")
    typed = {"stdin": (plans / "kế hoạch 1.yaml").read_bytes(), "env": {"HPD_LANG": lang}}
    bare, read = hpd("validate", *words, **typed), hpd("validate", "--", *words, **typed)
    assert (bare.returncode, bare.stdout, bare.stderr) == (
        read.returncode,
        read.stdout,
        read.stderr,
    )
    assert bare.stdout or bare.stderr


def test_a_run_without_options_takes_each_as_typer_would(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[object] = []

    def seen(*words: object) -> Exit:
        taken.append(words)
        return Exit.FOUND

    monkeypatch.setattr(validating, "checked", seen)
    assert validating.validated(["a.yaml", "-"]) == call(["validate", "--", "a.yaml", "-"])
    assert taken[0] == taken[1]


@pytest.mark.parametrize("locale", ["vi_VN", "tr_TR"])
def test_the_locale_changes_nothing(locale: str, plans: Path, tmp_path: Path, hpd: Hpd) -> None:
    made = ["localedef", "-i", locale, "-f", "UTF-8", str(tmp_path / f"{locale}.UTF-8")]
    if not shutil.which("localedef") or subprocess.run(made, check=False).returncode:
        pytest.skip("the system cannot make this locale")
    own = {"LC_ALL": f"{locale}.UTF-8", "LOCPATH": str(tmp_path), "PYTHONUTF8": "0"}
    for words in (("validate", "--roster"), ("coverage", "--plans", "plans")):
        usual = hpd(*words, *DAY, env={"LC_ALL": "C.UTF-8"}).stdout
        assert hpd(*words, *DAY, env=own).stdout == usual


def test_a_system_of_ascii_writes_the_same_files(plans: Path, tmp_path: Path, hpd: Hpd) -> None:
    (tmp_path / "hpd.toml").write_text('plans = ["plans"] # kế hoạch\n', encoding="utf-8")
    for number, file in enumerate(sorted(plans.iterdir())):
        file.rename(plans / f"{number}.yaml")  # a name of other letters cannot be said there
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for format in ("json", "text", "junit"):
        words = ("validate", "--no-cache", *DAY, "--format")
        assert hpd(*words, f"{format}:wide.{format}").returncode == 1
        assert hpd(*words, f"{format}:narrow.{format}", env=narrow).returncode == 1
        wide, other = (tmp_path / f"{name}.{format}" for name in ("wide", "narrow"))
        assert other.read_bytes() == wide.read_bytes(), format


def test_the_folder_that_one_stands_in_changes_names_alone(
    plans: Path, tmp_path: Path, hpd: Hpd
) -> None:
    def bare(text: bytes) -> str:
        return re.sub(r'[^" ]*/(?=kế hoạch [0-9])', "", text.decode())

    words = ("validate", "--format", "json", *DAY)
    usual = hpd(*words, "plans").stdout
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to("plans")
    (tmp_path / "elsewhere" / "linked").symlink_to(tmp_path)
    for here, named in (
        (tmp_path / "elsewhere", "../plans"),
        (tmp_path / "elsewhere", str(plans)),
        (plans, "."),
        (tmp_path, "link"),
        (tmp_path, str(plans)),
        (tmp_path / "elsewhere" / "linked", "plans"),
    ):
        assert bare(hpd(*words, named, cwd=here).stdout) == bare(usual), (here, named)
    assert hpd(*words, str(plans)).stdout == usual
    assert hpd(*words, "plans", cwd=tmp_path / "elsewhere" / "linked").stdout == usual


def as_on_windows(file: Path) -> None:
    """Give a file the line ends of Windows, and the mark that its editors begin with."""
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))


def told(found: tuple[Finding, ...]) -> list[Any]:
    return [(f.rule.id, f.place, f.facts, f.severity, f.suppressed) for f in found]


EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_ends_of_lines_change_no_finding(end: str, library: Library) -> None:
    for file in EXAMPLES:
        raw = file.read_bytes()
        other = raw.replace(b"\n", end.encode())
        one, two = (
            examine(yaml.read("plan.yaml", bytes_), library, Settings(), TODAY)
            for bytes_ in (raw, other)
        )
        assert told(one.checked.findings) == told(two.checked.findings), file
        assert one.checked.not_run == two.checked.not_run, file


def test_files_of_windows_say_the_same(plans: Path, tmp_path: Path, hpd: Hpd) -> None:
    (tmp_path / "hpd.toml").write_text(
        '# cấu hình\nplans = ["plans"]\nbaseline = "known.yaml"\n', encoding="utf-8"
    )
    (tmp_path / ".gitignore").write_text("*nháp*\n# ghi chú\n/plans/old/\n", encoding="utf-8")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / ".git").mkdir()
    (plans / "bản nháp.yaml").write_text("x", encoding="utf-8")
    (plans / "old").mkdir()
    (plans / "old" / "x.yaml").write_text("x", encoding="utf-8")
    record = ("validate", "--select", "HPD4", "--write-baseline", *DAY)
    assert hpd(*record, "--data", "data").returncode == 0

    def findings() -> tuple[list[Any], str]:
        done = hpd("validate", "--format", "json", "--data", "data", *DAY)
        assert done.stderr == b""
        report = json.loads(done.stdout)
        for plan in report["plans"]:
            del plan["sha256"]
        listed = hpd("tasks", "--format", "json", "--data", "data").stdout.decode()
        return [report["plans"], report["summary"]], re.sub(r'"sha256": "\w+"', "", listed)

    usual = findings()
    assert usual[0][1]["suppressed"] > 0
    assert len(usual[0][0]) == len(NAMES)
    for file in (
        *plans.glob("*.yaml"),
        *(tmp_path / "data").rglob("*.yaml"),
        tmp_path / "hpd.toml",
        tmp_path / ".gitignore",
        tmp_path / "known.yaml",
    ):
        as_on_windows(file)
    assert findings() == usual


class Windows(PureWindowsPath):
    """A path as Windows has them, in the working folder `C:\\Kế hoạch`."""

    @classmethod
    def cwd(cls) -> "Windows":
        return cls("C:\\Kế hoạch")

    def absolute(self) -> "Windows":
        return self if self.is_absolute() else self.cwd() / self


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("plans\\SoTC.yaml", "plans/SoTC.yaml"),
        ("C:\\Kế hoạch\\plans\\SoTC.yaml", "plans/SoTC.yaml"),
        ("c:\\kế hoạch\\plans\\SoTC.yaml", "plans/SoTC.yaml"),
        ("..\\plans\\SoTC.yaml", "../plans/SoTC.yaml"),
        ("D:\\plans\\SoTC.yaml", "D:/plans/SoTC.yaml"),
        ("\\\\máy\\chung\\SoTC.yaml", "//máy/chung/SoTC.yaml"),
    ],
)
def test_paths_of_windows_are_shown_with_forward_slashes(
    path: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "Path", Windows)
    assert disk.shown(Windows(path)) == name  # type: ignore[arg-type]


def test_arguments_may_name_a_drive() -> None:
    (one,) = destinations(["json:C:\\ra\\a.json"], None, ["json"])
    assert (one.format, str(one.file)) == ("json", "C:\\ra\\a.json")
    assert find_spot("C:\\plans\\a.yaml:42:7") == Spot(Path("C:\\plans\\a.yaml"), 42, 7)


_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def test_files_that_reports_write_can_lie_on_any_disk(
    plans: Path, tmp_path: Path, hpd: Hpd
) -> None:
    for words in (("report", "--html", "site", "--letters", "letters"), ("demo", "city")):
        assert hpd(*words).returncode == 0
    for folder in ("site", "letters", "city"):
        names = [p.relative_to(tmp_path).as_posix() for p in (tmp_path / folder).rglob("*")]
        assert len(names) > 10
        assert len({name.casefold() for name in names}) == len(names)
        for name in names:
            last = name.rpartition("/")[2]
            assert re.fullmatch(r"[A-Za-z0-9_.-]+", last), name
            assert not last.endswith(".")
            assert not _DEVICES.fullmatch(last), name
