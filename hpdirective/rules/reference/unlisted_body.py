"""HPD305 unlisted-body: name that is not in the list of units."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD305",
    name="unlisted-body",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Tên không có trong danh mục đơn vị", en="Name that is not in the list of units"
    ),
    message=Text(
        vi="“{text}” không có trong danh mục đơn vị, nên không được đối chiếu",
        en="“{text}” is not in the list of units and was not looked up",
    ),
    help=Text(
        vi="giữ nguyên nếu đây là cơ quan ngoài danh mục; nếu không, ghi tên đầy đủ của đơn vị",
        en="leave it if it is a body outside the list; else write the unit's full name",
    ),
    why=Text(
        vi="Danh mục gồm các đơn vị của thành phố và một số cơ quan liên quan",
        en="The list holds the city's units and some others.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            support:
              - Các nhà đầu tư # HPD305
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            support:
              - Sở Tài chính
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for path, body in context.named_bodies():
        if answering.no_body(body.text):
            continue
        if not (body.id or body.group or body.division or body.suggestions):
            yield match(path, text=body.text)
