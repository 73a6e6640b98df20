"""What a run may load, whom it may talk to, and that its bytes depend on nothing but its input."""

import cProfile
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import plans
from hpdirective import library
from hpdirective.checking import examine
from hpdirective.cli.app import COMMANDS
from hpdirective.library import Library
from hpdirective.model import official
from hpdirective.settings import Settings
from hpdirective.source import building, yaml
from tests.cli.conftest import ROOT, Hpd
from tests.conftest import TODAY

CLEAN = ROOT / "examples/plans/SoKHDT.yaml"
LATE = ROOT / "examples/faults/late-due-date.yaml"
HEAVY = {"jinja2", "xlsxwriter", "docx", "lxml", "pygls", "lsprotocol", "openpyxl", "asyncio"}
HEAVY |= {"distributed", "dask", "tornado", "fsspec"}

LOADED = """\
import atexit, json, os, sys
def said():
    names = {name.partition(".")[0] for name in sys.modules} | set(sys.modules)
    open(os.environ["LOADED"], "w").write(json.dumps(sorted(names)))
leave = os._exit
def told(code):
    said()
    leave(code)
os._exit = told
"""


def loaded(hpd: Hpd, tmp_path: Path, *words: str | Path) -> set[str]:
    """Give the modules that a command has loaded when it leaves."""
    hook = tmp_path / "hook"
    hook.mkdir(exist_ok=True)
    (hook / "sitecustomize.py").write_text(LOADED, encoding="utf-8")
    out = tmp_path / "loaded.json"
    env = {"PYTHONPATH": f"{hook}:{ROOT}", "LOADED": str(out)}
    assert hpd(*words, env=env).returncode in (0, 1)
    return set(json.loads(out.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (
            ("--help",),
            {*HEAVY, "rich", "pydantic", "yaml", "hpdirective.model.plan", "hpdirective.rules"},
        ),
        (("validate", "--help"), {*HEAVY, "rich", "pydantic", "yaml", "hpdirective.rules"}),
        (
            ("validate", CLEAN),
            {*HEAVY, "rich", "platformdirs.__main__", "hpdirective.drafting.cutting"},
        ),
        (("coverage", "--plans", CLEAN), {*HEAVY, "rich", "concurrent.futures.process"}),
    ],
    ids=lambda words: " ".join(map(str, words))[:20] if isinstance(words, tuple) else "",
)
def test_a_run_loads_only_what_it_needs(
    words: tuple[str | Path, ...], never: set[str], hpd: Hpd, tmp_path: Path
) -> None:
    assert loaded(hpd, tmp_path, *words) & never == set()


def test_a_run_of_which_nothing_changed_loads_neither_models_nor_parser(
    hpd: Hpd, tmp_path: Path
) -> None:
    never = {*HEAVY, "rich", "pydantic", "yaml", "multiprocessing", "platformdirs"}
    never |= {"hpdirective.rules", "hpdirective.finding", "hpdirective.cli.coverage"}
    words = ("validate", LATE, "--format", "concise")
    assert "pydantic_core" in loaded(hpd, tmp_path, *words)
    assert loaded(hpd, tmp_path, *words) & never == set()


def test_pydantic_is_loaded_where_the_models_are_not_compiled_yet(
    hpd: Hpd, tmp_path: Path
) -> None:
    words = ("validate", LATE, "--format", "concise")
    assert "pydantic" not in loaded(hpd, tmp_path, *words)
    assert "pydantic" in loaded(hpd, tmp_path, *words, "--no-cache")
    hpd("cache", "clean")
    assert "pydantic" in loaded(hpd, tmp_path, *words)
    assert "pydantic" not in loaded(hpd, tmp_path, *words, "--select", "HPD403")


# Below whatever library asks: an address looked up, a socket that is no pair within the process, another program started.
DEAF = """\
import os, sys
def refuse(event, words):
    asks = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.bind",
        "socket.sendto", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
    if asks or event == "socket.__new__" and int(words[1]) != 1:
        os.write(2, f"refused: {event}".encode())
        os._exit(97)
sys.addaudithook(refuse)
"""


def told(*messages: dict[str, object]) -> bytes:
    """Give messages to a language server as they come over standard input."""
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


