"""Units for people: a line each, or one whole."""

from collections.abc import Iterable

from hpdirective.model.names import Units
from hpdirective.model.unit import Unit
from hpdirective.reporters.labels import SUBMITS
from hpdirective.words import Lang, Text


def render(chosen: Iterable[Unit], units: Units, lang: Lang) -> str:
    listed = list(chosen)
    if len(listed) == 1:
        return _whole(listed[0], units, lang)
    lines = [
        f"{u.id:<18} {u.named.name.said(lang)}  [{SUBMITS[u.submits].said(lang)}]" for u in listed
    ]
    return "\n".join(lines) + "\n"


def _whole(unit: Unit, units: Units, lang: Lang) -> str:
    none = Text(vi="chưa rõ", en="unknown").said(lang)
    name = unit.named.name
    groups = [
        units.named(id).name.said(lang) for id in units.groups if unit.id in units.members(id)
    ]
    rows = (
        (Text(vi="Tên", en="Name"), f"{name.vi} ({name.en})"),
        (Text(vi="Kế hoạch", en="Plan"), SUBMITS[unit.submits].said(lang)),
        (Text(vi="Ký hiệu văn bản", en="Symbols"), ", ".join(unit.symbols) or none),
        (Text(vi="Tên gọi khác", en="Aliases"), "; ".join(unit.aliases) or none),
        (Text(vi="Nhóm", en="Groups"), "; ".join(groups) or none),
        (Text(vi="Nguồn tên", en="Source of the name"), unit.source or none),
    )
    lines = [unit.id, *(f"  {label.said(lang)}: {value}" for label, value in rows)]
    lines += [
        f"  {Text(vi='Chức năng', en='Function').said(lang)}: {f.sector} ({f.source})"
        for f in unit.functions
    ]
    return "\n".join(lines) + "\n"
