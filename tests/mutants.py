"""Mutation testing: change the rules and the model one small step at a time, and see whether a test fails.

    python -m tests.mutants [FILE …]        then --report, --survivors

The changes are mutmut's; its own runner is not used, for it starts pytest anew for every change and leaves properties
and validators out. Here the tests are collected once, and a change is put into a forked process by giving the function
its new code: as fast as the tests that kill it, and decorated functions too. What was killed is remembered in
`.mutants/` until its file changes; `--again` forgets.
"""

import argparse
import ast
import gc
import hashlib
import json
import os
import resource
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from textwrap import indent
from types import CodeType, FunctionType
from typing import Any

import coverage
import libcst
import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import create_mutations, deep_replace

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / ".mutants"
FILES = [
    f for part in ("rules", "model") for f in sorted((ROOT / "hpdirective" / part).rglob("*.py"))
]
SPARE = 20  # seconds more than the tests should need: the change has made an endless loop
MEMORY = 3 << 30

# The tests of each part, those that are quick for what they find.
WHOLE = [
    "tests/rules",
    "tests/test_examples.py",
    "tests/test_states.py",
    "tests/test_answering.py",
    "tests/test_ignoring.py",
    "tests/test_supplying.py",
    "tests/test_withholding.py",
    "tests/test_clean_plans.py::test_clean_plan_has_no_findings",
    "tests/test_mutations.py::test_dates_of_the_paper_shifted_by_a_day",
    "tests/test_mutations.py::test_each_damage_gives_its_finding_alone[VPUBND]",
]
CITY = ["tests/test_gathering.py", "tests/rules/test_examples.py"]
TESTS = {
    "rules/between": CITY,
    "rules/city.py": CITY,
    "rules": WHOLE,
    "model/period.py": ["tests/model/test_period.py"],
    "model/target": ["tests/model/test_target.py"],
    "model": [
        "tests/model",
        "tests/rules",
        "tests/test_answering.py",
        "tests/test_supplying.py",
        "tests/test_library.py",
        "tests/house/test_data.py",
    ],
}


@dataclass(frozen=True)
class Mutant:
    """A changed copy of a file's source, with the function that the change is in."""

    file: str
    function: str
    number: int
    line: int
    before: str
    after: str
    code: CodeType | None

    @property
    def key(self) -> str:
        return f"{self.function} {self.number}"


def mutants(file: Path) -> Iterator[Mutant]:
    """Give every change of a file's functions."""
    source = _undecorated(file.read_text(encoding="utf-8"))
    module, mutations, _, _ = create_mutations(str(file), source)
    names = dict(_functions(module))
    lines = _lines(source)
    counts: Counter[str] = Counter()
    for mutation in mutations:
        whole = mutation.contained_by_top_level_function
        function = names.get(whole)
        if whole is None or function is None:
            continue  # no logic: a constant, a text
        changed = deep_replace(whole, mutation.original_node, mutation.mutated_node)
        assert isinstance(changed, libcst.FunctionDef)
        counts[function] += 1
        old, new = module.code_for_node(whole), module.code_for_node(changed)
        code: CodeType | None = _code(new, function, file)
        if code == _code(old, function, file):
            code = None  # a default value: no code of the function
        at, before, after = _difference(old, new)
        at += lines[function] - next(n for n, line in enumerate(old.splitlines()) if line.strip())
        name = str(file.relative_to(ROOT))
        yield Mutant(name, function, counts[function], at, before, after, code)


def _lines(source: str) -> dict[str, int]:
    """Give the line where each function and method starts."""
    found = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = node.lineno
        elif isinstance(node, ast.ClassDef):
            inner = (part for part in node.body if isinstance(part, ast.FunctionDef))
            found |= {f"{node.name}.{part.name}": part.lineno for part in inner}
    return found


def _code(text: str, function: str, file: Path) -> CodeType:
    """Compile a function or method alone."""
    within, _, _ = function.rpartition(".")
    text = f"class {within}:\n{indent(text, ' ')}" if within else text
    code = compile(text, str(file), "exec", dont_inherit=True)
    for part in function.split("."):
        code = next(
            const
            for const in code.co_consts
            if isinstance(const, CodeType) and const.co_name == part
        )
    return code


