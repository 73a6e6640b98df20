"""A unit's action plan, as its file states it."""

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from hpdirective.model.base import BeforeValidator
from hpdirective.model.located import (
    Cells,
    Format,
    Id,
    Listed,
    Located,
    Reading,
    Texts,
    Words,
    as_text,
    refuse,
)
from hpdirective.model.period import Period, UnreadablePeriod, read_period
from hpdirective.model.target import Target, TargetFault, UnreadableTarget, read_target
from hpdirective.patterns import pattern
from hpdirective.words import Text, one_line, unquoted

if TYPE_CHECKING:
    from pydantic import ValidationInfo

PERIOD_FAULTS = {
    "empty": Text(vi="không có nội dung", en="it is empty"),
    "not-a-date": Text(
        vi="không nhận ra ngày, tháng, quý hay năm",
        en="no day, month, quarter or year was recognised",
    ),
    "impossible-date": Text(
        vi="không có ngày, tháng hoặc quý này", en="there is no such day, month or quarter"
    ),
    "two-digit-year": Text(vi="năm chỉ ghi hai chữ số", en="the year has only two digits"),
    "several-dates": Text(
        vi="có nhiều thời hạn trong một ô", en="one cell holds several deadlines"
    ),
    "backwards": Text(
        vi="thời điểm kết thúc trước thời điểm bắt đầu", en="the end comes before the start"
    ),
    "part-unread": Text(
        vi="còn phần chữ chưa hiểu được chắc chắn",
        en="part of the words could not be read with certainty",
    ),
    "other-calendar": Text(
        vi="năm học, mùa vụ, lễ Tết và ngày âm lịch không ứng với một ngày dương lịch cố định",
        en="school years, seasons, feasts and lunar days have no fixed day in the calendar",
    ),
    "not-a-day": Text(vi="cần ghi một ngày cụ thể", en="a single day is needed"),
}
TARGET_FAULTS = {
    "empty": Text(vi="không có nội dung", en="it is empty"),
    "no-number": Text(vi="không có con số", en="there is no number"),
    "several-targets": Text(
        vi="có nhiều mức phấn đấu trong một ô", en="one cell holds several targets"
    ),
    "backwards": Text(vi="cận trên nhỏ hơn cận dưới", en="the upper end lies below the lower"),
    "part-unread": Text(
        vi="còn phần chữ chưa hiểu được chắc chắn",
        en="part of the words could not be read with certainty",
    ),
    "other-year": Text(
        vi="nêu mức của năm hoặc giai đoạn khác, chưa nêu mức của năm thực hiện Chỉ thị",
        en="it is of another year or period, and states nothing for the directive's year",
    ),
    "list-differs": Text(
        vi="số tên nêu cùng không khớp với con số (cần nêu đủ tên, hoặc thêm “…” nếu chỉ nêu một phần)",
        en="the names beside it are not as many as the number says (give them all, or add “…” where they are some)",
    ),
    "bad-number": Text(vi="cách viết số chưa rõ", en="the number is not written clearly"),
}


_SHOW_PART = ("part-unread", "other-year", "several-targets", "list-differs")


def reason_of(fault: UnreadablePeriod | UnreadableTarget, text: str) -> Text:
    """Say why a text could not be read, and which part of it where the fault knows."""
    said = (PERIOD_FAULTS if isinstance(fault, UnreadablePeriod) else TARGET_FAULTS)[fault.reason]
    several = fault.reason is TargetFault.SEVERAL_TARGETS
    rest = one_line(fault.rest).strip(" ,;:" if several else " ,;:%")
    if str(fault.reason) not in _SHOW_PART or not rest or (rest == one_line(text) and not several):
        return said
    if several:
        rest = rest.replace("; ", "”, “")
    return Text(vi=f"{said.vi}: “{rest}”", en=f"{said.en}: “{rest}”")


_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_SEVERAL_HINT = Text(
    vi="giữ một thời hạn ở đây, các mốc khác ghi ở “milestones” của đầu việc, mỗi mốc một mục",
    en="keep one deadline here, and write the others under milestones of the action, an entry each",
)


def _period_hint(year: int, reason: str) -> Text:
    if reason == "several-dates":
        return _SEVERAL_HINT
    return Text(
        vi=f"ghi dạng ngày/tháng/năm (15/11/{year}), tháng (11/{year}), quý (Quý IV/{year}), năm ({year}) hoặc “Thường xuyên”",
        en=f"write day/month/year (15/11/{year}), a month (11/{year}), a quarter (Quý IV/{year}), a year ({year}) or “Thường xuyên”",
    )


def _day_hint(year: int, reason: str = "") -> Text:
    return Text(
        vi=f"ghi một ngày cụ thể dạng ngày/tháng/năm, ví dụ 10/02/{year}",
        en=f"write a single day as day/month/year, such as 10/02/{year}",
    )


def _year(info: "ValidationInfo") -> int:
    assert isinstance(info.context, Reading)
    return info.context.year


def _period(value: Any, info: "ValidationInfo", hint: Callable[[int, str], Text]) -> Period:
    text, year = as_text(value), _year(info)
    try:
        return read_period(text, year)
    except UnreadablePeriod as fault:
        reason = str(fault.reason)
        code = "backwards-date-range" if reason == "backwards" else "unreadable-date"
        raise refuse(
            code, value=text, reason=reason_of(fault, text), kind=reason, hint=hint(year, reason)
        ) from None


