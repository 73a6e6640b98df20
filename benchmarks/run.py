"""Measure hpd beside its peers, in turn in one run, and write the ratios.

    python benchmarks/run.py [--count 1000] [--long] [--write]

Ratios are told, with the least and the greatest of the runs, since a machine's speed drifts; figures in seconds are of this machine alone. The
peers check the same plans by an equivalent schema of their shape; each must find the planted faults, else the report says so. None of them
checks deadlines, targets or coverage, nor most of what hpd's findings say.
"""

import argparse
import compileall
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import metadata
from pathlib import Path

from plans import Made, make

HERE = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
NODE = HERE / ".node/node_modules/.bin"
RESULTS = HERE / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds, peak memory in MiB of its largest process, what it printed."""

    seconds: float
    peak: float
    said: str


@dataclass(frozen=True)
class Tool:
    """A command that checks a folder of plans; `found` picks the names of those that it finds at fault."""

    name: str
    command: "Arguments"
    version: str
    found: Callable[[str, Path], set[str]]
    environment: dict[str, str] = field(default_factory=dict)


def run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end; what it exits with is its own business."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        whole = {**os.environ, "HPD_LANG": "en", **(environment or {})}
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=whole)
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = 0  # reaped above
        out.seek(0)
        said = out.read().decode(errors="replace")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(seconds, usage.ru_maxrss / scale, said)


_NAME = re.compile(r"plan-\d{5}\.yaml")


def _names(said: str) -> set[str]:
    return set(_NAME.findall(said))


def _by_lines(pattern: str) -> Callable[[str, Path], set[str]]:
    """Pick the names on the lines that a pattern fits."""

    def found(said: str, folder: Path) -> set[str]:
        return {
            name for line in said.splitlines() if re.search(pattern, line) for name in _names(line)
        }

    return found


Arguments = Callable[[Path, Sequence[str]], list[str]]
"""What a tool is called with to check some files of a folder, or all of them where none is named."""


def _paths(folder: Path, names: Sequence[str]) -> list[str]:
    return [str(folder / name) for name in names] or [str(folder)]


def _files(folder: Path, names: Sequence[str]) -> list[str]:
    return [str(folder / name) for name in names] or sorted(map(str, folder.glob("*.yaml")))


def _pattern(folder: Path, names: Sequence[str]) -> list[str]:
    return [str(folder / name) for name in names] or [str(folder / "*.yaml")]


def _hpd(*options: str) -> Arguments:
    usual = ("--format", "concise", "--fail-on", "never")
    return lambda folder, names: ["validate", *_paths(folder, names), *usual, *options]


def _plainly(folder: Path, names: Sequence[str]) -> list[str]:
    """Check as a person does: no option, the report in full."""
    return ["validate", *_paths(folder, names)]


def _yamale(folder: Path, names: Sequence[str]) -> list[str]:
    return ["-s", str(HERE / "plan.yamale"), "-n", "1", *_paths(folder, names)]


def _check_jsonschema(folder: Path, names: Sequence[str]) -> list[str]:
    return ["--schemafile", str(HERE / "plan.schema.json"), *_files(folder, names)]


def _yamllint(folder: Path, names: Sequence[str]) -> list[str]:
    return ["-c", str(HERE / "yamllint.yaml"), "-f", "parsable", *_paths(folder, names)]


def _ajv(folder: Path, names: Sequence[str]) -> list[str]:
    data = [word for path in _pattern(folder, names) for word in ("-d", path)]
    options = ("validate", "--strict=false", "--all-errors", "-s", str(HERE / "plan.schema.json"))
    return [*options, *data]


def _spectral(folder: Path, names: Sequence[str]) -> list[str]:
    """Write the rules beside the plans: spectral takes the schema only as a part of them."""
    schema = json.loads((HERE / "plan.schema.json").read_text(encoding="utf-8"))
    check = {"function": "schema", "functionOptions": {"schema": schema, "allErrors": True}}
    rule = {"given": "$", "severity": "error", "then": check}
    rules = folder.parent / "spectral.json"
    rules.write_text(json.dumps({"rules": {"shape": rule}}), encoding="utf-8")
    return ["lint", "-r", str(rules), "-f", "text", "-F", "error", *_pattern(folder, names)]


PEERS = (
    ("yamale", BIN / "yamale", _yamale, r"Error validating data"),
    ("check-jsonschema", BIN / "check-jsonschema", _check_jsonschema, r"::"),
    ("yamllint", BIN / "yamllint", _yamllint, r"(?!)"),
    ("ajv-cli", NODE / "ajv", _ajv, r"\.yaml invalid"),
    ("@stoplight/spectral-cli", NODE / "spectral", _spectral, r"error"),
)


def tools() -> dict[str, Tool]:
    """Give hpd and the peers that are there."""
    shape = _by_lines(r"HPD(117|201|220|221)\b")
    version, program = metadata.version("hpdirective"), BIN / "hpd"
    one, two = (_of(program, _hpd("-j", jobs, "--no-cache")) for jobs in ("1", "2"))
    known = {
        "hpd": Tool("hpd, one process", one, version, shape),
        "hpd -j 2": Tool("hpd, two processes", two, "", shape),
    }
    for package, program, arguments, pattern in PEERS:
        if program.exists():
            name = package.rpartition("/")[2]
            held = _npm(package) if program.parent == NODE else metadata.version(package)
            known[name] = Tool(name, _of(program, arguments), held, _by_lines(pattern))
    return known


def _of(program: Path, arguments: Arguments) -> Arguments:
    return lambda folder, names: [str(program), *arguments(folder, names)]


def _npm(package: str) -> str:
    text = (HERE / ".node/node_modules" / package / "package.json").read_text(encoding="utf-8")
    return re.search(r'"version":\s*"([^"]+)"', text)[1]


def lay_out(folder: Path, count: int) -> list[Made]:
    """Write plans, and give them without their text: a command that is started counts the memory of this process as its own."""
    folder.mkdir()
    made = []
    for plan in make(count):
        (folder / plan.name).write_text(plan.text, encoding="utf-8")
        made.append(replace(plan, text=""))
    return made


def in_turn(
    tools: Sequence[Tool], folder: Path, names: Sequence[str], times: int
) -> dict[str, list[Run]]:
    """Run every tool once, then again, so that a drift of the machine meets them alike."""
    runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    for _ in range(times):
        for tool in tools:
            runs[tool.name].append(run(tool.command(folder, names), tool.environment))
    return runs


def _cold(
    usual: Tool, without: Tool, peers: Sequence[Tool], folder: Path, made: list[Made], times: int
) -> tuple[dict[str, list[Run]], list[Run], list[Run]]:
    """Run each tool on one plan that no run has seen before; hpd also with nothing kept, and on one that it has just seen."""
    cold: dict[str, list[Run]] = {tool.name: [] for tool in (usual, *peers)}
    bare, unchanged = [], []
    run(
        usual.command(folder, [made[0].name]), usual.environment
    )  # the directive is there in its compiled form
    for n in range(times):
        name = [made[(n + 1) % len(made)].name]
        for tool in (usual, *peers):
            cold[tool.name].append(run(tool.command(folder, name), tool.environment))
        bare.append(run(without.command(folder, name), without.environment))
        unchanged.append(run(usual.command(folder, name), usual.environment))
    return cold, bare, unchanged


def ratio(of: list[Run], to: list[Run]) -> str:
    """Say the median of the ratios of runs made one after the other, and the least and greatest."""
    found = [a.seconds / b.seconds for a, b in zip(of, to, strict=True)]
    return f"{statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f})"


def seconds(runs: list[Run]) -> str:
    return f"{statistics.median(r.seconds for r in runs):.2f}"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])  # type: ignore[union-attr]
    reader.add_argument("--count", type=int, default=1000, help="plans of the large folder")
    reader.add_argument("--times", type=int, default=3, help="runs of each command")
    reader.add_argument("--long", action="store_true", help="also ten times as many plans")
    reader.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = reader.parse_args()
    with tempfile.TemporaryDirectory() as place:
        # pip compiles what it installs; a checkout is compiled by whoever runs it, where that may write
        compileall.compile_dir(HERE.parent / "hpdirective", quiet=1)
        text = "\n".join(measured(Path(place), given.count, given.times, long=given.long)) + "\n"
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def measured(place: Path, count: int, times: int, *, long: bool) -> list[str]:
    known = tools()
    small, large = place / "small", place / "large"
    lay_out(small, 100)
    made = lay_out(large, count)
    hpd, two, peers = (
        known["hpd"],
        known["hpd -j 2"],
        [t for k, t in known.items() if not k.startswith("hpd")],
    )
    kept = place / "kept"
    usual = Tool(
        "hpd, one process", _of(BIN / "hpd", _plainly), "", hpd.found, {"HPD_CACHE_DIR": str(kept)}
    )
    cold, bare, unchanged = _cold(usual, hpd, peers, large, made, 2 * times + 1)
    hundred = in_turn([hpd, two, *peers], small, (), times)
    many = in_turn([hpd, two, *peers], large, (), times)
    cached = Tool(
        "hpd, again",
        _of(BIN / "hpd", _hpd("-j", "1")),
        "",
        hpd.found,
        {"HPD_CACHE_DIR": str(kept)},
    )
    first, again = [], []
    for _ in range(times):
        shutil.rmtree(kept, ignore_errors=True)
        first.append(run(cached.command(large, ()), cached.environment))
        again.append(run(cached.command(large, ()), cached.environment))
    lines = _head(known, count, times)
    lines += _table(known, cold, hundred, many, count)
    lines += [
        "",
        "## Goals",
        "",
        "| what | goal | median (least to greatest) |",
        "| --- | --- | --- |",
    ]
    for peer, goal in (("check-jsonschema", "≤ 0.5"), ("yamale", "≤ 1.5")):
        if peer in cold:
            for what, runs in (
                ("a plan not seen before (`hpd validate PLAN`)", cold[usual.name]),
                ("nothing kept from earlier runs (`--no-cache`)", bare),
                ("the same plan again", unchanged),
            ):
                lines.append(
                    f"| one plan, against {peer}: {what} | {goal} | {ratio(runs, cold[peer])} |"
                )
    goals = [
        (f"{count} plans, one process, against yamale", "≤ 0.4", many, hpd.name, "yamale"),
        (f"{count} plans, two processes, against ajv", "≤ 1.3", many, two.name, "ajv-cli"),
    ]
    lines += [
        f"| {what} | {goal} | {ratio(runs[a], runs[b])} |"
        for what, goal, runs, a, b in goals
        if b in runs
    ]
    lines.append(
        f"| {count} plans again, nothing changed, against the first run | ≤ 0.1 | {ratio(again, first)} |"
    )
    if long:
        huge = place / "huge"
        lay_out(huge, 10 * count)
        base = [Run(10 * r.seconds, r.peak, "") for r in many[two.name][:2]]
        grown = [run(two.command(huge, ())) for _ in base]
        lines.append(
            f"| {10 * count} plans against ten times {count} | ≤ 1.1 | {ratio(grown, base)} |"
        )
        lines.append(
            f"| {10 * count} plans, peak memory | ≤ 150 MiB | {max(r.peak for r in grown):.0f} MiB |"
        )
    return [*lines, "", *_faults(known, many, made, large)]


def _head(known: dict[str, Tool], count: int, times: int) -> list[str]:
    versions = ", ".join(
        f"{tool.name.partition(',')[0]} {tool.version}" for tool in known.values() if tool.version
    )
    return [
        "# Measured",
        "",
        "<!-- Written by `make bench`; do not edit. -->",
        "",
        f"{date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors, CPython {platform.python_version()}; {versions}.",
        f"Plans of 40 actions and about 30 KB, {count} of them; each command {times} times, in turn. Seconds of wall time, medians.",
        "",
    ]  # fmt: skip


def _table(
    known: dict[str, Tool],
    cold: dict[str, list[Run]],
    hundred: dict[str, list[Run]],
    many: dict[str, list[Run]],
    count: int,
) -> list[str]:
    lines = [
        f"| | 1 plan, cold | 100 | {count} | peak MiB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for tool in known.values():
        first = seconds(cold[tool.name]) if tool.name in cold else "-"
        peak = max(r.peak for r in many[tool.name])
        lines.append(
            f"| {tool.name} | {first} | {seconds(hundred[tool.name])} | {seconds(many[tool.name])} | {peak:.0f} |"
        )
    return lines


def _faults(
    known: dict[str, Tool], many: dict[str, list[Run]], made: list[Made], folder: Path
) -> list[str]:
    """Say which tools find just the plans with a planted fault."""
    planted = {plan.name for plan in made if plan.fault}
    lines = ["## The planted faults", ""]
    for tool in known.values():
        if tool.name == "yamllint":
            lines.append("- yamllint looks at the form of the YAML alone, and finds none of them")
            continue
        found = tool.found(many[tool.name][0].said, folder)
        if found == planted:
            lines.append(f"- {tool.name}: all {len(planted)}, and no other plan")
        else:
            lines.append(
                f"- {tool.name}: {len(found & planted)} of {len(planted)}, and {len(found - planted)} other plans: NOT the same work"
            )
    return lines


if __name__ == "__main__":
    main()
