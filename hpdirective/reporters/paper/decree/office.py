"""Who writes the papers and to whom, as the directive and its units name them; what they do not say stays open."""

import re
from datetime import date

from msgspec import Struct

from hpdirective.model.directive import Basis, Directive
from hpdirective.model.names import Units
from hpdirective.model.unit import SHARED_SYMBOL, Unit
from hpdirective.patterns import pattern
from hpdirective.words import Lang, Text

OPEN = "…"  # what only the office itself can fill in
_COMMITTEE = "Ủy ban nhân dân"
_PLACE = pattern(r"^(.{2,60}?),\s*ngày\s", re.IGNORECASE)
_LEVEL = pattern(r"^(?:thành phố|tỉnh|huyện|quận|thị xã|phường|xã|thị trấn)\s+", re.IGNORECASE)
# Posts of those who head a body of this sort; of others the data does not say.
_POSTS = (
    ("văn phòng", Text(vi="CHÁNH VĂN PHÒNG", en="CHIEF OF OFFICE")),
    ("sở", Text(vi="GIÁM ĐỐC", en="DIRECTOR")),
)
_POST_OPEN = Text(vi="(CHỨC VỤ CỦA NGƯỜI KÝ)", en="(POST OF WHO SIGNS)")
_UNKNOWN = Text(vi="Cơ quan tổng hợp kế hoạch", en="The body that gathers the plans")


class Office(Struct, frozen=True):
    """The office that gathers the plans, and the committee above it; `symbol` is that of its papers."""

    id: str
    name: str
    body: str  # in the head, under its parent
    parent: str
    committee: str
    symbol: str
    place: str
    post: str


def office_of(directive: Directive, units: Units, lang: Lang) -> Office:
    """Find the office to which the directive wants the plans sent."""
    clause = directive.clause("plan.sent")
    rows = clause.assign if clause else ()
    id = next((row.unit for row in rows if row.unit and row.basis is Basis.NAMED), "")
    unit = units.by_id.get(id)
    name = unit.named.name if unit else _UNKNOWN
    official = name.vi if unit else ""
    return Office(
        id,
        name.said(lang),
        _body(official, directive.issuer) or OPEN,
        directive.issuer.replace(_COMMITTEE, SHARED_SYMBOL).upper(),
        directive.issuer,
        _symbol(unit),
        _place(directive),
        _post(official).said(lang),
    )


def cited(directive: Directive, lang: Lang, *, whole: bool = False) -> str:
    """Cite the directive: where it is cited first (`whole`) with its day, issuer and subject, else by its number."""
    vi, en = f"{directive.form.vi} số {directive.number}", directive.numbered.en
    if not whole:
        return Text(vi, en).said(lang)
    subject = directive.title.text if directive.title else Text("", "")
    about = re.sub(rf"^{directive.form.vi}\s+", "", subject.vi, flags=re.IGNORECASE)
    about = about if about != subject.vi or not about else f"về “{about}”"
    return Text(
        vi=f"{vi} {written_day(directive.issued)} của {directive.issuer} {about}".strip(),
        en=f"{en} of {directive.issued.isoformat()} of {directive.issuer} ({subject.en})",
    ).said(lang)


def written_day(day: date) -> str:
    """Write a day in words as the Decree wants it: a 0 before days below 10 and before the months 1 and 2 alone."""
    month = f"{day.month:02d}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def count(number: int, lang: Lang) -> str:
    """Write a count in running text: a Vietnamese paper puts a 0 before those below 10."""
    return f"{number:02d}" if lang is Lang.VI and number else str(number)


def _body(name: str, issuer: str) -> str:
    """Leave out of the name of a body what its parent's says already: the head bears that on the line above."""
    words, above = name.split(), [word.casefold() for word in issuer.split()]
    for at in range(1, len(words)):
        rest = [word.casefold() for word in words[at:]]
        if above[: len(rest)] == rest and len(rest) > 1:
            return " ".join(words[:at]).upper()
    return name.upper()


def _symbol(unit: Unit | None) -> str:
    own = (symbol for symbol in (unit.symbols if unit else ()) if symbol != SHARED_SYMBOL)
    return next(own, OPEN)


def _place(directive: Directive) -> str:
    """Give the place where papers are dated: as the directive's own head has it, else the name of the committee's city."""
    dated = (found[1] for words in directive.head if (found := _PLACE.match(words.strip())))
    bare = directive.issuer.replace(_COMMITTEE, "").strip()
    return next(dated, _LEVEL.sub("", bare))


def _post(name: str) -> Text:
    known = (post for start, post in _POSTS if name.casefold().startswith(f"{start} "))
    return next(known, _POST_OPEN)
