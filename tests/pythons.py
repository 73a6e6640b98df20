"""The same bytes under every Python: `python -m tests.pythons [--tests "PATH …"]`.

Looks for interpreters of 3.11 and newer on PATH and among those of pyenv, gives each an environment of its own in `.venv/`, with the versions of
constraints.txt, and runs the commands below in each; then the tests that are named, under each. Exits 1 where a byte differs or a test fails, 0
where there is but one Python to run.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOWEST = (3, 11)
DAY = ("--as-of", "2023-03-01")
COMMANDS: dict[str, tuple[str, ...]] = {
    "findings": ("validate", "examples", "--no-cache", "--format", "json", *DAY),
    "hostile": ("validate", "tests/hostile/corpus", "--no-cache", "--roster", *DAY),
    "sarif": ("validate", "examples", "--no-cache", "-j", "2", "--format", "sarif", *DAY),
    "coverage": ("coverage", "--plans", "examples/plans", "--format", "json", *DAY),
    "mending": ("fix", "examples/plans", "--diff"),
    "schema": ("schema", "plan"),
    "help": ("validate", "--help"),
    "usage": ("validate", "--fomat", "json"),
    "reports": (
        *("report", "--plans", "examples/plans", *DAY, "--html", "{}/site"),
        *("--xlsx", "{}/a.xlsx", "--docx", "{}/a.docx", "--letters", "{}/letters"),
    ),
    "demo": ("demo", "{}/city"),
}
"""What is run; `{}` stands for a folder to write into."""

VERSION = "import sys; print(sys.version_info[0], sys.version_info[1])"


def interpreters() -> dict[tuple[int, int], Path]:
    """Give the first interpreter of every version that is found and starts."""
    found: dict[tuple[int, int], Path] = {}
    for path in _candidates():
        done = subprocess.run([path, "-c", VERSION], capture_output=True, text=True, check=False)
        numbers = done.stdout.split()
        if not done.returncode and len(numbers) == 2:
            found.setdefault((int(numbers[0]), int(numbers[1])), path)
    return {version: found[version] for version in sorted(found) if version >= LOWEST}


def _candidates() -> Iterator[Path]:
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield Path(sys.executable)
    yield from sorted(pyenv.glob("versions/3.*/bin/python"))
    for minor in range(LOWEST[1], 30):
        named = shutil.which(f"python3.{minor}")
        if named:
            yield Path(named)


def environment(python: Path, version: tuple[int, int]) -> Path:
    """Make an environment of a Python, or find it made; give its interpreter."""
    folder = ROOT / ".venv" / f"with-python-{version[0]}.{version[1]}"
    inside = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists() or done.stat().st_mtime < (ROOT / "pyproject.toml").stat().st_mtime:
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        pip = [str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        words = ["--constraint", "constraints.txt", "--editable", ".[dev]"]
        subprocess.run([*pip, *words], cwd=ROOT, check=True)
        done.touch()
    return inside


def said(python: Path) -> dict[str, str]:
    """Run every command; give the digest of all that each says and writes."""
    digests = {}
    for name, words in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            filled = [word.format(folder) for word in words]
            done = subprocess.run(
                [python, "-m", "hpdirective", *filled],
                cwd=ROOT,
                env={**os.environ, "HPD_LANG": "vi", "COLUMNS": "100"},
                capture_output=True,
                check=False,
            )
            whole = hashlib.sha256(f"{done.returncode}\n".encode())
            for stream in (done.stdout, done.stderr):
                whole.update(stream.replace(folder.encode(), b"{}"))
            for file in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
                whole.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
            digests[name] = whole.hexdigest()[:12]
    return digests


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", default="", help="what pytest is to run under each")
    tests = parser.parse_args().tests.split()
    found = interpreters()
    told = {v: environment(path, v) for v, path in found.items()}
    digests = {version: said(python) for version, python in told.items()}
    wrong = 0
    for name in COMMANDS:
        values = [digests[version][name] for version in digests]
        wrong += len(set(values)) > 1
        _say(f"{name:10}{'same ' if len(set(values)) == 1 else 'OTHER'} {' '.join(values)}")
    _say(f"under Python {', '.join(f'{major}.{minor}' for major, minor in digests)}")
    if len(found) == 1:
        _say("only one Python is here: nothing to compare with")
    for python in told.values() if tests else ():
        wrong += subprocess.run([python, "-m", "pytest", "-q", *tests], cwd=ROOT).returncode != 0
    return int(wrong > 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
