"""HPD138 office-file: a paper of Word or Excel, or a PDF, where a YAML file is wanted."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD138",
    name="office-file",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Tệp Word, Excel hoặc PDF, không phải tệp YAML",
        en="File of Word or Excel, or a PDF, not a YAML file",
    ),
    message=Text(
        vi="Tệp này là {kind}, không phải tệp YAML, nên không đọc được nội dung",
        en="this is {kind}, not a YAML file, so nothing in it can be read",
    ),
    help=Text(
        vi="tạo tệp YAML của đơn vị bằng `hpd new --unit … -o ke-hoach.yaml`, ghi nội dung của văn bản vào đó, rồi kiểm tra tệp này",
        en="make the unit's YAML file with `hpd new --unit … -o plan.yaml`, write what the paper says into it, and check that file",
    ),
    why=Text(
        vi="Chương trình chỉ đọc kế hoạch ở dạng tệp văn bản YAML; lưu lại văn bản với bảng mã khác không làm thành tệp YAML",
        en="Plans are read as YAML text alone; saving the paper in another encoding does not make it YAML.",
    ),
    bad=b"PK\x03\x04\x14\x00\x06\x00",
    good="""\
        objectives:
          - Hoàn thành 100% nhiệm vụ được giao
    """,
    at=(1,),
)

check = faults("office-file")
