"""Where the cases of each target lie, and what its fuzzer starts from."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from textwrap import dedent

from hpdirective.catalogue import ALL
from hpdirective.checking import Examined, examine
from hpdirective.packing import pack
from hpdirective.source import yaml
from tests.conftest import TODAY
from tests.fuzz.targets import SETTINGS, library

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "hostile" / "corpus"
OWN = Path(__file__).parent / "corpus"
_YAML = (
    HOSTILE,
    ".yaml",
)  # one corpus for whatever reads YAML: tests/hostile throws it at all of them
FOLDERS = {
    "document": _YAML,
    "reports": _YAML,
    "mending": _YAML,
    "baseline": (OWN / "baseline", ".yaml"),
    "period": (OWN / "period", ".txt"),
    "target": (OWN / "target", ".txt"),
    "settings": (OWN / "settings", ".toml"),
    "cached": (OWN / "cached", ".json"),
    "draft": (OWN / "draft", ".txt"),
}
"""Of each target the folder of what once broke it, and how the names there end."""
_LONG = 20_000  # bytes: a longer file says nothing that a short one does not, and slowly


def cases(target: str) -> list[Path]:
    """Give the files that a target has to bear, those that once broke it among them."""
    folder, ending = FOLDERS[target]
    return sorted(folder.glob(f"*{ending}"))


def seeds(target: str) -> Iterator[bytes]:
    """Give what the fuzzer changes: all cases, and sound text of the kind that the target reads."""
    files = (file.read_bytes() for file in cases(target))
    yield from (raw for raw in files if len(raw) <= _LONG)
    match target:
        case "document" | "reports" | "mending":
            yield from _examples()
        case "baseline":
            yield from _baselines()
        case "period" | "target":
            yield from _cells()
        case "settings":
            yield from (text.encode() for text in SETTINGS_TEXTS)
        case "cached":
            yield from (_packed(raw) for raw in islice(_examples(), 0, None, 8))
        case "draft":
            yield from _texts()


def _examples() -> Iterator[bytes]:
    """Give what every rule shows of wrong and right, the examples, and a file of each kind of data."""
    for one in ALL:
        for shown in (one.RULE.bad, one.RULE.good):
            yield shown if isinstance(shown, bytes) else dedent(shown).encode()
    for file in sorted((ROOT / "examples").rglob("*.yaml")):
        yield file.read_bytes()
    yield (ROOT / "data/units/SoKHDT.yaml").read_bytes()
    yield (ROOT / "data/groups.yaml").read_bytes()
    yield (ROOT / "tests/second/data/directive_2024.yaml").read_bytes()[:_LONG]


def _baselines() -> Iterator[bytes]:
    head = f"format: 1\nkind: baseline\ndirective: {library().directive.id}\nfindings:\n"
    entries = (
        "  - rule: HPD403\n    file: plan.yaml\n    route: actions/0/due\n    task: II.4.2.4\n",
        "  - unit: SoTC\n    rule: late-due-date\n    route: actions/A1/due\n",
        "  - {}\n",
    )
    yield head.encode()
    for entry in entries:
        yield (head + entry).encode()
    yield (head + "".join(entries) * 3).encode()


def _cells() -> Iterator[bytes]:
    """Give every value of the examples: times and targets, and what is neither."""
    found: dict[str, None] = {}
    for raw in _examples():
        for value in _values(yaml.read("x.yaml", raw).data):
            found.setdefault(value)
    yield from (value.encode("utf-8", "replace") for value in found if len(value) < 80)


def _values(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _values(inner)


SETTINGS_TEXTS = (
    'plans = ["plans"]\nfail_on = "warning"\nbefore_day = "ok"\nselect = ["HPD4", "late-due-date"]\n',
    '[severity]\nHPD403 = "info"\n\n[limits]\nbytes = 1000\nseconds = 1\n',
    '[options.HPD602]\nunits = ["SoTC"]\n[options]\n',
    '[tool.hpd]\nroster = true\nignore = "HPD1"\nbaseline = "known.yaml"\ndirective = "x"\n',
)


def _packed(raw: bytes) -> bytes:
    found = examine(yaml.read("plan.yaml", raw), library(), SETTINGS, TODAY)
    return pack(Examined(found.checked, sent=found.sent, asked=found.asked))


def _texts() -> Iterator[bytes]:
    """Give the opening of official texts, and what the parts of one look like."""
    text = (ROOT / "tests/second/official.txt").read_bytes()
    yield text[:4000]
    yield text[-4000:]
    yield "I. MỤC TIÊU\n1. Giao các sở:\n- Trước ngày 15/02/2023, hoàn thành 5 dự án;\na) Trong năm 2023.\n".encode()
    yield "CHỈ THỊ\nVề việc\n-----\nSố: 02/CT-UBND\nHải Phòng, ngày 19 tháng 01 năm 2023\n".encode()


def words(target: str) -> str:
    """Give the dictionary of a target, a token a line: whole words that single changed bytes would hardly make."""
    found: dict[str, None] = {}
    for seed in seeds(target):
        for word in seed.decode("utf-8", "ignore").split():
            found.setdefault(word)
    told = [word for word in found if 2 <= len(word) <= 24][:3000]
    return "".join(f'"{_escaped(word)}"\n' for word in told)


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())
