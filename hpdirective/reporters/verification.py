"""Whether a directive's tree rebuilds its official text, for people."""

from hpdirective.model.directive import Directive
from hpdirective.model.official import Difference
from hpdirective.words import Lang, Text


def render(directive: Directive, difference: Difference | None, lang: Lang) -> str:
    vi, en = (f" {directive.id}", f" of {directive.id}") if directive.id else ("", "")
    if difference is None:
        text = Text(
            vi=f"Khớp: cây dữ liệu{vi} dựng lại đúng từng chữ của văn bản (SHA-256 {directive.sha256})",
            en=f"They agree: the tree{en} rebuilds the text word for word (SHA-256 {directive.sha256})",
        )
        return text.said(lang) + "\n"
    if difference.only_digest:
        text = Text(
            vi=f"Văn bản khớp với cây dữ liệu, nhưng mã sha256 ghi trong cây{vi} không phải của văn bản này: cần {difference.official}, đang ghi {difference.tree}",
            en=f"The text agrees with the tree, but the sha256 in the tree{en} is not this text's: it should be {difference.official}, it is {difference.tree}",
        )
        return text.said(lang) + "\n"
    where = difference.clause or "-"
    lines = Text(
        vi=f"Không khớp từ ký tự thứ {difference.at + 1} (ý {where}):",
        en=f"They differ from character {difference.at + 1} on (clause {where}):",
    ).said(lang)
    labels = (
        Text(vi="văn bản ", en="text").said(lang),
        Text(vi="dữ liệu ", en="tree").said(lang),
    )
    width = max(map(len, labels))
    return (
        f"{lines}\n  {labels[0]:<{width}}: …{difference.official}…\n  {labels[1]:<{width}}: …{difference.tree}…\n"
        f"  {'':<{width}}   {' ' * difference.before}^\n"
    )
