"""Plans checked by a dask cluster: the same bytes as here, whatever becomes of the cluster, and a plain word where it cannot be had."""

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from hpdirective import sending
from hpdirective.cli import options
from tests.cities import REQUIRED
from tests.cli.conftest import ROOT, Hpd, heed_interrupts

pytest.importorskip("distributed")

EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
ANNEX = ROOT / "examples/annexes/PL1-press.yaml"
WORDS = ("validate", "--as-of", "2023-03-01", "--annex", ANNEX)
FORMATS = ("text", "json", "sarif")

# Who asks on standard input may learn how much was done and what is to do, and end a worker in the midst of its work.
CLUSTER = """\
import os, signal, sys, time
from distributed import LocalCluster

with LocalCluster(
    n_workers=int(sys.argv[1]),
    threads_per_worker=1,
    processes=True,
    host="127.0.0.1",
    dashboard_address=None,
) as cluster:
    scheduler = cluster.scheduler
    print(cluster.scheduler_address.replace("tcp", "dask"), flush=True)
    for line in sys.stdin:
        word = line.strip()
        if word == "steps":
            print(scheduler.transition_counter, flush=True)
        elif word == "tasks":
            print(len(scheduler.tasks), flush=True)
        elif word == "kill":
            busy, end = [], time.monotonic() + 30
            while not busy and time.monotonic() < end:
                time.sleep(0.005)
                busy = [w for w in list(scheduler.workers.values()) if len(w.processing) > 1]
            for worker in busy[:1]:
                os.kill(cluster.workers[worker.name].process.pid, signal.SIGKILL)
            print(len(busy), flush=True)
"""

# The command itself, less patient, or of another version.
HURRIED = """\
from hpdirective.cli import clustering
clustering._ANSWER, clustering._PATIENCE, clustering._LOOK = 1, 0.5, 0.1
from hpdirective.__main__ import main
main()
"""
OTHER = """\
import hpdirective
hpdirective.__version__ = "9.9"
from hpdirective.__main__ import main
main()
"""


class Cluster:
    """A scheduler with its workers, in processes of their own."""

    def __init__(self, workers: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", CLUSTER, str(workers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what dask says of a worker that died
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            text=True,
        )
        self.address = self._line()

    def ask(self, word: str) -> int:
        assert self._process.stdin
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return int(self._line())

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=300)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster(workers=2) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with more than 200 plans, and among them what is no plan, or cannot be read."""
    folder = tmp_path_factory.mktemp("city")
    plans = folder / "plans"
    plans.mkdir()
    unknown = [f"X{n}" for n in range(150)]  # owes nothing: few findings, quickly told
    for n, unit in enumerate(REQUIRED + unknown):
        text = f"unit: {unit}\nactions:\n  - id: A{n}\n    due: Quý IV/2023\n"
        (plans / f"{n:03}-{unit}.yaml").write_text(text, encoding="utf-8")
    for file in EXAMPLES:
        (plans / f"{file.parent.name}-{file.name}").write_bytes(file.read_bytes())
    (plans / "odd é “x”.yaml").write_bytes(b"unit: SoTP\nobjectives: \xff\xfe\n")
    (plans / "broken.yaml").write_text("unit: SoNV\n\t: {[", encoding="utf-8")
    (plans / "large.yaml").write_text("#" * 300_001, encoding="utf-8")
    (plans / "gone.yaml").symlink_to("nowhere.yaml")
    (plans / "unit.yaml").write_text("kind: unit\nid: SoX\n", encoding="utf-8")
    assert len(list(plans.iterdir())) > 200
    settings = 'before_day = "error"\n[severity]\nHPD404 = "error"\n[limits]\nbytes = 300000\n'
    (folder / "hpd.toml").write_text(settings, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def local(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give what one process says, in each format."""
    out = tmp_path_factory.mktemp("local")
    run = hpd_by(folder, *(f"--format={kind}:{out / kind}" for kind in FORMATS), "-j", "1")
    assert (*run.communicate(timeout=300), run.returncode) == (b"", b"", 1)
    return {kind: (out / kind).read_bytes() for kind in FORMATS}