TYPED = {"uri": LATE.as_uri(), "languageId": "yaml", "version": 1, "text": LATE.read_text("utf-8")}
EDITED = told(
    {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}},
    {"method": "initialized", "params": {}},
    {"method": "textDocument/didOpen", "params": {"textDocument": TYPED}},
    {"id": 2, "method": "shutdown"},
    {"method": "exit"},
)
RUNS: tuple[tuple[str | Path, ...], ...] = (
    ("new", "--unit", "SoTC"),
    ("demo", "city"),
    ("validate", LATE, "--format", "sarif", "--roster"),
    ("validate", LATE, CLEAN, "-j", "2", "--no-cache", "--baseline", "b.yaml", "--write-baseline"),
    ("fix", CLEAN, "--diff"),
    ("coverage", "--plans", CLEAN),
    ("report", "--html", "site", "--xlsx", "a.xlsx", "--docx", "a.docx", "--letters", "letters"),
    ("report", "--check", "site"),
    ("tasks", "--format", "json"),
    ("show", "II.3.4.2"),
    ("trace", "II.3.4.2", "--plans", CLEAN),
    ("units",),
    ("rules",),
    ("explain", "HPD403"),
    ("read", "Quý IV/2023"),
    ("schema", "plan"),
    ("config",),
    ("cache", "clean"),
    ("verify", "official.txt"),
    ("draft", "official.txt"),
    ("lsp",),
)


def test_no_command_asks_for_a_network_or_another_program(hpd: Hpd, tmp_path: Path) -> None:
    assert {words[0] for words in RUNS} == {*COMMANDS}
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(DEAF, encoding="utf-8")
    env = {"PYTHONPATH": f"{hook}:{ROOT}"}
    text = official.rebuilt(library.open_library().directive)
    (tmp_path / "official.txt").write_text(text, encoding="utf-8")
    for words in RUNS:
        done = hpd(*words, env=env, stdin=EDITED)
        assert done.returncode in (0, 1), (words, done.stderr.decode())
        assert b"refused" not in done.stderr, words
    assert b"HPD403" in done.stdout  # the server has really looked at the plan


def test_a_network_that_is_asked_for_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(DEAF, encoding="utf-8")
    for asking in (
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
        "import subprocess; subprocess.run(['true'])",
    ):
        command = [sys.executable, "-c", f"try:\n    {asking}\nexcept Exception: pass"]
        env = {**os.environ, "PYTHONPATH": str(tmp_path)}
        assert subprocess.run(command, env=env, capture_output=True, check=False).returncode == 97


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--format", "json", "--roster"),
        ("validate", "--format", "sarif", "--no-cache", "-j", "3"),
        ("coverage", "--format", "json"),
        ("tasks", "--format", "json"),
    ],
    ids=" ".join,
)
def test_bytes_rest_on_the_input_alone(words: tuple[str, ...], hpd: Hpd, tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    for file in (CLEAN, LATE):
        (plans / file.name).write_bytes(file.read_bytes())
    words = (*words, "--as-of", "2023-03-01") if words[0] != "tasks" else words
    usual = hpd(*words).stdout
    for env in (
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "LANG": "C", "TZ": "Asia/Tokyo"},
        {"LC_ALL": "C.UTF-8", "COLUMNS": "40", "TERM": "dumb"},
    ):
        assert hpd(*words, env=env).stdout == usual, env


def test_a_plan_is_read_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[str] = []
    build = building.Builder.build

    def counted(self: building.Builder, text: str) -> object:
        passes.append(text)
        return build(self, text)

    monkeypatch.setattr(building.Builder, "build", counted)
    yaml.read("plan.yaml", CLEAN.read_bytes())
    assert len(passes) == 1


# Work is counted, never timed: these grow only where somebody means it. Calls of functions written in Python, measured on CPython 3.11:
# later ones make fewer, and what a library written in C calls is its own business, and another number in each version.
READING = 2_900
"""Calls that reading one plan of the benchmark may make."""
EXAMINING = 13_000
"""Calls that reading and checking it may make, once the directive has been used."""
LOADED_AGAIN = 230
"""Modules that a run of which nothing has changed may load."""
LOADED_NEW = 490
"""Modules that a run on a plan not seen before may load."""


def calls(do: Callable[[], object]) -> int:
    profile = cProfile.Profile(builtins=False)
    profile.enable()
    do()
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def test_the_work_for_a_plan_does_not_grow(library: Library) -> None:
    raw = next(plans.make(1)).text.encode()

    def whole() -> object:
        return examine(yaml.read("plan.yaml", raw), library, Settings(), TODAY)

    whole()
    assert calls(lambda: yaml.read("plan.yaml", raw)) < READING
    assert calls(whole) < EXAMINING


def test_no_more_modules_are_loaded_than_before(hpd: Hpd, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(next(plans.make(1)).text, encoding="utf-8")
    new, again = (len(loaded(hpd, tmp_path, "validate", plan)) for _ in range(2))
    assert (again < LOADED_AGAIN, new < LOADED_NEW) == (True, True), (again, new)
