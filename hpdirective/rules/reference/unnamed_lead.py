"""HPD344 unnamed-lead: lead that is nobody in particular."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.names import is_many, is_vague
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD344",
    name="unnamed-lead",
    severity=Severity.WARNING,
    cites="plan.contents",
    title=Text(
        vi="Đơn vị chủ trì không được nêu tên",
        en="Lead that is nobody in particular",
    ),
    message=Text(
        vi="Đầu việc {action} ghi “{lead}” chủ trì, chưa xác định đơn vị nào",
        en="action {action} is led by “{lead}”, which names nobody in particular",
    ),
    help=Text(
        vi="ghi tên một đơn vị, hoặc một phòng của đơn vị, chịu trách nhiệm; chuyển “{lead}” sang “support” nếu là bên phối hợp",
        en="name the unit, or the division of it, that answers for the action; move “{lead}” to “support” if it is a partner",
    ),
    why=Text(
        vi="Kế hoạch xác định rõ đơn vị chủ trì; lời chung như “chủ đầu tư” hay “đơn vị liên quan” không cho biết ai chịu trách nhiệm",
        en="A plan says clearly who leads; words such as “the investor” or “the unit concerned” leave open who answers for it.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Chủ đầu tư # HPD344
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            lead: Phòng Tổng hợp
            support:
              - Chủ đầu tư
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action, bodies in context.leads:
        if len(bodies) != 1 or bodies[0].division or bodies[0].id or bodies[0].group:
            continue
        lead = bodies[0].text
        if is_vague(lead) and not is_many(lead) and fold(lead) not in _ITSELF:  # many: HPD310
            yield match(action.at("lead"), action=action.id or "?", lead=lead)


_ITSELF = {"sở", "quận", "huyện", "đơn vị", "cơ quan"}  # in a plan, its own unit
