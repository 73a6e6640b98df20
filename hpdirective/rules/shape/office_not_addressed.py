"""HPD210 office-not-addressed: the office that the directive names is not among the addressees."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.unit import Unit
from hpdirective.patterns import pattern
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
        if not (own or office in reached or said & _short(context.units.by_id[office])):
            yield match(paper.at("sent_to"), office=context.units.named(office))


_CITY = pattern(r" (?:thành phố|tp)(?!\w).*")


def _short(office: Unit) -> set[str]:
    """Give an office's names without the city: in a list of addressees a bare "Văn phòng UBND" is the city's."""
    names = (*office.aliases, office.name.vi if office.name else "")
    return {short for name in names if (short := _CITY.sub("", fold(name))) != fold(name)}
