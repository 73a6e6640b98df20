"""Languages, texts in both, how a value is said, and the match keys of Vietnamese names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from hpdirective.patterns import pattern


class Lang(StrEnum):
    """The language in which a report speaks."""

    VI = "vi"
    EN = "en"


class Text(Struct, frozen=True):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def said(self, lang: Lang) -> str:
        return self.vi if lang is Lang.VI else self.en


class Named(Struct, frozen=True):
    """Something with an id for machines and a name for people."""

    id: str
    name: Text


Fact: TypeAlias = "str | int | bool | date | Decimal | Text | Named | tuple[Fact, ...] | None"


def say(fact: Fact, lang: Lang) -> str:
    """Say a fact as the language writes it: 15/01/2024 and 1.234,5 or 2024-01-15 and 1,234.5."""
    match fact:
        case str():
            return str(fact)
        case Text():
            return fact.said(lang)
        case Named():
            return fact.name.said(lang)
        case date():
            return f"{fact:%d/%m/%Y}" if lang is Lang.VI else fact.isoformat()
        case Decimal():
            english = f"{fact:,f}"
            if lang is Lang.EN:
                return english
            return english.translate({ord(","): ".", ord("."): ","})
        case tuple():
            return ", ".join(say(part, lang) for part in fact)
        case _:
            return "" if fact is None else str(fact)


def fill(template: Text, facts: Mapping[str, Fact], lang: Lang) -> str:
    """Fill the {holes} of a template with facts."""
    text = template.said(lang)
    if "{" not in text and "}" not in text:
        return text
    said = {
        name: shorten(say(fact, lang), _LONGEST if isinstance(fact, str) else 1000)
        for name, fact in facts.items()
    }
    return text.format_map(said)


_LONGEST = 200  # characters of a plan's own words that a sentence can bear


def shorten(text: str, width: int) -> str:
    """Cut a text at a word and mark the cut; `width` counts characters."""
    if len(text) <= width:
        return text
    cut = text.rfind(" ", 0, width)
    return text[: cut if cut > 0 else width].rstrip(" ,;:.-") + "…"


def one_line(text: str) -> str:
    """Fold every run of white space into one space."""
    return " ".join(text.split())


# What a terminal or another program might obey, line ends and tabs apart; lone surrogates cannot be written at all.
_OBEYED = pattern(
    "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """Spell out every character that a terminal might obey: text from a plan is data."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_QUOTED = pattern(r"\s*(?:“([^“”]+)”|‘([^‘’]+)’|\"([^\"]+)\"|'([^']+)')\s*")


def unquoted(text: str) -> str:
    """Give a text without the quotation marks that stand around the whole of it: Word writes “ ” and ‘ ’, which YAML takes for letters."""
    found = _QUOTED.fullmatch(text)
    return found[found.lastindex or 0].strip() if found else text


_ALIKE = dict(
    zip(
        map(ord, "АВЕЅІЈКМНОРСТУХаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"),
        "ABESIJKMHOPCTYXaeijopcyxsABEZHIKMNOPTYXo",
        strict=True,
    )
)
_OTHER_SCRIPT = pattern("[\u0370-\u03ff\u0400-\u04ff]")


def latin(name: str) -> str:
    """Give a name with the Cyrillic and Greek letters that look Latin as Latin ones, where that leaves none of another script."""
    if name.isascii() or not _OTHER_SCRIPT.search(name):
        return name
    plain = name.translate(_ALIKE)
    return name if _OTHER_SCRIPT.search(plain) else plain


_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = pattern("[\u2010-\u2015\u2212]")
_PUNCTUATION = pattern(r"[\s.,;:()“”‘’\"'/–-]+")
_AMPERSAND = pattern(r"\s*&\s*")
# The new place of the tone mark (hoà, khoẻ, thuỷ) against the old one (hòa, khỏe, thủy); after q the u is no vowel.
_NEW_TONE = pattern(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b")
_OLD_TONE = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Give the match key of a name, in lower case and NFC.

    Spellings that differ only in case, Unicode form, place of the tone mark, dash, punctuation, spacing, or "&" for "và" have one key.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", name)).casefold().replace("ð", "đ")
    text = _AMPERSAND.sub(" và ", _DASHES.sub("-", text))
    text = " ".join(_PUNCTUATION.sub(" ", text).split())
    return _NEW_TONE.sub(lambda found: _OLD_TONE[found[0]], text)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Give the match key of a name typed without any marks."""
    text = unicodedata.normalize("NFD", fold(name)).replace("đ", "d")
    return "".join(char for char in text if not unicodedata.combining(char))


def any_of(words: Iterable[str]) -> str:
    """Give the pattern that takes any of these words as `fold` spells them; one that nothing fits where there is none."""
    return "|".join(re.escape(fold(word)) for word in words) or r"(?!)"


def nearest(
    word: str, known: Iterable[str], count: int = 3, cutoff: float = 0.7
) -> tuple[str, ...]:
    """Give the known words nearest to one that is unknown, best first."""
    from difflib import get_close_matches  # only a plan with a fault needs it

    by_key: dict[str, str] = {}
    for candidate in known:
        by_key.setdefault(bare(candidate), candidate)
    found = get_close_matches(bare(word), list(by_key), n=count, cutoff=cutoff)
    return tuple(by_key[key] for key in found)


def slips(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known words that a slip of the hand makes of this one: a letter wrong, lost, added or two swapped; two such in a long word."""
    said = bare(word)
    allowed = 1 if len(said) < _LONG_WORD else 2
    return tuple(one for one in known if 0 < _apart(said, bare(one)) <= allowed)


_LONG_WORD = 6  # letters


def _apart(one: str, other: str) -> int:
    """Count the letters changed, lost, added or swapped with their neighbour between two words (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row[:], before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def iso_date(text: str) -> date | None:
    """Read a date in the one form that data and options take, 2023-02-15; None for any other."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        return day if day.isoformat() == text else None
    return None
