"""HPD330 item-missing: item that the task names is not answered."""

from collections.abc import Iterable, Iterator

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD330",
    name="item-missing",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Hạng mục mà nhiệm vụ nêu tên chưa được đáp ứng",
        en="Item that the task names is not answered",
    ),
    message=Text(
        vi="Chưa nêu hạng mục của nhiệm vụ {task}: {items}",
        en="items of task {task} are not named: {items}",
    ),
    help=Text(
        vi="thêm vào “items” của đầu việc: {items}", en="add to “items” of the action: {items}"
    ),
    why=Text(
        vi="Chỉ thị nêu tên từng hạng mục; hạng mục không nêu thì coi như chưa được đáp ứng",
        en="The directive names each item; one that is not named is not answered.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.2.1.3
            items: # HPD330
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Tràng Duệ 3
    """,
    good="""\
        actions:
          - tasks:
              - II.2.1.3
            items:
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Tràng Duệ 3
              - KCN Giang Biên 2
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for duty in context.duties:
        actions = context.answering(duty)
        if not duty.required or not duty.items or not actions:
            continue
        if any(
            context.by_reference(a) or context.unreadable_under(a.at("items")) for a in actions
        ):
            continue
        named = {
            i.id
            for a in actions
            for cell in a.items
            for i in answering.items_named(cell.text, duty.items)
        }
        missing = tuple(item.text for item in duty.items if item.id not in named)
        strange = sum(
            1 for a in actions for cell in a.items if not _known(cell.text, context.tasks(a))
        )
        if strange and not duty.clause.open and len(missing) <= strange:
            continue  # misspelt, and said where the words stand: HPD311
        if missing:
            first = next((a for a in actions if a.items), actions[0])
            yield match(
                first.at("items") if first.items else first.at("tasks"),
                task=duty.id,
                items=missing,
            )


def _known(words: str, duties: Iterable[Duty]) -> bool:
    return any(answering.items_named(words, duty.clause.items) for duty in duties)
