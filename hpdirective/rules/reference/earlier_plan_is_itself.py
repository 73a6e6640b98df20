"""HPD343 earlier-plan-is-itself: a plan that names its own number as that of an earlier plan."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import number_key
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD343",
    name="earlier-plan-is-itself",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Số của chính kế hoạch được nêu là số của kế hoạch trước",
        en="Plan that names itself as the earlier one",
    ),
    message=Text(
        vi="“{number}” là số của chính kế hoạch này, không phải của một kế hoạch trước",
        en="“{number}” is this plan's own number, not that of an earlier plan",
    ),
    help=Text(
        vi="ghi số của kế hoạch được thay thế, sửa đổi hay đính chính; nếu đây là kế hoạch đầu tiên, bỏ khóa này",
        en="write the number of the plan that is replaced, amended or corrected; take the key away if this is the first plan",
    ),
    why=Text(
        vi="Kế hoạch không thể thay thế hay sửa đổi chính nó; kế hoạch này được xét như kế hoạch đầu tiên",
        en="No plan replaces or amends itself; this one is judged as a first plan.",
    ),
    bad="""\
        document:
          number: 20/KH-SKHĐT
          relation:
            replaces: 20/KH-SKHĐT # HPD343
    """,
    good="""\
        document:
          number: 20/KH-SKHĐT
          relation:
            replaces: 15/KH-SKHĐT
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    paper = context.plan.document
    if paper is None or paper.number is None or paper.relation is None:
        return
    for key, words in paper.relation.named:
        if number_key(words) == number_key(paper.number):
            yield match(("document", "relation", key), number=words)
