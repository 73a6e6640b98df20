"""What is written from the code is fresh: the handbook of the rules, and the screens in README."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from hpdirective import catalogue
from hpdirective.reporters.rules import markdown
from hpdirective.words import harmless
from tests.conftest import Golden

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SCREEN = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_handbook_is_fresh(golden: Golden) -> None:
    text = markdown.render(check.RULE for check in catalogue.ALL)
    golden(ROOT / "hpdirective/rules/README.md", text)


def test_screens_of_readme_are_what_the_commands_print(golden: Golden) -> None:
    golden(README, SCREEN.sub(lambda found: _screen(found[1]), README.read_text(encoding="utf-8")))


def test_commands_named_in_readme_exist() -> None:
    from hpdirective.cli.app import COMMANDS

    named = set(re.findall(r"`hpd ([a-z]+)", README.read_text(encoding="utf-8")))
    assert named <= {*COMMANDS}


@pytest.mark.parametrize("target", ["run", "test", "check", "fmt", "golden"])
def test_make_targets_named_in_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def _screen(block: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{line}\n{_run(line[2:])}" for line in commands) + "```"


def _run(line: str) -> str:
    command, _, pipe = line.partition(" | head -n ")
    words = shlex.split(command)
    assert words[0] == "hpd"
    done = subprocess.run(
        [sys.executable, "-m", "hpdirective", *words[1:]],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "HPD_LANG": "vi", "COLUMNS": "80", "NO_COLOR": "1"},
        check=False,
    )
    assert done.stderr == b""
    lines = done.stdout.decode().splitlines()
    if pipe:
        lines = lines[: int(pipe)]
    return "".join(f"{line}\n" for line in lines)


def test_handbook_holds_no_sign_that_a_terminal_obeys() -> None:
    text = (ROOT / "hpdirective/rules/README.md").read_bytes().decode()
    assert text == harmless(text)
