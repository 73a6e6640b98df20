"""HPD311 unknown-item: item that the task does not list."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD311",
    name="unknown-item",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Hạng mục không có trong danh sách của nhiệm vụ", en="Item that the task does not list"
    ),
    message=Text(
        vi="Hạng mục “{item}” không có trong danh sách của nhiệm vụ {task}",
        en="item “{item}” is not among those of task {task}",
    ),
    help=Text(
        vi="ghi hạng mục như Chỉ thị nêu: {known}", en="write it as the directive does: {known}"
    ),
    why=Text(
        vi="Nhiệm vụ nêu danh sách đóng; hạng mục ghi khác tên thì không được tính",
        en="The task has a closed list; an item under another name does not count.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.2.1.3
            items:
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Tràng Duệ 3
              - KCN Giang Biên 2
              - KCN Giang Biên 3 # HPD311
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
    for action in context.plan.actions:
        duties = [duty for duty in context.tasks(action) if duty.clause.items]
        if not duties or any(duty.clause.open for duty in duties):
            continue  # an open list takes more; a task without a list takes what a unit writes
        items = tuple(item for duty in duties for item in duty.clause.items)
        words = " ".join(fold(duty.clause.text) for duty in context.tasks(action))
        for cell in action.items:
            if answering.denies_items(cell.text, items):
                continue  # declined: HPD326
            if not answering.items_named(cell.text, items) and fold(cell.text) not in words:
                known = tuple(item.text for item in items)
                yield match(
                    action.at("items", cell), task=duties[0].id, item=cell.text, known=known
                )
