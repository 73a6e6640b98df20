"""From the text of a directive to its first tree, written as YAML and read back."""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct, field

from hpdirective.disk import NotUsable
from hpdirective.drafting.clause import Shared, Tree, draft_clause, ordered
from hpdirective.drafting.cutting import cut
from hpdirective.drafting.header import Header, read_header
from hpdirective.drafting.held import Times
from hpdirective.drafting.layout import Layout, Paragraph, Part, Section, lay_out
from hpdirective.drafting.proposing import Doer, Spoken, doers, names_doer, topics_of
from hpdirective.drafting.writing import Value, write
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.model.official import difference, digest
from hpdirective.reading import read
from hpdirective.source import yaml
from hpdirective.source.document import Limits
from hpdirective.words import Text

COMMENT = """\
Bản dựng tự động từ văn bản, chưa có người xác nhận: mỗi khóa nêu ở “todo” còn phải quyết định; quyết định xong thì xóa khỏi “todo”.
A draft made from the text: every key that a `todo` names is still to be decided; strike it there when it is.
`hpd validate` on this file lists what is left; `hpd verify OFFICIAL.txt --directive` with this file proves that no word was changed.
An id with a 0 stands before the first numbered section or item."""
_NO_YEAR = 2000  # stands in a text that names no year; `year` is then in `todo`


class Drafted(Struct, frozen=True):
    """A drafted file and the tree that reads back from it; `page_numbers` counts the lines that are no more than the number of a page."""

    text: str
    directive: Directive
    page_numbers: int


def draft(text: str, units: Units) -> Drafted:
    """Draft the tree of a directive from its text, and hold what was written against the text at once.

    The tree holds every word of the text in normal form; what the words do not surely say is proposed and named in `todo`.
    Raises NotUsable for a text without words, and where what is written would be no data file: too large, or typed in an old font.
    """
    layout = lay_out(text)
    if not layout.parts:
        raise NotUsable(Text(vi="văn bản không có nội dung", en="the text holds no words"))
    written = write(_Drafting(layout, read_header(layout), units).tree(text), COMMENT)
    raw, most = written.encode(), Limits().bytes
    if len(raw) > most:
        raise NotUsable(
            Text(
                vi=f"bản dữ liệu dựng từ văn bản này dài {len(raw)} byte, quá {most} byte mà một tệp dữ liệu được có; hãy kiểm tra xem đây có đúng là văn bản chỉ thị không",
                en=f"the data file of this text would have {len(raw)} bytes, over the {most} that a data file may have; check that it is the text of a directive",
            )
        )
    back = read(yaml.read("draft", raw), Directive, 0)
    if back.value is None:
        raise NotUsable(
            Text(
                vi="văn bản này không dựng được thành tệp dữ liệu",
                en="this text makes no data file",
            ),
            (back,),
        )
    parted = difference(back.value, text)
    odd = [fault for fault in back.faults if fault.code != "odd-letters"]
    if parted or odd:  # ours to mend, never the reader's
        raise RuntimeError(f"the draft does not hold its text: {parted or odd[0]}")
    return Drafted(written, back.value, layout.page_numbers)


