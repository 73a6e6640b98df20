"""A process that has the program loaded, all but its commands, and of which each command is a fork: a real process, in a tenth of the time that loading takes.

    python tests/cli/nursery.py SOCKET

What Python reads from the environment while it starts (PYTHON…, the locale) is that of this process; a test that changes it starts a process of
its own, and so do those that look at what is loaded.
"""

import gc
import json
import os
import pkgutil
import runpy
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import hpdirective

_OTHERS = ("typer", "typer.main", "pathspec", "platformdirs")  # of which the commands are made
_REPORTERS = ("assessment.text", "site", "workbook", "paper")
_LONGEST = 1 << 20  # bytes taken of a request at once
_PATIENCE = 60  # seconds


class Nursery:
    """The process, for those who want a command of it."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._place = folder / "nursery"
        self._process = subprocess.Popen([sys.executable, __file__, self._place], env=env)
        end = time.monotonic() + _PATIENCE
        while not self._place.exists() and self._process.poll() is None:
            assert time.monotonic() < end
            time.sleep(0.01)

    def run(
        self,
        arguments: Sequence[str | bytes | Path],
        stdin: bytes,
        cwd: Path,
        env: dict[str, str],
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run `hpd` with these arguments."""
        words = [os.fsdecode(word) for word in arguments]
        request = json.dumps({"words": words, "cwd": str(cwd), "env": env}).encode()
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(_PATIENCE)
                line.connect(str(self._place))
                socket.send_fds(line, [request], [f.fileno() for f in (given, out, err)])
                line.shutdown(socket.SHUT_WR)
                code = int(line.recv(100))
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(["hpd", *words], code, out.read(), err.read())

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


def _serve(place: Path) -> None:
    """Fork commands until whoever started this process has gone."""
    parent = os.getppid()
    for found in pkgutil.iter_modules(hpdirective.__path__, "hpdirective."):
        if found.name not in ("hpdirective.__main__", "hpdirective.cli"):
            import_module(found.name)
    for name in (*_OTHERS, *(f"hpdirective.reporters.{kind}" for kind in _REPORTERS)):
        import_module(name)
    gc.freeze()  # a fork shares what no one touches
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{place}.new")
    listener.listen()
    Path(f"{place}.new").rename(place)  # there from the moment that it answers
    listener.settimeout(5)
    while os.getppid() == parent:
        try:
            line, _ = listener.accept()
        except TimeoutError:
            continue
        with line:
            request, files = _request(line)
            child = os.fork()
            if not child:
                listener.close()
                line.close()
                _become(json.loads(request), files)
            for file in files:
                os.close(file)
            _, status = os.waitpid(child, 0)
            with suppress(OSError):  # whoever asked has gone
                line.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _request(line: socket.socket) -> tuple[bytes, list[int]]:
    request, files, _, _ = socket.recv_fds(line, _LONGEST, 3)
    while more := line.recv(_LONGEST):
        request += more
    return request, files


def _become(request: dict[str, Any], files: list[int]) -> None:
    """Be the command, to its end."""
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.argv = ["hpd", *request["words"]]
    runpy.run_module("hpdirective", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
