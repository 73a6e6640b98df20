"""HPD123 comma-splits-value: comma splits a value inside { } or [ ]."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match, PlanContext, faults, match
from hpdirective.source.place import KeyPath
from hpdirective.words import Text

RULE = Rule(
    id="HPD123",
    name="comma-splits-value",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dấu phẩy cắt đôi giá trị trong { } hoặc [ ]",
        en="Comma splits a value inside { } or [ ]",
    ),
    message=Text(
        vi="Trong {{ }} hoặc [ ], dấu phẩy cắt giá trị “{value}” làm đôi",
        en="inside {{ }} or [ ] the comma cuts “{value}” in two",
    ),
    help=Text(
        vi='đặt giá trị trong dấu nháy kép: "{value}", hoặc viết mỗi khóa một dòng',
        en='put it in double quotation marks: "{value}", or write one key a line',
    ),
    why=Text(
        vi="Trong dấu ngoặc, YAML dùng dấu phẩy để tách các mục; số thập phân Việt Nam cũng dùng dấu phẩy",
        en="Inside brackets YAML separates entries by commas, and so does the Vietnamese decimal.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: 85,1%} # HPD123
    """,
    good="""\
        actions:
          - tasks:
              - II.7.3.3
            indicators:
              - id: giai-quyet-khieu-nai-to-cao
                target: 85,1%
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    yield from faults("comma-splits-value")(context)
    if isinstance(context, PlanContext):
        said: set[tuple[KeyPath, str]] = set()
        for path, whole in context.split_names.items():
            if (path[:-1], whole) not in said:
                said.add((path[:-1], whole))
                yield match(path, value=whole)
