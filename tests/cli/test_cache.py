"""Earlier results are used where they still hold, by one process or several, and never where they do not."""

import hashlib
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hpdirective import answering
from hpdirective.cli import caching, shelving
from hpdirective.cli.caching import Cache
from hpdirective.library import open_library
from tests.cities import plan_of
from tests.cli.conftest import ROOT, Done, Hpd

FAULTY = ROOT / "examples/faults/late-due-date.yaml"
LATE = FAULTY.read_bytes()
DAY = ("--as-of", "2023-03-01")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "late.yaml").write_bytes(LATE)
    (folder / "clean.yaml").write_text(plan_of("SoTC"), encoding="utf-8")
    (folder / "broken.yaml").write_text("unit: SoNV\n\t: {[", encoding="utf-8")
    return folder


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"HPD_CACHE_DIR": str(tmp_path / "kept")}


def entries(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "kept").rglob("*") if path.is_file())


def of_kind(tmp_path: Path, kind: str) -> list[Path]:
    """Give the entries of one kind: "plan" results, the "library" and the "models" in their compiled form, the reports of a whole "run"."""
    starts = {b"[": "plan", b"\x80": "library", b'{"code"': "run", b'{"hpd': "models"}
    held = {path: path.read_bytes()[64:] for path in entries(tmp_path)}
    return [
        path
        for path, body in held.items()
        if any(body.startswith(start) and kind == of for start, of in starts.items())
    ]


def rewritten(path: Path, body: bytes) -> None:
    """Put another body into an entry, which is whole all the same."""
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + body)


