"""HPD220 unknown-key: key that plans do not have."""

from collections.abc import Iterator

from hpdirective.finding import Rule, Severity
from hpdirective.rules.check import FileContext, Match
from hpdirective.words import Text, nearest

RULE = Rule(
    id="HPD220",
    name="unknown-key",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Khóa không có trong mẫu kế hoạch", en="Key that plans do not have"),
    message=Text(vi="Không có khóa “{key}”{near}", en="there is no key “{key}”{near}"),
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
        known = fault.facts["known"]
        close = nearest(
            str(fault.facts["key"]),
            [str(k) for k in known] if isinstance(known, tuple) else [],
            1,
            0.6,
        )
        near = (
            Text(vi=f", có phải là “{close[0]}”", en=f", did you mean “{close[0]}”?")
            if close
            else Text("", "")
        )
        yield Match(fault.path, {**fault.facts, "near": near}, None, key=True)
