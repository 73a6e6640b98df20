"""The city's units and their groups, and how a cell of a plan names them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from hpdirective.model.directive import Title
from hpdirective.model.located import IsoDate, Listed, Located, Texts, Words, choice
from hpdirective.words import Named, Text, bare, fold, nearest


class Submits(StrEnum):
    """Whether a unit must send a plan."""

    REQUIRED = "required"
    REQUESTED = "requested"
    NO = "no"
    UNKNOWN = "unknown"


class Function(Located):
    """A sector that a legal text gives to a unit."""

    sector: Words = ""
    source: Words | None = None


class Unit(Located):
    """A body that the directive may concern."""

    format: Words = "1"
    kind: Words = "unit"
    id: Words = ""
    name: Title | None = None
    type: Words | None = None
    symbols: Texts = ()
    aliases: Texts = ()
    functions: Listed[Function] = ()
    submits: Annotated[Submits, BeforeValidator(choice(Submits))] = Submits.UNKNOWN
    valid_from: IsoDate | None = None
    valid_to: IsoDate | None = None
    source: Words | None = None

    @property
    def named(self) -> Named:
        return Named(self.id, self.name.text if self.name else Text(vi=self.id, en=self.id))


class Group(Located):
    """Several units under one name; `reading` says why where the members are our reading."""

    id: Words = ""
    name: Title | None = None
    aliases: Texts = ()
    members: Texts = ()
    reading: Words | None = None


class Groups(Located):
    """The file of groups."""

    format: Words = "1"
    kind: Words = "groups"
    groups: Listed[Group] = ()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One body in a cell: a unit, a group, a division of the plan's own unit, or words that fit nothing known."""

    text: str
    id: str | None = None
    group: str | None = None
    division: bool = False
    suggestions: tuple[str, ...] = ()


# Every district's documents carry "UBND": a symbol, never a name.
_SHARED_SYMBOL = "UBND"
_SEPARATOR = re.compile(r"(\s*[,;\n•·+]\s*|\s+(?:và|va|cùng)\s+|\s*/\s*|\s+[-–]\s+)")
_BULLET = re.compile(r"^[\s\-–•·+*]+(?=\S)|^\s*\d+[.)]\s+|[\s.]+$")
_LIST_HEAD = re.compile(
    r"(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+)?(?<!\w)các\s+"
    r"(?P<kind>sở(?:,\s*(?:ban,\s*)?ngành)?|quận\s*(?:,|và|/)\s*huyện|quận|huyện|cơ quan|đơn vị)"
    r"(?P<end>\s*:\s*|\s+(?=(?-i:[A-ZĐÂÊÔƯĂƠ])))",
    re.IGNORECASE,
)
_COMMUNES = r"(?:xã|phường|thị trấn)(?! hội)(?:[\s,]+(?:và |các )?(?:xã|phường|thị trấn)(?! hội))*"
_DIVISION = re.compile(
    r"(?:các\s+)?(?:phòng|chi cục|trung tâm|ban|đội|văn phòng|thanh tra sở|bệnh viện|trạm)(?!\w)"
    rf"|(?:ubnd|ủy ban nhân dân)\s+(?:các\s+)?{_COMMUNES}(?!\w)"
    rf"|(?:các\s+)?{_COMMUNES}$"
)
_COMMUNE_LIST = re.compile(rf"(?:ubnd |ủy ban nhân dân )?(?:các )?{_COMMUNES}")
_BODY = re.compile(
    r"(?:các\s+)?(?:sở|ban|phòng|chi cục|cục|trung tâm|đội|văn phòng|thanh tra|bệnh viện|trạm|ubnd|ủy ban"
    r"|công an|quận|huyện|xã(?! hội)|phường|thị trấn|hội(?! nhập)|đoàn|trường|kho bạc|ngân hàng"
    r"|bộ (?:chỉ huy|đội|tư lệnh)|bảo hiểm xã hội|bhxh|thành đoàn|liên đoàn|công ty|tổng công ty"
    r"|báo(?! chí| cáo)|đài|cơ quan|đơn vị|chủ đầu tư|nhà đầu tư|doanh nghiệp|viện kiểm sát|tòa án"
    r"|thành ủy|hđnd|hội đồng|mặt trận|tổ chức|lãnh đạo|vườn quốc gia|hạt kiểm lâm)(?!\w)"
)
_OFFICE = re.compile(
    r"văn phòng (?:hđnd|hội đồng nhân dân)$"
)  # "và UBND huyện" belongs to its name
_LEVEL = re.compile(r"(?<!\w)(?:huyện|quận|xã|phường|thị trấn)(?!\w)(?! hội)")
_VAGUE = re.compile(
    r"(?:các )?(?:(?:sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|cấp|tổ chức|quận|huyện|đoàn thể|các|và) )+"
    r"(?:có )?liên quan(?: khác)?"
)
_MANY = 80  # parts of a cell that are looked at one by one