def test_a_second_run_says_the_same(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    new = hpd("validate", "--format", "json", *DAY, "--no-cache", env=env)
    assert entries(tmp_path) == []
    first = hpd("validate", "--format", "json", *DAY, env=env)
    kept = {path: path.stat().st_mtime_ns for path in entries(tmp_path)}
    assert [len(of_kind(tmp_path, kind)) for kind in ("plan", "library", "run")] == [3, 1, 1]
    second = hpd("validate", "--format", "json", *DAY, env=env)
    assert new.stdout == first.stdout == second.stdout
    assert {path: path.stat().st_mtime_ns for path in entries(tmp_path)} == kept


def test_earlier_results_are_really_used(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    hpd("validate", *DAY, env=env)
    (run,) = of_kind(tmp_path, "run")
    rewritten(run, run.read_bytes()[64:].replace(b"HPD403", b"HPD404"))
    assert b"HPD403" not in hpd("validate", *DAY, env=env).stdout
    run.unlink()
    assert b"HPD403" in hpd("validate", *DAY, env=env).stdout
    of_kind(tmp_path, "run")[0].unlink()
    for path in of_kind(tmp_path, "plan"):
        rewritten(path, path.read_bytes()[64:].replace(b"error", b"info"))
    assert b"HPD403" in (again := hpd("validate", *DAY, env=env).stdout)
    assert " lỗi HPD403".encode() not in again


def test_a_library_that_was_used_is_kept_all_the_same(tmp_path: Path) -> None:
    library, cache = open_library(), Cache(tmp_path)
    unit = library.units.by_id["SoTC"]
    before = [duty.id for duty in answering.duties(library.directive, library.units, unit)]
    shelving.remember(cache, "key", library)
    again = shelving.recall(cache, "key")
    assert again is not None
    unit = again.units.by_id["SoTC"]
    assert [duty.id for duty in answering.duties(again.directive, again.units, unit)] == before


class Evil:
    """What a changed pickle would like to be read as."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.place),)


def test_a_changed_library_runs_nothing_and_is_read_anew(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    first = hpd("validate", *DAY, env=env)
    (kept,) = of_kind(tmp_path, "library")
    for body in (pickle.dumps(Evil(tmp_path / "evil")), pickle.dumps([1]), b"\x80\x05."):
        rewritten(kept, body)
        of_kind(tmp_path, "run")[0].unlink()
        for path in of_kind(tmp_path, "plan"):
            path.unlink()
        again = hpd("validate", *DAY, env=env)
        assert (again.stdout, again.stderr) == (first.stdout, b"")
        assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("validate", FAULTY),
        ("coverage", "--plans", FAULTY, "--format", "json"),
        ("trace", f"{FAULTY}:9"),
        ("trace", "II.3.4.2", "--format", "json"),
        ("fix", FAULTY, "--diff"),
        ("show", "II.3.4.2", "--format", "json"),
        ("tasks", "--unit", "SoKHDT", "--format", "json"),
        ("units", "SoKHDT", "--format", "json"),
        ("read", "15/11/2023; 85,1%; Sở Tài chính"),
        ("schema", "plan"),
        ("new", "--unit", "SoTC"),
        ("report", "--check", FAULTY),
        ("validate", FAULTY, "--annex", "nowhere.yaml"),
        ("tasks", "--directive", "nowhere"),
        ("tasks", "--data", "nowhere"),
    ],
    ids=lambda words: " ".join(map(str, words)).replace(str(ROOT), ""),
)
def test_every_command_says_the_same_of_a_compiled_library(
    words: tuple[str | Path, ...], hpd: Hpd, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    found, anew = hpd(*words), hpd(*words, env={"HPD_CACHE_DIR": str(tmp_path / "file" / "kept")})
    assert same(found, anew)
    # a Python of its own, which takes up the compiled models too
    assert same(hpd(*words, env={"PYTHONHASHSEED": "1"}), anew)


def same(found: Done, anew: Done) -> bool:
    said = (found.returncode, found.stdout, found.stderr)
    return said == (anew.returncode, anew.stdout, anew.stderr)


def test_changed_models_are_said_to_be_so(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    whole = {**env, "HPD_LANG": "en", "PYTHONHASHSEED": "1"}
    first = hpd("validate", *DAY, env=whole)
    (kept,) = of_kind(tmp_path, "models")
    for body in (b'{"hpdirective.model.plan:Plan": {"$": "os:system"}}', b"{}"):
        rewritten(kept, body)
        refused = hpd("validate", "--select", "HPD403", *DAY, env=whole)
        assert refused.returncode == 2
        assert (
            refused.stderr
            == b"hpd: what earlier runs have kept was changed; run: hpd cache clean\n"
        )
    assert hpd("cache", "clean", env=whole).returncode == 0
    assert same(hpd("validate", *DAY, env=whole), first)


def test_other_data_is_read_anew(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    words = ("validate", *DAY, "--data", data, "--format", "json")
    hpd(*words, env=env)
    file = data / "units/SoTC.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Sở Tài chính", "Sở Tiền", 1), encoding="utf-8"
    )
    changed = hpd(*words, env=env).stdout
    assert changed == hpd(*words, "--no-cache", env=env).stdout
    assert len(of_kind(tmp_path, "library")) == len(of_kind(tmp_path, "run")) == 2


def test_whatever_findings_rest_on_makes_them_new(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    hpd("validate", *DAY, env=env)
    count = len(entries(tmp_path))
    (plans / "clean.yaml").write_text(plan_of("SoTC") + "# x\n", encoding="utf-8")
    (plans / "clean.yaml").rename(plans / "other.yaml")
    hpd("validate", *DAY, env=env)
    assert len(entries(tmp_path)) == count + 2  # a plan, a run
    for words in (
        ("--as-of", "2023-03-02"),
        (*DAY, "--include-restricted"),
        (*DAY, "--select", "HPD4"),
    ):
        before = len(entries(tmp_path))
        hpd("validate", *words, env=env)
        assert len(entries(tmp_path)) == before + 4, words
    before = len(entries(tmp_path))
    (tmp_path / "hpd.toml").write_text('[severity]\nHPD403 = "warning"\n', encoding="utf-8")
    assert b"HPD403 late-due-date" in hpd("validate", *DAY, env=env).stdout
    assert len(entries(tmp_path)) == before + 4


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"{}", b"\x80\x04K\x01."])
def test_a_damaged_entry_is_made_again(
    damage: bytes, hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    first = hpd("validate", *DAY, env=env)
    whole = {path: path.read_bytes() for path in entries(tmp_path)}
    for path in entries(tmp_path):
        path.write_bytes(damage)
    again = hpd("validate", *DAY, env=env)
    assert (again.stdout, again.stderr) == (first.stdout, b"")
    for path, data in whole.items():
        held = path.read_bytes()
        assert held[:64] == hashlib.sha256(held[64:]).hexdigest().encode()
        assert held[64:66] == data[64:66]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_is_no_entry_is_neither_waited_for_nor_read(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    def pipe(path: Path) -> None:
        path.unlink()
        os.mkfifo(path)

    def endless(path: Path) -> None:
        os.truncate(path, 1 << 40)  # a hole: it takes no room

    first = hpd("validate", *DAY, env=env)
    for spoil in (pipe, endless):
        for path in entries(tmp_path):
            spoil(path)
        again = hpd("validate", *DAY, env=env)
        assert (again.stdout, again.stderr) == (first.stdout, b""), spoil


def test_a_folder_that_cannot_be_used_is_no_fault(hpd: Hpd, plans: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    for folder in (tmp_path / "kept", "/proc/nowhere", "/dev/null/x"):
        done = hpd("validate", *DAY, env={"HPD_CACHE_DIR": str(folder)})
        assert (done.returncode, done.stderr) == (1, b""), folder


def test_clean_takes_its_own_alone(
    hpd: Hpd, plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    hpd("validate", *DAY, env=env)
    mine = tmp_path / "kept" / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    assert "6 mục đã lưu" in hpd("cache", env=env).stdout.decode()
    assert "đã xóa 6" in hpd("cache", "clean", env=env).stdout.decode()
    assert entries(tmp_path) == [mine]
    assert hpd("cache", "clean", env=env).returncode == 0
    assert oct((tmp_path / "kept" / "v1").stat().st_mode & 0o777) == "0o700"


def test_the_oldest_go_where_entries_take_too_much_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "kept")
    for n in range(4):
        cache.keep(b"x" * 100, "plan", str(n))
    for n, path in enumerate(entries(tmp_path)):
        os.utime(path, (n, n))
    kept = entries(tmp_path)
    folders = {int(path.parent.name, 16) for path in kept}
    some, empty = min(folders), min(set(range(256)) - folders)
    cache.prune(some)
    assert entries(tmp_path) == kept
    monkeypatch.setattr(
        caching, "_ROOM", 800
    )  # one folder of 256 has its share, all together have not
    cache.prune(some)
    assert entries(tmp_path) == kept
    monkeypatch.setattr(caching, "_ROOM", 500)
    cache.prune(empty)
    assert entries(tmp_path) == kept
    cache.prune(some)
    assert entries(tmp_path) == kept[2:]


def test_several_processes_say_the_same(hpd: Hpd, plans: Path, env: dict[str, str]) -> None:
    for n in range(20):
        (plans / f"{n:02} é “x”.yaml").write_bytes(LATE)
    one = hpd("validate", "--format", "json", *DAY, "--no-cache", "-j", "1", env=env)
    for words in (("-j", "2", "--no-cache"), ("-j", "7"), ("-j", "3")):
        done = hpd("validate", "--format", "json", *DAY, *words, env=env)
        assert (done.stdout, done.stderr) == (one.stdout, b""), words


def test_two_runs_at_once_share_a_folder(plans: Path, env: dict[str, str], tmp_path: Path) -> None:
    for n in range(20):
        (plans / f"{n}.yaml").write_bytes(LATE + f"# {n}\n".encode())
    command = [sys.executable, "-m", "hpdirective", "validate", "-q", *DAY]
    whole = {**os.environ, **env, "HPD_LANG": "vi", "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(
            command, cwd=tmp_path, env=whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    said = [run.communicate(timeout=300) for run in runs]
    assert {run.returncode for run in runs} == {1}
    assert len({out for out, _ in said}) == 1
    assert {error for _, error in said} == {b""}
    assert not [path for path in entries(tmp_path) if path.name.startswith(".")]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="children are found in /proc")
def test_what_a_process_that_died_left_undone_is_done(
    plans: Path, env: dict[str, str], tmp_path: Path
) -> None:
    for n in range(200):
        (plans / f"{n:03}.yaml").write_bytes(LATE)
    command = [
        sys.executable,
        "-m",
        "hpdirective",
        "validate",
        "--format",
        "concise",
        *DAY,
        "-j",
        "2",
        "--no-cache",
    ]
    whole = {**os.environ, **env, "HPD_LANG": "vi", "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(
        command, cwd=tmp_path, env=whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while run.poll() is None and not children.read_text():
        time.sleep(0.01)
    os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
    out, error = run.communicate(timeout=300)
    assert (run.returncode, error) == (1, b"")
    assert out.count(b"HPD403") == 201