def _as_period(value: Any, info: "ValidationInfo") -> Period:
    return _period(value, info, _period_hint)


_PLACE = pattern(r"[^\d,]{2,40},\s*(?=ngày\s)")  # "Hải Phòng, ngày …", as papers are dated


def _as_day(value: Any, info: "ValidationInfo") -> date:
    text = _PLACE.sub("", value) if isinstance(value, str) and _PLACE.match(value) else value
    period = _period(text, info, _day_hint)
    if period.end is None or period.start != period.end or period.condition or period.recurring:
        raise refuse(
            "unreadable-date",
            value=period.text,
            reason=PERIOD_FAULTS["not-a-day"],
            kind="not-a-day",
            hint=_day_hint(_year(info)),
        )
    return period.end


def target_for(text: str, year: int) -> Target:
    """Read a target that is to hold in a year; one of another year, or of several, promises nothing for this one.

    Raises UnreadableTarget.
    """
    target = read_target(unquoted(text), year)
    if target.years and target.years != (year, year):
        first, last = target.years
        raise UnreadableTarget(
            TargetFault.OTHER_YEAR, f"{first}" if first == last else f"{first}-{last}"
        )
    later = [y for y in _YEAR.findall(text) if int(y) > year and Decimal(y) != target.value]
    if later and target.value is not None:
        raise UnreadableTarget(TargetFault.PART_UNREAD, later[0])
    return target


def _as_target(value: Any, info: "ValidationInfo") -> Target:
    text = as_text(value)
    try:
        return target_for(text, _year(info))
    except UnreadableTarget as fault:
        raise refuse(
            "unreadable-target",
            value=text,
            reason=reason_of(fault, text),
            kind=str(fault.reason),
        ) from None


Due = Annotated[Period, BeforeValidator(_as_period)]
Day = Annotated[date, BeforeValidator(_as_day)]
Promise = Annotated[Target, BeforeValidator(_as_target)]


class Relation(Located):
    """How this plan stands to an earlier one of the unit: the number of the plan that it replaces, amends or corrects."""

    replaces: Words | None = None
    amends: Words | None = None
    corrects: Words | None = None

    @property
    def changed(self) -> str | None:
        """The number of the plan that this one changes in part; None where it stands for the whole of another."""
        return None if self.replaces else self.amends or self.corrects

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The keys that name an earlier plan, each with its words."""
        said = {"replaces": self.replaces, "amends": self.amends, "corrects": self.corrects}
        return tuple((key, words) for key, words in said.items() if words)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that it names, as `number_key` has them."""
        return tuple(number_key(words) for _, words in self.named)


_NUMBER = pattern(
    r"(?<![\d/])\d+\w? ?/ ?(?=[^\s,;()]*[^\W\d_])[^\s,;()“”\"]+(?: ?- ?[^\s,;()“”\"]+)*"
)


def number_key(text: str) -> str:
    """Give the number of a paper as numbers are compared: that of "Kế hoạch số 63/KH-SYT ngày 30/01/2023" is 63/kh-syt."""
    said = unicodedata.normalize("NFC", text).casefold().replace("–", "-")
    found = _NUMBER.search(said)
    return (found[0] if found else said).replace(" ", "").rstrip(".")


class Paper(Located):
    """The document that the plan was issued as."""

    number: Words | None = None
    issued: Day | None = None
    sent_to: Cells = ()
    sent_on: Day | None = None
    received_on: Day | None = None
    relation: Relation | None = None
    bases: Texts = ()


class Milestone(Located):
    """A step of an action that is due on the way."""

    what: Words | None = None
    due: Due | None = None


class Promised(Located):
    """An indicator of the directive with the value that the unit promises."""

    id: Id | None = None
    target: Promise | None = None
    baseline: Words | None = None


class Action(Located):
    """What the unit will do about one or more tasks."""

    id: Id | None = None
    tasks: Cells = ()
    title: Words | None = None
    objective: Words | None = None
    steps: Texts = ()
    start: Due | None = None
    milestones: Listed[Milestone] = ()
    due: Due | None = None
    lead: Cells = ()
    in_charge: Words | None = None
    approver: Words | None = None
    budget: Words | None = None
    support: Cells = ()
    result: Words | None = None
    reference: Words | None = None
    items: Cells = ()
    indicators: Listed[Promised] = ()


class Waiver(Located):
    """Leave not to carry out a task."""

    task: Words | None = None
    reason: Words | None = None
    approved_by: Words | None = None
    until: Due | None = None


class Extension(Located):
    """Leave to finish a task later, once."""

    task: Words | None = None
    to: Due | None = None
    approved_by: Words | None = None


class Contest(Located):
    """A claim that a task belongs to another unit."""

    task: Words | None = None
    reason: Words | None = None
    owner: Words | None = None
    document: Words | None = None


NAMES = frozenset(
    (
        "id",
        "tasks",
        "task",
        "unit",
        "lead",
        "support",
        "sent_to",
        "directive",
        "number",
        "items",
        "owner",
    )
)
"""Keys under which ids and names stand, where letters must fit exactly."""


class Plan(Located):
    """An action plan of one unit for one directive."""

    format: Format = "1"
    kind: Words = "plan"
    directive: Words | None = None
    unit: Words | None = None
    document: Paper | None = None
    objectives: Texts = ()
    actions: Listed[Action] = ()
    organisation: Texts = ()
    waivers: Listed[Waiver] = ()
    extensions: Listed[Extension] = ()
    contests: Listed[Contest] = ()
