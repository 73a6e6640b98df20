"""One sample for every format: an error, a warning, an info; marks, signs and a line end in facts; a finding with no place."""

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from hpdirective.catalogue import BY_NAME
from hpdirective.choices import Severity
from hpdirective.finding import (
    Assessment,
    Checked,
    Citation,
    Finding,
    NotRun,
    NotRunReason,
    Place,
    SuppressedBy,
    Suppression,
    Terms,
)
from hpdirective.source.place import Span
from hpdirective.words import Named, Text

TERMS = Terms(
    "hai-phong/2023/02-CT-UBND", "0" * 64, date(2023, 3, 1), "warning", "error", "1" * 64
)
CITATION = Citation(
    "II.4.2.4",
    Text("phần II, mục 4, gạch đầu dòng thứ hai", "part II, section 4, dash 2"),
    "hoàn thành xây dựng 21 công viên trong năm 2023.",
)
LINE = "    due: 15/01/2024"

ERROR = Finding(
    BY_NAME["late-due-date"].RULE,
    Severity.ERROR,
    Place("plans/kế hoạch.yaml", Span(12, 10, 12, 20), None, LINE),
    ("actions", 0, "due"),
    "QuanHongBang",
    "II.4.2.4",
    CITATION,
    {"planned": date(2024, 1, 15), "limit": date(2023, 12, 31), "task": "II.4.2.4"},
)
WARNING = Finding(
    BY_NAME["near-unit"].RULE,
    Severity.WARNING,
    Place("plans/kế hoạch.yaml", Span(15, 9, 15, 30), None, "      - 100%, «Sở: X»\x1b[31m"),
    ("actions", 0, "support", 0),
    "QuanHongBang",
    None,
    None,
    {
        "text": "100%, «Sở:\nX»",
        "near": Text("; gần nhất là “Sở Y tế”", ", did you mean “Sở Y tế”?"),
    },
)
INFO = Finding(
    BY_NAME["task-not-given"].RULE,
    Severity.INFO,
    Place("plans/kế hoạch.yaml"),
    (),
    "QuanHongBang",
    "II.5.2.1",
    replace(CITATION, clause="II.5.2.1", quote="Nâng cao chất lượng khám, chữa bệnh;"),
    {
        "task": "II.5.2.1",
        "unit": Named("QuanHongBang", Text("UBND quận Hồng Bàng", "Hồng Bàng")),
        "n": Decimal("12.5"),
    },
)
GAP = NotRun(
    None,
    NotRunReason.ANNEX_MISSING,
    Text("Chưa có Phụ lục số 1", "annex 1 not supplied"),
    "plans/kế hoạch.yaml",
    "QuanHongBang",
    "III.1.3.1",
)
WAIVED = replace(
    ERROR,
    suppressed=Suppression(SuppressedBy.WAIVER, "Chuyển <chủ> đầu tư | 100%"),
    task="II.4.2.4",
)
FULL = Assessment(
    TERMS,
    (
        Checked(
            "plans/kế hoạch.yaml",
            "plan",
            "QuanHongBang",
            "2" * 64,
            (INFO, ERROR, WAIVED, WARNING),
            (GAP,),
        ),
        Checked("plans/khác.yaml", "plan", None, "3" * 64, readable=False),
    ),
    rules=tuple(
        BY_NAME[name].RULE
        for name in (
            "tab-indentation",
            "near-unit",
            "task-not-given",
            "late-due-date",
            "two-plans",
        )
    ),
)
EMPTY = Assessment(TERMS)
