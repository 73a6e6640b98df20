"""Plans checked on another machine: what goes with them, and what is done with them there.

All that findings rest on is sent, so that the data that lies there does not count; the program does, and must be the same.
"""

import hashlib
import pickle
import platform
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pydantic
import yaml as pyyaml
from msgspec import Struct

from hpdirective import __version__
from hpdirective.checking import examine, is_data
from hpdirective.library import Library
from hpdirective.packing import pack
from hpdirective.settings import Settings
from hpdirective.source import yaml

Plan = tuple[str, bytes]
"""A plan's name as reports show it, and its bytes."""


class Charge(Struct, frozen=True):
    """All that the findings of a plan rest on besides its bytes and the program."""

    library: Library
    settings: Settings
    today: date

    def seal(self) -> bytes:
        """Write it as bytes: pickled, as all is that goes to a cluster; who may send to one may run anything there."""
        return pickle.dumps(self)


class OtherProgram(Exception):
    """Plans came to a program that is not the one that sent them; `machine` says where, `differs` the parts: (name, there, here)."""

    def __init__(self, machine: str, differs: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(machine, differs)  # all arguments: it is pickled on its way back
        self.machine = machine
        self.differs = differs


@cache
def program() -> dict[str, str]:
    """Say which program this is, by the parts that may change a finding; within one version a checkout has changes of its own."""
    here = Path(__file__).parent
    text = hashlib.sha256()
    for file in sorted(here.rglob("*.py")):
        text.update(file.relative_to(here).as_posix().encode() + b"\0" + file.read_bytes())
    python = ".".join(platform.python_version_tuple()[:2])
    return {
        "hpdirective": __version__,
        "hpdirective/*.py": text.hexdigest()[:12],
        "Python": python,
        "pydantic": pydantic.VERSION,
        "PyYAML": pyyaml.__version__,
    }


def examined_there(sender: dict[str, str], sealed: bytes, plans: list[Plan]) -> list[bytes | None]:
    """Give what was found in each plan, packed; None for a file of data, which rests on the folder that it lies in.

    Raises OtherProgram where this is not the program that sent them.
    """
    mine = program()
    differs = tuple(
        (part, mine[part], sender[part]) for part in mine if mine[part] != sender[part]
    )
    if differs:
        raise OtherProgram(platform.node(), differs)
    charge = _opened(sealed)
    return [_examined(plan, charge) for plan in plans]


@lru_cache(maxsize=4)  # runs that share a cluster
def _opened(sealed: bytes) -> Charge:
    """Open what came with the plans, once for all chunks of a run."""
    charge = pickle.loads(sealed)
    assert isinstance(charge, Charge)
    return charge


def _examined(plan: Plan, charge: Charge) -> bytes | None:
    name, raw = plan
    document = yaml.read(name, raw, charge.settings.bounds)
    if is_data(document):
        return None
    return pack(examine(document, charge.library, charge.settings, charge.today))