class Units:
    """All units and groups, found by id, name, alias or symbol."""

    def __init__(self, units: Iterable[Unit], groups: Iterable[Group]) -> None:
        self.by_id = {unit.id: unit for unit in units}
        self.groups = {group.id: group for group in groups}
        self._names: dict[str, Mentioned] = {}
        for group in self.groups.values():
            for name in (group.id, *group.aliases, *_titles(group.name)):
                self._names[fold(name)] = Mentioned("", group=group.id)
        for unit in self.by_id.values():
            symbols = (symbol for symbol in unit.symbols if symbol != _SHARED_SYMBOL)
            for name in (unit.id, *unit.aliases, *symbols, *_titles(unit.name)):
                self._names[fold(name)] = Mentioned("", id=unit.id)
        self._bare = {bare(name): known for name, known in self._names.items()}
        self._read: dict[str, tuple[Mentioned, ...]] = {}

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.by_id.values())

    def named(self, id: str) -> Named:
        """Give a unit's or group's name for a message; an unknown id stands for itself."""
        if id in self.by_id:
            return self.by_id[id].named
        title = self.groups[id].name if id in self.groups else None
        return Named(id, title.text if title else Text(vi=id, en=id))

    def members(self, group: str) -> tuple[str, ...]:
        return self.groups[group].members if group in self.groups else ()

    def one(self, text: str) -> Mentioned:
        """Read words that are to name a single unit."""
        return self._known(text) or self._unknown(text)

    def cell(self, text: str) -> tuple[Mentioned, ...]:
        """Read a cell that may name several: known names first, the longest first, then divisions of the plan's own unit."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._split(unicodedata.normalize("NFC", text))
        return found

    def _known(self, text: str) -> Mentioned | None:
        key = fold(text)
        found = self._names.get(key) or (self._bare.get(key) if key.isascii() else None)
        return Mentioned(text, found.id, found.group) if found else None

    def _unknown(self, text: str) -> Mentioned:
        if _DIVISION.match(fold(text)):
            return Mentioned(text, division=True)
        return Mentioned(text, suggestions=self._nearest(text))

    def _nearest(self, text: str) -> tuple[str, ...]:
        if len(text) > 120:
            return ()
        close = nearest(
            text, (name for name, known in self._names.items() if known.id), cutoff=0.82
        )
        local = bool(_LEVEL.search(fold(text)))  # a district's branch is no slip for the city's
        ids = [self._names[name].id for name in close if bool(_LEVEL.search(name)) == local]
        return tuple(dict.fromkeys(id for id in ids if id))

    def _split(self, text: str) -> tuple[Mentioned, ...]:
        whole = self._known(_BULLET.sub("", text.strip()))
        if whole:
            return (whole,)
        found: list[Mentioned] = []
        at = 0
        prefix = ""
        for head in [*_LIST_HEAD.finditer(text), None]:
            stop = head.start() if head else len(text)
            # "các Sở, ngành: A, B": what stands before the head is a list of its own
            self._read_list(text[at:stop], prefix, found)
            if head:
                prefix = _prefix(head["kind"])
                at = head.end()
        return tuple(found)

    def _read_list(self, text: str, prefix: str, found: list[Mentioned]) -> None:
        parts = _SEPARATOR.split(text)
        words, gaps = parts[::2], [*parts[1::2], ""]
        if len(words) > _MANY:
            found.append(Mentioned(text.strip()))
            return
        at = 0
        glue = False  # the part continues an unknown name: "Phòng Tài nguyên | và | Môi trường"
        while at < len(words):
            known = None
            for end in range(len(words), at, -1):
                candidate = _BULLET.sub(
                    "",
                    "".join(
                        w + g for w, g in zip(words[at:end], gaps[at:end], strict=True)
                    ).removesuffix(gaps[end - 1]),
                )
                if _VAGUE.fullmatch(fold(candidate)):
                    known = Mentioned(candidate)  # "các sở, ngành liên quan" names nobody
                    break
                known = self._known(candidate) or (
                    self._known(f"{prefix} {candidate}") if prefix and candidate else None
                )
                if known:
                    break
            if known:
                known = Mentioned(candidate, known.id, known.group)
                found.append(known)
                prefix = _prefix_after(known, candidate, prefix)
                glue = False
                at = end
                continue
            word = _BULLET.sub("", words[at])
            if word:
                if glue and _continues(found[-1].text, gaps[at - 1], word):
                    found[-1] = self._unknown(f"{found[-1].text}{gaps[at - 1]}{word}")
                else:
                    found.append(self._unknown(word))
                glue = True
                if _BODY.match(fold(word)):
                    prefix = ""
            at += 1


def _continues(before: str, gap: str, word: str) -> bool:
    """Tell whether a part goes on with the unknown name before it, and starts no body of its own."""
    if ";" in gap or "\n" in gap:
        return False
    if _COMMUNE_LIST.fullmatch(fold(f"{before}, {word}")) or _OFFICE.search(fold(before)):
        return True
    return not _BODY.match(fold(word))


def looks_like_body(text: str) -> bool:
    """Tell whether words start as the name of a public body does."""
    return bool(_BODY.match(fold(text)))


def _titles(title: Title | None) -> tuple[str, ...]:
    return (title.vi, title.en) if title else ()


def _prefix(kind: str) -> str:
    folded = fold(kind)
    if folded.startswith("sở"):
        return "Sở"
    return folded if folded in ("quận", "huyện") else ""


def _prefix_after(known: Mentioned, text: str, prefix: str) -> str:
    """After "Sở Tài chính", a bare "Xây dựng" is Sở Xây dựng."""
    if known.id and fold(text).startswith("sở "):
        return "Sở"
    return "" if _BODY.match(fold(text)) else prefix
