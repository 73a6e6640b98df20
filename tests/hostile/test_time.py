"""Much of the same takes time in line with its length: what once took its square, or worse."""

import json
import time

import pytest

from hpdirective.checking import examine
from hpdirective.library import Library
from hpdirective.settings import Settings
from hpdirective.source import yaml
from tests.conftest import TODAY

MANY = 20_000
SECONDS = 5.0  # of a processor; each took at least twice that, on a free machine


@pytest.mark.parametrize(
    "text",
    [
        "objectives:\n" + "  - {a: b}\n" * 4_000,
        f"actions:\n  - tasks: {'x' * MANY}\n",
        f"actions:\n  - tasks: {'1.' * 3 * MANY}x\n",
        f"document:\n  number: a{'1' * MANY}\n",
        f"document:\n  number: {json.dumps('1' * MANY)}\n",
    ],
    ids=["entries-of-another-type", "long-word", "long-id", "long-number", "only-digits"],
)
def test_much_of_the_same(text: str, library: Library) -> None:
    document = yaml.read("plan.yaml", f"unit: SoTC\n{text}".encode())
    start = time.process_time()
    examine(document, library, Settings(), TODAY)
    assert time.process_time() - start < SECONDS


def test_many_lines_that_are_mended_take_time_in_line_with_their_number() -> None:
    text = "actions:\n" + "  - id:\u00a0A\n    due:\u00a030/6/2023\n" * 8_000
    start = time.process_time()
    document = yaml.read("plan.yaml", text.encode())
    assert time.process_time() - start < SECONDS
    assert document.data is not None
