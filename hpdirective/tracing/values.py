"""What a trace holds: clauses with the units that owe them and what answers them, and what stands on a line."""

from enum import StrEnum

from msgspec import Struct, field

from hpdirective.answering import Duty
from hpdirective.choices import Severity
from hpdirective.coverage import KeyAnswer, Reason, State
from hpdirective.finding import NotRun, Terms
from hpdirective.model.directive import Clause, Directive
from hpdirective.model.unit import Submits
from hpdirective.source.place import KeyPath, Span
from hpdirective.source.standing import LineKind
from hpdirective.words import Text


class TracedAction(Struct, frozen=True):
    """An action that answers a clause; `title`, or the reference that stands for it, is None where there is none, or where it is restricted and not to be shown."""

    file: str
    line: int | None
    id: str | None
    title: str | None
    restricted: bool = False


class TracedClaim(Struct, frozen=True):
    """A waiver, an extension or a contest; `reason` and `document` are None where there are none, or where they are not to be shown."""

    what: str
    file: str
    line: int | None
    holds: bool
    reason: str | None
    document: str | None
    restricted: bool = False


class Remark(Struct, frozen=True):
    """A finding as a trace shows it; on a restricted action the rule's title takes the place of the message."""

    rule: str
    name: str
    severity: Severity
    file: str
    line: int | None
    column: int | None
    message: Text


class TracedDuty(Struct, frozen=True):
    """A clause for one unit: on what basis it is given, the state that measuring gives it, and what answers it.

    `plan` is the file that counts for the unit, None where it sent none.
    """

    duty: Duty
    submits: Submits
    plan: str | None
    state: State
    reasons: tuple[Reason, ...] = ()
    actions: tuple[TracedAction, ...] = ()
    keys: tuple[KeyAnswer, ...] = ()
    claims: tuple[TracedClaim, ...] = ()
    findings: tuple[Remark, ...] = ()


class Why(StrEnum):
    """Why a place that names a clause does not count for it."""

    NOT_GIVEN = "not-given"
    NOT_BY_ACTION = "not-by-action"
    OTHER_PLAN = "other-plan"
    OTHER_DIRECTIVE = "other-directive"
    UNKNOWN_UNIT = "unknown-unit"


class Uncounted(Struct, frozen=True):
    """An action or a claim that names a clause and counts for nothing; `instead` is the plan of the unit that counts."""

    what: str
    file: str
    line: int | None
    id: str | None
    title: str | None
    unit: str | None
    why: Why
    instead: str | None = None
    restricted: bool = False


class TracedClause(Struct, frozen=True):
    """A clause where it stands, what the units do about it, and what names it and does not count.

    `start` and `end` count characters of its paragraph's text. `state` is that of a focus of part I, `realised` what it is realised through.
    """

    clause: Clause
    address: Text
    paragraph: str
    start: int
    end: int
    state: State | None = None
    duties: tuple[TracedDuty, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    realised: tuple["TracedClause", ...] = ()


class What(StrEnum):
    """What stands on a line."""

    ACTION = "action"
    WAIVER = "waiver"
    EXTENSION = "extension"
    CONTEST = "contest"
    KEY = "key"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    PART = "part"
    UNIT = "unit"
    GROUP = "group"
    SEVERAL = "several"
    NOTHING = "nothing"
    UNREADABLE = "unreadable"


class CitedTask(Struct, frozen=True):
    """What an action or a claim cites: the words, the clauses that they mean, and whether these are given to the unit."""

    text: str
    line: int | None
    clauses: tuple[str, ...]
    given: bool


class Entry(Struct, frozen=True):
    """An action, a claim, a clause or a group as it lies in its file, from `line` to `end_line`."""

    what: What
    path: KeyPath
    line: int
    end_line: int
    id: str | None = None
    title: str | None = None
    restricted: bool = False
    tasks: tuple[CitedTask, ...] = ()


class At(Struct, frozen=True):
    """What stands on a line of a file; `near` are the entries just above and below, where the line lies in none.

    `text` and `span` are None where they are not to be shown. `instead` is the unit's plan that counts in place of this one.
    """

    file: str
    line: int
    column: int | None
    what: What
    line_kind: LineKind
    path: KeyPath = ()
    text: str | None = None
    span: Span | None = None
    unit: str | None = None
    group: str | None = None
    entry: Entry | None = None
    claim: TracedClaim | None = None
    near: tuple[Entry, ...] = ()
    findings: tuple[Remark, ...] = ()
    instead: str | None = None


class Trace(Struct, frozen=True):
    """What was asked, and what was found; `unread` are plans that could not be read, so that what they answer is not known."""

    terms: Terms
    directive: Directive
    query: str
    clauses: tuple[TracedClause, ...]
    unit: str | None = None
    at: At | None = None
    plans: tuple[str, ...] = ()
    unread: tuple[NotRun, ...] = ()
    looked_in: tuple[str, ...] = field(default=())