class _Drafting(Struct):
    layout: Layout
    header: Header
    units: Units
    clauses: dict[str, Tree] = field(default_factory=dict)

    def tree(self, text: str) -> Tree:
        head = self.header
        times = Times(head.year or _NO_YEAR, head.issued, sure=head.year is not None)
        shared = Shared(times, self.units)
        parts: list[Value] = [self._part(part, shared) for part in self.layout.parts]
        topics = self._map_topics()
        annexes: list[Value] = [
            {"id": id, "title": {"vi": title}, "supplied": False}
            for id, title in sorted(shared.annexes.items())
        ]
        tree: Tree = {"format": 1, "kind": "directive", **self._top(), "sha256": digest(text)}
        tree |= {"topics": topics, "contents": [], "annexes": annexes}
        tree |= {"todo": self._todo(topics, annexes), "head": self.layout.head, "parts": parts}
        return {**tree, "tail": self.layout.tail}

    def _top(self) -> Tree:
        head = self.header
        stated: Tree = {
            "id": head.id,
            "number": head.number,
            "issued": head.issued,
            "year": head.year or _NO_YEAR,
            "issuer": head.issuer,
            "title": {"vi": head.title} if head.title else None,
            "signer": head.signer,
        }
        return {key: value for key, value in stated.items() if value is not None}

    def _todo(self, topics: Tree, annexes: Sequence[Value]) -> list[Value]:
        head = self.header
        missing = [
            k for k in ("id", "number", "issued", "issuer", "signer") if getattr(head, k) is None
        ]
        unsure = sorted(key for key in head.unsure if key not in missing)
        also = [
            ("head", not self.layout.head),
            ("contents", "plan.contents" in topics),
            ("annexes", bool(annexes)),
        ]
        return [*missing, *unsure, "title", "topics", *(key for key, doubt in also if doubt)]

    def _part(self, part: Part, shared: Shared) -> Tree:
        sections: list[Value] = [self._section(section, shared) for section in part.sections]
        return {"id": part.id, **_said(part.label, part.heading), "sections": sections}

    def _section(self, section: Section, shared: Shared) -> Tree:
        above: list[tuple[int, tuple[Doer, ...]]] = [(-1, self._doers(section.heading))]
        paragraphs: list[Value] = []
        for paragraph, below in zip_longest(section.paragraphs, section.paragraphs[1:]):
            rank = _rank(paragraph)
            while len(above) > 1 and above[-1][0] >= rank:
                above.pop()
            heads = below is not None and _rank(below) > rank
            clauses, acting = self._clauses(paragraph, above[-1][1], shared, heads=heads)
            if heads:
                above.append((rank, acting))
            paragraphs.append({"id": paragraph.id, **_said(paragraph.label), "clauses": clauses})
        return {
            "id": section.id,
            **_said(section.label, section.heading),
            "paragraphs": paragraphs,
        }

    def _clauses(
        self, paragraph: Paragraph, acting: tuple[Doer, ...], shared: Shared, *, heads: bool
    ) -> tuple[list[Value], tuple[Doer, ...]]:
        """Draft the clauses of a paragraph, and give who acts in the last.

        Who is named holds until another is; whom a sentence names half way, to its end. `heads` says that lesser items follow.
        """
        found: list[Value] = []
        whole = acting  # who takes part in all that stands under a lead-in takes part in each
        until: tuple[Doer, ...] | None = None
        ended = True
        pieces = cut(paragraph.text)
        for number, words in enumerate(pieces, 1):
            own = self._doers(words)
            if ended and until is not None:
                acting, until = until, None
            if any(doer.lead for doer in own) or names_doer(words):
                if not ended and until is None:
                    until = acting
                acting = own  # none where no list knows the body
                given = own
            else:
                known = {(doer.unit, doer.group) for doer in acting if doer.lead}
                leads = tuple(doer for doer in acting if doer.lead or acting is whole)
                given = (*leads, *(d for d in own if (d.unit, d.group) not in known))
            id = f"{paragraph.id}.{number}"
            lead_in = heads and number == len(pieces) and words[-1] not in ".;"
            clause = draft_clause(id, words, given, shared, lead_in=lead_in)
            self.clauses[id] = clause
            found.append(clause)
            ended = words[-1] not in ",;:" and not words.startswith("và ")
        return found, acting

    def _doers(self, text: str) -> tuple[Doer, ...]:
        return doers(text, self.units.within(text), self.units) if text else ()

    def _map_topics(self) -> Tree:
        """Map the topics of rules to clauses, and let the plan's answer the clauses that speak of it."""
        spoken = [
            Spoken(id, str(clause["text"]), _dated(clause)) for id, clause in self.clauses.items()
        ]
        topics = topics_of(spoken)
        for topic, id in topics.items():
            clause = self.clauses[id]
            if topic.startswith("plan."):
                todo = clause["todo"]
                assert isinstance(todo, list)
                changed = ordered({**clause, "met_by": [topic], "todo": [*todo, "met_by"]})
                clause.clear()
                clause.update(changed)
        return dict(topics)


def _rank(paragraph: Paragraph) -> int:
    return -1 if paragraph.style is None else int(paragraph.style)


def _dated(clause: Tree) -> bool:
    due = clause.get("due")
    return isinstance(due, dict) and due.get("basis") == "text"


def _said(label: str, heading: str = "") -> Tree:
    return {key: words for key, words in (("label", label), ("heading", heading)) if words}
