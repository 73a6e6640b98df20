"""How a cell of a plan names units: known names first, then divisions of the plan's own unit, then words that fit nothing known.

Names hold "và" and commas ("Sở Kế hoạch và Đầu tư", "các quận, huyện"), and so do lists of names. A cell is cut at every separator, and
the longest run of parts that is a known name is taken, from the left.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from hpdirective.model.directive import Title
from hpdirective.model.unit import SHARED_SYMBOL, Group, Unit
from hpdirective.patterns import pattern
from hpdirective.words import Named, Text, bare, fold, nearest


class Mentioned(Struct, frozen=True):
    """One body in a cell: a unit, a group, a division, or words that fit nothing known.

    A division is the plan's own unit's, but for one whose words name its unit: then it is `of` that one, or of one of these.
    """

    text: str
    id: str | None = None
    group: str | None = None
    division: bool = False
    suggestions: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    @property
    def unit(self) -> str | None:
        """The unit that it is, or that it is first of all a division of."""
        return self.id or next(iter(self.of), None)

    def stands_for(self, unit: str) -> bool:
        """Tell whether it is a unit, or may be a division of it."""
        return unit in (self.id, *self.of) or (self.division and not self.of)


_LONG = 1500  # characters of a cell that can still be a list of names
_REMEMBERED = 4096  # cells
_MANY = 80  # parts of a cell that are looked at one by one

_SPACES = pattern(r"[^\S\n]+")
# --- how a cell is cut: on the text as written
_SEPARATOR = pattern(
    r"(\s*,\s*(?:và|cùng)\s+(?=Sở\s|UBND\s|Công an\s)|\s*(?:,(?!\s*chống\s)|[;\n•·+])\s*|\s+(?:hoặc|hay)\s+(?=[A-ZĐ])|\s+(?:và|va|cùng)(?!\s+[Pp]hòng,\s*chống)\s+|\s*/\s*|\s+[-–]\s+)"
)
_BULLET = pattern(r"^[\s\-–•·+*;,]+(?=\S)|^\s*(?:\(?\d+\)|\d+\.|[a-zđ]\))\s+|[\s.;,…*]+$")
_NUMBERED = pattern(r"(?<=\S)[ ]+(?=\(?\d{1,2}\)\s*[A-ZĐ])")
_FIRST = pattern(r"^\s*\(?1[.)]")  # of a list that is numbered: "1. Sở A 2. Sở B"
_POINTED = pattern(r"(?<=\S)[ ]+(?=\d{1,2}\.\s+[A-ZĐ])")
# A full stop where a comma is meant.
_STOPPED = pattern(r"(?<=\w\w)\.\s+(?=(?:Sở|UBND|Công an|Cục|Kho bạc|Thanh tra|[Cc]ác)\s)")
_MARK = pattern(
    r"\s*(?:\((?:\*+|\d{1,2}|CT|PH)\)|\[\d{1,2}\]|[¹²³⁰⁴-⁹]+)(?=\s*(?:[,;.\n]|$))"
)  # of a footnote
_HELD = pattern(r"\s*\n\s*(?=\()")  # "Phòng Ngân sách", and in brackets below it of whom
_AND_SO_ON = pattern(r"[\s,;]*\bv\.\s?v\.?\s*$")
_NOTE = pattern(
    r"\s*[(\[](?:để|b/c|t/h|báo cáo|tổng hợp|chủ trì|tham mưu|thường trực|qua|phối hợp|cơ quan|đầu mối|nếu có)[^)\]]*[)\]]",
    re.IGNORECASE,
)
_ROLE = pattern(
    r"(?:^|(?<=[\s,;]))(?:(?:đơn vị|cơ quan)\s+)?(?:chủ trì|phối hợp)\s*:\s*"
    r"|(?:^|(?<=[\s,;]))(?:CT|PH)\s*:\s*"
    r"|\s+(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp)(?=\s*(?:[,;.]|$|phối hợp))"
    r"|(?:^|[\s,]*(?<=[\s,]))phối hợp(?:\s+với)?\s+",
    re.IGNORECASE,
)
_PARTNER = pattern(r"phối hợp|\(\s*PH\s*\)", re.IGNORECASE)
_PARTNERS = pattern(
    r"[\s,;]*(?<=[\s,;])(?:(?:đơn vị|cơ quan)\s+)?phối hợp(?:\s+với\s|\s*:|\s+(?=\w)).*"
    r"|[,;\n][^,;\n()]*(?:\(\s*(?:phối hợp[^()]*|PH)\s*\)|\sphối hợp)\s*(?=[,;\n.]|$)",
    re.IGNORECASE | re.DOTALL,
)
_AMPERSAND = pattern(r"\s*&\s*(?=(?:Sở|UBND|Công an)\s)|\s+&\s+(?=S[A-ZĐ]{1,7}\b)")
_LIST_HEAD = pattern(
    r"(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+)?(?<!\w)các\s+"
    r"(?P<kind>sở(?:,\s*(?:ban,\s*)?ngành)?|quận\s*(?:,|và|/)\s*huyện|quận|huyện|cơ quan|đơn vị)"
    r"(?:\s*:\s*|\s+(?=(?-i:[A-ZĐÂÊÔƯĂƠ]))(?!TP\b|Thành phố\b))",
    re.IGNORECASE,
)
# What no list of districts or of departments holds: the head stands for itself, and another body follows.
_NO_MEMBER = pattern(
    r"(?:sở|các|ban|bql|phòng|công an|bộ (?:chỉ huy|tư lệnh)|văn phòng|thanh tra|chi cục|cục|trung tâm|bệnh viện|đài|báo"
    r"|viện|t(?:òa|oà) án|kho bạc|bảo hiểm|liên đoàn|hội|thành đoàn|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)(?!\s+(?:quận|huyện)\b))\b",
    re.IGNORECASE,
)
_ITEM_START = pattern(
    r"(?:^|[,;\n•·+:-]|(?:^|\s)(?:và|cùng|giám đốc|thủ trưởng|chủ tịch))\s*$", re.IGNORECASE
)

_WITH_PART = pattern(r"(?P<whole>[^():]+?)\s*(?:\((?P<part>[^()]+)\)|:\s*(?P<behind>[^():]+))")

_HEADS = pattern(r"(?<!\w)(?:(?:phó\s+)?giám đốc|thủ trưởng|chủ tịch)\s*$", re.IGNORECASE)
_TU_PHAP = pattern(r"[,;]\s*TP\W*$", re.IGNORECASE)  # in "Sở NV, TP": not the city

# --- what a part is: on its match key
_POST = pattern(
    r"^(?:(?:các )?(?:đồng chí|đ c) )?(?:(?:phó )?giám đốc|p?gđ|(?:phó )?chủ tịch|p?ct(?= ubnd)|chánh|(?:phó )?cục trưởng|trưởng|lãnh đạo|thủ trưởng) (?=\w)"
)
_COMMUNES = r"(?:xã|phường|thị trấn)(?! hội)(?: (?:và |các )?(?:xã|phường|thị trấn)(?! hội))*"
_DIVISION = pattern(
    r"(?:(?:tất cả )?các )?(?:phòng|p(?= \w\w)|bql|chi cục|trung tâm|ban(?! ngành|$)(?! chỉ đạo .*(?:thành phố|tp)$)|đội|văn phòng|vp|thanh tra (?:sở|huyện|quận)"
    r"|bệnh viện|trạm)(?!\w)"
    rf"|(?:ubnd|ủy ban nhân dân) (?:các |\d+ |cấp )?{_COMMUNES}(?!\w)"
    rf"|(?:các )?{_COMMUNES}$"
    r"|(?:ubnd|ủy ban nhân dân) (?:huyện|quận)$|toàn sở$"
    r"|(?:(?:các )?(?:đồng chí|đ c) )?(?:ban )?(?:lãnh đạo|(?:phó )?giám đốc|các phó giám đốc|phó giám đốc) sở$"
    r"|các đơn vị (?:trực )?thuộc(?!\w)"
)
# after a division, the name of the body that it belongs to
_HOLDER = pattern(
    r"(?<=\w )(?<!với )(?<!cùng )(?<!cho )(?<!thay )(?:sở|ubnd|ủy ban nhân dân|quận|huyện|q|h|cục|công an|ban quản lý"
    r"|bộ (?:chỉ huy|tư lệnh)|văn phòng|vp)(?!\w)"
)
_BRANCH = pattern(
    r"(?:các )?(?:chi cục|trung tâm|ban|bql|đội|bệnh viện|trạm)(?!\w)|phòng giao dịch|văn phòng đăng ký"
)
# what one unit has inside, and no unit is called by
_PART = pattern(r"(?:các )?(?:phòng|p(?= \w\w)|thanh tra|chi cục|trung tâm)(?!\w)")
_OF_AREA = pattern(r"chi cục .* khu vực(?!\w)")
_PARTY = pattern(
    r"(?:thành|huyện|quận|tỉnh|đảng) ủy(?!\w)|ban (?:tuyên giáo|dân vận|nội chính)(?!\w)|đoàn (?:đbqh|đại biểu quốc hội)|ban cán sự"
    r"|(?:hđnd|hội đồng nhân dân) (?:thành phố|tp)(?!\w)"
)
_BODY = pattern(
    r"(?:các )?(?:sở|ban|phòng|chi cục|cục|trung tâm|đội|văn phòng|vp|thanh tra|bệnh viện|trạm|ubnd|ủy ban"
    r"|công an|quận|huyện|xã(?! hội)|phường|thị trấn|hội(?! nhập)|đoàn|trường|kho bạc|ngân hàng"
    r"|bộ (?:chỉ huy|đội|tư lệnh)|bảo hiểm xã hội|bhxh|thành đoàn|liên đoàn|công ty|tổng công ty"
    r"|báo(?! chí| cáo)|đài|cơ quan|đơn vị|chủ đầu tư|nhà đầu tư|doanh nghiệp|viện kiểm sát|tòa án"
    r"|thành ủy|hđnd|hội đồng|mặt trận|tổ chức|lãnh đạo|vườn quốc gia|hạt kiểm lâm)(?!\w)"
)
_VAGUE = pattern(
    r"(?:các )?(?:(?:sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|cấp|tổ chức|quận|huyện|đoàn thể|và) )+"
    r"(?:có )?liên quan(?: khác)?|(?:ubnd|ủy ban nhân dân) (?:các )?quận huyện (?:có )?liên quan"
)
_SORT = (
    r"(?:sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|cấp|tổ chức|quận|huyện|xã|phường|thị trấn|đoàn thể"
    r"|hội|doanh nghiệp|(?:nhà đầu tư|chủ đầu tư|nhà thầu)(?: (?:của )?(?:các )?(?:dự án|công trình))?|đơn vị trúng thầu)"
)
_NOBODY = pattern(
    rf"(?:tất cả )?(?:(?:ubnd|ủy ban nhân dân) )?(?:các )?{_SORT}(?: (?:và )?(?:các )?{_SORT})*"
    r"(?: (?:chức năng|chuyên môn|(?:của )?thành phố|trên địa bàn|(?:trực )?thuộc(?: sở| huyện| quận)?))*"
    r"(?: (?:có )?liên quan)?(?: khác)?"
    r"|theo (?:phân công|chức năng|nhiệm vụ|quyết định|quy định|thẩm quyền)(?!\w).*"
)
# some of the districts: those with a project, with land to be taken
_SOME = pattern(
    r"(?:(?:ubnd|ủy ban nhân dân) )?(?:các )?(?:quận|huyện)(?: (?:và )?(?:quận|huyện))? (?:nơi )?có (?!liên quan)"
    r"(?:(?! (?:sở|các|ban|cục|công an|ubnd|văn phòng)(?!\w)).)+"
)
_MANY_OF = pattern(r"(?<!\w)các(?!\w)|quận huyện|^sở ban")
# what goes on with the name before it: "các phòng | , | ban", "Trạm y tế các xã | , | phường", "VP HĐND | và | UBND huyện"
_GENERIC = pattern(
    r"(?:các )?(?:ban|ngành|đơn vị|đoàn thể|cơ quan|bộ phận)(?: (?:trực )?thuộc.*)?"
)
_COMMUNE_LIST = pattern(rf"(?:các )?{_COMMUNES}|huyện")
_ENDS_IN_LEVEL = pattern(r"(?<!\w)(?:quận|xã|phường)$")
_OFFICE = pattern(r"(?:văn phòng|vp) (?:hđnd|hội đồng nhân dân)$")
_LEVEL = pattern(r"(?<!\w)(?:huyện|quận|xã|phường|thị trấn)(?!\w)(?! hội)")
# --- how names are found in running text
_WORD = pattern(r"\w+|&")
_NAME_GAP = pattern(r"[\s,.–/-]{0,4}")
_LIST_GAP = pattern(r"\s*(?:,|;|và|, và)?\s*")
_PLACES_FOLLOW = pattern(
    r"(?<!\w)(?P<kind>[Cc]ác [Ss]ở|(?:[Cc]ác )?(?:quận|huyện|thị xã)(?:(?:,| và) (?:quận|huyện|thị xã))*|UBND)\s*:?\s*$"
)
_TOWN = pattern(r"(?:thành phố|tp|thị xã|tx|đặc khu) ")
_OF_DISTRICT = pattern(r"(?:ubnd|ủy ban nhân dân|chủ tịch|quận|huyện|q|h)(?!\w)")


class Place(Struct, frozen=True):
    """A unit or group that running text names, and where: characters from 0."""

    start: int
    end: int
    id: str | None = None
    group: str | None = None


class _Sought(Struct, frozen=True):
    """A name as words to be found in running text; what it has in capitals, the text must have so too."""

    words: tuple[str, ...]
    capitals: frozenset[int]
    bare_place: bool
    known: Mentioned


class Units:
    """All units and groups, found by id, name, alias or symbol."""

    def __init__(self, units: Iterable[Unit], groups: Iterable[Group]) -> None:
        self.by_id = {unit.id: unit for unit in units}
        self.groups = {group.id: group for group in groups}
        self._names: dict[str, Mentioned] = {}
        for group in self.groups.values():
            for name in (group.id, *group.aliases, *_titles(group.name)):
                self._call(name, Mentioned("", group=group.id))
        for unit in self.by_id.values():
            symbols = (symbol for symbol in unit.symbols if symbol != SHARED_SYMBOL)
            for name in (unit.id, *unit.aliases, *symbols, *_titles(unit.name)):
                self._call(name, Mentioned("", id=unit.id))
        self._bare = {bare(name): known for name, known in self._names.items()}
        self._read: dict[str, tuple[Mentioned, ...]] = {}

    def _call(self, name: str, known: Mentioned) -> None:
        if key := fold(name):  # a mere sign calls nobody
            self._names[key] = known

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

    def called(self, text: str) -> str | None:
        """Give the id of the unit or group that a text names, and nothing else: no post held there, no further words."""
        known = self._names.get(fold(text))
        return (known.id or known.group) if known else None

    def cell(self, text: str) -> tuple[Mentioned, ...]:
        """Read a cell that may name several bodies, in the order in which they stand."""
        found = self._read.get(text)
        if found is None:
            said = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
            whole = (Mentioned(text.strip()),)
            if len(self._read) >= _REMEMBERED:  # of ten thousand plans, no cell is like another
                self._read.clear()
            found = self._read[text] = self._split(said) if len(said) <= _LONG else whole
        return found

    def leads(self, text: str) -> tuple[Mentioned, ...]:
        """Read a cell of who leads, but for those whom it names as partners: "Sở Tài chính chủ trì, phối hợp với Sở Xây dựng"."""
        alone = _PARTNERS.sub("", text) if _PARTNER.search(text) else text
        return self.cell(alone if alone.strip() else text)

    def standing(self, words: str) -> frozenset[str]:
        """Give the ids of the units and groups whose names stand in a text; a group stands for its members, and they all for it."""
        places = self.within(unicodedata.normalize("NFC", words))
        found = {id for place in places for id in (place.id, place.group) if id}
        for place in places:
            found |= set(self.members(place.group or ""))
        whole = {g.id for g in self.groups.values() if g.members and found.issuperset(g.members)}
        return frozenset(found | whole)

    def within(self, text: str) -> tuple[Place, ...]:
        """Find the units and groups that running text in NFC names, the longest names first, in the order of the words.

        The name of a place alone ("Kiến An") counts in a list of districts; "Tài chính" in a list of sở.
        """
        words = [(fold(m[0]), *m.span()) for m in _WORD.finditer(text)]
        found: list[Place] = []
        at = 0
        while at < len(words):
            place, taken = self._named_at(text, words, at, found[-1] if found else None)
            if place:
                if found and self._heads_list(text, found[-1], place):
                    found.pop()  # "các quận: Kiến An, Đồ Sơn" names these two
                found.append(place)
            at += taken
        return tuple(found)

    def _heads_list(self, text: str, group: Place, member: Place) -> bool:
        colon = text[group.end : member.start].strip() in ("", ":")
        return colon and group.group is not None and member.id is not None

    def _named_at(
        self, text: str, words: list[tuple[str, int, int]], at: int, last: Place | None
    ) -> tuple[Place | None, int]:
        """Give what is named from one word on, and how many words it takes."""
        start = words[at][1]
        listed = self._listed(text, start, last)
        for sought in self._by_first_word.get(words[at][0], ()):
            if (listed == "place" or not sought.bare_place) and self._fits(
                text, words, at, sought
            ):
                end = words[at + len(sought.words) - 1][2]
                return Place(start, end, sought.known.id, sought.known.group), len(sought.words)
        if listed == "sở" and text[start].isupper():
            for sought in self._by_first_word.get("sở", ()):
                rest = _Sought(sought.words[1:], frozenset(), False, sought.known)
                if rest.words and self._fits(text, words, at, rest):
                    end = words[at + len(rest.words) - 1][2]
                    return Place(start, end, sought.known.id, sought.known.group), len(rest.words)
        return None, 1

    def _listed(self, text: str, start: int, last: Place | None) -> str:
        """Say of which sort of names a list goes on here: "sở", "place", or none."""
        head = _PLACES_FOLLOW.search(text, max(0, start - 40), start)
        if head:
            return "sở" if fold(head["kind"]).endswith("sở") else "place"
        if last is None or not _LIST_GAP.fullmatch(text[last.end : start]):
            return ""
        unit = self.by_id.get(last.id or "")
        if unit and unit.type in ("quan", "huyen"):
            return "place"
        return "sở" if unit and unit.type == "so" else ""

    def _fits(
        self, text: str, words: list[tuple[str, int, int]], at: int, sought: _Sought
    ) -> bool:
        run = words[at : at + len(sought.words)]
        if tuple(word for word, _, _ in run) != sought.words:
            return False
        if any(not text[run[n][1] : run[n][2]].isupper() for n in sought.capitals):
            return False
        whole = text[run[0][1] : run[-1][2]]
        if sought.known.id and whole == whole.lower():
            return False  # "bảo hiểm xã hội" is what is paid, not who pays it
        gaps = (text[a[2] : b[1]] for a, b in pairwise(run))
        return all(_NAME_GAP.fullmatch(gap) for gap in gaps)

    @cached_property
    def _by_first_word(self) -> dict[str, list[_Sought]]:
        """All names that text may hold, by their first word, the longest first; ids are for machines."""
        named: list[tuple[str, Mentioned]] = []
        for group in self.groups.values():
            title = (group.name.vi,) if group.name else ()
            named += [(name, Mentioned("", group=group.id)) for name in (*group.aliases, *title)]
        for unit in self.by_id.values():
            symbols = (symbol for symbol in unit.symbols if symbol != SHARED_SYMBOL)
            title = (unit.name.vi,) if unit.name else ()
            named += [
                (name, Mentioned("", id=unit.id)) for name in (*unit.aliases, *symbols, *title)
            ]
        longer = {unit.id: _longer_names(unit) for unit in self.by_id.values()}
        found: dict[str, list[_Sought]] = {}
        for name, known in named:
            raw = [m[0] for m in _WORD.finditer(unicodedata.normalize("NFC", name))]
            if not raw:
                continue
            capitals = frozenset(n for n, w in enumerate(raw) if len(w) > 1 and w.isupper())
            part = f" {fold(name)} " in longer.get(known.id or "", "")
            whole = looks_like_body(name) or _TOWN.match(fold(name))
            place = part and not capitals and not whole
            sought = _Sought(tuple(map(fold, raw)), capitals, place, known)
            found.setdefault(sought.words[0], []).append(sought)
        for same in found.values():
            same.sort(key=lambda sought: -len(sought.words))
        return found

    def _known(self, text: str) -> Mentioned | None:
        key = fold(text)
        for said in dict.fromkeys((key, _POST.sub("", key, count=1))):
            found = self._names.get(said) or (self._bare.get(said) if said.isascii() else None)
            if found:
                return Mentioned(text, found.id, found.group)
        return None

    def _unknown(self, text: str) -> Mentioned:
        if (m := _WITH_PART.fullmatch(text)) and (whole := self._known(m["whole"])):
            part = self._unknown(m["part"] or m["behind"])
            of = part.division and not part.of and self._held_by(fold(part.text), whole)
            if of:
                return Mentioned(text, division=True, of=of)
        key = fold(text)
        slip = self._bare.get(bare(text))
        if slip and slip.id:
            return Mentioned(text, suggestions=(slip.id,))  # the marks alone are wrong
        if not _PARTY.search(key) and (
            _DIVISION.match(key) or _DIVISION.match(_POST.sub("", key, count=1))
        ):
            return Mentioned(text, division=True, of=self._holders(_POST.sub("", key, count=1)))
        return Mentioned(text, suggestions=self._nearest(text))

    def _holders(self, key: str) -> tuple[str, ...]:
        """Give the units of which a division may be one, where its last words name one: "Thanh tra Sở Tài chính"."""
        for found in _HOLDER.finditer(key):
            of = self._held_by(key[: found.start()], self._names.get(key[found.start() :]))
            if of is not None:
                return of
        part, _, symbol = key.rpartition(" ")
        if symbol in self._symbols and symbol not in _AFFAIR:
            return self._held_by(part, self._names[symbol]) or ()
        words = key.split() if _OF_AREA.match(key) else []
        heads = (self._names.get(" ".join(words[1:end])) for end in range(len(words), 2, -1))
        return next(((head.id,) for head in heads if head and head.id), ())

    @cached_property
    def _symbols(self) -> frozenset[str]:
        """The symbols of units: written behind a division they say whose it is."""
        return frozenset(fold(s) for unit in self for s in unit.symbols if s != SHARED_SYMBOL)

    def _held_by(self, part: str, holder: Mentioned | None) -> tuple[str, ...] | None:
        """Give the units of which a part of a holder may be one; None where nothing can be a part of that."""
        if holder is None or holder.id is None or self.by_id[holder.id].type == "uy-ban":
            return None  # every department is the committee's
        if not (_BRANCH.match(part) and self._is_district(holder)):
            return (holder.id,)
        # a branch in a district is that of a body of the city, or the district's own
        above = self._names.get(part.removeprefix("chi ").strip())
        return (above.id, holder.id) if above and above.id else ()

    def _part_of(self, division: Mentioned, gap: str, holder: Mentioned) -> Mentioned | None:
        """Give a division together with the unit behind it, where it can be told to be that one's."""
        name = fold(holder.text)
        symbol = " " not in name and name not in _AFFAIR
        if not (symbol or _OTHER_BODY.match(name)):
            return None
        of = self._held_by(_POST.sub("", fold(division.text), count=1), holder)
        text = f"{division.text}{gap}{holder.text}"
        return Mentioned(text, division=True, of=of) if of else None

    def _with_part(
        self, holder: Mentioned, before: str, gap: str, word: str, after: str
    ) -> Mentioned | None:
        """Give a unit together with its part behind a dash, where that dash makes no list: "Sở Tài chính - Phòng Ngân sách"."""
        dashed = gap.strip() in _DASHES and {before.strip(), after.strip()}.isdisjoint(_DASHES)
        if not (holder.id and dashed and _PART.match(fold(word))):
            return None
        if _LEVEL.search(fold(word)) and not self._is_district(holder):
            return None  # "Sở Y tế - Trung tâm Y tế huyện Cát Hải"
        part = self._unknown(word)
        of = part.division and not part.of and self._held_by(fold(word), holder)
        return Mentioned(f"{holder.text}{gap}{word}", division=True, of=of) if of else None

    def _nearest(self, text: str) -> tuple[str, ...]:
        """Give the units that a slip of the hand away: of the same sort of body, and of the same level."""
        if len(text) > 120:
            return ()
        if cut := self._cut_short(text):
            return cut
        key = bare if text.isascii() else fold
        first, *rest = key(text).split() or [""]
        local = bool(_LEVEL.search(fold(text)))  # a district's branch is no slip for the city's
        alike = self._alike.get((key is bare, local, first if rest else ""), ())
        close = [
            name for name in nearest(text, alike, cutoff=0.82) if _may_be(key(text), key(name))
        ]
        return tuple(dict.fromkeys(id for name in close if (id := self._names[name].id)))

    @cached_property
    def _alike(self) -> dict[tuple[bool, bool, str], list[str]]:
        """The names of units by what a slip of the hand keeps: with marks or bare, of which level, and the first word, "" for all names of one word."""
        found: dict[tuple[bool, bool, str], list[str]] = {}
        for name, known in self._names.items():
            if known.id and (_BODY.match(name) or " " not in name):
                local = bool(_LEVEL.search(name))
                for is_bare, key in ((True, bare), (False, fold)):
                    first = (key(name).split() or [""])[0]
                    firsts = {first} if " " in name else {first, ""}
                    for one in firsts:
                        found.setdefault((is_bare, local, one), []).append(name)
        return found

    def _cut_short(self, text: str) -> tuple[str, ...]:
        """Give the unit whose name a text starts and leaves off ("Sở Giáo dục"), where there is only one."""
        start = f"{fold(text)} "
        if not start.startswith("sở ") or start.count(" ") < 2:
            return ()
        ids = {known.id for name, known in self._names.items() if name.startswith(start)}
        only = ids.pop() if len(ids) == 1 else None
        return (only,) if only else ()

    def _split(self, text: str) -> tuple[Mentioned, ...]:
        whole = self._known(_BULLET.sub("", text.strip()))
        if whole and not _TU_PHAP.search(text):
            return (whole,)
        if (m := _WITH_PART.fullmatch(text.strip())) and "," in (m["part"] or ""):
            held = self._known(m["whole"])
            if held and held.id and all(b.division and not b.of for b in self._split(m["part"])):
                return (Mentioned(text.strip(), division=True, of=(held.id,)),)
        text = _POINTED.sub("; ", text) if _FIRST.match(text) else text
        text = _STOPPED.sub("; ", _MARK.sub("", text))
        text = _AND_SO_ON.sub("", _NUMBERED.sub("; ", _HELD.sub(" ", text)))
        text = _AMPERSAND.sub(", ", _ROLE.sub("; ", _NOTE.sub("", text)))
        found: list[Mentioned] = []
        at, prefix, headed = 0, "", False
        for head in [*_LIST_HEAD.finditer(text), None]:
            if head and not _heads_a_list(head, text):
                continue
            stop = head.start() if head else len(text)
            before = _HEADS.sub("", text[at:stop]) if head else text[at:]
            self._read_list(before, prefix, found, headed=headed)
            if head:
                prefix, headed, at = _prefix(head["kind"]), True, head.end()
        return tuple(found)

    def _read_list(self, text: str, prefix: str, found: list[Mentioned], *, headed: bool) -> None:
        parts = _SEPARATOR.split(text)
        words, gaps = parts[::2], [*parts[1::2], ""]
        if len(words) > _MANY:
            found.append(Mentioned(text.strip()))
            return
        at = first = 0  # `first` is the part with which the last body begins
        glue = False  # the last body is unknown, and the next part may go on with it
        lines = "\n" not in text and _DASH_FIRST.match(text)
        while at < len(words):
            # before the first part there is no gap: the last of `gaps` is empty
            gap, last = gaps[at - 1], found[-1] if found and found[-1].division else None
            end, known = self._longest(words, gaps, at, prefix)
            before = lines[0] if lines and first == 0 else gaps[first - 1]
            open_ = last and (
                not last.of or (gap.strip() in _DASHES and _BRANCH.match(fold(last.text)))
            )
            belongs = open_ and _belongs(before, gap, gaps[end - 1])
            if last and known and belongs and (whole := self._part_of(last, gap, known)):
                found[-1], at, glue = whole, end, False
                prefix = _prefix_after(known, prefix)
                continue
            if last and _names_on(gap, words[at]):
                found[-1] = self._unknown(f"{last.text}{gap}{words[at].strip()}")
                at += 1
                continue
            if (
                known
                and self._is_bare_place(known)
                and not (headed or not found or self._is_district(found[-1]))
            ):
                known = None  # "Bệnh viện Thủy Nguyên, An Dương" names no district
            if known:
                found.append(known)
                prefix = _prefix_after(known, prefix)
                first, at, glue = at, end, not (known.id or known.group)
                continue
            word = _BULLET.sub("", words[at])
            if found and (whole := self._with_part(found[-1], before, gap, word, gaps[at])):
                found[-1], glue = whole, False
                at += 1
                continue
            if word and glue and _continues(found[-1], gaps[at - 1], word):
                found[-1] = self._unknown(f"{found[-1].text}{gaps[at - 1]}{word}")
            elif word:
                first = at
                found.append(self._unknown(word))
                prefix = "" if _BODY.match(fold(word)) else prefix
                glue = True
            at += 1

    def _longest(
        self, words: list[str], gaps: list[str], start: int, prefix: str
    ) -> tuple[int, Mentioned | None]:
        """Give the longest run of parts from `start` that is a known name, or names nobody in known words."""
        for end in range(len(words), start, -1):
            run = zip(words[start:end], gaps[start:end], strict=True)
            text = _BULLET.sub("", "".join(w + g for w, g in run).removesuffix(gaps[end - 1]))
            if not text:
                continue
            if _VAGUE.fullmatch(fold(text)) or _SOME.fullmatch(fold(text)):
                return end, Mentioned(text)
            if end - start > 1 and fold(words[end - 1]) == "tp":
                continue  # in "Sở NV, TP" the last is Sở Tư pháp, not the city
            found = self._known(text) or (self._known(f"{prefix} {text}") if prefix else None)
            if found:
                return end, Mentioned(text, found.id, found.group)
        return start, None

    def _is_district(self, body: Mentioned) -> bool:
        return body.id is not None and self.by_id[body.id].type in ("quan", "huyen")

    def _is_bare_place(self, body: Mentioned) -> bool:
        return self._is_district(body) and not _OF_DISTRICT.match(fold(body.text))


