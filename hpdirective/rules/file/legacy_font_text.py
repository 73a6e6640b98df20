"""HPD104 legacy-font-text: text typed in a TCVN3 (ABC) or VNI font."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD104",
    name="legacy-font-text",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Chữ gõ bằng phông TCVN3 (ABC) hoặc VNI", en="Text typed in a TCVN3 (ABC) or VNI font"
    ),
    message=Text(
        vi="Nội dung gõ bằng phông cũ TCVN3 (ABC), VNI hoặc bị sai bảng mã, không phải chữ Việt Unicode",
        en="the text was typed in an old TCVN3 (ABC) or VNI font, or decoded wrongly; it is no Vietnamese in Unicode",
    ),
    help=Text(
        vi="chuyển mã nội dung sang Unicode, sau đó lưu lại với bảng mã UTF-8",
        en="convert the text to Unicode and save it as UTF-8",
    ),
    why=Text(
        vi="Chữ của phông cũ chỉ hiện đúng trong phông đó, chương trình không đọc được",
        en="Such letters look right only in their own font; no program can read them.",
    ),
    bad="""\
        objectives:
          - Uû ban nh©n d©n thµnh phè chØ ®¹o ®Èy m¹nh
    """,
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(2,),
)

check = faults("legacy-font-text")
