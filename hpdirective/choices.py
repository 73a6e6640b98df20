"""What a command line or a settings file may choose between: apart from all else, for these are read before anything is loaded."""

from enum import StrEnum


class Severity(StrEnum):
    """How heavy a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Sort(StrEnum):
    """The order in which duties are listed."""

    TEXT = "text"
    DEADLINE = "deadline"
    UNIT = "unit"
    STATE = "state"


class Basis(StrEnum):
    """What the assignment of a clause to a unit rests on, strongest first."""

    NAMED = "named"
    ALL = "all"
    FUNCTION = "function"
    PLACE = "place"
    READING = "reading"


class BeforeDay(StrEnum):
    """What the day itself counts as where the directive says "before" it."""

    WARNING = "warning"
    ERROR = "error"
    OK = "ok"


class FailOn(StrEnum):
    """The lightest severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"
