"""The command `hpd`: arguments → one call → one report → exit code."""

import io
import os
import re
import sys

from hpdirective.cli.exits import Exit


def run() -> int:
    """Run the command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):  # a terminal of a few letters shows what it can
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for name in ("COLUMNS", "LINES"):  # rich fails on "²", which it takes for a number
        if re.fullmatch("[0-9]{1,5}", os.environ.get(name, "")) is None:
            os.environ.pop(name, None)
    try:
        return _called(sys.argv[1:])
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # in the middle of making a class
            return Exit.INTERRUPTED
        from hpdirective.cli.output import complain
        from hpdirective.cli.refusals import refusal

        complain(refusal(error))
        return Exit.USAGE


def _called(arguments: list[str]) -> int:
    """Call the command; the one that is called most, `hpd validate PLAN...`, has no option to be read: a fifth of its time."""
    bare = not any(one.startswith("-") and one != "-" for one in arguments)
    if arguments[:1] == ["validate"] and bare and "_HPD_COMPLETE" not in os.environ:
        from hpdirective.cli.validating import validated

        return validated(arguments[1:])
    from hpdirective.cli.app import call

    return call(arguments)
