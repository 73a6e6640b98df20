"""The exit codes; never a count."""

from enum import IntEnum


class Exit(IntEnum):
    CLEAN = 0
    """Nothing found, or only findings below `--fail-on`."""
    FOUND = 1
    """Findings at or above `--fail-on`, coverage below `--fail-under`, or a text that differs."""
    USAGE = 2
    """Bad usage: an argument, unit, rule or setting that cannot be used, or a directive that is broken."""
    INTERRUPTED = 130
    """Stopped with ^C."""
