"""What a check says: rules, findings and assessments, as plain values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from hpdirective.choices import Severity
from hpdirective.source.place import KeyPath, Span
from hpdirective.words import Fact, Lang, Named, Text, fill


class Option(Struct, frozen=True):
    """Something of a rule that the settings may change: a list of words, or a number; `default` says which."""

    name: str
    about: Text
    default: tuple[str, ...] | int


class Rule(Struct, frozen=True):
    """One thing that may be wrong. `cites` is a topic of the directive, "task", or None where no clause stands behind it."""

    id: str
    name: str
    severity: Severity
    cites: str | None
    title: Text
    message: Text
    help: Text
    why: Text
    bad: str | bytes
    good: str
    before_day: bool = False  # the setting of that name decides its severity
    at: tuple[int, ...] = ()  # lines of `bad` that the rule names, where a comment cannot say so
    annex: str = ""  # the annex file that the examples are held against, where they need one
    beside: str = (
        ""  # another plan of the city that the examples stand beside, where they need one
    )
    options: tuple[Option, ...] = ()
    whole: bool = False  # asks what a plan as a whole holds: not run on one that changes another
    usual: Mapping[
        str, Text
    ] = {}  # words for the holes that a sentence may stand in, where the rule is told without a finding
    first: bool = False  # asks when a unit's first plan came: not run on one that follows another

    @property
    def family(self) -> int:
        """The first digit of the number: 3 for HPD301."""
        return int(self.id[3])


class Citation(Struct, frozen=True):
    """The words of the directive that a finding rests on."""

    clause: str
    address: Text
    quote: str


class Place(Struct, frozen=True):
    """Where a finding stands: a stretch of a text file, or a cell."""

    file: str | None = None
    span: Span | None = None
    cell: str | None = None
    line: str = ""  # the raw line, for showing


class SuppressedBy(StrEnum):
    """What may take a finding out of those that count."""

    WAIVER = "waiver"
    IGNORE = "ignore"
    BASELINE = "baseline"


class Suppression(Struct, frozen=True):
    """Why a finding does not count: what takes it out, and the words that it gives."""

    by: SuppressedBy
    reason: str


class Finding(Struct, frozen=True):
    """One fault, at its place, with the facts and the clause that it rests on."""

    rule: Rule
    severity: Severity
    place: Place
    path: KeyPath = ()
    unit: str | None = None
    task: str | None = None
    citation: Citation | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    suppressed: Suppression | None = None
    also: tuple[str, ...] = ()  # further tasks that it is about, by the same value
    named: KeyPath = ()  # the path, entries of lists by their id: what a finding is known by from run to run
    withheld: bool = False  # the plan's words on a restricted task were taken out

    def message(self, lang: Lang) -> str:
        return fill(self.rule.message, self.facts, lang)

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks that it is about."""
        return (self.task, *self.also) if self.task else ()

    @property
    def sentence(self) -> Text:
        """The message in both languages."""
        return Text(vi=self.message(Lang.VI), en=self.message(Lang.EN))

    def help(self, lang: Lang) -> str:
        return fill(self.rule.help, self.facts, lang)


class NotRunReason(StrEnum):
    """Why something could not be checked."""

    ANNEX_MISSING = "annex-missing"
    UNREADABLE = "unreadable"
    NO_ROSTER = "no-roster"
    PLAN_MISSING = "plan-missing"
    CONTESTED = "contested"
    EARLIER_PLAN = "earlier-plan"  # the plan that this one changes or replaces has to hold it


class NotRun(Struct, frozen=True):
    """A check that was not run: never counted as passed."""

    rule: str | None
    reason: NotRunReason
    message: Text
    file: str | None = None
    unit: str | None = None
    task: str | None = None
    path: KeyPath = ()


class Checked(Struct, frozen=True):
    """One file with all that was found in it."""

    file: str
    kind: str
    unit: str | None
    sha256: str
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    readable: bool = True


class Terms(Struct, frozen=True):
    """What a report rests on: directive, day, settings."""

    directive: str
    sha256: str
    as_of: date
    before_day: str
    fail_on: str
    settings: str  # digest of the settings and the annexes taken in


class Standing(StrEnum):
    """Where a unit stands with its plan for the directive, the best first."""

    IN_TIME = "in-time"
    ON_THE_DAY = "on-the-day"  # the day itself, where the settings do not count it as late
    LATE = "late"
    UNDATED = "undated"
    UNREADABLE = "unreadable"
    OTHER_DIRECTIVE = "other-directive"
    FIRST_MISSING = "first-missing"  # a plan that changes or replaces one that is not there
    NOT_DUE = "not-due"  # no plan, and the day is not over
    NOT_SENT = "not-sent"

    @property
    def was_sent(self) -> bool:
        """Whether there is a plan."""
        return self not in (Standing.NOT_DUE, Standing.NOT_SENT)

    @property
    def is_read(self) -> bool:
        """Whether there is a plan that could be read and is for this directive."""
        return self.was_sent and self not in (Standing.UNREADABLE, Standing.OTHER_DIRECTIVE)


class RosterRow(Struct, frozen=True):
    """One unit of the roster and its plan; `others` are further files of the unit, `amended_by` those of them that change the plan.

    The number and the days are those of the unit's first plan, where that is there. `outside` are units that need not send a plan and did: they stand outside every count.
    """

    unit: Named
    standing: Standing
    file: str | None = None
    number: str | None = None
    issued: date | None = None
    sent_on: date | None = None
    sent_late: bool = False
    others: tuple[str, ...] = ()
    outside: bool = False
    amended_by: tuple[str, ...] = ()


class Roster(Struct, frozen=True):
    """Who must send a plan and who has, in the order of the ids; `before` is the day before which plans are to be issued."""

    before: date | None
    rows: tuple[RosterRow, ...]

    def count(self, *standings: Standing) -> int:
        """Count the units that must send a plan and stand so; all of them where no standing is named."""
        return sum(
            1
            for row in self.rows
            if not row.outside and (not standings or row.standing in standings)
        )


class Assessment(Struct, frozen=True):
    """What `validate` found, file by file and between files."""

    terms: Terms
    files: Sequence[Checked] = ()
    between: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    rules: tuple[Rule, ...] = ()  # those that were run, where there was something to run them on
    roster: Roster | None = None  # where the plans were taken for those of the whole city

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self.each())

    def each(self) -> Iterator[Finding]:
        """Give finding after finding, so that those of thousands of plans need not be at hand at once."""
        for file in self.files:
            yield from file.findings
        yield from self.between

    def counted(self) -> Counter[Severity | SuppressedBy]:
        """Count the findings by severity; those that do not count by what takes them out."""
        return Counter(f.suppressed.by if f.suppressed else f.severity for f in self.each())

    def count(self, severity: Severity) -> int:
        return self.counted()[severity]

    @property
    def suppressed(self) -> Mapping[SuppressedBy, int]:
        """How many findings do not count, by what takes them out."""
        by = self.counted()
        return {what: by[what] for what in SuppressedBy if by[what]}
