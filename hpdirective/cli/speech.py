"""The language and the colour of this run, read from its arguments before help is written."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum

from hpdirective.words import Lang, Text


def spoken(arguments: list[str], environment: Mapping[str, str]) -> Lang:
    """Give the language: `--lang`, then HPD_LANG, then the locale, else Vietnamese."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            said = arguments[at + 1]
        elif argument.startswith("--lang="):
            said = argument.removeprefix("--lang=")
        else:
            continue
        if said in [*Lang]:
            return Lang(said)
    if environment.get("HPD_LANG") in [*Lang]:
        return Lang(environment["HPD_LANG"])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return Lang.EN if environment[name].startswith("en") else Lang.VI
    return Lang.VI


class Colour(StrEnum):
    """When reports are painted."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def painted(arguments: list[str]) -> Colour:
    """Give what `--color` says, wherever it stands; auto where it says nothing that is known."""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        following = arguments[at + 1] if at + 1 < len(arguments) else ""
        wanted = value if equals else following
        if name == "--color" and wanted in [*Colour]:
            return Colour(wanted)
    return Colour.AUTO


COLOUR = painted(sys.argv[1:])
"""When reports are painted in this run."""

LANG = spoken(sys.argv[1:], os.environ)
"""The language in which help and refusals speak; a report takes `--lang` of its own command."""


def said(vi: str, en: str) -> str:
    return Text(vi, en).said(LANG)
