"""HPD913 name-of-two-units: name that fits two units."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.library import names
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD913",
    name="name-of-two-units",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Một tên dùng cho hai đơn vị",
        en="Name that fits two units",
    ),
    message=Text(
        vi="“{name}” cũng là tên của {other}",
        en="“{name}” is a name of {other} too",
    ),
    help=Text(
        vi="bỏ tên này ở một trong hai đơn vị",
        en="take the name out of one of the two",
    ),
    why=Text(
        vi="Kế hoạch ghi tên này thì không biết là đơn vị nào",
        en="A plan that writes this name could mean either.",
    ),
    bad="""\
        kind: unit
        id: SoABC
        aliases:
          - Sở Tài chính # HPD913
    """,
    good="""\
        kind: unit
        id: SoABC
        aliases:
          - Sở ABC
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for path, id, name in names(context.value):
        others = [other for other in context.register.owners.get(fold(name), ()) if other != id]
        if others:  # said in both files: either may have to go
            yield match(path, name=name, other=context.units.named(others[0]))
