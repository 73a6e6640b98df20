"""The directive: its whole text as a tree of clauses, and what each clause asks of whom."""

import unicodedata
from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar

from hpdirective.choices import Basis as Basis
from hpdirective.model.base import BeforeValidator
from hpdirective.model.form import form_of
from hpdirective.model.located import (
    Flag,
    Format,
    IsoDate,
    Listed,
    Located,
    Number,
    Texts,
    Words,
    Year,
    absent,
    choice,
    kind_of,
    wrong,
)
from hpdirective.model.target import (
    Op,
    Target,
    Trend,
    UnreadableTarget,
    counts_wholes,
    read_target,
    same_measure,
    scaled,
)
from hpdirective.patterns import pattern
from hpdirective.source.document import Fault
from hpdirective.source.place import KeyPath
from hpdirective.words import Fact, Text, bare, fold, nearest


class Kind(StrEnum):
    """What sort of duty a clause lays down (README, "Encode next year's directive")."""

    DELIVER = "deliver"
    ADVANCE = "advance"
    SUSTAIN = "sustain"
    STUDY = "study"
    REPORT = "report"
    ORIENT = "orient"
    CONTEXT = "context"


class Role(StrEnum):
    """What a unit is to do about a clause, strongest first."""

    LEAD = "lead"
    MONITOR = "monitor"
    SUPPORT = "support"


class MetBy(StrEnum):
    """What in a plan answers a clause."""

    ACTION = "action"
    ISSUED = "plan.issued"
    CONTENTS = "plan.contents"
    SENT = "plan.sent"
    ORGANISATION = "plan.organisation"


class DueBasis(StrEnum):
    """Whether the words set the day, or it is our reading: the year of the directive."""

    TEXT = "text"
    YEAR = "year"


class Scope(StrEnum):
    """Whether an indicator holds for each unit in its own field, or for all of them added up."""

    EACH = "each"
    TOTAL = "total"


class Counts(StrEnum):
    """What answers an indicator besides a target of its own."""

    ITEMS = "items"


class MarkKind(StrEnum):
    """What a number that sets no target is."""

    NAME = "name"
    ORDINAL = "ordinal"
    YEAR = "year"
    PERIOD = "period"
    COUNT = "count"


class Title(Located):
    """A short name in both languages."""

    needed: ClassVar[tuple[str, ...]] = (
        "vi",
        "en",
    )

    vi: Words = ""
    en: Words = ""

    @property
    def text(self) -> Text:
        return Text(vi=self.vi, en=self.en or self.vi)


class Deadline(Located):
    """The last day of a task: `before` a day, or `by` a day, that day included."""

    by: IsoDate | None = None
    before: IsoDate | None = None
    basis: Annotated[DueBasis, BeforeValidator(choice(DueBasis))] = DueBasis.YEAR
    text: Words | None = None

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        if self.by and self.before:
            either = Text(vi="một trong hai khóa by, before", en="one of the keys by and before")
            yield wrong(self.at("before"), str(self.before), either)
        if not (self.by or self.before or self.at("by") in told or self.at("before") in told):
            yield absent(self.path, "by")

    @property
    def day(self) -> date:
        """The day that the words name."""
        return self.before or self.by or date.max

    @property
    def last(self) -> date:
        """The last day that is surely in time (Civil Code 2015 settles no reading of "trước ngày"; the literal one is the day before)."""
        return self.before - timedelta(days=1) if self.before else self.day


class Start(Located):
    """The day from which the text wants a task begun."""

    from_: IsoDate | None = None
    text: Words | None = None

    model_config = Located.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class Assignment(Located):
    """One unit or group and its part in a clause."""

    needed: ClassVar[tuple[str, ...]] = (
        "role",
        "basis",
    )

    unit: Words | None = None
    group: Words | None = None
    role: Annotated[Role, BeforeValidator(choice(Role))] = Role.LEAD
    basis: Annotated[Basis, BeforeValidator(choice(Basis))] = Basis.READING
    source: Words | None = None
    reason: Words | None = None
    scope: Words | None = None
    met_by: Listed[Annotated[MetBy, BeforeValidator(choice(MetBy))]] = ()
    due: Deadline | None = None


