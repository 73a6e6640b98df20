"""HPD201 missing-key: required key is missing."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Action, Contest, Extension, Waiver
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD201",
    name="missing-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Thiếu khóa bắt buộc", en="Required key is missing"),
    message=Text(
        vi="Chưa có khóa bắt buộc “{key}”{where}", en="the required key “{key}”{where} is missing"
    ),
    help=Text(vi="thêm dòng “{key}: …”{where}", en="add a line “{key}: …”{where}"),
    why=Text(
        vi="Thiếu khóa này thì không xác định được kế hoạch là văn bản nào, của đơn vị nào, thực hiện chỉ thị nào, hoặc mục này nói về việc gì",
        en="Without it nobody knows which document the plan is, whose it is, for which directive, or what the entry is about.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            id: # HPD201
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            id: A1
    """,
)


_HERE = Text("", "")
_UNDER = Text(vi=" dưới “document:”", en=" under “document:”")


def check(context: PlanContext) -> Iterator[Match]:
    plan = context.plan
    for key in ("directive", "unit"):
        if getattr(plan, key) is None and not context.unreadable((key,)):
            yield match((key,), key=key, where=_HERE)
    if plan.document is None and not context.unreadable_under(("document",)):
        yield match(
            ("document",), key="document", where=_HERE
        )  # and nothing on what would stand in it
    elif not (plan.document and plan.document.number) and not context.unreadable(
        ("document", "number")
    ):
        yield match(("document", "number"), key="number", where=_UNDER)
    for action in plan.actions:
        yield from _of_action(action, context)
    yield from _of_papers(context)


def _of_action(action: Action, context: PlanContext) -> Iterator[Match]:
    apart = context.by_reference(action)
    for key in ("id",) if apart else ("id", "title"):
        if getattr(action, key) is None and not context.unreadable(action.at(key)):
            yield match(action.at(key), key=key, where=_HERE)
    if apart and context.blank(action.at("reference")):
        yield match(action.at("reference"), key="reference", where=_HERE)
    for promised in action.indicators:
        if promised.id is None and not context.unreadable(promised.at("id")):
            yield match(promised.at("id"), key="id", where=_HERE)


def _of_papers(context: PlanContext) -> Iterator[Match]:
    """Look at waivers, extensions and contests: without these keys they would do nothing in silence."""
    plan = context.plan
    entries: list[tuple[Waiver | Extension | Contest, tuple[str, ...]]] = [
        *((entry, ("task",)) for entry in plan.waivers),
        *((entry, ("task",)) for entry in plan.extensions),
        *((entry, ("task", "reason")) for entry in plan.contests),
    ]
    for entry, keys in entries:
        for key in keys:
            if getattr(entry, key) is None and not context.unreadable(entry.at(key)):
                yield match(entry.at(key), key=key, where=_HERE)