def _undecorated(source: str) -> str:
    """Blank out the decorators, so that what is decorated is changed as well; the lines keep their numbers."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                for n in range(decorator.lineno, (decorator.end_lineno or 0) + 1):
                    lines[n - 1] = "\n"
    return "".join(lines)


def _functions(module: libcst.Module) -> Iterator[tuple[libcst.CSTNode | None, str]]:
    for node in module.body:
        if isinstance(node, libcst.FunctionDef):
            yield node, node.name.value
        elif isinstance(node, libcst.ClassDef):
            for part in node.body.body:
                if isinstance(part, libcst.FunctionDef):
                    yield part, f"{node.name.value}.{part.name.value}"


def _difference(old: str, new: str) -> tuple[int, str, str]:
    """Give the first line that differs, before and after."""
    before, after = old.splitlines(), new.splitlines()
    at = next(
        (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0
    )
    end = len(after) - (len(before) - at - 1)
    return at, before[at].strip(), " ".join(line.strip() for line in after[at : max(end, at + 1)])


class Runner:
    """A plugin that runs the mutants where pytest would run the tests."""

    def __init__(
        self, part: str, files: list[Path], again: bool, patience: float, processes: int
    ) -> None:
        self.part, self.files, self.again, self.patience = part, files, again, patience
        self.processes = processes
        self.times: dict[str, float] = {}
        self.callers: dict[str, dict[str, list[str]]] = {}
        self.kills: Counter[tuple[str, str]] = Counter()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed or not session.items:
            raise session.Interrupted("the tests cannot be collected")
        self.items = {item.nodeid: item for item in session.items}
        self._measure(session)
        self._prove(session)
        for file in self.files:
            self._try(session, file)
        return True

    def _measure(self, session: pytest.Session) -> None:
        """Run all tests once: which pass, how long they take, which functions they call.

        The model is at work while the library is opened, so that this must happen anew under each change; no rule is.
        """
        if self.part.startswith("rules"):
            self._run_all(session)
            return
        reader, writer = os.pipe()
        pid = os.fork()
        if not pid:
            self._run_all(session)
            with os.fdopen(writer, "w") as out:
                json.dump([self.times, self.callers], out)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as back:
            self.times, self.callers = json.load(back)
        os.waitpid(pid, 0)

    def _run_all(self, session: pytest.Session) -> None:
        watch = coverage.Coverage(data_file=None, include=[str(file) for file in self.files])
        items = list(self.items.values())
        watch.start()
        for item, after in zip(items, [*items[1:], items[0]], strict=True):
            watch.switch_context(item.nodeid)
            start = time.process_time()
            if _passes(item, after):
                self.times[item.nodeid] = time.process_time() - start
            else:
                _say(f"left out, does not pass: {item.nodeid}")
        watch.stop()
        data = watch.get_data()
        for file in data.measured_files():
            self.callers[file] = {
                str(line): [test for test in tests if test in self.times]
                for line, tests in data.contexts_by_lineno(file).items()
            }
        _say(f"{len(self.times)} tests in {sum(self.times.values()):.0f} s")

    def _prove(self, session: pytest.Session) -> None:
        """Run the quicker half of the tests, the quickest first, without a change: none may fail for the order."""
        tests = [self.items[test] for test in sorted(self.times, key=self.times.__getitem__)]
        tests = tests[: len(tests) // 2]
        pid = os.fork()
        if not pid:
            _try_one(session, None, tests, 10 * SPARE, 1)
        if os.waitpid(pid, 0)[1]:
            raise session.Failed("the tests fail without a change, so that they prove nothing")

    def _try(self, session: pytest.Session, file: Path) -> None:
        """Try every mutant of a file, some at a time."""
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        before = {} if self.again else _remembered_of(file, digest)
        known = {k: v for k, v in before.items() if v[0] in ("killed", "timeout")}
        outcomes: dict[str, Any] = {}
        self.kills.clear()
        gc.unfreeze()
        held = _held(file)
        gc.freeze()  # the processes share what is made by now
        reader, writer = os.pipe()
        told = os.fdopen(reader)
        running: dict[int, Mutant] = {}

        def wait() -> None:
            pid, status = os.wait()
            mutant = running.pop(pid)
            code = os.waitstatus_to_exitcode(status)
            result = {0: "survived", 1: "killed", 3: "failed"}.get(code, "timeout")
            outcomes[mutant.key] = [result, mutant.line, mutant.before, mutant.after]
            if not len(outcomes) % 100:
                _save(file, digest, {**before, **outcomes})
            if result == "killed":
                killer = told.readline().rstrip("\n")
                self.kills[mutant.function, killer] += 1  # likely to kill the next one too
                self.kills["", killer] += 1

        for mutant in mutants(file):
            if mutant.key in known or mutant.code is None:
                outcomes |= {k: v for k, v in known.items() if k == mutant.key}
                continue
            tests = self._tests(mutant)
            if not tests:
                outcomes[mutant.key] = ["no test", mutant.line, mutant.before, mutant.after]
                continue
            if len(running) == self.processes:
                wait()
            pid = os.fork()
            if not pid:
                _try_one(session, mutant, tests, SPARE + int(2 * self.patience), writer, held)
            running[pid] = mutant
        while running:
            wait()
        told.close()
        os.close(writer)
        _save(file, digest, outcomes)
        _say(row(_record(file).stem, [result for result, *_ in outcomes.values()]))

    def _tests(self, mutant: Mutant) -> list[pytest.Item]:
        """Give the tests that run the changed line, those that killed before first, then the nearest, then the quickest."""
        near = _near(ROOT / mutant.file)
        lines = self.callers.get(str(ROOT / mutant.file), {})
        run = max((n for n in map(int, lines) if n <= mutant.line), default=0)
        order = sorted(
            lines.get(str(run), ()),
            key=lambda test: (
                -self.kills[mutant.function, test],
                next((n for n, word in enumerate(near) if word in test), len(near)),
                -self.kills["", test],
                self.times[test],
            ),
        )
        chosen: list[pytest.Item] = []
        left = self.patience
        for test in order:
            left -= self.times[test]
            if left < 0 and chosen:
                break
            chosen.append(self.items[test])
        return chosen


def _part(file: Path) -> str:
    """Give the part that a file is tried with: itself, or the nearest of its folders."""
    name = file.relative_to(ROOT / "hpdirective")
    return next(str(at) for at in (name, *name.parents) if str(at) in TESTS)


def _near(file: Path) -> tuple[str, ...]:
    """Give the words in the names of the tests that hold a file, the nearest first."""
    text = file.read_text(encoding="utf-8")
    if text.startswith('"""HPD'):
        return (text[3:9], "tests/rules/test_cases.py")
    return (f"/test_{file.stem}.py", "tests/rules/test_cases.py")


