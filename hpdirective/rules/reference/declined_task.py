"""HPD326 declined-task: action that says that its task is not carried out."""

from collections.abc import Iterator

from hpdirective.answering import Duty, denies_items
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import Action
from hpdirective.patterns import pattern
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.source.place import KeyPath
from hpdirective.words import Text, fold

RULE = Rule(
    id="HPD326",
    name="declined-task",
    severity=Severity.WARNING,
    cites="task",
    title=Text(
        vi="Đầu việc ghi là chưa hoặc không thực hiện nhiệm vụ",
        en="Action that says that its task is not carried out",
    ),
    message=Text(
        vi="Đầu việc {action} ghi “{text}”, tức là chưa hoặc không thực hiện nhiệm vụ {task}",
        en="action {action} says “{text}”: task {task} is not to be carried out",
    ),
    help=Text(
        vi="ghi việc đơn vị sẽ làm; nếu đề nghị xác định lại đơn vị chủ trì thì nêu ở “contests”, nếu được phép không thực hiện thì nêu ở “waivers”, và bỏ đầu việc này",
        en="write what the unit will do; where it contests the task, say so in contests, where it was waived, in waivers, and leave the action out",
    ),
    why=Text(
        vi="Nhắc đến nhiệm vụ để nói là không làm thì không phải là đáp ứng nhiệm vụ",
        en="To name a task and say that it will not be done does not answer it.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Chưa triển khai, chuyển sang năm 2024 # HPD326
          - id: A2
            tasks:
              - II.3.4.3
            result: Không thuộc nhiệm vụ của Sở # HPD326
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Đôn đốc các dự án chưa triển khai
    """,
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        duties = context.tasks(action)
        for path, text, declined in _declined(action, duties):
            first, *others = [duty.id for duty in declined]
            yield match(path, task=first, also=tuple(others), action=action.id or "?", text=text)


def _declined(
    action: Action, duties: tuple[Duty, ...]
) -> Iterator[tuple[KeyPath, str, list[Duty]]]:
    """Give each text of an action that declines, with its place and the duties that it declines."""
    for key, text in (("title", action.title), ("result", action.result)):
        if text and _may_deny(text):
            said = fold(text)
            declined = [duty for duty in duties if _declines(said, duty)]
            if declined:
                yield action.at(key), text, declined
    steps = action.steps
    if duties and steps and all(_may_deny(one) and _OUTRIGHT.match(fold(one)) for one in steps):
        yield (*action.at("steps"), 0), steps[0], list(duties)
    listed = [duty for duty in duties if duty.clause.items]
    for cell in action.items if listed else ():
        items = [item for duty in listed for item in duty.clause.items]
        if _may_deny(cell.text) and denies_items(cell.text, items):
            yield action.at("items", cell), cell.text, listed


def _may_deny(text: str) -> bool:
    # a letter that is not seen may stand inside a word
    return not text.isprintable() or any(word in text.casefold() for word in _DENYING)


def _declines(said: str, duty: Duty) -> bool:
    """Tell whether words say that nothing is done: outright, or as the directive's own words with a "not" before them.

    "Không để xảy ra cháy", "Không thực hiện thanh tra trùng lặp" promise something: more than a bare verb must be denied, and asked for.
    """
    if _OUTRIGHT.match(said):
        return True
    denied = _NOT.match(said)
    words = said[denied.end() :].split()[:_SEVERAL] if denied else []
    text = f" {fold(duty.clause.text)} "
    before = text.split(f" {' '.join(words)} ")[:-1]
    # where each stands behind a "not", the directive denies it too
    asked = not all(part.endswith(_DENIED) for part in before)
    return len(words) == _SEVERAL and asked and f" {said} " not in text


_DENYING = (
    "không",
    "chưa",
    "dừng",
    "hoãn",
    "lùi",
    "dời",
    "chuyển",
)  # one of them stands in all that declines
_SEVERAL = 4  # words: fewer may agree by chance
_NOT = pattern(
    r"(?:đơn vị |sở |tạm thời |hiện )*(?:chưa thể|không thể|chưa|không|(?:tạm )?(?:dừng|hoãn)(?: việc)?) "
)
_DENIED = (
    " không",
    " chưa",
    " không thể",
    " chưa thể",
    " dừng",
    " hoãn",
    " dừng việc",
    " hoãn việc",
)
_THIS = r"(?:nhiệm vụ|nội dung|đầu việc|công việc|việc)"
_OUTRIGHT = pattern(
    r"(?:đơn vị |sở |tạm thời |hiện |đề nghị |xin |cho phép |được )*"
    r"(?:(?:chưa thể|không thể|chưa|không|tạm dừng|tạm hoãn|dừng|hoãn|lùi) (?:triển khai|thực hiện)(?: được)?"
    rf"(?: {_THIS}(?: này)?)?"
    r"(?: (?:trong )?năm [0-9]{4})?(?: (?:do|vì|chuyển|lùi|đề nghị) .*)?$"
    rf"|(?:lùi|dời|chuyển)(?: (?:thực hiện|triển khai|tiến độ|thời gian|{_THIS}(?: này)?))* sang (?:năm|giai đoạn) [0-9]{{4}}[0-9 -]*$"
    r"|không (?:thuộc|nằm trong) (?:chức năng|nhiệm vụ|thẩm quyền|phạm vi|lĩnh vực)(?!\w)"
    rf"|không (?:có|được giao) {_THIS} này(?!\w))"
)
