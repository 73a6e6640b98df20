"""What an assignment rests on: apart from the models, for the command line is read before these are loaded."""

from enum import StrEnum


class Basis(StrEnum):
    """What the assignment of a clause to a unit rests on, strongest first."""

    NAMED = "named"
    ALL = "all"
    FUNCTION = "function"
    PLACE = "place"
    READING = "reading"