def _passes(item: pytest.Item, after: pytest.Item | None) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=after, log=False))


def _try_one(
    session: pytest.Session,
    mutant: Mutant | None,
    tests: list[pytest.Item],
    seconds: int,
    writer: int,
    held: Sequence[Any] = (),
) -> None:
    """In a process of its own: put the change in, run the tests, and leave with 1 if one fails, told to the writer."""
    status, test = 3, tests[0]
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        signal.alarm(seconds * 5)
        if mutant:
            _put_in(mutant, held)
        session._setupstate.teardown_exact(test)
        status = 0
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            if not _passes(test, after):
                status = 1
                break
    except (SystemExit, MemoryError, RecursionError):
        status = 1
    finally:
        if status == 1:
            os.write(writer, f"{test.nodeid}\n".encode())
        os._exit(status)


def _put_in(mutant: Mutant, held: Sequence[Any]) -> None:
    """Give the function its changed code, wherever it is held, and forget what the right one answered."""
    assert mutant.code is not None
    within = f"{mutant.function}.<locals>."
    changed = 0
    for made in held:
        name = getattr(made, "__qualname__", "")
        if name == mutant.function:
            changed += 1
            if isinstance(made, FunctionType):
                made.__code__ = mutant.code
        elif name.startswith(within) and isinstance(made, FunctionType):
            code = _inner(mutant.code, name.removeprefix(within))
            if code and len(code.co_freevars) == len(made.__code__.co_freevars):
                made.__code__ = code
    assert changed, mutant.function
    for made in held:
        if isinstance(made, _lru_cache_wrapper):
            made.cache_clear()


