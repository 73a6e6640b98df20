"""HPD210 office-not-addressed: the office that the directive names is not among the addressees."""

from collections.abc import Iterator

from hpdirective.finding import Rule, Severity
from hpdirective.model.directive import Basis
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD210",
    name="office-not-addressed",
    severity=Severity.WARNING,
    cites="plan.sent",
    title=Text(
        vi="Nơi gửi chưa có cơ quan mà Chỉ thị nêu",
        en="The office that the directive names is not among the addressees",
    ),
    message=Text(vi="Nơi gửi chưa có {office}", en="{office} is not among the addressees"),
    help=Text(vi="thêm {office} vào “sent_to”", en="add {office} to “sent_to”"),
    why=Text(
        vi="Chỉ thị yêu cầu gửi kế hoạch đến cơ quan này để tổng hợp",
        en="The directive wants the plan sent there.",
    ),
    bad="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to: # HPD210
            - Sở Tài chính
          sent_on: 10/02/2023
    """,
    good="""\
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to:
            - Sở Tài chính
            - Văn phòng Ủy ban nhân dân thành phố
          sent_on: 10/02/2023
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    clause = context.directive.clause("plan.sent")
    if (
        clause is None
        or not paper
        or not paper.sent_to
        or context.unreadable_under(paper.at("sent_to"))
    ):
        return
    bodies = [body for cell in paper.sent_to for body in context.units.cell(cell.text)]
    reached = {body.id for body in bodies}
    # in a list of addressees a bare "Văn phòng UBND" is the city's, and the unit's own name needs no letter
    bare = any(fold(body.text) in _BARE for body in bodies)
    for row in clause.assign:
        office = row.unit
        own = context.unit is not None and context.unit.id == office
        if office and row.basis is Basis.NAMED and office not in reached and not bare and not own:
            yield match(paper.at("sent_to"), office=context.units.named(office))


_BARE = {"văn phòng ubnd", "vp ubnd", fold("văn phòng ủy ban nhân dân")}
