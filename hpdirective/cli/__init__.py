"""The command `hpd`: arguments → one call → one report → exit code."""

import io
import os
import re
import sys
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

from hpdirective.cli.exits import Exit
from hpdirective.cli.options import ColorOption, LangOption
from hpdirective.cli.speech import Colour, said

COMMANDS = (
    "new",
    "demo",
    "validate",
    "fix",
    "coverage",
    "report",
    "tasks",
    "show",
    "trace",
    "units",
    "rules",
    "explain",
    "read",
    "schema",
    "config",
    "cache",
    "verify",
    "draft",
    "lsp",
)
"""Every command in the order of the help; the module of that name beside this holds it."""


def build(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """Make the command of the commands that are named."""
    app = typer.Typer(
        name="hpd",
        help=said(
            "Kiểm tra kế hoạch hành động của các đơn vị theo chỉ thị của Ủy ban nhân dân.",
            "Check units' action plans against a directive of the People's Committee.",
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_hpd)
    for name in names:
        module = import_module(f"{__name__}.{name}")
        app.command(name)(getattr(module, name))
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from hpdirective import __version__
        from hpdirective.cli.output import write

        write(f"hpd {__version__}\n")
        raise typer.Exit


def _hpd(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=said("Phiên bản", "Version")
        ),
    ] = False,
    color: ColorOption = Colour.AUTO,  # likewise
    lang: LangOption = None,  # read from the arguments before this runs: see options.LANG
) -> None:
    pass


def _arguments(given: list[str]) -> list[str]:
    """Give the arguments, with a cell such as "- Sở Nội vụ" where it is no option: at the end, behind "--"."""
    if given[:1] != ["read"] or "--" in given:
        return given
    cells = [one for one in given if re.match("-(?![a-z-]|$)", one)]
    return [*(one for one in given if one not in cells), "--", *cells] if cells else given


def run() -> int:
    """Run the command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):  # a terminal of a few letters shows what it can
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for name in ("COLUMNS", "LINES"):  # rich fails on "²", which it takes for a number
        if re.fullmatch("[0-9]{1,5}", os.environ.get(name, "")) is None:
            os.environ.pop(name, None)
    first = tuple(sys.argv[1:2])
    try:  # where a command comes first, as nearly always, no other need be loaded
        app = build(first) if first and first[0] in COMMANDS else build()
        code = app(_arguments(sys.argv[1:]), prog_name="hpd", standalone_mode=False)
    except SystemExit as left:
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return Exit.CLEAN  # the reader of a help text has gone, as in `hpd --help | head`
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except Exception as error:
        from hpdirective.cli.output import complain
        from hpdirective.cli.refusals import refusal, usage  # help needs no data, nor the models

        complain(usage(error) if isinstance(error, TyperException) else refusal(error))
        return Exit.USAGE
    return int(code or 0)
