"""HPD602 copied-title: title copied from the directive, with no step of the unit's own."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Option, Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD602",
    name="copied-title",
    severity=Severity.INFO,
    cites="task",
    title=Text(
        vi="Tên đầu việc chép nguyên văn Chỉ thị, chưa có bước của đơn vị",
        en="Title copied from the directive, with no step of the unit's own",
    ),
    message=Text(
        vi="Tên của đầu việc {action} chép nguyên văn nhiệm vụ {task} và chưa có giải pháp, nội dung thực hiện riêng",
        en="the title of action {action} copies task {task} word for word, and there is no step of the unit's own",
    ),
    help=Text(
        vi="nêu việc cụ thể của đơn vị ở “title” và các bước ở “steps”",
        en="say what the unit itself will do in “title”, and how in “steps”",
    ),
    why=Text(
        vi="Kế hoạch cụ thể hóa Chỉ thị; chép lại thì chưa rõ đơn vị làm gì",
        en="A plan says what the unit will do; the directive's words do not.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.7.3.3
            title: Phấn đấu tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền đạt trên 85% # HPD602
            steps: # HPD214
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.7.3.3
            title: Giải quyết dứt điểm đơn thư tồn đọng của ngành
            steps:
              - Rà soát, phân loại đơn hằng tháng
    """,
    options=(
        Option(
            "shortest",
            Text(
                vi="số chữ ít nhất của một tên việc được coi là chép nguyên văn",
                en="the fewest words that make a copied title",
            ),
            6,  # a shorter stretch may agree by chance
        ),
    ),
)


def check(context: PlanContext) -> Iterator[Match]:
    shortest = context.settings.option(RULE, "shortest")
    for action in context.plan.actions:
        if not action.title or context.unreadable_under(action.at("steps")):
            continue
        title = fold(action.title)
        for duty in context.tasks(action):
            if any(fold(step) not in fold(duty.clause.text) for step in action.steps):
                continue  # a step of the unit's own
            if len(title.split()) >= shortest and title in fold(duty.clause.text):
                yield match(action.at("title"), task=duty.id, action=action.id or "?")
                break