class Item(Located):
    """A thing that the clause names: `words` are the text's own where `text` says it in full."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "text",
    )

    id: Words = ""
    text: Words = ""
    words: Words | None = None
    units: Texts = ()


class Required(Located):
    """The value that an indicator must reach."""

    op: Annotated[Op, BeforeValidator(choice(Op))] = Op.AT_LEAST
    value: Number | None = None
    high: Number | None = None

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        if self.value is None and self.high is not None:
            yield absent(self.path, "value")
        if self.op is Op.RANGE and self.high is None:
            yield absent(self.path, "high")
        if self.op is not Op.RANGE and self.high is not None:
            yield wrong(self.at("op"), str(self.op), str(Op.RANGE))
        if self.value is not None and self.high is not None and self.high < self.value:
            least = Text(vi=f"từ {self.value} trở lên", en=f"{self.value} or more")
            yield wrong(self.at("high"), f"{self.high}", least)


_FIRST_NUMBER = pattern(r"([0-9]{1,9}) (?!(?:nghìn|vạn|triệu|tỷ)\b)")
_WHOLE_NUMBERS = pattern(r"(?<![0-9.,])[0-9]{1,9}(?![0-9]|[.,][0-9])")


class Shares(Located):
    """The part of each unit in a total, by unit id."""

    model_config = Located.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, Number]

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        least = Text(vi="từ 0 trở lên", en="0 or more")
        for unit, part in (self.model_extra or {}).items():
            if part < 0:
                yield wrong(self.at(unit), f"{part}", least)


class Share(Located):
    """Of what an indicator is a share: words of the text; that it cannot be more than the whole is our reading."""

    needed: ClassVar[tuple[str, ...]] = ("of", "reason")

    of: Words | None = None
    reason: Words | None = None


class Indicator(Located):
    """A number that the text asks for, or a trend where it gives none."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
        "text",
    )

    id: Words = ""
    name: Title | None = None
    text: Words | None = None
    target: Required | None = None
    trend: Annotated[Trend, BeforeValidator(choice(Trend))] | None = None
    unit: Words | None = None
    scope: Annotated[Scope, BeforeValidator(choice(Scope))] = Scope.EACH
    shares: Shares | None = None
    share: Share | None = None
    counts: Annotated[Counts, BeforeValidator(choice(Counts))] | None = None
    units: Texts = ()

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        if self.target and self.trend:
            either = Text(
                vi="một trong hai khóa target, trend", en="one of the keys target and trend"
            )
            yield wrong(self.at("trend"), str(self.trend), either)
        if self.shares and "scope" not in self.model_fields_set:
            yield absent(self.path, "scope")
        elif self.shares and self.scope is not Scope.TOTAL:
            yield wrong(self.at("scope"), str(self.scope), str(Scope.TOTAL))
        yield from self._misprint()

    def _misprint(self) -> Iterator[Fault]:
        """Hold the target against the printed text, where that can surely be read."""
        target = self.target
        if target is None or not self.text:
            return
        try:
            printed = read_target(self.text)
        except UnreadableTarget:  # told in words, and perhaps after a number
            yield from self._other_than_the_first_number(target)
            return
        if printed.value is None:
            return
        if target.value is None:  # a text may leave the number to another paper
            yield absent(target.path, "value")
            return
        if not same_measure(printed.unit, self.unit):
            yield wrong(self.at("unit"), self.unit, printed.unit)
            return
        printed = scaled(printed, self.unit)
        if printed.value != target.value:
            yield wrong(target.at("value"), f"{target.value}", f"{printed.value:f}")
        elif printed.op not in (Op.EQUAL, target.op):
            yield wrong(target.at("op"), str(target.op), str(printed.op))
        elif printed.high is not None and target.high not in (None, printed.high):
            yield wrong(target.at("high"), f"{target.high}", f"{printed.high:f}")

    def _other_than_the_first_number(self, target: Required) -> Iterator[Fault]:
        """Hold the target against a text that begins with a whole number and goes on in words."""
        text = unicodedata.normalize("NFC", self.text or "")
        first = _FIRST_NUMBER.match(text)
        numbers = map(Decimal, _WHOLE_NUMBERS.findall(text))
        if first and target.value is not None and target.value not in set(numbers):
            yield wrong(target.at("value"), f"{target.value}", str(int(first[1])))

    @cached_property
    def required(self) -> Target:
        """The demand on the city, or on each unit where the scope is `each`."""
        if self.target is None or self.target.value is None:
            return Target(self.text or "", unit=self.unit, trend=self.trend)
        return Target(
            self.text or "", self.target.op, self.target.value, self.target.high, self.unit
        )

    @property
    def parts(self) -> dict[str, Decimal]:
        """The listed parts of the total, by unit."""
        given = (self.shares.model_extra if self.shares else None) or {}
        return dict(given)

    @property
    def called(self) -> Text:
        return self.name.text if self.name else Text(vi=self.id, en=self.id)

    def named_by(self, words: str) -> bool:
        """Tell whether words before a value name this indicator: its name, or the directive's own words for it."""
        own = (self.name.vi if self.name else "", self.text or "")
        said = _measured(words)
        if said in set(map(_measured, own)):
            return True
        left = iter(_measured(own[0]).split())  # "Số dự án hoàn thành" leaves out of which list
        return counts_wholes(self.unit) and bool(said) and all(w in left for w in said.split())

    def parts_from(self, counted: str | None, clause: str) -> bool:
        """Tell whether what a promise counts parts from the directive's words: "xã nông thôn mới nâng cao", where these have "nông thôn mới kiểu mẫu" wherever they have "nông thôn mới".

        Where they go on in more ways than one, or say it only once, what they count is not held to those words.
        """
        if not counts_wholes(self.unit) or not counted or counted.count(" ") < _TOLD_AT_LENGTH:
            return False
        key = bare if counted.isascii() else fold
        said = key(_IN_FULL.sub("nông thôn mới", counted)).split()
        named = (self.name.vi if self.name else "", self.text or "", clause)
        own = [key(part).split() for words in named for part in _STOPS.split(words)]
        for start in range(1, len(said) - 2):  # the first word is what is counted
            for end in range(len(said) - 1, start + 1, -1):
                follow = list(_following(said[start:end], own))
                if not follow:
                    continue
                words = _SAYS_HOW.union(*own)
                other = None not in follow and said[end] not in words
                if len(follow) > 1 and len({*follow}) == 1 and other and follow[0] not in said:
                    return True
                break
        return False

    def stops_short(self, words: str) -> bool:
        """Tell whether words promise another step than the name asks for: work begun, papers handed in, where things are to be finished."""
        if not counts_wholes(self.unit) or self.name is None:
            return False
        said, own = f" {fold(words)} ", f" {fold(self.name.vi)} "
        asked = [step for step in _STEPS if step in own]
        other = any(step in said for step in _STEPS) and not any(step in said for step in asked)
        early = any(step in said and step not in own for step in _BEFORE)
        return bool(asked) and (other or early)

    def owed_by(self, unit: str) -> bool:
        """Tell whether a unit that leads the clause owes it: each one, unless `units` names some."""
        return not self.units or unit in self.units


