"""No one directive stands in the code: what speaks of its clauses, units, dates or names lies in the data."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hpdirective.library import Library

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "hpdirective").rglob("*.py"))

# The words that the format itself gives a meaning, though the data uses them as ids too.
FORMAT = {
    "all": "the group of every unit that must submit (unit.ALL)",
    "so": "a unit's `type`",
    "quan": "a unit's `type`: a district's own papers carry UBND too",
    "huyen": "a unit's `type`: a district's own papers carry UBND too",
}
# Constants that look like the directive's, and why they may stay: (module, the constant) → reason.
ALLOWED: dict[tuple[str, str], str] = {}


def strangers(library: Library) -> re.Pattern[str]:
    """Make the pattern of what only the data may say: clause ids, units, groups, indicators, items, annexes, numbers, dates and names."""
    directive, units = library.directive, library.units
    ids = {*units.by_id, *units.groups, *directive.indicators, *(a.id for a in directive.annexes)}
    ids |= {item.id for clause in directive.clauses.values() for item in clause.items}
    names = {unit.name.vi for unit in units if unit.name}
    place = directive.id.partition("/")[0]
    days = {
        d
        for c in directive.clauses.values()
        if c.due and c.due.basis == "text"
        for d in [c.due.day]
    }
    words = {
        *(ids - set(FORMAT)),
        *names,
        *(f"{day:%d/%m}" for day in days if (day.month, day.day) != (12, 31)),
        directive.number,
        directive.signer or "",
        place,
        "Hải Phòng",
        str(directive.year),
        str(directive.year - 1),
    } - {""}
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed}|[IVX]+\.\d+(?:\.\d+)*)(?![\w-])")


def constants(tree: ast.Module) -> Iterator[ast.Constant]:
    """Give every text and number of a module but docstrings, the examples of rules, and the help of options."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))  # a docstring
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            shown = {
                "Rule": {"bad", "good", "annex", "beside"},
                "typer.Argument": {"help"},
                "typer.Option": {"help"},
            }
            for keyword in node.keywords:
                if keyword.arg in shown.get(name, ()):
                    passed |= {id(inside) for inside in ast.walk(keyword.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in passed:
            yield node


def said(node: ast.Constant) -> str:
    value = node.value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_directive_stands_in_the_code(file: Path, library: Library) -> None:
    module, pattern = file.relative_to(ROOT).as_posix(), strangers(library)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [
        f"{module}:{node.lineno}: {pattern.findall(said(node))} in {said(node)[:80]!r}"
        for node in constants(tree)
        if pattern.search(said(node)) and (module, said(node)) not in ALLOWED
    ]
    assert found == []


def test_what_is_allowed_is_still_there() -> None:
    for (module, text), reason in ALLOWED.items():
        tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
        assert reason
        assert text in {said(node) for node in constants(tree)}, (module, text)


@pytest.mark.parametrize(
    "line",
    [
        'OFFICE = "VPUBND"',
        'if clause.id == "III.1.2": pass',
        'TEXT = f"trước ngày 15/02/{year}"',
        "YEAR = 2023",
        'PATTERN = re.compile(r"02/CT-UBND")',
        'Rule(help="ghi Sở Tài chính")',
        'INDICATOR = "dti"',
    ],
)
def test_the_scan_sees_a_directive_in_the_code(line: str, library: Library) -> None:
    pattern = strangers(library)
    assert any(pattern.search(said(node)) for node in constants(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        '"""As II.3.4.2 in 2023."""',
        'Rule(bad="II.3.4.2", good="2023")',
        'typer.Argument(help=said("II.3.4.2", "2023"))',
        'TYPES = ("quan", "huyen", "all")',
    ],
)
def test_the_scan_passes_over_what_only_explains(line: str, library: Library) -> None:
    pattern = strangers(library)
    assert not any(pattern.search(said(node)) for node in constants(ast.parse(line)))