def _may_be(said: str, name: str) -> bool:
    """Tell whether words may be a slip for a name: a name with two words more is another body's, and so is one of another place."""
    words, wanted = said.split(), name.split()
    if len(words) > len(wanted) + 1:
        return False
    return bool(nearest(" ".join(words[-2:]), [" ".join(wanted[-2:])], 1, 0.6))


def is_vague(text: str) -> bool:
    """Tell whether words name nobody in particular: "các sở, ngành liên quan"."""
    key = _POST.sub("", fold(text), count=1)
    return bool(_NOBODY.fullmatch(key) or _SOME.fullmatch(key))


def is_many(text: str) -> bool:
    """Tell whether words name nobody in particular, and more than one."""
    return is_vague(text) and bool(_MANY_OF.search(fold(text)))


def looks_like_body(text: str) -> bool:
    """Tell whether words start as the name of a public body does."""
    return bool(_BODY.match(fold(text)))


def _names_on(gap: str, word: str) -> bool:
    """Tell whether a dash goes on with the name of a division: "Phòng Lao động - Tiền lương - Bảo hiểm xã hội"."""
    return gap.strip() in ("-", "–") and not _OTHER_BODY.match(fold(word))


_OTHER_BODY = pattern(
    r"(?:sở|ubnd|ủy ban|công an|cục|chi cục|quận|huyện|ban|văn phòng|vp|phòng|trung tâm|thanh tra|bộ|kho bạc|ngân hàng"
    r"|bảo hiểm xã hội(?= \w))(?!\w)"
)
_AFFAIR = {"bhxh"}  # what divisions deal with, too
_DASH_FIRST = pattern(r"\s*[-–](?=\s)")
_DASHES = ("-", "–")


