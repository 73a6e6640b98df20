"""HPD901 text-not-whole: tree differs from the digest of the official text."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model import official
from hpdirective.rules.check import DataContext, Match, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD901",
    name="text-not-whole",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Cây dữ liệu không khớp với mã băm của văn bản chính thức",
        en="Tree differs from the digest of the official text",
    ),
    message=Text(
        vi="Lời văn ghép từ các ý có mã băm {found}, khác với {wanted}: có chỗ thiếu, thừa hoặc lặp lời văn",
        en="the words of the clauses joined have digest {found}, not {wanted}: something is left out, added or said twice",
    ),
    help=Text(
        vi="chạy `hpd verify VĂN-BẢN.txt` để xem chỗ khác nhau đầu tiên, rồi sửa lời văn",
        en="run `hpd verify OFFICIAL.txt` to see the first difference, then mend the words",
    ),
    why=Text(
        vi="Căn cứ của mỗi phát hiện là nguyên văn; thiếu một câu thì không còn chứng minh được là không bỏ sót",
        en="Findings quote the text; with a sentence lost nothing proves that no duty was.",
    ),
    bad="""\
        kind: directive
        sha256: 0000000000000000000000000000000000000000000000000000000000000000 # HPD901
        head:
          - Chỉ thị
    """,
    good="""\
        kind: directive
        head:
          - Chỉ thị
    """,
)


def check(context: DataContext) -> Iterator[Match]:
    directive = context.directive
    if directive is None or not directive.sha256 or context.lost:
        return  # words that could not be read are said by their own rules
    found = official.digest(official.rebuilt(directive))
    if found != directive.sha256:
        yield match(("sha256",), found=f"{found[:12]}…", wanted=f"{directive.sha256[:12]}…")
