"""HPD136 stray-dash: dash that cuts an entry in two."""

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.rules.check import faults
from hpdirective.words import Text

RULE = Rule(
    id="HPD136",
    name="stray-dash",
    severity=Severity.ERROR,
    cites=None,
    title=Text(
        vi="Dấu gạch thừa tách một mục thành hai",
        en="Dash that cuts an entry in two",
    ),
    message=Text(
        vi="Dấu gạch trước “{key}” tách mục này thành hai mục",
        en="the dash before “{key}” cuts this entry in two",
    ),
    help=Text(
        vi="thay dấu gạch bằng dấu cách, để “{key}” thẳng hàng với các khóa ở trên",
        en="put a space in the place of the dash, so that “{key}” stands under the keys above",
    ),
    why=Text(
        vi="Mỗi dấu gạch bắt đầu một mục mới của danh sách",
        en="Every dash starts a new entry of the list.",
    ),
    bad="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
          - title: Rà soát từng dự án # HPD136
            due: Quý III/2023
    """,
    good="""\
        actions:
          - id: A1
            tasks:
              - II.3.4.2
            title: Rà soát từng dự án
            due: Quý III/2023
    """,
)

check = faults("stray-dash")
