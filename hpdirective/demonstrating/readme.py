"""What the folder of the invented city holds, in both languages: its gaps, each with its unit and what it shows."""

from collections.abc import Iterable, Iterator

from hpdirective.demonstrating.gaps import Seeded
from hpdirective.library import Library
from hpdirective.words import Lang, Text

_TITLE = Text(vi="Thành phố minh họa", en="The demonstration city")
_ABOUT = Text(
    vi="Mọi kế hoạch ở đây đều là hư cấu, lập tự động từ dữ liệu của {number}; không phải văn bản thật của đơn vị nào.",
    en="Every plan here is invented, made from the data of {number}; none is a real document of any unit.",
)
_NEXT = Text(vi="Xem tiếp bằng:", en="To look at it:")
_GAPS = Text(vi="Những chỗ cố ý chưa đạt", en="The seeded gaps")
_NONE = Text(vi="Không có chỗ nào cố ý chưa đạt.", en="There are none.")
_COLUMNS = Text(
    vi="| Nội dung | Đơn vị | Tệp | Nhiệm vụ | Quy tắc | Cho thấy |",
    en="| What | Unit | File | Task | Rules | What it shows |",
)


def render(seeded: Iterable[Seeded], library: Library) -> str:
    """Write the README of the folder: Vietnamese, then English."""
    gaps = list(seeded)
    parts = ["\n".join(_part(gaps, library, lang)) for lang in (Lang.VI, Lang.EN)]
    return "\n\n---\n\n".join(parts) + "\n"


def _part(gaps: list[Seeded], library: Library, lang: Lang) -> Iterator[str]:
    yield f"# {_TITLE.said(lang)}"
    yield from ("", _ABOUT.said(lang).format(number=library.directive.numbered.said(lang)), "")
    yield from (
        _NEXT.said(lang),
        "",
        "```sh",
        "hpd validate --roster .",
        "hpd coverage --plans .",
        "```",
    )
    yield from ("", f"## {_GAPS.said(lang)}", "")
    if not gaps:
        yield _NONE.said(lang)
        return
    yield from (_COLUMNS.said(lang), "|---|---|---|---|---|---|")
    for one in gaps:
        units = dict.fromkeys((one.unit, *(unit for _, unit in one.shows if unit)))
        name = ", ".join(library.units.named(unit).name.said(lang) for unit in units)
        rules = ", ".join(dict.fromkeys(rule for rule, _ in one.shows))
        cells = (
            one.gap.what.said(lang),
            name,
            f"`{one.file}`",
            one.task or "",
            rules,
            one.gap.state.said(lang),
        )
        yield f"| {' | '.join(cells)} |"