def hpd_by(
    folder: Path, *words: str, program: str = "", kept: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start the command, or a program that is it but for a detail; results are kept where a folder for them is given."""
    command = ["-c", program] if program else ["-m", "hpdirective"]
    plans = () if "--plans" in words else ("plans",)
    cache = () if kept else ("--no-cache",)
    return subprocess.Popen(
        [sys.executable, *command, *WORDS, *plans, *words, *cache],
        cwd=folder,
        env={
            **os.environ,
            "HPD_LANG": "vi",
            "PYTHONPATH": str(ROOT),
            **({"HPD_CACHE_DIR": str(kept)} if kept else {}),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    )


def test_a_cluster_says_what_one_process_says(
    cluster: Cluster, folder: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    before = cluster.ask("steps")
    wanted = (f"--format={kind}:{tmp_path / kind}" for kind in FORMATS)
    kept = tmp_path / "kept"
    run = hpd_by(folder, "--executor", cluster.address, *wanted, kept=kept)
    assert (*run.communicate(timeout=300), run.returncode) == (b"", b"", 1)
    assert {kind: (tmp_path / kind).read_bytes() for kind in FORMATS} == local
    after = cluster.ask("steps")
    assert after - before > 40  # it was they who did it
    assert cluster.ask("tasks") == 0
    assert len([path for path in kept.rglob("*") if path.is_file()]) > 200
    run = hpd_by(folder, "--executor", cluster.address, "--format", "json", kept=kept)
    assert run.communicate(timeout=300) == (local["json"], b"")
    assert cluster.ask("steps") - after < 20  # of all that, the data alone was sent again


def test_a_worker_that_dies_midway_loses_nothing(
    cluster: Cluster, folder: Path, local: dict[str, bytes]
) -> None:
    run = hpd_by(folder, "--executor", cluster.address, "--format", "json")
    assert cluster.ask("kill") > 0
    out, error = run.communicate(timeout=300)
    assert (run.returncode, error) == (1, b"")
    assert out == local["json"]


def test_an_interrupt_takes_back_what_was_sent(cluster: Cluster, folder: Path) -> None:
    run = hpd_by(folder, "--executor", cluster.address)
    while not cluster.ask("tasks"):
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    assert (*run.communicate(timeout=300), run.returncode) == (b"", b"", 130)
    ended = time.monotonic() + 10
    while cluster.ask("tasks") and time.monotonic() < ended:
        time.sleep(0.05)
    assert cluster.ask("tasks") == 0


def test_another_program_is_refused(cluster: Cluster, folder: Path) -> None:
    run = hpd_by(folder, "--executor", cluster.address, program=OTHER)
    out, error = run.communicate(timeout=300)
    assert (run.returncode, out) == (2, b"")
    assert "ở đó hpdirective 0.1.0, ở đây hpdirective 9.9; cài cùng một bản" in error.decode()


def test_what_a_cluster_without_workers_leaves_is_done_here(folder: Path) -> None:
    few = ("--format", "concise", "--plans", "plans/00*.yaml")
    with Cluster(workers=0) as idle:
        run = hpd_by(folder, "--executor", idle.address, *few, program=HURRIED)
        out, error = run.communicate(timeout=300)
    assert (out, run.returncode) == (hpd_by(folder, *few).communicate(timeout=300)[0], 1)
    said = "cụm máy tính không còn tiến trình nào; phần còn lại được kiểm tra tại máy này"
    assert error.decode() == f"hpd: {said}\n"


@pytest.mark.parametrize("listening", [False, True], ids=["nobody", "somebody silent"])
def test_a_scheduler_that_does_not_answer(listening: bool, folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listening:
            taken.listen()
        address = f"dask://127.0.0.1:{taken.getsockname()[1]}"
        run = hpd_by(folder, "--executor", address, program=HURRIED)
        out, error = run.communicate(timeout=300)
    assert (run.returncode, out) == (2, b"")
    assert error.decode().startswith(f"hpd: bộ điều phối dask tại {address} không trả lời (")
    assert error.count(b"\n") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--executor", "dask://127.0.0.1:1"), "--executor cần gói bổ sung"),
        (("file:///plan.yaml",), "để đọc “file:///plan.yaml” cần gói bổ sung"),
    ],
)
def test_without_the_extra_it_is_named(
    words: tuple[str, ...], why: str, hpd: Hpd, folder: Path, tmp_path: Path
) -> None:
    hook = "import sys\nsys.modules.update(dask=None, distributed=None, fsspec=None)\n"
    (tmp_path / "sitecustomize.py").write_text(hook, encoding="utf-8")
    env = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = hpd(*WORDS, *words, cwd=folder, env=env)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"hpd: {why}: pip install 'hpdirective[cluster]'\n"


@pytest.mark.parametrize("address", ["dask://host:8786", "dask://10.0.0.1:1", "dask://[::1]:8786"])
def test_an_address_of_a_scheduler(address: str) -> None:
    assert options.scheduler(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "host:8786",
        "tcp://host:8786",
        "dask://",
        "dask://host",
        "dask://:8786",
        "dask://host:x",
        "dask://host:99999",
        "dask://host:1/a",
        "dask://user@host:1",
    ],
)
def test_an_address_is_held_to_its_form(address: str) -> None:
    with pytest.raises(typer.BadParameter):
        options.scheduler(address)


def test_another_address_is_bad_usage(hpd: Hpd) -> None:
    done = hpd("validate", "--executor", "http://host:1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--executor không dùng được: cần dạng dask://MÁY:CỔNG" in done.stderr.decode()


@pytest.mark.parametrize("other", [("--jobs", "2"), ("--roster",)])
def test_what_it_cannot_be_had_with(other: tuple[str, ...], hpd: Hpd) -> None:
    done = hpd("validate", "--executor", "dask://127.0.0.1:1", *other)
    assert done.returncode == 2
    assert done.stderr.decode() == f"hpd: --executor không dùng được cùng với {other[0]}\n"


def test_a_plan_is_not_looked_at_by_another_program() -> None:
    sender = {**sending.program(), "pydantic": "1.0"}
    with pytest.raises(sending.OtherProgram) as refused:
        sending.examined_there(sender, b"not even opened", [])
    back = pickle.loads(pickle.dumps(refused.value))
    here = sending.program()["pydantic"]
    assert (back.machine, back.differs) == (refused.value.machine, (("pydantic", here, "1.0"),))