def _inner(code: CodeType, name: str) -> CodeType | None:
    """Give the code of a function that another has made while its module was loaded."""
    inner = (const for const in code.co_consts if isinstance(const, CodeType))
    return next((const for const in inner if const.co_name == name), None)


def _held(file: Path) -> list[Any]:
    """Give the functions that a file has made, and every function that remembers its answers."""
    return [
        made
        for made in gc.get_objects()
        if isinstance(made, _lru_cache_wrapper)
        or (isinstance(made, FunctionType) and made.__code__.co_filename == str(file))
    ]


def row(name: str, results: list[str]) -> str:
    count = Counter(results)
    dead = count["killed"] + count["timeout"]
    share = f"{100 * dead / len(results):.1f}" if results else "-"
    cells = (
        name,
        len(results),
        dead,
        count["timeout"],
        count["survived"],
        count["no test"],
        share,
    )
    return f"| {' | '.join(map(str, cells))} |"


def report() -> Iterator[str]:
    """Give a table of all that is remembered."""
    yield "| file | changes | killed | of them by time | survived | run by no test | % |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    found: dict[str, list[str]] = defaultdict(list)
    for file, mutants in _remembered():
        results = [result for result, *_ in mutants.values()]
        found[file] += results
        found[f"**{file.partition('/')[0]}**"] += results
    for name, results in sorted(found.items()):
        yield row(name, results)


def survivors() -> Iterator[str]:
    for file, mutants in _remembered():
        for key, (result, line, before, after) in mutants.items():
            if result in ("survived", "no test"):
                yield f"{file}:{line}: {key} ({result})\n  - {before}\n  + {after}\n"


def _remembered() -> Iterator[tuple[str, dict[str, list[Any]]]]:
    for file in sorted(FILES):
        record = _record(file)
        if record.is_file():
            name = str(file.relative_to(ROOT / "hpdirective"))
            yield name, json.loads(record.read_text(encoding="utf-8"))["mutants"]


def _remembered_of(file: Path, digest: str) -> dict[str, Any]:
    """Give what became of the changes of a file, as long as it has not changed itself."""
    record = _record(file)
    if not record.is_file():
        return {}
    saved: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
    found: dict[str, Any] = saved["mutants"] if saved["digest"] == digest else {}
    return found


def _save(file: Path, digest: str, outcomes: dict[str, Any]) -> None:
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({"digest": digest, "mutants": outcomes}, ensure_ascii=False, indent=0)
    _record(file).write_text(text, encoding="utf-8")


def _record(file: Path) -> Path:
    return RESULTS / f"{'.'.join(file.relative_to(ROOT / 'hpdirective').parts)}.json"


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("files", nargs="*", type=Path, help="files or folders; else all")
    reader.add_argument("--patience", type=float, default=4, help="seconds of tests for a change")
    reader.add_argument("--processes", type=int, default=2)
    reader.add_argument("--tests", action="append", help="instead of the tests of the part")
    reader.add_argument("--again", action="store_true", help="try what is known to be killed too")
    reader.add_argument("--report", action="store_true", help="print the table")
    reader.add_argument("--survivors", action="store_true", help="print what no test noticed")
    given = reader.parse_args()
    if given.report or given.survivors:
        _say("\n".join(report() if given.report else survivors()))
        return
    for part, tests in TESTS.items():
        files = [f for f in FILES if _part(f) == part]
        if given.files:
            files = [f for f in files if any(f.is_relative_to(g.resolve()) for g in given.files)]
        if files:
            runner = Runner(part, files, given.again, given.patience, given.processes)
            options = [
                "-q",
                "-n",
                "0",
                "-p",
                "no:cacheprovider",
                "--tb",
                "no",
                *(given.tests or tests),
            ]
            pid = os.fork()
            if not pid:
                os._exit(pytest.main(options, plugins=[runner]))
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
