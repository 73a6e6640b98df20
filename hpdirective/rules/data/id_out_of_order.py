"""HPD903 id-out-of-order: id does not follow the order of the text."""

from collections.abc import Iterator, Sequence

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Clause, Paragraph, Section
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD903",
    name="id-out-of-order",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mã không theo thứ tự của văn bản",
        en="Id does not follow the order of the text",
    ),
    message=Text(
        vi="Mã “{id}” đứng ở vị trí của “{wanted}”",
        en="id “{id}” stands where “{wanted}” belongs",
    ),
    help=Text(
        vi="ghi “{wanted}”, hoặc chuyển về đúng vị trí; mã đã công bố thì không đổi",
        en="write “{wanted}”, or move it to its place; ids once published do not change",
    ),
    why=Text(
        vi="Kế hoạch viện dẫn mã; mã gồm phần, mục, đoạn, ý, đánh số từ 1 theo thứ tự của văn bản",
        en="Plans cite ids: part, section, paragraph, clause, counted from 1 in the order of the text.",
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
                        text: Nâng cao hiệu quả đầu tư,
                      - id: II.1.1.3 # HPD903
                        text: thu hút các dự án lớn.
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
                        text: Nâng cao hiệu quả đầu tư,
                      - id: II.1.1.2
                        text: thu hút các dự án lớn.
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for part in context.directive.parts if context.directive else ():
        yield from _counted(part.id, part.sections)
        for section in part.sections:
            yield from _counted(section.id, section.paragraphs)
            for paragraph in section.paragraphs:
                yield from _counted(paragraph.id, paragraph.clauses)


def _counted(above: str, below: Sequence[Section | Paragraph | Clause]) -> Iterator[Match]:
    """Say the first that leaves the count; those after it are out of step because of it."""
    first = (
        0 if below and below[0].id == f"{above}.0" else 1
    )  # what stands before the first number
    for number, one in enumerate(below, first):
        wanted = f"{above}.{number}"
        if one.id.rpartition(".")[0] != above:
            continue  # outside its parent: HPD928's
        if one.id not in (wanted, f"{above}.{_printed(one)}"):
            yield match(one.at("id"), id=one.id, wanted=wanted)
            return


def _printed(one: Section | Paragraph | Clause) -> str:
    """Give the number or letter that the text itself prints: "b)" is b, "1.2." is 2."""
    label = "" if isinstance(one, Clause) else one.label
    return label.rstrip(".)").rpartition(".")[2]