def _belongs(before: str, gap: str, after: str) -> bool:
    """Tell whether a division may belong to the body behind it: by the signs between, and on both sides of the two.

    A dash says so where it does not make the list; a comma where nothing else stands with them.
    """
    around = {before.strip(), after.strip()}
    if gap.strip() in _DASHES:
        return around.isdisjoint(_DASHES)
    return gap.strip() == "," and around <= {"", ";", "•", "·", "+"}


def _continues(before: Mentioned, gap: str, word: str) -> bool:
    """Tell whether a part goes on with the unknown name before it, and starts no body of its own."""
    if ";" in gap or "\n" in gap:
        return False
    name, said = fold(before.text), fold(word)
    if _ENDS_IN_LEVEL.search(name) and _COMMUNE_LIST.fullmatch(said):
        return True
    if _GENERIC.fullmatch(said) or _OFFICE.search(name):
        return True
    dash = gap.strip() in ("-", "–")
    return not _BODY.match(said) or (dash and before.division)


def _longer_names(unit: Unit) -> str:
    """Give the names of a unit one after another, each without its first word: what stands in there is part of a longer name."""
    names = map(fold, (*unit.aliases, *_titles(unit.name)))
    return "".join(f" {rest} |" for name in names if (rest := name.partition(" ")[2]))


def _titles(title: Title | None) -> tuple[str, ...]:
    return (title.vi, title.en) if title else ()


def _heads_a_list(head: re.Match[str], text: str) -> bool:
    """Tell whether a head has its list: "Công an các quận: …" lists no districts, and "UBND các quận" before "Sở Xây dựng" stands for itself."""
    if not _ITEM_START.search(text[: head.start()]):
        return False
    kind, after = fold(head["kind"]), text[head.end() :]
    if not kind.startswith(("sở", "quận", "huyện")):
        return True
    if kind.startswith("sở") and ":" in head[0]:
        return True  # "các sở, ngành: Sở Y tế, Công an thành phố"
    return not _NO_MEMBER.match(after)


def _prefix(kind: str) -> str:
    folded = fold(kind)
    if folded.startswith("sở"):
        return "Sở"
    return folded if folded in ("quận", "huyện") else ""


def _prefix_after(known: Mentioned, prefix: str) -> str:
    """After "Sở Tài chính", a bare "Xây dựng" is Sở Xây dựng."""
    said = fold(known.text)
    if known.id and said.startswith("sở "):
        return "Sở"
    return "" if _BODY.match(said) else prefix
