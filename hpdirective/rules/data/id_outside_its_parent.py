"""HPD928 id-outside-its-parent: id that does not go on from the one above it."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Clause, Directive, Paragraph, Part, Section
from hpdirective.patterns import pattern
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD928",
    name="id-outside-its-parent",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Mã không nối tiếp mã của cấp trên",
        en="Id that does not go on from the one above it",
    ),
    message=Text(
        vi="Mã “{id}” không phải là “{above}” cộng thêm một số hoặc chữ",
        en="id “{id}” is not “{above}” and one number or letter more",
    ),
    help=Text(
        vi="ghi mã của cấp trên, dấu chấm, rồi số hoặc chữ của mục này, ví dụ “{example}”",
        en="write the id above, a point, and the number or letter of this one, such as “{example}”",
    ),
    why=Text(
        vi="Phần, mục, đoạn của một ý được nhận ra từ mã của ý đó",
        en="The part, section and paragraph of a clause are told by its id.",
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
                      - id: III.1.1.1 # HPD928
                        text: Nâng cao hiệu quả đầu tư.
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
                        text: Nâng cao hiệu quả đầu tư.
    """,
)

_STEP = pattern(r"[^\s.]+")


def check(context: DataContext) -> Iterator[Match]:
    for above, one in _below(context.directive) if context.directive else ():
        start, step = one.id[: len(above)], one.id[len(above) :]
        if one.id and (start != above or not _STEP.fullmatch(step)):
            bare = above.removesuffix(".")
            said = Text(vi=bare or "(đầu tệp)", en=bare or "(the top)")
            yield match(one.at("id"), id=one.id, above=said, example=f"{above}1")


def _below(directive: Directive) -> Iterator[tuple[str, Part | Section | Paragraph | Clause]]:
    """Give every part, section, paragraph and clause with the start that its id must have; those below an absent id apart."""
    for part in directive.parts:
        yield "", part
        for section in part.sections if part.id else ():
            yield f"{part.id}.", section
            for paragraph in section.paragraphs if section.id else ():
                yield f"{section.id}.", paragraph
                for clause in paragraph.clauses if paragraph.id else ():
                    yield f"{paragraph.id}.", clause