_STEPS = (" hoàn thành ", " khởi công ")
_BEFORE = (
    " đang ", " chuẩn bị ", " hồ sơ ", " thủ tục ", " trình ", " đề nghị ", " đủ điều kiện ",
    " phê duyệt ", " giải phóng mặt bằng ", " gpmb ", " đấu thầu ", " lập ",
)  # fmt: skip
_SAYS_HOW = {"đúng", "được", "đạt", "đủ", "đã", "dung", "duoc", "dat", "du", "da"}
_TOLD_AT_LENGTH = 3  # words at least behind what is counted
_IN_FULL = pattern(r"(?i:\bNTM\b)")
_STOPS = pattern(r"[,;:.()]")


def _following(run: list[str], phrases: list[list[str]]) -> Iterator[str | None]:
    """Give the word behind each place at which words stand in phrases, None where they end one."""
    for phrase in phrases:
        for at in range(len(phrase) - len(run) + 1):
            if phrase[at : at + len(run)] == run:
                yield next(iter(phrase[at + len(run) :]), None)


_LED = pattern("^(?:(?:tăng|giảm|nâng cao|số|tỷ lệ) )+")
_SHORT = {
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "kntc": "khiếu nại tố cáo",
    "ntm": "nông thôn mới", "tngt": "tai nạn giao thông", "da": "dự án",
}  # fmt: skip


