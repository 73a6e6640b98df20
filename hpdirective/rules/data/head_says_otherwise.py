"""HPD934 head-says-otherwise: number or day of issue that is not that of the directive's head."""

import re
from collections.abc import Iterator
from datetime import date

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import number_key
from hpdirective.patterns import pattern
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD934",
    name="head-says-otherwise",
    severity=Severity.WARNING,
    cites=None,
    title=Text(
        vi="Số hoặc ngày ban hành khác với phần đầu văn bản",
        en="Number or day of issue that is not that of the text's head",
    ),
    message=Text(
        vi="“{key}” là {value}, trong khi phần đầu văn bản ghi “{words}”",
        en="“{key}” is {value}, and the head of the text says “{words}”",
    ),
    help=Text(
        vi="ghi “{key}” theo phần đầu văn bản",
        en="write “{key}” as the head has it",
    ),
    why=Text(
        vi="Kế hoạch dẫn chỉ thị bằng số và ngày; sai một trong hai thì kế hoạch dẫn đúng lại bị coi là của chỉ thị khác",
        en="Plans cite a directive by number and day; with either wrong, a plan that cites it well is taken for one of another.",
    ),
    bad="""\
        kind: directive
        number: 01/CT-UBND
        issued: 2023-01-05 # HPD934
        head:
          - "Số: 01/CT-UBND"
          - An Vân, ngày 15 tháng 01 năm 2023
    """,
    good="""\
        kind: directive
        number: 01/CT-UBND
        issued: 2023-01-15
        head:
          - "Số: 01/CT-UBND"
          - An Vân, ngày 15 tháng 01 năm 2023
    """,
)


_NUMBER = pattern(r"số\s*:\s*(\d\S*/\S+)", re.IGNORECASE)
_DAY = pattern(r"([^,]{2,60}),\s*ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)


def check(context: DataContext) -> Iterator[Match]:
    """Hold number and day against the head; where it states several, as a certified copy does, one that agrees is enough."""
    if context.directive is None:
        return
    number, day = context.directive.number, context.directive.issued
    lines = [line.strip() for line in context.directive.head]
    numbers = {_key(said[1]): words for words in lines if (said := _NUMBER.fullmatch(words))}
    if number and numbers and _key(number) not in numbers:
        words = next(iter(numbers.values()))
        yield match(("number",), key="number", value=f"“{number}”", words=words)
    days = {dated: words for words in lines if (dated := _day(words))}
    known = day != date.min  # else it could not be read
    if known and days and (day.day, day.month, day.year) not in days:
        words = next(iter(days.values()))
        yield match(("issued",), key="issued", value=day, words=words)


def _key(number: str) -> str:
    """Give the match key of a number: 7/CT-UBND is 07/CT-UBND."""
    return number_key(number).lstrip("0")


def _day(words: str) -> tuple[int, ...] | None:
    """Give the day of a line that is a place and a day; in a legal basis not every word has a capital."""
    said = _DAY.fullmatch(words)
    if said is None or any(word[0].islower() for word in said[1].split()):
        return None
    return tuple(map(int, said.groups()[1:]))
