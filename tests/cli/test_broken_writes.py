"""Files that were there stay whole, and none is left half written, whatever cuts a run off: a full disk, no right to write, ^C, a kill, another run."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hpdirective.cli.output import save, save_all
from hpdirective.disk import NotUsable
from tests.cities import plan_of
from tests.cli.conftest import ROOT, Done, Hpd, bound_by_permissions, heed_interrupts
from tests.cli.steps import FAULTS, INTERRUPTED, REFUSED, WRITES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

DAY = ("--as-of", "2023-03-01")
MENDED = "plans/mended.yaml"
WRITERS: dict[str, tuple[str, ...]] = {
    "validate": ("validate", "-o", "out.txt", "--force"),
    "several": ("validate", "--format", "json:out.json", "--format", "sarif:out.sarif", "--force"),
    "baseline": ("validate", "--baseline", "b.yaml", "--write-baseline", "--force"),
    "coverage": ("coverage", "-o", "out.txt", "--force"),
    "schema": ("schema", "plan", "-o", "out.json", "--force"),
    "new": ("new", "--unit", "SoTC", "-o", "out.yaml", "--force"),
    "draft": ("draft", "official.txt", "-o", "out.yaml", "--force"),
    "fix": ("fix", MENDED, "--write"),
    "demo": ("demo", "city", "--force"),
    "new demo": ("demo", "another/city"),
    "demo in a folder": ("demo", "empty"),
    "html": ("report", "--html", "site", "--force"),
    "letters": ("report", "--letters", "letters", "--force"),
    "xlsx": ("report", "--xlsx", "out.xlsx", "--force"),
    "docx": ("report", "--docx", "out.docx", "--force"),
}
"""Every command that writes, so that it would write over what lies there."""
EACH_WAY = ("validate", "fix", "demo", "html")
"""One of each way to write: a file, several, a folder."""


@pytest.fixture(scope="module")
def desk_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which every writer finds what it reads, and an older file of what it writes."""
    from hpdirective import library
    from hpdirective.model import official

    desk = tmp_path_factory.mktemp("desk")
    plans = desk / "plans"
    plans.mkdir()
    (plans / "SoCT.yaml").write_text(plan_of("SoCT"), encoding="utf-8")
    mended = plan_of("HuyenCatHai").replace("unit: HuyenCatHai", "unit: UBND huyện Cát Hải")
    (desk / MENDED).write_text(mended, encoding="utf-8")
    text = official.rebuilt(library.open_library().directive)
    (desk / "official.txt").write_text(text, encoding="utf-8")
    for name in ("out.txt", "out.json", "out.sarif", "out.yaml", "out.xlsx", "out.docx", "b.yaml"):
        (desk / name).write_bytes(b"old")
    (desk / "empty").mkdir()
    (desk / "city").mkdir()
    (desk / "city" / "SoTC.yaml").write_bytes(b"old")
    words = ("report", "--html", "site", "--letters", "letters", *DAY)
    subprocess.run(
        [sys.executable, "-m", "hpdirective", *words],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    return desk


@pytest.fixture
def desk(desk_before: Path, tmp_path: Path) -> Path:
    shutil.copytree(desk_before, tmp_path / "desk")
    return tmp_path / "desk"


def held(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def refused(done: Done, why: str) -> None:
    """Hold a run to one line that says what could not be written, and why."""
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b""), said
    assert said.startswith("hpd: không ghi được “")
    assert said.endswith(f"”: {why}\n")
    assert said.count("\n") == 1


SMALL = ("bash", "-c", 'ulimit -f 0; exec "$@"', "bash")  # what is written is refused


@pytest.mark.parametrize("writer", WRITERS)
def test_a_file_that_may_not_grow_leaves_all_as_it_was(writer: str, desk: Path, hpd: Hpd) -> None:
    before = held(desk)
    done = hpd(*WRITERS[writer], cwd=desk, within=SMALL)
    refused(done, "tệp lớn hơn mức hệ thống cho phép")
    assert held(desk) == before


# A disk of the process's own, too small for what it is to hold; what lies on it is taken off before it goes.
FULL = """\
mount -t tmpfs -o size=$1 none "$2" && cp -a "$3/." "$2" || exit 77
cd "$2"; out=$4; shift 4
"$@"; code=$?
cp -a . "$out"; exit $code
"""


@pytest.mark.parametrize("writer", ["xlsx", "html", "demo in a folder"])
def test_a_full_disk_leaves_all_as_it_was(
    writer: str, desk: Path, tmp_path: Path, hpd: Hpd
) -> None:
    disk, after = tmp_path / "disk", tmp_path / "after"
    disk.mkdir()
    after.mkdir()
    used = sum(-(-len(data) // 4096) * 4096 for data in held(desk).values())
    words = (str(used + 24 * 4096), str(disk), str(desk), str(after))
    within = ("unshare", "--mount", "--map-root-user", "bash", "-c", FULL, "bash", *words)
    if shutil.which("unshare") is None or hpd("--version", within=within).returncode:
        pytest.skip("no right to mount a disk")
    refused(hpd(*WRITERS[writer], within=within), "đĩa đã đầy")
    assert held(after) == held(desk)


def test_files_written_over_before_one_that_fails_are_told(tmp_path: Path) -> None:
    old, new, bad = tmp_path / "old.yaml", tmp_path / "new.yaml", tmp_path / "bad.yaml"
    old.write_bytes(b"old")
    bad.mkdir()
    with pytest.raises(NotUsable) as refusal:
        save_all({new: b"1", old: b"2", bad: b"3"}, force=True)
    assert "bad.yaml" in refusal.value.text.vi
    assert refusal.value.text.vi.endswith(f"; các tệp đã ghi đè trước đó: {old.as_posix()}")
    assert held(tmp_path) == {"old.yaml": b"2"}
    with pytest.raises(NotUsable) as refusal:
        save_all({new: b"1", bad: b"3"}, force=True)
    assert "ghi đè" not in refusal.value.text.vi
    assert not new.exists()


def test_a_folder_that_may_not_be_written_to_is_said(desk: Path, hpd: Hpd) -> None:
    within = bound_by_permissions()
    before = held(desk)
    for folder in (desk, desk / "plans", desk / "city"):
        folder.chmod(0o555)
    try:
        for writer in EACH_WAY:
            done = hpd(*WRITERS[writer], cwd=desk, within=within)
            refused(done, "không có quyền đọc hoặc ghi")
    finally:
        for folder in (desk, desk / "plans", desk / "city"):
            folder.chmod(0o755)
    assert held(desk) == before


def test_a_file_that_may_not_be_written_to_is_not_replaced(desk: Path, hpd: Hpd) -> None:
    within = bound_by_permissions()
    for name in ("out.txt", MENDED, "site"):
        (desk / name).chmod(0o555)
    before = held(desk)
    for writer in ("validate", "fix", "html"):
        done = hpd(*WRITERS[writer], cwd=desk, within=within)
        refused(done, "không có quyền đọc hoặc ghi")
    assert held(desk) == before
    (desk / "site").chmod(0o755)


def test_a_folder_keeps_its_permissions(desk: Path, hpd: Hpd) -> None:
    (desk / "site").chmod(0o700)
    assert hpd(*WRITERS["html"], cwd=desk).returncode == 0
    assert (desk / "site").stat().st_mode & 0o777 == 0o700


def test_the_folder_that_one_stands_in_is_not_replaced(desk: Path, hpd: Hpd) -> None:
    before = held(desk)
    for here, name in ((desk / "site", "."), (desk / "site" / "units", "..")):
        done = hpd("report", "--plans", desk / "plans", "--html", name, "--force", cwd=here)
        assert (done.returncode, "thư mục đang làm việc" in done.stderr.decode()) == (2, True)
    assert held(desk) == before


def test_a_working_folder_that_is_gone_is_said(tmp_path: Path, hpd: Hpd) -> None:
    (tmp_path / "gone").mkdir()
    within = ("bash", "-c", 'cd gone && rmdir ../gone && exec "$@"', "bash")
    done = hpd("validate", "x.yaml", within=within)
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1)
    assert "thư mục đang làm việc không còn nữa" in said


# The folder of plans goes, or a plan of it, when the first of them is opened to be read.
VANISHING = """\
import os, shutil, sys
def gone(event, words):
    goes = os.environ["GOES"]
    if goes and event == "open" and str(words[0]).endswith("plans/SoCT.yaml"):
        os.environ["GOES"] = ""
        shutil.rmtree("plans") if goes == "plans" else os.unlink(goes)
sys.addaudithook(gone)
"""


@pytest.mark.parametrize("goes", [MENDED, "plans"])
def test_what_vanishes_while_it_is_read_is_said(goes: str, desk: Path, hpd: Hpd) -> None:
    hook = desk.with_name("hook")
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(VANISHING, encoding="utf-8")
    env = {"PYTHONPATH": f"{hook}:{ROOT}", "GOES": goes}
    plans = desk / "plans"
    kept = {file.name: file.read_bytes() for file in plans.iterdir()}
    for words, code in (
        (("validate", "--format", "concise", *DAY), 1),
        (("coverage", "--format", "json"), 0),
        (("fix", "--write"), 2),
    ):
        done = hpd(*words, cwd=desk, env=env)
        said = (done.stdout + done.stderr).decode()
        assert done.returncode == code, said
        assert MENDED in said or (words[0] == "fix" and "“plans/SoCT.yaml”" in said), said
        assert "Traceback" not in said
        plans.mkdir(exist_ok=True)
        for name, data in kept.items():
            (plans / name).write_bytes(data)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("what", WRITES)
def test_a_write_may_be_cut_off_at_any_step(what: str, fault: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.cli.steps", what, fault, str(tmp_path / "here")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    cuts = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(cuts) >= 4
    ends = {"kill": {-9}, "terminate": {-15}, "interrupt": {INTERRUPTED}, "full": {0, REFUSED}}
    assert {status for status, _, _ in cuts} <= ends[fault]
    for _, left, later in cuts:
        beside = {name for name in left if _is_beside(name)}
        states = {left[name] for name in left.keys() - beside}
        assert len(states) <= 1, left  # all old, or all new
        assert "part" not in states, left
        assert fault == "kill" or not beside, left
        written = {name for name in later if not _is_beside(name)}
        assert {later[name] for name in written} == {"new"}  # the next run is not confused
        if what != "cache" and left.keys() - beside != written:
            # killed between the two renames of a folder: the old one lies beside
            assert {name.partition("/old/")[2] for name in beside} > {"a.html", "units/b.html"}


def test_a_drive_that_refuses_late_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a folder on a network does that takes every byte, and says at the end that there was no room."""

    def refuse(_: int) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, "fsync", refuse)
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"old")
    with pytest.raises(NotUsable, match="the disk is full"):
        save(b"new", file, force=True)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {file: b"old"}


def _is_beside(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def started(desk: Path, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "hpdirective", *words],
        cwd=desk,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HPD_LANG": "vi",
            "HPD_CACHE_DIR": str(desk.with_name("kept")),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    )


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_may_be_stopped_at_any_moment(stop: signal.Signals, desk: Path) -> None:
    before = held(desk)
    moments = random.Random(stop)
    for writer in ("html", "fix", "new demo"):
        run = started(desk, *WRITERS[writer])
        time.sleep(moments.uniform(0.25, 0.8))  # Python itself is up by then
        run.send_signal(stop)
        _, said = run.communicate(timeout=60)
        done = run.returncode in (0, 1)
        assert done or run.returncode in (130, -stop), (writer, run.returncode, said)
        assert b"Traceback" not in said, said.decode()
        now = held(desk)
        if not done and stop != signal.SIGKILL:
            assert [name for name in now if _is_beside(name)] == []
        swapped = stop == signal.SIGKILL and not (desk / "site").exists()
        assert swapped or before.keys() <= now.keys()
    kept = desk.with_name("kept")
    if stop != signal.SIGKILL and kept.exists():
        assert [name for name in held(kept) if _is_beside(name)] == []


def at_once(desk: Path, *words: str) -> list[tuple[int, str]]:
    runs = [started(desk, *words) for _ in range(3)]
    said = [run.communicate(timeout=120)[1].decode() for run in runs]
    return [(run.returncode, one) for run, one in zip(runs, said, strict=True)]


@pytest.mark.parametrize("writer", ["html", "fix"])
def test_runs_at_once_leave_one_whole_result(writer: str, desk: Path) -> None:
    told = at_once(desk, *WRITERS[writer])
    assert any(code in (0, 1) for code, _ in told), told
    for code, said in told:
        assert code in (0, 1) or said.startswith("hpd: "), said
        assert "Traceback" not in said
    shared = held(desk)
    alone = desk.with_name("alone")
    shutil.copytree(desk, alone)
    run = started(alone, *WRITERS[writer])
    run.communicate(timeout=120)
    assert held(alone) == shared
    assert [name for name in shared if _is_beside(name)] == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="children are found in /proc")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGKILL])
def test_processes_that_help_end_with_the_run(stop: signal.Signals, desk: Path) -> None:
    for n in range(200):
        shutil.copy(desk / "plans" / "SoCT.yaml", desk / "plans" / f"{n}.yaml")
    run = started(desk, "validate", "-q", "-j", "2", "--no-cache")
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while run.poll() is None and len(children.read_text().split()) < 2:
        time.sleep(0.01)
    helpers = [Path(f"/proc/{pid}") for pid in children.read_text().split()]
    assert len(helpers) == 2
    run.send_signal(stop)
    run.communicate(timeout=30)  # returns when nobody holds its streams any more
    for _ in range(100):
        if not any(map(_is_alive, helpers)):
            return
        time.sleep(0.1)
    pytest.fail("a process is left behind")


def _is_alive(process: Path) -> bool:
    """Tell whether a process runs; one that has ended may wait for somebody to ask."""
    try:
        return process.joinpath("stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


Shell = Callable[[str], tuple[int, bytes]]


@pytest.fixture
def shell(desk: Path) -> Shell:
    """Run a line of bash in which `hpd` is the command; give its code, and what it said on standard error."""

    def run(line: str) -> tuple[int, bytes]:
        whole = f'hpd() {{ "{sys.executable}" -m hpdirective "$@"; }}; {line}'
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", whole],
            cwd=desk,
            env={**os.environ, "PYTHONPATH": str(ROOT), "HPD_LANG": "vi"},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stderr

    return run


@pytest.mark.parametrize("words", ["--help", "tasks", "fix"])
def test_a_reader_that_has_gone_changes_no_code(words: str, shell: Shell) -> None:
    usual = shell(f"hpd {words} >/dev/null")
    assert shell(f"hpd {words} | true") == usual
    assert shell(f"hpd {words} >&-") == usual


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("words", ["--help", "fix", "demo another"])
def test_a_full_standard_output_is_said(words: str, shell: Shell) -> None:
    assert shell(f"hpd {words} >/dev/full") == (2, "hpd: đĩa đã đầy\n".encode())
    assert shell(f"hpd {words} >/dev/full 2>&1")[0] == 2
