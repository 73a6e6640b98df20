"""HPD210 office-not-addressed: the office that the directive names is not among the addressees."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.issuer import level_of
from hpdirective.model.unit import Unit
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD210",
    name="office-not-addressed",
    severity=Severity.WARNING,
    cites="plan.sent",
    title=Text(
        vi="Nơi nhận chưa có cơ quan mà Chỉ thị nêu",
        en="The office that the directive names is not among the addressees",
    ),
    message=Text(
        vi="Nơi nhận kế hoạch chưa có {office}", en="{office} is not among the addressees"
    ),
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
    whole=True,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if not paper or not paper.sent_to or context.unreadable_under(paper.at("sent_to")):
        return
    bodies = [body for cell in paper.sent_to for body in context.units.cell(cell.text)]
    reached = {id for body in bodies for id in (body.unit, *body.suggestions)}  # misspelt: HPD304
    said = {fold(body.text) for body in bodies}
    for office in context.offices:
        own = context.unit is not None and context.unit.id == office  # needs no letter to itself
        short = _short(context.units.by_id[office], context.directive.issuer)
        if not (own or office in reached or said & short):
            yield match(paper.at("sent_to"), office=context.units.named(office))


def _short(office: Unit, issuer: str) -> set[str]:
    """Give an office's names without the issuer's level: in a list of addressees a bare "Văn phòng UBND" is the issuer's."""
    level = level_of(issuer)
    levels = [f" {level} "] if level else []
    levels += [" tp "] if level == "thành phố" else []
    names = [f"{fold(name)} " for name in (*office.aliases, office.name.vi if office.name else "")]
    return {name.partition(word)[0] for name in names for word in levels if word in name}
