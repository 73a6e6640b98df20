"""HPD219 reference-not-restricted: reference to another paper on a task that is not restricted."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD219",
    name="reference-not-restricted",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Dẫn kế hoạch riêng cho nhiệm vụ không thuộc diện hạn chế",
        en="Reference to another paper on a task that is not restricted",
    ),
    message=Text(
        vi="Khóa reference của đầu việc {action} không thay được nội dung, vì nhiệm vụ {other} không thuộc diện hạn chế",
        en="the reference of action {action} cannot take the place of the content, since task {other} is not restricted",
    ),
    help=Text(
        vi="ghi đủ tên đầu việc (title), thời hạn (due), kết quả (result); khóa reference chỉ thay cho nhiệm vụ hạn chế (quốc phòng)",
        en="give title, due and result; a reference stands only for restricted tasks (defence)",
    ),
    why=Text(
        vi="Chỉ nội dung đáp ứng nhiệm vụ hạn chế mới để ngoài kế hoạch chung",
        en="Only answers to restricted tasks stay out of the shared plan.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
              - II.8.3.6
            reference: kế hoạch riêng số 12/KH # HPD219
    """,
    good="""\
        actions:
          - tasks:
              - II.8.3.6
            reference: kế hoạch riêng số 12/KH
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        if not action.reference or context.by_reference(action):
            continue
        other = next(
            (duty.id for duty in context.tasks(action) if not duty.clause.restricted), None
        )
        if other:
            yield match(action.at("reference"), action=action.id or "?", other=other)
