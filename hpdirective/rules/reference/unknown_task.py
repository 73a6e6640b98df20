"""HPD301 unknown-task: task that the directive does not have."""

from collections.abc import Iterator

from hpdirective import answering
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Directive
from hpdirective.patterns import pattern
from hpdirective.reading import broken_lines
from hpdirective.rules.check import Match, PlanContext, match
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD301",
    name="unknown-task",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mã nhiệm vụ không có trong Chỉ thị", en="Task that the directive does not have"
    ),
    message=Text(
        vi="Chỉ thị không có nhiệm vụ “{id}”{near}", en="the directive has no task “{id}”{near}"
    ),
    help=Text(
        vi="ghi mã có trong Chỉ thị; `hpd tasks --unit …` liệt kê các nhiệm vụ của đơn vị",
        en="write an id of the directive; `hpd tasks --unit …` lists the unit's tasks",
    ),
    why=Text(
        vi="Đầu việc chỉ được tính cho nhiệm vụ mà mã của nó chỉ đến",
        en="An action counts only for the task that its id points to.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
              - II.3.4.21 # HPD301
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
    """,
)


_IDS = pattern(r"\w+(?:\.\w+)+")
_LONGEST = 1000  # characters: what is longer is like no id, and would take long to compare


def check(context: PlanContext) -> Iterator[Match]:
    directive = context.directive
    broken = broken_lines(context.document)
    for path, text in context.task_ids:
        span = context.document.span(path)
        if span and span.line in broken:
            continue  # what broke the line is said there
        id = answering.task_id(text)
        if directive.expand(id) or directive.within(id):
            continue  # a section is HPD302's business
        owed = tuple(duty.id for duty in context.duties if duty.clause.binding)
        yield match(path, id=text, near=_near(id, directive, owed))


def _near(id: str, directive: Directive, owed: tuple[str, ...]) -> Text:
    """Say what there is where the id points to; else the ids most like it."""
    if len(id) > _LONGEST:
        return Text("", "")
    named = _IDS.findall(id)
    if len(named) > 1:
        return Text(
            vi="; ghi mỗi mã một dòng, sau dấu gạch", en="; write one id a line, after a dash"
        )
    if named and named[0] != id and directive.expand(directive.spelled(named[0])):
        return Text(vi=f"; chỉ ghi mã {named[0]}", en=f"; write {named[0]} alone")
    whole = id
    inside: tuple[str, ...] = ()
    while "." in whole and not inside:
        whole = whole.rpartition(".")[0]
        inside = tuple(clause.id for clause in directive.expand(whole)) or directive.within(whole)
    if inside:
        vi, en = f"{inside[0]} đến {inside[-1]}", f"{inside[0]} to {inside[-1]}"
        if len(inside) == 1:
            vi = en = inside[0]
        return Text(vi=f"; {whole} chỉ gồm {vi}", en=f"; {whole} holds {en}")
    ends = [own for own in owed if own.endswith(f".{id}")]
    close = ends[:1] or nearest(id, owed, 1, 0.75) or nearest(id, directive.clauses, 1, 0.6)
    return (
        Text(vi=f"; gần nhất là {close[0]}", en=f", did you mean {close[0]}?")
        if close
        else Text("", "")
    )
