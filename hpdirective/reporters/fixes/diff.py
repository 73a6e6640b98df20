"""Fixes as a unified diff, as `patch` and `git apply` take it."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from hpdirective.fixing import Fixed
from hpdirective.patterns import pattern
from hpdirective.words import Lang

_ENDED = pattern(r"[^\n]*\n|[^\n]+")


def render(fixed: Iterable[Fixed], lang: Lang, *, written: bool) -> str:
    return "".join(line for one in fixed for line in _diff(one))


def _diff(one: Fixed) -> Iterator[str]:
    before, after = (_lines(text) for text in (one.before, one.after))
    for line in unified_diff(before, after, one.file, one.file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return [
        line.removesuffix("\r\n") + "\n" if line.endswith("\r\n") else line
        for line in _ENDED.findall(text)
    ]
