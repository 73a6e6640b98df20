"""Throw changed bytes at each reader for a while; what breaks one becomes a case of the tests."""

import argparse
import hashlib
import os
import re
import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import atheris

with atheris.instrument_imports(include=["hpdirective"]):
    from tests.fuzz.targets import TARGETS
from tests.fuzz.corpora import FOLDERS, ROOT, seeds, words
from tests.fuzz.shrinking import shrunk

FOUND = ROOT / ".fuzz"  # what earlier runs came upon, so that the next one goes on from there
HANG = 10  # seconds that one input may take, instrumented and on a machine that others use too
LONGEST = 4_000  # bytes of an input: what is longer breaks no more, and slowly
_TOLD = 2000  # last characters of what a run that failed said


def main() -> int:
    """Give 1 where a target failed."""
    arguments = _arguments()
    names = arguments.targets or list(TARGETS)
    borne = [fuzz(name, arguments) for name in names]
    return 0 if all(borne) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--runs", type=int, help="for each target, in place of a time")
    parser.add_argument(
        "--found",
        type=Path,
        default=FOUND,
        metavar="FOLDER",
        help="where what leads to new code is kept for the next run",
    )
    arguments = parser.parse_args()
    unknown = set(arguments.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    return arguments


def fuzz(name: str, arguments: argparse.Namespace) -> bool:
    """Run one target; keep what breaks it, made as short as it goes."""
    scratch = Path(tempfile.mkdtemp(prefix="hpd-fuzz-"))
    try:
        options = _laid_out(name, arguments, scratch)
        said = scratch / "said"
        pid = os.fork()  # libFuzzer ends its process
        if pid == 0:
            _throw(name, options, scratch, said)
        sound = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        text = said.read_text(encoding="utf-8", errors="replace")
        kept = [
            _keep(name, file) for sort in ("crash*", "timeout-*") for file in scratch.glob(sort)
        ]
    finally:
        shutil.rmtree(scratch)
    if sound:
        runs = re.search(r"number_of_executed_units: (\d+)", text)
        say(f"{name}: {runs[1] if runs else '?'} inputs, none broke it")
        return True
    say(text[-_TOLD:])
    say(f"{name}: BROKEN")
    for file in kept:
        say(f"  kept as a case of the tests: {file.relative_to(ROOT)}; give it a name that tells")
    return False


def _laid_out(name: str, arguments: argparse.Namespace, scratch: Path) -> list[str]:
    """Write what the fuzzer starts from; give the options of libFuzzer."""
    grown, start, dictionary = arguments.found / name, scratch / "seeds", scratch / "words"
    grown.mkdir(parents=True, exist_ok=True)
    start.mkdir()
    found = list(seeds(name))
    # all seeds are run first, whatever the bound: a short run takes some of them
    every = -(-len(found) * 2 // arguments.runs) if arguments.runs else 1
    for number, seed in enumerate(found[::every]):
        (start / f"{number:04}").write_bytes(seed)
    dictionary.write_text(words(name), encoding="ascii")
    bound = f"-runs={arguments.runs}" if arguments.runs else f"-max_total_time={arguments.seconds}"
    return [
        bound,
        f"-timeout={HANG}",
        f"-max_len={LONGEST}",
        f"-dict={dictionary}",
        f"-artifact_prefix={scratch}/",
        "-print_final_stats=1",
        "-verbosity=0",
        *(["-seed=1"] if os.environ.get("CI") else []),
        str(grown),
        str(start),
    ]


def _throw(name: str, options: list[str], scratch: Path, said: Path) -> NoReturn:
    """Fuzz one target, and end the process."""
    log = os.open(said, os.O_WRONLY | os.O_CREAT)
    os.dup2(log, 1)
    os.dup2(log, 2)

    def throw(raw: bytes) -> None:
        try:
            TARGETS[name](raw)
        except Exception:
            # libFuzzer would write it as well, but while Python is being taken apart its alarm may end that
            (scratch / "crash").write_bytes(raw)
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)

    atheris.Setup(["fuzz", *options], throw)
    atheris.Fuzz()
    os._exit(0)


def _keep(name: str, file: Path) -> Path:
    """Put what broke a target among its cases: an error as short as it goes, a hang as it is."""
    raw = file.read_bytes()
    kind = file.name.partition("-")[0]
    if kind == "crash":
        raw = shrunk(raw, TARGETS[name])
    folder, ending = FOLDERS[name]
    path = folder / f"{kind}-{hashlib.sha256(raw).hexdigest()[:8]}{ending}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
