"""HPD904 id-given-twice: id given twice."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Annex, Clause, Directive, Indicator, Item
from hpdirective.model.unit import Group, Groups, Unit
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD904",
    name="id-given-twice",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Một mã dùng hai lần",
        en="Id given twice",
    ),
    message=Text(
        vi="Mã “{id}” đã dùng ở {where}",
        en="id “{id}” is used already, in {where}",
    ),
    help=Text(
        vi="đặt mã khác cho một trong hai mục",
        en="give one of the two another id",
    ),
    why=Text(
        vi="Mã trùng thì kế hoạch viện dẫn một mục mà được hiểu là mục khác",
        en="With one id for two things a plan cites one and is checked by the other.",
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
                        text: Hoàn thành 08 dự án, 10 cầu.
                        indicators:
                          - id: du-an
                            text: 08 dự án
                          - id: du-an # HPD904
                            text: 10 cầu
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
                        text: Hoàn thành 08 dự án, 10 cầu.
                        indicators:
                          - id: du-an
                            text: 08 dự án
                          - id: cau
                            text: 10 cầu
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    seen: dict[tuple[object, str], str] = {}
    for sort, one, where in _ids(context):
        first = seen.setdefault((sort, one.id), where)
        if one.id and first is not where:
            yield match(one.at("id"), id=one.id, where=first)
    if isinstance(context.value, Unit | Directive):
        for other in _other_files(context.value, context):
            yield match(("id",), id=context.value.id, where=other)
    if isinstance(context.value, Groups):
        for group in context.value.groups:
            for other in _files_with(group.id, context):
                yield match(group.at("id"), id=group.id, where=other)


def _other_files(value: Unit | Directive, context: DataContext) -> Iterator[str]:
    """Give the files, earlier in order, that state the same unit, or the same directive in the same folder: a copy elsewhere may be at work on."""
    register, file = context.register, context.document.file
    if isinstance(value, Unit):
        files = [r.document.file for r in register.units if r.value and r.value.id == value.id]
    else:
        folder = PurePosixPath(file).parent
        held = register.directives.get(value.id, ())
        files = [other for other in held if PurePosixPath(other).parent == folder]
    yield from (other for other in files if other < file)


def _files_with(id: str, context: DataContext) -> Iterator[str]:
    """Give the files that state a group's id too: of a unit, or of groups earlier in order."""
    register = context.register
    yield from (r.document.file for r in register.units if id and r.value and r.value.id == id)
    for read in register.groups:
        groups = read.value.groups if read.value else ()
        if read.document.file < context.document.file and any(id and g.id == id for g in groups):
            yield read.document.file


def _ids(
    context: DataContext,
) -> Iterator[tuple[object, Clause | Indicator | Item | Annex | Group, str]]:
    """Give what has an id, by the sort within which ids may not repeat, and where it stands."""
    if isinstance(context.value, Groups):
        yield from (
            (Group, group, f"groups[{at}]") for at, group in enumerate(context.value.groups)
        )
    if context.directive is None:
        return
    yield from (
        (Annex, annex, f"annexes[{at}]") for at, annex in enumerate(context.directive.annexes)
    )
    for clause in context.clauses:
        yield Clause, clause, f"{clause.section}: {clause.text[:30]}"
        for n, indicator in enumerate(clause.indicators):
            yield Indicator, indicator, f"{clause.id}, indicators[{n}]"
        for n, item in enumerate(clause.items):
            yield clause.id, item, f"{clause.id}, items[{n}]"
