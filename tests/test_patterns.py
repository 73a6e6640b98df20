"""Patterns compile when they are first used: none may be wrong until then."""

import pkgutil
import re
from importlib import import_module

import hpdirective
from hpdirective.patterns import _Pattern, _Sought, pattern, where


def test_every_pattern_of_every_module_compiles() -> None:
    count = 0
    for module in pkgutil.walk_packages(hpdirective.__path__, "hpdirective."):
        if module.name.endswith("__main__"):
            continue
        for named in vars(import_module(module.name)).values():
            held = named.wanted if isinstance(named, _Sought) else named
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


def test_one_that_needs_a_sign_is_not_asked_without_it() -> None:
    wanted = pattern(r"in (?P<year>\d{4})")
    one = where(("in ",), wanted)
    assert one.search("by 2023") is None
    assert "search" not in vars(wanted)  # not compiled
    assert one.search("done in 2023")["year"] == "2023"  # type: ignore[index]
    assert one.fullmatch("done in 2023") is None
    assert one.fullmatch("in 2023")
