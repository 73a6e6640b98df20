"""Regular expressions that are compiled when they are first used: names, dates and numbers may need two hundred, and a run needs few of them."""

import re
from typing import Any, cast


class _Pattern:
    """A regular expression in waiting; its methods are those of the compiled one from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # only for what is not there yet
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        names = (one for one in dir(compiled) if not one.startswith("__"))
        self.__dict__.update((one, getattr(compiled, one)) for one in names)
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression for the top of a module; one that is wrong is found when it is first used."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


def laid_out(lines: str) -> re.Pattern[str]:
    """Give a regular expression that is laid out over lines; inside a line a space is a space."""
    return pattern("".join(line.strip() for line in lines.splitlines()))


class _Sought:
    """A regular expression that is not asked, nor compiled, for texts without the signs that it needs."""

    def __init__(self, wanted: re.Pattern[str], signs: tuple[str, ...]) -> None:
        self.wanted = wanted
        self._signs = signs

    def search(self, text: str) -> re.Match[str] | None:
        return self.wanted.search(text) if any(sign in text for sign in self._signs) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.wanted.fullmatch(text) if any(sign in text for sign in self._signs) else None


def where(signs: tuple[str, ...], wanted: re.Pattern[str]) -> _Sought:
    """Give a regular expression that few texts need: all it can find holds one of the signs."""
    return _Sought(wanted, signs)
