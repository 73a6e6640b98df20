"""HPD220 unknown-key: key that plans do not have."""

from collections.abc import Iterator

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import FileContext, Match
from hpdirective.words import Text

RULE = Rule(
    id="HPD220",
    name="unknown-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Khóa không có trong mẫu của tệp", en="Key that files of this kind do not have"),
    message=Text(
        vi="Không có khóa “{key}” ở vị trí này{near}",
        en="there is no key “{key}” in this place{near}",
    ),
    help=Text(vi="dùng một trong các khóa: {known}", en="use one of the keys: {known}"),
    why=Text(
        vi="Khóa viết sai thì nội dung của nó không được đọc",
        en="What stands under a misspelt key is not read.",
    ),
    bad="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
        organization: # HPD220
          - Văn phòng theo dõi, đôn đốc
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
        organisation:
          - Văn phòng theo dõi, đôn đốc
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    for fault in context.by_code.get("unknown-key", ()):
        near = Text("", "")
        if fault.meant:
            near = Text(vi=f"; gần nhất là “{fault.meant}”", en=f", did you mean “{fault.meant}”?")
        yield Match(fault.path, {**fault.facts, "near": near}, None, key=True)
