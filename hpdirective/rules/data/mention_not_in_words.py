"""HPD907 mention-not-in-words: mention that does not stand in the words."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD907",
    name="mention-not-in-words",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Tên đơn vị ghi ở “mentions” không có trong lời văn",
        en="Mention that does not stand in the words",
    ),
    message=Text(
        vi="“{text}” không có trong lời văn của ý {clause}, hoặc không phải tên của {unit}",
        en="“{text}” does not stand in clause {clause}, or is no name of {unit}",
    ),
    help=Text(
        vi="chép đúng tên đơn vị như lời văn viết",
        en="copy the unit's name as the text writes it",
    ),
    why=Text(
        vi="Người kiểm tra lần theo “mentions” để tìm đơn vị trong nguyên văn",
        en="Auditors follow mentions to find a unit in the text.",
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
                        text: Hoàn thành cầu trên địa bàn huyện Cát Hải.
                        mentions:
                          - {unit: HuyenCatHai, text: huyện Vĩnh Bảo} # HPD907
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
                        text: Hoàn thành cầu trên địa bàn huyện Cát Hải.
                        mentions:
                          - {unit: HuyenCatHai, text: huyện Cát Hải}
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    for clause in context.clauses:
        for mention in clause.mentions:
            id = mention.unit or mention.group
            if (
                not mention.text
                or id is None
                or (id not in context.units.by_id and id not in context.units.groups)
            ):
                continue  # HPD228's, HPD926's and HPD905's
            meant = context.units.one(mention.text)
            if mention.text not in clause.text or id not in (meant.id, meant.group):
                named = context.units.named(id)
                yield match(mention.path, text=mention.text, clause=clause.id, unit=named)
