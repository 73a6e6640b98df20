"""Pages read back: a small tree of elements, and what is seen of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

_EMPTY = ("meta", "link", "input", "col", "br", "hr", "img")


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str = "", cls: str = "", **attrs: str) -> "list[Element]":
        """Give the elements inside, in order, that have a tag, a class and attributes."""
        return [e for e in self._inside() if e.fits(tag, cls, attrs)]

    def one(self, tag: str = "", cls: str = "", **attrs: str) -> "Element":
        found = self.all(tag, cls, **attrs)
        assert len(found) == 1, (tag, cls, attrs, len(found))
        return found[0]

    def fits(self, tag: str, cls: str, attrs: dict[str, str]) -> bool:
        classes = self.attrs.get("class", "").split()
        named = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        return (
            tag in ("", self.tag)
            and (not cls or cls in classes)
            and all(self.attrs.get(key) == value for key, value in named.items())
        )

    @property
    def raw(self) -> str:
        return "".join(c if isinstance(c, str) else c.raw for c in self.children)

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())

    def _inside(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._inside()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(made)
        if tag not in _EMPTY:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@lru_cache(maxsize=200)
def read(page: bytes) -> Element:
    """Read a page; every element must be closed in its turn."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def cells(row: Element) -> list[str]:
    return [cell.text for cell in row.children if isinstance(cell, Element)]
