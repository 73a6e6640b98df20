"""HPD220 unknown-key: key that plans do not have."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import FileContext, Match
from hpdirective.words import Fact, Lang, Text, say

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
    help=Text(vi="{todo}", en="{todo}"),
    usual={
        "todo": Text(
            vi="dùng một trong các khóa của mẫu, hoặc sửa số dấu cách ở đầu dòng",
            en="use one of the keys that may stand there, or mend the spaces in front of it",
        ),
    },
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
    strayed: set[str] = set()
    for fault in context.by_code.get("unknown-key", ()):
        home = fault.facts.get("home")
        if isinstance(home, str):
            if home in strayed and len(fault.path) == 1:
                continue  # a group that lost its indentation is one fault, said at its first key
            strayed.add(home)
        near = _under(home) if isinstance(home, str) else _near(fault.meant)
        todo = _MOVE if isinstance(home, str) else _one_of(fault.facts.get("known"))
        yield Match(fault.path, {**fault.facts, "near": near, "todo": todo}, key=True)


_MOVE = Text(
    vi="sửa số dấu cách ở đầu dòng của khóa này, và của các khóa cùng nhóm nếu có",
    en="mend the spaces in front of this key, and of those that belong with it",
)


def _one_of(known: Fact) -> Text:
    vi, en = say(known, Lang.VI), say(known, Lang.EN)
    return Text(vi=f"dùng một trong các khóa: {vi}", en=f"use one of the keys: {en}")


def _near(meant: str | None) -> Text:
    if not meant:
        return Text("", "")
    return Text(vi=f"; gần nhất là “{meant}”", en=f"; did you mean “{meant}”?")


def _under(home: str) -> Text:
    """Say where a key belongs that stands at the wrong depth."""
    if home:
        return Text(
            vi=f"; khóa này cần thụt vào dưới “{home}:”",
            en=f"; it belongs under “{home}:”, indented",
        )
    return Text(
        vi="; khóa này cần đặt ở cấp ngoài cùng, không thụt vào",
        en="; it belongs at the outermost level, not indented",
    )
