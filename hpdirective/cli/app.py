"""The commands of `hpd`, as typer reads their arguments."""

import re
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
        module = import_module(f"hpdirective.cli.{name}")
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
    lang: LangOption = None,  # read from the arguments before this runs: see speech.LANG
) -> None:
    pass


def _arguments(given: list[str]) -> list[str]:
    """Give the arguments, with a cell such as "- Sở Nội vụ" where it is no option: at the end, behind "--"."""
    if given[:1] != ["read"] or "--" in given:
        return given
    cells = [one for one in given if re.match("-(?![a-z-]|$)", one)]
    return [*(one for one in given if one not in cells), "--", *cells] if cells else given


def call(arguments: list[str]) -> int:
    """Call the command that the arguments name, and give its exit code."""
    first = tuple(arguments[:1])
    try:  # where a command comes first, as nearly always, no other need be loaded
        app = build(first) if first and first[0] in COMMANDS else build()
        return int(app(_arguments(arguments), prog_name="hpd", standalone_mode=False) or 0)
    except SystemExit as left:
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return Exit.CLEAN  # the reader of a help text has gone, as in `hpd --help | head`
    except typer.Abort:
        return Exit.INTERRUPTED
    except TyperException as error:
        from hpdirective.cli.output import complain
        from hpdirective.cli.refusals import usage  # help does without

        complain(usage(error))
        return Exit.USAGE
