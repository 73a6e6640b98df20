"""A plan as it is typed: `▮` in a text says where the cursor stands."""

from collections.abc import Callable
from datetime import date

import pytest

from hpdirective.cli.opening import open_desk
from hpdirective.cli.serving import open_bench
from hpdirective.editor.bench import Bench, Sheet, open_sheet
from hpdirective.editor.positions import Point
from hpdirective.words import Lang

Typed = Callable[..., tuple[Sheet, Point]]


@pytest.fixture(scope="session")
def bench() -> Bench:
    return open_bench(open_desk(as_of=date(2023, 3, 1), lang=Lang.VI))


@pytest.fixture
def typed(bench: Bench) -> Typed:
    """Open a text, and give it with the place of the cursor in it."""

    def open_at(text: str) -> tuple[Sheet, Point]:
        before = text.partition("▮")[0].split("\n")
        sheet = open_sheet(bench, "plan.yaml", text.replace("▮", ""))
        return sheet, Point(len(before), len(before[-1]) + 1)

    return open_at
