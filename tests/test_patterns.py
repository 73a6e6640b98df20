"""Patterns compile when they are first used: none may be wrong until then."""

import pkgutil
import re
from importlib import import_module

import hpdirective
from hpdirective.patterns import _Pattern, pattern


def test_every_pattern_of_every_module_compiles() -> None:
    count = 0
    for module in pkgutil.walk_packages(hpdirective.__path__, "hpdirective."):
        if module.name.endswith("__main__"):
            continue
        for held in vars(import_module(module.name)).values():
            if isinstance(held, _Pattern):
                assert re.compile(held._source, held._flags).flags == held.flags
                count += 1
    assert count > 200


def test_it_does_what_a_compiled_one_does() -> None:
    one = pattern(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    assert one.search("-AB1")["word"] == "AB"  # type: ignore[index]
    assert one.sub("x", "ab1 c2") == "x x"
    assert one.pattern == r"(?P<word>[a-z]+)\d"
    assert one.flags & re.IGNORECASE
