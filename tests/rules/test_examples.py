"""Every rule on its own examples: the bad one is caught on the marked line and nothing else is said, the good one is clean."""

import re
from textwrap import dedent

import pytest

from hpdirective.catalogue import ALL
from hpdirective.finding import Rule
from hpdirective.rules.check import Check
from tests.conftest import CheckText

# A file that cannot be opened, or is over a limit, is no text: tests/source and tests/test_library.py hold these.
NO_TEXT = {"HPD101", "HPD113", "HPD115"}
CHECKS = [check for check in ALL if check.RULE.id not in NO_TEXT]
each_rule = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.RULE.id)


def text_of(example: str | bytes) -> str | bytes:
    return example if isinstance(example, bytes) else dedent(example)


def marks(rule: Rule) -> list[tuple[int, str]]:
    """Give the lines that the bad example marks with `# HPDxxx`, or that the rule names."""
    text = text_of(rule.bad)
    lines = text.splitlines() if isinstance(text, str) else []
    marked = [
        (n, id)
        for n, line in enumerate(lines, 1)
        for id in re.findall(r"HPD\d{3}", line.partition(" # ")[2])
    ]
    return marked or [(line, rule.id) for line in rule.at]


def named(example: str | bytes) -> frozenset[str]:
    text = example if isinstance(example, str) else ""
    return frozenset(re.findall(r"\bI{1,3}(?:\.\d+){3}\b|\b[a-z_]+(?=:)", text))


@each_rule
def test_bad_example_is_caught_on_the_marked_line(check: Check, check_text: CheckText) -> None:
    rule = check.RULE
    assert marks(rule), "the bad example marks no line"
    left_out = named(rule.good) - named(rule.bad)  # what good has and bad lacks is not filled in
    annex = dedent(rule.annex)
    examined = check_text(text_of(rule.bad), filled=True, missing=left_out, annex=annex)
    found = [
        (f.place.span.line if f.place.span else 0, f.rule.id) for f in examined.checked.findings
    ]
    assert found == marks(rule), [f.message("vi") for f in examined.checked.findings]  # type: ignore[arg-type]


@each_rule
def test_good_example_is_clean(check: Check, check_text: CheckText) -> None:
    annex = dedent(check.RULE.annex)
    examined = check_text(text_of(check.RULE.good), filled=True, annex=annex)
    assert examined.checked.readable
    assert [(f.rule.id, f.facts) for f in examined.checked.findings] == []