def _measured(words: str) -> str:
    said = " ".join(_SHORT.get(word, word) for word in fold(words).split())
    return _LED.sub("", said.replace("tỉ lệ", "tỷ lệ"))


class Reference(Located):
    """A law or resolution that the clause cites."""

    needed: ClassVar[tuple[str, ...]] = ("text",)

    text: Words = ""
    number: Words | None = None
    date: IsoDate | None = None


class Mention(Located):
    """A unit or group that stands in the words, doer or not."""

    needed: ClassVar[tuple[str, ...]] = ("text",)

    unit: Words | None = None
    group: Words | None = None
    text: Words = ""


class Horizon(Located):
    """A year beyond the directive's; never a due date."""

    needed: ClassVar[tuple[str, ...]] = (
        "text",
        "year",
    )

    text: Words = ""
    year: Year = 0

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        if self.text and self.year and str(self.year) not in self.text:
            yield wrong(self.at("year"), str(self.year), self.text)


class Mark(Located):
    """A number in the words that asks for nothing."""

    needed: ClassVar[tuple[str, ...]] = (
        "text",
        "kind",
    )

    text: Words = ""
    kind: Annotated[MarkKind, BeforeValidator(choice(MarkKind))] = MarkKind.NAME


class Clause(Located):
    """A stretch of the text; a *task* where it carries a duty."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "text",
        "kind",
        "title",
    )

    id: Words = ""
    text: Words = ""
    kind: Annotated[Kind, BeforeValidator(choice(Kind))] = Kind.CONTEXT
    title: Title | None = None
    met_by: Listed[Annotated[MetBy, BeforeValidator(choice(MetBy))]] = (MetBy.ACTION,)
    assign: Listed[Assignment] = ()
    due: Deadline | None = None
    start: Start | None = None
    items: Listed[Item] = ()
    open: Flag = False
    indicators: Listed[Indicator] = ()
    references: Listed[Reference] = ()
    mentions: Listed[Mention] = ()
    horizons: Listed[Horizon] = ()
    marks: Listed[Mark] = ()
    restricted: Flag = False
    realised_by: Texts = ()
    annexes: Texts = ()
    todo: Texts = ()  # keys that a draft has left to be decided

    @property
    def part(self) -> str:
        return self.id.split(".")[0]

    @property
    def section(self) -> str:
        return ".".join(self.id.split(".")[:2])

    @property
    def paragraph(self) -> str:
        return ".".join(self.id.split(".")[:3])

    @property
    def binding(self) -> bool:
        """Whether the clause lays down a duty of its own."""
        return self.kind not in (Kind.ORIENT, Kind.CONTEXT)

    @property
    def name(self) -> Text:
        return self.title.text if self.title else Text(vi=self.id, en=self.id)

    def indicator(self, id: str | None) -> Indicator | None:
        return next((i for i in self.indicators if i.id == id), None)


class Paragraph(Located):
    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "clauses",
    )

    id: Words = ""
    label: Words = ""
    clauses: Listed[Clause] = ()


class Section(Located):
    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "paragraphs",
    )

    id: Words = ""
    label: Words = ""
    heading: Words = ""
    title: Title | None = None
    paragraphs: Listed[Paragraph] = ()


class Part(Located):
    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "sections",
    )

    id: Words = ""
    label: Words = ""
    heading: Words = ""
    sections: Listed[Section] = ()


class Annex(Located):
    """A table that the directive refers to; `supplied` says whether its values are known."""

    needed: ClassVar[tuple[str, ...]] = (
        "id",
        "title",
    )

    id: Words = ""
    title: Title | None = None
    supplied: Flag = False

    @property
    def short(self) -> Text:
        """Its number alone: "Phụ lục số 1"."""
        title = self.title.text if self.title else Text(vi=self.id, en=self.id)
        return Text(vi=title.vi.partition(":")[0], en=title.en.partition(":")[0])


class Topics(Located):
    """Where rules find their clause."""

    model_config = Located.model_config | {"extra": "allow"}

    __pydantic_extra__: dict[str, Words]

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        for name in self.model_extra or {}:
            if name not in TOPICS:
                facts: dict[str, Fact] = {"key": name, "known": TOPICS}
                meant = next(iter(nearest(name, TOPICS, 1)), None)
                meant = meant if meant not in (self.model_extra or {}) else None
                yield Fault("unknown-key", self.at(name), key=True, meant=meant, facts=facts)


TOPICS = ("plan.issued", "plan.contents", "plan.sent", "plan.organisation", "report")
"""What rules find a clause by: the keys of a plan that answer one, and the reports that are due."""


class Directive(Located):
    """A directive with every word of its text."""

    needed: ClassVar[tuple[str, ...]] = (
        "format",
        "id",
        "number",
        "issued",
        "year",
        "issuer",
        "title",
        "sha256",
        "head",
        "parts",
    )

    format: Format = "1"
    kind: Annotated[str, BeforeValidator(kind_of("directive"))] = "directive"
    id: Words = ""
    number: Words = ""
    issued: IsoDate = date.min
    year: Year = 0
    issuer: Words = ""
    title: Title | None = None
    signer: Words | None = None
    sha256: Words = ""
    topics: Topics | None = None
    contents: Texts = ()
    annexes: Listed[Annex] = ()
    head: Texts = ()
    parts: Listed[Part] = ()
    tail: Texts = ()
    todo: Texts = ()  # keys that a draft has left to be decided

    def slips(self, told: Container[KeyPath]) -> Iterator[Fault]:
        yield from self._topics_that_do_not_fit(told)
        earliest, latest = date(max(self.year - 1, 1), 1, 1), date(max(self.year, 1), 12, 31)
        issued = self.issued if "issued" in self.model_fields_set else None
        if self.year and issued and not earliest <= issued <= latest:
            yield wrong(("issued",), str(issued), f"{earliest} … {latest}")
        clauses = [clause for paragraph in self.paragraphs for clause in paragraph.clauses]
        for annex in self.annexes:
            stated = any(annex.id in clause.annexes and clause.indicators for clause in clauses)
            if annex.supplied and not stated:  # what it asks stands nowhere in the file
                yield wrong(annex.at("supplied"), "true", "false")

    def _topics_that_do_not_fit(self, told: Container[KeyPath]) -> Iterator[Fault]:
        """Give the keys of a plan that answer clauses, and whose topic is absent or stands for a clause that another key answers."""
        clauses = [clause for paragraph in self.paragraphs for clause in paragraph.clauses]
        known = {clause.id: clause for clause in clauses}
        for key in (one for one in MetBy if one is not MetBy.ACTION):
            answered = [clause.id for clause in clauses if key in clause.met_by]
            named = known.get(self.topic_ids.get(key, ""))
            if key not in self.topic_ids and answered and ("topics",) not in told:
                yield absent(("topics",), key)
            elif named and key not in named.met_by and not named.todo:
                yield wrong(("topics", key), named.id, *(answered or [f"met_by: {key}"]))

    @property
    def form(self) -> Text:
        """What sort of paper it is: "Chỉ thị", "Quyết định"; of data it is the directive all the same."""
        return form_of(self.number)

    @property
    def numbered(self) -> Text:
        """What sort of paper it is, and its number: "Chỉ thị 02/CT-UBND"."""
        return Text(*(f"{form} {self.number}" for form in (self.form.vi, self.form.en)))

    @property
    def sections(self) -> Iterator[Section]:
        return (section for part in self.parts for section in part.sections)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (paragraph for section in self.sections for paragraph in section.paragraphs)

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """Every clause by its id, in the order of the text."""
        return {c.id: c for paragraph in self.paragraphs for c in paragraph.clauses}

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What others have worked out of this directive, under keys of their own."""
        return {}

    @cached_property
    def assigned(self) -> dict[str, tuple[tuple[str, int, Assignment], ...]]:
        """The rows of each unit and group, with the id of the clause and the place in it, in the order of the text."""
        found: dict[str, list[tuple[str, int, Assignment]]] = {}
        for clause in self.clauses.values():
            for n, row in enumerate(clause.assign):
                for body in filter(None, {row.unit, row.group}):
                    found.setdefault(body, []).append((clause.id, n, row))
        return {body: tuple(rows) for body, rows in found.items()}

    @cached_property
    def indicators(self) -> dict[str, tuple[Clause, Indicator]]:
        """Every indicator by its id, with its clause."""
        return {i.id: (c, i) for c in self.clauses.values() for i in c.indicators}

    @cached_property
    def holders(self) -> dict[str, tuple[Clause, ...]]:
        """The clauses of each indicator: one, or all that need the annex which states it."""
        found: dict[str, tuple[Clause, ...]] = {}
        for clause in self.clauses.values():
            for indicator in clause.indicators:
                found[indicator.id] = (*found.get(indicator.id, ()), clause)
        return found

    def lacking(self, clause: Clause) -> tuple[Annex, ...]:
        """Give the annexes that a clause cannot be judged without and that are not, or not wholly, supplied."""
        return tuple(a for a in self.annexes if a.id in clause.annexes and not a.supplied)

    def clause(self, topic: str) -> Clause | None:
        """Give the clause that a rule's topic stands for."""
        mapped = (self.topics.model_extra if self.topics else None) or {}
        return self.clauses.get(str(mapped.get(topic)))

    @property
    def topic_ids(self) -> dict[str, str]:
        return dict((self.topics.model_extra if self.topics else None) or {})

    def address(self, clause: Clause) -> Text:
        """Say where a clause stands, as officials look it up; what has no label of its own is left out."""
        known = self._addresses.get(clause.id)
        if known is None:
            known = self._addresses[clause.id] = self._address(clause)
        return known

    @cached_property
    def _addresses(self) -> dict[str, Text]:
        """The addresses that were asked for."""
        return {}

    def _address(self, clause: Clause) -> Text:
        part = next((p for p in self.parts if p.id == clause.part), None)
        section = next((s for s in self.sections if s.id == clause.section), None)
        paragraphs = section.paragraphs if section else ()
        at = next((n for n, p in enumerate(paragraphs) if p.id == clause.paragraph), 0)
        label = paragraphs[at].label if paragraphs else ""
        above = [
            _labelled(part.label, clause.part, "phần", "part") if part else None,
            _labelled(section.label, _bare(section.label), "mục", "section") if section else None,
        ]
        where = [said for said in above if said]
        labels = [p.label for p in paragraphs[: at + 1]]
        article = section is not None and section.label.casefold().startswith("điều")
        if label in _DASHES:
            point, number = _dash_at(labels)
            where += _point(point, labels, article=article)
            dash = Text(vi=f"gạch đầu dòng thứ {_ordinal_vi(number)}", en=f"dash {number}")
            return _joined([*where, dash])
        if label:
            where += _point(label, labels, article=article)
            return Text(vi=_joined(reversed(where)).vi, en=_joined(where).en)
        if not where:
            number = at + 1
            where = [Text(vi=f"đoạn thứ {_ordinal_vi(number)}", en=f"paragraph {number}")]
        return _joined(where)

    def within(self, id: str) -> tuple[str, ...]:
        """Give the paragraphs of a section or part; none where the id is neither."""
        return self._within.get(self.spelled(id), ()) if id else ()

    @cached_property
    def _within(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for paragraph in self.paragraphs:
            steps = paragraph.id.split(".")
            for end in range(1, len(steps)):
                above = ".".join(steps[:end])
                found[above] = (*found.get(above, ()), paragraph.id)
        return found

    def may_be_restricted(self, id: str) -> bool:
        """Tell whether an id of any depth stands for a restricted clause, or is not known."""
        return self._restricted.get(self.spelled(id), True)

    @cached_property
    def _restricted(self) -> dict[str, bool]:
        """Each id of a clause, and all above it, with whether a restricted clause stands there."""
        found: dict[str, bool] = {}
        for clause in self.clauses.values():
            steps = clause.id.split(".")
            for end in range(1, len(steps) + 1):
                above = ".".join(steps[:end])
                found[above] = found.get(above, False) or clause.restricted
        for paragraph in self.paragraphs:  # its id need not be the start of theirs
            inside = any(clause.restricted for clause in paragraph.clauses)
            found[paragraph.id] = found.get(paragraph.id, False) or inside
        return found

    def expand(self, cited: str) -> tuple[Clause, ...]:
        """Give the clauses that an id cites, in any case: itself, or every clause of a paragraph; none where the id is unknown."""
        return self._cited.get(cited) or self._cited.get(self.spelled(cited), ())

    @cached_property
    def _cited(self) -> dict[str, tuple[Clause, ...]]:
        """What each id cites: the clauses of a paragraph, a clause itself."""
        found: dict[str, tuple[Clause, ...]] = {}
        for paragraph in self.paragraphs:
            found.setdefault(paragraph.id, paragraph.clauses)
        return {**found, **{id: (clause,) for id, clause in self.clauses.items()}}

    def spelled(self, id: str) -> str:
        """Give an id as the directive writes it: "ii.3.4.2" is II.3.4.2, and "c.2.B" may be C.2.b; an unknown id stands as it is."""
        plain = id if id.isascii() else unicodedata.normalize("NFC", id)
        return self._spellings.get(plain.casefold(), id)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        ids = [*(part.id for part in self.parts), *(section.id for section in self.sections)]
        ids += [*(paragraph.id for paragraph in self.paragraphs), *self.clauses]
        return {id.casefold(): id for id in ids}

    def under(self, id: str) -> tuple[Clause, ...]:
        """Give the clauses that an id of any depth stands for: a clause, a paragraph, a section or a part."""
        start = f"{self.spelled(id)}."
        inside = (c for c in self.clauses.values() if id and c.id.startswith(start))
        return self.expand(id) or tuple(inside)


def _ordinal_vi(number: int) -> str:
    words = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
    return words[number - 1] if number <= len(words) else str(number)


_DASHES = frozenset("-–—+•*")
_WORDED = ("phần", "chương", "mục", "điều")


def _bare(label: str) -> str:
    return label.strip(".:/) -–*")


def _labelled(label: str, number: str, vi: str, en: str) -> Text | None:
    """Say a label with the word for its level, or as it stands where it brings its own: "Điều 3."."""
    if not label:
        return None
    if label.casefold().startswith(_WORDED[1:]):
        return Text(vi=_bare(label), en=_bare(label))
    return Text(vi=f"{vi} {number}", en=f"{en} {number}")


def _point(label: str, labels: list[str], *, article: bool) -> list[Text]:
    """Say a numbered label; under an article "1." is a khoản, and "a)" stands in the last of these before it."""
    own = _bare(label)
    said = _labelled(label, own, "điểm", "point")
    if said is None:
        return []
    numbers = [bare for one in labels if (bare := _bare(one)).isdigit()]
    if not (article and numbers and (own.isdigit() or own.isalpha())):
        return [said]
    clause = Text(vi=f"khoản {numbers[-1]}", en=f"clause {numbers[-1]}")
    return [clause] if own.isdigit() else [clause, said]


def _joined(said: Iterable[Text | None]) -> Text:
    given = [text for text in said if text]
    return Text(vi=", ".join(text.vi for text in given), en=", ".join(text.en for text in given))


def _dash_at(labels: list[str]) -> tuple[str, int]:
    """Give the numbered label under which the last dash stands, and the dash's own place below it."""
    number = 0
    for label in reversed(labels):
        if label == labels[-1]:
            number += 1
        elif label and label not in _DASHES:
            return label, number
    return "", number
