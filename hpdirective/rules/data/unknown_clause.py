"""HPD915 unknown-clause: data names a clause that is not there, or is no task."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD915",
    name="unknown-clause",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dữ liệu dẫn mã ý không có, hoặc không phải nhiệm vụ",
        en="Data names a clause that is not there, or is no task",
    ),
    message=Text(
        vi="Không có nhiệm vụ “{id}” trong chỉ thị này{near}",
        en="this directive has no task “{id}”{near}",
    ),
    help=Text(
        vi="ghi mã của một ý có trong tệp, là nhiệm vụ",
        en="write the id of a clause of this file that is a task",
    ),
    why=Text(
        vi="Dẫn sai mã thì trọng tâm hoặc căn cứ của phát hiện trỏ vào chỗ không có",
        en="With a wrong id a focus, or the basis of findings, points nowhere.",
    ),
    bad="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Tăng tốc đổi mới mô hình tăng trưởng.
                        kind: orient
                        realised_by:
                          - II.1.1.4 # HPD915
    """,
    good="""\
        kind: directive
        parts:
          - id: II
            sections:
              - id: II.1
                paragraphs:
                  - id: II.1.1
                    clauses:
                      - id: II.1.1.1
                        text: Tăng tốc đổi mới mô hình tăng trưởng.
                        kind: orient
                        realised_by:
                          - II.1.1.2
                      - id: II.1.1.2
                        text: Nâng cao hiệu quả đầu tư.
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    if context.directive is None:
        return
    tasks = {clause.id for clause in context.clauses if clause.binding}
    cited = [
        ((*clause.at("realised_by"), n), id)
        for clause in context.clauses
        for n, id in enumerate(clause.realised_by)
    ]
    cited += [(("topics", topic), id) for topic, id in context.directive.topic_ids.items()]
    for path, id in cited:
        if id and id not in tasks:
            close = "".join(nearest(id, tasks, 1))
            near = Text(vi=f"; gần nhất là {close}", en=f", did you mean {close}?")
            yield match(path, id=id, near=near if close else Text("", ""))
