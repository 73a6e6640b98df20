"""HPD305 unlisted-body: name that is not in the list of units."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.names import is_vague
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

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
        vi="Danh mục gồm các đơn vị được giao nhiệm vụ và một số cơ quan liên quan",
        en="The list holds the units that the directive concerns and some others.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            support:
              - Tập đoàn Đầu tư hạ tầng # HPD305
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
    said: set[str] = set()
    for path, body in context.named_bodies:
        if body.id or body.group or body.division or body.suggestions:
            continue
        if answering.no_body(body.text) or is_vague(body.text) or fold(body.text) in said:
            continue
        said.add(fold(body.text))  # once a plan, however often it is named
        yield match(path, text=body.text)
