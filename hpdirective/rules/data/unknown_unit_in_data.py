"""HPD905 unknown-unit-in-data: data names a unit that is not in the register."""

from collections.abc import Iterable, Iterator, Mapping

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.annex import AnnexFile
from hpdirective.model.directive import Assignment, Indicator, Item, Mention
from hpdirective.model.unit import Groups
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.source.place import KeyPath
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD905",
    name="unknown-unit-in-data",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dữ liệu nêu đơn vị không có trong danh mục",
        en="Data names a unit that is not in the register",
    ),
    message=Text(
        vi="Không có đơn vị hoặc nhóm “{id}” trong danh mục{near}",
        en="there is no unit or group “{id}” in the register{near}",
    ),
    help=Text(
        vi="ghi mã có trong `hpd units`, hoặc thêm tệp units/{id}.yaml; chỉ thị của nơi khác cần thư mục dữ liệu của nơi đó (--data)",
        en="write an id of `hpd units`, or add the file units/{id}.yaml; a directive of another place needs that place's folder of data (--data)",
    ),
    why=Text(
        vi="Nhiệm vụ giao cho một mã không có thì không đơn vị nào nhận",
        en="A task given to an id that nobody has is nobody's.",
    ),
    bad="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Nâng cao hiệu quả đầu tư.
                        assign:
                          - {unit: SoKHDX, role: lead, basis: reading, reason: Lĩnh vực đầu tư} # HPD905
    """,
    good="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Nâng cao hiệu quả đầu tư.
                        assign:
                          - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for path, id, known in _named(context):
        if id and id not in known:
            yield match(path, id=id, near=_near(id, known))


def _near(id: str, known: Iterable[str]) -> Text:
    close = nearest(id, known, 1)
    if not close:
        return Text("", "")
    return Text(vi=f"; gần nhất là “{close[0]}”", en=f", did you mean “{close[0]}”?")


def _named(context: DataContext) -> Iterator[tuple[KeyPath, str | None, Mapping[str, object]]]:
    """Give every id of a unit or group that the data uses, with the ids that would do."""
    units, groups = context.units.by_id, context.units.groups
    if isinstance(context.value, Groups):
        for group in context.value.groups:
            yield from (
                ((*group.at("members"), n), id, units) for n, id in enumerate(group.members)
            )
    for clause in context.clauses:
        rows: list[Assignment | Mention] = [*clause.assign, *clause.mentions]
        for row in rows:
            yield row.at("unit"), row.unit, units
            yield row.at("group"), row.group, groups
    entries: list[Item | Indicator] = []
    for clause in context.clauses:
        entries += [*clause.items, *clause.indicators]
    if isinstance(context.value, AnnexFile):
        entries += context.value.indicators
    for entry in entries:
        yield from (((*entry.at("units"), n), id, units) for n, id in enumerate(entry.units))
        parts = entry.parts if isinstance(entry, Indicator) else ()
        yield from (((*entry.at("shares"), id), id, units) for id in parts)
